"""What is said in Python and again in JavaScript is the same, held against one table of lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from plans.content.line_kinds import marked_line
from plans.content.markers import level_of, next_marker
from plans.content.parts import lead_in, titles
from plans.content.values import Block, TextRun
from plans.drafting.sheet.shape import SHAPE
from plans.drafting.starting import Start, start_blank
from plans.law.blocks import BlockType
from plans.paper.binding import NBSP, bind, rules_for_the_editor
from plans.paper.nd30 import CELL_EDGES, LAYOUT
from plans.paper.widths import ShortLine

from .desk_pages import log_in
from .sheet_pages import open_sheet

pytestmark = pytest.mark.django_db(transaction=True)

LINES = """
I. MỤC ĐÍCH|II. Yêu cầu|V. |XL. Bốn mươi|i. thường|I.Mục đích|Điều 1. Ban hành|Điều 12a: Sửa đổi|điều 3. Chữ thường
Điều 5 của Luật|Chương I|Chương II QUY ĐỊNH|Chương II của Luật này|Mục 1 Nội dung|Phần III.|Phần thưởng|Phụ lục
Phụ lục I CHỈ TIÊU|Phụ lục II kèm theo Kế hoạch này.|PHỤ LỤC 3. Bảng|phụ lục đính kèm gồm có|1. Mục đích|1) Mục đích
1.1. Nhận thức|1.1 Nhận thức|2.3.4.5. Sâu|12.13) Hai|123. Ba chữ số|a) Rà soát|đ) Báo cáo|z) Không có|A) Chữ hoa|aa) Hai
- Một|– Hai|— Ba|+ Bốn|• Năm|* Sáu|-Bảy|− Tám|- |1.|72% trẻ em|2026 là năm|IV|Trên đây là Kế hoạch./.|  1. Thụt vào
""".replace("\n", "|").split("|")
MARKERS = [
    *("I.", "IV.", "IX.", "XCIX.", "1.", "9.", "10)", "1.1.", "1.9.", "2.3.4.", "1", "(1)"),
    *("a)", "d)", "đ)", "y)", "a", "aa)", "Z)", "-", "+", "*", "Bước"),
]
NAMED = {"Điều 1.": "Điều 2.", "Chương I": "Chương II", "Mục 2": "Mục 3", "Phần IV.": "Phần V."}
TEXTS = """
Ngày 26 tháng 5 năm 2026, theo khoản 2 Điều 5 và Quyết định số 782/QĐ-TTg ngày 27 tháng 5 năm 2021 của Thủ tướng
Trên 72 % trẻ em (khoảng 1 200 em) ở 14 xã, giai đoạn 2021 - 2025, do ông Lò Văn Páo phụ trách.
Kinh phí 250 triệu đồng ; họp ngày …/…/2026 tại UBND xã Tân Thành (tổng đài 111) và/hoặc 192/KH-UBND-LĐTBXH-NV-BVCSTE
Ông Giàng A Páo và chị Nguyễn Thị B ở Khu phố 5, TP. Hồ Chí Minh nhận 30 suất quà của 03 xã; Nhiệm vụ 3, thế kỷ XXI
ngắn|""".replace("\n", "|").split("|")

CELLS = [
    *TEXTS,
    "Cơ quan quản lý nhà nước; TỔ CHỨC THỰC HIỆN: Ban Chỉ đạo về bình đẳng giới, Ủy ban nhân dân các xã, thị trấn",
    "Ngoằn ngoèo, ướt, khuỷu: ƠN, ƯU, ĐẮK LẮK – nâng cao… “trẻ em” ½ số hộ nghèo, y tế",
]


@pytest.fixture
def sheet(page, office) -> Page:
    log_in(page, office.lan)
    open_sheet(page, start_blank(Start(office.committee, 2024, office.lan)))
    return page


def test_what_a_beginning_makes_of_a_line(sheet):
    there = sheet.evaluate(
        """async (lines) => {
            const { markedLine } = await import("sheet/kinds");
            return lines.map((line) => markedLine(line)).map(({ type, marker, text }) => [type, marker, text]);
        }""",
        LINES,
    )
    here = [[said.type.value, said.marker, said.text] for said in map(marked_line, LINES)]
    assert there == here


def test_the_next_marker_and_the_level_of_one(sheet):
    there = sheet.evaluate(
        """async (markers) => {
            const { nextMarker, levelOf } = await import("sheet/numbering");
            return markers.map((marker) => [nextMarker(marker), levelOf(marker)]);
        }""",
        MARKERS,
    )
    assert there == [[next_marker(marker), level_of(marker) or 0] for marker in MARKERS]
    named = sheet.evaluate(
        """async (markers) => {
            const { nextMarker } = await import("sheet/numbering");
            return markers.map(nextMarker);
        }""",
        list(NAMED),
    )
    assert named == list(NAMED.values())


def test_what_stays_together_on_a_line(sheet):
    there = sheet.evaluate(
        """async ([rules, texts]) => {
            const { binder } = await import("sheet/binding");
            const { stretches } = binder(rules);
            return texts.map((text) => stretches(text).filter(([from, to]) => text.slice(from, to).includes(" ")));
        }""",
        [rules_for_the_editor(), TEXTS],
    )
    for text, places in zip(TEXTS, there, strict=True):
        rows = [list(place) for place in _rows(bind(text), text)]
        assert places == rows, text


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("share", [0.08, 0.12, 0.2, 0.45])
def test_what_stays_together_in_a_column(sheet, share, bold):
    there = sheet.evaluate(
        """async ([rules, texts, share, bold]) => {
            const { binder } = await import("sheet/binding");
            const { stretches, roomOf } = binder(rules);
            const found = (text) => stretches(text, roomOf(share, bold));
            return texts.map((text) => found(text).filter(([from, to]) => text.slice(from, to).includes(" ")));
        }""",
        [rules_for_the_editor(), CELLS, share, bold],
    )
    room = ShortLine(share * LAYOUT.text_width - CELL_EDGES, LAYOUT.table_pt, bold)
    for text, places in zip(CELLS, there, strict=True):
        assert places == [list(place) for place in _rows(bind(text, room), text)]


def _rows(bound: str, text: str):
    at = 0
    for row in bound.split(" "):
        if NBSP in row and " " in text[at : at + len(row)]:
            yield at, at + len(row)
        at += len(row) + 1


BLOCKS = st.lists(
    st.builds(
        lambda type_, level, marker, words: Block("", type_, level, marker, (TextRun(words),)),
        st.sampled_from(
            [BlockType.PART, BlockType.ARTICLE, BlockType.CLAUSE, BlockType.PARAGRAPH, BlockType.NOTE]
        ),
        st.integers(0, 6),
        st.sampled_from(["", "1.", "1.1.", "a)", "-"]),
        st.sampled_from(["Mục đích", "Thực hiện tốt.", "Các đơn vị:", "x" * 170]),
    ),
    max_size=14,
)


def test_which_headings_are_bold(sheet):
    cases: list[tuple[Block, ...]] = []

    @settings(max_examples=150, deadline=None, database=None)
    @given(BLOCKS)
    def drawn(blocks):
        cases.append(tuple(_with_key(block, f"b{place}") for place, block in enumerate(blocks)))

    drawn()
    there = sheet.evaluate(
        """async (cases) => {
            const { titlesIn, leadIn } = await import("sheet/titles");
            return cases.map((blocks) => [[...titlesIn(blocks)].sort(), [...leadIn(blocks)].sort()]);
        }""",
        [
            [
                {"type": one.type.value, "level": one.level, "marker": one.marker, "text": one.text}
                for one in blocks
            ]
            for blocks in cases
        ],
    )
    for blocks, (bold, heads) in zip(cases, there, strict=True):
        assert {f"b{place}" for place in bold} == titles(blocks)
        assert {f"b{place}" for place in heads} == lead_in(blocks)


def _with_key(block: Block, key: str) -> Block:
    return Block(key, block.type, block.level, block.marker, block.runs)


def test_the_shape_of_the_schema_is_the_servers(sheet):
    assert sheet.evaluate("""async () => (await import("sheet/schema")).SHAPE""") == SHAPE
