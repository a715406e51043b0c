"""Tables of the text and of annexes: what offices expect of columns and of rows that go on over the page."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from plans.paper.binding import NBSP
from plans.paper.nd30 import LAYOUT
from targets.language.lexicon.compounds import COMPOUNDS
from tests.paper.lines import MM, Line, Upright
from tests.paper.printed import Printed
from tests.paper.rules.measure import HAIR, quote, rule
from tests.paper.rules.typography import TOGETHER

CLEAR = 2  # points between a letter and the line beside its column, at least
EDGES = 9.5  # points of a column that no word gets
LINE = 1.5  # of the size: two lines of one cell are nearer to each other

Column = tuple[Upright, Upright]
BEGINNINGS = {compound.split()[0] for compound in COMPOUNDS}
IDS = ("COLUMN", "CELL", "CLOSED")


@rule("COLUMN", "thông lệ")
def words_stay_in_their_column(printed):
    for (left, right), lines in _cells(printed):
        for line in lines:
            if line.x0 < left.x + CLEAR or line.x1 > right.x - CLEAR:
                yield f"trang {line.page + 1}: {quote(line)} tràn khỏi cột"


@rule("CELL", "thông lệ")
def what_a_column_holds_is_not_torn_in_it(printed):
    for (left, right), lines in _cells(printed):
        for line, after in pairwise(lines):
            room = (right.x - left.x) * _upright_share(printed, line.page) - EDGES
            end, begin = _last_row(line), _first_row(after)
            is_near = after.baseline - line.baseline < LINE * line.size and not begin.text.endswith(
                ("-", "/")
            )
            if is_near and _belong(end.text, after.text) and end.length + begin.length + line.size / 4 < room:
                yield f"trang {line.page + 1}: {quote(line)} tách khỏi {quote(after)}"


@rule("CLOSED", "thông lệ")
def a_table_is_closed_on_every_page(printed):
    """Where lines between columns end, a line across ends them."""
    for page, uprights in enumerate(printed.uprights):
        for upright in uprights:
            ends = any(
                abs(ruled.y - upright.bottom) < HAIR and ruled.x0 - HAIR < upright.x < ruled.x1 + HAIR
                for ruled in printed.ruled[page]
            )
            goes_on = any(
                abs(other.x - upright.x) < HAIR and other.top - HAIR < upright.bottom < other.bottom - HAIR
                for other in uprights
            )
            if not ends and not goes_on:
                yield f"trang {page + 1}: đường dọc hở ở chân bảng ({upright.bottom:.0f} pt)"


def _cells(printed: Printed) -> Iterator[tuple[Column, list[Line]]]:
    """The lines between each two lines that stand beside them, from above."""
    for page, uprights in enumerate(printed.uprights):
        held: dict[Column, dict[float, list[dict]]] = defaultdict(lambda: defaultdict(list))
        for char in printed.chars[page] if uprights else ():
            if column := _column_of(char, uprights):
                held[column][round(char["baseline"], 1)].append(char)
        for column, rows in held.items():
            yield column, list(_lines(page, rows))


def _column_of(char: dict, uprights: list[Upright]) -> Column | None:
    middle = (char["x0"] + char["x1"]) / 2
    beside = [upright for upright in uprights if upright.top < char["baseline"] < upright.bottom]
    left = max((upright for upright in beside if upright.x <= middle), key=lambda u: u.x, default=None)
    right = min((upright for upright in beside if upright.x > middle), key=lambda u: u.x, default=None)
    return (left, right) if left and right else None


def _lines(page: int, rows: dict[float, list[dict]]) -> Iterator[Line]:
    for baseline in sorted(rows):
        chars = sorted(rows[baseline], key=lambda char: char["x0"])
        inked = [place for place, char in enumerate(chars) if char["text"].strip()]
        if inked:
            yield Line(page, tuple(chars[inked[0] : inked[-1] + 1]))


def _upright_share(printed: Printed, page: int) -> float:
    """Columns of a page that lies on its side are bound by what they hold on one that stands."""
    margins = LAYOUT.page_width_mm - LAYOUT.text_width_mm
    return LAYOUT.text_width_mm / (printed.sizes[page][0] / MM - margins)


def _last_row(line: Line) -> Line:
    """Its last letters without a plain blank: what is bound is one row."""
    blanks = [place for place, char in enumerate(line.chars) if char["text"] == " "]
    return Line(line.page, line.chars[blanks[-1] + 1 if blanks else 0 :])


def _first_row(line: Line) -> Line:
    blanks = [place for place, char in enumerate(line.chars) if char["text"] == " "]
    return Line(line.page, line.chars[: blanks[0] if blanks else None])


def _belong(end: str, after: str) -> bool:
    first, (second, third) = end.split(NBSP)[-1], [*re.findall(r"\w+", after), "", ""][:2]
    is_compound = f"{first} {second}".lower() in COMPOUNDS and after.startswith(second)
    goes_on = f"{second} {third}".lower() in COMPOUNDS if third else second.lower() in BEGINNINGS
    return (is_compound and not goes_on) or any(re.search(e, end) and re.match(b, after) for e, b in TOGETHER)
