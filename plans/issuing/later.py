"""What is looked at once a day."""

from childlabour.jobs.chores import daily

from .law_changes import tell_of_ended_law


@daily("ended_law")
def ended_law() -> None:
    tell_of_ended_law()
