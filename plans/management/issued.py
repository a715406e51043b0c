"""The document that a command of figures is about."""

from childlabour.core.errors import Refusal
from plans.models import Document


def document_called(pk: str) -> Document:
    """With unit and place; raises Refusal where there is none of this id."""
    known = pk.isascii() and pk.isdecimal() and len(pk) < 19
    document = Document.objects.select_related("unit__place").filter(pk=pk).first() if known else None
    if document is None:
        raise Refusal(f"Không có văn bản mang mã “{pk[:40]}”. Xem mã bằng: manage.py list_plans")
    return document
