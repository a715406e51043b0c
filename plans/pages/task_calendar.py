"""Deadlines of tasks for the calendar on somebody's own telephone."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from django.conf import settings
from django.db.models import F, Q
from django.urls import reverse

from childlabour.core.clock import today
from childlabour.core.ics import DayEntry
from plans.law.belonging import document_of, to_document
from plans.models import UNANSWERED, Assignment, without_words
from plans.models.task import AssignmentQuerySet

LOOKS_BACK = timedelta(days=365)  # what is open for longer is no matter for a calendar
MOST = 500


def entries_of(given: AssignmentQuerySet) -> list[DayEntry]:
    """The open ones that have a deadline, the latest first where there are very many. One query."""
    open_ones = (
        without_words(given.counted().with_deadline().select_related(to_document(Assignment, "unit"), "unit"))
        .filter(Q(deadline_on__gte=today() - LOOKS_BACK), state__in=UNANSWERED)
        .order_by(F("deadline_on").desc(), "-pk")[:MOST]
    )
    return list(_entries(open_ones))


def _entries(given: Iterable[Assignment]) -> Iterator[DayEntry]:
    for one in given:
        if one.deadline_on is None:
            continue
        document = document_of(one)
        address = f"{settings.SITE_ADDRESS}{reverse('tasks:assignment', args=[one.pk])}"
        yield DayEntry(
            uid=f"nhiem-vu-{one.pk}@{settings.SITE_ADDRESS.partition('//')[2]}",
            day=one.deadline_on,
            summary=f"Hạn: {one.task}",
            description=f"{one.unit} {one.get_role_display()}, {one.get_state_display()}.\n"
            f"Theo văn bản {document.code} của {document.unit}.\n{address}",
            address=address,
        )
