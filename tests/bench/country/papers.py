"""Papers: what was printed of every document, and the bytes of what was issued.

The data are each document's own, made by the rooms that make them in earnest. What is printed of one that is issued
is the first page of one real paper of its kind, in the bytes and in the layout kept beside them: `verify_issued` finds
hash, data, words and register in order; a reader finds another document's words on the page.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from django.db.models import prefetch_related_objects

from plans.content.asking import fetch_blocks
from plans.issuing.freezing import sha256, snapshot_of
from plans.models import PUBLISHED, Document, Issue, Scan, SigningCopy, Status, Submission, Version
from plans.paper.compose import paper_of
from plans.paper.document import Paper
from plans.paper.frozen import to_data
from plans.paper.pdf import to_pdf

from .attaching import Printed
from .documents import Folio
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
        self._set: dict[tuple[str, str], tuple[Printed, Paper]] = {}

    def print(self, folios: Sequence[Folio]) -> None:
        """Their rows are in the database; nine queries for all of them together."""
        documents = Document.objects.in_bulk([folio.document.pk for folio in folios])
        prefetch_related_objects(list(documents.values()), "unit__place", "citations", "recipients")
        fetch_blocks(documents.values())
        for folio in folios:
            self._print(folio, documents[folio.document.pk])

    def _print(self, folio: Folio, document: Document) -> None:
        if document.status == Status.CANCELLED:
            return
        if document.status in PUBLISHED:
            self._issue(folio, paper_of(document, signing_copy=True))
        elif document.status == Status.DRAFT:
            self._keep_versions(folio, paper_of(document))
        if document.status in LAID_BEFORE_THE_LEADER:
            self._keep_submission(folio, paper_of(document))
        if document.status in BEING_SIGNED:
            self._keep_signing_copy(folio, paper_of(document, signing_copy=True))

    def _issue(self, folio: Folio, paper: Paper) -> None:
        document, clerk = folio.document, folio.staff.clerk
        pdf = self._bytes_of(folio, paper)
        _, printed = self._pattern(folio, paper)
        self._rows.add(
            Issue(
                document_id=document.pk,
                number=document.written_number,
                symbol=document.symbol,
                issued_on=document.issued_on,
                snapshot=snapshot_of(paper) | {"paper": snapshot_of(printed)["paper"]},
                pdf=pdf,
                sha256=sha256(pdf),
                issued_by=clerk if clerk.pk else None,
                issued_by_name=clerk.full_name,
                issued_at=moment(folio.day, 15),
            )
        )

    def _keep_versions(self, folio: Folio, paper: Paper) -> None:
        """One a day, the last as the draft stands."""
        data, drafter = to_data(paper), folio.staff.drafter
        for number in range(1, SITTINGS + 1):
            day = folio.day + timedelta(days=number)
            self._rows.add(
                Version(
                    document_id=folio.document.pk,
                    number=number,
                    started_at=moment(day, 8),
                    saved_at=moment(day, 9),
                    officer=drafter,
                    officer_name=drafter.full_name,
                    paper=data | {"title": f"{paper.title} (lần {number})"} if number < SITTINGS else data,
                )
            )

    def _keep_submission(self, folio: Folio, paper: Paper) -> None:
        self._rows.add(
            Submission(
                document_id=folio.document.pk,
                at=moment(folio.day, 8),
                officer_name=folio.staff.drafter.full_name,
                paper=to_data(paper),
            )
        )

    def _keep_signing_copy(self, folio: Folio, paper: Paper) -> None:
        pdf = self._bytes_of(folio, paper)
        self._rows.add(
            SigningCopy(
                document_id=folio.document.pk,
                snapshot=snapshot_of(paper),
                pdf=pdf,
                sha256=sha256(pdf),
                made_at=moment(folio.day, 10),
            )
        )
        if folio.document.status == Status.SIGNED:
            self._keep_scan(folio, pdf)

    def _keep_scan(self, folio: Folio, pdf: bytes) -> None:
        """In earnest a picture of every page; here the copy itself."""
        clerk = folio.staff.clerk.full_name
        self._rows.add(
            Scan(
                document_id=folio.document.pk,
                pdf=pdf,
                sha256=sha256(pdf),
                pages=1,
                resolution=300,
                brought_by_name=clerk,
                brought_at=moment(folio.day, 13),
                confirmed_by_name=clerk,
                confirmed_at=moment(folio.day, 13),
            )
        )

    def _bytes_of(self, folio: Folio, paper: Paper) -> bytes:
        """What was set once for this kind at this level, with the data of this one."""
        pages, _ = self._pattern(folio, paper)
        data = json.dumps(paper.source, ensure_ascii=False, sort_keys=True)
        return pages.with_data(f"{paper.identity}.json", data.encode())

    def _pattern(self, folio: Folio, paper: Paper) -> tuple[Printed, Paper]:
        kind = (paper.kind, folio.agency.level)
        if kind not in self._set:
            short = replace(paper, blocks=paper.blocks[:FIRST_BLOCKS], enclosed="", source=None)
            self._set[kind] = Printed.of(to_pdf(short)), short
        return self._set[kind]
