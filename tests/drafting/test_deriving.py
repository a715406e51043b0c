"""Tổ chức thực hiện and Nơi nhận drafted from who was given what: offices are told, the Front and unions are asked."""

from dataclasses import replace

import pytest
from django.http import Http404

from childlabour.core.errors import Refusal
from childlabour.units.models import Place, PlaceLevel, Unit, UnitFunction
from plans.content.asking import content_of
from plans.content.values import Block, ChargeMark, Receiver, TaskMark
from plans.drafting.deriving import draft_organisation, draft_recipients, duties_of
from plans.law.blocks import BlockType
from plans.models import Assignment, Charge, Document, Purpose, Task
from tests.cast import Office, a_plan, revised
from tests.content.writing import annex, clause, paragraph, part, row, table

pytestmark = pytest.mark.django_db

RULES_OF_THEIR_OWN = {UnitFunction.FRONT, UnitFunction.UNION, UnitFunction.OTHER}  # nobody's subordinates
HEADING = part("II.", "Tổ chức thực hiện", key="organisation")
LAST_WORDS = paragraph("Trên đây là Kế hoạch.", level=1, key="last")


def an_office_for(function: str, office: Office) -> Unit:
    return Unit.objects.create(name=f"Đơn vị {function}", place=office.district, function=function)


def given(text: str, lead: Unit | None = None, *partners: Unit) -> Block:
    """A task as a clause."""
    mark = TaskMark(lead=(lead.pk,) if lead else (), partners=tuple(unit.pk for unit in partners))
    return clause("1.", text, task=mark)


def a_draft(office: Office, *blocks: Block) -> Document:
    draft = a_plan(office.committee, targets=0, tasks=0)
    return revised(draft, lambda content: replace(content, blocks=blocks, recipients=()))


def a_draft_with_work(office: Office, *tasks: Block) -> Document:
    """Its tasks in one part, then "Tổ chức thực hiện", still empty, then the last words."""
    return a_draft(office, part("I.", "Nhiệm vụ"), *tasks, HEADING, LAST_WORDS)


def body_of(document: Document) -> tuple[Block, ...]:
    return content_of(Document.objects.get(pk=document.pk)).blocks


def drafted(office: Office, *tasks: Block) -> dict[str, list[str]]:
    """What is drafted: who is named → the lines below."""
    document = a_draft_with_work(office, *tasks)
    draft_organisation(document.pk, office.lan)
    return said_in(body_of(document))


def said_in(blocks: tuple[Block, ...]) -> dict[str, list[str]]:
    lines: dict[str, list[str]] = {}
    for block in blocks:
        if block.charge:
            lines[block.text] = []
        elif lines and block.marker == "-":
            lines[list(lines)[-1]].append(block.text)
    return lines


@pytest.mark.parametrize("function", UnitFunction)
def test_the_front_and_the_unions_are_asked_and_every_office_is_told(office, function):
    unit = an_office_for(function, office)
    ((label, said),) = drafted(office, given("Rà soát trẻ em có nguy cơ", unit)).items()
    if function in RULES_OF_THEIR_OWN:
        assert label == f"Đề nghị {unit}"
        assert "Theo chức năng, nhiệm vụ, chủ trì: rà soát trẻ em có nguy cơ." in said
    else:
        assert label == str(unit)
        assert "Chủ trì thực hiện: rà soát trẻ em có nguy cơ." in said


def test_what_is_led_and_what_is_shared_are_two_lines_leads_first(office):
    lines = drafted(
        office,
        given("Rà soát hộ nghèo.", office.school, office.police, office.labour),
        given("Kiểm tra cơ sở sản xuất;", office.police),
    )
    assert list(lines) == [str(office.school), str(office.police), str(office.labour)]
    assert lines[str(office.police)] == [
        "Chủ trì thực hiện: kiểm tra cơ sở sản xuất.",
        "Phối hợp thực hiện: rà soát hộ nghèo.",
    ]


def test_whoever_keeps_the_money_is_told_to_find_it(office):
    finance = an_office_for(UnitFunction.FINANCE, office)
    (said,) = drafted(office, given("Lập dự toán", finance)).values()
    assert said[0].startswith("Tham mưu bố trí kinh phí") and "Kế hoạch" in said[0]
    assert said[1] == "Chủ trì thực hiện: lập dự toán."


def test_names_of_agencies_keep_their_capitals(office):
    (said,) = drafted(office, given("UBND xã rà soát", office.police)).values()
    assert said == ["Chủ trì thực hiện: UBND xã rà soát."]


def test_work_in_a_row_is_told_by_its_longest_cell(office):
    laid = row("1", "Rà soát, lập danh sách trẻ em", "Công an", task=TaskMark(lead=(office.police.pk,)))
    (said,) = drafted(office, table(10, 60, 30, head_rows=0), laid).values()
    assert said == ["Chủ trì thực hiện: rà soát, lập danh sách trẻ em."]


def test_duties_are_words_and_nobody_is_given_them_a_second_time(office):
    document = a_draft_with_work(office, given("Kiểm tra", office.police, office.front))
    draft_organisation(document.pk, office.lan)
    assert Task.objects.filter(block__document=document).count() == 1
    assert Assignment.objects.filter(task__block__document=document).count() == 2
    charged = Charge.objects.filter(block__document=document).values_list("units_said", "units")
    assert set(charged) == {
        (str(office.police), office.police.pk),
        (f"Đề nghị {office.front}", office.front.pk),
    }


def test_who_is_named_already_is_not_named_again(office):
    named = clause("1.", "Công an", charge=ChargeMark((office.police.pk,), "Công an"))
    document = a_draft(
        office,
        part("I.", "Nhiệm vụ"),
        given("Kiểm tra", office.police),
        given("Vận động", office.front),
        HEADING,
        named,
    )
    assert draft_organisation(document.pk, office.lan) == 1
    assert draft_organisation(document.pk, office.lan) == 0
    assert [block.printed for block in body_of(document)][-2] == f"2. Đề nghị {office.front}"


def test_work_that_stands_under_the_name_of_its_unit_is_not_told_twice(office):
    charge = clause("1.", "Công an", charge=ChargeMark((office.police.pk,), "Công an"))
    duty = paragraph("Xử lý vi phạm", "-", level=3, task=TaskMark())
    document = a_draft(office, HEADING, charge, duty)
    assert duties_of(document, content_of(document)) == []


def test_the_part_is_found_and_its_numbers_run_on_before_the_last_words(office):
    document = a_draft(
        office,
        part("I.", "Nhiệm vụ"),
        given("Kiểm tra", office.police),
        HEADING,
        clause("1.", "Kinh phí"),
        paragraph("Từ ngân sách.", "-"),
        LAST_WORDS,
        annex("Phụ lục", "Biểu mẫu"),
    )
    draft_organisation(document.pk, office.lan)
    assert [block.printed for block in body_of(document)][4:] == [
        "- Từ ngân sách.",
        f"2. {office.police}",
        "- Chủ trì thực hiện: kiểm tra.",
        "Trên đây là Kế hoạch.",
        "Phụ lục Biểu mẫu",
    ]


def test_a_draft_without_the_part_gets_it_behind_its_last_part(office):
    document = a_draft(
        office,
        part("I.", "Nhiệm vụ"),
        given("Kiểm tra", office.police),
        LAST_WORDS,
        annex("Phụ lục", "Biểu mẫu"),
    )
    draft_organisation(document.pk, office.lan)
    blocks = body_of(document)
    assert (blocks[2].type, blocks[2].printed) == (BlockType.PART, "II. Tổ chức thực hiện")
    assert [block.printed for block in blocks[3:5]] == [
        f"1. {office.police}",
        "- Chủ trì thực hiện: kiểm tra.",
    ]


def test_a_draft_of_loose_paragraphs_gets_the_part_at_its_end(office):
    document = a_draft(office, given("Kiểm tra", office.police))
    draft_organisation(document.pk, office.lan)
    assert [block.printed for block in body_of(document)][1] == "I. Tổ chức thực hiện"


def test_who_may_not_write_drafts_nothing(office):
    document = a_draft_with_work(office, given("Kiểm tra", office.police))
    for act in (draft_organisation, draft_recipients):
        with pytest.raises(Http404):
            act(document.pk, office.mai)
        with pytest.raises(Refusal):
            act(document.pk, office.hung)
    assert not document.versions.exists()


# ── Communes ─────────────────────────────────────────────────────────────────────────────────────


def communes_given_one_task(office: Office, *, but: int = 0) -> Document:
    """Four communes of the district; all `but` so many co-operate in one task that the labour office leads."""
    for name in ("xã Hữu Liên", "xã Yên Bình", "thị trấn Hữu Lũng"):
        place = Place.objects.create(name=name, level=PlaceLevel.COMMUNE, parent=office.district)
        Unit.objects.create(
            name=f"Ủy ban nhân dân {name}", short_name=f"UBND {name}", place=place, function="committee"
        )
    communes = Unit.objects.filter(function="committee", place__level=PlaceLevel.COMMUNE)
    return a_draft_with_work(office, given("Rà soát trẻ em", office.labour, *communes[but:]))


def test_communes_with_the_same_work_are_one_duty(office):
    document = communes_given_one_task(office)
    assert draft_organisation(document.pk, office.lan) == 2
    assert draft_organisation(document.pk, office.lan) == 0
    assert said_in(body_of(document))["UBND các xã, thị trấn"] == ["Phối hợp thực hiện: rà soát trẻ em."]


def test_communes_are_told_one_by_one_when_one_of_them_is_left_out(office):
    document = communes_given_one_task(office, but=1)
    assert draft_organisation(document.pk, office.lan) == 4
    assert "UBND thị trấn Hữu Lũng" in said_in(body_of(document))


def test_one_line_of_nơi_nhận_names_all_the_communes(office):
    document = communes_given_one_task(office)
    draft_recipients(document.pk, office.lan)
    lines = [line.text for line in content_of(Document.objects.get(pk=document.pk)).recipients]
    assert lines == [str(office.labour), "UBND các xã, thị trấn", "Lưu: VT, LĐTBXH"]


# ── Nơi nhận ─────────────────────────────────────────────────────────────────────────────────────


def recipients_after(office: Office, document: Document, *present: Receiver) -> list[Receiver]:
    revised(document, lambda content: replace(content, recipients=present))
    assert draft_recipients(document.pk, office.lan) == len(content_of(fresh(document)).recipients)
    return list(content_of(fresh(document)).recipients)


def fresh(document: Document) -> Document:
    return Document.objects.get(pk=document.pk)


def test_recipients_come_from_the_assignments_and_end_with_the_file_copy(office):
    document = a_draft_with_work(office, given("Kiểm tra", office.police, office.front))
    lines = recipients_after(
        office,
        document,
        Receiver("Công an", unit=office.police.pk),
        Receiver("Đài truyền thanh huyện", Purpose.KNOW),
        Receiver("Lưu: VT", Purpose.FILE),
    )
    assert lines == [
        Receiver(str(office.police), Purpose.ACT, office.police.pk),
        Receiver(str(office.front), Purpose.ACT, office.front.pk),
        Receiver("Đài truyền thanh huyện", Purpose.KNOW),
        Receiver("Lưu: VT", Purpose.FILE),
    ]


def test_units_that_a_heading_charges_receive_the_paper_too(office):
    charge = clause("1.", "Công an", charge=ChargeMark((office.police.pk,), "Công an"))
    document = a_draft(office, HEADING, charge, paragraph("Xử lý", "-", level=3, task=TaskMark()))
    assert str(office.police) in [line.text for line in recipients_after(office, document)]


def test_the_office_above_is_told_for_its_report_and_the_issuer_does_not_write_to_itself(office):
    office.committee.superior = office.other_committee
    office.committee.save()
    document = a_draft_with_work(office, given("Kiểm tra", office.committee))
    lines = recipients_after(office, fresh(document))
    assert lines == [
        Receiver(f"{office.other_committee} (để báo cáo)", Purpose.REPORT, office.other_committee.pk),
        Receiver("Lưu: VT, LĐTBXH", Purpose.FILE),
    ]


def test_drafting_twice_says_nothing_twice(office):
    document = a_draft_with_work(office, given("Kiểm tra", office.police))
    draft_recipients(document.pk, office.lan)
    once = content_of(fresh(document)).recipients
    draft_recipients(document.pk, office.lan)
    assert content_of(fresh(document)).recipients == once
