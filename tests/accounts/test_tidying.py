"""Once a day what nobody needs is thrown away, by whichever worker is first."""

import logging
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from childlabour.accounts.guessing import WINDOW
from childlabour.accounts.models import LONGEST, REMEMBERED, FailedLogIn, LogIn
from childlabour.core.clock import now
from childlabour.jobs import chores
from childlabour.jobs.chores import do_due_chores
from childlabour.jobs.models import Chore
from childlabour.jobs.watching import on_watch
from childlabour.units.models import KeptForm
from childlabour.units.models.kept_form import KEPT_FOR

pytestmark = pytest.mark.django_db
MOMENT = timedelta(minutes=1)


def rubbish(officer) -> None:
    """One of each kind that is still needed, and one that is not."""
    for age in (-MOMENT, MOMENT):
        session = SessionStore()
        session.create()
        Session.objects.filter(pk=session.session_key).update(expire_date=now() - age)
        seen = now() - LONGEST - REMEMBERED - age
        LogIn.objects.create(officer=officer, key_hash=str(age), since=seen, last_seen=seen)
        tried = AccessAttempt.objects.create(username=str(age), failures_since_start=1)
        AccessAttempt.objects.filter(pk=tried.pk).update(
            attempt_time=now() - settings.AXES_COOLOFF_TIME - age
        )
        FailedLogIn.objects.create(network="203.0.113.9", failed_at=now() - WINDOW - age)
        KeptForm.objects.create(network="203.0.113.9", kept_at=now() - KEPT_FOR - age, page="/", address="/")


def left() -> list[int]:
    return [model.objects.count() for model in (Session, LogIn, AccessAttempt, FailedLogIn, KeptForm)]


def test_a_worker_that_comes_on_watch_throws_away_what_is_old(lan):
    rubbish(lan)
    with on_watch(lambda: True):
        pass
    assert left() == [1] * 5


def test_it_is_done_once_a_day_whoever_asks(lan):
    do_due_chores()
    rubbish(lan)
    do_due_chores()
    assert left() == [2] * 5
    Chore.objects.update(done_at=now() - timedelta(days=1, minutes=1))
    do_due_chores()
    assert left() == [1] * 5


def test_a_chore_that_fails_is_told_tried_again_and_holds_up_no_other(lan, monkeypatch, caplog):
    def fails():
        KeptForm.objects.all().delete()
        raise RuntimeError("đĩa đầy")

    rubbish(lan)
    monkeypatch.setattr(chores, "CHORES", {"fails": fails} | chores.CHORES)
    with caplog.at_level(logging.ERROR):
        do_due_chores()
    assert "fails will be tried again" in caplog.text
    assert left() == [1] * 5, "what it had done was undone, and the next went on"
    assert Chore.objects.get(name="fails").done_at.year == chores.NEVER.year


def test_two_chores_of_one_name_are_refused():
    with pytest.raises(ValueError, match="tidy_accounts"):
        chores.daily("tidy_accounts")(lambda: None)
