"""Four ways to a new draft; duties and recipients drafted from assignments."""

from datetime import date

import pytest

from childlabour.core.errors import Refusal
from childlabour.units.models import Place, PlaceLevel, Unit
from plans.drafting.deriving import draft_organisation, draft_recipients, duties_of
from plans.drafting.starting import (
    Start,
    start_blank,
    start_from_last_year,
    start_from_programme,
    start_from_upper,
)
from plans.models import Assignment, AssignmentRole, Document, SectionKind, Status, Task
from plans.paper.compose import paper_of
from plans.paper.html import to_html
from targets.models import Target
from tests.cast import a_plan, an_issued_plan

pytestmark = pytest.mark.django_db


def targets_of(document):
    return Target.objects.filter(section__document=document)


def tasks_of(document):
    return Task.objects.filter(section__document=document)


def test_a_blank_draft_has_the_four_usual_parts_and_no_number(office):
    document = start_blank(Start(office.committee, 2024, office.lan))
    assert [section.kind for section in document.sections.all()] == list(SectionKind)
    assert (document.status, document.number) == (Status.DRAFT, None)


def test_last_years_plan_moves_on_by_a_year(office):
    old = a_plan(office.committee, title="Thực hiện Chương trình năm 2023", period_from=2023, period_to=2023)
    old.tasks_due = Task.objects.filter(section__document=old).update(due_on=date(2023, 11, 30))
    new = start_from_last_year(Start(office.committee, 2024, office.lan), old)
    assert new.title == "Thực hiện Chương trình năm 2024"
    assert (new.period_from, new.period_to) == (2024, 2024)
    assert targets_of(new).count() == targets_of(old).count() > 0
    assert set(tasks_of(new).values_list("due_on", flat=True)) == {date(2024, 11, 30)}
    assert Assignment.objects.filter(task__section__document=new).count() == (
        Assignment.objects.filter(task__section__document=old).count()
    )
    assert targets_of(old).exists(), "the old plan keeps its own rows"


def test_years_of_cited_acts_stay_when_a_plan_moves_on(office):
    text = "Thực hiện Kế hoạch ngày 26 tháng 5 năm 2023 về nhiệm vụ năm 2023"
    old = a_plan(office.committee, preamble=text, period_from=2023, period_to=2023)
    new = start_from_last_year(Start(office.committee, 2024, office.lan), old)
    assert new.preamble == "Thực hiện Kế hoạch ngày 26 tháng 5 năm 2023 về nhiệm vụ năm 2024"


def test_the_upper_plan_gives_its_targets_tasks_and_a_preamble_that_cites_it(office):
    upper = an_issued_plan(office.committee, frozen=False)
    document = start_from_upper(Start(office.people_of_tan_thanh, 2023, office.pao), upper)
    assert document.parent == upper
    assert upper.code in document.preamble
    assert "Ủy ban nhân dân xã Tân Thành" in document.preamble
    assert not document.citations.exists(), "the opening names it; a căn cứ beside it would say it twice"
    assert targets_of(document).count() == targets_of(upper).count()
    assert all(target.upper.section.document_id == upper.pk for target in targets_of(document))


def test_tasks_of_several_parts_above_follow_one_another(office):
    upper = an_issued_plan(office.committee, frozen=False, tasks=2)
    first, second = upper.sections.order_by("order")[:2]
    for place, (section, words) in enumerate(
        [(first, "Một"), (first, "Hai"), (second, "Ba"), (second, "Bốn")]
    ):
        Task.objects.create(section=section, heading=words, order=place % 2)
    above = [str(task) for section in upper.sections.all() for task in section.tasks.all()]
    document = start_from_upper(Start(office.people_of_tan_thanh, 2023, office.pao), upper)
    taken = [str(task) for task in tasks_of(document).order_by("order")]
    assert taken == [words for words in above if words in taken]
    assert {"Một", "Hai", "Ba", "Bốn"} <= set(taken)


def test_a_draft_above_cannot_be_carried_out_yet(office):
    upper = a_plan(office.committee)
    with pytest.raises(Refusal, match="chưa ban hành"):
        start_from_upper(Start(office.people_of_tan_thanh, 2023, office.pao), upper)


def test_a_programmes_standard_targets_come_from_the_act_that_set_them(office):
    act = an_issued_plan(office.committee, frozen=False, programme=office.programme)
    document = start_from_programme(Start(office.people_of_tan_thanh, 2023, office.pao), office.programme)
    assert targets_of(document).count() == targets_of(act).count()


def test_nobody_starts_a_draft_for_another_unit(office):
    with pytest.raises(Refusal, match="soạn thảo của đơn vị"):
        start_blank(Start(office.committee, 2024, office.mai))
    assert not Document.objects.filter(unit=office.committee).exists()


def test_a_unit_that_ended_last_year_writes_no_new_plan(office):
    office.committee.valid_to = date(2025, 6, 30)
    office.committee.save()
    with pytest.raises(Refusal, match="không còn hoạt động"):
        start_blank(Start(office.committee, 2026, office.lan))


def a_draft_with_work(office) -> Document:
    document = a_plan(office.committee, targets=0, tasks=0)
    section = document.sections.create(order=2, kind=SectionKind.TASKS, heading="Nhiệm vụ")
    task = Task.objects.create(section=section, heading="Truyền thông về phòng ngừa lao động trẻ em")
    for unit, role in (
        (office.police, AssignmentRole.LEAD),
        (office.front, AssignmentRole.PARTNER),
        (office.people_of_tan_thanh, AssignmentRole.PARTNER),
    ):
        Assignment.objects.create(task=task, unit=unit, role=role)
    return Document.objects.get(pk=document.pk)


def test_the_front_is_asked_and_the_police_is_told(office):
    labels = {unit: duty.label for duty in duties_of(a_draft_with_work(office)) for unit in duty.units}
    assert labels[office.front].startswith("Đề nghị Ủy ban Mặt trận")
    assert labels[office.police] == str(office.police)


def test_duties_are_drafted_once_for_each_unit(office):
    document = a_draft_with_work(office)
    key = f"section-{document.sections.get(kind=SectionKind.ORGANISATION).pk}"
    assert draft_organisation(document.pk, key, office.lan) == 3
    assert draft_organisation(document.pk, key, office.lan) == 0
    assert Assignment.objects.filter(task__section__document=document).count() == 3, (
        "nobody is given it a second time"
    )


def communes_given_one_task(office, *, but: int = 0) -> Document:
    """Four communes of the district; all `but` so many co-operate in one task that the labour office leads."""
    document = a_plan(office.committee, targets=0, tasks=0)
    for name in ("xã Hữu Liên", "xã Yên Bình", "thị trấn Hữu Lũng"):
        place = Place.objects.create(name=name, level=PlaceLevel.COMMUNE, parent=office.district)
        Unit.objects.create(
            name=f"Ủy ban nhân dân {name}", short_name=f"UBND {name}", place=place, function="committee"
        )
    section = document.sections.create(order=2, kind=SectionKind.TASKS, heading="Nhiệm vụ")
    task = Task.objects.create(section=section, heading="UBND xã, thị trấn rà soát trẻ em")
    Assignment.objects.create(task=task, unit=office.labour)
    communes = Unit.objects.filter(function="committee", place__level=PlaceLevel.COMMUNE)
    for unit in communes[but:]:
        Assignment.objects.create(task=task, unit=unit, role=AssignmentRole.PARTNER)
    return Document.objects.get(pk=document.pk)


def test_all_communes_together_are_printed_by_one_name(office):
    document = communes_given_one_task(office)
    assert "phối hợp: UBND các xã, thị trấn." in to_html(paper_of(document))


def test_communes_are_printed_one_by_one_when_one_of_them_is_left_out(office):
    page = to_html(paper_of(communes_given_one_task(office, but=1)))
    assert "UBND các xã" not in page
    assert "UBND thị trấn Hữu Lũng" in page


def test_communes_with_the_same_work_are_one_duty(office):
    document = communes_given_one_task(office)
    key = f"section-{document.sections.get(kind=SectionKind.ORGANISATION).pk}"
    assert draft_organisation(document.pk, key, office.lan) == 2
    assert draft_organisation(document.pk, key, office.lan) == 0
    lines = list(
        document.sections.get(kind=SectionKind.ORGANISATION).tasks.values_list("units_as_printed", "details")
    )
    assert lines[1] == ("UBND các xã, thị trấn", "Phối hợp thực hiện: UBND xã, thị trấn rà soát trẻ em.")


def test_recipients_come_from_the_assignments_and_end_with_the_file_copy(office):
    document = a_draft_with_work(office)
    document.recipients.all().delete()
    document.recipients.create(order=0, text="Đài truyền thanh huyện")
    draft_recipients(document.pk, office.lan)
    lines = [row.text for row in document.recipients.all()]
    assert str(office.police) in lines
    assert "Đài truyền thanh huyện" in lines, "a line typed by hand stays"
    assert lines[-1] == "Lưu: VT, LĐTBXH"
