"""Sixteen clerks at their browsers, and web workers that are killed under their hands: no number is lost or doubled."""

import http.client
import os
import random
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.urls import reverse

from childlabour.core.clock import today
from childlabour.core.vietnamese import short_date
from childlabour.units.models import Officer
from plans.issuing.freezing import signing_copy_of
from plans.models import Action, Document, Event, RegisterEntry, Status
from tests.cast import a_plan, an_officer
from tests.jobs.test_beside_the_server import Server

pytestmark = [pytest.mark.sweep, pytest.mark.django_db(transaction=True), pytest.mark.timeout(900)]

CLERKS, NUMBERS, KILLS = 16, 200, 30
TOKEN = "a" * 32  # of the browser's own making: cookie and form say the same
PATIENCE = 60  # seconds for one answer


@pytest.fixture
def server(tmp_path) -> Iterator[Server]:
    server = Server(tmp_path, WEB_CONCURRENCY="4", JOBS_HERE="off", SECRET_KEY=settings.SECRET_KEY)
    yield server
    server.destroy()


def test_sixteen_clerks_number_two_hundred_papers_while_workers_are_killed(office, server):
    waiting = [a_plan(office=office, title=f"Kế hoạch {n}", targets=1, tasks=1).pk for n in range(NUMBERS)]
    Document.objects.filter(pk__in=waiting).update(status=Status.APPROVED)
    clerks = [
        Clerk(server.port, logged_in(an_officer(f"vt{n}", f"Văn thư {n}", office.committee, is_clerk=True)))
        for n in range(CLERKS)
    ]
    threads = [
        threading.Thread(target=clerk.numbers, args=(waiting[n::CLERKS],)) for n, clerk in enumerate(clerks)
    ]
    for thread in threads:
        thread.start()
    for kill in range(1, KILLS + 1):
        until_so_many_are_given(NUMBERS * kill // (KILLS + 1), threads)
        os.kill(random.Random(kill).choice(web_workers(server)), signal.SIGKILL)
    for thread in threads:
        thread.join()

    assert [answer for clerk in clerks for answer in clerk.faults] == []
    assert sum(clerk.cut_off for clerk in clerks) > 0, "nobody noticed a thing: the workers died idle"
    every = list(range(1, NUMBERS + 1))
    assert list(RegisterEntry.objects.order_by("number").values_list("number", flat=True)) == every
    numbered = Document.objects.filter(pk__in=waiting)
    assert sorted(numbered.values_list("number", flat=True)) == every
    assert set(numbered.values_list("status", flat=True)) == {Status.NUMBERED}
    assert Event.objects.filter(document__in=waiting, action=Action.NUMBER).count() == NUMBERS
    for document in numbered:
        copy = signing_copy_of(document)
        assert copy and copy.pdf and copy.sha256


# ── The clerks ───────────────────────────────────────────────────────────────────────────────────


@dataclass
class Clerk:
    port: int
    session: str
    cut_off: int = 0
    faults: list[str] = field(default_factory=list)

    def numbers(self, papers: list[int]) -> None:
        for paper in papers:
            while not self.gives_number(paper):
                time.sleep(0.2)

    def gives_number(self, paper: int) -> bool:
        """As a person would: pressed again when the page did not come, until the paper has its number."""
        try:
            status, page = self.sends(reverse("issuing:act", args=[paper, "number"]))
        except (OSError, http.client.HTTPException):
            self.cut_off += 1
            return False
        if status == 302 or "đã cấp số" in page:
            return True
        self.faults.append(f"{status}: {page[:2000]}")
        return True

    def sends(self, address: str) -> tuple[int, str]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            line.request(
                "POST",
                address,
                urlencode({"day": short_date(today()), "csrfmiddlewaretoken": TOKEN}),
                {
                    "Content-Type": "application/x-www-form-urlencoded",
                    "Cookie": f"{settings.SESSION_COOKIE_NAME}={self.session}; {settings.CSRF_COOKIE_NAME}={TOKEN}",
                },
            )
            answer = line.getresponse()
            return answer.status, answer.read().decode()
        finally:
            line.close()


def logged_in(officer: Officer) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(officer.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = officer.get_session_auth_hash()
    session.create()
    return session.session_key


# ── The workers ──────────────────────────────────────────────────────────────────────────────────


def until_so_many_are_given(count: int, threads: list[threading.Thread]) -> None:
    while RegisterEntry.objects.count() < count:
        assert any(thread.is_alive() for thread in threads), "all of them left before"
        time.sleep(0.02)


def web_workers(server: Server) -> list[int]:
    """The children of gunicorn's master."""
    return [number for number in server.group() if parent_of(number) == server.process.pid]


def parent_of(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0
