"""The second run leaves out what asks no database, and nothing else (`make test-postgres`)."""

from pathlib import Path

from tests.conftest import IN_THEIR_OWN_PROCESS

TESTS = Path(__file__).parents[1]
STARTS_THE_APP = ("DATABASE_URL", "tests.keeping.installation", "tests.upgrading.kept", "database_url(")
OTHERWISE = {
    # they make the database, or test how a run is made
    "tests/postgres.py",
    "tests/settings.py",
    "tests/mutate.py",
    "tests/attack/__main__.py",
    "tests/fuzz/__main__.py",
    "tests/laws/test_two_commands.py",
    "tests/laws/test_run_on_postgres.py",
    # what they start, they start for tests that ask the database themselves
    "tests/jobs/workers.py",
    "tests/jobs/test_beside_the_server.py",
    "tests/issuing/elsewhere.py",
    # of the sweep and the bench, which have runs of their own
    "tests/bench/country/folder.py",
    "tests/bench/country/test_folder.py",
}


def test_whatever_starts_the_app_by_itself_runs_on_both_databases():
    starting = {
        str(path.relative_to(TESTS.parent))
        for path in TESTS.rglob("*.py")
        if any(words in path.read_text() for words in STARTS_THE_APP)
    }
    left = {path for path in starting if not path.startswith(IN_THEIR_OWN_PROCESS)}
    assert left - OTHERWISE == set(), "add its folder to IN_THEIR_OWN_PROCESS in tests/conftest.py"
