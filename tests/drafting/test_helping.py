"""What the desk proposes and keeps an eye on: upper targets, recipients, units that are gone, who may sign."""

from datetime import date

import pytest

from childlabour.units.models import SigningCapacity, Unit
from plans.checking.dossier import dossier_of
from plans.checking.rules import check
from plans.drafting.arranging import add_targets
from plans.drafting.deriving import draft_recipients
from plans.drafting.matching import matching_upper
from plans.drafting.saving import Saved, open_draft, save_spot
from plans.drafting.spots import form_for, outline
from plans.drafting.starting import Start, start_blank, start_from_last_year
from plans.models import Assignment, AssignmentRole, Document, SectionKind, Task
from targets.models import Target
from tests.cast import a_plan, an_issued_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def below(office) -> Document:
    """A blank draft of the commune that carries out the district's plan."""
    upper = an_issued_plan(office.committee, frozen=False, targets=3)
    document = start_blank(Start(office.people_of_tan_thanh, 2023, office.pao))
    Document.objects.filter(pk=document.pk).update(parent=upper, programme=office.programme)
    return open_draft(document.pk, office.pao)


def a_new_target(document, office, sentence) -> Target:
    section = document.sections.get(kind=SectionKind.OBJECTIVES)
    (target,) = add_targets(document.pk, f"section-{section.pk}", sentence, office.pao)
    return target


def test_a_target_in_the_words_of_the_upper_one_is_linked_at_once(below, office):
    words = "Trên 40% cán bộ, giáo viên được cung cấp kiến thức về phòng ngừa lao động trẻ em"
    assert a_new_target(below, office, words).upper.section.document == below.parent


def test_a_target_much_like_the_upper_one_gets_a_proposal_and_a_stranger_none(below, office):
    near = a_new_target(below, office, "Trên 40% giáo viên được cung cấp kiến thức về lao động trẻ em")
    assert near.upper is None
    assert matching_upper(near).section.document == below.parent
    far = a_new_target(below, office, "100% xã có mạng lưới cộng tác viên")
    assert matching_upper(far) is None


def test_the_proposal_is_taken_by_one_button(below, office):
    near = a_new_target(below, office, "Trên 40% giáo viên được cung cấp kiến thức về lao động trẻ em")
    proposed = matching_upper(near)
    key = f"target-{near.pk}"
    form = form_for(below, key, office.pao)
    shown = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False, "")}
    outcome = save_spot(below.pk, key, shown | {"take_upper": str(proposed.pk)}, office.pao)
    assert isinstance(outcome, Saved)
    near.refresh_from_db()
    assert near.upper == proposed


def test_the_parts_of_the_plan_number_themselves_in_the_outline(below):
    titles = [spot.title for spot in outline(below) if spot.key.startswith("section-")]
    assert titles[:2] == ["I. Mục đích, yêu cầu", "II. Mục tiêu"]


def test_all_communes_of_the_district_are_one_line_of_recipients(office):
    second = Unit.objects.create(
        name="Ủy ban nhân dân thị trấn", place=office.commune, function="committee", symbol="UBND"
    )
    document = a_plan(office.committee, tasks=1)
    task = Task.objects.get(section__document=document)
    Assignment.objects.create(task=task, unit=second, role=AssignmentRole.PARTNER)
    draft_recipients(document.pk, office.lan)
    lines = [row.text for row in document.recipients.all()]
    assert "UBND các xã" in lines
    assert str(second) not in lines
    assert lines[-1] == "Lưu: VT, LĐTBXH"


def test_a_unit_that_ended_last_year_stays_until_someone_takes_it_out_and_the_check_says_so(office):
    last_year = an_issued_plan(office.committee, frozen=False, tasks=1)
    ended = Task.objects.get(section__document=last_year).leads[0]
    document = start_from_last_year(Start(office.committee, 2024, office.lan), last_year)
    Unit.objects.filter(pk=ended.pk).update(valid_to=date(2023, 6, 30))
    task = Task.objects.get(section__document=document)
    key = f"task-{task.pk}"
    typed = {"heading": task.heading, "leads": [str(ended.pk)], "details": "- Rà soát."}
    assert isinstance(save_spot(document.pk, key, typed, office.lan), Saved)
    assert task.leads == (ended,)
    said = [finding.message for finding in check(dossier_of(open_draft(document.pk, office.lan)))]
    assert any("đã kết thúc hoạt động" in message and "30/6/2023" in message for message in said)


def test_only_those_entitled_on_the_day_are_offered_to_sign(office):
    SigningCapacity.objects.create(
        unit=office.committee, signer="Người cũ", lines="CHỦ TỊCH", valid_to=date(2022, 12, 31)
    )
    form = form_for(a_plan(office.committee), "signature", office.lan)
    assert [capacity.signer for capacity in form.fields["capacity"].queryset] == ["Vi Văn Hùng"]


def test_lines_of_a_signature_changed_by_hand_stand_though_a_person_was_chosen(office):
    document = a_plan(office.committee)
    form = form_for(document, "signature", office.lan)
    chosen = {"capacity": form.initial["capacity"], "signer": "Vi Văn Hùng"}
    save_spot(document.pk, "signature", chosen | {"signature_lines": "Q. CHỦ TỊCH"}, office.lan)
    assert Document.objects.get(pk=document.pk).signature_lines == "Q. CHỦ TỊCH"
