"""Annexes: III.1."""

import re
from collections import Counter

from plans.paper.document import Table
from tests.paper.lines import Line
from tests.paper.printed import Printed, consecutive
from tests.paper.rules.measure import centred, rule, set_as, sized, text_centre

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def heads(printed: Printed, index: int) -> list[Line]:
    return printed.running([printed.annex_starts[index]])


def title_lines(printed: Printed, index: int) -> list[Line]:
    return consecutive(heads(printed, index)[1:8], printed.paper.annexes[index].title)


def reference_lines(printed: Printed, index: int) -> list[Line]:
    return consecutive(heads(printed, index)[1:10], printed.paper.annexes[index].reference)


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def found(printed: Printed) -> range:
    return range(min(len(printed.annex_starts), len(printed.paper.annexes)))


@rule("L49", "III.1a, III.1b")
def annex_label(printed):
    for index in found(printed):
        line = heads(printed, index)[0]
        wanted = f"Phụ lục {ROMAN[index]}" if len(printed.paper.annexes) > 1 else "Phụ lục"
        if line.text != wanted:
            yield f"phụ lục in là «{line.text}», phải là «{wanted}»"
        yield from sized("phụ lục", line, 14, 14)
        yield from set_as("phụ lục", line, bold=True)
        yield from centred("phụ lục", line, text_centre(printed))


@rule("L50", "III.1b")
def annex_title(printed):
    for index in found(printed):
        lines = title_lines(printed, index)
        if not lines and printed.paper.annexes[index].title:
            yield f"phụ lục {index + 1} thiếu tên"
        for line in lines:
            if not line.text.isupper():
                yield "tên phụ lục không in hoa"
            yield from sized("tên phụ lục", line, 13, 14)
            yield from set_as("tên phụ lục", line, bold=True)
            yield from centred("tên phụ lục", line, text_centre(printed))


@rule("L51", "III.1c")
def annex_reference(printed):
    for index in found(printed):
        lines = reference_lines(printed, index)
        if not printed.paper.annexes[index].reference:
            continue
        text = " ".join(line.text for line in lines)
        if not re.match(r"^\(Kèm theo .*\)$", text):
            yield f"phụ lục {index + 1}: thông tin kèm theo in là «{text}»"
        for line in lines:
            yield from sized("thông tin kèm theo", line, 13, 14)
            yield from set_as("thông tin kèm theo", line, italic=True)
            yield from centred("thông tin kèm theo", line, text_centre(printed))


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
    """The column titles repeat on every page of a table, and every word of every row is there."""
    for index in found(printed):
        words = Counter(
            w for line in printed.running(printed.annex_pages(index)) for w in words_of(line.text)
        )
        for table in (b for b in printed.paper.annexes[index].blocks if isinstance(b, Table)):
            wanted = Counter(w for row in table.rows for cell in row for w in words_of(cell))
            if missing := wanted - words:
                yield f"phụ lục {index + 1} thiếu chữ: {list(missing)[:5]}"
            pages = [page for page in printed.annex_pages(index) if _has_row(printed, page, table)]
            for page in pages:
                if not all(_shows(printed, page, column.title) for column in table.columns):
                    yield f"trang {page + 1}: bảng không lặp lại tên cột"


def _has_row(printed: Printed, page: int, table: Table) -> bool:
    numbers = {row[0] for row in table.rows if len(row) > 1}
    return any(line.text.split()[0] in numbers for line in printed.running([page]))


def _shows(printed: Printed, page: int, title: str) -> bool:
    first, bold = title.split()[0], (line for line in printed.running([page]) if line.bold)
    return any(first in line.text.split() for line in bold)
