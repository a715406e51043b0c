"""The decree's numbers and ours within them, each said once.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I; the comment of a figure names the place and the permitted
range. `paper.css` reads them as custom properties, the Word writer as attributes. A later decree is another
`Layout`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields

FACES = ("Times New Roman", "Liberation Serif")  # I.4; the second has the first's metrics
SINGLE_LINE = 1.149  # Times New Roman's own line, in ems: what Word calls "single"
MILLIMETRE = 72 / 25.4  # in points
CELL_EDGES = 9  # points of a cell of a table that no word gets

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"  # II.1a; V.1 spells "HOÀ": both are right
MOTTO = "Độc lập - Tự do - Hạnh phúc"  # II.1b
URGENT_RED = "E3001B"  # III.2b: "màu đỏ tươi"
DRAFT_MARK = "DỰ THẢO"  # no rule of the decree: office custom, kept clear of ô số 10a–14
END_MARK = "./."  # Mẫu 1.4, 2.1


@dataclass(frozen=True)
class Layout:
    """Lengths by their unit: `_mm`, `_pt`; `_lines` in single lines; `_share` a part of the text's length."""

    # The sheet
    page_width_mm: float = 210  # I.1: A4
    page_height_mm: float = 297
    margin_top_mm: float = 20  # I.3: 20–25
    margin_bottom_mm: float = 20  # I.3: 20–25
    margin_left_mm: float = 30  # I.3: 30–35
    margin_right_mm: float = 20  # I.3: 15–20
    page_number_drop_mm: float = 10  # I.7: within the top margin; the decree's own file has 10
    page_number_pt: float = 13  # I.7: 13–14

    # The heads (ô số 1–5)
    nation_width_mm: float = 90  # the right column, as wide as the Quốc hiệu needs; the left has the rest
    national_name_pt: float = 12  # II.1a: 12–13
    motto_pt: float = 13  # II.1b: 13–14
    superior_pt: float = 12  # II.2b: 12–13
    agency_pt: float = 12  # II.2b: 12–13
    heads_lines: float = 1.0  # II.1c, II.2b: single
    number_pt: float = 13  # II.3c: 13
    date_pt: float = 13  # II.4c: 13–14
    subject_pt: float = 12  # II.5b (công văn): 12–13
    subject_gap_pt: float = 6  # II.5b: 6 below the number
    draft_pt: float = 13  # as the marks of III.2b, III.2c: 13–14
    # Marks of urgency and circulation (ô số 10b, 11)
    mark_pt: float = 13  # III.2b, III.2c: 13–14
    mark_height_mm: float = 8  # III.2b
    urgent_width_mm: float = 20  # III.2b: KHẨN
    very_urgent_width_mm: float = 40  # THƯỢNG KHẨN
    at_once_width_mm: float = 30  # HỎA TỐC
    typist_pt: float = 11  # III.3: 11
    contact_pt: float = 11  # III.4: 11–12
    type_pt: float = 14  # II.5b: 13–14
    title_pt: float = 14  # II.5b: 13–14
    title_room_mm: float = 140  # not the full width: a title stands in white
    rule_pt: float = 0.75  # solid (II.1b, II.2b, II.5b)
    rule_gap_pt: float = 2
    short_rule_share: float = 0.4  # II.2b, II.5b: 1/3–1/2 of the line above

    # The text (ô số 6, 9a)
    body_pt: float = 14  # II.6e: 13–14
    body_lines: float = 1.15  # II.6e: 1.0–1.5
    paragraph_gap_pt: float = 6  # II.6e: at least 6
    indent_mm: float = 12.7  # II.6e: 10 or 12.7
    addressee_indent_mm: float = 25
    table_pt: float = 12  # a table is not "lời văn"
    note_pt: float = 11  # at the foot of the page; the decree has no figure for it

    # The end (ô số 7, 9b)
    authority_pt: float = 14  # II.7đ: 13–14
    signer_pt: float = 14  # II.7đ: 13–14
    signing_room_mm: float = 38  # II.8a: a seal in its real size, 36 mm across, covers neither post nor name
    recipients_label_pt: float = 12  # II.9d: 12
    recipients_pt: float = 11  # II.9d: 11
    closing_width_mm: float = 80
    seal_reach_mm: float = 5  # how far a seal may stand left of the signature's column: no recipient there
    code_mm: float = 22  # across, the QR code

    # Annexes (III.1)
    annex_label_pt: float = 14  # III.1b: 14
    annex_title_pt: float = 14  # III.1b: 13–14
    annex_reference_pt: float = 14  # III.1c: 13–14

    @property
    def text_width_mm(self) -> float:
        return self.page_width_mm - self.margin_left_mm - self.margin_right_mm

    @property
    def wider_mm(self) -> float:
        """What the text gains on a page that lies on its side; the margins stay those of their sides."""
        return self.page_height_mm - self.page_width_mm

    @property
    def office_width_mm(self) -> float:
        return self.text_width_mm - self.nation_width_mm

    @property
    def text_width(self) -> float:
        """In points, as the other widths without a unit in their name."""
        return self.text_width_mm * MILLIMETRE

    @property
    def closing_width(self) -> float:
        return self.closing_width_mm * MILLIMETRE

    @property
    def recipients_width(self) -> float:
        return self.text_width - self.closing_width - self.seal_reach_mm * MILLIMETRE

    def end_height(self, authority: int, signer: int) -> float:
        """Of a signature whose authority and name take so many lines, in points."""
        lines = authority * self.authority_pt + signer * self.signer_pt
        return lines * SINGLE_LINE + self.signing_room_mm * MILLIMETRE


LAYOUT = Layout()


def properties(layout: Layout = LAYOUT) -> str:
    """The layout as CSS custom properties of the paper (`--margin-left: 30mm`), for `paper.css`."""
    declarations = "".join(f"  --{name}: {value};\n" for name, value in _custom(layout))
    shares = "".join(f".left-{share} > .office {{ width: {share}% }}\n" for share in range(20, 76))
    return f".paper {{\n{declarations}}}\n{shares}"


def page_rules(layout: Layout = LAYOUT) -> str:
    """What holds for pages as such: size, margins and where the page number stands.

    The number begins on page 2 (I.7) and each annex counts its own pages (III.1đ). Annexes bear the page
    names `annex-odd` and `annex-even` in turn, because two neighbours of one name would be one group; one that
    lies on its side (I.2: tables) bears `-wide` behind them.
    """
    faces = ", ".join(f'"{face}"' for face in FACES)
    margins = (layout.margin_top_mm, layout.margin_right_mm, layout.margin_bottom_mm, layout.margin_left_mm)
    return f"""\
@page {{
  size: {layout.page_width_mm:g}mm {layout.page_height_mm:g}mm;
  margin: {" ".join(f"{side:g}mm" for side in margins)};
  @top-center {{
    content: counter(page);
    font: {layout.page_number_pt:g}pt {faces};
    color: #000;
    vertical-align: top;
    padding-top: {layout.page_number_drop_mm:g}mm;
  }}
  @footnote {{ border-top: {layout.rule_pt:g}pt solid #000; margin-top: 6pt; padding-top: 3pt; }}
}}
@page :first {{ @top-center {{ content: none }} }}
{"".join(_annex_pages(name, layout) for name in ("annex-odd", "annex-even"))}"""


def _annex_pages(name: str, layout: Layout) -> str:
    first = "counter-reset: page 1; @top-center { content: none }"
    return f"""\
@page :nth(1 of {name}) {{ {first} }}
@page {name}-wide {{ size: {layout.page_height_mm:g}mm {layout.page_width_mm:g}mm }}
@page :nth(1 of {name}-wide) {{ {first} }}
"""


def _custom(layout: Layout) -> Iterator[tuple[str, str]]:
    yield "faces", ", ".join(f'"{face}"' for face in FACES)
    for field in fields(layout):
        value, (name, _, unit) = getattr(layout, field.name), field.name.rpartition("_")
        match unit:
            case "lines":
                yield name.replace("_", "-") + "-line", f"{value * SINGLE_LINE:.4g}"
            case "share":
                yield name.replace("_", "-"), f"{value:.0%}"
            case _:
                yield name.replace("_", "-"), f"{value:g}{unit}"
