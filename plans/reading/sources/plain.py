"""Plain text as lines: what was copied from a web page, a mail or another program."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from childlabour.core.vietnamese import clean, nfc

from . import limits
from .lines import TURNED, Line, Source, SourceKind, Styled, is_turned
from .refusing import Unreadable

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")
# Letters of TCVN3 read as Windows-1252: "®" is đ, "µ ¸ ¹" are à á ạ; nobody writes them inside words.
LEAST_SIGNS = 3  # of an old encoding, before a text is taken for one
_TCVN3 = re.compile(r"®\S|[A-Za-z][µ¸¹¶·¨©ª«¬\u00ad]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_VNI = re.compile(r"[aeou][äåáàâùøûïë][a-z]|ñ[aeiouö]")
# Four characters, not one: a page that writes its line ends out; all of them are soft.
_SPELT_LINE_END = re.compile(r"[ \t]?(?:\\r)?\\n[ \t]*")
MOST_SPELT_BY_CHANCE = 2
# Line ends of markdown written as HTML has them; inside a row drawn with bars they part paragraphs of a cell.
_BREAK = re.compile(r"<br\s{0,3}/?>", re.IGNORECASE)
_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_STARS = re.compile(r"\*{1,3}")
_UNDERSCORES = re.compile(r"(_{2,3})(?=[^\s_])(.+?)(?<=[^\s_])\1")
_RULE = re.compile(r"[|\s:-]+")
_NUMBERED = re.compile(r"\s*(?:[IVX]{1,6}|[A-H]|\d{1,2}(?:\.\d{1,2}){0,3})\s?[.)/]")
_QUOTED = re.compile(r"^\s{0,3}>\s?")


def read_text(data: bytes) -> Source:
    text = decoded(data)
    if len(_CONTROLS.findall(text)) > len(text) // 50:
        raise Unreadable("unknown_type")  # bytes that happen to decode
    return lines_of_text(text, SourceKind.TEXT)


def decoded(data: bytes) -> str:
    """Text from bytes: by its mark, else UTF-8, UTF-16 without a mark, Windows-1258."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    zeros = data[:4000].count(0)
    if zeros > len(data[:4000]) // 5:
        even = data[:4000:2].count(0)
        return data.decode("utf-16-be" if even > zeros // 2 else "utf-16-le", errors="replace")
    if zeros:
        raise Unreadable("unknown_type")
    western = data.decode("cp1252", errors="replace")
    if len(_TCVN3.findall(western)) > LEAST_SIGNS or len(_VNI.findall(western)) > LEAST_SIGNS:
        raise Unreadable("old_encoding")
    text = nfc(data.decode("cp1258", errors="replace"))
    if not _VIETNAMESE.search(text) or text.count("\ufffd") > len(text) // 50:
        raise Unreadable("unknown_type")
    return text


def lines_of_text(text: str, origin: SourceKind) -> Source:
    """Lines of a text; a blank line, a markdown heading or an indent starts a paragraph."""
    if len(text) > limits.CHARACTERS:
        raise Unreadable("too_long")
    found: list[Line] = []
    starts: bool | None = True
    bars, stars = _Bars(), _Stars()
    turned = (TURNED,) if is_turned(text) else ()
    text = text.replace("\ufeff", "").replace("\f", "\n\n")
    if len(_SPELT_LINE_END.findall(text)) > MOST_SPELT_BY_CHANCE:
        text = _SPELT_LINE_END.sub(" ", text)
    for row in _rows(clean(text)):
        if not row.strip():
            starts = True
            bars.pause()
            stars.close()
            continue
        if len(row) > limits.LINE_CHARACTERS or len(found) > limits.LINES:
            raise Unreadable("too_long")
        if cells := bars.cells(row):
            found.extend(cells)
            starts = True
            continue
        line = _line(row, starts, stars)
        if line.starts is False and line.text.isupper() and not _is_marked(found):
            line = replace(line, starts=None)  # lines of a signature or a title in one pair of stars
        found.append(line)
        starts = True if line.heading else None
    return Source(origin, tuple(found), remarks=turned)


def _rows(text: str) -> Iterator[str]:
    for row in text.split("\n"):
        yield from (row,) if row.lstrip().startswith("|") else _BREAK.split(row)


@dataclass
class _Bars:
    """A table drawn with bars, as markdown and antiword draw them.

    antiword goes on with a cell on the next line: then the other cells of that line are empty.
    """

    table: int = 0
    row: int = 0
    inside: bool = False
    blank: bool = False

    def pause(self) -> None:
        self.blank = True

    def cells(self, text: str) -> list[Line]:
        bare = text.strip()
        if not (bare.startswith("|") and bare.endswith("|") and bare.count("|") > 2):
            if bare:
                self.inside = False
            return []
        if not self.inside:
            self.table, self.row, self.inside = self.table + 1, 0, True
        parts = [part.strip() for part in bare[1:-1].split("|")]
        if _RULE.fullmatch(bare):
            return []
        self.row += 1
        return [
            replace(_line(piece, True, _Stars()), table=self.table, row=self.row, column=column)
            for column, part in enumerate(parts, 1)
            for piece in map(str.strip, _BREAK.split(part))
            if piece
        ]


def _is_marked(before: list[Line]) -> bool:
    """The paragraph so far is a heading with its mark, which a line end may have broken."""
    first = next((line for line in reversed(before) if line.starts is not False), None)
    return first is not None and bool(_NUMBERED.match(first.text))


def _line(row: str, starts: bool | None, stars: "_Stars") -> Line:
    heading = _HEADING.match(row)
    text = _UNDERSCORES.sub(r"\2", heading[2] if heading else _QUOTED.sub("", row))
    goes_on = stars.are_open
    looks = stars.looks_of(text)
    plain = "".join(look.text for look in looks).strip("\t ").removesuffix("\\")
    if not _RULE.fullmatch(plain):
        plain = plain.rstrip("| ")  # the border of a cell
    letters = [look for look in looks if look.text.strip()]
    is_bold = bool(letters) and all(look.bold for look in letters)
    is_italic = bool(letters) and all(look.italic for look in letters)
    is_mixed = len({(look.bold, look.italic) for look in letters}) > 1
    return Line(
        text=plain,
        bold=is_bold or bool(heading) or _UNDERSCORES.fullmatch(row.strip()) is not None,
        italic=is_italic,
        heading=len(heading[1]) if heading else 0,
        starts=True if heading else False if goes_on else starts,
        looks=tuple(letters) if is_mixed else (),
    )


@dataclass
class _Stars:
    """Bold and italic that stars open and close, perhaps on a later line of the same paragraph."""

    bold: bool = False
    italic: bool = False

    @property
    def are_open(self) -> bool:
        return self.bold or self.italic

    def close(self) -> None:
        self.bold = self.italic = False

    def looks_of(self, text: str) -> list[Styled]:
        """The line without the stars that say how it looks; a bullet and a star of multiplication stay."""
        done: list[Styled] = []
        at = 0
        for found in _STARS.finditer(text):
            turns, goes = self._judged(text, found)
            if goes:
                done.append(Styled(text[at : found.start()], self.bold, self.italic))
                at = found.end()
            if turns:
                count = len(found[0])
                self.italic ^= count != 2
                self.bold ^= count > 1
        return [*done, Styled(text[at:], self.bold, self.italic)]

    def _judged(self, text: str, found: re.Match[str]) -> tuple[bool, bool]:
        """Whether it opens or closes a look, and whether it is taken out of the text."""
        is_open = self.italic if len(found[0]) == 1 else self.bold
        if is_open:
            return True, True
        before, after = text[: found.start()][-1:], text[found.end() :][:1]
        opens = bool(after.strip()) and not before.isalnum()
        return opens, opens or len(found[0]) > 1
