"""The text: II.6, V.6b, and its end mark."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tests.paper.lines import MM, Line
from tests.paper.rules.measure import (
    SINGLE,
    centred,
    flow,
    of_kind,
    quote,
    rule,
    running_text,
    set_as,
    sheet_centre,
    sized,
)

JUSTIFIED = 3  # points; LibreOffice rounds letter by letter, in italics by up to 2


@rule("L25", "II.6a")
def citations(printed):
    items = [item for item in printed.sets if item.kind == "citation"]
    for item in items:
        if not item.lines:
            yield f"thiếu căn cứ «{item.block.text[:40]}»"
            continue
        mark = "." if item is items[-1] else ";"
        if not item.text.endswith(mark) or item.text[-2] in ".;,":
            yield f"căn cứ {quote(item.lines[0])} phải kết thúc bằng «{mark}»"
        for line in item.lines:
            yield from sized("căn cứ", line, 13, 14)
            yield from set_as("căn cứ", line, italic=True)


@rule("L28", "II.6e")
def body_text(printed):
    for item in running_text(printed):
        for line in item.lines[:-1] if not item.block.is_ragged else ():
            if abs(printed.right - line.x1) > JUSTIFIED:
                yield f"{quote(line)} không canh đều lề phải ({printed.right - line.x1:.1f} pt)"
        for line in item.lines[1:]:
            if abs(line.x0 - printed.left) > 1:
                yield f"{quote(line)} không canh đều lề trái"
        if item.kind == "prose":
            for line in item.lines:
                yield from sized("lời văn", line, 13, 14)
                if not any(span.bold or span.italic for span in item.block.strands):
                    yield from set_as("lời văn", line, bold=item.block.bold, italic=item.block.italic)


@rule("L29", "II.6e")
def first_line_indent(printed):
    for item in running_text(printed):
        indent = (item.lines[0].x0 - printed.left) / MM
        if min(abs(indent - 10), abs(indent - 12.7)) > 0.4:
            yield f"{quote(item.lines[0])} lùi đầu dòng {indent:.1f} mm, phải 10 hoặc 12,7"


@rule("L30", "II.6e")
def paragraph_gap(printed):
    items = [item for item in flow(printed) if item.kind != "note"]
    for above, below in pairwise(items):
        last, first = above.lines[-1], below.lines[0]
        gap = first.baseline - last.baseline - printed.pitch
        if last.page == first.page and printed.pitch and gap < 6 - 0.2:
            yield f"{quote(first)} cách đoạn trên {gap:.1f} pt, phải từ 6 pt"


@rule("L31", "II.6e")
def line_spacing(printed):
    for item in flow(printed):
        for above, below in pairwise(item.lines):
            lines = (below.baseline - above.baseline) / (SINGLE * below.size)
            if above.page == below.page and not 0.99 <= lines <= 1.51:
                yield f"{quote(below)} giãn dòng {lines:.2f}, phải 1,0–1,5"


@rule("L32", "II.6đ")
def chapters(printed):
    """Number and title on lines of their own, centred and bold, the title in capitals."""
    for item, centre in _centred_heads(printed):
        number, *title = item.lines
        if item.block.text and (not title or not "".join(line.text for line in title).isupper()):
            yield f"tiêu đề của {quote(number)} không ở dòng riêng hoặc không in hoa"
        for line in item.lines:
            yield from sized("chương", line, 13, 14)
            yield from set_as("chương", line, bold=True)
            yield from centred("chương", line, centre)


def _centred_heads(printed):
    for index in range(len(printed.annex_starts)):
        for item in printed.annex_sets(index):
            if item.kind == "chapter" and item.lines:
                yield item, sheet_centre(printed, item.lines[0].page)


@rule("L34", "II.6đ")
def articles(printed):
    """ "Điều 1." is bold whatever follows it; all of it where it is a title."""
    sets = [*printed.sets, *(s for i in range(len(printed.annex_starts)) for s in printed.annex_sets(i))]
    for item in sets:
        if item.kind == "article" and item.lines:
            first = item.lines[0]
            begins = first.chars[: len(item.block.marker)]
            if not all("bold" in char["fontname"].lower() for char in begins if char["text"].strip()):
                yield f"{quote(first)}: số của điều không đậm"
            if item.block.bold != first.bold:
                yield f"{quote(first)}: tiêu đề của điều {'không ' if item.block.bold else ''}đậm"


@rule("L35", "II.6đ")
def clauses(printed):
    for item in of_kind(printed, "clause"):
        if not re.match(r"^\d+(\.\d+)*\. \S", item.lines[0].text):
            yield f"khoản in là {quote(item.lines[0])}"
        for line in item.lines:
            yield from sized("khoản", line, 13, 14)
            yield from set_as("khoản", line, bold=True)


LETTERS = "abcdđeghiklmnopqrstuvxy"


@rule("L36", "II.6đ")
def points(printed):
    before = ""
    for item in flow(printed):
        if item.kind != "point":
            before = "" if item.kind in ("clause", "part") or item.block.marker[:1].isdigit() else before
            continue
        found = re.match(rf"^([{LETTERS}])\) \S", item.lines[0].text)
        if not found:
            yield f"điểm in là {quote(item.lines[0])}"
            continue
        if LETTERS.index(found[1]) != (LETTERS.index(before) + 1 if before else 0):
            yield f"điểm {found[1]}) không theo thứ tự chữ cái sau «{before}»"
        before = found[1]
        for line in item.lines:
            yield from sized("điểm", line, 13, 14)
            yield from set_as("điểm", line)


@rule("L37", "V.6b")
def parts(printed):
    for item in of_kind(printed, "part"):
        if not re.match(r"^[IVXLC]+\.( |$)", item.lines[0].text) or not item.text.isupper():
            yield f"phần in là {quote(item.lines[0])}"
        for line in item.lines:
            yield from sized("phần", line, 13, 14)
            yield from set_as("phần", line, bold=True)


@rule("L38", "II.6d")
def parts_have_titles(printed):
    for item in printed.sets:
        if item.kind == "part" and not re.search(r"\. \S", item.text):
            yield f"phần {item.block.marker} không có tiêu đề"


@rule("L53", "Mẫu 1.4, 1.5, 2.1")
def end_mark(printed):
    yield from _ended_once("nội dung", printed.text_lines)
    for index in range(len(printed.annex_starts)):
        yield from _ended_once(f"phụ lục {index + 1}", printed.running(printed.annex_pages(index)))


def _ended_once(what: str, lines: list[Line]) -> Iterator[str]:
    text = " ".join(line.text for line in lines)
    if lines and (not text.endswith("./.") or len(re.findall(r"(?=\./\.)", text)) != 1):
        yield f"{what} phải kết thúc bằng một dấu «./.» (kết thúc bằng «{text[-20:]}»)"
