"""Numbers of outgoing documents: given one at a time, never twice, never missing without a reason.

NĐ 30/2020, Điều 15: from 01 on 1 January to 31 December, one run for paper and electronic documents; a paper
gets its number at the latest on the working day after it was signed. Every function that takes a number
holds the row of its book until the transaction ends, so clerks queue (on SQLite: for the whole file).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max, Q, QuerySet
from django.utils.timezone import localtime

from childlabour.core import lengths
from childlabour.core.clock import now, today
from childlabour.core.errors import Problem, Refusal
from childlabour.core.vietnamese import short_date
from childlabour.core.workdays import WorkingCalendar
from childlabour.units.models import Officer, Unit
from plans.models import (
    Document,
    EntryState,
    Kind,
    NumberSeries,
    Origin,
    RegisterBook,
    RegisterEntry,
    Sending,
)
from plans.models.register import COMMON_SERIES
from plans.paper.file_copy import is_file_copy, kept_by

MOST_KEPT_AT_ONCE = 20
MOST_NAMED = 20  # missing numbers, in one sentence


def series_for(document: Document, name: str = "") -> NumberSeries:
    """The series named, else the one kept for this kind of document, else the agency's common one."""
    if name:
        return series_named(document.unit, name)
    return _series_there(document) or common_series(document.unit)


def _series_there(document: Document) -> NumberSeries | None:
    of_unit = list(document.unit.number_series.all())
    for series in of_unit:
        if document.kind in series.kind_codes:
            return series
    common = (series for series in of_unit if not series.kind_codes and series.name == COMMON_SERIES)
    return next(common, None)


def series_named(unit: Unit, name: str) -> NumberSeries:
    """The agency's series of that name; without one, the common one."""
    if name in ("", COMMON_SERIES):
        return common_series(unit)
    for series in unit.number_series.all():
        if series.name == name:
            return series
    raise Refusal(Problem(f"Cơ quan chưa có dãy số “{name}”: chọn dãy số khác.", "series"))


def common_series(unit: Unit) -> NumberSeries:
    """The agency's series for everything that has none of its own."""
    return NumberSeries.objects.get_or_create(unit=unit, name=COMMON_SERIES)[0]


def locked_book(series: NumberSeries, year: int) -> RegisterBook:
    """The book of `year`, held until the transaction ends; opened on first use, after the papers already here.

    A paper of old times says nothing about where the book begins: the clerk does (`open_after`).
    """
    held = RegisterBook.objects.select_for_update().filter(series=series, year=year).first()
    if held:
        return held
    return RegisterBook.objects.select_for_update().get_or_create(
        series=series, year=year, defaults={"opened_after": _papers_before(series, year)}
    )[0]


def _papers_before(series: NumberSeries, year: int) -> int:
    earlier = Document.objects.filter(
        unit=series.unit_id, series=series.name, number_year=year, origin=Origin.HERE
    )
    highest: int = earlier.aggregate(Max("number"))["number__max"] or 0
    return highest


def next_number(book: RegisterBook) -> int:
    highest = lines_in(book).aggregate(Max("number"))["number__max"] or 0
    return max(highest, book.opened_after) + 1


def lines_in(book: RegisterBook) -> QuerySet[RegisterEntry]:
    """Of a book that is still to be opened, none."""
    return book.entries.all() if book.pk else RegisterEntry.objects.none()


@dataclass(frozen=True)
class Ahead:
    """What taking a number would meet, as the book lies now."""

    number: int
    series: str
    day: date
    problems: tuple[Problem, ...]

    @property
    def written_number(self) -> str:
        return f"{self.number:02d}"


def ahead_of(document: Document, day: date) -> Ahead:
    """The number that comes next for `document`, and every objection of the book; nothing is opened, held or spent.

    Five queries at most.
    """
    series = _series_there(document) or NumberSeries(unit=document.unit, name=COMMON_SERIES)
    book = series.books.filter(year=day.year).first() if series.pk else None
    book = book or RegisterBook(series=series, year=day.year, opened_after=_papers_before(series, day.year))
    number = next_number(book)
    found = [*_without_symbol(document), *date_problems(book, day, number, "")]
    return Ahead(number, series.name, day, tuple(found))


def gaps(book: RegisterBook) -> list[int]:
    """Numbers nobody can account for: none, unless the database was changed by hand. One query."""
    known = set(book.entries.values_list("number", flat=True))
    return [n for n in range(book.opened_after + 1, max(known, default=0)) if n not in known]


def on_the_wrong_side(book: RegisterBook) -> list[int]:
    """Numbers of ours in what was declared as the paper book, and old ones beyond it: the start was moved by hand."""
    ours = Q(carried_over=False, number__lte=book.opened_after)
    old = Q(carried_over=True, number__gt=book.opened_after)
    return list(book.entries.filter(ours | old).order_by("number").values_list("number", flat=True))


def date_problems(book: RegisterBook, day: date, number: int, reason: str) -> Iterator[Problem]:
    """Why a paper dated `day` cannot get `number`: numbers and dates run in the same order."""
    if day > today():
        yield Problem(f"Ngày {short_date(day)} chưa tới: ghi ngày hôm nay hoặc ngày trước đó.", "day")
    elif day < WorkingCalendar().before(today(), 1) and not reason:
        yield Problem(
            f"Ngày {short_date(day)} sớm hơn ngày làm việc liền trước (NĐ 30/2020, Điều 15): "
            "ghi lý do để lưu vào sổ, hoặc lấy ngày hôm nay.",
            "reason",
        )
    placed = lines_in(book).exclude(number=number)
    before = placed.filter(number__lt=number).order_by("-dated").first()
    if before and before.dated > day:
        yield Problem(
            f"Số {before.written_number} đã cấp cho ngày {short_date(before.dated)}; số {number:02d} "
            f"không thể mang ngày {short_date(day)} sớm hơn. Lấy ngày {short_date(before.dated)} trở đi, "
            "hoặc dùng một số đã để dành.",
            "day",
        )
    after = placed.filter(number__gt=number).order_by("dated").first()
    if after and after.dated < day:
        yield Problem(
            f"Số {after.written_number} đứng sau lại mang ngày {short_date(after.dated)}: "
            f"số {number:02d} phải có ngày không muộn hơn.",
            "day",
        )


def _without_symbol(document: Document) -> Iterator[Problem]:
    symbol = document.written_symbol
    if not symbol or symbol.endswith("-"):  # "KH-" of an agency without one
        yield Problem("Cơ quan ban hành chưa có ký hiệu: ghi ký hiệu của đơn vị (ví dụ “UBND”).")


def problems(
    document: Document, day: date, kept: int | None = None, reason: str = "", series: str = ""
) -> list[Problem]:
    """Everything that keeps `document` from getting a number (or the number `kept` for it) on `day`."""
    found = list(_without_symbol(document))
    book = locked_book(series_for(document, series), day.year)
    if kept is not None and not book.entries.filter(number=kept, state=EntryState.RESERVED).exists():
        found.append(Problem(f"Số {kept:02d} không phải là số đang để dành của năm {day.year}.", "number"))
        return found
    return [*found, *date_problems(book, day, kept or next_number(book), reason)]


@transaction.atomic
def give(
    document: Document,
    officer: Officer,
    day: date,
    *,
    kept: int | None = None,
    reason: str = "",
    series: str = "",
) -> RegisterEntry:
    """Write `document` into the book of its agency and put number, date and symbol on it (saved by the caller).

    Raises Refusal with every reason why not.
    """
    refused = problems(document, day, kept, reason, series)
    if refused:
        raise Refusal(*refused)
    book = locked_book(series_for(document, series), day.year)
    entry = book.entries.get(number=kept) if kept else RegisterEntry(book=book, number=next_number(book))
    entry.state = EntryState.GIVEN
    entry.reason = "; ".join(part for part in (entry.reason, reason) if part)
    _write_down(entry, document, officer, day)
    return entry


def _write_down(entry: RegisterEntry, document: Document, officer: Officer | None, day: date) -> None:
    """The line of the book and the number of the paper, the same in both."""
    document.series, document.number, document.issued_on = entry.book.series.name, entry.number, day
    document.symbol, document.seat = document.written_symbol, document.written_seat
    recipients = [recipient.text for recipient in document.recipients.all()]
    archive = [line for line in recipients if is_file_copy(line)]
    entry.document, entry.dated, entry.symbol, entry.kind = document, day, document.symbol, document.kind
    entry.title, entry.signer = document.title, document.signer
    entry.recipients = "\n".join(line for line in recipients if line not in archive)
    entry.archive = "; ".join(map(kept_by, archive))[: lengths.FULL_NAME]
    _sign_for(entry, officer)


def _sign_for(entry: RegisterEntry, officer: Officer | None) -> None:
    entry.given_by_name, entry.given_at = str(officer or "hệ thống"), now()
    entry.save()


@transaction.atomic
def reserve(
    series: NumberSeries, officer: Officer, day: date, reason: str, count: int = 1
) -> list[RegisterEntry]:
    """Keep the next `count` numbers for papers to come, with the reason in the book."""
    book = locked_book(series, day.year)
    first = next_number(book)
    refused = list(date_problems(book, day, first, reason))
    if not reason.strip():
        refused.append(Problem("Ghi lý do để dành số.", "reason"))
    if not 1 <= count <= MOST_KEPT_AT_ONCE:
        refused.append(Problem(f"Mỗi lần để dành từ 1 đến {MOST_KEPT_AT_ONCE} số.", "count"))
    if refused:
        raise Refusal(*refused)
    kept = [
        RegisterEntry(book=book, number=number, state=EntryState.RESERVED, dated=day, reason=reason)
        for number in range(first, first + count)
    ]
    for entry in kept:
        _sign_for(entry, officer)
    return kept


@transaction.atomic
def void_kept(entry: RegisterEntry, officer: Officer, reason: str) -> None:
    """Give up a kept number; it stays in the book with both reasons and is never used again."""
    entry = RegisterEntry.objects.select_for_update().get(pk=entry.pk)
    refused = []
    if entry.state != EntryState.RESERVED:
        refused.append(Problem(f"Số {entry.written_number} không còn là số để dành."))
    if not reason.strip():
        refused.append(Problem("Ghi lý do hủy số.", "reason"))
    if refused:
        raise Refusal(*refused)
    entry.state, entry.reason = EntryState.VOIDED, f"{entry.reason}; hủy: {reason}"
    _sign_for(entry, officer)


def void(document: Document, officer: Officer, reason: str) -> None:
    """Take the number off `document`; the line stays in the book and says why. The caller's transaction."""
    entry = document.register_entries.select_for_update().get(state=EntryState.GIVEN)
    entry.state = EntryState.VOIDED
    entry.reason = "; ".join(part for part in (entry.reason, f"hủy số: {reason}") if part)
    _sign_for(entry, officer)
    document.number = document.issued_on = None


def carried_over_problems(document: Document, number: int, day: date, series: str = "") -> list[Problem]:
    """Everything that keeps an old paper from its number: it has to lie in what was declared as the paper book."""
    found = []
    if day > today():
        found.append(Problem(f"Ngày {short_date(day)} chưa tới.", "day"))
    if number < 1:
        return [*found, Problem("Số văn bản phải từ 1 trở lên.", "number")]
    book = locked_book(series_for(document, series), day.year)
    if holder := _bears(book, number, document):
        found.append(Problem(f"Số {number:02d} năm {day.year} đã thuộc về “{holder}”.", "number"))
    if number > book.opened_after:
        found.append(Problem(_beyond_the_paper_book(book, number), "number"))
    return found


def _bears(book: RegisterBook, number: int, document: Document) -> str:
    """What has this number already, in the book or proposed; "" when nothing has."""
    if taken := book.entries.filter(number=number).first():
        return taken.title or taken.reason
    of_that_year = Document.objects.filter(
        unit=book.series.unit_id, series=book.series.name, number_year=book.year
    )
    other = of_that_year.filter(number=number).exclude(pk=document.pk).first()
    return other.title if other else ""


def _beyond_the_paper_book(book: RegisterBook, number: int) -> str:
    if book.entries.filter(carried_over=False).exists():
        return (
            f"Năm {book.year} hệ thống đã cấp số từ {book.opened_after + 1:02d}: số {number:02d} "
            "của sổ giấy không thể nằm trong khoảng đó."
        )
    declared = (
        f"mới khai sổ giấy dùng đến số {book.opened_after:02d}" if book.opened_after else "chưa khai sổ giấy"
    )
    return (
        f"Sổ năm {book.year} {declared}: văn thư ghi sổ giấy đã dùng đến số nào (Sổ văn bản đi, "
        f"“Năm đã dùng sổ giấy”), rồi nhập số {number:02d}."
    )


@transaction.atomic
def enter_old(
    document: Document, officer: Officer | None, number: int, day: date, series: str = ""
) -> RegisterEntry:
    """A paper that already has its number: written in as it is, whatever the order of entering.

    It moves nothing: where the book begins is declared, and a number above that is a number of ours.
    """
    refused = carried_over_problems(document, number, day, series)
    if refused:
        raise Refusal(*refused)
    book = locked_book(series_for(document, series), day.year)
    entry = RegisterEntry(book=book, number=number, carried_over=True)
    _write_down(entry, document, officer, day)
    return entry


@transaction.atomic
def open_after(series: NumberSeries, year: int, number: int, officer: Officer | None) -> RegisterBook:
    """Declare, once, that the paper book of `year` was used up to `number`: ours goes on from there.

    A start that nobody declared (it was taken from what had been entered) is declared as it stands, or further on
    as long as no number was given here.
    """
    book = locked_book(series, year)
    if book.declared_at:
        raise Refusal(
            Problem(
                f"Sổ năm {year} đã khai dùng sổ giấy đến số {book.opened_after:02d} ({book.declared_by_name}, "
                f"{short_date(localtime(book.declared_at).date())}): mỗi sổ chỉ khai một lần. Khai sai thì báo "
                "quản trị hệ thống."
            )
        )
    if book.entries.filter(carried_over=False).exists() and number != book.opened_after:
        raise Refusal(Problem(f"Sổ năm {year} đã có số do hệ thống cấp: không đổi số bắt đầu được nữa."))
    highest = book.entries.filter(carried_over=True).aggregate(Max("number"))["number__max"] or 0
    if number < highest:
        raise Refusal(Problem(f"Sổ năm {year} đã có số {highest:02d}: ghi từ {highest} trở lên.", "number"))
    book.opened_after, book.declared_by_name, book.declared_at = number, str(officer or "hệ thống"), now()
    book.save(update_fields=["opened_after", "declared_by_name", "declared_at"])
    return book


@dataclass(frozen=True)
class BookAccount:
    """What a book says about the numbers that it holds no line for."""

    book: RegisterBook
    before: str  # of the numbers used before the system; "" without any
    gaps: tuple[int, ...]  # numbers of ours that nobody can account for

    @property
    def notes(self) -> Iterator[str]:
        which = f"Sổ năm {self.book.year}, dãy {self.book.series.name}"
        if self.gaps:
            yield f"{which}: không có số {self._missing} và không có lý do."
        if self.before:
            yield f"{which}: {self.before}."

    @property
    def _missing(self) -> str:
        named = ", ".join(f"{number:02d}" for number in self.gaps[:MOST_NAMED])
        return f"{named} và {len(self.gaps) - MOST_NAMED} số nữa" if len(self.gaps) > MOST_NAMED else named


def accounts_of(unit: Unit, since: date, until: date) -> list[BookAccount]:
    """Of the agency's books of these years, those with something to say; a query, and one more a book."""
    years = (since.year, until.year)
    books = RegisterBook.objects.filter(series__unit=unit, year__range=years).select_related("series__unit")
    found = [BookAccount(book, _before_the_system(book), tuple(gaps(book))) for book in books]
    return [account for account in found if account.before or account.gaps]


def _before_the_system(book: RegisterBook) -> str:
    if not book.opened_after:
        return ""
    declared = (
        f"{book.declared_by_name} khai ngày {short_date(localtime(book.declared_at).date())}"
        if book.declared_at
        else "chưa ai khai: lấy theo văn bản đã nhập"
    )
    return f"số 01 đến {book.opened_after:02d} cấp trước khi dùng hệ thống ({declared})"


def correct_delivery(entry: RegisterEntry, *, copies: int | None, sent_on: date | None, note: str) -> None:
    """Columns 7, 8 and 10, which become known after the number was given."""
    if sent_on and sent_on < entry.dated:
        raise Refusal(Problem("Ngày chuyển không thể trước ngày văn bản.", "sent_on"))
    entry.copies, entry.sent_on, entry.note = copies, sent_on, note
    entry.save(update_fields=["copies", "sent_on", "note"])


@transaction.atomic
def note_sending(
    entry: RegisterEntry,
    officer: Officer,
    *,
    receivers: str,
    copies: int,
    sent_on: date,
    by: str,
    signed_for: str,
) -> list[Sending]:
    """Columns 7 to 9: what was sent to whom and how, a receiver a line; the same sending noted again is corrected."""
    names = list(dict.fromkeys(line.strip() for line in receivers.splitlines() if line.strip()))
    refused = []
    if entry.state != EntryState.GIVEN:
        refused.append(Problem(f"Số {entry.written_number} không có văn bản: không có gì để chuyển."))
    if not names:
        refused.append(Problem("Ghi nơi nhận.", "receivers"))
    if any(len(name) > lengths.AGENCY for name in names):
        refused.append(Problem(f"Mỗi dòng ghi một nơi nhận, nhiều nhất {lengths.AGENCY} ký tự.", "receivers"))
    if signed_for and len(names) > 1:
        refused.append(Problem("Ghi người ký nhận thì mỗi lần ghi một nơi nhận.", "signed_for"))
    if sent_on < entry.dated:
        refused.append(Problem("Ngày chuyển không thể trước ngày văn bản.", "sent_on"))
    if sent_on > today():
        refused.append(Problem(f"Ngày {short_date(sent_on)} chưa tới.", "sent_on"))
    if refused:
        raise Refusal(*refused)
    noted = {"copies": copies, "signed_for": signed_for, "noted_by_name": str(officer), "noted_at": now()}
    return [
        Sending.objects.update_or_create(entry=entry, receiver=name, sent_on=sent_on, by=by, defaults=noted)[
            0
        ]
        for name in names
    ]


def entries_of(unit: Unit, since: date, until: date, series: str = "") -> list[RegisterEntry]:
    """Every line of the agency's books dated in the period, in the order of the books. Two queries."""
    found = RegisterEntry.objects.filter(book__series__unit=unit, dated__range=(since, until))
    if series:
        found = found.filter(book__series__name=series)
    ordered = (
        found.select_related("book__series")
        .prefetch_related("sendings")
        .order_by("book__series__name", "book__year", "number")
    )
    return list(ordered)


def kind_and_title(entry: RegisterEntry) -> str:
    """Column 3, "tên loại và trích yếu"; a line without a paper says what became of its number."""
    if not entry.document_id:
        return entry.get_state_display().capitalize()
    title = " ".join(entry.title.split())
    return f"{Kind(entry.kind).label} {title}"
