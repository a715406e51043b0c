"""What holds for every test: nothing is skipped silently, the office is known, files go to a place of their own."""

import gc

import pytest
from django.db import connection

from plans.issuing import triggers
from plans.models import Answer, AnswerFile, Issue, TakeDown

pytest_plugins = ["tests.unskippable", "tests.cast", "tests.sample_papers", "tests.units.reform"]


ASKS_THE_DATABASE = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}
# These start the app in a process of its own, on the database that the run was given.
IN_THEIR_OWN_PROCESS = (
    "tests/keeping/",
    "tests/upgrading/",
    "tests/commands/",
    "tests/core/",
    "tests/targets/",
)


def pytest_addoption(parser):
    parser.addoption(
        "--of-the-database",
        action="store_true",
        help="only tests that ask a database: the others say the same whichever it is, and were run on SQLite",
    )


def pytest_collection_modifyitems(config, items):
    if config.getoption("--of-the-database"):
        pure = [item for item in items if not _asks_the_database(item)]
        config.hook.pytest_deselected(items=pure)
        items[:] = [item for item in items if _asks_the_database(item)]


def pytest_collection_finish():
    """What was imported and collected never becomes garbage; looking at it again and again took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 10)  # 170 MB more a process than with Python's own


def _asks_the_database(item) -> bool:
    return bool(
        item.get_closest_marker("django_db")
        or ASKS_THE_DATABASE & set(item.fixturenames)
        or item.nodeid.startswith(IN_THEIR_OWN_PROCESS)
    )


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.SERVED_DIR = tmp_path / "served"


COMMITTING = {"transactional_db", "live_server", "page"}


@pytest.fixture(autouse=True)
def _issued_papers_can_be_swept_away(request):
    """A test that commits ends in a flush, which the triggers of papers and answers would refuse."""
    marker = request.node.get_closest_marker("django_db")
    commits = COMMITTING & set(request.fixturenames) or (marker and marker.kwargs.get("transaction"))
    if commits:
        request.getfixturevalue("transactional_db")
    yield
    if commits:
        triggers.lift(connection)
        for model in (Issue, TakeDown, AnswerFile, Answer):
            model.objects.all().delete()
        triggers.lay(connection)
