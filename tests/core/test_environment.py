"""Settings from the environment: what cannot be meant is refused by name, nothing is guessed."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from childlabour.core import environment


@pytest.mark.parametrize(
    ("written", "meant"), [("on", True), ("TRUE", True), ("1", True), ("off", False), ("No", False)]
)
def test_a_switch_is_on_or_off(monkeypatch, written, meant):
    monkeypatch.setenv("HTTPS", written)
    assert environment.switch("HTTPS", default=not meant) is meant


@pytest.mark.parametrize("written", ["", "   "])
def test_an_empty_value_counts_as_not_given(monkeypatch, written):
    monkeypatch.setenv("HTTPS", written)
    assert environment.switch("HTTPS", default=True) is True
    assert environment.number("HTTPS", default=7) == 7
    assert environment.words("HTTPS", default=["a"]) == ["a"]


def test_hosts_are_parted_by_commas(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", "kehoach.example.vn, 10.0.0.5,")
    assert environment.words("ALLOWED_HOSTS", default=[]) == ["kehoach.example.vn", "10.0.0.5"]


def refused(read, value, monkeypatch, **options) -> str:
    monkeypatch.setenv("THE_SETTING", value)
    with pytest.raises(ImproperlyConfigured) as refusal:
        read("THE_SETTING", **options)
    return str(refusal.value)


@pytest.mark.parametrize("value", ["maybe", "2", "oui"])
def test_a_switch_that_is_neither_is_refused(monkeypatch, value):
    assert refused(environment.switch, value, monkeypatch, default=False).startswith(
        f'THE_SETTING is "{value}"'
    )


@pytest.mark.parametrize("value", ["-1", "1.5", "ten", "٣", "1e3"])
def test_a_number_that_is_none_is_refused(monkeypatch, value):
    assert refused(environment.number, value, monkeypatch, default=0).startswith(f'THE_SETTING is "{value}"')


@pytest.mark.parametrize(
    "written", ["https://tsa.example.vn", "http://10.0.0.5:318/tsa?a=1", "http://[::1]:8000/"]
)
def test_an_address_is_kept_as_written(monkeypatch, written):
    monkeypatch.setenv("TIMESTAMP_URL", written)
    assert environment.address("TIMESTAMP_URL") == written


@pytest.mark.parametrize(
    "value", ["tsa.example.vn", "ftp://tsa", "https://", "https:///tsa", "http://u:hidden@tsa/"]
)
def test_an_address_that_leads_nowhere_is_refused_without_showing_it(monkeypatch, value):
    refusal = refused(environment.address, value, monkeypatch)
    assert refusal.startswith("THE_SETTING must read")
    assert "hidden" not in refusal


def test_a_folder_needs_its_full_path(monkeypatch):
    assert "full path" in refused(environment.folder, "var", monkeypatch, default=Path("/var"))


@pytest.mark.parametrize(
    "url",
    [
        "mysql://app:hidden@db/plans",
        "plans.sqlite3",
        "postgres://",
        "postgres:///",
        "postgres://app:hidden@db:fivefourthreetwo/plans",
        "postgres://app:hidden@db/",
        "sqlite://",
    ],
)
def test_a_database_that_cannot_be_is_refused_without_showing_its_password(monkeypatch, url):
    refusal = refused(environment.database, url, monkeypatch, default_file=Path("/x"))
    assert refusal.startswith("THE_SETTING must read postgres://")
    assert "hidden" not in refusal


def test_a_postgresql_is_read_with_every_part(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://app:p%40ss@db.example.vn:5433/plans")
    read = environment.database("DATABASE_URL", default_file=Path("/x"))
    assert read["ENGINE"] == "django.db.backends.postgresql"
    assert (read["HOST"], read["PORT"], read["NAME"]) == ("db.example.vn", 5433, "plans")
    assert (read["USER"], read["PASSWORD"]) == ("app", "p@ss")
    assert read["CONN_HEALTH_CHECKS"]


def test_without_a_database_one_file_serves_and_writers_queue(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "")
    read = environment.database("DATABASE_URL", default_file=tmp_path / "đơn vị.sqlite3")
    assert read["NAME"] == str(tmp_path / "đơn vị.sqlite3")
    assert read["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in read["OPTIONS"]["init_command"]


def test_a_short_key_is_refused(monkeypatch, tmp_path):
    assert "50 or more" in refused(environment.secret_key, "abc", monkeypatch, file=tmp_path / "key")
    assert not (tmp_path / "key").exists()


def test_a_key_is_made_once_for_its_owner_alone(monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY", "")
    file = tmp_path / "var" / "secret-key"
    first = environment.secret_key("SECRET_KEY", file=file)
    assert environment.secret_key("SECRET_KEY", file=file) == first
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [left.name for left in file.parent.iterdir()] == ["secret-key"]


def test_first_starts_at_once_agree_on_one_key(monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY", "")
    file = tmp_path / "secret-key"
    with ThreadPoolExecutor(8) as together:
        keys = set(together.map(lambda _: environment.secret_key("SECRET_KEY", file=file), range(32)))
    assert len(keys) == 1


def test_a_key_that_cannot_be_kept_is_said_by_name(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    refusal = refused(environment.secret_key, "", monkeypatch, file=tmp_path / "file" / "secret-key")
    assert refusal.startswith("THE_SETTING is not given and ")


@pytest.mark.parametrize(
    "written",
    [
        "redis://localhost:6379/0",
        "redis://:pass@10.0.0.5:6379",
        "rediss://q.example.vn/1",
        "unix:///run/r.sock?db=2",
    ],
)
def test_the_address_of_a_redis_is_kept_as_written(monkeypatch, written):
    monkeypatch.setenv("JOBS_QUEUE", written)
    assert environment.redis("JOBS_QUEUE") == written


@pytest.mark.parametrize("value", ["localhost:6379", "http://q.example.vn", "redis://", "unix://run/r.sock"])
def test_what_is_no_address_of_a_redis_is_refused_without_printing_it(monkeypatch, value):
    said = refused(environment.redis, value, monkeypatch)
    assert said.startswith("THE_SETTING must read redis://")
