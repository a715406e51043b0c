"""A Word file as lines: header tables, counted numbers, text boxes, footnotes, changes as accepted.

Microsoft Open XML, ECMA-376 part 1, chapter 17.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from childlabour.core.vietnamese import clean

from . import limits
from .contact import contact_in
from .lines import TURNED, CellShape, Line, LinePlace, Source, SourceKind, Styled, TableShape, is_turned
from .numbering import Numbering, W, numbering_of
from .package import MAIN, RELATIONS, Package
from .refusing import Unreadable
from .styles import Style, Styles, of_paragraph, of_run, switch

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_ENDS = re.compile(r"[.;:!?…)”\"*_-]\s*$")
_BEGINS = re.compile(r"\s*(?:[-–+•*(]|\d{1,2}[.)]|[a-zđ][.)]|[IVX]{1,5}[.)])")
_GONE = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}pPr", f"{W}rPr", f"{W}delInstrText"}
_MARGIN = re.compile(r"(?:header|footer)\d{0,3}\.xml")
_WRAPPERS = {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml"}
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}


def read_word(data: bytes) -> Source:
    package = Package(data)
    if package.has_macros():
        raise Unreadable("macros")
    main = _main_part(package)
    root = package.part(main)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise Unreadable("damaged_word")
    folder = main.rpartition("/")[0]
    reader = _Reader(
        styles=Styles(package.part(f"{folder}/styles.xml")),
        numbering=numbering_of(package.part(f"{folder}/numbering.xml")),
        notes=_notes(package, folder),
    )
    lines = tuple(reader.blocks(body))
    tables = tuple(reader.shapes)  # those of running heads are not of the text
    changed = next(body.iter(f"{W}ins", f"{W}del", f"{W}moveFrom"), None) is not None
    remarks = (
        ("tracked_changes", changed),
        ("nested_tables", reader.has_nested),
        (TURNED, is_turned("".join(map(str, body.itertext())))),
    )
    return Source(
        SourceKind.WORD,
        lines,
        remarks=tuple(code for code, is_so in remarks if is_so),
        tables=tables,
        margins=tuple(_margins(package, folder, reader)),
    )


def _main_part(package: Package) -> str:
    if MAIN in package.names:
        return MAIN
    relations = package.part(RELATIONS)
    for relation in () if relations is None else relations.iterfind(_RELATION):
        if relation.get("Type", "").endswith("/officeDocument"):
            name = relation.get("Target", "").lstrip("/")
            if name.startswith("xl/"):
                raise Unreadable("spreadsheet")
            if name.startswith("ppt/"):
                raise Unreadable("slides")
            if name in package.names:
                return name
    if "mimetype" in package.names:
        raise Unreadable("other_document")
    raise Unreadable("damaged_word" if "[Content_Types].xml" in package.names else "archive")


def _notes(package: Package, folder: str) -> dict[tuple[str, str], Element]:
    """(kind, id) → the element of a footnote or endnote; separators are not notes."""
    found = {}
    for kind in ("footnote", "endnote"):
        root = package.part(f"{folder}/{kind}s.xml")
        for note in () if root is None else root.iterfind(f"{W}{kind}"):
            if note.get(f"{W}type") in (None, "normal"):
                found[kind, note.get(f"{W}id", "")] = note
    return found


def _margins(package: Package, folder: str, reader: "_Reader") -> Iterator[Line]:
    """What runs above and below the pages, each line once; page numbers are counted by Word and say nothing."""
    said: set[str] = set()
    for name in sorted(package.names):
        root = package.part(name) if _MARGIN.fullmatch(name.removeprefix(f"{folder}/")) else None
        texts = [] if root is None else [line.text for line in reader.blocks(root)]
        contact = contact_in(texts) if "footer" in name else []
        for text in texts:
            if text not in said and any(map(str.isalpha, text)):
                said.add(text)
                yield Line(text, apart="contact" if text in contact else "running_head")


@dataclass
class _Gathered:
    """What the runs of one paragraph add up to."""

    looks: list[Styled] = field(default_factory=list)
    letters: int = 0
    bold: int = 0
    italic: int = 0
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[int, tuple[str, str]]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(look.text for look in self.looks)

    def pieces(self) -> list[tuple[Styled, ...]]:
        """The looks of each line of the paragraph; those between line breaks that say something."""
        lines: list[list[Styled]] = [[]]
        for look in self.looks:
            first, *others = look.text.split("\n")
            lines[-1].append(replace(look, text=first, note=0 if others else look.note))
            lines += [[replace(look, text=text)] for text in others]
        return [tuple(line) for line in lines if any(look.text.strip() for look in line)]

    def add_sign(self, sign: str) -> None:
        last = self.looks[-1] if self.looks else Styled("")
        self.looks.append(Styled(sign, last.bold, last.italic))

    def add_note(self, number: int, key: tuple[str, str]) -> None:
        self.notes.append((number, key))
        if self.looks:
            self.looks[-1] = replace(self.looks[-1], note=number)

    def add(self, text: str, style: Style) -> None:
        said = text.upper() if style.capitals else text
        self.looks.append(Styled(said, bool(style.bold), bool(style.italic)))
        letters = len("".join(text.split()))
        self.letters += letters
        self.bold += letters if style.bold else 0
        self.italic += letters if style.italic else 0


@dataclass
class _Reader:
    styles: Styles
    numbering: Numbering
    notes: dict[tuple[str, str], Element]
    tables: int = 0
    characters: int = 0
    called: int = 0  # notes
    has_nested: bool = False
    shapes: list[TableShape] = field(default_factory=list)

    def blocks(
        self, parent: Element, cell: tuple[int, int, int] = (0, 0, 0), depth: int = 0
    ) -> Iterator[Line]:
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child, cell)
            elif child.tag == f"{W}tbl":
                yield from self._table(child, cell, depth + 1)
            elif child.tag == f"{W}sdt":
                for content in child.iterfind(f"{W}sdtContent"):
                    yield from self.blocks(content, cell, depth)
            elif child.tag in (f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"):
                yield from self.blocks(child, cell, depth)

    def _table(self, table: Element, cell: tuple[int, int, int], depth: int) -> Iterator[Line]:
        if depth > limits.NESTED_TABLES:
            raise Unreadable("nested")
        if cell[0] > 0:
            self.has_nested = True
            for row in _children(table, "tr"):
                for content in () if _is_deleted_row(row) else _children(row, "tc"):
                    yield from self.blocks(content, cell, depth)
            return
        self.tables += 1
        number, shape = self.tables, _Shaping(table)
        for row in _children(table, "tr"):
            if _is_deleted_row(row):
                continue
            shape.next_row(row)
            for content in _children(row, "tc"):
                at = shape.next_cell(content)
                lines = list(self.blocks(content, (number, shape.row, at), depth))
                shape.fill(content, at, bool(lines))
                yield from lines
        self.shapes.append(shape.made(number))

    def _paragraph(self, paragraph: Element, cell: tuple[int, int, int]) -> Iterator[Line]:
        properties = paragraph.find(f"{W}pPr")
        named = None if properties is None else properties.find(f"{W}pStyle")
        style = self.styles.named(self.styles.default if named is None else named.get(f"{W}val"))
        style = style.under(of_paragraph(properties))
        gathered = _Gathered()
        self._runs(paragraph, style, gathered)
        text = clean(gathered.text)
        self.characters += len(text)
        if self.characters > limits.CHARACTERS or len(text) > limits.LINE_CHARACTERS:
            raise Unreadable("too_long")
        marker = ""
        if text.strip() and style.list_id not in (None, "", "0"):
            marker = self.numbering.marker(style.list_id, style.depth or 0)
        pieces = [piece for piece in text.split("\n") if piece.strip()]
        looks = gathered.pieces() if _is_mixed(gathered.looks) else []
        for place, piece in enumerate(pieces):
            yield Line(
                text=piece,
                marker="" if place else marker,
                bold=gathered.bold * 10 >= gathered.letters * 9 > 0,
                italic=gathered.italic * 10 >= gathered.letters * 9 > 0,
                centred=bool(style.centred),
                heading=style.heading,
                starts=not (place and not cell[0] and _goes_on(pieces[place - 1], piece)),
                table=cell[0],
                row=cell[1],
                column=cell[2],
                looks=looks[place] if len(looks) == len(pieces) else (),
            )
        yield from self._beside(gathered, cell)

    def _beside(self, gathered: _Gathered, cell: tuple[int, int, int]) -> Iterator[Line]:
        """Text boxes anchored in a paragraph, then the notes it calls."""
        for box in gathered.boxes:
            for line in self.blocks(box, cell):
                yield replace(line, place=LinePlace.BOX)
        for number, key in gathered.notes:
            note = self.notes.pop(key, None)
            for line in () if note is None else self.blocks(note, cell):
                yield replace(line, place=LinePlace.NOTE, note=number)

    def _runs(self, parent: Element, style: Style, gathered: _Gathered) -> None:
        for child in parent:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, style, gathered)
            elif tag == f"{MC}AlternateContent":
                self._alternative(child, style, gathered)
            elif tag not in _GONE and isinstance(tag, str):
                self._runs(child, style, gathered)

    def _alternative(self, element: Element, style: Style, gathered: _Gathered) -> None:
        """The same drawing is given twice, for new and for old readers: take the first that says anything."""
        for choice in element:
            before = len(gathered.looks) + len(gathered.boxes)
            self._inside_run(choice, style, gathered)
            if len(gathered.looks) + len(gathered.boxes) > before:
                return

    def _run(self, run: Element, style: Style, gathered: _Gathered) -> None:
        properties = run.find(f"{W}rPr")
        own = style
        if properties is not None:
            if (named := properties.find(f"{W}rStyle")) is not None:
                base = self.styles.named(named.get(f"{W}val"))
                own = style.under(replace(base, centred=None, heading=0, list_id=None, depth=None))
            own = own.under(of_run(properties))
        if not own.hidden:
            self._inside_run(run, own, gathered)

    def _inside_run(self, parent: Element, style: Style, gathered: _Gathered) -> None:
        for child in parent:
            tag = child.tag
            if tag == f"{W}t":
                gathered.add(child.text or "", style)
            elif tag in _SIGNS:
                gathered.add_sign(_SIGNS[tag])
            elif tag == f"{W}sym":
                gathered.add_sign("-")
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                kind = tag.removeprefix(W).removesuffix("Reference")
                self.called += 1
                gathered.add_note(self.called, (kind, child.get(f"{W}id", "")))
            elif tag == f"{W}txbxContent":
                gathered.boxes.append(child)
            elif tag == f"{MC}AlternateContent":
                self._alternative(child, style, gathered)
            elif tag not in _GONE and isinstance(tag, str):
                self._inside_run(child, style, gathered)


def _goes_on(before: str, after: str) -> bool:
    """A line break of Word in the middle of a sentence: "… của Thủ tướng" / "Chính phủ phê duyệt …"."""
    if before.isupper() or after.isupper() or _BEGINS.match(after):
        return False
    return not _ENDS.search(before) or before.rstrip().endswith(" -")


def _is_mixed(looks: list[Styled]) -> bool:
    """More than one look among the words, or a note called."""
    said = {(look.bold, look.italic) for look in looks if look.text.strip()}
    return len(said) > 1 or any(look.note for look in looks)


@dataclass
class _Shaping:
    """The shape of one table, row by row as its cells are met (ECMA-376 part 1, 17.4)."""

    table: Element
    row: int = 0
    columns: int = 0  # of the row so far
    widest: int = 0
    head_rows: int = 0
    cells: dict[tuple[int, int], CellShape] = field(default_factory=dict)
    above: dict[int, tuple[int, int]] = field(default_factory=dict)  # column → the cell that covers it

    def next_row(self, row: Element) -> None:
        self.row += 1
        self.columns = 0
        properties = row.find(f"{W}trPr")
        if switch(properties, "tblHeader") and self.head_rows == self.row - 1:
            self.head_rows = self.row

    def next_cell(self, cell: Element) -> int:
        """The column it begins in."""
        at = self.columns + 1
        self.columns += _across(cell)
        self.widest = max(self.widest, self.columns)
        return at

    def fill(self, cell: Element, at: int, says_something: bool) -> None:
        """A cell of its own, or one that only goes on with the cell above it."""
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
        top = self.above.get(at)
        if goes_on and top and not says_something:
            self.cells[top] = replace(self.cells[top], down=self.cells[top].down + 1)
            return
        here = (self.row, at)
        self.cells[here] = CellShape(self.row, at, _across(cell))
        self.above[at] = here

    def made(self, number: int) -> TableShape:
        grid = [_number(column.get(f"{W}w")) for column in self.table.iterfind(f"{W}tblGrid/{W}gridCol")]
        widths = grid if len(grid) == self.widest and all(grid) else [1] * self.widest
        shares = tuple(max(1, round(100 * width / sum(widths))) for width in widths)
        return TableShape(number, shares, tuple(self.cells.values()), self.head_rows)


def _across(cell: Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return max(1, _number(span.get(f"{W}val"))) if span is not None else 1


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 5 else 0


def _children(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those wrapped in a content control."""
    for child in parent:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, name)


def _is_deleted_row(row: Element) -> bool:
    properties = row.find(f"{W}trPr")
    return properties is not None and properties.find(f"{W}del") is not None
