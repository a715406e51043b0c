"""What the words say of the annexes, and the annexes that are there."""

import pytest

from plans.checking.annexes import annexes_said
from tests.content.writing import annex, cell, paragraph, row, table

ONE = (annex("Phụ lục", "Chỉ tiêu", "a1"),)
TWO = (annex("Phụ lục I", "Chỉ tiêu", "a1"), annex("Phụ lục II", "Phân công", "a2"))


def said_of(annexes, *lines: str):
    return annexes_said((*(paragraph(line, key=f"line-{n}") for n, line in enumerate(lines)), *annexes))


def words(said) -> list[str]:
    return [one.words for one in said]


def test_which_of_two_is_asked_where_a_line_does_not_say():
    said = said_of(TWO, "Chỉ tiêu tại Phụ lục kèm theo Kế hoạch này.")
    assert words(said.vague) == ["Phụ lục"]
    assert said.vague[0].anchor == "line-0"
    assert said.labels == ("Phụ lục I", "Phụ lục II")
    assert said.unsaid == (), "one of them is meant: first say which"


@pytest.mark.parametrize(
    "line",
    [
        "Chỉ tiêu tại Phụ lục I, phân công tại Phụ lục II.",
        "Chi tiết tại Phụ lục I và II.",
        "Chi tiết tại các Phụ lục kèm theo.",
        "(Có 02 Phụ lục kèm theo)",
        "Chi tiết tại Phụ lục 1, phụ lục số 2 kèm theo Kế hoạch này.",
    ],
)
def test_two_that_are_both_named_are_well(line):
    said = said_of(TWO, line)
    assert (said.vague, said.absent, said.unsaid) == ((), (), ())


def test_an_annex_that_is_not_there_is_named():
    assert words(said_of(TWO, "Chi tiết tại Phụ lục I, II và Phụ lục III.").absent) == ["Phụ lục III"]
    assert words(said_of((), "Chi tiết tại Phụ lục kèm theo.").absent) == ["Phụ lục"]
    assert words(said_of(ONE, "Chi tiết tại Phụ lục II.").absent) == ["Phụ lục II"]


def test_an_annex_that_no_line_names_is_named():
    assert words(said_of(TWO, "Chỉ tiêu tại Phụ lục I.").unsaid) == ["Phụ lục II"]
    assert words(said_of(ONE, "Không dẫn.").unsaid) == ["Phụ lục"]


@pytest.mark.parametrize(
    "line", ["Chi tiết tại Phụ lục.", "Chi tiết tại Phụ lục I.", "theo biểu ở phụ lục kèm theo"]
)
def test_the_only_annex_needs_no_number(line):
    said = said_of(ONE, line)
    assert (said.vague, said.absent, said.unsaid) == ((), (), ())


@pytest.mark.parametrize(
    "line",
    [
        "theo Phụ lục I Nghị định số 30/2020/NĐ-CP",
        "mẫu tại Phụ lục III ban hành kèm theo Thông tư số 09/2020/TT-BLĐTBXH",
        "Phụ lục II kèm theo Kế hoạch số 192/KH-UBND của tỉnh",
        "lập danh sách, phụ lục gửi về huyện",
    ],
)
def test_the_annex_of_another_act_is_not_ours(line):
    assert said_of((), line).absent == ()


def test_a_text_that_is_attached_without_that_label_is_no_annex():
    said = said_of(
        (annex("", "Quy chế phối hợp", "rules"),), "Ban hành kèm theo Quyết định này Quy chế phối hợp."
    )
    assert (said.labels, said.unsaid) == ((), ())


def test_a_cell_of_a_table_names_an_annex_too():
    blocks = (table(50, 50), row("Chỉ tiêu", cell("Phụ lục II")), paragraph("Xem Phụ lục I."), *TWO)
    assert annexes_said(blocks).unsaid == ()
