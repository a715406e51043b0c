"""What is thrown away once a day."""

from axes.models import AccessAttempt, AccessLog
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore

from childlabour.core.clock import now
from childlabour.jobs.chores import daily
from childlabour.units.models import KeptForm, SentForm

from .guessing import WINDOW
from .models import LONGEST, REMEMBERED, FailedLogIn, LogIn


@daily("tidy_accounts")
def tidy_accounts() -> None:
    """Lapsed sessions, log-ins that nobody asks after any more, forms that nobody came back for,
    and which forms were sent long ago."""
    SessionStore.clear_expired()
    LogIn.objects.filter(last_seen__lt=now() - LONGEST - REMEMBERED).delete()
    AccessLog.objects.filter(attempt_time__lt=now() - REMEMBERED).delete()  # from before the list was ours
    AccessAttempt.objects.filter(attempt_time__lt=now() - settings.AXES_COOLOFF_TIME).delete()
    FailedLogIn.objects.filter(failed_at__lt=now() - WINDOW).delete()
    KeptForm.objects.stale().delete()
    SentForm.objects.stale().delete()
