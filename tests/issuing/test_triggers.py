"""Each trigger alone: all others lifted, it still refuses; and what is not part of a paper stays free.

The table below is written by hand: whoever frees a column, or takes a trigger away, has to mean it twice.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, InternalError, connection, models, transaction

from childlabour.core.clock import now
from plans.content.values import ChargeMark, Content
from plans.followup.steps import ASSIGNMENTS, Move
from plans.issuing import triggers
from plans.issuing.register import note_sending
from plans.law.belonging import rows_of
from plans.law.blocks import BlockType
from plans.models import (
    Answer,
    AnswerFile,
    Assignment,
    CertifiedCopy,
    Document,
    Relation,
    RelationKind,
    Status,
    TakeDown,
    TakeDownState,
    Version,
)
from plans.takedown.steps import ask
from tests.cast import a_plan, an_office, revised
from tests.content.writing import annex, paragraph
from tests.issuing.way import issued, signed
from tests.issuing.words import say_otherwise

pytestmark = pytest.mark.django_db

REFUSED = (IntegrityError, InternalError)
PREFIX = "plans_frozen_"


@dataclass(frozen=True)
class Frozen:
    """What the database refuses of a table, and which of its columns go on living."""

    refuses: str
    free: str = ""
    said: str = triggers.REFUSAL


WHOLE = "insert update delete"
TABLES = {
    "plans_document": Frozen(
        "update delete status origin",
        "status parent_id programme_id source_note updated_at laid_as revision search_key",
    ),
    "plans_block": Frozen(WHOLE, "folded"),
    "plans_charge": Frozen(WHOLE),
    "plans_charge_units": Frozen(WHOLE),
    "plans_citation": Frozen(WHOLE, "cited_document_id"),
    "plans_recipient": Frozen(WHOLE, "unit_id"),
    "targets_target": Frozen(WHOLE, "upper_id indicator_id weaker_reason search_key"),
    "plans_task": Frozen(WHOLE, "search_key"),
    "plans_assignment": Frozen(
        WHOLE,
        "state due_on extended_to asked_until received_on reported_on said_done_on accepted_on post_id person_id "
        "leader_id product responsibility authority priority recurs",
    ),
    "plans_issue": Frozen("update delete", "issued_by_id"),
    "plans_signingcopy": Frozen(WHOLE),
    "plans_annexfile": Frozen(WHOLE),
    "plans_scan": Frozen(WHOLE),
    "plans_signature": Frozen(WHOLE),
    "plans_submission": Frozen(WHOLE, "leader_id"),
    "plans_sending": Frozen("update delete", "receiver copies sent_on by signed_for noted_by_name noted_at"),
    "plans_version": Frozen(WHOLE, "officer_id"),
    "plans_certifiedcopy": Frozen("update delete", "made_by_id"),
    "plans_registerentry": Frozen(WHOLE, "copies sent_on note"),
    "plans_event": Frozen("update delete", "officer_id"),
    "plans_relation": Frozen("update delete"),
    "plans_answer": Frozen("update delete", "officer_id", triggers.WRITTEN_ONCE),
    "plans_answerfile": Frozen("update delete", said=triggers.WRITTEN_ONCE),
    "plans_takedown": Frozen(
        "update delete begun settled",
        "words state asked_by_id settled_by_id settled_by_name settled_at answer places sha256_before "
        "scan_sha256_before sha256_after",
        triggers.ON_RECORD,
    ),
}
MOVED = {"plans_document": "status", "plans_takedown": "state"}  # free, but not for anything
OF_THE_DATABASE = {"sqlite": "replace displace", "postgresql": "truncate"}
TRIGGERS = [
    f"{PREFIX}{table}_{event}"
    for table, kept in TABLES.items()
    for event in f"{kept.refuses} {OF_THE_DATABASE[connection.vendor]}".split()
]


def charged(content: Content, unit: int) -> Content:
    """Its last heading gives work to a unit."""
    last = next(block for block in reversed(content.blocks) if block.type == BlockType.PART)
    heading = replace(last, charge=ChargeMark((unit,), "Công an huyện"))
    blocks = tuple(heading if block is last else block for block in content.blocks)
    return replace(
        content, blocks=(*blocks, annex("Phụ lục", "Phân công", "pl"), paragraph("Trực.", key="in-pl"))
    )


@pytest.fixture(scope="module")
def _an_issued_document(django_db_setup, django_db_blocker, tmp_path_factory):
    """With a row in every table; made once, rolled back after the last test here."""
    with django_db_blocker.unblock(), transaction.atomic():
        office = an_office()
        document = revised(a_plan(office=office), lambda content: charged(content, office.police.pk))
        Version.objects.create(
            document=document, number=1, started_at=now(), saved_at=now(), officer_name="Lan", paper={}
        )
        issued(office, document, annexes_apart=True)
        Relation.objects.create(later=document, earlier=a_plan(office=office), kind=RelationKind.AMENDS)
        given = Assignment.objects.filter(
            task__block__document=document, unit=office.people_of_tan_thanh
        ).first()
        record = SimpleUploadedFile("bien-ban.pdf", b"%PDF-1.4\n")
        ASSIGNMENTS.perform(Move.REPORT, given, office.pao, text="Đã họp.", uploads=[record])
        ask(document, office.thu, words="", reason="Thử.", file=AnswerFile.objects.first())
        to_whom = {"receivers": "Sở Nội vụ", "copies": 1, "sent_on": now().date(), "by": "hand"}
        note_sending(document.register_entries.get(), office.thu, **to_whom, signed_for="")
        CertifiedCopy.objects.create(
            document=document,
            unit=office.committee,
            number=1,
            year=2023,
            copied_on=now().date(),
            made_at=now(),
        )
        yield document
        transaction.set_rollback(True)


@pytest.fixture
def document(_an_issued_document, db) -> Document:
    return _an_issued_document


def model_of(table: str) -> type[models.Model]:
    return next(model for model in apps.get_models() if model._meta.db_table == table)


def row_in(table: str, document: Document) -> models.Model:
    """The first row of the table; of documents the issued one."""
    model = model_of(table)
    return (
        Document.objects.get(pk=document.pk)
        if model is Document
        else model._base_manager.order_by("pk").first()
    )


def laid() -> dict[str, str]:
    """Every trigger of ours in the database: name → table."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute(
                "SELECT tgname, relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
                "WHERE NOT t.tgisinternal"
            )
        return dict(cursor.fetchall())


def leave_only(name: str) -> None:
    with connection.cursor() as cursor:
        for other, table in laid().items():
            if other != name:
                on = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER {other}{on}")


IN_PLACE_OF_NOTHING = (
    (models.DateTimeField, datetime(2001, 1, 1, tzinfo=UTC)),
    (models.DateField, date(2001, 1, 1)),
    ((models.CharField, models.TextField), "x"),
    (models.BinaryField, b"x"),
    (models.Field, 1),
)


def another(field: models.Field, value):
    """A value of the same kind."""
    match value:
        case None:
            return next(value for kind, value in IN_PLACE_OF_NOTHING if isinstance(field, kind))
        case bool():
            return not value
        case int() | Decimal():
            return value + 1
        case datetime() | date():
            return value - timedelta(days=1)
        case dict():
            return {"x": 1}
        case list():
            return [["x", False, False, []]]
        case bytes() | memoryview():
            return b"x"
    return f"x{value}"[: field.max_length or None]


def change(row: models.Model, column: str) -> None:
    field = next(field for field in row._meta.concrete_fields if field.column == column)
    same = type(row)._base_manager.filter(pk=row.pk)
    assert same.update(**{field.attname: another(field, getattr(row, field.attname))}) == 1


def add_a_copy_of(row: models.Model) -> None:
    columns = ", ".join(f'"{f.column}"' for f in row._meta.concrete_fields if not f.primary_key)
    table = row._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {table} WHERE id = %s", [row.pk]
        )


def delete(row: models.Model) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {row._meta.db_table} WHERE id = %s", [row.pk])


def write_over(row: models.Model) -> None:
    """The same key, with whatever else: on SQLite that deletes the row without asking a trigger of deletion."""
    columns = [f for f in row._meta.concrete_fields if not f.primary_key]
    pointing = ", ".join("NULL" if f.null else f'"{f.column}"' for f in columns)
    names = ", ".join(f'"{f.column}"' for f in columns)
    table = row._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"REPLACE INTO {table} (id, {names}) SELECT id, {pointing} FROM {table} WHERE id = %s", [row.pk]
        )


def displace(row: models.Model) -> None:
    """A row that was laid beside it, of a document that is not issued, takes its key."""
    meta = row._meta
    keys = {c for key in next(k for k in triggers.KEPT if k.model is type(row)).keys for c in key} - {"id"}
    columns = [field for field in meta.concrete_fields if not field.primary_key]
    values = [
        f'"{f.column}"'
        if f.column not in keys
        else f"\"{f.column}\" || 'x'"
        if isinstance(f, models.CharField)
        else f'"{f.column}" + 1000'
        for f in columns
    ]
    names = ", ".join(f'"{f.column}"' for f in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {meta.db_table} ({names}) SELECT {', '.join(values)} FROM {meta.db_table} WHERE id = %s",
            [row.pk],
        )
        cursor.execute("SELECT last_insert_rowid()")
        (other,) = cursor.fetchone()
        cursor.execute(f"UPDATE OR REPLACE {meta.db_table} SET id = %s WHERE id = %s", [row.pk, other])


def truncate(row: models.Model) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # no truncation with rows that wait to be looked at
        cursor.execute(f"TRUNCATE {row._meta.db_table} CASCADE")


WAYS_TO_LOSE = {
    "insert": add_a_copy_of,
    "delete": delete,
    "replace": write_over,
    "displace": displace,
    "truncate": truncate,
}


def move(row: Document, status: Status) -> None:
    Document.objects.filter(pk=row.pk).update(status=status)


def refused(said: str, act: Callable, *args) -> None:
    with pytest.raises(REFUSED, match=said), transaction.atomic():
        act(*args)


def test_these_triggers_are_in_the_database_and_no_others(db):
    assert set(laid()) == set(TRIGGERS)


@pytest.mark.parametrize("name", [name for name in TRIGGERS if not name.endswith(("_begun", "_settled"))])
def test_a_trigger_refuses_by_itself(document, name):
    table, _, event = name.removeprefix(PREFIX).rpartition("_")
    kept, row = TABLES[table], row_in(table, document)
    leave_only(name)
    if event == "status":
        for status in set(Status) - {Status.ISSUED, Status.REPLACED, Status.REVOKED}:
            refused(kept.said, move, row, status)
    elif event == "origin":
        refused(triggers.ORIGIN_STAYS, change, row, "origin")
    elif event == "update":
        columns = {field.column for field in row._meta.concrete_fields} - set(kept.free.split())
        for column in sorted(columns):
            refused(kept.said, change, row, column)
    else:
        refused(kept.said, WAYS_TO_LOSE[event], row)


def test_a_take_down_is_not_begun_by_writing_it_down(document):
    row = row_in("plans_takedown", document)
    leave_only(f"{PREFIX}plans_takedown_begun")
    TakeDown.objects.update(state=TakeDownState.UNDER_WAY)
    refused(triggers.ON_RECORD, add_a_copy_of, row)


def test_a_take_down_under_way_can_only_be_done_and_names_one_paper(document):
    leave_only(f"{PREFIX}plans_takedown_settled")
    same = TakeDown.objects.filter(document=document)
    same.update(state=TakeDownState.UNDER_WAY, sha256_after="a" * 64)
    others = (
        {"state": "asked"},
        {"state": "declined"},
        {"sha256_after": "b" * 64},
        {"sha256_before": "b" * 64},
    )
    for other in others:
        refused(triggers.ON_RECORD, lambda told: same.update(**told), other)
    same.update(state=TakeDownState.DONE)
    refused(triggers.ON_RECORD, lambda: same.update(state=TakeDownState.UNDER_WAY))


@pytest.mark.parametrize("table", [table for table, kept in TABLES.items() if kept.free])
def test_what_is_no_part_of_the_paper_stays_free(document, table):
    row = row_in(table, document)
    for column in set(TABLES[table].free.split()) - {MOVED.get(table)}:
        with transaction.atomic():
            change(row, column)
            transaction.set_rollback(True)


@pytest.mark.parametrize("status", [Status.REPLACED, Status.REVOKED])
def test_an_issued_document_goes_out_of_force_and_never_back(document, status):
    move(document, status)
    for other in set(Status) - {status}:
        refused(triggers.REFUSAL, move, document, other)


def test_a_document_that_is_signed_but_not_issued_is_free_in_every_table(office):
    """Numbers are voided, scans taken back, words mended."""
    document = signed(office)
    hanging = [model_of(table) for table in TABLES if table != "plans_document"]
    rows = [document, *(row for model in hanging for row in rows_of(model, document))]
    assert len({type(row) for row in rows}) > 10
    for row in rows:
        with transaction.atomic():
            delete(row)
            transaction.set_rollback(True)
    say_otherwise(document)


def test_an_answer_stays_as_it_was_sent_though_its_document_is_not_frozen(office):
    document = a_plan(office.committee, tasks=4)
    Document.objects.filter(pk=document.pk).update(
        status=Status.ISSUED, number=9, number_year=2023, issued_on=date(2023, 6, 1)
    )
    given = Assignment.objects.get(task__block__document=document, unit=office.people_of_tan_thanh)
    ASSIGNMENTS.perform(Move.REPORT, given, office.pao, text="Đã họp.")
    (said,) = Answer.objects.filter(assignment=given)
    refused(triggers.WRITTEN_ONCE, change, said, "text")
    refused(triggers.WRITTEN_ONCE, delete, said)
