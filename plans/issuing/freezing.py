"""What is issued is kept byte for byte: the data, the PDF, its sha256, in the transaction that issues it."""

import hashlib
import json
from typing import Any

from childlabour.core.clock import now
from childlabour.units.models import Officer
from plans.models import Document, Issue, SigningCopy
from plans.paper.compose import paper_of
from plans.paper.document import Paper
from plans.paper.frozen import to_data
from plans.paper.pdf import to_pdf

from .verification_code import new_code


def prepare_signing_copy(document: Document) -> SigningCopy:
    """Render the bytes that will be signed: number and date, no "DỰ THẢO". One render, nine queries.

    Number and date stand on the paper before the first signature (docs/decisions/number-before-signature.md).
    """
    paper = paper_of(document, signing_copy=True)
    pdf = to_pdf(paper)
    return SigningCopy.objects.create(
        document=document, snapshot=snapshot_of(paper), pdf=pdf, sha256=sha256(pdf), made_at=now()
    )


def snapshot_of(paper: Paper) -> dict[str, Any]:
    """Everything printed, as data: the plan's own (attached to the PDF) and, in "paper", the layout's."""
    snapshot: dict[str, Any] = json.loads(json.dumps((paper.source or {}) | {"paper": to_data(paper)}))
    return snapshot


def has_drifted(document: Document) -> bool:
    """What was signed, or compared, must be what is on file; the table of rights sees to it, this proves it."""
    on_file = snapshot_of(paper_of(document, signing_copy=True))
    return bool(on_file != document.signing_copy.snapshot)


def freeze(document: Document, officer: Officer | None = None) -> Issue:
    """Store the issued act of `document`; from then on the database refuses to change it (`triggers`).

    The caller holds the transaction. A signed paper is kept as signed; a paper carried over is rendered now.
    """
    copy = SigningCopy.objects.filter(document=document).first()
    if copy is None:
        if not document.verification_code:
            document.verification_code = new_code()
            Document.objects.filter(pk=document.pk).update(verification_code=document.verification_code)
        paper = paper_of(document, signing_copy=True)
        snapshot, pdf = snapshot_of(paper), to_pdf(paper)
    else:
        snapshot, pdf = copy.snapshot, copy.current
    return Issue.objects.create(
        document=document,
        number=document.written_number,
        symbol=document.written_symbol,
        issued_on=document.issued_on,
        snapshot=snapshot,
        pdf=pdf,
        sha256=sha256(pdf),
        issued_by=officer,
        issued_by_name=str(officer) if officer else "",
        issued_at=now(),
    )


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
