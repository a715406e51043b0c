"""The short run of `make fuzz`, with its fixed numbers."""

from tests.fuzz.files import FAULT, batch


def test_spoilt_files_are_read_or_refused_and_nothing_else():
    answers = batch(0, 300)
    assert not [answer for answer in answers if answer.startswith(FAULT)]
    assert answers["draft"] > 50, "mutations so wild that nothing can be read would test nothing"
    assert len(answers) > 3
