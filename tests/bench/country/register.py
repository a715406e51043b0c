"""The books of outgoing documents: a series for each agency, a book a year, a line for every number."""

from plans.models import Document, EntryState, NumberSeries, Recipient, RegisterBook, RegisterEntry
from plans.models.register import COMMON_SERIES

from .documents import YearOfWork
from .journal import moment
from .people import Staff
from .rows import Rows

WITHOUT_PAPER = (
    (EntryState.RESERVED, "Để dành cho văn bản của Chủ tịch."),
    (EntryState.VOIDED, "Đánh máy nhầm; hủy số."),
)


class Books:
    def __init__(self, rows: Rows):
        self._rows = rows
        self._series: dict[int, NumberSeries] = {}

    def open(self, work: YearOfWork, last: int) -> RegisterBook:
        """`last`: the last number that the year's documents will get; what is carried over was in a paper book."""
        unit = work.agency.unit
        series = self._series.get(unit.pk)
        if series is None:
            series = self._series[unit.pk] = self._rows.add(NumberSeries(unit=unit, name=COMMON_SERIES))
        opened_after = last if work.is_carried_over else 0
        declared = (
            {"declared_by_name": "Văn thư", "declared_at": moment(work.day_of(0), 8)} if opened_after else {}
        )
        return self._rows.add(
            RegisterBook(series=series, year=work.year, opened_after=opened_after, **declared)
        )

    def enter(
        self, book: RegisterBook, document: Document, recipients: list[Recipient], staff: Staff
    ) -> None:
        *addressed, archive = recipients
        self._rows.add(
            RegisterEntry(
                book=book,
                number=document.number,
                document=document,
                symbol=document.symbol,
                dated=document.issued_on,
                kind=document.kind,
                title=document.title,
                signer=document.signer,
                recipients="\n".join(recipient.text for recipient in addressed),
                archive=archive.text.removeprefix("Lưu: "),
                copies=len(addressed),
                carried_over=book.opened_after > 0,
                given_by_name=staff.clerk.full_name,
                given_at=moment(document.issued_on, 10),
            )
        )

    def enter_without_paper(self, book: RegisterBook, work: YearOfWork, first: int, staff: Staff) -> None:
        day = work.day_of(len(work.statuses))
        for number, (state, reason) in enumerate(WITHOUT_PAPER, start=first):
            self._rows.add(
                RegisterEntry(
                    book=book,
                    number=number,
                    state=state,
                    dated=day,
                    reason=reason,
                    given_by_name=staff.clerk.full_name,
                    given_at=moment(day, 10),
                )
            )
