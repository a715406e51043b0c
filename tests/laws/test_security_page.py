"""docs/security.md names tests that exist, and the limits that the code has."""

import ast
import re
from collections.abc import Iterator

import pytest
from django.conf import settings

from childlabour.accounts import guessing
from childlabour.airlock.questions import LANES, MEGABYTE, QUESTIONS
from childlabour.core.api import PerAddress
from childlabour.units.models import kept_form
from plans.followup import attachments
from plans.issuing import scans
from plans.paper import extent
from plans.reading.sources import limits
from plans.signatures import pictures
from plans.signatures.pades import judging
from tests.laws.imports import HOUSE

PAGE = (HOUSE / "docs" / "security.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`(tests/[\w/]+\.py)::([\w:]+)`")


def missing(page: str) -> list[str]:
    return [
        f"{file}::{name}" for file, name in NAMED.findall(page) if name not in set(_tests_in(HOUSE / file))
    ]


def _tests_in(file) -> Iterator[str]:
    """As pytest calls them: "test_…", and "TestThat::test_…" inside a class."""
    if not file.is_file():
        return
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef):
            yield from (f"{node.name}::{inner.name}" for inner in node.body if hasattr(inner, "name"))
        elif isinstance(node, ast.FunctionDef):
            yield node.name


def test_every_test_named_there_exists():
    assert len(NAMED.findall(PAGE)) > 40
    assert missing(PAGE) == []


@pytest.mark.parametrize(
    "name",
    [
        "tests/laws/test_security_page.py::test_that_is_not_there",
        "tests/laws/test_nowhere.py::test_every_test_named_there_exists",
        "tests/api/test_api.py::test_nothing_is_written_here",
    ],
)
def test_a_test_that_is_not_there_is_missed(name):
    assert missing(f"shown by `{name}`") == [name]


def rows() -> Iterator[str]:
    for name, one in QUESTIONS.items():
        sizes = f"{one.most_bytes / MEGABYTE:.3g} | {one.memory // MEGABYTE}"
        yield f"| `{name}` | {one.lane} | {sizes} | {one.processor} | {one.clock} |"
    for name, lane in LANES.items():
        yield f"| {name} | {lane.turns} | {lane.waiting} | {lane.patience} |"
    form = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // MEGABYTE
    kept, all_kept = kept_form.MOST_OF_AN_ADDRESS, kept_form.MOST_OF_ALL
    yield f"| a form without its files | {form} MB, {settings.DATA_UPLOAD_MAX_NUMBER_FIELDS:,} fields |"
    yield (
        f"| wrong passwords of a name from one address | {settings.AXES_FAILURE_LIMIT}, "
        f"then {settings.AXES_COOLOFF_TIME.seconds // 60} minutes |"
    )
    yield (
        f"| wrong passwords of an address | {settings.LOGIN_FAILURES} "
        f"in {guessing.WINDOW.seconds // 60} minutes |"
    )
    yield f"| a log-in | {settings.SESSION_COOKIE_AGE // 3600} hours, {settings.IDLE_MINUTES} minutes unused |"
    yield f"| open data | {PerAddress.rate} an address |"
    yield f"| kept typing of one address | {kept[0]} forms, {kept[1]:,} characters |"
    yield f"| kept typing of all | {all_kept[0]:,} forms, {all_kept[1]:,} characters |"
    yield (
        f"| one kept form | {kept_form.LONGEST_KEPT:,} characters, "
        f"{kept_form.KEPT_FOR.seconds // 3600} hours |"
    )
    yield f"| a file with an answer | {attachments.LARGEST // MEGABYTE} MB, {attachments.MOST} at once |"
    yield f"| a scan | {scans.LARGEST // MEGABYTE} MB, {scans.MOST_PAGES} pages |"
    yield f"| a picture of a signature | {pictures.SIDE:,} points a side |"
    yield f"| signatures in one file | {judging.MOST_SIGNATURES}, {judging.MOST_UPDATES} updates |"
    yield f"| a paper | {extent.MOST_PAGES} pages, words of {extent.LONGEST_WORD} characters |"
    yield (
        f"| what is read into a draft | {limits.PASSAGES:,} passages, {limits.TARGETS:,} targets, "
        f"{limits.TASKS:,} tasks |"
    )
    yield (
        f"| a Word file | {limits.PARTS:,} parts, {limits.PART_BYTES // MEGABYTE} MB each, "
        f"packed 1 : {limits.RATIO} |"
    )


def test_the_limits_are_those_of_the_code():
    assert [row for row in rows() if row not in PAGE] == []
