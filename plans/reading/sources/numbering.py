"""The numbers Word counts itself: they are printed, and are nowhere in the text."""

from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from childlabour.core.vietnamese import roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = 9
_ENGLISH = "abcdefghijklmnopqrstuvwxyz"
# Symbol fonts keep their bullets in the private area; "o" is Courier's hollow bullet.
_BULLETS = {
    "\uf0b7": "-",
    "\uf02d": "-",
    "\uf0a7": "-",
    "\uf0d8": "-",
    "\uf0fc": "-",
    "o": "+",
    "•": "-",
    "–": "-",
}


@dataclass(frozen=True)
class NumberingLevel:
    style: str = "decimal"
    pattern: str = "%1."
    start: int = 1
    legal: bool = False  # all levels in arabic figures


@dataclass
class Numbering:
    """The lists of one document, counting as their paragraphs are met in order."""

    levels: dict[str, dict[int, NumberingLevel]] = field(default_factory=dict)  # by abstract list
    lists: dict[str, tuple[str, dict[int, int]]] = field(default_factory=dict)  # list → abstract, own starts
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _seen: set[tuple[str, int]] = field(default_factory=set)

    def marker(self, list_id: str, depth: int) -> str:
        """The marker of the next paragraph of this list at this depth; "" when it prints none."""
        if list_id not in self.lists or not 0 <= depth < LEVELS:
            return ""
        abstract, starts = self.lists[list_id]
        levels = self.levels.get(abstract, {})
        level = levels.get(depth)
        if level is None or level.style == "none":
            return ""
        if level.style == "bullet":
            return _BULLETS.get(level.pattern.strip(), level.pattern.strip()[:1] or "-")
        counts = self._counts.setdefault(abstract, [None] * LEVELS)
        if depth in starts and (list_id, depth) not in self._seen:
            counts[depth] = None
            level = NumberingLevel(level.style, level.pattern, starts[depth], level.legal)
        self._seen.add((list_id, depth))
        current = counts[depth]
        counts[depth] = level.start if current is None else current + 1
        counts[depth + 1 :] = [None] * (LEVELS - depth - 1)
        return self._written(level, levels, counts)

    def _written(
        self, level: NumberingLevel, levels: dict[int, NumberingLevel], counts: list[int | None]
    ) -> str:
        text = level.pattern
        for place in range(LEVELS):
            sign = f"%{place + 1}"
            if sign not in text:
                continue
            of = levels.get(place, NumberingLevel())
            number = counts[place]
            style = "decimal" if level.legal else of.style
            text = text.replace(sign, _figure(of.start if number is None else number, style))
        return text.strip()


def _figure(number: int, style: str) -> str:
    if style in ("upperRoman", "lowerRoman") and 1 <= number <= 3999:
        return roman(number) if style == "upperRoman" else roman(number).lower()
    if style in ("upperLetter", "lowerLetter") and number >= 1:
        letters = _ENGLISH[(number - 1) % 26] * min((number - 1) // 26 + 1, 5)  # Word goes on with aa, bb
        return letters.upper() if style == "upperLetter" else letters
    if style == "decimalZero":
        return f"{number:02}"
    return str(number)


def numbering_of(root: Element | None) -> Numbering:
    """The lists that `word/numbering.xml` declares; none when the part is missing."""
    if root is None:
        return Numbering()
    found = Numbering()
    for abstract in root.iterfind(f"{W}abstractNum"):
        found.levels[abstract.get(f"{W}abstractNumId", "")] = {
            _number(level.get(f"{W}ilvl"), 0): _level(level) for level in abstract.iterfind(f"{W}lvl")
        }
    for number in root.iterfind(f"{W}num"):
        of = number.find(f"{W}abstractNumId")
        if of is None:
            continue
        starts = {}
        for override in number.iterfind(f"{W}lvlOverride"):
            start = override.find(f"{W}startOverride")
            if start is not None:
                starts[_number(override.get(f"{W}ilvl"), 0)] = _number(start.get(f"{W}val"), 1)
        found.lists[number.get(f"{W}numId", "")] = (of.get(f"{W}val", ""), starts)
    return found


def _level(element: Element) -> NumberingLevel:
    def value(name: str, default: str) -> str:
        child = element.find(f"{W}{name}")
        return default if child is None else child.get(f"{W}val", default)

    return NumberingLevel(
        style=value("numFmt", "decimal"),
        pattern=value("lvlText", ""),
        start=_number(value("start", "1"), 1),
        legal=element.find(f"{W}isLgl") is not None,
    )


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else default
