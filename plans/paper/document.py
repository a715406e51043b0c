"""The paper as data: everything that is printed, nothing of how.

`paper_of` (in `plans.paper.compose`) builds one `Paper` from a document; `to_html`, `to_pdf`, `to_docx` and `to_text`
render it. All values are frozen, NFC, ready to print: no renderer computes a date, a number or a case
rule again, except upper-casing, which belongs to the layout.
"""

from dataclasses import dataclass, field
from typing import Any

from plans.content.values import Block, Handling


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
class Paper:
    kind: str  # "KH", "CV", "QĐ", "BC", "TTr", "BB", "TB"
    type_name: str  # "Kế hoạch"; "" for an official letter
    letterhead: Letterhead
    number: str  # "05", "192"; "" leaves room to write it in
    symbol: str  # "KH-UBND"
    place_and_date: str  # "Tân Thành, ngày 01 tháng 6 năm 2023"; a draft keeps gaps in it; "" for minutes
    title: str  # trích yếu; for an official letter what follows "V/v"
    blocks: tuple[Block, ...]  # words alone, no meaning; from a block of an annex on, a sheet of its own
    addressees: tuple[str, ...] = ()  # Kính gửi: letters, proposals, reports sent upward (L43)
    deciding: str = ""  # who decides, between title and căn cứ: decisions alone (Mẫu 1.2)
    citations: tuple[str, ...] = ()  # căn cứ, without end mark; the layout adds ";" and "."
    recipients: Recipients = field(default_factory=Recipients)
    signature: SignatureBlock = field(default_factory=SignatureBlock)
    beside: SignatureBlock | None = None  # a second signature, at the left: minutes (Mẫu 1.9)
    handling: Handling = field(default_factory=Handling)  # urgency, circulation, typist, contact: III.2–III.4
    enclosed: str = ""  # "(Kèm theo Kế hoạch số …)": below the title of an annex that does not say it itself
    draft: bool = False  # prints "DỰ THẢO"
    taken_out: str = (
        ""  # "BẢN LƯỢC NGÀY …": stands where a draft has its mark, when words were taken out since
    )
    annexes_apart: bool = False  # each annex is printed into a file of its own (`apart`)
    verification: str = ""  # address where anyone can ask whether this paper is genuine; printed as a QR code
    identity: str = ""  # stable name of the document for metadata, e.g. "ke-hoach-12"
    source: dict[str, Any] | None = field(
        default=None, compare=False
    )  # the document's own data, attached to the PDF as JSON
