"""The story that `targets.language` tells of one sentence is true."""

import doctest

import targets.language


def test_one_sentence_goes_through_every_stage_and_comes_back():
    told = doctest.testmod(targets.language)
    assert told.attempted > 20
    assert not told.failed
