"""One door for "no": nothing a person may ask of a document, in whatever state, is answered with a fault.

A refusal becomes a page, a 422 or JSON in `plans/web/door.py` alone; whoever catches one elsewhere hides it.
"""

import ast
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.urls import reverse

from plans.content.asking import content_of
from plans.followup.steps import Move
from plans.models import Action, Assignment, AssignmentState, Document, Status
from tests.cast import a_plan, an_issued_plan
from tests.issuing.way import approved, numbered, signed, submitted
from tests.laws.imports import HOUSE

ROOMS = ("plans/web", "plans/admin", "childlabour/units")
THE_DOOR = "plans/web/door.py"


# ── Nobody else catches a refusal ───────────────────────────────────────────────────────────────


def catches(tree: ast.Module) -> Iterator[int]:
    """Lines that catch or suppress a refusal, by its name or by the name of one of its kinds."""
    for node in ast.walk(tree):
        match node:
            case ast.ExceptHandler(type=caught) if caught is not None and _names_refusal(caught):
                yield node.lineno
            case ast.Call(func=ast.Name(id="suppress") | ast.Attribute(attr="suppress"), args=caught):
                if any(_names_refusal(one) for one in caught):
                    yield node.lineno


def _names_refusal(caught: ast.expr) -> bool:
    named = {node.id for node in ast.walk(caught) if isinstance(node, ast.Name)}
    named |= {node.attr for node in ast.walk(caught) if isinstance(node, ast.Attribute)}
    return bool(named & {"Refusal", "Unreadable"})


def test_only_the_door_catches_a_refusal():
    found = {}
    for room in ROOMS:
        for file in sorted((HOUSE / room).rglob("*.py")):
            lines = list(catches(ast.parse(file.read_text(encoding="utf-8"))))
            if lines:
                found[str(file.relative_to(HOUSE))] = lines
    assert found == {}, "let it go to the door, or ask with `Attempt`"


@pytest.mark.parametrize(
    "line",
    [
        "try:\n    x()\nexcept Refusal:\n    pass",
        "try:\n    x()\nexcept (ValueError, errors.Refusal) as no:\n    pass",
        "try:\n    x()\nexcept Unreadable:\n    pass",
        "with suppress(Refusal):\n    x()",
        "with contextlib.suppress(errors.Refusal):\n    x()",
    ],
)
def test_this_law_sees_every_way_of_catching_one(line):
    assert list(catches(ast.parse(line)))


# ── Whatever is asked of a document, in whatever state ──────────────────────────────────────────

pytestmark = pytest.mark.django_db

STATES = {
    "draft": lambda office: a_plan(office.committee),
    "submitted": submitted,
    "approved": approved,
    "numbered": numbered,
    "signed": signed,
    "issued": lambda office: an_issued_plan(office.committee),
    "cancelled": lambda office: cancelled(a_plan(office.committee)),
    "of another district": lambda office: a_plan(office.other_committee),
}
AT_THE_DESK = ("editor", "sheet", "sheet_save", "sheet_news", "units", "check", "history", "comparison")
CHANGES = ("draft_organisation", "draft_recipients")
OF_ISSUING = ("document", "copy", "sign", "take_back", "scan", "scan_file")
PAGES = {
    "GET": lambda client, address: client.get(address),
    "POST": lambda client, address: client.post(address, FORM),
    "POST JSON": lambda client, address: client.post(address, FORM, HTTP_ACCEPT="application/json"),
}
ACTS = {name: PAGES[name] for name in ("POST", "POST JSON")}
FORM = {
    "lines": "- Kinh phí.",
    "act": "all:task",
    "reason": "Thiếu.",
    "day": "01/06/2023",
    "number": "7",
    "seen": "1",
}


def cancelled(document: Document) -> Document:
    Document.objects.filter(pk=document.pk).update(status=Status.CANCELLED)
    return document


def asked_of(document: Document) -> Iterator[tuple[str, dict]]:
    """(address, ways of asking) of everything at the desk and on the way of a document."""
    block, _ = next(content_of(document).targets)
    for name in (*AT_THE_DESK, *CHANGES):
        yield reverse(f"desk:{name}", args=[document.pk]), PAGES
    for key in ("body", f"block-{block.key}", "block-khong-co"):
        yield reverse("desk:spot", args=[document.pk, key]), PAGES
    for what in ("renumber", "remake", "say", "fly"):
        yield reverse("desk:put_right", args=[document.pk, block.key, what]), PAGES
    for name in OF_ISSUING:
        yield reverse(f"issuing:{name}", args=[document.pk]), PAGES
    for action in (*Action, "fly"):
        yield reverse("issuing:act", args=[document.pk, action]), ACTS


@pytest.mark.parametrize("state", STATES)
def test_a_document_in_any_state_answers_whoever_asks_whatever(client, office, state):
    document = STATES[state](office)
    people = {"anyone": None, "lan": office.lan, "hung": office.hung, "thu": office.thu, "mai": office.mai}
    client.raise_request_exception = False
    broken = []
    for name, officer in people.items():
        client.logout()
        if officer:
            client.force_login(officer)
        for address, asks in asked_of(document):
            for verb, ask in asks.items():
                with transaction.atomic():  # what one of them manages to do is undone for the next
                    answer = ask(client, address)
                    transaction.set_rollback(True)
                if answer.status_code >= 500:
                    broken.append(f"{name} {verb} {address}: {answer.status_code}")
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("state", AssignmentState)
def test_a_task_in_any_state_answers_whoever_asks_whatever(client, office, state):
    an_issued_plan(office.committee, frozen=False, tasks=1)
    given = Assignment.objects.get()
    Assignment.objects.update(state=state)
    client.raise_request_exception = False
    answers = {}
    for officer in (office.pao, office.lan, office.hung, office.thu, office.mai):
        client.force_login(officer)
        for move in (*Move, "fly"):
            for text in ("", "Đã họp ba thôn."):
                with transaction.atomic():
                    form = {"move": move, "text": text}
                    answer = client.post(reverse("tasks:assignment", args=[given.pk]), form)
                    transaction.set_rollback(True)
                answers[f"{officer} {move} {text}"] = answer.status_code
    assert {asked: status for asked, status in answers.items() if status >= 500} == {}
    assert {status for asked, status in answers.items() if "fly" in asked} == {404}
