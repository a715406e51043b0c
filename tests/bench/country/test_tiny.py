"""A tiny country: what is measured on must be lawful, whole, and the same each time."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.urls import reverse

from childlabour.core.fields import SearchKeyField
from childlabour.units.models import Officer, Place, PlaceLevel, Unit
from plans.issuing import triggers
from plans.issuing.checking import faults
from plans.models import Assignment, Document, Status, StoredBlock, Task
from tests.bench.country.building import Built, build
from tests.bench.country.size import LEAST_DOCUMENTS, LEAST_UNITS, Size
from tests.bench.country.work import STATES

pytestmark = pytest.mark.django_db

TINIEST = Size(LEAST_UNITS, LEAST_DOCUMENTS, tasks=40)
TINY = Size(units=80, documents=40, tasks=300)
OURS = ("units", "targets", "plans")
A_FEW = 12  # rows of a table, from both ends


@pytest.fixture(scope="module")
def _built(django_db_setup, django_db_blocker, tmp_path_factory):
    """Built once for all tests here, and rolled back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build(TINY)
        transaction.set_rollback(True)


@pytest.fixture
def country(_built, db) -> Built:
    return _built


def rows_of_all_tables() -> Iterator[models.Model]:
    """But for those of the history, which no form ever makes."""
    for label in OURS:
        for model in apps.get_app_config(label).get_models():
            if hasattr(model, "history_type"):
                continue
            newest = model._base_manager.order_by("-pk")[:A_FEW]
            yield from {*model._base_manager.order_by("pk")[:A_FEW], *newest}


def fingerprint() -> str:
    """Of every row of every table of ours, in the order of their numbers."""
    seen = hashlib.sha256()
    for label in OURS:
        for model in apps.get_app_config(label).get_models():
            for row in model._base_manager.order_by("pk").values_list():
                seen.update(repr([bytes(v) if isinstance(v, memoryview) else v for v in row]).encode())
    return seen.hexdigest()


def built_and_forgotten(size: Size) -> str:
    with transaction.atomic():
        build(size)
        seen = fingerprint()
        transaction.set_rollback(True)
    return seen


def test_the_same_seed_builds_the_same_country_and_another_seed_another_one():
    first = built_and_forgotten(TINIEST)
    assert built_and_forgotten(TINIEST) == first
    assert built_and_forgotten(replace(TINIEST, seed=1)) != first


def test_there_is_as_much_of_everything_as_was_asked_for(country):
    assert Unit.objects.count() == TINY.units
    assert Document.objects.count() == TINY.documents
    assert Task.objects.count() == TINY.tasks
    assert Assignment.objects.values("task").distinct().count() == TINY.tasks


def test_documents_stand_in_every_state_and_assignments_in_the_usual_ones(country):
    assert set(Document.objects.values_list("status", flat=True)) == set(Status.values)
    assert set(Assignment.objects.values_list("state", flat=True)) == set(STATES)


def test_everybody_cites_the_decision_and_carries_out_the_plan_above(country):
    decision = Document.objects.get(number=782)
    below = Document.objects.exclude(pk=decision.pk)
    assert not below.exclude(citations__cited_document=decision).exists()
    assert not below.filter(parent=None).exists()
    assert set(below.values_list("unit__place__level", flat=True)) == set(PlaceLevel.values) - {"country"}


def test_places_and_offices_of_before_the_reform_lead_to_those_of_today(country):
    ended = Place.objects.filter(level=PlaceLevel.COMMUNE, valid_to__isnull=False)
    assert ended.exists()
    assert not ended.filter(handed_on=None).exists()
    assert not Unit.objects.filter(place__in=ended, handed_on=None).exists()


def test_the_database_finds_nothing_unlawful_and_keeps_what_is_issued(country):
    connection.check_constraints()
    assert triggers.missing(connection) == []
    of_the_pattern = (
        "dữ liệu đang hiện khác bản lưu",
        "mã tra cứu khác",
    )  # a paper of the country is printed once
    assert [str(fault) for fault in faults() if not fault.what.startswith(of_the_pattern)] == []
    issued = StoredBlock.objects.filter(document__status=Status.ISSUED).first()
    with pytest.raises(DatabaseError, match=triggers.REFUSAL), transaction.atomic():
        StoredBlock.objects.filter(pk=issued.pk).update(marker="Khác")


def test_every_row_is_one_that_a_form_would_have_let_in(country):
    for row in rows_of_all_tables():
        # Whoever left has no account any more: a column that may come to be empty, though no form leaves it so.
        left = {
            field.name for field in row._meta.fields if field.null and getattr(row, field.attname) is None
        }
        row.full_clean(exclude=left)
        for field in row._meta.concrete_fields:
            kept = getattr(row, field.attname)
            if isinstance(field, models.CharField | models.TextField | SearchKeyField):
                assert field.pre_save(row, False) == kept, f"{row._meta.label} {row.pk} {field.name}"


def test_numbers_go_on_after_those_of_the_country(country):
    last = Place.objects.order_by("-pk").first()
    assert Place.objects.create(level=PlaceLevel.COMMUNE, name="xã Mới", parent=last.parent).pk == last.pk + 1


def test_pages_open_on_it(client, country):
    shown = Document.objects.filter(status=Status.ISSUED, unit__place__level=PlaceLevel.COMMUNE).last()
    for page in (
        reverse("public:home"),
        reverse("public:plans"),
        reverse("public:document", args=[shown.pk]),
        reverse("public:sheet", args=[shown.pk]),
        reverse("public:pdf", args=[shown.pk]),
        reverse("public:unit", args=[shown.unit_id]),
        reverse("issuing:verify", args=[shown.verification_code]),
    ):
        assert client.get(page).status_code == 200, page


def test_the_desk_opens_for_everybody_who_is_named(client, country):
    for username in country.people:
        client.force_login(Officer.objects.get(username=username))
        for page in (reverse("desk:home"), reverse("tasks:home"), reverse("issuing:register")):
            assert client.get(page).status_code == 200, f"{username} {page}"
    draft = Document.objects.filter(status=Status.DRAFT).last()
    client.force_login(Officer.objects.get(appointments__unit__drafts_for=draft.unit))
    assert client.get(reverse("desk:editor", args=[draft.pk])).status_code == 200


def test_everybody_comes_in_with_the_one_password(country):
    assert all(officer.check_password(country.password) for officer in Officer.objects.all())
