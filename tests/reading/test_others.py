"""Documents of a strange hand, which the reader was not built for, stay read as well as they once were."""

import re

import pytest

from childlabour.core.vietnamese import clean, nfc
from plans.reading import Unreadable, read
from plans.reading.text.words import words_of

from .corpus.others import OTHERS, Other
from .measuring import Score, lost_words
from .measuring_others import score_other

READABLE = [other for other in OTHERS if other.kind != "refused"]


def test_targets_and_heads_are_as_right_as_the_record_says():
    whole = sum((score_other(other) for other in OTHERS), Score())
    assert whole.precision == 1, whole.wrong
    assert whole.recall == 1, whole.wrong
    assert whole.fields_share == 1, whole.wrong


def test_an_invitation_is_refused():
    invitation = next(other for other in OTHERS if other.kind == "refused")
    with pytest.raises(Unreadable):
        read(invitation.data, "a.txt")


@pytest.mark.parametrize("other", READABLE, ids=lambda other: other.name)
def test_not_one_word_is_lost(other: Other):
    text = other.data.decode().replace(r"\r\n", " ")  # line ends that the page wrote out
    source = words_of(re.sub(r"[#*]+", " ", clean(nfc(text))))
    kept = words_of(" ".join(passage.whole for passage in read(other.data, "a.txt").passages))
    assert lost_words(kept, source) == []


@pytest.mark.parametrize("name", ["qd-huyen-can-giuoc", "bc-xa-ea-tul", "cv-tp-cao-bang"])
def test_what_is_no_plan_promises_nothing(name: str):
    other = next(other for other in OTHERS if other.name == name)
    assert [t.text for t in read(other.data, "a.txt").targets if t.statement.value is not None] == []
