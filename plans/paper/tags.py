"""The tags of a PDF (ISO 32000-1, 14.8), put right where the writer leaves them half done.

A column's head says that it heads a column; the number of a page is an artefact, not words of the document.
"""

from collections.abc import Iterator
from typing import Any

ELEMENT = "/StructElem"


def finish_tags(pdf: Any) -> None:
    """Of a `pydyf.PDF` that is not written yet; some millionths of a second an element."""
    root = object_of(pdf, pdf.catalog["StructTreeRoot"])
    in_the_tree = set(_below(pdf, root))
    for number, element in enumerate(pdf.objects):
        if not isinstance(element, dict) or element.get("Type") != ELEMENT:
            continue
        if number not in in_the_tree:
            _made_an_artefact(pdf, element)
        elif element["S"] == "/TH":
            element["A"]["Scope"] = "/Column"


def _below(pdf: Any, element: Any) -> Iterator[int]:
    """The numbers of all elements under this one, itself included."""
    waiting = [element]
    while waiting:
        element = waiting.pop()
        yield element.number
        kids = (kid for kid in element["K"] if isinstance(kid, bytes))
        waiting += (kid for kid in (object_of(pdf, kid) for kid in kids) if "K" in kid)


def object_of(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _made_an_artefact(pdf: Any, element: Any) -> None:
    """What stands in the margin of a page: drawn, and no part of what is read. The element itself hangs nowhere."""
    marked = next((kid for kid in element["K"] if isinstance(kid, int)), None)
    if marked is None:
        return
    page = object_of(pdf, element["Pg"])
    drawn = object_of(pdf, page["Contents"]).stream
    for place, piece in enumerate(drawn):
        if isinstance(piece, dict) and piece.get("MCID") == marked:
            drawn[place - 1] = "/Artifact"
            piece.clear()
            piece["Type"] = (
                "/Pagination"  # of the head, the number of the page, or of the foot, where to call
            )
            break
    parents = object_of(pdf, object_of(pdf, pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
    of_page = parents[parents.index(page["StructParents"]) + 1]
    of_page[marked] = "null"
