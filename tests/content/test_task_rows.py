"""Of a row in a table of tasks the columns say who, with whom and when."""

from datetime import date

from plans.content.task_words import task_said
from plans.content.values import Content
from tests.content.writing import cell, group, paragraph, row, table

HEAD = row("TT", "Nội dung công việc", "Cơ quan chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành")


def said(*rows, key, head=HEAD):
    content = Content(blocks=(table(5, 45, 20, 15, 15), head, *rows))
    return task_said(content, key, 2026, lambda names: {"Công an xã": (7,), "Trạm Y tế": (8,)}.get(names, ()))


def test_the_columns_of_a_row_say_what_labels_say_elsewhere():
    task = said(row("1", "Rà soát trẻ em", "Công an xã", "Trạm Y tế", "Quý II/2026", key="r"), key="r")
    assert (task.lead, task.partners, task.units_said) == ((7,), (8,), "Công an xã")
    assert (task.due, task.due_text) == (date(2026, 6, 30), "Quý II/2026")


def test_several_names_in_a_cell_are_named_together():
    leads = cell("- Công an xã (thường trực);", "- Trường học")
    task = said(row("1", "Rà soát trẻ em", leads, "", "", key="r"), key="r")
    assert task.units_said == "Công an xã, Trường học"


def test_a_cell_that_reaches_down_says_it_for_the_rows_below():
    first = row("1", "Rà soát trẻ em", cell("Công an xã", down=2), "", "tháng 6/2026", key="a")
    second = row("2", "Lập danh sách", "", "tháng 9/2026", key="b")
    assert said(first, second, key="b").lead == (7,)
    assert said(first, second, key="b").due == date(2026, 9, 30)


def test_heads_groups_and_rows_that_name_nobody_say_no_task():
    rows = (group("A. Truyền thông", 5, key="g"), row("1", "Phát tờ rơi", "", "", "", key="r"))
    assert said(*rows, key="g").units_said == said(*rows, key="r").units_said == ""


def test_a_table_of_other_things_says_nothing():
    head = row("TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch", "Ghi chú")
    assert said(row("1", "Trẻ em được hỗ trợ", "%", "72", "", key="r"), key="r", head=head).due is None


def test_lines_below_a_task_are_not_read_as_rows():
    content = Content(
        blocks=(paragraph("Rà soát.", "-", "k"), paragraph("Thời hạn: tháng 6/2026.", "+", level=4))
    )
    assert task_said(content, "k", 2026).due == date(2026, 6, 30)
