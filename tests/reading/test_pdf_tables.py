"""Tables of a PDF keep their cells: what lines enclose is one, whoever drew them."""

import shutil
import tempfile
from pathlib import Path

import pytest
from weasyprint import HTML

from plans.law.blocks import BlockType
from plans.reading import read
from plans.reading.blocks.making import content_read
from plans.reading.sources import read_source
from tests.words import counted

from .corpus.facts import Grid, Paper, para, part
from .corpus.lines import TASK_TABLE, plan
from .corpus.printing import converted, printed_by_chromium, woven

MAKERS = {"weasyprint": lambda folder, paper: woven(paper)}
if shutil.which("soffice"):
    MAKERS["libreoffice"] = lambda folder, paper: converted(folder, paper, "pdf")
if shutil.which("chromium"):
    MAKERS["chromium"] = printed_by_chromium
TARGETS = Grid(
    (
        ("TT", "Chỉ tiêu", "ĐVT", "Năm 2026", "Năm 2030"),
        ("1", "Tỷ lệ trẻ em có nguy cơ lao động sớm được quản lý, hỗ trợ kịp thời", "%", "80", "95"),
        ("2", "Ngôi nhà an toàn", "hộ", "1.500", "3.500"),
    )
)


@pytest.fixture(scope="module", params=MAKERS)
def made(request):
    def make(paper: Paper) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            return MAKERS[request.param](Path(folder), paper)

    return make


def ruled(grid: Grid) -> Paper:
    return plan(part("I.", "MỤC TIÊU, NHIỆM VỤ"), para("Theo bảng sau:"), grid, para("Các đơn vị thực hiện."))


def rows_of(data: bytes) -> list[str]:
    blocks = content_read(read(data, "a.pdf")).blocks
    return [block.text for block in blocks if block.type == BlockType.ROW]


def test_cells_are_cells_again_and_no_word_is_lost(made):
    data = made(ruled(TARGETS))
    assert rows_of(data) == [" | ".join(row) for row in TARGETS.rows]
    draft = read(data, "a.pdf")
    words = counted(read_source(data, "a.pdf"), draft, content_read(draft))
    assert (words.lost, words.added) == ([], [])


def test_a_table_of_targets_promises(made):
    said = [t.statement for t in read(made(ruled(TARGETS)), "a.pdf").targets]
    assert [(s.value, s.unit, s.horizon) for s in said] == [
        (80, "%", 2026),
        (95, "%", 2030),
        (1500, "hộ", 2026),
        (3500, "hộ", 2030),
    ]


def test_a_table_of_tasks_hands_out_work(made):
    paper = plan(part("I.", "NHIỆM VỤ"), TASK_TABLE)
    tasks = read(made(paper), "a.pdf").tasks
    assert [(task.unit, task.partners, task.due_text) for task in tasks] == [
        ("Phòng VH-XH", "Hội LHPN, Đoàn Thanh niên", "Quý II/2026"),
        ("Công an xã", "Phòng Kinh tế", "10/2026"),
    ]


def test_a_table_that_goes_on_over_a_page_is_one(made):
    rows = [("TT", "Nội dung", "Chủ trì", "Thời gian")]
    rows += [
        (str(n), f"Truyền thông lần thứ {n} tại các thôn của xã", "Công an xã", "Quý II/2026")
        for n in range(1, 61)
    ]
    data = made(plan(part("I.", "NHIỆM VỤ"), Grid(tuple(rows))))
    draft = read(data, "a.pdf")
    assert len({passage.table for passage in draft.passages if passage.table > 0}) == 1
    assert len(draft.tasks) == 60
    assert rows_of(data) == [" | ".join(row) for row in rows]


def test_a_row_that_a_page_end_parts_is_one_again(made):
    duty = "tuyên truyền, vận động các hộ kinh doanh ký cam kết không sử dụng lao động trẻ em trái quy định"
    rows = [("TT", "Nội dung", "Chủ trì")]
    rows += [(str(n), f"Lần {n}: {', '.join([duty] * 9)}.", f"Công an xã {n}") for n in range(1, 9)]
    data = made(plan(part("I.", "NHIỆM VỤ"), Grid(tuple(rows))))
    assert rows_of(data) == [" | ".join(row) for row in rows]


UNRULED = {"weasyprint": lambda folder, paper: woven(paper, is_ruled=False)}
if shutil.which("chromium"):
    UNRULED["chromium"] = lambda folder, paper: printed_by_chromium(folder, paper, is_ruled=False)


class TestWithoutBorders:
    @pytest.fixture(params=UNRULED)
    def unruled(self, request, tmp_path):
        return lambda paper: UNRULED[request.param](tmp_path, paper)

    def test_white_strips_part_its_columns(self, unruled):
        data = unruled(ruled(TARGETS))
        assert rows_of(data) == [" | ".join(row) for row in TARGETS.rows]
        draft = read(data, "a.pdf")
        words = counted(read_source(data, "a.pdf"), draft, content_read(draft))
        assert (words.lost, words.added) == ([], [])
        assert [t.statement.value for t in draft.targets] == [80, 95, 1500, 3500]

    def test_its_rows_hand_out_work(self, unruled):
        grid = Grid((*TASK_TABLE.rows, ("3", "Báo cáo năm", "Công an xã", "Phòng Kinh tế", "12/2026")))
        tasks = read(
            unruled(plan(part("I.", "NHIỆM VỤ"), grid, para("Các đơn vị thực hiện."))), "a.pdf"
        ).tasks
        assert [(task.unit, task.partners, task.due_text) for task in tasks] == [
            ("Phòng VH-XH", "Hội LHPN, Đoàn Thanh niên", "Quý II/2026"),
            ("Công an xã", "Phòng Kinh tế", "10/2026"),
            ("Công an xã", "Phòng Kinh tế", "12/2026"),
        ]

    def test_it_goes_on_over_a_page_end(self, unruled):
        rows = [("TT", "Nội dung", "Chủ trì", "Thời gian")]
        work = ("Truyền thông tại chợ", "Kiểm tra các xưởng mộc", "Ký cam kết", "Thăm hộ có trẻ em bỏ học")
        leads = ("Công an xã", "Trạm Y tế", "Đoàn Thanh niên")
        rows += [(str(n), work[n % 4], leads[n % 3], f"Quý {'I' * (n % 3 + 1)}/2026") for n in range(11, 61)]
        draft = read(unruled(plan(part("I.", "NHIỆM VỤ"), Grid(tuple(rows)))), "a.pdf")
        assert len({passage.table for passage in draft.passages if passage.table > 0}) == 1
        assert [task.unit for task in draft.tasks] == [leads[n % 3] for n in range(11, 61)]

    def test_signatures_side_by_side_are_no_table(self):
        html = woven_html(
            "<table style='width:100%;text-align:center'>"
            "<tr><td>TM. ỦY BAN NHÂN DÂN<td>TM. BAN THƯỜNG TRỰC<td>TM. BAN THƯỜNG VỤ</tr>"
            "<tr><td>CHỦ TỊCH<td>CHỦ TỊCH<td>BÍ THƯ</tr><tr><td>Lê An<td>Trần Văn Bình<td>Vũ Thị Cúc</tr></table>"
        )
        assert all(line.table <= 0 for line in read_source(html, "a.pdf").lines)

    def test_a_line_drawn_over_the_whole_width_is_one(self):
        html = woven_html(
            "<div style='width:7cm;text-align:justify;text-align-last:justify'>Nơi nhận:<br>- UBND các xã;</div>"
        )
        lines = [line.text for line in read_source(html, "a.pdf").lines]
        assert lines[-2:] == ["Nơi nhận:", "- UBND các xã;"]


def woven_html(body: str) -> bytes:
    words = "Ủy ban nhân dân xã giao các đơn vị thực hiện, báo cáo kết quả hằng quý. " * 3
    return HTML(string=f"<meta charset=utf-8><p>{words}</p>{body}").write_pdf()
