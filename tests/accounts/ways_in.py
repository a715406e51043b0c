"""Coming in as people do, through the page."""

from datetime import timedelta

from django.test import Client

from childlabour.accounts.models import LogIn
from childlabour.core.clock import now
from childlabour.units.models import Officer
from tests.cast import PASSWORD, with_password

LOG_IN, CODE, ACCOUNT, PASSWORD_PAGE, DESK = (
    "/dang-nhap/",
    "/dang-nhap/ma/",
    "/tai-khoan/",
    "/tai-khoan/mat-khau/",
    "/ban-lam-viec/",
)
ENGINE = "AppleWebKit/537.36 (KHTML, like Gecko)"
WINDOWS = f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {ENGINE} Chrome/141.0 Safari/537.36"
TELEPHONE = f"Mozilla/5.0 (Linux; Android 15) {ENGINE} SamsungBrowser/28.0 Chrome/130.0"


def shown_password(
    officer: Officer, password: str = PASSWORD, agent: str = WINDOWS, **said
) -> tuple[Client, object]:
    """A browser, and what it was answered after the first page."""
    browser = Client(headers={"user-agent": agent})
    answer = browser.post(LOG_IN, {"username": officer.username, "password": password, **said})
    return browser, answer


def in_a_browser(officer: Officer, agent: str = WINDOWS) -> Client:
    """A browser in which the officer has come in."""
    if not officer.password:
        with_password(officer)
    browser, answer = shown_password(officer, agent=agent)
    assert answer.status_code == 302, answer.content.decode()
    return browser


def time_passes(officer: Officer, **since: float) -> None:
    """As if the officer had come in, and was last seen, so much earlier."""
    for log_in in LogIn.objects.of(officer):
        earlier = timedelta(**since)
        LogIn.objects.filter(pk=log_in.pk).update(
            since=log_in.since - earlier, last_seen=log_in.last_seen - earlier
        )


def is_in(browser: Client) -> bool:
    return browser.get(DESK).status_code == 200


def unseen_for(officer: Officer, **since: float) -> None:
    """Came in today, and was last seen so long ago."""
    LogIn.objects.of(officer).update(since=now() - timedelta(hours=8), last_seen=now() - timedelta(**since))
