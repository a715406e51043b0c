"""The fixture `samples`: the real documents that `load_samples` brings, for any test that prints or shows them."""

import io

import pytest
from django.core.management import call_command
from django.db import transaction

from plans.models import Kind, Plan


@pytest.fixture(scope="module")
def _loaded_samples(django_db_setup, django_db_blocker):
    """Loaded once for a module and rolled back after it: keeping seven papers takes two seconds."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_samples", stdout=io.StringIO())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def samples(_loaded_samples, db) -> dict[str, Plan]:
    """Every sample document by a short name: "782", "187", "192", "Tân Thành", "10", "Hà Đông", …"""
    return {
        "782": Plan.objects.get(kind=Kind.DECISION, number=782),
        "187": Plan.objects.get(number=187),
        "192": Plan.objects.get(number=192),
        "Tân Thành": Plan.objects.get(unit__short_name="UBND xã Tân Thành"),
        "10": Plan.objects.get(number=10),
        "Hà Đông": Plan.objects.get(unit__short_name="UBND quận Hà Đông"),
        "BR-VT": Plan.objects.get(unit__function="steering"),
        "464": Plan.objects.get(kind=Kind.LETTER, number=464),
    }
