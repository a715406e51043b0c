"""Who may do what, tried in every combination of role, state and action, against a table written a second time."""

from datetime import timedelta
from itertools import product

import pytest
from django.conf import settings
from django.db import transaction
from django.urls import reverse

from childlabour.core.clock import today
from childlabour.core.errors import Refusal
from childlabour.units.models import Post, Role, Unit
from plans.followup.steps import ASSIGNMENTS, Move
from plans.issuing.workflow import available, may
from plans.law.rights import may_edit
from plans.models import Action, Assignment, AssignmentState, Document, Origin, Status
from plans.pages.rights_page import as_markdown
from plans.takedown.steps import TAKE_DOWNS as STEPS_OF_A_TAKE_DOWN
from plans.takedown.steps import ask
from tests.cast import a_plan, an_issued_plan, an_officer

pytestmark = pytest.mark.django_db

# Said once more, by hand: a change of the program's own table has to be meant twice.
DOCUMENTS = {
    "edit": ("draft", "drafter keeper"),
    "submit": ("draft", "drafter"),
    "withdraw": ("submitted", "drafter"),
    "send_back": ("submitted approved numbered", "leader"),
    "return_for_form": ("approved", "clerk"),
    "approve": ("submitted", "leader"),
    "number": ("approved", "clerk"),
    "record": ("numbered", "clerk leader"),
    "sign": ("numbered", "leader"),
    "take_back": ("numbered signed", "clerk leader"),
    "seal": ("signed", "clerk"),
    "void": ("numbered signed", "clerk"),
    "issue": ("signed", "clerk"),
    "propose": ("draft", "drafter"),
    "carry_over": ("submitted", "clerk leader"),
    "decline": ("submitted", "clerk leader"),
    "amend": ("issued", "drafter"),
    "replace": ("issued", "drafter"),
    "correct": ("issued", "drafter"),
    "mark": ("issued", "drafter leader"),  # and who leads the office in its place: tests of issuing
    "copy": ("issued", "clerk"),
    "become_replaced": ("", ""),
    "revoke": ("issued", "leader"),
    "cancel": ("draft submitted approved", "drafter leader"),
    "reopen": ("cancelled", "drafter leader"),
    # No acts of the document: a take-down moves on a table of its own, below.
    "ask_take_down": ("", ""),
    "take_down": ("", ""),
    "decline_take_down": ("", ""),
}
# Of a take-down that a drafter of the unit asked for; who asked may only decline.
TAKE_DOWNS = {"confirm": "leader keeper", "decline": "leader keeper asker"}
OPEN = "given received under_way sent_back"
UNANSWERED = f"{OPEN} refused"
UNFINISHED = f"{UNANSWERED} reported suspended"
TASKS = {
    "give": ("", "", ""),  # no step of a row: it makes one
    "receive": ("unit", "given", "responder"),
    "refuse": ("unit", "given received", "responder"),
    "start": ("unit", "given received sent_back", "responder"),
    "report": ("unit", OPEN, "responder"),
    "finish": ("unit", OPEN, "responder"),
    "ask_more_time": ("unit", OPEN, "responder"),
    "allot": ("unit", OPEN, "responder"),
    "accept": ("issuer", "reported", "drafter leader"),
    "send_back": ("issuer", "reported", "drafter leader"),
    "grant": ("issuer", OPEN, "drafter leader"),
    "decline": ("issuer", OPEN, "drafter leader"),
    "extend": ("issuer", OPEN, "drafter leader"),
    "detail": ("issuer", UNFINISHED, "drafter leader"),
    "give_again": ("issuer", "refused", "drafter leader"),
    "transfer": ("issuer", f"{UNANSWERED} suspended", "drafter leader"),
    "suspend": ("issuer", UNANSWERED, "drafter leader"),
    "resume": ("issuer", "suspended", "drafter leader"),
    "recall": ("issuer", UNFINISHED, "drafter leader"),
    "close": ("issuer", UNFINISHED, "drafter leader"),
    "reopen": ("issuer", "done recalled impossible", "drafter leader"),
}


def an_officer_who_is(role: Role, unit):
    place = unit.pk if unit else "none"
    return an_officer(f"{role}-{place}", f"Chỉ là {role}", unit, **{f"is_{role}": True})


# Of each act, whether it is one of a document written here, of a paper of old times, or of both.
WAYS = {
    "here": "submit approve number record sign take_back seal void issue send_back return_for_form",
    "carried_over": "propose carry_over decline",
}


@pytest.mark.parametrize("origin", Origin)
@pytest.mark.parametrize("role", Role)
def test_every_action_in_every_state_is_open_to_exactly_these_roles(office, role, origin):
    document = a_plan(office.committee, origin=origin)
    own, foreign = an_officer_who_is(role, office.committee), an_officer_who_is(role, office.other_committee)
    for state, action in product(Status, Action):
        document.status = state
        expected = role in opened_by(action, state, origin)
        assert open_to(own, action, document) == expected, f"{role} {action} {state}"
        everywhere = expected and role == Role.KEEPER
        assert open_to(foreign, action, document) == everywhere, f"a foreign {role} {action} {state}"


def opened_by(action: Action, state: Status, origin: str = Origin.HERE) -> set[Role]:
    """The roles that the table written by hand names."""
    if any(action.value in acts.split() for way, acts in WAYS.items() if way != origin):
        return set()
    states, roles = DOCUMENTS[action.value]
    return {Role(role) for role in roles.split()} if state.value in states.split() else set()


def open_to(officer, action: Action, document) -> bool:
    """What the table opens; where it leads nowhere any more (a seal is there) it is not offered."""
    if action == Action.EDIT:
        return may_edit(officer, document)
    assert {step.name for step in available(document, officer)} <= {
        a for a in Action if may(officer, a, document)
    }
    return may(officer, action, document)


@pytest.mark.parametrize("role", Role)
def test_the_editor_opens_in_exactly_the_states_and_for_the_roles_of_the_table(client, office, role):
    document = a_plan(office.committee)
    client.force_login(an_officer_who_is(role, office.committee))
    address = reverse("desk:spot", args=[document.pk, "signature"])
    states, roles = DOCUMENTS["edit"]
    for place, state in enumerate(Status):
        # Number and date are there so that every state is a lawful row.
        changes = {"status": state, "issued_on": "2023-06-01", "number_year": 2023, "number": 900 + place}
        if state in (Status.DRAFT, Status.SUBMITTED, Status.APPROVED):
            changes |= {"issued_on": None, "number_year": None, "number": None}
        Document.objects.filter(pk=document.pk).update(signer="Trước", **changes)
        allowed = state.value in states.split() and role.value in roles.split()
        assert (client.get(address).status_code == 200) == allowed, f"{role} {state}"
        client.post(address, {"signer": "Sau"})
        document.refresh_from_db()
        assert (document.signer == "Sau") == allowed, f"{role} {state}"


@pytest.mark.parametrize("role", Role)
def test_every_step_of_a_task_is_open_to_exactly_these(office, role):
    an_issued_plan(office.committee, frozen=False, tasks=4)
    given = Assignment.objects.filter(unit=office.people_of_tan_thanh).first()
    sides = {
        "unit": an_officer_who_is(role, office.people_of_tan_thanh),
        "issuer": an_officer_who_is(role, office.committee),
        "": an_officer_who_is(role, office.other_committee),
    }
    told = told_with(office.people_of_tan_thanh, office.front)
    for side, state, move in product(sides, AssignmentState, Move):
        right_side, states, roles = TASKS[move.value]
        expected = side == right_side and state.value in states.split() and role.value in roles.split()
        Assignment.objects.filter(pk=given.pk).update(state=state, **MORE_TIME_IS_ASKED)
        was_done = done(move, given, sides[side], told.get(move, {}))
        assert was_done == expected, f"{role} of the {side or 'other'}: {move} {state}"


MORE_TIME_IS_ASKED = {
    "due_on": today() + timedelta(days=5),
    "asked_until": today() + timedelta(days=9),
}


def told_with(unit: Unit, other: Unit) -> dict[Move, dict]:
    """What each step of a task in the hands of `unit` is told, when there is more to tell than words."""
    later = MORE_TIME_IS_ASKED["asked_until"]
    return {
        Move.FINISH: {"day": today()},
        Move.ASK_MORE_TIME: {"day": later},
        Move.GRANT: {"day": None},
        Move.EXTEND: {"day": later},
        Move.TRANSFER: {"unit": other},
        Move.CLOSE: {"paper": "12/UBND-VX"},
        Move.ALLOT: {"details": {"post": Post.objects.get_or_create(unit=unit, name="Công chức")[0]}},
        Move.DETAIL: {"details": {"priority": "urgent"}},
    }


def done(move: Move, given: Assignment, officer, told: dict) -> bool:
    """Tried, and undone."""
    try:
        with transaction.atomic():
            ASSIGNMENTS.perform(move, given, officer, text="Đã làm.", **told)
            transaction.set_rollback(True)
    except Refusal:
        return False
    return True


@pytest.mark.parametrize("role", Role)
def test_a_take_down_is_settled_by_exactly_these(office, role):
    document = a_plan(office.committee)
    asked = ask(document, office.lan, words="Can thiệp sớm", reason="Thử.")
    own, foreign = an_officer_who_is(role, office.committee), an_officer_who_is(role, office.other_committee)
    for step, who in TAKE_DOWNS.items():
        for officer, expected in (
            (own, role.value in who.split()),
            (foreign, role == Role.KEEPER and role.value in who.split()),
            (office.lan, "asker" in who.split()),
        ):
            opened = {each.name.value for each in STEPS_OF_A_TAKE_DOWN.open_to(officer, asked)}
            assert (step in opened) == expected, f"{officer} {step}"


def test_the_page_in_the_docs_says_what_the_program_does():
    page = settings.BASE_DIR / "docs" / "rights.md"
    assert page.read_text(encoding="utf-8") == as_markdown(), "Mend: python manage.py write_rights"
