"""Every row of a document says once how it belongs to it, and nothing else restates that way."""

import ast
import re

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import connection

from childlabour.core.clock import now
from plans.law.belonging import (
    belongs,
    document_in_sql,
    document_of,
    rows_of,
    rows_of_any,
    steps_from,
    to_document,
)
from plans.law.seeing import Seen, seen_as, visible
from plans.models import Answer, AnswerFile, Assignment, Charge, Document, Event, Relation, Task, WorkItem
from targets.models import Target
from tests.cast import a_plan, an_issued_plan
from tests.laws.imports import Sources, within

MODELS = [model for label in ("plans", "targets") for model in apps.get_app_config(label).get_models()]


def pointed_at(model) -> set[type]:
    return {
        field.related_model
        for field in model._meta.concrete_fields
        if field.is_relation and field.related_model in MODELS
    }


def has_a_way(model, seen: frozenset = frozenset()) -> bool:
    """Whether foreign keys lead from `model` to a document, however far."""
    if model is Document:
        return True
    return any(has_a_way(above, seen | {model}) for above in pointed_at(model) - seen - {model})


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_what_has_a_way_to_a_document_says_which_one_it_takes(model):
    assert belongs(model) == has_a_way(model), f"{model.__name__}.belongs_by"


@pytest.mark.parametrize("model", [model for model in MODELS if belongs(model)], ids=lambda m: m.__name__)
def test_the_way_ends_at_the_document_and_every_step_is_a_foreign_key(model):
    where = model
    for step in steps_from(model):
        where = where._meta.get_field(step).related_model
    assert where is Document


def test_the_ways_are_those_the_office_knows():
    """Said a second time, by hand: who changes a way has to mean it."""
    assert {model.__name__: to_document(model) for model in MODELS if belongs(model)} == {
        "Document": "",
        "StoredBlock": "document",
        "AnnexFile": "copy__document",
        "CertifiedCopy": "document",
        "Delivery": "document",
        "Reminder": "document",
        "TaskReminder": "assignment__task__block__document",
        "Citation": "document",
        "Recipient": "document",
        "Target": "block__document",
        "Task": "block__document",
        "Charge": "block__document",
        "ChargedUnit": "charge__block__document",
        "Assignment": "task__block__document",
        "Answer": "assignment__task__block__document",
        "AnswerFile": "answer__assignment__task__block__document",
        "WorkItem": "assignment__task__block__document",
        "Event": "document",
        "Intake": "document",
        "IntakeFile": "intake__document",
        "Issue": "document",
        "Version": "document",
        "Presence": "document",
        "RegisterEntry": "document",
        "Relation": "later",
        "Scan": "document",
        "Sending": "entry__document",
        "Signature": "document",
        "SigningCopy": "document",
        "Submission": "document",
        "TakeDown": "document",
    }


@pytest.mark.django_db
class TestARow:
    @pytest.fixture
    def rows(self, office) -> list:
        """One row of every depth, of an issued plan."""
        document = an_issued_plan(office=office, frozen=False)
        assignment = Assignment.objects.filter(task__block__document=document).first()
        said = Answer.objects.create(assignment=assignment, at=now(), officer_name="A", state="received")
        paper = AnswerFile.objects.create(answer=said, name="a.pdf", size=1, stored="a.pdf")
        item = WorkItem.objects.create(assignment=assignment, words="Họp thôn")
        target = Target.objects.filter(block__document=document).first()
        block = document.blocks.first()
        charge = Charge.objects.create(block=block, units_said="Công an")
        return [document, block, target, charge, assignment.task, assignment, item, said, paper]

    def test_knows_its_document(self, rows):
        assert {document_of(row) for row in rows} == {rows[0]}

    def test_is_found_from_its_document(self, office, rows):
        a_plan(office=office)
        for row in rows[1:]:
            assert row in rows_of(type(row), rows[0])
            assert row in rows_of(type(row), rows[0].pk)
            assert list(rows_of_any(type(row), Document.objects.filter(pk=rows[0].pk))) == list(
                rows_of(type(row), rows[0])
            )

    def test_finds_its_document_in_sql(self, rows):
        for row in rows:
            table, pk = row._meta.db_table, row._meta.pk.column
            found = document_in_sql(type(row), "here")
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT {found} FROM {table} here WHERE here.{pk} = %s", [row.pk])
                assert cursor.fetchone() == (rows[0].pk,), table

    @pytest.mark.parametrize("who", ["lan", "hung", "mai", "pao", "son", ""])
    def test_is_seen_exactly_when_what_it_is_of_its_document_is(self, office, rows, who):
        draft = a_plan(office=office)
        draft_task = Task.objects.filter(block__document=draft).first()
        Event.objects.create(document=draft, at=now(), action="edit", status_after=draft.status)
        Relation.objects.create(later=draft, earlier=rows[0], kind="amends")
        user = getattr(office, who) if who else AnonymousUser()
        sees_the_draft = who in ("lan", "hung", "son")
        for row in (*rows, draft_task, draft.events.get(), draft.blocks.first()):
            of_the_issuer = sees_the_draft or (
                who == "pao" and rows[0] == document_of(row) and given_to_pao(row)
            )
            expected = of_the_issuer or (document_of(row) == rows[0] and seen_as(type(row)) == Seen.WORDS)
            assert (row in visible(type(row)._default_manager.all(), user)) == expected, row
        assert (Relation.objects.get() in visible(Relation.objects.all(), user)) == sees_the_draft


def given_to_pao(row) -> bool:
    """The assignment of `rows` is the commune's, and what hangs on it."""
    return isinstance(row, Assignment | Answer | AnswerFile | WorkItem)


# --- Said once --------------------------------------------------------------------------------------------

AFAR = {steps_from(model)[-2:] for model in MODELS if belongs(model) and len(steps_from(model)) > 1}


def restated(tree: ast.AST) -> list[int]:
    """Lines that spell out a way of two steps or more, as a lookup or as a chain of attributes."""
    wrong = []
    for node in ast.walk(tree):
        for last, document in AFAR:
            match node:
                case ast.Constant(value=str() as text) if re.search(f"(^|__){last}__{document}(__|$)", text):
                    wrong.append(node.lineno)
                case ast.Attribute(attr=name, value=ast.Attribute(attr=above)) if (above, name) == (
                    last,
                    document,
                ):
                    wrong.append(node.lineno)
                case ast.keyword(arg=str() as name) if f"{last}__{document}" in name:
                    wrong.append(node.value.lineno)
    return wrong


def test_no_room_spells_out_the_way_to_a_document():
    house = Sources.of_the_house()
    found = {
        module: lines
        for module, tree in house.trees.items()
        if not within(module, "tests") and "migrations" not in module.split(".") and (lines := restated(tree))
    }
    assert found == {}, "plans.law.belonging: to_document, document_of, rows_of"


@pytest.mark.parametrize(
    "line",
    [
        "rows.filter(block__document=document)",
        'rows.select_related("task__block__document__unit")',
        'rows.order_by("block__document")',
        "document = assignment.task.block.document",
    ],
)
def test_this_law_sees_every_way_of_spelling_it(line):
    assert restated(ast.parse(line)) == [1]
