"""What the table of rights does not open is refused in words and changes nothing; every act says what it does."""

from itertools import product

import pytest

from childlabour.core.errors import Refusal
from childlabour.units.models import Role
from plans.issuing import steps
from plans.issuing.workflow import may, perform
from plans.law.rights import may_edit
from plans.law.states import SIGNED_HERE, WITH_NUMBER
from plans.models import Action, Document, Origin, Status
from plans.web.views.issuing.forms import form_for
from tests.cast import a_plan, an_officer
from tests.laws.test_rights import opened_by

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(office):
    """One officer a role, in the issuing agency; one with no role; one with every role in another agency."""
    own = {
        role: an_officer(f"chi-{role}", f"Chỉ {role}", office.committee, **{f"is_{role}": True})
        for role in Role
    }
    everything = {f"is_{role}": True for role in (Role.DRAFTER, Role.LEADER, Role.CLERK)}
    stranger = an_officer("nguoi-la", "Người Lạ", office.other_committee, **everything)
    nobody = an_officer("khong-vai", "Không Vai", office.committee)
    return own, (stranger, nobody)


def in_state(document: Document, status: Status) -> Document:
    """The document as it would stand in that state, without having gone there; nothing here is saved."""
    document.status = status
    return document


@pytest.mark.parametrize("origin", Origin)
def test_whatever_is_not_open_is_refused_in_words_and_changes_nothing(office, people, origin):
    own, without = people
    document = a_plan(office=office, targets=0, tasks=0, origin=origin)
    refused = 0
    for place, status in enumerate(Status):
        if origin == Origin.CARRIED_OVER and status in SIGNED_HERE:
            continue  # a constraint keeps old papers from there
        numbered = {"number": 900 + place, "number_year": 2023, "issued_on": "2023-06-01"}
        none = dict.fromkeys(numbered)
        Document.objects.filter(pk=document.pk).update(
            status=status, **numbered if status in WITH_NUMBER else none
        )
        for action, person in product(Action, [*own.values(), *without]):
            if person in own.values():
                role = next(role for role, officer in own.items() if officer == person)
                if action != Action.EDIT and role in opened_by(action, status, origin):
                    continue
            with pytest.raises(Refusal) as refusal:
                perform(action, document, person)
            said = str(refusal.value)
            assert "không có quyền" in said or "được: văn bản" in said or "không làm riêng được" in said
            refused += 1
        document.refresh_from_db()
        assert document.status == status
    assert refused > 600
    assert not document.events.exists()


def test_every_act_speaks_a_person_can_read_what_pressing_it_does_and_what_was_done():
    for step in steps.DOCUMENTS:
        if step.is_own_act:
            assert step.words.name and step.words.hint.endswith(".") and step.words.done.endswith("."), (
                step.name
            )


def test_a_form_asks_for_what_the_step_asks_and_for_nothing_else(office):
    document = a_plan(office=office)
    for step in steps.DOCUMENTS:
        asked = {ask.name for ask in step.asks}
        assert set(form_for(step.name, document).fields) <= asked, step.name
        assert asked <= set(steps.TOLD), step.name


def test_what_nothing_asks_for_is_a_fault_of_the_program(office, lan):
    with pytest.raises(TypeError, match="colour"):
        perform(Action.SUBMIT, a_plan(office=office), lan, colour="đỏ")


def test_the_keeper_edits_but_does_not_sign_for_others(keeper, office):
    document = a_plan(office=office)
    assert may_edit(keeper, document)
    for action in (Action.APPROVE, Action.NUMBER, Action.SIGN, Action.ISSUE):
        for status in Status:
            assert not may(keeper, action, in_state(document, status))
