"""The short run of `make fuzz`, with its fixed numbers."""

import pytest

from tests.fuzz.doors import DOORS
from tests.fuzz.files import FAULT, batch

# Door → how many files, and what the sound ones among them are answered with.
SHORT = {
    "reading": (300, "reading: draft"),
    "saving": (60, "saving: draft"),
    "verification": (40, "verification: 2 signatures"),
    "scan": (150, "scan: 1 pages"),
    "picture": (150, "picture: clean"),
    "taken back": (60, ""),
    "key": (60, ""),
    "edxml": (200, "edxml: 1 files"),
    "figures": (150, ""),
}


def test_every_door_is_tried():
    assert SHORT.keys() == DOORS.keys()


@pytest.mark.django_db
@pytest.mark.parametrize("door", SHORT)
def test_spoilt_files_are_answered_as_the_door_declares_and_not_otherwise(door: str):
    count, sound = SHORT[door]
    answers = batch(door, 0, count)
    assert not [answer for answer in answers if answer.startswith(FAULT)]
    assert len(answers) > 1 or door == "key", "mutations that all end alike would test nothing"
    assert not sound or answers[sound] > count / 20, "so wild that nothing can be opened"
