"""A table that goes on over the page is one table to who hears it: the writer of the PDF tags one on each page.

The head that is printed again on each page is left to `tags.finish_tags`, which makes an artefact of it; the two halves
of a row that a page parts become one row.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from .tags import ELEMENT, object_of


def join_tables(pages: Sequence[Any], pdf: Any) -> None:
    """Of WeasyPrint's pages and the `pydyf.PDF` that was made of them and is not written yet."""
    tags = (thing for thing in pdf.objects if isinstance(thing, dict) and thing.get("Type") == ELEMENT)
    tables = [tag for tag in tags if tag["S"] == "/Table"]
    boxes = [box for page in pages for box in _tables(page._page_box)]
    if len(boxes) != len(tables):
        return  # one that is laid some other way: as the writer tagged them, they can be heard too
    whole: Any = None
    for (box, tag), (its_box, its_tag) in pairwise(zip(boxes, tables, strict=True)):
        if its_box.element is box.element:
            whole = whole or tag
            _join(pdf, (_bodies(box), whole), (_bodies(its_box), its_tag))
        else:
            whole = None


def _tables(box: Any) -> Iterator[Any]:
    """In the order in which they are tagged."""
    box = getattr(box, "_box", box)  # of what is lifted out of the flow
    if box.element_tag == "table" and box.is_table_wrapper:
        yield box
    else:
        for child in getattr(box, "children", ()):
            yield from _tables(child)


def _bodies(box: Any) -> list[Any]:
    return [
        group for group in box.get_wrapped_table().children if not group.is_header and not group.is_footer
    ]


def _tagged_bodies(pdf: Any, table: Any) -> list[Any]:
    return [tag for tag in (object_of(pdf, kid) for kid in table["K"]) if tag["S"] == "/TBody"]


def _join(pdf: Any, before: tuple[list[Any], Any], after: tuple[list[Any], Any]) -> None:
    (bodies, whole), (its_bodies, its_tag) = before, after
    body = _tagged_bodies(pdf, whole)[-1]
    for group, its_body in zip(its_bodies, _tagged_bodies(pdf, its_tag), strict=False):
        rows = its_body["K"]
        _name_heads_as(pdf, rows, its_tag.number, whole.number)
        if group.element is not bodies[-1].element:
            _hang(pdf, [its_body.reference], whole)
            continue
        if group.children[0].element is bodies[-1].children[-1].element:
            _join_cells(pdf, object_of(pdf, body["K"][-1]), object_of(pdf, rows[0]))
            rows = rows[1:]
        _hang(pdf, rows, body)
    object_of(pdf, its_tag["P"])["K"].remove(its_tag.reference)


def _join_cells(pdf: Any, row: Any, its_rest: Any) -> None:
    for cell, rest in zip(row["K"], its_rest["K"], strict=False):
        _hang(pdf, object_of(pdf, rest)["K"], object_of(pdf, cell))


def _hang(pdf: Any, kids: Sequence[Any], parent: Any) -> None:
    for kid in kids:
        object_of(pdf, kid)["P"] = parent.reference
        parent["K"].append(kid)


def _name_heads_as(pdf: Any, rows: Sequence[Any], was: int, named: int) -> None:
    """A cell names the heads of its column by the number of their table."""
    for row in rows:
        for cell in (object_of(pdf, kid) for kid in object_of(pdf, row)["K"]):
            for head in cell["A"].get("Headers", ()):
                number, _, place = head.string.partition("-")
                if number == str(was):  # cells of a column share one name
                    head.string = f"{named}-{place}"
