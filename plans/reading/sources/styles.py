"""What a Word style says of a paragraph: its weight, its place on the line, its level, its list."""

from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from .numbering import W

_OFF = {"0", "false", "off", "none"}
_DEEPEST = 12  # styles based on styles; a ring would never end


@dataclass(frozen=True)
class Style:
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    centred: bool | None = None
    heading: int = 0
    list_id: str | None = None
    depth: int | None = None

    def under(self, other: "Style") -> "Style":
        """What `other` says, and where it is silent what this one says."""
        if other == PLAIN:
            return self
        return Style(
            bold=self.bold if other.bold is None else other.bold,
            italic=self.italic if other.italic is None else other.italic,
            capitals=self.capitals if other.capitals is None else other.capitals,
            hidden=self.hidden if other.hidden is None else other.hidden,
            centred=self.centred if other.centred is None else other.centred,
            heading=other.heading or self.heading,
            list_id=self.list_id if other.list_id is None else other.list_id,
            depth=self.depth if other.depth is None else other.depth,
        )


PLAIN = Style()


def switch(properties: Element | None, name: str) -> bool | None:
    """An on/off property: on by its presence, None when it is absent."""
    child = None if properties is None else properties.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val", "1") not in _OFF


def of_run(properties: Element | None) -> Style:
    if properties is None:
        return PLAIN
    bold, italic, capitals, hidden = (switch(properties, tag) for tag in _SWITCHES)
    if bold is italic is capitals is hidden is None:
        return PLAIN
    return Style(bold=bold, italic=italic, capitals=capitals, hidden=hidden)


_SWITCHES = ("b", "i", "caps", "vanish")


def of_paragraph(properties: Element | None) -> Style:
    if properties is None:
        return PLAIN
    placed = properties.find(f"{W}jc")
    level = properties.find(f"{W}outlineLvl")
    number = properties.find(f"{W}numPr")
    style = Style(
        centred=None if placed is None else placed.get(f"{W}val") == "center",
        heading=0 if level is None else _level(level.get(f"{W}val")),
    )
    if number is None:
        return style
    list_id, depth = number.find(f"{W}numId"), number.find(f"{W}ilvl")
    return replace(
        style,
        list_id=None if list_id is None else list_id.get(f"{W}val", ""),
        depth=None if depth is None else _depth(depth.get(f"{W}val")),
    )


class Styles:
    """The styles of one document, each resolved once."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._resolved: dict[str, Style] = {}
        self.default = ""
        if root is not None:
            for style in root.iterfind(f"{W}style"):
                identity = style.get(f"{W}styleId", "")
                self._elements[identity] = style
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
                    self.default = identity

    def named(self, identity: str | None) -> Style:
        return self._of(identity or "", _DEEPEST)

    def _of(self, identity: str, left: int) -> Style:
        if identity in self._resolved:
            return self._resolved[identity]
        element = self._elements.get(identity)
        if element is None or not left:
            return PLAIN
        based = element.find(f"{W}basedOn")
        base = PLAIN if based is None else self._of(based.get(f"{W}val", ""), left - 1)
        own = of_run(element.find(f"{W}rPr"))
        own = own.under(of_paragraph(element.find(f"{W}pPr")))
        name = element.find(f"{W}name")
        called = "" if name is None else name.get(f"{W}val", "").lower()
        if called.startswith("heading ") and called[8:].isdigit():
            own = replace(own, heading=int(called[8:]))
        self._resolved[identity] = base.under(own)
        return self._resolved[identity]


def _level(value: str | None) -> int:
    return int(value) + 1 if value and value.isdigit() and int(value) < 9 else 0


def _depth(value: str | None) -> int:
    return int(value) if value and value.isdigit() and len(value) < 3 else 0
