"""Which file of an issued document is the authentic copy (bản chính), and which only says the same words.

Signed by key, the stored PDF itself is (NĐ 30/2020, Điều 5.1). Signed by hand, the paper is; nearest to it is its scan,
which the clerk compared page by page, and the PDF made here stands beside it. After a take-down neither is kept.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Exists, OuterRef
from django.urls import reverse

from plans.law.belonging import rows_of
from plans.models import AnnexFile, Document, Means, Scan, Signature, TakeDown
from plans.models.document import DocumentQuerySet

from .files import beside


class Authentic(StrEnum):
    """What the public downloads first; the values are those of the open data."""

    SIGNED_PDF = "signed_pdf"
    SCAN = "scan"
    NONE = ""

    @property
    def words(self) -> str:
        return WORDS[self]


WORDS = {
    Authentic.SIGNED_PDF: "Bản chính (PDF ký số)",
    Authentic.SCAN: "Bản chính (bản quét có chữ ký, dấu)",
    Authentic.NONE: "",
}
OURS = "Bản điện tử của hệ thống"  # beside a scan: the same words, to be searched and copied
OLD_SCAN = "Bản quét văn bản gốc"  # of a paper of old times: nobody signed it here


def with_authentic(documents: DocumentQuerySet) -> DocumentQuerySet:
    """Each document knows its `authentic_of` without a query of its own."""
    here = {"document": OuterRef("pk")}
    return documents.annotate(
        has_scan=Exists(Scan.objects.filter(**here).exclude(confirmed_at=None)),
        is_signed_by_key=Exists(Signature.objects.filter(**here).exclude(means=Means.HAND)),
        is_shorter=Exists(TakeDown.objects.that_changed_a_paper().filter(**here)),
    )


def authentic_of(document: Document) -> Authentic:
    """One query, none of a document fetched through `with_authentic`."""
    known: Any = document
    if not hasattr(known, "has_scan"):
        known = with_authentic(Document.objects.filter(pk=document.pk)).get()
    if not document.is_issued or known.is_shorter:
        return Authentic.NONE
    if known.is_signed_by_key:
        return Authentic.SIGNED_PDF
    return Authentic.SCAN if known.has_scan else Authentic.NONE


def words_of(document: Document) -> str:
    """ "Bản chính (PDF ký số)"; of a paper of old times what was compared with it, never "bản chính"."""
    kind = authentic_of(document)
    return OLD_SCAN if kind == Authentic.SCAN and document.is_of_old_times else kind.words


def address_of(document: Document) -> str:
    """Where its authentic copy is downloaded; "" without one."""
    match authentic_of(document):
        case Authentic.SCAN:
            return reverse("public:authentic", args=[document.pk])
        case Authentic.SIGNED_PDF:
            return reverse("public:pdf", args=[document.pk])
    return ""


def authentic_bytes(document: Document) -> bytes:
    """The scan where there is one, else the stored PDF: what is sent to those who do not work here. Two queries."""
    if authentic_of(document) == Authentic.SCAN:
        return bytes(Scan.objects.values_list("pdf", flat=True).get(document=document))
    return bytes(document.issue.pdf)


@dataclass(frozen=True)
class Beside:
    """An annex that was issued in a file of its own."""

    name: str
    label: str  # "Phụ lục II"
    pdf: bytes


def annexes_beside(document: Document) -> list[Beside]:
    """In their order; wherever the paper is sent they go with it. One query."""
    annexes = rows_of(AnnexFile, document).order_by("place")
    return [Beside(annex_name(document, annex.place), annex.label, annex.current) for annex in annexes]


def annex_name(document: Document, place: int) -> str:
    return beside(f"{document.slug}.pdf", place)
