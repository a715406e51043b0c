"""Notes at the foot of a page of a PDF: small type below the text, called by small figures in it.

LibreOffice, Word and WeasyPrint print them so; a browser prints none. What nothing in the text calls stays text.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from childlabour.core.vietnamese import CAPITALS, clean

from .letters import Letters, Piece
from .lines import Line, LinePlace, Styled

SMALLER = 0.93  # of the type of the text, at most: notes at 11 or 12 below a text at 13 or 14
RAISED = 0.85  # of the letter before it, at most, is the figure that calls
MOST_NOTES = 40  # of a page

_MARK = re.compile(r"[\[(]?(?P<mark>\d{1,3}|\*{1,3})[\])]?[.)]?\s*(?=[^\s\d./,])")
# "22 Số liệu …": Word counts the note, and its own words begin with the figure of whoever wrote the file.
_MARK_TWICE = re.compile(rf"(?P<mark>\d{{1,3}})\s?(?P=mark)[.)]?\s+(?=[{CAPITALS}“])")
_CALL, _REST_OF_CALL = "\U000f5000", "\U000f5001"  # in the place of its figures, which are none of the words
_CALLED = re.compile(f"\\s?{_CALL}{_REST_OF_CALL}*")

_Row = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class PrintedNote:
    mark: str
    rows: tuple[str, ...]


def notes_of(
    letters: Letters, rows: tuple[_Row, ...], is_page_number: Callable[[Piece], bool]
) -> tuple[float, tuple[PrintedNote, ...]]:
    """The top of the first note, and the notes; their calls are marked in the letters. (0, ()) where none is called."""
    first = _first_small(rows, is_page_number)
    if first is None:
        return 0.0, ()
    below = [row for row in rows[first:] if not all(map(is_page_number, row))]
    for form in (_MARK, _MARK_TWICE):
        found = tuple(_parted(below, form))
        places = [_call_of(letters, note.mark, below[0][0].top) for note in found[:MOST_NOTES] if note.mark]
        if len(places) == len(found) and all(places):
            calls = ((at, here) for place in places for here, at in enumerate(place))
            letters.mark({at: _REST_OF_CALL if here else _CALL for at, here in calls})
            return below[0][0].top, found
    return 0.0, ()


def _first_small(rows: tuple[_Row, ...], is_page_number: Callable[[Piece], bool]) -> int | None:
    """Where the rows of small type begin that end the page, the first with its figure."""
    sizes: Counter[float] = Counter()
    for row in rows:
        for piece in row:
            sizes[round(piece.size, 1)] += len(piece.text)
    if not sizes:
        return None
    limit = SMALLER * sizes.most_common(1)[0][0]
    first = None
    for place in range(len(rows) - 1, -1, -1):
        row = rows[place]
        if all(map(is_page_number, row)):
            continue
        if len(row) > 1 or (row[0].size > limit and not _is_raised_mark(row[0], limit)):
            break
        if _MARK.match(row[0].text) or _MARK_TWICE.match(row[0].text):
            first = place
    return first


def _is_raised_mark(piece: Piece, limit: float) -> bool:
    return piece.size < limit and piece.text.isdigit()


def _parted(rows: list[_Row], form: re.Pattern[str]) -> Iterator[PrintedNote]:
    mark = ""
    said: list[str] = []
    for row in rows:
        opening = form.match(row[0].text)
        if opening and _follows(mark, opening["mark"]):
            if said:
                yield PrintedNote(mark, tuple(said))
            mark, said = opening["mark"], [row[0].text[opening.end() :]]
        else:
            said.append(row[0].text)
    if said:
        yield PrintedNote(mark, tuple(said))


def _follows(before: str, mark: str) -> bool:
    """ "3" behind "2"; a line of a note that begins with another figure opens none."""
    if not before or not mark.isdigit():
        return True
    return before.isdigit() and int(mark) == int(before) + 1


def _call_of(letters: Letters, mark: str, below: float) -> range:
    """Where the small figures stand in the text above that call a note; an empty range where nothing does."""
    at = letters.text.find(mark)
    while at >= 0:
        place = range(at, at + len(mark))
        if _is_call(letters, place, below):
            return _with_brackets(letters, place)
        at = letters.text.find(mark, at + 1)
    return range(0)


def _is_call(letters: Letters, place: range, below: float) -> bool:
    before = place.start - 1
    while before >= 0 and letters.text[before] in " \n([":
        before -= 1
    after = letters.text[place.stop : place.stop + 1]
    if before < 0 or (after.isdigit() and letters.size(place.stop) <= RAISED * letters.size(before)):
        return False
    small = RAISED * letters.size(before)
    return all(letters.size(at) <= small and letters.bottom(at) > below for at in place)


def _with_brackets(letters: Letters, place: range) -> range:
    """With what parts it from its word: raised, it may seem to stand on a row of its own."""
    text = letters.text
    inside = text[place.start - 1] in "([" and text[place.stop : place.stop + 1] in (")", "]")
    start, end = (place.start - 1, place.stop + 1) if inside else (place.start, place.stop)
    while text[start - 1] in " \n":
        start -= 1
    return range(start, end)


# --- In their lines -------------------------------------------------------------------------------------


@dataclass
class CalledNotes:
    """Notes in the order of their calls, counted through the document."""

    lines: list[Line] = field(default_factory=list)  # of all notes
    _called: int = 0
    _printed: int = 0

    def called_in(
        self, lines: Iterable[Line], notes: tuple[PrintedNote, ...] = (), page: int = 0
    ) -> Iterator[Line]:
        """The lines of a page with what they call; the page's notes are kept for the end."""
        for note in notes:
            self._printed += 1
            self.lines += [
                Line(
                    clean(text),
                    marker="" if at else note.mark,
                    starts=not at,
                    page=page,
                    place=LinePlace.NOTE,
                    note=self._printed,
                )
                for at, text in enumerate(note.rows)
            ]
        for line in lines:
            yield self._with_looks(line) if _CALL in line.text else line

    def _with_looks(self, line: Line) -> Line:
        looks = []
        pieces = _CALLED.split(line.text)
        for place, text in enumerate(pieces):
            is_called = place < len(pieces) - 1
            self._called += is_called
            looks.append(Styled(text, line.bold, line.italic, self._called if is_called else 0))
        return replace(line, text="".join(pieces), looks=tuple(look for look in looks if look.text))
