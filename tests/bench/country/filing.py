"""One document into the database: its row, what it rests on, who receives it, its number and its journal."""

from collections.abc import Iterator
from datetime import date
from itertools import count, cycle
from random import Random

from childlabour.core.vietnamese import write_date
from childlabour.units.models import PlaceLevel
from plans.issuing.verification_code import GROUPS, LENGTH, LETTERS
from plans.law.kinds import kinds_that
from plans.models import (
    Citation,
    Document,
    Kind,
    Origin,
    Purpose,
    Recipient,
    Relation,
    RelationKind,
    Status,
)

from .documents import THIS_YEAR, Folio, YearOfWork
from .journal import NUMBERED, SIGNED, keep_journal, keep_signatures, moment
from .people import SIGNS_AS, People
from .programmes import Carried
from .register import Books
from .rows import Rows
from .size import Size, share
from .units import Agency
from .words import title_of

PLANS = kinds_that("carried_out")
KINDS = (Kind.PLAN, Kind.REPORT, Kind.LETTER, Kind.PLAN, Kind.REPORT, Kind.DECISION, Kind.LETTER)
ADDRESSEES = "Ủy ban nhân dân các xã, phường, đặc khu"
NAMED_ONE_BY_ONE = 3  # of those who carry a document out


class Filing:
    def __init__(self, rows: Rows, rng: Random, size: Size, people: People, carried: Carried):
        self._rows, self._rng, self._size = rows, rng, size
        self._people, self._carried = people, carried
        self._books = Books(rows)
        self._in_force: dict[int, Folio] = {}  # the latest plan of each agency, by the id of its unit
        self._decision: Folio | None = None
        self._filed = 0

    def file(self, work: YearOfWork) -> Iterator[Folio]:
        """Lays the documents of a year one by one; whoever takes them lays their bodies meanwhile."""
        numbers = count(work.numbers_from)
        with_number = sum(status in NUMBERED for status in work.statuses)
        book = self._books.open(work, work.numbers_from + with_number - 1) if with_number else None
        kinds, before = cycle(KINDS if work.agency.superior else [Kind.DECISION]), None
        for place, status in enumerate(work.statuses):
            replaced = before if before and before.document.status == Status.REPLACED else None
            kind = replaced.document.kind if replaced else next(kinds)
            number = next(numbers) if status in NUMBERED else None
            folio = self._document(work, kind, status, work.day_of(place), number)
            recipients = self._sent_to(folio)
            if number:
                self._books.enter(book, folio.document, recipients, folio.staff)
            if replaced:
                self._replace(replaced.document, folio.document)
            yield folio
            self._remember(folio)
            before = folio
        if book and work.year == THIS_YEAR and work.agency.level == PlaceLevel.PROVINCE:
            self._books.enter_without_paper(book, work, next(numbers), before.staff)

    def _document(self, work: YearOfWork, kind: Kind, status: Status, day: date, number: int | None) -> Folio:
        agency, staff = work.agency, self._people.staff[work.agency.unit.pk]
        upper, programme = self._upper(agency, kind), self._carried.programme
        document = Document(
            kind=kind,
            unit=agency.unit,
            programme=programme,
            parent=upper and upper.document,
            period_from=work.year,
            period_to=work.year if upper else programme.period_to,
            orientation_year=None if upper else programme.orientation_year,
            title=title_of(self._rng, kind, agency, work.year),
            addressees=ADDRESSEES if kind == Kind.LETTER else "",
            signature_lines=SIGNS_AS,
            signer=staff.leader.full_name,
            status=status,
            origin=Origin.CARRIED_OVER if work.is_carried_over else Origin.HERE,
            created_at=moment(day, 7),
            updated_at=moment(day, 16),
        )
        if number:
            self._give_number(document, day, number)
        self._rows.add(document)
        self._filed += 1
        tasks = share(self._size.tasks, self._filed - 1, self._size.documents)
        folio = Folio(document, agency, staff, upper, tasks)
        self._cite(folio)
        keep_journal(self._rows, document, staff, day, carried_over=work.is_carried_over)
        if status in SIGNED and not work.is_carried_over:
            keep_signatures(self._rows, document, staff, day)
        return folio

    def _give_number(self, document: Document, day: date, number: int) -> None:
        document.number, document.number_year, document.issued_on = number, day.year, day
        document.symbol, document.seat = document.written_symbol, document.written_seat
        drawn = "".join(self._rng.choices(LETTERS, k=GROUPS * LENGTH))
        document.verification_code = "-".join(drawn[at : at + LENGTH] for at in range(0, len(drawn), LENGTH))

    def _upper(self, agency: Agency, kind: Kind) -> Folio | None:
        """A plan carries out the one above; whatever else an agency writes, its own plan."""
        above = agency.superior if kind in PLANS else agency
        while above and above.unit.pk not in self._in_force:
            above = above.superior
        return self._in_force[above.unit.pk] if above else None

    def _remember(self, folio: Folio) -> None:
        if folio.document.kind in PLANS and folio.document.status == Status.ISSUED:
            self._in_force[folio.agency.unit.pk] = folio
            self._decision = self._decision or folio

    def _cite(self, folio: Folio) -> None:
        """The decision that everybody cites, and the document that is carried out."""
        cited = [act for act in (self._decision, folio.upper) if act]
        for order, act in enumerate(dict.fromkeys(act.document for act in cited), start=1):
            self._rows.add(
                Citation(
                    document=folio.document,
                    order=order,
                    text=f"Căn cứ {full_name(act)}",
                    act_type=act.kind_name,
                    act_number=act.code,
                    act_date=act.issued_on,
                    act_issuer=act.unit.name,
                    cited_document=act,
                )
            )

    def _sent_to(self, folio: Folio) -> list[Recipient]:
        agency = folio.agency
        named = [(str(unit), Purpose.ACT, unit) for unit in folio.workers[:NAMED_ONE_BY_ONE]]
        if agency.superior:
            named.insert(0, (str(agency.superior.unit), Purpose.REPORT, agency.superior.unit))
        named.append((f"Lưu: VT, {agency.drafting.symbol or 'TH'}", Purpose.FILE, None))
        return [
            self._rows.add(
                Recipient(document=folio.document, order=order, text=text, purpose=purpose, unit=unit)
            )
            for order, (text, purpose, unit) in enumerate(named, start=1)
        ]

    def _replace(self, earlier: Document, later: Document) -> None:
        self._rows.add(Relation(later=later, earlier=earlier, kind=RelationKind.REPLACES))


def full_name(document: Document) -> str:
    return (
        f"{document.kind_name} số {document.code} {write_date(document.issued_on)} của {document.unit.name}"
    )
