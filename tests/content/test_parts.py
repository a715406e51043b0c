"""What a reader sees in the flat list: titles, tables with their rows, annexes with what they hold."""

from plans.content.parts import WholeTable, at_annexes, lead_in, titles, with_rows
from plans.content.values import plain
from tests.content.writing import annex, article, clause, note, paragraph, part, point, row, table


def bold(*blocks):
    keys = titles(blocks)
    return [block.printed for block in blocks if block.key in keys]


def test_a_clause_that_titles_what_follows_is_bold_and_a_sentence_is_not():
    assert bold(clause("1.", "Truyền thông"), paragraph("Phát tờ rơi.", "-")) == ["1. Truyền thông"]
    assert bold(clause("1.", "Phát tờ rơi trong các buổi họp thôn."), paragraph("Hằng tháng.", "-")) == []


def test_siblings_are_bold_together_the_last_and_empty_one_too():
    siblings = (
        clause("1.", "Mục tiêu chung"),
        clause("1.1.", "Đến năm 2025", level=3),
        paragraph("Trên 72%.", "-", level=4),
        clause("2.", "Mục tiêu cụ thể"),
        paragraph("90% trẻ em.", "-"),
        clause("3.", "Định hướng"),
    )
    assert bold(*siblings) == [
        "1. Mục tiêu chung",
        "1.1. Đến năm 2025",
        "2. Mục tiêu cụ thể",
        "3. Định hướng",
    ]


def test_a_list_of_short_lines_before_a_sentence_is_not_bold_at_its_end():
    lines = (clause("1.", "Sở Y tế"), clause("2.", "Sở Nội vụ"), clause("3.", "Công an tỉnh"))
    assert bold(*lines, paragraph("Câu cuối.")) == []


def test_a_sentence_among_titles_stays_as_it_is_and_a_heading_above_ends_the_run():
    blocks = (
        clause("1.", "Phòng Y tế"),
        paragraph("Tập huấn.", "-"),
        clause("2.", "Đề nghị Mặt trận Tổ quốc vận động nhân dân."),
        part("V.", "Kinh phí"),
        clause("1.", "Ngân sách huyện bảo đảm"),
        clause("2.", "Nguồn khác"),
        clause("3.", "Xã hội hóa"),
    )
    assert bold(*blocks) == ["1. Phòng Y tế"]


def test_points_are_never_bold_and_notes_are_nothing_beneath():
    assert bold(point("a)", "Cấp xã"), paragraph("Tập huấn.", level=4)) == []
    assert bold(clause("1.", "Truyền thông"), note("1", "Luật")) == []


def test_an_article_is_bold_where_it_has_a_title():
    titled = (article("Điều 1.", "Phạm vi điều chỉnh"), paragraph("Quy chế này quy định.", level=3))
    assert bold(*titled) == ["Điều 1. Phạm vi điều chỉnh"]
    assert bold(article("Điều 1.", "Ban hành Quy chế."), article("Điều 2.", "Hiệu lực từ ngày ký.")) == []


def test_headings_with_something_beneath_lead_in():
    blocks = (
        part("I.", "Mục tiêu"),
        point("a)", "Cấp xã"),
        paragraph("Tập huấn.", level=4),
        part("II.", "Hết"),
    )
    assert [block.printed for block in blocks if block.key in lead_in(blocks)] == ["I. Mục tiêu", "a) Cấp xã"]


def test_a_table_comes_with_its_rows_and_notes_among_them_come_behind_it():
    blocks = (
        table(50, 50, key="t"),
        row("a", key="r1"),
        note("1", "x", "n"),
        row("b", key="r2"),
        part("I.", "A", "p"),
    )
    first, second, third = with_rows(blocks)
    assert isinstance(first, WholeTable)
    assert ([line.key for line in first.rows], second.key, third.key) == (["r1", "r2"], "n", "p")


def test_an_annex_holds_everything_down_to_the_next():
    reference = paragraph("(Kèm theo Kế hoạch số 10/KH-UBND)", centred=True)
    blocks = (part("I.", "A"), annex("Phụ lục I", "B"), reference, paragraph("C."), annex("Phụ lục II", "D"))
    body, (first, second) = at_annexes(blocks)
    assert [plain(block.runs) for block in body] == ["A"]
    assert (first.reference, len(first.blocks)) == ("(Kèm theo Kế hoạch số 10/KH-UBND)", 2)
    assert (second.reference, second.blocks) == ("", ())
