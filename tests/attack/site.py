"""The copy: a database of its own, the office of the tests in it, and the server that people would meet."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from childlabour.keeping.restoring import restore
from childlabour.units.models import Officer
from tests.attack.browser import HERE, Answer, Browser
from tests.attack.papers import Papers, papers_of
from tests.cast import PASSWORD, Office, an_office, an_officer, with_password
from tests.laws.imports import HOUSE

SERVE = ("-m", "gunicorn", "-c", "python:childlabour.server", "childlabour.wsgi")
PATIENCE = 120  # seconds for the server to come up
SECOND_CLERK = ("thu.hai", "Lê Thị Hai")


@dataclass
class Site:
    port: int
    office: Office
    papers: Papers
    second_clerk: Officer
    log: Path
    _inside: dict[str, Browser] = field(default_factory=dict)

    def stranger(self, source: str = HERE) -> Browser:
        return Browser(self.port, source)

    def officer(self, officer: Officer) -> Browser:
        """A browser in which this officer is in; the same one each time."""
        if officer.username not in self._inside:
            self._inside[officer.username], answer = self.comes_in(officer)
            assert answer.status == 302, f"{officer.username} did not get in: {answer.status}"
        return self._inside[officer.username]

    def comes_in_anew(self, officer: Officer) -> Browser:
        """With the usual password, whatever it was changed to meanwhile."""
        with_password(officer)
        return self.comes_in(officer)[0]

    def comes_in(
        self, officer: Officer, password: str = PASSWORD, source: str = HERE
    ) -> tuple[Browser, Answer]:
        browser = Browser(self.port, source)
        return browser, browser.post("/dang-nhap/", {"username": officer.username, "password": password})


@contextmanager
def served_copy(backup: Path | None) -> Iterator[Site]:
    """Ends with the server gone; whoever made this group of processes sees to it where this one cannot."""
    _fill(backup)
    office = an_office()
    second_clerk = an_officer(*SECOND_CLERK, office.committee, is_clerk=True)
    for officer in (*office.officers, second_clerk):
        with_password(officer)
    port, log = _free_port(), Path(settings.STATE_DIR) / "server.log"
    site = Site(port, office, papers_of(office), second_clerk, log)
    with log.open("wb") as lines:
        server = subprocess.Popen(
            [sys.executable, *SERVE],
            cwd=HOUSE,
            env=os.environ | {"PORT": str(port)},
            stdout=lines,
            stderr=lines,
        )
        try:
            _wait_for(port, server, log)
            yield site
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()


def _fill(backup: Path | None) -> None:
    call_command("migrate", verbosity=0)
    if backup:
        restore(backup, replace=True)
        call_command("migrate", verbosity=0)
    else:
        for command in ("load_catalogue", "load_samples"):
            call_command(command, stdout=StringIO())
    call_command("collectstatic", interactive=False, verbosity=0)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind((HERE, 0))
        return free.getsockname()[1]


def _wait_for(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    ends_at = time.monotonic() + PATIENCE
    while time.monotonic() < ends_at and server.poll() is None:
        try:
            if Browser(port).get("/").status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"The copy did not start:\n{log.read_text(errors='replace')}")
