"""What the desk proposes and keeps an eye on: upper targets, recipients, units that are gone, who may sign."""

from dataclasses import replace
from datetime import date

import pytest
from django.http import QueryDict

from childlabour.units.models import SigningCapacity, Unit
from plans.checking.dossier import dossier_of
from plans.checking.rules import check
from plans.content.asking import content_of
from plans.content.values import TargetMark, TaskMark
from plans.drafting.acts import done
from plans.drafting.annexing import made_again, with_annex
from plans.drafting.deriving import draft_recipients
from plans.drafting.marking import block_called, with_block
from plans.drafting.matching import best_of
from plans.drafting.saving import Saved, draft_of, open_draft, save_spot
from plans.drafting.spots import form_for
from plans.drafting.starting import Start, start_blank, start_from_last_year
from plans.models import Document
from tests.cast import a_plan, an_issued_plan, revised
from tests.content import writing

pytestmark = pytest.mark.django_db


@pytest.fixture
def below(office) -> Document:
    """A blank draft of the commune that carries out the district's plan."""
    upper = an_issued_plan(office.committee, frozen=False, targets=3)
    document = start_blank(Start(office.people_of_tan_thanh, 2023, office.pao))
    Document.objects.filter(pk=document.pk).update(parent=upper, programme=office.programme)
    return open_draft(document.pk, office.pao)


def a_new_target(document, sentence) -> TargetMark:
    """As the officer marks it in a line of his own."""
    content = replace(content_of(document), blocks=(writing.paragraph(f"{sentence}.", "-", "new"),))
    after = done(f"target:new:{sentence}", "", content, document)
    return next(after.targets)[1]


def targets_above(document):
    return {row.pk: row for block in document.parent.blocks.all() for row in block.targets.all()}


def test_a_target_in_the_words_of_the_upper_one_is_linked_at_once(below):
    words = "Trên 40% cán bộ, giáo viên được cung cấp kiến thức về phòng ngừa lao động trẻ em"
    assert a_new_target(below, words).upper in targets_above(below)


def test_a_target_much_like_the_upper_one_gets_a_proposal_and_a_stranger_none(below):
    above = targets_above(below).values()
    near = a_new_target(below, "Trên 40% giáo viên được cung cấp kiến thức về lao động trẻ em")
    assert near.upper is None
    assert best_of(near, above) in above
    assert best_of(a_new_target(below, "100% xã có mạng lưới cộng tác viên"), above) is None


def test_what_is_no_target_is_asked_once_and_never_again(below):
    line = writing.paragraph("95% cán bộ được tập huấn.", "-", "new")
    content = replace(content_of(below), blocks=(line,))
    after = done("untarget:new:t", "", content, below)
    assert after.blocks[0].declined == {"target"}
    after = done("decline:new:task", "", after, below)
    assert after.blocks[0].declined == {"target", "task"}
    marked = done("target:new:95% cán bộ được tập huấn", "", after, below)
    assert len(marked.blocks[0].targets) == 1, "a person may still mark it"


def test_all_communes_of_the_district_are_one_line_of_recipients(office):
    second = Unit.objects.create(
        name="Ủy ban nhân dân thị trấn", place=office.commune, function="committee", symbol="UBND"
    )
    document = a_plan(office.committee, tasks=1)
    block, _ = next(content_of(document).tasks)
    task = TaskMark(lead=(office.people_of_tan_thanh.pk,), partners=(second.pk,))
    revised(document, lambda content: with_block(content, replace(block, task=task)))
    draft_recipients(document.pk, office.lan)
    lines = [row.text for row in document.recipients.all()]
    assert "UBND các xã" in lines
    assert str(second) not in lines
    assert lines[-1] == "Lưu: VT, LĐTBXH"


def test_a_unit_that_ended_last_year_stays_until_someone_takes_it_out_and_the_check_says_so(office):
    last_year = an_issued_plan(office.committee, frozen=False, tasks=1)
    _, task = next(content_of(last_year).tasks)
    document = start_from_last_year(Start(office.committee, 2024, office.lan), last_year)
    Unit.objects.filter(pk=task.lead[0]).update(valid_to=date(2023, 6, 30))
    block, _ = next(content_of(document).tasks)
    typed = QueryDict(f"lines={block.printed}&task-lead={task.lead[0]}&task-product=Báo cáo")
    assert isinstance(save_spot(document.pk, f"block-{block.key}", typed, office.lan), Saved)
    after = next(content_of(open_draft(document.pk, office.lan)).tasks)[1]
    assert (after.lead, after.product) == (task.lead, "Báo cáo")
    said = [finding.message for finding in check(dossier_of(open_draft(document.pk, office.lan)))]
    assert any("đã kết thúc hoạt động" in message and "30/6/2023" in message for message in said)


def test_only_those_entitled_on_the_day_are_offered_to_sign(office):
    SigningCapacity.objects.create(
        unit=office.committee, signer="Người cũ", lines="CHỦ TỊCH", valid_to=date(2022, 12, 31)
    )
    form = form_for(draft_of(a_plan(office.committee).pk, office.lan), "signature")
    assert [capacity.signer for capacity in form.fields["capacity"].queryset] == ["Vi Văn Hùng"]


def test_lines_of_a_signature_changed_by_hand_stand_though_a_person_was_chosen(office):
    document = a_plan(office.committee)
    form = form_for(draft_of(document.pk, office.lan), "signature")
    typed = QueryDict(mutable=True)
    typed.update({"capacity": form.initial["capacity"], "signer": "Vi Văn Hùng"})
    typed["signature_lines"] = "Q. CHỦ TỊCH"
    save_spot(document.pk, "signature", typed, office.lan)
    assert Document.objects.get(pk=document.pk).signature_lines == "Q. CHỦ TỊCH"


def named(units):
    return ", ".join(f"đơn vị {unit}" for unit in units)


def test_an_annex_is_numbered_when_there_is_one_already(office):
    content = content_of(a_plan(office.committee))
    once = with_annex(content, "targets", named)
    twice = with_annex(once, "tasks", named)
    annexes = [block.printed for block in twice.blocks if block.type == "annex"]
    of = content.title[0].lower() + content.title[1:]
    assert annexes == [f"Phụ lục I Chỉ tiêu {of}", f"Phụ lục II Phân công nhiệm vụ {of}"]
    assert content.blocks == once.blocks[: len(content.blocks)]


def test_a_table_that_is_made_again_keeps_its_place_its_key_and_its_notes(office):
    content = with_annex(content_of(a_plan(office.committee)), "targets", named)
    table = next(block for block in content.blocks if block.made_from)
    note = writing.note("(1)", "Theo báo cáo của xã", "n1")
    stood = replace(content, blocks=(*content.blocks, note, writing.paragraph("Hết.", "", "end")))
    again = made_again(stood, table.key, named)
    assert block_called(again, table.key) == block_called(stood, table.key)
    assert [block.key for block in again.blocks[-2:]] == ["n1", "end"]
    assert made_again(content, "khong-co", named) is content
