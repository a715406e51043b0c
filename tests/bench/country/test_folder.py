"""The command that builds a country: once, into a folder that the app runs on."""

import pytest

from tests.bench.country.__main__ import main

SMALL = ("--units", "60", "--documents", "20", "--tasks", "40")


def test_a_folder_holds_all_that_the_app_runs_on_and_is_built_once(tmp_path, capfd):
    country = tmp_path / "country"
    assert main([*SMALL, "--output", str(country)]) == 0
    told = capfd.readouterr().out
    assert "20 documents, 60 units, 40 tasks" in told
    assert f"STATE_DIR={country} DATABASE_URL= " in told
    made = (country / "database.sqlite3").stat().st_mtime_ns
    assert {"secret-key", "static", "files"} <= {path.name for path in country.iterdir()}

    assert main([*SMALL, "--output", str(country)]) == 0
    assert capfd.readouterr().out == told.partition("\n")[2]
    assert (country / "database.sqlite3").stat().st_mtime_ns == made

    assert main([*SMALL, "--seed", "1", "--output", str(country)]) == 1
    assert "holds another country" in capfd.readouterr().err


def test_what_somebody_else_keeps_in_a_folder_is_left_alone(tmp_path, capfd):
    (tmp_path / "notes").write_text("ours")
    assert main([*SMALL, "--output", str(tmp_path)]) == 1
    assert "is not empty" in capfd.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["notes"]


@pytest.mark.parametrize(
    "wrong", [("--units", "5"), ("--documents", "3"), ("--tasks", "-1"), ("--tasks", "x")]
)
def test_a_size_that_makes_no_country_is_not_understood(tmp_path, capfd, wrong):
    with pytest.raises(SystemExit) as stopped:
        main([*SMALL, *wrong, "--output", str(tmp_path / "country")])
    assert stopped.value.code == 2
    assert not (tmp_path / "country").exists()
