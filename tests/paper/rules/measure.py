"""How a rule is written down, and the ways to measure that many rules share."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.paper.lines import Line, Ruled
from tests.paper.printed import Printed, Set

SINGLE = 1.149  # Times New Roman's own line, in sizes
HAIR = 0.6  # points that nobody sees
CENTRED = 2.0  # points that a centre may be off

Measure = Callable[[Printed], Iterator[str]]


@dataclass(frozen=True)
class Rule:
    id: str
    reference: str
    measure: Measure


RULES: list[Rule] = []


def rule(id: str, reference: str) -> Callable[[Measure], Measure]:
    """Adds a row to the table: the measure yields one sentence for each breach."""

    def put(measure: Measure) -> Measure:
        RULES.append(Rule(id, reference, measure))
        return measure

    return put


def sized(what: str, line: Line | None, low: float, high: float) -> Iterator[str]:
    if line and not all(low <= size <= high for size in line.sizes):
        yield f"{what}: cỡ chữ {sorted(line.sizes)}, phải {low:g}–{high:g}"


def set_as(what: str, line: Line | None, *, bold: bool = False, italic: bool = False) -> Iterator[str]:
    if not line:
        return
    good = (line.bold if bold else not any("bold" in f for f in faces(line))) and (
        line.italic if italic else line.upright
    )
    if not good:
        yield f"{what}: kiểu chữ {sorted(set(faces(line)))}"


def faces(line: Line) -> list[str]:
    return [c["fontname"].split("+")[-1].lower() for c in line.chars if c["text"].strip()]


def centred(what: str, line: Line | Ruled | None, centre: float) -> Iterator[str]:
    if line and abs(line.centre - centre) > CENTRED:
        yield f"{what}: lệch {line.centre - centre:+.1f} pt so với tâm"


def ruled_by(what: str, printed: Printed, line: Line | None, low: float, high: float) -> Iterator[str]:
    if not line:
        return
    below = printed.rule_below(line)
    if not below:
        yield f"{what}: không có đường kẻ bên dưới"
        return
    share = below.length / line.length
    if not low - 0.01 <= share <= high + 0.01:
        yield f"{what}: đường kẻ dài {share:.0%} dòng chữ, phải {low:.0%}–{high:.0%}"
    yield from centred(f"{what}: đường kẻ", below, line.centre)


def single_spaced(what: str, above: Line, below: Line) -> Iterator[str]:
    distance = below.baseline - above.baseline
    lines = distance / (SINGLE * (above.size + below.size) / 2)
    if not 0.9 <= lines <= 1.1:
        yield f"{what}: cách {lines:.2f} dòng, phải cách dòng đơn"


def text_centre(printed: Printed) -> float:
    return (printed.left + printed.right) / 2


def sheet_centre(printed: Printed, page: int) -> float:
    """The centre of the text on a page that may lie on its side."""
    return text_centre(printed) + (printed.sizes[page][0] - printed.sizes[0][0]) / 2


def running_text(printed: Printed) -> list[Set]:
    """Of the blocks that were found, those that are justified and indented."""
    return [
        item
        for item in flow(printed)
        if not item.block.centred and item.kind not in ("chapter", "note", "end")
    ]


def flow(printed: Printed) -> list[Set]:
    """The blocks of the body that were found, citations included."""
    return [item for item in printed.sets if item.lines]


def of_kind(printed: Printed, *kinds: str) -> list[Set]:
    return [item for item in flow(printed) if item.kind in kinds]


def quote(line: Line) -> str:
    return f"«{line.text[:40]}»"
