"""The documents of an officer's units: what waits for me, who holds the rest and since when."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.utils.timezone import localtime

from childlabour.core.clock import today
from childlabour.core.vietnamese import short_date
from childlabour.units.access import viewer
from childlabour.units.models import Appointment, Delegation, Officer, Role
from plans.issuing.told import ASKED
from plans.issuing.workflow import waits
from plans.law.roles import hats_towards
from plans.law.seeing import of_own_units
from plans.models import Action, Document, Event, Origin, Status, Submission, Version
from plans.models.document import DocumentQuerySet
from plans.pages.returned import ONWARD, WAYS_BACK

COUNTED_DAYS = 60  # further back a day says more than a number of days
MOST_NAMED = 3
KEEPS = {Role.LEADER: "lãnh đạo", Role.CLERK: "văn thư", Role.DRAFTER: "người soạn"}


def of_the_desk(officer: Officer) -> DocumentQuerySet:
    """Every document of one's own units, those that these took over among them; the keeper's are all."""
    documents = Document.objects.all()
    return documents if viewer(officer).is_keeper else of_own_units(documents, officer)


def waiting_for_me(officer: Officer) -> DocumentQuerySet:
    """What nobody goes on with before this officer does; what came back stands first. No query by itself.

    What was laid before one leader waits for that one and whoever stands in; for every leader of the agency, once
    that one leads no more. What one submitted oneself waits for the others. What has its number waits for the hand of
    its signer, and for the clerk who brings it there.
    """
    last_move = _last(Event.objects.filter(action__in=ONWARD), "-at", "action")
    is_back = Case(
        When(last_move__in=WAYS_BACK, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    mine = of_the_desk(officer).filter(_turn_of(officer)).annotate(last_move=last_move)
    mine = _laid_before(officer, mine)
    return mine.order_by(is_back, "-updated_at", "-pk")


def to_judge(officer: Officer) -> DocumentQuerySet:
    """What waits for this leader's yes or no."""
    return waiting_for_me(officer).filter(status=Status.SUBMITTED, origin=Origin.HERE)


def waiting_for_others(officer: Officer) -> DocumentQuerySet:
    """The rest of what is unfinished; what this officer put forward stands first."""
    rest = of_the_desk(officer).unfinished().exclude(pk__in=waiting_for_me(officer).order_by().values("pk"))
    return rest.annotate(is_own=_was_put_forward_by(officer)).order_by("-is_own", "-updated_at", "-pk")


def put_forward_by(officer: Officer, documents: DocumentQuerySet) -> DocumentQuerySet:
    return documents.filter(_was_put_forward_by(officer))


def _was_put_forward_by(officer: Officer) -> Exists:
    return Exists(Event.objects.filter(document=OuterRef("pk"), officer=officer, action__in=ASKED))


def _turn_of(officer: Officer) -> Q:
    """By the table of steps: the states in which the next step is one of this officer's hats, unit by unit."""
    turns = Q(pk__in=[])
    for origin, state, step in waits():
        who = {Role.CLERK} if state == Status.NUMBERED else step.who
        turn = Q(origin=origin, status=state)
        turns |= turn & _units_where(officer, who)
        if state == Status.NUMBERED:
            turns |= turn & _units_where(officer, step.who) & Q(signer__iexact=str(officer))
    return turns


def _units_where(officer: Officer, who: Collection[str]) -> Q:
    eyes = viewer(officer)
    if eyes.is_keeper:
        return Q() if eyes.roles & set(who) else Q(pk__in=[])
    return Q(unit__in=[unit for unit in eyes.seen_unit_ids if hats_towards(officer, unit) & set(who)])


def _laid_before(officer: Officer, documents: DocumentQuerySet) -> DocumentQuerySet:
    there = Appointment.objects.valid_on(today()).filter(
        unit=OuterRef("unit"), is_leader=True, officer__is_active=True
    )
    standing_in = Delegation.objects.in_force(today()).filter(stand_in=officer, unit=OuterRef("unit"))
    submitted = Event.objects.filter(action=Action.SUBMIT)
    asked = documents.annotate(
        chosen=_last(Submission.objects.all(), "-pk", "leader"), submitter=_last(submitted, "-at", "officer")
    )
    chosen_leads = Exists(there.filter(officer=OuterRef("chosen")))
    for_another = (
        Q(chosen__isnull=False)
        & ~Q(chosen=officer.pk)
        & Q(chosen_leads)
        & ~Q(Exists(standing_in.filter(leader=OuterRef("chosen"))))
    )
    own = Q(submitter=officer.pk) & Q(Exists(there.exclude(officer=officer.pk)))
    before_a_leader = Q(status=Status.SUBMITTED, origin=Origin.HERE)
    return asked.exclude(before_a_leader & (for_another | own))


def _last(rows: QuerySet[Any], order: str, column: str) -> Subquery:
    return Subquery(rows.filter(document=OuterRef("pk")).order_by(order, "-pk").values(column)[:1])


# --- Where a document lies ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Whereabouts:
    """Who holds an unfinished document, since when, and how it came there."""

    holders: tuple[str, ...]
    nobody: str  # what is said where no one could go on with it
    since: datetime
    came: str  # "Hoàng Thị Lan trình"; "" of a new draft
    note: str  # what was said to the leader

    @property
    def words(self) -> str:
        """ "Ở chỗ Nông Thị Hoa từ 3 ngày trước"."""
        if not self.holders:
            return self.nobody
        named = ", ".join(self.holders[:MOST_NAMED]) + (" …" if len(self.holders) > MOST_NAMED else "")
        return f"Ở chỗ {named} từ {ago(self.since)}"

    @property
    def why(self) -> str:
        """ "Hoàng Thị Lan trình hôm qua"."""
        return f"{self.came} {ago(self.since)}" if self.came else ""


def ago(at: datetime) -> str:
    """ "hôm nay", "hôm qua", "3 ngày trước", "28/9/2026"."""
    day = localtime(at).date()
    passed = (today() - day).days
    if passed <= 1:
        return "hôm nay" if passed <= 0 else "hôm qua"
    return f"{passed} ngày trước" if passed <= COUNTED_DAYS else short_date(day)


def whereabouts_of(documents: Iterable[Document]) -> dict[int, Whereabouts]:
    """By the id of each unfinished document. Five queries however many."""
    rows = [document for document in documents if document.status in _UNFINISHED]
    if not rows:
        return {}
    pks = [document.pk for document in rows]
    moves = Event.objects.filter(document__in=pks).exclude(status_before=F("status_after"))
    moved = {move.document_id: move for move in moves.order_by("at", "pk").defer("exception", "later_rows")}
    laid = {
        submission.document_id: submission
        for submission in Submission.objects.filter(document__in=pks).order_by("pk").defer("paper")
    }
    writers = dict(
        Version.objects.filter(document__in=pks).order_by("pk").values_list("document", "officer_name")
    )
    people = _People({document.unit_id for document in rows})
    return {
        document.pk: _whereabouts(
            document, moved.get(document.pk), laid.get(document.pk), writers.get(document.pk, ""), people
        )
        for document in rows
    }


_STEPS = {(origin, state): step for origin, state, step in waits()}
_UNFINISHED = {state for _, state in _STEPS}


def _whereabouts(
    document: Document, move: Event | None, laid: Submission | None, writer: str, people: "_People"
) -> Whereabouts:
    step = _STEPS[document.origin, document.status]  # type: ignore[index] # members of both are texts
    roles = [role for role in KEEPS if role in step.who]
    nobody = f"{document.unit} chưa có {' hoặc '.join(KEEPS[role] for role in roles)}: báo người quản trị hệ thống."
    if document.status == Status.DRAFT:
        names = [writer] if writer else []
        nobody = "Đang soạn"
    elif document.status == Status.NUMBERED:
        names = [document.signer] if document.signer else []
    else:
        chosen = laid.leader_id if laid and Role.LEADER in roles else None
        names = people.named(document.unit_id, roles, chosen)
    is_laid = document.status == Status.SUBMITTED and laid is not None
    return Whereabouts(
        tuple(names),
        nobody,
        move.at if move else document.created_at,
        f"{_who(move)} {move.action_name}" if move else "",
        laid.note if is_laid and laid else "",
    )


def _who(move: Event) -> str:
    return f"{move.officer_name} (thay {move.in_place_of})" if move.in_place_of else move.officer_name


class _People:
    """Who serves in these units today, and who stands in for whom. Two queries."""

    def __init__(self, units: Collection[int]):
        self.serving: dict[tuple[int, Role], dict[int, str]] = {}
        serving = Appointment.objects.valid_on(today()).filter(unit__in=units, officer__is_active=True)
        for appointment in serving.select_related("officer"):
            for role in appointment.roles:
                there = self.serving.setdefault((appointment.unit_id, role), {})
                there[appointment.officer_id] = str(appointment.officer)
        away = Delegation.objects.in_force(today()).filter(unit__in=units)
        self.away = {
            (one.unit_id, one.leader_id): one for one in away.select_related("stand_in").order_by("pk")
        }

    def named(self, unit: int, roles: Iterable[Role], chosen: int | None) -> list[str]:
        """The one that was chosen, while that one leads there; else everyone in these roles."""
        there = {pk: name for role in roles for pk, name in self.serving.get((unit, role), {}).items()}
        if chosen in there:
            there = {chosen: there[chosen]}
        return [self._with_stand_in(unit, pk, name) for pk, name in there.items()]

    def _with_stand_in(self, unit: int, pk: int, name: str) -> str:
        delegation = self.away.get((unit, pk))
        return f"{name} ({is_away(delegation)})" if delegation else name


def is_away(delegation: Delegation) -> str:
    """ "nghỉ đến hết 30/11/2026, Vi Văn Hùng thay"."""
    return f"nghỉ đến hết {short_date(delegation.last_day)}, {delegation.stand_in} thay"


def issued_by_month(documents: DocumentQuerySet, year: int) -> list[tuple[int, int, bool]]:
    """(month, how many were issued, is it this month) for the twelve months of the year. One query."""
    days = documents.filter(issued_on__range=(date(year, 1, 1), date(year, 12, 31))).order_by()
    counts = dict(days.values_list("issued_on__month").annotate(many=Count("pk")))
    now = (today().year, today().month)
    return [(month, counts.get(month, 0), (year, month) == now) for month in range(1, 13)]
