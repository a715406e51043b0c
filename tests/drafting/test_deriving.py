"""Tổ chức thực hiện drafted from who was given what: offices are told, the Front and the unions are asked."""

import pytest

from childlabour.units.models import Unit, UnitFunction
from plans.drafting.deriving import draft_organisation
from plans.models import Assignment, AssignmentRole, Document, Section, SectionKind, Task
from tests.cast import Office, a_plan

pytestmark = pytest.mark.django_db

RULES_OF_THEIR_OWN = {UnitFunction.FRONT, UnitFunction.UNION, UnitFunction.OTHER}  # nobody's subordinates


def an_office_for(function: str, office: Office) -> Unit:
    return Unit.objects.create(name=f"Đơn vị {function}", place=office.district, function=function)


def a_document_with_work(
    office: Office, *given: tuple[str, Unit, AssignmentRole]
) -> tuple[Document, Section]:
    """A draft whose tasks were given out as said, and its part "Tổ chức thực hiện", still empty."""
    document = a_plan(office.committee, tasks=0)
    work = Section.objects.create(document=document, order=2, kind=SectionKind.TASKS, heading="Nhiệm vụ")
    for heading, unit, role in given:
        task, _ = Task.objects.get_or_create(section=work, heading=heading)
        Assignment.objects.create(task=task, unit=unit, role=role)
    return document, document.sections.get(kind=SectionKind.ORGANISATION)


def drafted(office: Office, *given) -> dict[str, str]:
    """The lines that are drafted: who is named → what is said."""
    document, organisation = a_document_with_work(office, *given)
    draft_organisation(document.pk, f"section-{organisation.pk}", office.lan)
    return {task.units_as_printed: task.details for task in organisation.tasks.all()}


@pytest.mark.parametrize("function", UnitFunction)
def test_the_front_and_the_unions_are_asked_and_every_office_is_told(office, function):
    unit = an_office_for(function, office)
    lines = drafted(office, ("Rà soát trẻ em có nguy cơ", unit, AssignmentRole.LEAD))
    ((label, said),) = lines.items()
    if function in RULES_OF_THEIR_OWN:
        assert label == f"Đề nghị {unit}"
        assert "Theo chức năng, nhiệm vụ, chủ trì: rà soát trẻ em có nguy cơ." in said
    else:
        assert label == str(unit)
        assert "Chủ trì thực hiện: rà soát trẻ em có nguy cơ." in said


def test_the_front_in_the_papers_of_the_district_is_asked(office):
    lines = drafted(office, ("Vận động học sinh trở lại trường", office.front, AssignmentRole.LEAD))
    assert list(lines) == [f"Đề nghị {office.front}"]


def test_what_is_led_and_what_is_shared_are_two_sentences_leads_first(office):
    lines = drafted(
        office,
        ("Kiểm tra cơ sở sản xuất", office.police, AssignmentRole.LEAD),
        ("Rà soát hộ nghèo", office.school, AssignmentRole.LEAD),
        ("Rà soát hộ nghèo", office.police, AssignmentRole.PARTNER),
        ("Rà soát hộ nghèo", office.labour, AssignmentRole.PARTNER),
    )
    assert list(lines) == [str(office.police), str(office.school), str(office.labour)]
    assert lines[str(office.police)] == (
        "Chủ trì thực hiện: kiểm tra cơ sở sản xuất.\nPhối hợp thực hiện: rà soát hộ nghèo."
    )


def test_whoever_keeps_the_money_is_told_to_find_it(office):
    finance = an_office_for(UnitFunction.FINANCE, office)
    (said,) = drafted(office, ("Lập dự toán", finance, AssignmentRole.LEAD)).values()
    first, second = said.splitlines()
    assert first.startswith("Tham mưu bố trí kinh phí") and "Kế hoạch" in first
    assert second == "Chủ trì thực hiện: lập dự toán."


def test_names_of_agencies_keep_their_capitals(office):
    (said,) = drafted(office, ("UBND xã rà soát", office.police, AssignmentRole.LEAD)).values()
    assert said == "Chủ trì thực hiện: UBND xã rà soát."


def test_who_is_named_there_already_is_not_named_again(office):
    document, organisation = a_document_with_work(
        office,
        ("Kiểm tra cơ sở sản xuất", office.police, AssignmentRole.LEAD),
        ("Vận động học sinh", office.front, AssignmentRole.LEAD),
    )
    key = f"section-{organisation.pk}"
    assert draft_organisation(document.pk, key, office.lan) == 2
    assert draft_organisation(document.pk, key, office.lan) == 0
    assert organisation.tasks.count() == 2
