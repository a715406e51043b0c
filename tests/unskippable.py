"""Nothing is skipped silently: a test that did not run fails, with the reason that it gave."""

import pytest

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
        "or name it in MAY_BE_SKIPPED (tests/unskippable.py) with its reason."
    )
