"""What looks like a target, a task or a heading of units is proposed; nothing is marked by itself."""

from dataclasses import replace

import pytest

from plans.content.values import ChargeMark, Content, TaskMark
from plans.drafting.annexing import with_annex
from plans.drafting.marking import target_on, with_charge, with_target, with_task
from plans.drafting.proposing import ProposalKind, proposals, proposals_of
from tests.content import writing
from tests.content.writing import clause, paragraph, part

TARGET, TASK, CHARGE = ProposalKind.TARGET, ProposalKind.TASK, ProposalKind.CHARGE


def proposed(*blocks, since=2023):
    return [(one.kind, one.block, one.words) for one in proposals(Content(blocks=blocks), since)]


PROMISE = paragraph("Trên 72% trẻ em có nguy cơ được hỗ trợ; phấn đấu 95% cán bộ được tập huấn.", "-", "k1")


def test_each_promise_of_a_sentence_is_proposed():
    words = [words for _, _, words in proposed(part("I.", "MỤC TIÊU"), PROMISE)]
    assert words == ["Trên 72% trẻ em có nguy cơ được hỗ trợ", "phấn đấu 95% cán bộ được tập huấn"]


def test_what_is_marked_is_proposed_no_more():
    words = "Trên 72% trẻ em có nguy cơ được hỗ trợ"
    block = with_target(PROMISE, target_on(PROMISE, words, "t"), words)
    assert [kind for kind, _, said in proposed(block) if said == words] == []


def test_figures_of_a_report_are_no_promises():
    assert not proposed(part("I.", "TÌNH HÌNH"), paragraph("Có 12% trẻ em được hỗ trợ.", "-"))


def test_a_count_is_a_target_only_among_the_objectives():
    count = paragraph("Tổ chức 4 lớp tập huấn cho cán bộ.", "-", "k")
    assert not [kind for kind, *_ in proposed(part("I.", "YÊU CẦU"), count) if kind == TARGET]


def test_clauses_of_a_part_of_tasks_are_proposed_and_what_stands_below_them_is_not():
    found = proposed(
        part("II.", "NHIỆM VỤ, GIẢI PHÁP"),
        clause("1.", "Truyền thông", "k1"),
        paragraph("Phát tờ rơi.", "-", "k2"),
    )
    assert found == [(TASK, "k1", "Truyền thông")]


def test_a_heading_proposes_nothing_beside_its_only_line_that_says_who_does_it():
    heading = clause("1.", "Truyền thông", "k1")
    duty = paragraph("Công an xã chủ trì rà soát trẻ em có nguy cơ.", "-", "k2")
    under = part("II.", "NHIỆM VỤ, GIẢI PHÁP"), heading, duty
    assert [(kind, key) for kind, key, _ in proposed(*under)] == [(TASK, "k2")]
    another = paragraph("Phát tờ rơi.", "-", "k3")
    assert [(kind, key) for kind, key, _ in proposed(*under, another)] == [(TASK, "k1"), (TASK, "k2")]
    assert proposed(part("II.", "NHIỆM VỤ, GIẢI PHÁP"), heading, with_task(duty, TaskMark())) == []


@pytest.mark.parametrize("kind_of_part", ["MỤC ĐÍCH", "MỤC TIÊU", "TÌNH HÌNH"])
def test_clauses_of_other_parts_are_no_tasks(kind_of_part):
    assert not proposed(part("I.", kind_of_part), clause("1.", "Nâng cao nhận thức của gia đình", "k1"))


def test_a_heading_that_names_units_gives_work_and_its_lines_are_tasks():
    heading = clause("1.", "Công an xã", "k1")
    duty = paragraph("Rà soát trẻ em có nguy cơ.", "-", "k2")
    organisation = part("III.", "TỔ CHỨC THỰC HIỆN")
    assert proposed(organisation, heading, duty) == [(CHARGE, "k1", "Công an xã")]
    assert proposed(organisation, with_charge(heading, ChargeMark((1,))), duty) == [(TASK, "k2", duty.text)]


def test_who_issues_the_paper_is_charged_with_nothing():
    assert proposed(paragraph("Ủy ban nhân dân xã ban hành Kế hoạch như sau:", "", "k1")) == []


def test_who_leads_makes_a_task_of_any_line():
    line = paragraph("Giao Phòng Nội vụ chủ trì rà soát.", "-", "k1")
    assert proposed(line) == [(TASK, "k1", line.text)]
    assert proposed(with_task(line, TaskMark())) == []


def test_a_line_that_only_tells_who_is_of_the_task_above():
    assert proposed(paragraph("Chủ trì: Công an xã.", "-")) == []


def test_rows_notes_and_annexes_are_asked_for_targets_at_most():
    row = writing.row("1", "Trên 72% trẻ em được hỗ trợ", key="r")
    found = proposed(
        part("I.", "MỤC TIÊU"),
        writing.table(20, 80, key="t"),
        row,
        writing.note("(1)", "90% trẻ em được hỗ trợ"),
        writing.annex("Phụ lục", "CÔNG AN XÃ"),
    )
    assert [(kind, key) for kind, key, _ in found] == [(TARGET, "r")]


def test_a_table_that_lists_what_is_marked_is_asked_for_nothing():
    made = replace(writing.table(20, 80, key="t"), made_from="targets")
    found = proposed(
        part("I.", "MỤC TIÊU"), made, writing.row("1", "Trên 72% trẻ em được hỗ trợ", key="r"), PROMISE
    )
    assert {key for _, key, _ in found} == {PROMISE.key}


def test_of_two_annexes_that_are_made_the_first_is_the_first():
    def naming(units):
        return ", ".join(map(str, units))

    one = with_annex(Content(blocks=(clause("1.", "Rà soát", "k", task=TaskMark()),)), "tasks", naming)
    assert [block.marker for block in one.blocks if block.type == "annex"] == ["Phụ lục"]
    two = with_annex(one, "targets", naming)
    assert [block.marker for block in two.blocks if block.type == "annex"] == ["Phụ lục I", "Phụ lục II"]


def test_proposals_of_one_block_know_what_stands_above_it():
    content = Content(
        blocks=(part("II.", "NHIỆM VỤ"), clause("1.", "Truyền thông", "k1"), clause("2.", "Tập huấn", "k2"))
    )
    assert [one.block for one in proposals_of(content, "k2")] == ["k2"]
    assert replace(content).blocks == content.blocks
