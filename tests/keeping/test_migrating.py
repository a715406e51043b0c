"""A migration that ends half-way, however it ends: what was issued stays locked."""

import sqlite3
import subprocess

import psycopg2
import pytest

from tests.keeping.installation import Installation, take_locks_off_issues
from tests.keeping.repository import Server
from tests.keeping.test_upgrade import ADD_A_COLUMN, BREAK

REFUSED = (sqlite3.IntegrityError, psycopg2.IntegrityError)
ENDS = {
    "a fault": BREAK,
    "Ctrl-C": "migrations.RunPython(lambda apps, editor: os.kill(os.getpid(), signal.SIGINT))",
    "SIGTERM": "migrations.RunPython(lambda apps, editor: os.kill(os.getpid(), signal.SIGTERM))",
    "a name that the code does not know yet": "migrations.RenameModel('answer', 'reply'), " + BREAK,
}


def migrate(server: Server, *operations: str) -> subprocess.CompletedProcess:
    new = server.repository.commit(server.repository.migrations(*operations))
    server.repository.git("checkout", "--quiet", new)
    return server.installation.manage("migrate", "--verbosity", "0")


def is_locked(installation: Installation, change: str) -> bool:
    try:
        installation.ask(change)
    except REFUSED as refusal:
        return "không sửa được nội dung" in str(refusal)
    return False


@pytest.mark.parametrize("end", ENDS)
def test_the_locks_are_on_again_over_the_tables_as_they_are_then(server, end):
    done = migrate(server, ADD_A_COLUMN, ENDS[end])
    assert done.returncode not in (0, -9)
    office = server.installation
    assert is_locked(office, "UPDATE plans_block SET marker = '9.' WHERE document_id = 1")
    assert is_locked(office, "UPDATE plans_block SET note = 'Khác' WHERE document_id = 1"), (
        "a column too many"
    )
    assert is_locked(office, "DELETE FROM plans_issue")
    assert is_locked(office, "UPDATE plans_document SET status = 'draft' WHERE id = 1")
    assert not is_locked(office, "UPDATE plans_block SET marker = '9.' WHERE document_id = 2"), "a draft"


def test_what_half_way_has_no_trigger_of_ours_keeps_the_one_that_it_had(server):
    """The code already calls the table otherwise, and the migration that would do so has not come to it."""
    words = (server.installation.home / "plans" / "models" / "block.py").read_text()
    called, anew = 'db_table = "plans_block"', 'db_table = "plans_text"'
    assert called in words
    changed = {"plans/models/block.py": words.replace(called, anew)}
    rename = "migrations.AlterModelTable('storedblock', 'plans_text')"
    new = server.repository.commit(changed | server.repository.migrations(BREAK, rename))
    server.repository.git("checkout", "--quiet", new)
    assert server.installation.manage("migrate", "--verbosity", "0").returncode == 1
    assert is_locked(server.installation, "UPDATE plans_block SET marker = '9.' WHERE document_id = 1")
    assert is_locked(server.installation, "UPDATE plans_citation SET text = 'Khác' WHERE document_id = 1")


def test_a_service_whose_locks_are_off_does_not_start(installation):
    """As after a migration that was killed: nothing else notices before somebody changes a paper."""
    take_locks_off_issues(installation)
    start = installation.run("-c", "import childlabour.wsgi", DEBUG="on")
    assert start.returncode == 1
    assert start.stderr == (
        "Cannot start. The locks on issued papers are off (plans_frozen_plans_issue_delete). "
        "Mend: manage.py migrate\n"
    )
    installation.did("migrate", "--verbosity", "0")
    assert installation.run("-c", "import childlabour.wsgi", DEBUG="on").returncode == 0
