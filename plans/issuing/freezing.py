"""What is issued is kept byte for byte: the data, the PDF, its sha256, in the transaction that issues it.

No page is printed while others wait for a lock: what will be signed is frozen as data with the number, and printed
from these data when the number is given, at once or, if the power failed in between, when somebody asks for it.
"""

import hashlib
import json
from dataclasses import replace
from typing import Any

from childlabour.core.clock import now
from childlabour.core.errors import Problem, Refusal
from childlabour.units.models import Officer
from plans.law.belonging import rows_of
from plans.models import AnnexFile, Document, Issue, SigningCopy, StoredBlock
from plans.paper.apart import annex_papers, name_of_annex
from plans.paper.compose import paper_of
from plans.paper.document import Paper
from plans.paper.first_shape import is_of_first_shape
from plans.paper.frozen import from_data, to_data
from plans.paper.pdf import annex_to_pdf, to_pdf
from plans.paper.words import said_by

from .verification_code import new_code


def begin_signing_copy(document: Document, *, annexes_apart: bool = False) -> SigningCopy:
    """Freeze the words that will be signed: number and date, no "DỰ THẢO". Eight queries, no page yet.

    `annexes_apart`: each annex becomes a file of its own.

    Number and date stand on the paper before the first signature (docs/decisions/0009-number-before-signature.md).
    """
    paper = replace(paper_of(document, signing_copy=True), annexes_apart=annexes_apart)
    return SigningCopy.objects.create(
        document=document, snapshot=snapshot_of(paper), pdf=b"", sha256="", made_at=now()
    )


def signing_copy_of(document: Document) -> SigningCopy | None:
    """The copy with its pages, which are printed if that was not done yet; None before there is a number.

    Two who ask at the same instant get the same bytes: the first that are stored stay.
    """
    copy = SigningCopy.objects.filter(document=document).first()
    if copy and not copy.sha256:
        pdf = to_pdf(paper_in(copy.snapshot))
        SigningCopy.objects.filter(pk=copy.pk, sha256="").update(pdf=pdf, sha256=sha256(pdf))
        copy = SigningCopy.objects.filter(pk=copy.pk).first()
    if copy:
        document.signing_copy = copy
    return copy


def copy_to_sign(document: Document) -> SigningCopy:
    """The same, of a document that has a number. Raises Refusal when it was taken off meanwhile."""
    copy = signing_copy_of(document)
    if copy is None:
        raise Refusal(Problem("Văn bản chưa có bản trình ký: cấp số trước."))
    return copy


def annex_files_of(document: Document) -> list[AnnexFile]:
    """The annexes in files of their own, printed if that was not done yet; none where they stand in the document's.

    One query of an issued document; nothing is printed for it any more.
    """
    kept = list(rows_of(AnnexFile, document))
    if kept or document.is_issued:
        return kept
    copy = SigningCopy.objects.filter(document=document).only("pk", "snapshot").first()
    papers = annex_papers(paper_in(copy.snapshot)) if copy else ()
    for place, paper in enumerate(papers, start=1):
        pdf = annex_to_pdf(paper)
        made = {"label": name_of_annex(paper), "pdf": pdf, "sha256": sha256(pdf)}
        AnnexFile.objects.get_or_create(copy=copy, place=place, defaults=made)
    return list(AnnexFile.objects.filter(copy=copy)) if papers else []


def paper_in(snapshot: dict[str, Any]) -> Paper:
    """The paper that `snapshot_of` took the data of."""
    source = {name: value for name, value in snapshot.items() if name != "paper"}
    return replace(from_data(snapshot["paper"]), source=source)


def snapshot_of(paper: Paper) -> dict[str, Any]:
    """Everything printed, as data: the plan's own (attached to the PDF) and, in "paper", the layout's."""
    snapshot: dict[str, Any] = json.loads(json.dumps((paper.source or {}) | {"paper": to_data(paper)}))
    return snapshot


def has_drifted(document: Document) -> bool:
    """What was signed, or compared, must be what is on file; the table of rights sees to it, this proves it.

    A copy made before bodies were blocks is held against the words alone: its data have another shape.
    """
    on_file, signed = paper_of(document, signing_copy=True), document.signing_copy.snapshot
    on_file = replace(on_file, annexes_apart=paper_in(signed).annexes_apart)
    if is_of_first_shape(signed["paper"]):
        return said_by(on_file) != said_by(paper_in(signed))
    return bool(snapshot_of(on_file) != signed)


def freeze(document: Document, officer: Officer) -> Issue:
    """Store the issued act of `document` as it was signed; from then on the database refuses to change it (`triggers`).

    The caller holds the transaction; the pages of the copy were printed before (`signing_copy_of`).
    """
    copy = SigningCopy.objects.get(document=document)
    assert copy.pdf, "what nobody could see was not signed"
    return _kept(document, copy.snapshot, copy.current, officer)


def freeze_as_found(document: Document) -> Issue:
    """The same for a paper that nobody brought, signed or compared here: a sample. Its pages are printed now."""
    if not document.verification_code:
        document.verification_code = new_code()
        Document.objects.filter(pk=document.pk).update(verification_code=document.verification_code)
    paper = paper_of(document, signing_copy=True)
    return _kept(document, snapshot_of(paper), to_pdf(paper))


def _kept(document: Document, snapshot: dict[str, Any], pdf: bytes, officer: Officer | None = None) -> Issue:
    """Blocks that were taken away from the draft go for good: nothing brings them back into what is issued."""
    StoredBlock.objects.filter(document=document).exclude(removed_at=None).delete()
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
