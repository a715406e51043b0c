"""To a new version: everything goes over, or code and data are what they were."""

import shutil
import signal
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.keeping.installation import in_use, served, take_locks_off_issues
from tests.keeping.repository import Server

ADD_A_COLUMN = "migrations.AddField('storedblock', 'note', models.TextField(default=''))"
BREAK = "migrations.RunPython(lambda apps, editor: 1 / 0)"
FORGE = "migrations.RunSQL(\"UPDATE plans_issue SET number = '99' WHERE id = 1\")"
WAIT = (
    "migrations.RunPython(lambda apps, editor: "
    "((pathlib.Path(settings.STATE_DIR) / 'waiting').touch(), time.sleep(600)))"
)


def upgrade(server: Server, to: str, **environment: str) -> subprocess.CompletedProcess:
    return server.installation.manage("upgrade", "--to", to, **environment)


def standing(server: Server) -> tuple:
    return server.stands_at, server.installation.content()


def nothing_has_changed(server: Server, before: tuple) -> None:
    assert standing(server) == before
    server.installation.did("migrate", "--check")
    assert "nguyên vẹn" in server.installation.did("verify_issued")
    assert server.installation.schemas() == ["public"]
    assert not list(server.installation.state.glob(".kehoach-*"))


@pytest.mark.timeout(600)
def test_code_and_data_go_over_and_the_backup_of_before_is_named(server):
    installation = server.installation
    installation.did("load_catalogue")
    before = installation.content()
    new = server.repository.commit(server.repository.migrations(ADD_A_COLUMN))
    done = upgrade(server, new[:10])
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.rstrip("\n")).parent == installation.state / "backups"
    assert server.stands_at == ("", new)
    after = installation.content()
    changed = {name for name in before | after if before.get(name) != after.get(name)}
    assert changed == {"plans_block", "django_migrations"}
    assert "nguyên vẹn" in installation.did("verify_issued")
    assert (installation.state / "static" / "staticfiles.json").exists()


@pytest.mark.timeout(600)
def test_a_migration_that_breaks_half_way_leaves_code_and_data_as_they_were(server):
    before = standing(server)
    done = upgrade(server, server.repository.commit(server.repository.migrations(ADD_A_COLUMN, BREAK)))
    assert (done.returncode, done.stdout) == (1, "")
    assert "ZeroDivisionError: division by zero" in done.stderr
    assert "Mã nguồn và dữ liệu đã trở lại như trước" in done.stderr
    assert done.stderr.splitlines()[-1].startswith("Lỗi: “manage.py migrate")
    nothing_has_changed(server, before)


# ── What goes wrong ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.sweep
@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("childlabour/settings.py", "import no_such_library", "No module named 'no_such_library'"),
        ("static/css/base.css", "a { background: url(no-such.png) }", "no-such.png"),
        ("childlabour/urls.py", "urlpatterns = [nothing]", "name 'nothing' is not defined"),
    ],
    ids=["it does not start", "a static file is missing", "the check complains"],
)
def test_a_version_that_cannot_work_is_left_again(server, name, text, told):
    before = standing(server)
    done = upgrade(server, server.repository.commit({name: text}))
    assert done.returncode == 1
    assert told in done.stderr
    nothing_has_changed(server, before)


@pytest.mark.sweep
@pytest.mark.timeout(900)
def test_a_version_that_changes_an_issued_paper_is_left_again(server):
    """Triggers are off while migrations run; this is what the look at every paper afterwards is for."""
    before = standing(server)
    done = upgrade(server, server.repository.commit(server.repository.migrations(FORGE)))
    assert done.returncode == 1
    assert "số, ngày trong bản lưu khác số, ngày đã đăng ký" in done.stderr
    nothing_has_changed(server, before)


@pytest.mark.sweep
@pytest.mark.timeout(900)
@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_stopped_in_the_middle_it_goes_back_first(server, told):
    before = standing(server)
    with in_the_middle(server) as process:
        process.send_signal(told)
        time.sleep(0.1)
        process.send_signal(signal.SIGTERM)  # whoever loses patience gains nothing
        _, said = process.communicate()
    assert process.returncode == 128 + told
    assert "đã trở lại như trước" in said
    nothing_has_changed(server, before)


@pytest.mark.sweep
@pytest.mark.timeout(900)
def test_where_even_going_back_fails_it_says_how_to_do_it_by_hand(server):
    before = standing(server)
    with in_the_middle(server) as process, in_use(server.installation):
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate()
    assert process.returncode == 1
    by_hand = said.splitlines()[-1].partition("Chạy bằng tay: ")[2]
    done = subprocess.run(
        by_hand,
        shell=True,
        cwd=server.installation.home,
        env=server.installation.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, (by_hand, done.stderr)
    nothing_has_changed(server, before)


def in_the_middle(server: Server) -> subprocess.Popen:
    """An upgrade that has changed a table and is busy with the next."""
    new = server.repository.commit(server.repository.migrations(ADD_A_COLUMN, WAIT))
    process = server.installation.started("manage.py", "upgrade", "--to", new)
    while not (server.installation.state / "waiting").exists():
        assert process.poll() is None
        time.sleep(0.01)
    return process


# ── Libraries ────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def with_libraries(server, tmp_path) -> Iterator[Server]:
    """The virtual environment of the server is its own; what it lacks comes from a folder, nothing from the net."""
    environment = server.installation.home / ".venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    (there,) = environment.glob("lib/python*/site-packages")
    (there / "of_the_tests.pth").write_text(sysconfig.get_path("purelib"))
    a_wheel(tmp_path / "wheels")
    yield Server(replace(server.installation, python=str(environment / "bin" / "python")), server.repository)


def a_wheel(folder: Path) -> None:
    folder.mkdir()
    about = "kehoach_note-1.0.dist-info"
    with ZipFile(folder / "kehoach_note-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("kehoach_note.py", "")
        wheel.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: kehoach-note\nVersion: 1.0\n")
        wheel.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{about}/RECORD", "")


def has_the_library(server: Server) -> bool:
    return server.installation.run("-c", "import kehoach_note").returncode == 0


@pytest.mark.sweep
@pytest.mark.timeout(900)
def test_libraries_come_with_the_version_and_go_back_with_it(with_libraries, tmp_path):
    server, offline = with_libraries, {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(tmp_path / "wheels")}
    before = standing(server)
    more = (server.installation.home / "requirements.txt").read_text() + "kehoach-note==1.0\n"
    broken = server.repository.commit({"requirements.txt": more} | server.repository.migrations(BREAK))
    assert upgrade(server, broken, **offline).returncode == 1
    assert not has_the_library(server)
    nothing_has_changed(server, before)

    done = upgrade(server, server.repository.commit({"requirements.txt": more}), **offline)
    assert done.returncode == 0, done.stderr
    assert has_the_library(server)
    assert not (server.installation.home / ".venv.before").exists()


@pytest.mark.sweep
@pytest.mark.timeout(900)
def test_a_library_that_cannot_be_had_is_named_and_nothing_changes(with_libraries, tmp_path):
    before = standing(with_libraries)
    new = with_libraries.repository.commit({"requirements.txt": "no-such-library-anywhere==1.0\n"})
    done = upgrade(with_libraries, new, PIP_NO_INDEX="1")
    assert done.returncode == 1
    assert "no-such-library-anywhere" in done.stderr
    nothing_has_changed(with_libraries, before)


# ── What is refused ──────────────────────────────────────────────────────────────────────────────


def test_every_reason_why_not_is_told_before_anything_is_done(server):
    manage = server.installation.home / "manage.py"
    manage.write_text(manage.read_text() + "# sửa tại chỗ\n")
    last = server.repository.last_migration.stem
    server.installation.ask(f"DELETE FROM django_migrations WHERE app = 'plans' AND name = '{last}'")
    said = server.installation.refused("upgrade", "--to", "v99")
    assert "Không có bản “v99”: chạy git fetch" in said
    assert "1 tệp đã sửa mà chưa ghi vào git (manage.py)" in said
    assert "Cơ sở dữ liệu chậm hơn mã nguồn 1 bước" in said
    assert not (server.installation.state / "backups").exists()


def test_while_the_service_runs_nothing_is_upgraded(server):
    with served(server.installation):
        assert "Dịch vụ đang chạy" in server.installation.refused("upgrade", "--to", "main")


def test_it_does_not_go_behind_what_the_database_has(server):
    last = server.repository.last_migration
    older = server.repository.commit({str(last.relative_to(server.installation.home)): None})
    said = server.installation.refused("upgrade", "--to", older)
    assert f"Bản này cũ hơn cơ sở dữ liệu (không có plans.{last.stem})" in said


def test_papers_that_are_not_genuine_are_looked_into_first(server):
    take_locks_off_issues(server.installation)
    server.installation.ask("UPDATE plans_issue SET number = '99' WHERE id = 1")
    assert "làm rõ trước khi nâng cấp" in server.installation.refused("upgrade", "--to", "main")


def test_a_copy_of_the_code_without_git_cannot_be_upgraded(server):
    shutil.rmtree(server.installation.home / ".git")
    assert "không phải là bản git của phần mềm" in server.installation.refused("upgrade", "--to", "main")
