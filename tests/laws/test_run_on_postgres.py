"""The second run leaves out what asks no database, and nothing else (`make test-postgres`)."""

from pathlib import Path

from tests.conftest import IN_THEIR_OWN_PROCESS

TESTS = Path(__file__).parents[1]
STARTS_THE_APP = ("DATABASE_URL", "tests.keeping.installation", "tests.upgrading.kept", "database_url(")
OF_THE_RUN_ITSELF = {  # they make the database, or test how a run is made
    "tests/postgres.py",
    "tests/settings.py",
    "tests/mutate.py",
    "tests/laws/test_two_commands.py",
    "tests/laws/test_run_on_postgres.py",
    "tests/attack/__main__.py",
}


def test_whatever_starts_the_app_by_itself_runs_on_both_databases():
    starting = {
        str(path.relative_to(TESTS.parent))
        for path in TESTS.rglob("*.py")
        if any(words in path.read_text() for words in STARTS_THE_APP)
    }
    asked = {path for path in starting if path.startswith(IN_THEIR_OWN_PROCESS)}
    left = starting - asked - OF_THE_RUN_ITSELF
    pure = {path for path in left if "db" not in (TESTS.parent / path).read_text()}
    assert pure == set(), "add its folder to IN_THEIR_OWN_PROCESS in tests/conftest.py"
