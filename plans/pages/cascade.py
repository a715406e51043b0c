"""Where a plan stands among the acts above and below it."""

from dataclasses import dataclass

from childlabour.units.models.place import PlaceLevel
from plans.models import Document
from plans.models.document import DocumentQuerySet

DEEPEST = 5  # acts above: Party, Government, province, district, commune
MOST_BELOW = 12  # shown on the page; the list page has them all


@dataclass(frozen=True)
class Cascade:
    above: tuple[Document, ...]  # from the top down
    below: tuple[Document, ...]
    how_many_below: int

    @property
    def is_alone(self) -> bool:
        return not (self.above or self.below)


def with_acts_above(documents: DocumentQuerySet) -> DocumentQuerySet:
    """The chain of parents joined in, so that it costs no query of its own."""
    chain = ["__".join(["parent"] * depth) for depth in range(1, DEEPEST + 1)]
    return documents.select_related(*(f"{parent}__unit__place" for parent in chain))


def cascade_of(document: Document, visible: DocumentQuerySet) -> Cascade:
    """`document` fetched through `with_acts_above`; `visible` is what this reader may see. Two queries."""
    children = visible.filter(parent=document).for_lists().order_by("unit__place__path", "pk")
    return Cascade(_above(document), tuple(children[:MOST_BELOW]), children.count())


def _above(document: Document) -> tuple[Document, ...]:
    found: list[Document] = []
    while len(found) < DEEPEST and (above := document.parent):
        found.insert(0, above)
        document = above
    return tuple(act for act in found if act.is_issued)


def short_name(document: Document) -> str:
    """A step of the breadcrumb: "QĐ 782" for the State's own acts, else the place: "Hữu Lũng"."""
    if document.unit.place.level == PlaceLevel.COUNTRY and document.number:
        return f"{document.kind} {document.number}"
    return document.written_seat or str(document.unit)


def steps_of(document: Document, cascade: Cascade) -> list[tuple[str, str]]:
    """For components/cascade.html."""
    return [*((short_name(act), act.get_absolute_url()) for act in cascade.above), (short_name(document), "")]
