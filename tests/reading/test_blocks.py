"""What was read as blocks: types and levels by markers, tables with their cells, notes, looks, and marks on words."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from plans.content.values import Content, TextRun, extents, inherited, plain, span_of
from plans.law.blocks import Align, BlockType
from plans.reading import read
from plans.reading.blocks.making import content_read
from plans.reading.review.deciding import Parts, as_proposed, decided
from plans.reading.review.readings import reading_of

from .corpus.as_text import markdown, pasted
from .corpus.as_word import word
from .corpus.communes import LONG_ROAD
from .corpus.facts import Grid, clause, dash, para, part, plus, point
from .corpus.lines import TASK_TABLE, plan


def of(*body, made=word, units=lambda names: (), **other) -> Content:
    data = made(plan(*body, **other))
    return content_read(read(data if isinstance(data, bytes) else data.encode(), ""), units)


def block(content: Content, text: str):
    return next(block for block in content.blocks if block.text.startswith(text))


def levels(content: Content) -> list[tuple[str, int, str]]:
    return [(block.type.value, block.level, block.marker) for block in content.blocks]


# ── Types and levels ─────────────────────────────────────────────────────────────────────────────


def test_markers_say_how_deep_a_block_stands():
    content = of(
        part("I.", "NHIỆM VỤ"),
        clause("1.", "Truyền thông"),
        clause("1.1.", "Tại trường học", False),
        point("a)", "Phát thanh."),
        dash("Mỗi tuần một buổi."),
        plus("Bằng tiếng dân tộc."),
        para("Kinh phí do xã bảo đảm."),
        clause("2.", "Tập huấn"),
        para("Cho cộng tác viên."),
        part("II.", "TỔ CHỨC THỰC HIỆN"),
    )
    assert levels(content)[1:-1] == [
        ("part", 1, "I."),
        ("clause", 2, "1."),
        ("clause", 3, "1.1."),
        ("clause", 4, "a)"),
        ("paragraph", 5, "-"),
        ("paragraph", 6, "+"),
        ("paragraph", 5, ""),
        ("clause", 2, "2."),
        ("paragraph", 3, ""),
        ("part", 1, "II."),
    ]


def test_opening_and_closing_are_paragraphs_that_stand_under_nothing():
    content = of(part("I.", "NHIỆM VỤ"), clause("1.", "Truyền thông"))
    first, last = content.blocks[0], content.blocks[-1]
    assert (first.type, first.level, last.type, last.level) == ("paragraph", 1, "paragraph", 1)
    assert first.text == LONG_ROAD.opening[0] and last.text == LONG_ROAD.closing
    assert extents(content.blocks)[1].end == len(content.blocks) - 1, "the closing belongs to no part"


def test_a_figure_in_brackets_stands_below_the_letter_before_it():
    content = of(
        part("I.", "NHIỆM VỤ"), clause("1.", "Chung"), point("a)", "Gồm:"), point("(1)", "Một việc.")
    )
    assert block(content, "Một việc").level == block(content, "Gồm").level + 1


def test_a_decision_has_articles_with_their_clauses():
    text = (
        "ỦY BAN NHÂN DÂN\nXÃ TÂN HẢI\nSố: 7/QĐ-UBND\nTân Hải, ngày 01 tháng 4 năm 2026\nQUYẾT ĐỊNH\n"
        "Về việc thành lập Ban Bảo vệ trẻ em\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ\n\nCăn cứ Luật Trẻ em năm 2016;\n\n"
        "QUYẾT ĐỊNH:\n\nĐiều 1. Thành lập Ban Bảo vệ trẻ em xã.\n\nĐiều 2. Ban có nhiệm vụ sau:\n\n"
        "1. Tuyên truyền.\n\na) Tại trường học.\n\nĐiều 3. Quyết định có hiệu lực từ ngày ký./.\n\n"
        "Nơi nhận:\n- Lưu: VT."
    )
    content = content_read(read(text.encode(), "a.txt"))
    told = [(b.type.value, b.level, b.marker) for b in content.blocks if b.marker]
    assert told == [
        ("article", 2, "Điều 1."),
        ("article", 2, "Điều 2."),
        ("clause", 3, "1."),
        ("clause", 4, "a)"),
        ("article", 2, "Điều 3."),
    ]
    assert [ground.text for ground in content.citations] == ["Căn cứ Luật Trẻ em năm 2016"]
    assert content.blocks[0].text == "QUYẾT ĐỊNH:", "who decides is printed from whose act it is"


def behind_the_signature(text: str) -> list[tuple]:
    """Blocks from the first annex on, of a plan as it is pasted with this behind it."""
    whole = pasted(plan(part("I.", "NHIỆM VỤ"), clause("1.", "Truyền thông"))) + text
    blocks = content_read(read(whole.encode(), "a.txt")).blocks
    first = next(place for place, block in enumerate(blocks) if block.type == BlockType.ANNEX)
    return [(block.type, block.marker, block.text) for block in blocks[first:]]


def test_what_follows_the_signature_under_the_word_phu_luc_is_an_annex():
    assert behind_the_signature("\n\nPHỤ LỤC\n\nDanh sách các thôn\n") == [
        (BlockType.ANNEX, "PHỤ LỤC", ""),
        (BlockType.PARAGRAPH, "", "Danh sách các thôn"),
    ]


def test_each_annex_stands_for_itself_with_its_whole_title():
    enclosed = "(Ban hành kèm theo Kế hoạch số 37/KH-UBND ngày 21/02/2024 của Ủy ban nhân dân xã)"
    assert behind_the_signature(
        "\n\nPHỤ LỤC I\n\nTHANG\n\nĐIỂM THI ĐUA CÁC THÔN\n\nTRÊN ĐỊA BÀN XÃ\n\nCác thôn tự chấm điểm."
        f"\n\nPHỤ LỤC 02\n\nDanh mục việc cần làm\n\n{enclosed}\n\nLàm trong quý III.\n"
    ) == [
        (BlockType.ANNEX, "PHỤ LỤC I", "THANG ĐIỂM THI ĐUA CÁC THÔN TRÊN ĐỊA BÀN XÃ"),
        (BlockType.PARAGRAPH, "", "Các thôn tự chấm điểm."),
        (BlockType.ANNEX, "PHỤ LỤC 02", "Danh mục việc cần làm"),
        (BlockType.PARAGRAPH, "", enclosed),
        (BlockType.PARAGRAPH, "", "Làm trong quý III."),
    ]


# ── Looks, notes ─────────────────────────────────────────────────────────────────────────────────


def made_with(write) -> Content:
    return content_read(drawn_with(write))


def drawn_with(write):
    """A plan in Word to which `write` added paragraphs or tables before its second part."""
    document = docx.Document(
        BytesIO(word(plan(part("I.", "NHIỆM VỤ"), clause("1.", "Truyền thông"), part("II.", "KINH PHÍ"))))
    )
    before = next(p for p in document.paragraphs if "KINH PHÍ" in p.text)
    write(document, before)
    file = BytesIO()
    document.save(file)
    return read(file.getvalue(), "a.docx")


def test_bold_and_italic_of_word_are_kept_where_they_stand():
    def write(document, before):
        paragraph = before.insert_paragraph_before("Xã ")
        paragraph.add_run("phải hoàn thành").bold = True
        paragraph.add_run(" trước ")
        paragraph.add_run("Tháng hành động").italic = True
        paragraph.add_run(".")

    assert block(made_with(write), "Xã phải").runs == (
        TextRun("Xã "),
        TextRun("phải hoàn thành ", bold=True),
        TextRun("trước "),
        TextRun("Tháng hành động", italic=True),
        TextRun("."),
    )


def test_stars_of_a_pasted_page_are_looks_and_no_words():
    content = of(part("I.", "NHIỆM VỤ"), para("Xã **phải làm** ngay *trong năm*."), made=markdown)
    assert [(run.text, run.bold, run.italic) for run in block(content, "Xã phải").runs] == [
        ("Xã ", False, False),
        ("phải làm ", True, False),
        ("ngay ", False, False),
        ("trong năm", False, True),
        (".", False, False),
    ]


def test_stars_may_close_on_a_later_line():
    text = pasted(plan()).replace(
        "Trên đây", "**III. TỔ\nCHỨC THỰC HIỆN**\n\n*1. Sở\nY tế*\n\nTruyền thông.\n\nTrên đây"
    )
    content = content_read(read(text.encode(), "a.txt"))
    assert block(content, "TỔ CHỨC").marker == "III."
    assert block(content, "Sở Y tế").charge is not None


def test_a_heading_is_bold_by_its_rank_and_carries_no_bold_of_its_own():
    content = of(part("I.", "NHIỆM VỤ"), clause("1.", "Truyền thông"))
    assert not any(run.bold for run in block(content, "NHIỆM VỤ").runs)
    assert all(run.bold for run in block(content, "Truyền thông").runs)


NOTES = (
    f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p><w:r><w:t>Theo Luật Trẻ em năm 2016.</w:t></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)


def test_a_footnote_is_a_block_that_hangs_on_the_word_it_is_called_behind():
    def write(document, before):
        paragraph = before.insert_paragraph_before("Trẻ em dưới 16 tuổi")
        paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>'))
        paragraph.add_run(" được bảo vệ.")
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        notes = Part(PackURI("/word/footnotes.xml"), kind, NOTES.encode(), document.part.package)
        document.part.relate_to(
            notes, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
        )

    content = made_with(write)
    note = block(content, "Theo Luật")
    assert note.type == BlockType.NOTE
    assert span_of(block(content, "Trẻ em dưới"), note.key) == "tuổi"


# ── Tables ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("made", [word, markdown], ids=["word", "markdown"])
def test_a_table_of_tasks_stays_a_table_whose_rows_are_tasks(made):
    units = {
        "Phòng VH-XH": (1,),
        "Công an xã": (2,),
        "Hội LHPN, Đoàn Thanh niên": (3, 4),
        "Phòng Kinh tế": (5,),
    }
    content = of(part("I.", "NHIỆM VỤ"), TASK_TABLE, made=made, units=lambda names: units.get(names, ()))
    rows = [b for b in content.blocks if b.type == BlockType.ROW]
    assert [row.text for row in rows] == [" | ".join(cells) for cells in TASK_TABLE.rows]
    assert next(b for b in content.blocks if b.type == BlockType.TABLE).head_rows == 1
    told = [(t.lead, t.partners, t.due_text, str(t.due)) for t in (row.task for row in rows) if t]
    assert told == [((1,), (3, 4), "Quý II/2026", "2026-06-30"), ((2,), (5,), "10/2026", "2026-10-31")]


def test_a_table_whose_borders_came_as_lines_is_a_table_again():
    cells = (("TT", "Nội dung", "Chủ trì", "Thời gian"), ("1", "Truyền thông", "Công an xã", "Quý II/2026"))
    rows = [*cells, ("2", "Tập huấn cho\ncộng tác viên", "", "10/2026")]
    drawn = "".join("|\n" + "".join(f"{cell}\n\n|\n" for cell in row) for row in rows)
    text = pasted(plan(part("I.", "NHIỆM VỤ"), para("Gồm có:"))).replace("Gồm có:", f"Gồm có:\n\n{drawn}\n")
    content = content_read(read(text.encode(), "a.txt"))
    found = [block for block in content.blocks if block.type == BlockType.ROW]
    assert [row.text for row in found] == [" | ".join(" ".join(cell.split()) for cell in row) for row in rows]
    assert [row.task.due_text for row in found[1:]] == ["Quý II/2026", "10/2026"]


def test_a_row_of_a_table_may_promise_a_figure_for_each_year():
    goals = Grid(
        (
            ("TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2026", "Năm 2030"),
            ("1", "Tỷ lệ trẻ em được tư vấn", "%", "80", "95"),
        )
    )
    content = of(part("I.", "MỤC TIÊU"), goals)
    row, first, second = next((b, *b.targets) for b in content.blocks if b.targets)
    assert [str(mark.statement.value) for mark in (first, second)] == ["80", "95"]
    assert span_of(row, first.id) == "Tỷ lệ trẻ em được tư vấn80"
    assert second.sentence == "Tỷ lệ trẻ em được tư vấn đạt 95% vào năm 2030"
    assert row.text == "1 | Tỷ lệ trẻ em được tư vấn | % | 80 | 95", "the row is printed as it stood"


def test_cells_of_word_keep_their_spans_their_paragraphs_and_their_emptiness():
    def write(document, before):
        table = document.add_table(rows=3, cols=3)
        before._p.addprevious(table._tbl)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "Nội dung"
        table.cell(1, 0).merge(table.cell(2, 0)).text = "Thôn Bản"
        table.cell(1, 1).text = "Dòng một"
        table.cell(1, 1).add_paragraph("Dòng hai")
        row = table.rows[0]._tr.get_or_add_trPr()
        row.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))

    content = made_with(write)
    table = next(b for b in content.blocks if b.type == BlockType.TABLE)
    head, first, second = (b for b in content.blocks if b.type == BlockType.ROW)
    assert (len(table.columns), table.head_rows, table.columns[0].align) == (3, 1, Align.LEFT)
    assert [cell.across for cell in head.cells] == [2, 1]
    assert first.cells[0].down == 2 and len(second.cells) == 2
    assert [plain(runs) for runs in first.cells[1].paragraphs] == ["Dòng một", "Dòng hai"]
    assert second.cells[0].paragraphs == ((),)


def test_of_a_table_that_ends_with_the_signature_the_other_rows_are_of_the_body():
    document = docx.Document(BytesIO(word(plan(part("I.", "NHIỆM VỤ"), clause("1.", "Truyền thông")))))
    foot = document.tables[-1]
    row = foot.add_row()
    foot._tbl.remove(row._tr)
    foot._tbl.insert(2, row._tr)
    row.cells[0].text, row.cells[1].text = "Kinh phí", "Ngân sách xã"
    file = BytesIO()
    document.save(file)
    content = content_read(read(file.getvalue(), "a.docx"))
    assert [b.text for b in content.blocks if b.type == BlockType.ROW] == ["Kinh phí | Ngân sách xã"]
    assert len({b.key for b in content.blocks}) == len(content.blocks)


def test_a_table_in_a_cell_keeps_its_words_there_and_is_told():
    def write(document, before):
        table = document.add_table(rows=1, cols=2)
        before._p.addprevious(table._tbl)
        table.cell(0, 0).text = "Ngoài"
        table.cell(0, 1).add_table(rows=1, cols=2).cell(0, 1).text = "Bên trong"

    content, draft = made_with(write), drawn_with(write)
    row = next(b for b in content.blocks if b.type == BlockType.ROW)
    assert row.text == "Ngoài | Bên trong"
    assert "nested_tables" in {finding.code for finding in draft.findings}


# ── Marks ────────────────────────────────────────────────────────────────────────────────────────


def test_one_sentence_carries_several_targets_and_stays_one_sentence():
    sentence = "Trên 85% cha, mẹ; 80% người sử dụng lao động; 95% trẻ em được cung cấp thông tin."
    content = of(part("I.", "MỤC TIÊU"), dash(sentence))
    promised = block(content, "Trên 85%")
    assert promised.text == sentence
    assert [span_of(promised, mark.id) for mark in promised.targets] == [
        "Trên 85% cha, mẹ",
        "80% người sử dụng lao động",
        "95% trẻ em được cung cấp thông tin",
    ]
    assert [str(mark.statement.value) for mark in promised.targets] == ["85", "80", "95"]


def test_a_duty_below_a_heading_that_names_a_unit_takes_it_over_unless_it_names_its_own():
    content = of(
        part("III.", "TỔ CHỨC THỰC HIỆN"),
        clause("2.", "Phân công trách nhiệm"),
        clause("2.1.", "Sở Tài chính", False),
        point("a)", "Tham mưu bố trí kinh phí."),
        point("b)", "Giao Công an tỉnh chủ trì kiểm tra."),
        units=lambda names: {"Sở Tài chính": (7,), "Công an tỉnh": (8,)}.get(names, ()),
    )
    heading, first, second = (block(content, text) for text in ("Sở Tài chính", "Tham mưu", "Giao"))
    assert (heading.charge.units, heading.task) == ((7,), None)
    assert (first.task.lead, first.task.units_said) == ((), "")
    assert inherited(content.blocks)[first.key].lead == (7,)
    assert (second.task.lead, second.task.units_said) == ((8,), "Công an tỉnh")


@pytest.mark.parametrize("heading", ["NỘI DUNG THỰC HIỆN", "NHIỆM VỤ, GIẢI PHÁP, PHÂN CÔNG TRÁCH NHIỆM"])
def test_units_are_charged_under_whatever_heading_names_them(heading):
    content = of(part("II.", heading), clause("1.", "Sở Y tế"), point("a)", "Chủ trì truyền thông."))
    assert block(content, "Sở Y tế").charge.units_said == "Sở Y tế"
    assert block(content, "Chủ trì truyền thông").task is not None


def test_who_leads_behind_a_label_is_parted_from_those_who_co_operate():
    known = {"Sở Nội vụ": (1,), "Sở Y tế, Sở Tư pháp": (2, 3)}
    content = of(
        part("II.", "NHIỆM VỤ"),
        clause("1.", "Truyền thông"),
        para("Cơ quan thực hiện: Sở Nội vụ chủ trì, phối hợp với Sở Y tế, Sở Tư pháp."),
        para("Thời gian: Năm 2026 và các năm tiếp theo."),
        units=lambda names: known.get(names.strip(" ."), ()),
    )
    task = block(content, "Truyền thông").task
    assert (task.lead, task.partners) == ((1,), (2, 3))
    assert (task.due, task.due_text) == (None, "Năm 2026 và các năm tiếp theo")


def test_a_target_on_the_words_of_a_duty_is_right():
    content = of(
        part("III.", "TỔ CHỨC THỰC HIỆN"),
        clause("1.", "Sở Y tế"),
        point("a)", "Chủ trì thực hiện; phấn đấu 90% trẻ em được hỗ trợ trong năm 2026."),
    )
    duty = block(content, "Chủ trì thực hiện")
    assert duty.task is not None
    assert [(str(m.statement.value), m.statement.horizon) for m in duty.targets] == [("90", 2026)]


@pytest.mark.parametrize(
    ("heading", "above", "lines", "promised"),
    [
        (
            "NỘI DUNG TRỌNG TÂM",
            clause("2.", "Chỉ tiêu chủ yếu đến năm 2030"),
            (
                clause("2.1.", "Phấn đấu 100% trẻ em có nguy cơ được quản lý.", False),
                clause("2.2.", "Trên 80% xã có mô hình bảo vệ trẻ em.", False),
            ),
            [("=", "100", 2030), (">", "80", 2030)],
        ),
        (
            "CHỈ TIÊU, GIÁM SÁT VÀ ĐÁNH GIÁ",
            para("Các đơn vị thực hiện:"),
            (dash("Phấn đấu 90% trẻ em được quản lý vào cuối năm 2026."),),
            [("=", "90", 2026)],
        ),
    ],
)
def test_targets_are_found_wherever_a_plan_sets_them(heading, above, lines, promised):
    content = of(part("II.", heading), above, *lines)
    found = [
        (m.statement.comparator.value, str(m.statement.value), m.statement.horizon)
        for _, m in content.targets
    ]
    assert found == promised


@pytest.mark.parametrize(
    "line",
    [
        "Xã đạt từ 88% trở lên cộng 02 điểm.",
        "Đạt từ 90-95% cộng 03 điểm; dưới 100% cộng 04 điểm.",
        "Số tập thể được khen không quá 10% tập thể, 5% cá nhân tham gia.",
        "Trường hợp xã có dưới 50% hộ tham gia thì được hỗ trợ thêm.",
        "Đơn vị thuộc lĩnh vực đặc thù có tỷ lệ nữ thấp dưới 30% có thể điều chỉnh mục tiêu.",
    ],
)
def test_points_awards_and_conditions_are_no_targets(line):
    content = of(
        part("I.", "MỤC TIÊU"),
        dash("Phấn đấu 100% trẻ em được quản lý."),
        part("II.", "NỘI DUNG THI ĐUA"),
        clause("1.", "Cách tính"),
        dash(line),
    )
    assert [str(mark.statement.value) for _, mark in content.targets] == ["100"]


def test_what_a_person_sets_otherwise_than_the_words_is_given():
    reading = reading_of(read(word(LONG_ROAD), "a.docx"))
    _, mark = next(reading.content.targets)
    said = mark.statement
    for parts, given in (
        (Parts(replace(said, value=said.value - 1), mark.group), {"value"}),
        (Parts(said, "MT2"), set()),
    ):
        decisions = replace(as_proposed(reading), parts={mark.id: parts})
        _, kept = next(decided(reading, decisions).targets)
        assert (kept.given, kept.group) == (given, parts.group)
