"""A backup: everything is in it, it was tried, and nothing of one that failed is left."""

import json
import os
import resource
import shutil
import signal
import stat
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from zipfile import ZipFile

import pytest

from childlabour.core.errors import Refusal
from childlabour.keeping.backing_up import back_up
from tests.keeping.installation import Installation, take_locks_off_issues
from tests.laws.imports import HOUSE


def manifest_of(path: Path) -> dict:
    with ZipFile(path) as archive:
        return json.loads(archive.read("manifest.json"))


def bulk(installation: Installation) -> None:
    """A file that takes a while."""
    (installation.state / "files" / "lon.bin").write_bytes(os.urandom(8 * 1024 * 1024))


@contextmanager
def at_work(installation: Installation, folder: Path) -> Iterator[subprocess.Popen]:
    """A backup in the middle of its work, holding its breath."""
    bulk(installation)
    with installation.started("manage.py", "backup", "--to", folder) as process:
        deadline = time.monotonic() + 60
        while not any(part.stat().st_size for part in folder.glob(".kehoach-*.part/archive.zip")):
            assert time.monotonic() < deadline
            time.sleep(0.001)
        process.send_signal(signal.SIGSTOP)
        yield process


@contextmanager
def by_size_of_files(folder: Path) -> Iterator[Path]:
    folder.mkdir()
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4 * 1024 * 1024, usual[1]))
    try:
        yield folder
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


@contextmanager
def by_a_small_disk(folder: Path) -> Iterator[Path]:
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


LIMITS = [by_size_of_files, *([by_a_small_disk] if os.geteuid() == 0 else [])]  # only root mounts disks


def test_it_prints_the_path_of_one_file_and_nothing_else(installation, tmp_path):
    done = installation.manage("backup", "--to", tmp_path / "backups")
    (path,) = (tmp_path / "backups").iterdir()
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{path}\n", "")


def test_it_holds_database_and_files_and_says_what_each_must_be(installation, tmp_path):
    path = installation.backup(tmp_path)
    manifest, names = manifest_of(path), set(ZipFile(path).namelist())
    assert names - {"manifest.json"} == set(manifest["members"])
    assert {name for name in names if name.startswith("state/")} == {
        "state/secret-key",
        "state/trust-roots/goc.pem",
        "state/files/tra-loi/2026/11/danh-sach.png",
    }
    assert manifest["tables"] == {name: len(installation.rows(name)) for name in installation.tables()}
    assert ["plans", "0001_initial"] in manifest["migrations"]


def test_what_is_made_anew_and_earlier_backups_are_not_in_it(installation, tmp_path):
    (installation.state / "static").mkdir()
    (installation.state / "static" / "staticfiles.json").write_text("{}")
    (installation.state / "airlock").mkdir()
    (installation.state / "airlock" / "officers-turn-0").touch()
    first = installation.backup(installation.state / "files")
    second = manifest_of(installation.backup(tmp_path))["members"]
    assert second == manifest_of(first)["members"]
    assert not [member for member in second if "airlock" in str(member)]


def test_the_same_data_give_the_same_members(installation, tmp_path):
    first, second = (manifest_of(installation.backup(tmp_path / name)) for name in ("one", "two"))
    assert first["members"] == second["members"]


def test_only_its_owner_reads_it(installation, tmp_path):
    path = installation.backup(tmp_path / "new" / "folder")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_whoever_writes_meanwhile_neither_waits_nor_is_cut_in_two(installation, empty, tmp_path):
    with installation.started("-m", "tests.keeping.writer") as writer:
        assert writer.stdout.readline() == "writing\n"
        before = len(installation.rows("targets_programme"))
        path = installation.backup(tmp_path)
        after = len(installation.rows("targets_programme"))
        writer.send_signal(signal.SIGTERM)
        out, err = writer.communicate()
    assert (writer.returncode, err) == (0, "")
    empty.did("restore", path)
    in_it = len(empty.ask("SELECT 1 FROM targets_programme WHERE code LIKE 'w%'"))
    groups = len(
        empty.ask(
            "SELECT 1 FROM targets_objectivegroup g JOIN targets_programme p ON p.id = g.programme_id "
            "WHERE p.code LIKE 'w%'"
        )
    )
    assert in_it == groups
    assert before - 1 <= in_it < after - 1, "the writer went on while the archive was written and tried"
    assert int(out) > in_it


def test_of_two_at_once_the_second_is_told_and_leaves_the_first_alone(installation, tmp_path):
    with at_work(installation, tmp_path / "one") as first:
        said = installation.refused("backup", "--to", tmp_path / "two")
        first.send_signal(signal.SIGCONT)
        out, err = first.communicate()
    assert "khác đang chạy: chờ xong rồi chạy lại" in said
    assert (first.returncode, err) == (0, "")
    assert Path(out.rstrip("\n")).exists()
    assert not (tmp_path / "two").exists()


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_one_that_is_stopped_leaves_no_half_archive(installation, tmp_path, told):
    folder = tmp_path / "backups"
    with at_work(installation, folder) as process:
        process.send_signal(told)
        process.send_signal(signal.SIGCONT)
        out, _ = process.communicate()
    assert process.returncode not in (0, 1)
    assert out == ""
    assert not list(folder.glob("*.zip"))
    assert told == signal.SIGKILL or list(folder.iterdir()) == []
    path = installation.backup(folder)
    assert list(folder.iterdir()) == [path], "what the killed one left is gone, too"
    assert installation.schemas() == ["public"]


def test_a_disk_too_small_is_told_before_anything_is_written(settings, tmp_path, monkeypatch):
    settings.STATE_DIR = tmp_path
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000_000))
    with pytest.raises(
        Refusal, match=r"còn 976,6\sKB, việc này cần khoảng \d+,\d\sMB: dọn bớt, hoặc chọn ổ đĩa khác"
    ):
        back_up(tmp_path / "backups")
    assert list((tmp_path / "backups").iterdir()) == []


@pytest.mark.parametrize("limited", LIMITS, ids=lambda limited: limited.__name__)
def test_a_disk_that_is_full_half_way_is_told_and_nothing_is_left(installation, tmp_path, limited):
    bulk(installation)
    with limited(tmp_path / "small") as folder:
        done = installation.run("-m", "tests.keeping.without_asking", "backup", "--to", folder)
        assert (done.returncode, done.stdout) == (1, "")
        assert "Hết chỗ trên đĩa" in done.stderr
        assert list(folder.iterdir()) == []


def test_a_paper_that_was_changed_is_named_and_the_backup_is_there_all_the_same(installation, tmp_path):
    """Later backups will hold the changed paper, too: somebody has to look before the good ones are thrown away."""
    take_locks_off_issues(installation)
    installation.ask("UPDATE plans_issue SET number = '99' WHERE id = 1")
    done = installation.manage("backup", "--to", tmp_path / "backups")
    assert done.returncode == 1
    assert Path(done.stdout.rstrip("\n")).exists()
    assert "số, ngày trong bản lưu khác số, ngày đã đăng ký" in done.stderr
    assert "thiếu khóa" in done.stderr


def test_a_database_that_waits_for_its_migrations_is_backed_up_all_the_same(installation, tmp_path):
    last = max(HOUSE.glob("plans/migrations/0*.py")).stem
    installation.ask(f"DELETE FROM django_migrations WHERE app = 'plans' AND name = '{last}'")
    done = installation.manage("backup", "--to", tmp_path)
    assert done.returncode == 0
    assert "không cùng phiên bản với mã nguồn" in done.stderr


def test_a_folder_that_cannot_be_made_is_named(installation, tmp_path):
    (tmp_path / "file").write_text("")
    said = installation.refused("backup", "--to", tmp_path / "file")
    assert f"Không đọc hoặc ghi được “{tmp_path / 'file'}”" in said
    assert len(said.splitlines()) == 1


def test_without_a_folder_the_command_is_not_understood(installation):
    done = installation.manage("backup")
    assert (done.returncode, done.stdout) == (2, "")
    assert "backup --help" in done.stderr
