"""Where an office would break a name or a title.

Names and titles stand in centred lines of about the same length, and the rule below is a part of the *last*
line (NĐ 30/2020, Phụ lục I, II.2b, II.5b). Neither CSS nor Word can say that, so the lines are broken here,
once for all renderers. Pure; lengths in points.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, pairwise

from targets.language.lexicon.compounds import COMPOUNDS, LEANING

from .binding import NBSP, bind
from .widths import SAFETY, width

_MOST_BALANCED = 12  # lines; nobody sees the balance of more, and it costs the square of their number
_PLACE = re.compile(  # in capitals: "HUYỆN ĐIỆN BIÊN ĐÔNG"
    rf"(?:(?<=XÃ )|(?<=TỈNH )|(?<=QUẬN )|(?<=HUYỆN )|(?<=TRẤN )|(?<=PHỐ )|(?<=PHƯỜNG ))"
    rf"\w+(?:[ {NBSP}]\w+){{1,2}}(?=[ {NBSP}]-|,|$)"
)


def balanced(text: str, room: float, size: float, *, bold: bool = False, upper: bool = False) -> list[str]:
    """The text in as few lines as fit into `room` points, of about equal length, broken where sense allows.

    `upper` measures the capitals that will be printed. A word longer than the room is cut.
    """

    def length(word: str) -> float:
        return width(word.upper() if upper else word, size, bold=bold)

    limit = room * SAFETY
    loose = _atoms(bind(text), limit, length)
    words = _atoms(_held_together(bind(text)), limit, length)
    if not words:
        return []
    most = len(tuple(_greedy(len(loose), limit, _spans(loose, length)))) + 1
    span = _spans(words, length)
    ends = tuple(_greedy(len(words), limit, span))
    if len(ends) > most:
        words, span = loose, _spans(loose, length)
        ends = tuple(_greedy(len(words), limit, span))
    if len(ends) <= _MOST_BALANCED:
        ends = _evenly(words, len(ends), limit, span)
    return list(_as_typed(text, (" ".join(words[start:end]) for start, end in pairwise((0, *ends)))))


def _atoms(text: str, limit: float, length: Callable[[str], float]) -> list[str]:
    """What may stand alone on a line; what is bound and wider than the room comes apart again."""
    atoms: list[str] = []
    for row in text.split(" "):
        parts = [row] if length(row) <= limit else row.split(NBSP)
        atoms += (piece for part in parts if part for piece in _pieces(part, limit, length))
    return atoms


def _held_together(text: str) -> str:
    """Compounds bound too, and in capitals the name of a place."""
    words = text.split(" ")
    held = words[:1]
    for before, word in pairwise(words):
        pair = f"{before.rpartition(NBSP)[2]} {word.partition(NBSP)[0].strip(',;.')}".lower()
        held.append((NBSP if pair in COMPOUNDS else " ") + word)
    whole = "".join(held)
    return _PLACE.sub(lambda place: place[0].replace(" ", NBSP), whole) if whole.isupper() else whole


def _as_typed(text: str, lines: Iterable[str]) -> Iterator[str]:
    """The lines with the blanks that `text` has: nothing breaks them again."""
    at = 0
    for line in lines:
        while text[at : at + 1] in (" ", NBSP) and line[:1] not in (" ", NBSP):
            at += 1
        typed = text[at : at + len(line)]
        at += len(typed)
        yield typed if typed.replace(NBSP, " ") == line.replace(NBSP, " ") else line


Span = Callable[[int, int], float]  # length of the line made of words[start:end]


def _spans(words: list[str], length: Callable[[str], float]) -> Span:
    reach = [0.0, *accumulate(length(f"{word} ") for word in words)]  # where each word begins in one line
    space = length(" ")
    return lambda start, end: reach[end] - reach[start] - space


def _pieces(word: str, limit: float, length: Callable[[str], float]) -> Iterator[str]:
    piece, reach = "", 0.0
    for letter in word:
        reach += length(letter)
        if piece and reach > limit:
            yield piece
            piece, reach = "", length(letter)
        piece += letter
    yield piece


def _greedy(words: int, limit: float, span: Span) -> Iterator[int]:
    """The line ends that make the fewest lines."""
    start = 0
    for end in range(2, words + 1):
        if span(start, end) > limit:
            start = end - 1
            yield start
    yield words


def _evenly(words: list[str], lines: int, limit: float, span: Span) -> tuple[int, ...]:
    """The line ends, of all ways to make so many lines, that are least uneven and tear the fewest names."""
    ideal = max(span(0, len(words)) / lines, 1)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}  # words used → (cost, line ends)
    for _ in range(lines):
        longer: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, ends) in best.items():
            for end in range(start + 1, len(words) + 1):
                if span(start, end) > limit and end > start + 1:
                    break
                total = cost + ((span(start, end) - ideal) / ideal) ** 2 + _tear(words, end)
                if end not in longer or total < longer[end][0]:
                    longer[end] = (total, (*ends, end))
        best = longer
    return best[len(words)][1]


def _tear(words: list[str], end: int) -> float:
    """The price of a line end before `words[end]`: a name, a compound or "năm | 2023" should not be torn."""
    if end == len(words):
        return 0.0
    before, after = words[end - 1], words[end]
    pair = f"{before} {after.strip(',;.')}".lower()
    if pair in COMPOUNDS or after == "-":
        return 0.3
    if before.lower() in LEANING or (before.isdigit() and after in ("tháng", "năm")):
        return 0.15
    torn_name = before[0].isupper() and after[0].isupper() and not before.endswith((",", ";"))
    return 0.15 if torn_name else 0.0
