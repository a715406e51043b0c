"""Document → `Paper`: its words in the order of the paper, with what its number and date add."""

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.urls import reverse

from childlabour.core.vietnamese import write_date, write_date_gaps
from plans.content.asking import content_of
from plans.content.parts import words_alone
from plans.content.values import Content
from plans.law.blocks import BlockType
from plans.models import Document, Status

from .document import Letterhead, Paper, Recipients, SignatureBlock
from .source import source_of

ROOM_FOR_NUMBER = " " * 5


def paper_of(document: Document, *, signing_copy: bool = False) -> Paper:
    """The paper of `document` as it stands; eleven queries at most, however long it is.

    A document that is not yet approved prints "DỰ THẢO" unless `signing_copy` asks for the clean copy.
    """
    return paper_saying(content_of(document), document, signing_copy=signing_copy)


def paper_saying(
    content: Content, document: Document, *, signing_copy: bool = False, with_data: bool = True
) -> Paper:
    """The paper of `document` if it said `content`, as it did in a version or would after a change.

    `with_data=False`: for the screen alone, which shows none of its data.
    """
    prefetch_related_objects([document], "unit__place")
    return Paper(
        kind=document.kind,
        type_name=document.kind_name if document.facts.named else "",
        letterhead=Letterhead(agency=document.unit.letterhead_lines, superior=document.unit.superior_lines),
        number=document.written_number,
        symbol=document.written_symbol,
        place_and_date=place_and_date(document) if document.facts.dated else "",
        title=" ".join(content.title.split()),
        addressees=content.addressees,
        deciding=document.deciding,
        citations=tuple(citation.text for citation in content.citations),
        blocks=words_alone(content.blocks),
        recipients=Recipients(tuple(recipient.text for recipient in content.recipients)),
        signature=SignatureBlock(content.signature_lines, content.signer),
        beside=_beside(content),
        handling=content.handling,
        enclosed=enclosed(document) if _has_annexes(content) else "",
        draft=document.status in (Status.DRAFT, Status.SUBMITTED) and not signing_copy,
        verification=verification_address(document),
        identity=document.slug,
        source=source_of(document, content) if with_data else None,
    )


def _beside(content: Content) -> SignatureBlock | None:
    if not content.beside:
        return None
    return SignatureBlock(content.beside.lines, content.beside.signer)


def verification_address(document: Document) -> str:
    """Where the code on the paper leads; "" before the document has one."""
    if not document.verification_code:
        return ""
    return settings.SITE_ADDRESS + reverse("issuing:verify", args=[document.verification_code])


def place_and_date(document: Document) -> str:
    """Ô số 4: "Tân Thành, ngày 01 tháng 6 năm 2023", with room for what is not known yet."""
    return f"{document.written_seat}, {_day(document)}"


def enclosed(document: Document) -> str:
    """ "(Kèm theo Kế hoạch số 05/KH-UBND ngày … của …)" (III.1c); gaps while the number is not given."""
    number = f"{document.written_number or ROOM_FOR_NUMBER}/{document.written_symbol}"
    return f"(Kèm theo {document.kind_name} số {number} {_day(document)} của {document.unit.name})"


def _day(document: Document) -> str:
    return write_date(document.issued_on) if document.issued_on else write_date_gaps(document.period_from)


def _has_annexes(content: Content) -> bool:
    return any(block.type == BlockType.ANNEX for block in content.blocks)
