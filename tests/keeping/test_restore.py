"""The way back: row by row and byte by byte what was kept, or nothing at all happens."""

import fcntl
import json
import os
import shutil
import sqlite3
import stat
import string
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from zipfile import ZipFile

import psycopg2
import pytest

from tests.keeping.installation import Installation, in_use, served
from tests.upgrading.kept import IS_SQLITE

ONE_MORE = (
    "INSERT INTO targets_programme (code, name, decision, period_from, period_to, search_key) "
    "VALUES ('moi', 'Chương trình mới', '', 2026, 2030, 'chuong trinh moi')"
)


def go_on_working(installation: Installation) -> None:
    """What an office does after its last backup."""
    installation.ask(ONE_MORE)
    installation.ask("UPDATE plans_presence SET spot = 'title'")
    (installation.state / "files" / "tra-loi" / "2026" / "11" / "danh-sach.png").write_bytes(b"khac")
    (installation.state / "secret-key").write_text(string.ascii_letters)


def flip_a_bit(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def rewritten(path: Path, new: Path, change: Callable[[dict], None]) -> Path:
    """The archive with another manifest."""
    with ZipFile(path) as old, ZipFile(new, "w") as changed:
        for name in old.namelist():
            data = old.read(name)
            if name == "manifest.json":
                manifest = json.loads(data)
                change(manifest)
                data = json.dumps(manifest).encode()
            changed.writestr(name, data)
    return new


def test_what_is_restored_is_what_was_kept_row_by_row_and_byte_by_byte(archived, empty):
    done = empty.manage("restore", archived.path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert empty.content() == archived.content
    assert "nguyên vẹn" in empty.did("verify_issued")
    empty.did("migrate", "--check")


def test_the_locks_on_issued_papers_come_with_it(archived, empty):
    empty.did("restore", archived.path)
    with pytest.raises((sqlite3.IntegrityError, psycopg2.Error), match="không sửa được nội dung"):
        empty.ask("UPDATE plans_block SET marker = '9.' WHERE document_id = 1")


def test_the_next_row_gets_the_next_key(archived, installation, empty):
    empty.did("restore", archived.path)
    for office in (installation, empty):
        office.ask(ONE_MORE)
    asked = "SELECT id FROM targets_programme WHERE code = 'moi'"
    assert empty.ask(asked) == installation.ask(asked)


def test_only_its_owner_reads_what_was_secret(archived, empty):
    empty.did("restore", archived.path)
    for file in empty.files():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file


def test_a_database_that_only_migrate_has_seen_counts_as_empty(archived, empty):
    empty.did("migrate", "--verbosity", "0")
    empty.did("restore", archived.path)
    assert empty.content() == archived.content


def test_what_people_have_put_in_is_not_replaced_unless_one_says_so(archived, installation):
    go_on_working(installation)
    now = installation.content()
    assert "thêm --replace" in installation.refused("restore", archived.path)
    assert installation.content() == now
    installation.did("restore", archived.path, "--replace")
    assert installation.content() == archived.content


def test_files_alone_are_something_too(archived, empty):
    (empty.state / "files").mkdir()
    (empty.state / "files" / "anh.png").write_bytes(b"")
    assert "thêm --replace" in empty.refused("restore", archived.path)


def test_while_the_service_runs_nothing_is_put_back_but_backups_are_made(archived, installation, tmp_path):
    with served(installation):
        said = installation.refused("restore", archived.path, "--replace")
        assert "Dịch vụ đang chạy: dừng dịch vụ" in said
        installation.backup(tmp_path)
    installation.did("restore", archived.path, "--replace")


def test_while_data_are_put_back_the_service_does_not_start(installation):
    with (installation.state / "serving.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        start = installation.run("-c", "import childlabour.wsgi")
    assert start.returncode == 1
    assert start.stderr.startswith("Cannot start. A backup is being put back or the code upgraded.")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda path: os.truncate(path, path.stat().st_size // 2), "không đọc hết được"),
        (lambda path: os.truncate(path, 0), "không đọc hết được"),
        (flip_a_bit, "không đọc hết được"),
        (lambda path: path.unlink(), "No such file"),
    ],
)
def test_what_is_no_whole_archive_is_refused(archived, installation, tmp_path, spoil, told):
    path = Path(shutil.copy(archived.path, tmp_path))
    spoil(path)
    nothing_happens(installation, path, told)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda manifest: manifest.pop("members"), "không có bản kê"),
        (lambda manifest: manifest.update(format=2), "do một phiên bản khác của phần mềm tạo"),
        (lambda manifest: manifest.update(vendor="oracle"), "là bản sao lưu của oracle, ở đây dùng"),
        (lambda manifest: manifest["tables"].update(plans_document=99), "khác bản kê"),
        (lambda manifest: manifest["members"]["state/secret-key"].update(sha256="0"), "khác mã kiểm tra"),
        (lambda manifest: manifest["members"].update({"../x": {"size": 0, "sha256": ""}}), "có tên tệp lạ"),
        (
            lambda manifest: manifest["migrations"].append(["plans", "0999_sau_nay"]),
            "mới hơn mã nguồn đang dùng (có plans.0999_sau_nay)",
        ),
    ],
)
def test_an_archive_whose_list_says_something_else_is_refused(archived, installation, tmp_path, change, told):
    nothing_happens(installation, rewritten(archived.path, tmp_path / "changed.zip", change), told)


def nothing_happens(installation: Installation, path: Path, told: str) -> None:
    before = installation.content()
    said = installation.refused("restore", path, "--replace")
    assert told in said
    assert len(said.splitlines()) == 1
    assert installation.content() == before
    assert not list(installation.state.glob(".kehoach-*"))
    assert installation.schemas() == ["public"]


def test_while_another_program_has_the_database_open_files_stay_as_they_are_too(archived, installation):
    go_on_working(installation)
    with in_use(installation):
        nothing_happens(installation, archived.path, "Một chương trình khác đang mở cơ sở dữ liệu")


def test_what_is_no_database_any_more_is_replaced(archived, installation):
    if IS_SQLITE:
        Path(installation.database).write_bytes(b"rac" * 1000)
    else:
        installation.ask("DROP TABLE plans_document CASCADE")
    assert "thêm --replace" in installation.refused("restore", archived.path)
    installation.did("restore", archived.path, "--replace")
    assert installation.content() == archived.content


@pytest.mark.sweep
@pytest.mark.timeout(900)
def test_killed_at_any_moment_it_leaves_all_of_the_old_or_all_of_the_new(archived, installation):
    kept = archived.content
    go_on_working(installation)
    later = installation.content()
    for moment in count():
        with installation.started("manage.py", "restore", archived.path, "--replace") as restore:
            while not list(installation.state.glob(".kehoach-*.part/state")) and restore.poll() is None:
                time.sleep(0.001)
            time.sleep(moment * 0.05)
            restore.kill()
        left = installation.content()
        tables = installation.tables()
        assert any(all(left[name] == whole[name] for name in tables) for whole in (kept, later)), moment
        if restore.returncode == 0:
            break
    assert moment > 3, "it was killed at some moments"
    assert installation.content() == kept
    assert installation.schemas() == ["public"]
