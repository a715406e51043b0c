"""What must hold before the service starts, beside what the settings ask: the locks on issued papers, and quiet."""

from django.db import connection

from childlabour.core import checks
from childlabour.core.serving import begin_to_serve
from plans.issuing import triggers


def reasons_not_to_start() -> list[str]:
    """Each a sentence with the way to mend it. None: this process serves, and no restore begins while it lives."""
    if not begin_to_serve():
        return ["A backup is being put back or the code upgraded. Mend: wait for its end."]
    return checks.reasons_not_to_serve() or _locks_that_are_off()


def _locks_that_are_off() -> list[str]:
    """So they are after a migration that was killed: nothing else notices before somebody changes a paper."""
    try:
        off = triggers.missing(connection)
    finally:
        connection.close()  # a worker must not inherit it
    return [f"The locks on issued papers are off ({off[0]}). Mend: manage.py migrate"] if off else []
