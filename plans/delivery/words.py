"""How a document is named in a notice and in a letter."""

from plans.models import Document


def name_of(document: Document) -> str:
    """ "Kế hoạch số 192/KH-UBND", "Kế hoạch năm 2026"."""
    numbered = f" số {document.code}" if document.code else f" {document.period}"
    return f"{document.kind_name}{numbered}"


def lower(said: str) -> str:
    """The same within a sentence."""
    return said[:1].lower() + said[1:]
