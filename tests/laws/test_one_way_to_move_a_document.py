"""Nothing but the workflow writes a status, and every column of what is issued is accounted for."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

from plans.issuing.triggers import KEPT
from plans.law.belonging import belongs
from plans.models import Status

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("childlabour", "targets", "plans")
THE_ONE = "childlabour/core/steps.py"  # by the name of the state that a table gives it
# Papers that came into the world elsewhere, some without a number that anyone knows.
FILED_AS_THEY_ARE = {"childlabour/samples/filing.py"}
OF_A_PLAN = {status.value for status in Status} | {status.name for status in Status}


def sources() -> Iterator[tuple[str, ast.Module]]:
    for room in ROOMS:
        for file in sorted((ROOT / room).rglob("*.py")):
            if "migrations" not in file.parts:
                yield str(file.relative_to(ROOT)), ast.parse(file.read_text(encoding="utf-8"))


def writes_of_status(tree: ast.Module) -> Iterator[int]:
    """Lines that set a `.status`, or whatever a table of steps calls its state, or hand `status=` to new rows."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=targets) if any(_is_status(target) for target in targets):
                yield node.lineno
            case ast.AugAssign(target=target) | ast.AnnAssign(target=target) if _is_status(target):
                yield node.lineno
            case ast.Call(func=func, keywords=keywords) if _writes_rows(func):
                if any(keyword.arg == "status" for keyword in keywords):
                    yield node.lineno
            case ast.Call(func=ast.Name(id="setattr"), args=[_, ast.Constant(value="status"), *_]):
                yield node.lineno
            case ast.Call(func=ast.Name(id="setattr"), args=[_, ast.Attribute(attr="state"), *_]):
                yield node.lineno


def _is_status(target: ast.expr) -> bool:
    return isinstance(target, ast.Attribute) and target.attr == "status"


def _writes_rows(func: ast.expr) -> bool:
    if isinstance(func, ast.Attribute):
        return func.attr in {"create", "update", "update_or_create", "get_or_create", "Document"}
    return isinstance(func, ast.Name) and func.id == "Document"


def test_nothing_but_the_workflow_writes_the_status_of_a_plan():
    found = {name: list(writes_of_status(tree)) for name, tree in sources()}
    assert len(found.pop(THE_ONE)) == 1, "the engine itself writes it, once"
    elsewhere = {name: lines for name, lines in found.items() if lines and name not in FILED_AS_THEY_ARE}
    assert elsewhere == {}, "move documents through plans.issuing.workflow.perform"


@pytest.mark.parametrize(
    "line",
    [
        "plan.status = Status.ISSUED",
        "Document.objects.filter(pk=1).update(status='issued')",
        "Document(status='issued')",
        "Document.objects.create(title='x', status=Status.DRAFT)",
        "setattr(plan, 'status', 'issued')",
        "setattr(plan, DOCUMENTS.state, 'issued')",
    ],
)
def test_this_law_sees_every_way_of_writing_it(line):
    assert list(writes_of_status(ast.parse(line))) == [1]


def test_every_table_of_a_document_is_kept_or_known_to_live_on():
    """A new table whose rows belong to a document must be entered in `plans.issuing.triggers.KEPT`."""
    # Who is at it now, forgotten after a minute; what it was read from, forgotten after its time; how far it got with
    # each unit, who was reminded, what a unit plans for itself: these go on after the issue.
    lives_on = {"Presence", "Intake", "IntakeFile", "Delivery", "Reminder", "TaskReminder", "WorkItem"}
    of_documents = {model.__name__ for model in apps.get_models() if belongs(model)}
    assert of_documents - lives_on == {entry.model.__name__ for entry in KEPT}


def test_search_keys_can_always_be_made_anew():
    held = {kept.model.__name__ for kept in KEPT if "search_key" in kept.columns}
    assert held == set()
