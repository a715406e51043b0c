"""What is looked at once a day."""

from childlabour.core.clock import today
from childlabour.jobs.chores import daily

from .recurring import make_turns
from .reminding import remind_by_days


@daily("turns_of_tasks")
def turns_of_tasks() -> None:
    make_turns(today())


@daily("reminders_of_tasks")
def reminders_of_tasks() -> None:
    remind_by_days(today())
