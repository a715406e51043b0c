"""How work stands, counted: from one side, cut by unit, document, programme or month. Every number is its rows.

A `Cut` says which rows; the same queryset is counted and listed, so that no list is longer or shorter than its number.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db import models
from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import TruncMonth
from django.utils.http import urlencode

from childlabour.core.vietnamese import sort_key
from childlabour.units.access import Someone, viewer
from childlabour.units.models import Unit
from plans.followup.rates import DUE, LEFT_OUT, Tally, TaskBox, with_boxes
from plans.law.belonging import to_document
from plans.models import Assignment, AssignmentRole, Document
from plans.models.task import AssignmentQuerySet
from targets.models import Programme

LONGEST = 18  # figures of a number that a row can have
NONE = "-"  # the key of what has none: no deadline, no programme
SEVERAL = {"due": DUE, "left_out": LEFT_OUT}  # boxes that stand as one number
NAMES_OF_SEVERAL = {"due": "đến hạn", "left_out": "không tính vào tỷ lệ"}


class BoardSide(models.TextChoices):
    GIVEN = "giao", "Đơn vị giao"
    OURS = "nhan", "Đơn vị được giao"
    PARTNER = "phoi-hop", "Đơn vị phối hợp"
    FOLLOWED = "theo-doi", "Tôi theo dõi"


class CutBy(models.TextChoices):
    UNIT = "don-vi", "đơn vị"
    DOCUMENT = "van-ban", "văn bản"
    PROGRAMME = "chuong-trinh", "chương trình"
    MONTH = "thang", "tháng đến hạn"


@dataclass(frozen=True)
class Cut:
    """Which rows: of one side; of one `key` of `by`, or of all (""); of one box, of all that are due or left out, or of
    all ("").
    """

    side: BoardSide = BoardSide.GIVEN
    by: CutBy = CutBy.UNIT
    key: str = ""
    box: str = ""

    @property
    def query(self) -> str:
        said = {"phia": self.side.value, "theo": self.by.value, "cua": self.key, "nhom": self.box}
        return urlencode({name: value for name, value in said.items() if value})

    def at(self, key: str, box: str = "") -> "Cut":
        return replace(self, key=key, box=box)


def cut_from(asked: Mapping[str, str]) -> Cut:
    """What an address says; what it does not say, or says wrongly, is the first of its kind."""
    side, by = asked.get("phia", ""), asked.get("theo", "")
    key, box = asked.get("cua", ""), asked.get("nhom", "")
    return Cut(
        BoardSide(side) if side in BoardSide.values else BoardSide.GIVEN,
        CutBy(by) if by in CutBy.values else CutBy.UNIT,
        key if key == NONE or _number(key) or _month(key) else "",
        box if box in SEVERAL or box in TaskBox.values else "",
    )


def _number(key: str) -> int | None:
    return int(key) if key.isascii() and key.isdecimal() and len(key) <= LONGEST else None


def _month(key: str) -> date | None:
    """The first day of "2026-11"."""
    try:
        return date.fromisoformat(f"{key}-01") if len(key) == len("2026-11") else None
    except ValueError:
        return None


# ── Rows ──────────────────────────────────────────────────────────────────────────────────────────────


def rows_of(cut: Cut, user: Someone, day: date) -> AssignmentQuerySet:
    """The rows of a cut, each with its `box` and `deadline_on`. Work that comes round again counts by its turns."""
    rows = with_boxes(_of_side(cut.side, user).counted(), day)
    if cut.key:
        rows = _of_key(rows, cut.by, cut.key)
    if cut.box in SEVERAL:
        return rows.filter(Q(box__in=SEVERAL[cut.box]))
    return rows.filter(Q(box=cut.box)) if cut.box else rows


def _of_side(side: BoardSide, user: Someone) -> AssignmentQuerySet:
    rows, mine = Assignment.objects.in_force(), viewer(user).seen_unit_ids
    match side:
        case BoardSide.GIVEN:
            return rows.filter(**{to_document(Assignment, "unit_id__in"): mine})
        case BoardSide.OURS:
            return rows.filter(unit_id__in=mine, role=AssignmentRole.LEAD)
        case BoardSide.PARTNER:
            return rows.filter(unit_id__in=mine, role=AssignmentRole.PARTNER)
    return rows.visible_to(user).filter(leader_id=user.pk)


def _of_key(rows: AssignmentQuerySet, by: CutBy, key: str) -> AssignmentQuerySet:
    """Nothing where `key` is none that this cut can have."""
    way = "deadline_on" if by == CutBy.MONTH else WAYS[by]
    if key == NONE:
        return rows.filter(**{f"{way}__isnull": True})
    if by == CutBy.MONTH:
        first = _month(key)
        return (
            rows.filter(Q(deadline_on__year=first.year, deadline_on__month=first.month))
            if first
            else rows.none()
        )
    number = _number(key)
    return rows.filter(**{way: number}) if number is not None else rows.none()


WAYS = {
    CutBy.UNIT: "unit_id",
    CutBy.DOCUMENT: to_document(Assignment, "pk"),
    CutBy.PROGRAMME: to_document(Assignment, "programme_id"),
}

# ── Numbers ───────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class BoardRow:
    """One unit, document, programme or month, and how its work stands."""

    key: str
    name: str
    tally: Tally


@dataclass(frozen=True)
class Board:
    rows: tuple[BoardRow, ...]  # the most that is late first; months in their order
    tally: Tally  # of all


def board_of(cut: Cut, user: Someone, day: date) -> Board:
    """Two queries, however many rows lie behind it."""
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for key, box, how_many in _counted(cut, user, day):
        counts[_key_of(key)][box] = how_many
    names = _names(cut.by, counts)
    rows = [BoardRow(key, names.get(key, NAMELESS[cut.by]), Tally(boxes)) for key, boxes in counts.items()]
    rows.sort(key=_by_month if cut.by == CutBy.MONTH else _by_lateness)
    whole = {box.value: sum(row.tally.of(box) for row in rows) for box in TaskBox}
    return Board(tuple(rows), Tally(whole))


def _counted(cut: Cut, user: Someone, day: date) -> QuerySet[Assignment, tuple[object, str, int]]:
    rows = rows_of(replace(cut, key="", box=""), user, day).order_by()
    group = TruncMonth("deadline_on") if cut.by == CutBy.MONTH else F(WAYS[cut.by])
    return rows.annotate(group=group).values_list("group", "box").annotate(how_many=Count("pk"))


def _key_of(group: object) -> str:
    if group is None:
        return NONE
    return f"{group:%Y-%m}" if isinstance(group, date) else str(group)


NAMELESS = {
    CutBy.UNIT: "",
    CutBy.DOCUMENT: "",
    CutBy.PROGRAMME: "ngoài chương trình",
    CutBy.MONTH: "không thời hạn",
}


def _names(by: CutBy, keys: Iterable[str]) -> dict[str, str]:
    numbers = {number for key in keys if (number := _number(key)) is not None}
    match by:
        case CutBy.UNIT:
            return {str(unit.pk): str(unit) for unit in Unit.objects.filter(pk__in=numbers)}
        case CutBy.DOCUMENT:
            documents = Document.objects.filter(pk__in=numbers).select_related("unit")
            return {str(one.pk): _name_of(one) for one in documents}
        case CutBy.PROGRAMME:
            return {str(one.pk): one.name for one in Programme.objects.filter(pk__in=numbers)}
    return {key: f"tháng {first.month}/{first.year}" for key in keys if (first := _month(key))}


def _name_of(document: Document) -> str:
    return f"{document.kind_name} {document.code or document.period}, {document.unit}"


def _by_lateness(row: BoardRow) -> tuple[int, int, str]:
    return -row.tally.of(TaskBox.LATE), -row.tally.due, sort_key(row.name)


def _by_month(row: BoardRow) -> tuple[bool, str]:
    return row.key == NONE, row.key


def name_of(cut: Cut) -> str:
    """What a list of rows is headed by: "UBND xã Tân Thành: quá hạn, chưa xong". One query at most."""
    boxes = NAMES_OF_SEVERAL | dict(TaskBox.choices) | {"": "tất cả"}
    whose = _names(cut.by, [cut.key]).get(cut.key, NAMELESS[cut.by]) if cut.key else cut.side.label
    return f"{whose}: {boxes[cut.box]}" if whose else boxes[cut.box]
