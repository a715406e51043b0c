"""The tags of a PDF: the tree that a screen reader walks, and what no tag holds."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pdfplumber
import pypdfium2
from pdfminer.pdftypes import PDFObjRef, resolve1


@dataclass
class Tag:
    name: str
    kids: list["Tag"] = field(default_factory=list)
    attributes: dict = field(default_factory=dict)
    says: set[tuple[int, int]] = field(default_factory=set)  # (page, number of the marked words)

    def all(self, *names: str) -> Iterator["Tag"]:
        if not names or self.name in names:
            yield self
        for kid in self.kids:
            yield from kid.all(*names)

    @property
    def below(self) -> set[str]:
        return {kid.name for kid in self.kids}


def tree_of(pdf: bytes) -> Tag:
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        assert resolve1(document.doc.catalog["MarkInfo"])["Marked"] is True
        pages = {page.page_obj.pageid: number for number, page in enumerate(document.pages)}
        (root,) = resolve1(resolve1(document.doc.catalog["StructTreeRoot"])["K"])
        return _tag(root, pages)


def _tag(reference: PDFObjRef, pages: dict[int, int]) -> Tag:
    element = resolve1(reference)
    attributes = resolve1(element.get("A")) or {}
    tag = Tag(
        element["S"].name, attributes=attributes | {k: element[k] for k in ("Alt", "ID") if k in element}
    )
    kids = resolve1(element.get("K", []))
    for kid in kids if isinstance(kids, list) else [kids]:
        if isinstance(kid, int):
            tag.says.add((pages[element["Pg"].objid], kid))
        else:
            tag.kids.append(_tag(kid, pages))
    return tag


_MARKED = re.compile(rb"/(\w+)\s*(<<[^>]*>>)?\s*B(?:DC|MC)")


def marked_on_pages(pdf: bytes) -> list[tuple[str, int | None]]:
    """What is drawn on the pages under a mark: ("Span", its number), ("Artifact", None)."""
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        drawn = [
            b"".join(resolve1(stream).get_data() for stream in page.page_obj.contents)
            for page in document.pages
        ]
    found = []
    for content in drawn:
        for name, properties in _MARKED.findall(content):
            number = re.search(rb"/MCID (\d+)", properties)
            found.append((name.decode(), int(number[1]) if number else None))
    return found


def pages_in(pdf: bytes) -> int:
    return len(pypdfium2.PdfDocument(pdf))
