"""Annexes: III.1."""

import re
from collections import Counter

from plans.content.parts import WholeTable
from tests.paper.lines import Line
from tests.paper.printed import Printed, consecutive
from tests.paper.rules.measure import centred, rule, set_as, sheet_centre, sized

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def heads(printed: Printed, index: int) -> list[Line]:
    return printed.running([printed.annex_starts[index]])


def title_lines(printed: Printed, index: int) -> list[Line]:
    start = 1 if printed.annexes[index].annex.marker else 0
    return consecutive(heads(printed, index)[start:14], printed.annexes[index].annex.text)


def reference_lines(printed: Printed, index: int) -> list[Line]:
    return consecutive(heads(printed, index)[1:16], reference_of(printed, index))


def reference_of(printed: Printed, index: int) -> str:
    return printed.annexes[index].reference or printed.paper.enclosed


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def found(printed: Printed) -> range:
    return range(min(len(printed.annex_starts), len(printed.annexes)))


@rule("ENCLOSED", "Mẫu 1.3")
def enclosed_text_has_its_heads(printed):
    """A text that a decision encloses bears office and state, and neither number nor day."""
    for index in found(printed):
        if printed.annexes[index].annex.marker or not printed.paper.deciding:
            continue
        above = " ".join(line.text for line in heads(printed, index)[:6])
        if "CỘNG HÒA" not in above or "Số:" in above or "ngày" in above.partition("(")[0]:
            yield f"văn bản kèm theo mở đầu bằng «{above[:60]}»"


@rule("L49", "III.1a, III.1b")
def annex_label(printed):
    for index in found(printed):
        if not printed.annexes[index].annex.marker:
            continue
        line = heads(printed, index)[0]
        wanted = f"Phụ lục {ROMAN[index]}" if len(printed.annexes) > 1 else "Phụ lục"
        if line.text != wanted:
            yield f"phụ lục in là «{line.text}», phải là «{wanted}»"
        yield from sized("phụ lục", line, 14, 14)
        yield from set_as("phụ lục", line, bold=True)
        yield from centred("phụ lục", line, sheet_centre(printed, line.page))


@rule("L50", "III.1b")
def annex_title(printed):
    for index in found(printed):
        lines = title_lines(printed, index)
        if not lines and printed.annexes[index].annex.text:
            yield f"phụ lục {index + 1} thiếu tên"
        for line in lines:
            if line.text != line.text.upper():
                yield "tên phụ lục không in hoa"
            yield from sized("tên phụ lục", line, 13, 14)
            yield from set_as("tên phụ lục", line, bold=True)
            yield from centred("tên phụ lục", line, sheet_centre(printed, line.page))


@rule("L51", "III.1c")
def annex_reference(printed):
    for index in found(printed):
        lines = reference_lines(printed, index)
        if not reference_of(printed, index):
            continue
        text = " ".join(line.text for line in lines)
        if not re.match(r"^\(Kèm theo .*\)$", text):
            yield f"phụ lục {index + 1}: thông tin kèm theo in là «{text}»"
        for line in lines:
            yield from sized("thông tin kèm theo", line, 13, 14)
            yield from set_as("thông tin kèm theo", line, italic=True)
            yield from centred("thông tin kèm theo", line, sheet_centre(printed, line.page))


@rule("L52", "III.1đ")
def annex_pages_count_apart(printed):
    for index in range(len(printed.annex_starts)):
        for number, page in enumerate(printed.annex_pages(index), start=1):
            line = printed.page_number(page)
            if number == 1 and line:
                yield f"phụ lục {index + 1}: trang đầu có số trang"
            if number > 1 and line and line.text != str(number):
                yield f"phụ lục {index + 1}: trang {number} mang số {line.text}"


@rule("TABLE", "thông lệ")
def tables_read_well(printed):
    """The head repeats on every page of a table, and every word of every row is there."""
    places = [(printed.body, printed.body_pages)]
    places += [(printed.annexes[index].blocks, printed.annex_pages(index)) for index in found(printed)]
    for blocks, pages in places:
        words = Counter(w for line in printed.running(pages) for w in words_of(line.text))
        for table in printed.tables(blocks):
            wanted = Counter(w for row in table.rows for w in words_of(row.text))
            if missing := wanted - words:
                yield f"bảng thiếu chữ: {list(missing)[:5]}"
            head = [
                w
                for row in table.rows[: table.table.head_rows]
                for cell in row.cells[:2]
                for w in first(cell)
            ]
            for page in pages:
                if _has_row(printed, page, table) and not all(_shows(printed, page, word) for word in head):
                    yield f"trang {page + 1}: bảng không lặp lại tên cột"


def first(cell) -> list[str]:
    return words_of("".join(run.text for run in cell.paragraphs[0]))[:1]


def _has_row(printed: Printed, page: int, table: WholeTable) -> bool:
    """A line of a table begins with the number of a row and goes on in the next cell."""
    numbers = {row.cells[0].paragraphs[0][0].text for row in table.rows[table.table.head_rows :]}
    return any(line.text.split()[0] in numbers for line in printed.running([page]))


def _shows(printed: Printed, page: int, word: str) -> bool:
    return any(line.bold and word in line.text.split() for line in printed.running([page]))
