"""Boards of work: how it stands from one side, and behind every number its rows: as a list, a spreadsheet, a print."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Case, F, Prefetch, When
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from childlabour.core import spreadsheet
from childlabour.core.clock import today
from childlabour.core.paging import page_of
from childlabour.core.vietnamese import short_date, sort_key
from childlabour.units.gate import OfficersRequest, officers_only
from plans.drafting.urging import why_no_letter
from plans.followup.rates import LEFT_OUT, TaskBox, box_of
from plans.law.belonging import document_of, to_document
from plans.models import Assignment, TaskReminder, without_words
from plans.models.task import AssignmentQuerySet
from plans.pages.board_chart import chart_of
from plans.pages.boards import BoardSide, Cut, CutBy, board_of, cut_from, name_of, rows_of

A_PAGE = 50
MOST_UNITS = 100  # rows of a board on one page
MOST_PRINTED = 300  # late tasks listed in a printed report
MOST_IN_A_BOOK = 20_000  # rows of a spreadsheet


@require_safe
@officers_only
def board(request: OfficersRequest) -> HttpResponse:
    """How work stands, cut in one way. Two queries beside those of who is in."""
    cut = cut_from(request.GET)
    return render(request, "tasks/board.html", _told(request, cut))


@require_safe
@officers_only
def report(request: OfficersRequest) -> HttpResponse:
    """The same to be printed and laid before somebody, with the late ones by name. Four queries."""
    cut = cut_from(request.GET)
    late = _as_read(rows_of(cut.at("", TaskBox.LATE), request.user, today()))
    latest = late.order_by(F("deadline_on"), "pk")[:MOST_PRINTED]
    by_unit = sorted(latest, key=lambda row: sort_key(str(row.unit)))  # the latest of each first
    told = {"late": by_unit, "most": MOST_PRINTED}
    return render(request, "tasks/report.html", _told(request, cut) | told)


def _told(request: OfficersRequest, cut: Cut) -> dict[str, Any]:
    found = board_of(cut, request.user, today())
    return {
        "nav": "tasks",
        "cut": cut,
        "day": today(),
        "sides": BoardSide,
        "ways": CutBy,
        "board": found,
        "rows": found.rows[:MOST_UNITS],
        "more": max(len(found.rows) - MOST_UNITS, 0),
        "chart": chart_of(found),
        "left_out": [(box, found.tally.of(box)) for box in LEFT_OUT if found.tally.of(box)],
    }


@require_safe
@officers_only
def rows(request: OfficersRequest) -> HttpResponse:
    """The rows of one number, page by page; whoever gave them reminds of them from here. Five queries."""
    cut = cut_from(request.GET)
    last_first = Prefetch("reminders", TaskReminder.objects.order_by("-at", "-pk"))
    found = _as_read(rows_of(cut, request.user, today())).prefetch_related(last_first)
    page = page_of(found, request, A_PAGE)
    urges = cut.side == BoardSide.GIVEN
    context = {
        "nav": "tasks",
        "cut": cut,
        "heading": name_of(cut),
        "page": page,
        "urges": urges,
        "no_letter": why_no_letter(request.user, page.object_list) if urges else (),
        "most_in_a_book": MOST_IN_A_BOOK,
    }
    return render(request, "tasks/rows.html", context)


def _as_read(rows: AssignmentQuerySet) -> AssignmentQuerySet:
    """With all that a line prints: what is late first, then by unit, its nearest deadline first."""
    late_first = Case(When(box=TaskBox.LATE, then=0), default=1)
    ordered = rows.order_by(late_first, "unit__search_key", F("deadline_on").asc(nulls_last=True), "pk")
    return without_words(ordered.select_related(to_document(Assignment, "unit"), "unit"))


COLUMNS = (
    ("TT", 6),
    ("Nhiệm vụ", 60),
    ("Đơn vị", 32),
    ("Vai trò", 12),
    ("Theo văn bản", 22),
    ("Cơ quan giao", 32),
    ("Ngày giao", 12),
    ("Hạn ban đầu", 12),
    ("Hạn hiện nay", 12),
    ("Ngày báo cáo", 12),
    ("Ngày chấp nhận", 12),
    ("Tình trạng", 22),
    ("Xếp vào", 26),
)


@require_safe
@officers_only
def book(request: OfficersRequest) -> HttpResponse:
    """The rows of one number as a spreadsheet."""
    cut = cut_from(request.GET)
    found = _as_read(rows_of(cut, request.user, today()))[:MOST_IN_A_BOOK]
    heading = [name_of(cut), f"Tính đến ngày {short_date(today())}"]
    answer = HttpResponse(
        spreadsheet.written("Nhiệm vụ", heading, COLUMNS, _lines(found)), content_type=spreadsheet.MEDIA_TYPE
    )
    answer["Content-Disposition"] = content_disposition_header(True, "nhiem-vu.xlsx")
    answer["Cache-Control"] = "private, no-store"
    return answer


def _lines(found: AssignmentQuerySet) -> Iterator[tuple[spreadsheet.Value, ...]]:
    for place, row in enumerate(found.iterator(), start=1):
        document = document_of(row)
        yield (
            place,
            str(row.task),
            str(row.unit),
            row.get_role_display(),
            f"{document.kind_name} {document.code}",
            str(document.unit),
            row.given_on,
            row.original_due,
            row.deadline,
            row.answered_on,
            row.accepted_on,
            row.get_state_display(),
            box_of(row, today()).label,
        )
