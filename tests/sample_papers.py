"""The fixture `samples`: the real documents that `load_samples` brings, for any test that prints or shows them."""

import io

import pytest
from django.core.management import call_command
from django.db import transaction

from plans.models import Document, Kind


@pytest.fixture(scope="module")
def _loaded_samples(django_db_setup, django_db_blocker):
    """Loaded once for a module and rolled back after it: keeping seven papers takes two seconds."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_samples", stdout=io.StringIO())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def samples(_loaded_samples, db) -> dict[str, Document]:
    """Every sample document by a short name: "782", "187", "192", "Tân Thành", "10", "Hà Đông", …"""
    return {
        "782": Document.objects.get(kind=Kind.DECISION, number=782),
        "187": Document.objects.get(number=187),
        "192": Document.objects.get(number=192),
        "Tân Thành": Document.objects.get(unit__short_name="UBND xã Tân Thành"),
        "10": Document.objects.get(number=10),
        "Hà Đông": Document.objects.get(unit__short_name="UBND quận Hà Đông"),
        "BR-VT": Document.objects.get(unit__function="steering"),
        "464": Document.objects.get(kind=Kind.LETTER, number=464),
    }
