"""One reminder of a task of the sample plan of Hữu Lũng: invented, and said so where its sender stands."""

from datetime import date, datetime, time

from django.utils.timezone import make_aware

from plans.law.belonging import rows_of
from plans.models import Assignment, ReminderWay, TaskReminder

from .dealings import END_OF_YEAR, INVENTED, OF_THE_DISTRICT, WAITING
from .filing import Rows
from .huu_lung_192 import PLAN_192

ON = date(2023, 12, 24)  # a week before its day, five days before it was answered


def file_reminder(rows: Rows) -> int:
    """How many were written: one, or none where the unit was given nothing or it stands already."""
    given = rows_of(Assignment, rows[PLAN_192]).filter(unit=rows[WAITING].pk).order_by("pk").first()
    if given is None:
        return 0
    said = {
        "at": make_aware(datetime.combine(ON, time(9))),
        "way": ReminderWay.BY_HAND,
        "due_on": END_OF_YEAR,
        "officer_name": f"{OF_THE_DISTRICT} {INVENTED}",
    }
    return int(TaskReminder.objects.get_or_create(assignment=given, day=ON, defaults=said)[1])
