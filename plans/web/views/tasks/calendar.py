"""Deadlines for the calendars of telephones: by the officer's key in the header, or for who is logged in, as a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from childlabour.core.clock import now
from childlabour.core.ics import MEDIA_TYPE, written
from childlabour.notices.feed import key_wanted, officer_behind
from childlabour.units.access import viewer
from childlabour.units.models import Unit
from plans.models import Assignment
from plans.pages.task_calendar import entries_of


@require_safe
def calendar(request: HttpRequest, unit_pk: int | None = None) -> HttpResponse:
    """What this officer's units have to do, or one of them. Who has no key is asked for it."""
    officer = request.user if request.user.is_authenticated else officer_behind(request)
    if officer is None:
        return key_wanted()
    given = Assignment.objects.given_to(officer)
    name = f"Nhiệm vụ của {officer}"
    if unit_pk is not None:
        unit = get_object_or_404(Unit, pk=unit_pk, pk__in=viewer(officer).seen_unit_ids)
        given, name = given.filter(unit=unit), f"Nhiệm vụ của {unit}"
    answer = HttpResponse(written(name, entries_of(given), now()), content_type=MEDIA_TYPE)
    answer["Content-Disposition"] = 'inline; filename="nhiem-vu.ics"'
    answer["Cache-Control"] = "private, no-store"
    return answer
