"""What is thrown away once a day."""

from django.contrib.sessions.backends.db import SessionStore

from childlabour.core.clock import now
from childlabour.jobs.chores import daily
from childlabour.units.models import KeptForm

from .guessing import WINDOW
from .models import LONGEST, REMEMBERED, FailedLogIn, LogIn


@daily("tidy_accounts")
def tidy_accounts() -> None:
    """Lapsed sessions, log-ins that nobody asks after any more, forms that nobody came back for."""
    SessionStore.clear_expired()
    LogIn.objects.filter(last_seen__lt=now() - LONGEST - REMEMBERED).delete()
    FailedLogIn.objects.filter(failed_at__lt=now() - WINDOW).delete()
    KeptForm.objects.stale().delete()
