"""Every room has a folder of tests, or a line here that says where it is tried."""

from pathlib import Path

import pytest

from tests.laws.imports import HOUSE

TOPS = ("childlabour", "targets", "plans")
# Rooms whose folder is called otherwise, and those that are tried where people meet them.
TRIED_IN = {
    "childlabour.formats": ("core",),  # dates and numbers as the pages write them
    "childlabour.samples": ("plans",),
    "targets.catalogue": ("targets",),
    "targets.language": ("targets",),
    "targets.management": ("targets",),
    "targets.models": ("targets",),
    "plans.law": ("laws",),
    "plans.management": ("commands",),
    "plans.models": ("laws",),  # each of their rules is broken there
    "plans.pages": ("views",),
    "plans.signatures": ("issuing",),
    "plans.templatetags": ("views",),
    "plans.web": ("views", "api"),
}


def rooms(house: Path) -> list[str]:
    """Packages right under the tops; migrations are tried by running them."""
    found = (path.parent for top in TOPS for path in (house / top).glob("*/__init__.py"))
    return sorted(".".join(path.relative_to(house).parts) for path in found if path.name != "migrations")


def folders_of(room: str) -> tuple[str, ...]:
    return TRIED_IN.get(room, (room.rpartition(".")[2],))


def has_tests(house: Path, folder: str) -> bool:
    return any(
        "def test_" in file.read_text(encoding="utf-8")
        for file in (house / "tests" / folder).glob("test_*.py")
    )


def untried(house: Path) -> list[str]:
    return [room for room in rooms(house) if not all(has_tests(house, folder) for folder in folders_of(room))]


def test_every_room_has_tests():
    assert untried(HOUSE) == []


def test_the_list_names_no_room_that_is_gone_and_none_that_needs_no_line():
    assert set(TRIED_IN) <= set(rooms(HOUSE))
    assert not [room for room, folders in TRIED_IN.items() if folders == (room.rpartition(".")[2],)]


@pytest.fixture
def small_house(tmp_path) -> Path:
    for room in ("plans/citing", "plans/migrations"):
        (tmp_path / room).mkdir(parents=True)
        (tmp_path / room / "__init__.py").touch()
    (tmp_path / "tests" / "citing").mkdir(parents=True)
    return tmp_path


def test_an_empty_folder_is_no_tests(small_house):
    assert untried(small_house) == ["plans.citing"]
    (small_house / "tests/citing/test_acts.py").write_text("# none yet\n")
    assert untried(small_house) == ["plans.citing"]
    (small_house / "tests/citing/test_acts.py").write_text("def test_it():\n    pass\n")
    assert untried(small_house) == []
