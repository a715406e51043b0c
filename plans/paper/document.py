"""The paper as data: everything that is printed, nothing of how.

`paper_of` (in `plans.paper.compose`) builds one `Paper` from a plan; `to_html`, `to_pdf` and `to_docx`
render it. All values are frozen, NFC, ready to print: no renderer computes a date, a number or a case
rule again, except upper-casing, which belongs to the layout.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Level(StrEnum):
    """Rank of a heading in a plan's outline (NĐ 30/2020, Phụ lục I, V.6b)."""

    PART = "part"  # "I. MỤC ĐÍCH, YÊU CẦU": roman, upper case, bold
    CLAUSE = "clause"  # "1. Truyền thông, giáo dục": arabic, bold when titled
    POINT = "point"  # "a) Đối với cấp xã": Vietnamese letter, regular


@dataclass(frozen=True)
class Heading:
    level: Level
    number: str  # "I", "1", "a"; "" prints the text alone
    text: str
    anchor: str = ""  # id of the spot in the editor and in the live paper, e.g. "section-12"


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the body; `marker` is the author's own ("-", "+", "1.", "a)"), printed first."""

    text: str
    marker: str = ""
    bold: bool = False
    italic: bool = False
    anchor: str = ""


class Align(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True)
class Column:
    title: str
    share: int  # per cent of the table's width
    align: Align = Align.LEFT


@dataclass(frozen=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]  # a row of one cell spans the table: a group's title


Block = Heading | Paragraph | Table


@dataclass(frozen=True)
class Letterhead:
    """Ô số 2. Lines as typed ("Ủy ban nhân dân", "xã Tân Thành"); the layout prints them in upper case."""

    agency: tuple[str, ...]
    superior: tuple[str, ...] = ()


@dataclass(frozen=True)
class Recipients:
    """Ô số 9b. Lines without dash or end mark; the last one is the archive line ("Lưu: VT, VX")."""

    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class SignatureBlock:
    """Ô số 7. Authority and post, one line each ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", …), then the name."""

    lines: tuple[str, ...] = ()
    signer: str = ""


@dataclass(frozen=True)
class Annex:
    """Phụ lục (NĐ 30/2020, Phụ lục I, III.1); numbered in roman by the renderer when there are several."""

    title: str
    blocks: tuple[Block, ...]
    reference: str = ""  # "(Kèm theo Kế hoạch số …)"
    anchor: str = ""


@dataclass(frozen=True)
class Paper:
    kind: str  # "KH", "CV", "QĐ", later "BC"
    type_name: str  # "Kế hoạch"; "" for an official letter
    letterhead: Letterhead
    number: str  # "05", "192"; "" leaves room to write it in
    symbol: str  # "KH-UBND"
    place_and_date: str  # "Tân Thành, ngày 01 tháng 6 năm 2023"; a draft keeps gaps in it
    title: str  # trích yếu; for an official letter what follows "V/v"
    blocks: tuple[Block, ...]
    addressees: tuple[str, ...] = ()  # Kính gửi: official letters only (L43)
    citations: tuple[str, ...] = ()  # căn cứ, without end mark; the layout adds ";" and "."
    recipients: Recipients = field(default_factory=Recipients)
    signature: SignatureBlock = field(default_factory=SignatureBlock)
    annexes: tuple[Annex, ...] = ()
    draft: bool = False  # prints "DỰ THẢO"
    taken_out: str = (
        ""  # "BẢN LƯỢC NGÀY …": stands where a draft has its mark, when words were taken out since
    )
    verification: str = ""  # address where anyone can ask whether this paper is genuine; printed as a QR code
    identity: str = ""  # stable name of the document for metadata, e.g. "ke-hoach-12"
    source: dict[str, Any] | None = field(
        default=None, compare=False
    )  # the plan's own data, attached to the PDF as JSON
