"""An act that a text names, as a row of ours: its parts, and the document in the system that it is."""

from childlabour.core import lengths
from childlabour.core.lengths import whole
from childlabour.core.vietnamese import search_key
from plans.models import Citation, Document

from .act import NamedAct


def citation_of(act: NamedAct, document: Document, order: int = 0) -> Citation:
    """The căn cứ of `document` that cites `act`, not yet saved. One query when the act has number and date."""
    return Citation(
        document=document,
        order=order,
        text=act.text,
        act_type=whole(act.kind, lengths.ACT_TYPE),
        act_number=whole(act.number, lengths.ACT_NUMBER),
        act_date=act.date,
        act_issuer=whole(act.issuer, lengths.AGENCY),
        cited_document=known_document(act),
    )


def known_document(act: NamedAct | None) -> Document | None:
    """The plan of ours that an act is: same number, symbol and day."""
    if act is None or not act.number or act.date is None:
        return None
    number, _, symbol = act.number.partition("/")
    if not number.isdigit():
        return None
    found = (
        Document.objects.issued().filter(number=int(number), issued_on=act.date).select_related("unit__place")
    )
    return next(
        (document for document in found if search_key(document.written_symbol) == search_key(symbol)), None
    )
