"""A plan as a file to hand out: one door for pages, admin, API and commands.

An issued document's PDF is the stored one, byte for byte; its other forms say what was kept with it (`on_file`).
"""

import io
import json
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from plans.models import Document, Issue

from .docx import to_docx
from .html import to_html
from .on_file import data_on_file, paper_on_file
from .pdf import to_pdf
from .text import to_text


class Format(StrEnum):
    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    JSON = "json"
    TEXT = "text"

    @property
    def suffix(self) -> str:
        """Of the file's name."""
        return "txt" if self is Format.TEXT else self.value

    @classmethod
    def called(cls, name: str) -> "Format | None":
        """By its own name or the suffix of a file."""
        return next((form for form in cls if name in (form.value, form.suffix)), None)


MEDIA_TYPES = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.HTML: "text/html; charset=utf-8",
    Format.JSON: "application/json",
    Format.TEXT: "text/plain; charset=utf-8",
}


@dataclass(frozen=True)
class DocumentFile:
    name: str
    media_type: str
    content: bytes
    sha256: str = ""  # of an issued PDF: it never changes


def file_of(document: Document, form: Format) -> DocumentFile:
    """One query for the PDF of an issued document, at most thirteen for anything else."""
    name, media_type = f"{document.slug}.{form.suffix}", MEDIA_TYPES[form]
    issue = _issue_of(document) if form is Format.PDF else None
    if issue is not None:
        return DocumentFile(name, media_type, bytes(issue.pdf), issue.sha256)
    return DocumentFile(name, media_type, _made(document, form))


def _issue_of(document: Document) -> Issue | None:
    """Without the data kept beside its bytes, which cost more to read than they do."""
    issues = Issue.objects.filter(document=document).only("pdf", "sha256")
    return issues.first() if document.is_issued else None


def _made(document: Document, form: Format) -> bytes:
    match form:
        case Format.PDF:
            return to_pdf(paper_on_file(document))
        case Format.DOCX:
            return to_docx(paper_on_file(document))
        case Format.HTML:
            return to_html(paper_on_file(document)).encode()
        case Format.TEXT:
            return to_text(paper_on_file(document)).encode()
        case Format.JSON:
            return (json.dumps(data_on_file(document), ensure_ascii=False, indent=2) + "\n").encode()


def zipped(files: Iterable[DocumentFile]) -> bytes:
    """All of them in one archive; of files that share a name the later ones are numbered."""
    archive, taken = io.BytesIO(), set[str]()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as written:
        for file in files:
            written.writestr(free_name(file.name, taken), file.content)
    return archive.getvalue()


def beside(name: str, place: int) -> str:
    """Of the annex that is issued beside that file: "ke-hoach-05-phu-luc-1.pdf"."""
    return f"{name.removesuffix('.pdf')}-phu-luc-{place}.pdf"


def free_name(name: str, taken: set[str]) -> str:
    """The name, numbered where it is taken; from now on it is."""
    stem, _, ending = name.rpartition(".")
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{stem}-{number}.{ending}"
    taken.add(free)
    return free
