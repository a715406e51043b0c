"""Tables of an annex made from the marks: ordinary rows of words that can be made again."""

from dataclasses import replace
from datetime import date

from plans.content.faults import faults_of
from plans.content.values import ChargeMark, Content, TargetMark, TaskMark, TextRun
from plans.paper.annexes import TARGETS, TASKS, says_what_marks_say, table_of
from targets.statements import parse
from tests.content.writing import annex, clause, paragraph, part

NAMES = {1: "Phòng Y tế", 2: "Công an xã", 3: "Các trường học"}


def naming(units):
    return ", ".join(NAMES[unit] for unit in units)


def promise(mark, sentence, **more):
    target = TargetMark(mark, sentence, parse(sentence), **more)
    return paragraph((TextRun(sentence, marks=(mark,)),), "-", targets=(target,))


CONTENT = Content(
    blocks=(
        promise("t1", "Đến năm 2026, trên 72% trẻ em có nguy cơ được hỗ trợ", responsible=1),
        promise("t2", "Giảm tối đa trẻ em lao động nặng nhọc"),
        clause("1.", "Phòng Y tế", charge=ChargeMark(units=(1,))),
        paragraph(
            "Tập huấn cộng tác viên;", "-", "k1", task=TaskMark(partners=(2, 3), due_text="Quý II/2026")
        ),
        paragraph("Nói chuyện.", "-", "k2", task=TaskMark(lead=(3,), due=date(2026, 6, 30))),
        paragraph("Phát tờ rơi.", "-", "k3", task=TaskMark(units_said="Trạm Y tế")),
    )
)


def texts(blocks):
    return [row.text for row in blocks[1:]]


def test_targets_stand_in_the_order_of_the_paper_in_its_own_words():
    made = table_of(CONTENT, TARGETS, naming)
    assert texts(made) == [
        "TT | Chỉ tiêu | Mức | Thời hạn | Đơn vị chịu trách nhiệm",
        "1 | Đến năm 2026, trên 72% trẻ em có nguy cơ được hỗ trợ | trên 72% | 2026 | Phòng Y tế",
        "2 | Giảm tối đa trẻ em lao động nặng nhọc | giảm tối đa |  | ",
    ]
    assert (made[0].made_from, made[0].head_rows) == ("targets", 1)


def test_tasks_name_who_leads_them_by_the_heading_above_by_themselves_or_in_words():
    assert texts(table_of(CONTENT, TASKS, naming)) == [
        "TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn",
        "1 | Tập huấn cộng tác viên | Phòng Y tế | Công an xã, Các trường học | Quý II/2026",
        "2 | Nói chuyện | Các trường học |  | 30/6/2026",
        "3 | Phát tờ rơi | Trạm Y tế |  | ",
    ]


def test_a_column_that_nothing_fills_is_left_out_and_its_room_given_to_the_words():
    plain = Content(blocks=(promise("t", "90% trẻ em được hỗ trợ"),))
    table, head, _ = table_of(plain, TARGETS, naming)
    assert head.text == "TT | Chỉ tiêu | Mức"
    assert [column.share for column in table.columns] == [7, 79, 14]


def test_a_table_is_told_when_the_marks_have_moved_on():
    made = table_of(CONTENT, TARGETS, naming)
    content = replace(CONTENT, blocks=(*CONTENT.blocks, annex("Phụ lục", "Chỉ tiêu"), *made))
    assert not list(faults_of(content))
    assert says_what_marks_say(content, made[0].key, naming)
    fewer = replace(content, blocks=content.blocks[1:])
    assert not says_what_marks_say(fewer, made[0].key, naming)


def test_rows_stand_under_the_headings_of_the_body_and_take_their_year():
    grouped = Content(
        blocks=(
            clause("1.", "Đến năm 2025", "h1"),
            promise("t1", "90 % trẻ em được hỗ trợ"),
            clause("2.", "Định hướng đến năm 2030", "h2"),
            promise("t2", "100% trẻ em được hỗ trợ"),
        )
    )
    assert texts(table_of(grouped, TARGETS, naming)) == [
        "TT | Chỉ tiêu | Mức | Thời hạn",
        "1. Đến năm 2025",
        "1 | 90% trẻ em được hỗ trợ | 90% | 2025",
        "2. Định hướng đến năm 2030",
        "2 | 100% trẻ em được hỗ trợ | 100% | 2030",
    ]


def test_tasks_are_not_told_again_for_the_part_that_organises_them():
    told_twice = Content(
        blocks=(
            part("I.", "Nhiệm vụ, giải pháp", "p1"),
            paragraph("Tập huấn.", "-", "k1", task=TaskMark(lead=(1,))),
            part("II.", "Tổ chức thực hiện", "p2"),
            paragraph("Phòng Y tế tập huấn.", "-", "k2", task=TaskMark(lead=(1,))),
        )
    )
    assert [row for row in texts(table_of(told_twice, TASKS, naming)) if "Phòng Y tế tập huấn" in row] == []
