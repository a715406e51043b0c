"""Papers: what was printed of every document, and the bytes of what was issued.

The data are each document's own, made by the rooms that make them in earnest. The bytes are the first page of
one real paper of its kind with those data attached: `verify_issued` finds hash, data and register in order; a
reader finds another document's words on the page.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from django.db.models import prefetch_related_objects

from plans.issuing.freezing import sha256, snapshot_of
from plans.models import PUBLISHED, Document, Issue, Scan, SigningCopy, Status, Submission, Version
from plans.paper.compose import PRINTED, paper_of
from plans.paper.document import Paper
from plans.paper.frozen import to_data
from plans.paper.pdf import to_pdf

from .attaching import Printed
from .documents import Document
from .journal import moment
from .rows import Rows

FIRST_BLOCKS = 8  # what of a paper is set in earnest
LAID_BEFORE_THE_LEADER = (Status.SUBMITTED, Status.APPROVED, Status.NUMBERED, Status.SIGNED)
BEING_SIGNED = (Status.NUMBERED, Status.SIGNED)
SITTINGS = 3  # of a draft


class Press:
    """Tells rows the id of their plan and not the plan, which would hold on to them in return for ever."""

    def __init__(self, rows: Rows):
        self._rows = rows
        self._set: dict[tuple[str, str], Printed] = {}

    def print(self, documents: Sequence[Document]) -> None:
        """Their rows are in the database; nine queries for all of them together."""
        documents = Document.objects.in_bulk([document.document.pk for document in documents])
        prefetch_related_objects(list(documents.values()), *PRINTED)
        for document in documents:
            self._print(document, documents[document.document.pk])

    def _print(self, document: Document, document: Document) -> None:
        if document.status == Status.CANCELLED:
            return
        if document.status in PUBLISHED:
            self._issue(document, paper_of(document, signing_copy=True))
        elif document.status == Status.DRAFT:
            self._keep_versions(document, paper_of(document))
        if document.status in LAID_BEFORE_THE_LEADER:
            self._keep_submission(document, paper_of(document))
        if document.status in BEING_SIGNED:
            self._keep_signing_copy(document, paper_of(document, signing_copy=True))

    def _issue(self, document: Document, paper: Paper) -> None:
        document, clerk = document.document, document.staff.clerk
        pdf = self._bytes_of(document, paper)
        self._rows.add(
            Issue(
                document_id=document.pk,
                number=document.written_number,
                symbol=document.symbol,
                issued_on=document.issued_on,
                snapshot=snapshot_of(paper),
                pdf=pdf,
                sha256=sha256(pdf),
                issued_by=clerk if clerk.pk else None,
                issued_by_name=clerk.full_name,
                issued_at=moment(document.day, 15),
            )
        )

    def _keep_versions(self, document: Document, paper: Paper) -> None:
        """One a day, the last as the draft stands."""
        data, drafter = to_data(paper), document.staff.drafter
        for number in range(1, SITTINGS + 1):
            day = document.day + timedelta(days=number)
            self._rows.add(
                Version(
                    document_id=document.document.pk,
                    number=number,
                    started_at=moment(day, 8),
                    saved_at=moment(day, 9),
                    officer=drafter,
                    officer_name=drafter.full_name,
                    paper=data | {"title": f"{paper.title} (lần {number})"} if number < SITTINGS else data,
                )
            )

    def _keep_submission(self, document: Document, paper: Paper) -> None:
        self._rows.add(
            Submission(
                document_id=document.document.pk,
                at=moment(document.day, 8),
                officer_name=document.staff.drafter.full_name,
                paper=to_data(paper),
            )
        )

    def _keep_signing_copy(self, document: Document, paper: Paper) -> None:
        pdf = self._bytes_of(document, paper)
        self._rows.add(
            SigningCopy(
                document_id=document.document.pk,
                snapshot=snapshot_of(paper),
                pdf=pdf,
                sha256=sha256(pdf),
                made_at=moment(document.day, 10),
            )
        )
        if document.document.status == Status.SIGNED:
            self._keep_scan(document, pdf)

    def _keep_scan(self, document: Document, pdf: bytes) -> None:
        """In earnest a picture of every page; here the copy itself."""
        clerk = document.staff.clerk.full_name
        self._rows.add(
            Scan(
                document_id=document.document.pk,
                pdf=pdf,
                sha256=sha256(pdf),
                pages=1,
                resolution=300,
                brought_by_name=clerk,
                brought_at=moment(document.day, 13),
                confirmed_by_name=clerk,
                confirmed_at=moment(document.day, 13),
            )
        )

    def _bytes_of(self, document: Document, paper: Paper) -> bytes:
        """What was set once for this kind at this level, with the data of this one."""
        kind = (paper.kind, document.agency.level)
        if kind not in self._set:
            short = replace(paper, blocks=paper.blocks[:FIRST_BLOCKS], annexes=(), source=None)
            self._set[kind] = Printed.of(to_pdf(short))
        data = json.dumps(paper.source, ensure_ascii=False, sort_keys=True)
        return self._set[kind].with_data(f"{paper.identity}.json", data.encode())
