"""What holds for every test: nothing is skipped silently, files go to a place of their own."""

import pytest
from django.db import connection

from plans.issuing import triggers

pytest_plugins = ["tests.cast"]

# Node id → why it cannot run everywhere. Whatever else is skipped fails, with the reason that it gave.
MAY_BE_SKIPPED: dict[str, str] = {}


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item):
    outcome = yield
    report = outcome.get_result()
    if report.skipped and not hasattr(report, "wasxfail") and item.nodeid not in MAY_BE_SKIPPED:
        _refuse_to_skip(report)


@pytest.hookimpl(hookwrapper=True)
def pytest_make_collect_report(collector):
    outcome = yield
    report = outcome.get_result()
    if report.skipped and collector.nodeid not in MAY_BE_SKIPPED:
        _refuse_to_skip(report)


def _refuse_to_skip(report) -> None:
    where, line, reason = report.longrepr
    report.outcome = "failed"
    report.longrepr = (
        f"{where}:{line}: {reason}\n"
        "A test that does not run proves nothing. Install what it lacks (make test does), "
        "or name it in MAY_BE_SKIPPED (tests/conftest.py) with its reason."
    )


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


COMMITTING = {"transactional_db", "live_server", "page"}


@pytest.fixture(autouse=True)
def _issued_papers_can_be_swept_away(request):
    """A test that commits ends in a flush, which the triggers would refuse; the flush lays them anew."""
    marker = request.node.get_closest_marker("django_db")
    commits = COMMITTING & set(request.fixturenames) or (marker and marker.kwargs.get("transaction"))
    if commits:
        request.getfixturevalue("transactional_db")
    yield
    if commits:
        triggers.lift(connection)
