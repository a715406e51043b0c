"""A finding of the check with a button: one press puts the words right, and the finding is gone."""

from dataclasses import replace
from datetime import date

import pytest
from django.http import Http404
from django.urls import reverse

from childlabour.core.errors import Refusal
from plans.checking.dossier import dossier_of
from plans.checking.findings import Mend, Severity
from plans.checking.rules import check
from plans.content.asking import content_of
from plans.content.values import Content, TaskMark
from plans.drafting.mending import mend
from plans.issuing.workflow import perform
from plans.models import Action, Document
from plans.paper.annexes import TARGETS, table_of
from plans.paper.naming import Names
from tests.cast import a_plan, an_issued_plan, revised
from tests.content.writing import annex, clause, row, table

pytestmark = pytest.mark.django_db


def findings_of(document, what: Mend):
    fresh = Document.objects.get(pk=document.pk)
    return [finding for finding in check(dossier_of(fresh)) if finding.mend == what]


def with_parts_numbered(*markers):
    def change(content: Content) -> Content:
        wanted = iter(markers)
        blocks = (
            replace(block, marker=next(wanted)) if block.type == "part" else block for block in content.blocks
        )
        return replace(content, blocks=tuple(blocks))

    return change


def with_a_table_of_targets(document):
    def change(content: Content) -> Content:
        table = table_of(content, TARGETS, Names(document, content).together)
        return replace(content, blocks=(*content.blocks, annex("Phụ lục I", "CHỈ TIÊU", "annex"), *table))

    return change


def without_the_last_target(content: Content) -> Content:
    *_, (last, _) = content.targets
    blocks = (
        replace(block, runs=tuple(replace(run, marks=()) for run in block.runs), targets=())
        if block.key == last.key
        else block
        for block in content.blocks
    )
    return replace(content, blocks=tuple(blocks))


def test_a_column_that_tears_a_word_is_widened_as_far_as_the_word_needs(office):
    rows = (row("TT", "Nội dung", "Nghiêng", key="r1"), row("1", "Tập huấn", "Phòng Nội vụ", key="r2"))
    plan = revised(
        a_plan(office=office),
        lambda content: replace(content, blocks=(*content.blocks, table(10, 85, 5, key="narrow"), *rows)),
    )
    (finding,) = findings_of(plan, Mend.WIDEN)
    assert "“Nghiêng”" in finding.message
    assert mend(plan.pk, finding.mend, finding.anchor, office.lan)
    assert findings_of(plan, Mend.WIDEN) == []
    kept = next(
        block for block in content_of(Document.objects.get(pk=plan.pk)).blocks if block.key == "narrow"
    )
    first, second, third = (column.share for column in kept.columns)
    assert third > 5
    assert first == 10
    assert second == pytest.approx(100 - first - third, abs=1), "the wide one pays for it"


def test_parts_that_jump_are_numbered_anew(office):
    plan = revised(a_plan(office=office), with_parts_numbered("I.", "III.", "IV."))
    (finding,) = findings_of(plan, Mend.RENUMBER)
    mend(plan.pk, finding.mend, finding.anchor, office.lan)
    parts = [block.marker for block in content_of(plan).blocks if block.type == "part"]
    assert parts == ["I.", "II.", "III."]
    assert findings_of(plan, Mend.RENUMBER) == []


def test_a_table_that_its_targets_left_behind_is_made_again_in_its_place(office):
    plan = a_plan(office=office, targets=3)
    revised(plan, with_a_table_of_targets(plan))
    assert findings_of(plan, Mend.REMAKE) == []
    revised(plan, without_the_last_target)
    (finding,) = findings_of(plan, Mend.REMAKE)
    mend(plan.pk, finding.mend, finding.anchor, office.lan)
    assert findings_of(plan, Mend.REMAKE) == []
    rows = [block for block in content_of(plan).blocks if block.type == "row"]
    assert len([row for row in rows if "%" in row.text]) == 2


def test_who_does_it_and_until_when_is_written_under_the_task(office):
    plan = a_plan(office=office, tasks=1)
    (finding,) = findings_of(plan, Mend.SAY)
    mend(plan.pk, finding.mend, finding.anchor, office.lan)
    words = [block.printed for block in content_of(plan).blocks]
    assert "- Chủ trì: UBND xã Tân Thành." in words
    assert "- Thời hạn: 30/11/2023." in words
    assert findings_of(plan, Mend.SAY) == []


def a_task_that_says(plan, words, **mark):
    task = clause("9.", words, "q", task=TaskMark(**mark))
    return revised(plan, lambda content: replace(content, blocks=(*content.blocks[:-1], task)))


def errors_of(document) -> list[str]:
    found = check(dossier_of(Document.objects.get(pk=document.pk)))
    return [finding.message for finding in found if finding.severity == Severity.ERROR]


def test_what_is_given_against_the_words_stops_the_draft_until_a_person_decides(office):
    plan = a_task_that_says(
        a_plan(office=office, tasks=0),
        "Công an huyện chủ trì rà soát, hoàn thành trước ngày 30/9/2023.",
        lead=(office.front.pk,),
        due=date(2023, 6, 30),
        product="Báo cáo",
        given=frozenset({"lead", "due", "product"}),
    )
    lead, due = errors_of(plan)
    assert "đơn vị chủ trì là “Công an huyện”" in lead and str(office.front) in lead
    assert "thời hạn là “trước ngày 30/9/2023” nhưng phần ghi thêm là “30/6/2023”: sửa một trong hai" in due
    with pytest.raises(Refusal, match="sửa một trong hai"):
        perform(Action.SUBMIT, plan, office.lan)
    (finding,) = findings_of(plan, Mend.SAY)
    assert "có sản phẩm chưa ghi" in finding.message
    mend(plan.pk, finding.mend, finding.anchor, office.lan)
    *_, task, said = content_of(Document.objects.get(pk=plan.pk)).blocks
    assert (task.task.given, said.printed) == ({"lead", "due"}, "- Sản phẩm: Báo cáo.")
    assert len(errors_of(plan)) == 2 and findings_of(plan, Mend.SAY) == []


@pytest.mark.parametrize(
    "words",
    [
        "Rà soát trẻ em có nguy cơ.",
        "Hội Chữ thập đỏ chủ trì rà soát.",
        "Công an huyện chủ trì rà soát, hoàn thành trước ngày 30/9/2023.",
        "Công an huyện rà soát hằng tháng.",
    ],
)
def test_what_the_words_leave_open_or_say_alike_may_be_given(office, words):
    plan = a_task_that_says(
        a_plan(office=office, tasks=0),
        words,
        lead=(office.police.pk, office.front.pk),
        due=date(2023, 9, 30),
        given=frozenset({"lead", "due"}),
    )
    assert errors_of(plan) == []


def test_the_button_stands_beside_its_finding_and_leads_back_to_the_check(office, client):
    plan = revised(a_plan(office=office), with_parts_numbered("I.", "III.", "IV."))
    client.force_login(office.lan)
    check_page = reverse("desk:check", args=[plan.pk])
    (finding,) = findings_of(plan, Mend.RENUMBER)
    button = reverse("desk:put_right", args=[plan.pk, finding.anchor, finding.mend])
    assert f'action="{button}"' in client.get(check_page).content.decode()
    answer = client.post(button, follow=True)
    assert answer.redirect_chain == [(check_page, 302)]
    assert "Đánh số lại" not in answer.content.decode()
    assert "đã được sửa từ trước" in client.post(button, follow=True).content.decode()


def test_only_who_may_edit_the_draft_puts_it_right(office):
    plan = revised(a_plan(office=office), with_parts_numbered("I.", "III.", "IV."))
    (finding,) = findings_of(plan, Mend.RENUMBER)
    with pytest.raises(Http404):
        mend(plan.pk, finding.mend, finding.anchor, office.mai)
    with pytest.raises(Http404):
        mend(plan.pk, "delete", finding.anchor, office.lan)
    with pytest.raises(Http404):
        mend(plan.pk, finding.mend, "of-another-plan", office.lan)
    with pytest.raises(Refusal):
        mend(an_issued_plan(office=office).pk, finding.mend, finding.anchor, office.lan)
    assert len(findings_of(plan, Mend.RENUMBER)) == 1
