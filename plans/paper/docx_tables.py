"""Tables of the Word file, cell by cell: python-docx would walk the whole table again for each of them."""

from docx.document import Document as Word
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from .docx_parts import element, paragraph_of
from .nd30 import MILLIMETRE

TWENTIETHS = 20  # Word counts lengths in twentieths of a point
CELL_MARGIN = 4  # points, left and right, of a table with lines


class WordCell:
    def __init__(self, column: BaseOxmlElement):
        self._element = column

    def add(self, style: str, text: str = "") -> Paragraph:
        """The next paragraph; `style` is an id."""
        made = paragraph_of(style, text)
        self._element.append(made._p)
        return made


class WordRow:
    def __init__(self, row: BaseOxmlElement, widths: tuple[int, ...]):
        self._row, self._widths = row, widths

    def cell(self, column: int, across: int = 1, merged: str = "") -> WordCell:
        """`merged`: "restart" where a cell begins that reaches down, "continue" below it."""
        made = element("w:tc")
        properties = element("w:tcPr")
        properties.append(element("w:tcW", w=sum(self._widths[column : column + across]), type="dxa"))
        if across > 1:
            properties.append(element("w:gridSpan", val=across))
        if merged:
            properties.append(element("w:vMerge", val=merged))
        made.append(properties)
        self._row.append(made)
        return WordCell(made)


class Table:
    """Behind what the file says so far, with columns of so many millimetres."""

    def __init__(self, word: Word, widths_mm: tuple[float, ...], *, style: str = ""):
        """Without a `style` (its id) it only places things: no lines, no margins."""
        self._widths = tuple(round(width * MILLIMETRE * TWENTIETHS) for width in widths_mm)
        self._table = element("w:tbl")
        self._table.append(self._properties(style))
        columns = element("w:tblGrid")
        columns.extend(element("w:gridCol", w=width) for width in self._widths)
        self._table.append(columns)
        word.element.body.insert_element_before(self._table, "w:sectPr")

    def row(self, *, whole: bool = True, on_each_page: bool = False) -> WordRow:
        """`whole`: no page ends in it."""
        made, properties = element("w:tr"), element("w:trPr")
        if whole:
            properties.append(element("w:cantSplit"))
        if on_each_page:
            properties.append(element("w:tblHeader"))
        if len(properties):
            made.append(properties)
        self._table.append(made)
        return WordRow(made, self._widths)

    def _properties(self, style: str) -> BaseOxmlElement:
        properties, margins = element("w:tblPr"), element("w:tblCellMar")
        if style:
            properties.append(element("w:tblStyle", val=style))
        margin = CELL_MARGIN * TWENTIETHS if style else 0
        margins.extend(element(f"w:{side}", w=margin, type="dxa") for side in ("left", "right"))
        properties.extend(
            (
                element("w:tblW", w=sum(self._widths), type="dxa"),
                element("w:jc", val="left"),
                element("w:tblInd", w=0, type="dxa"),
                element("w:tblLayout", type="fixed"),
                margins,
                element("w:tblLook", val="0420" if style else "0400", firstRow=int(bool(style)), noVBand=1),
            )
        )
        return properties
