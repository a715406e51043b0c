"""A file that somebody sends keeps its name in its row alone."""

from childlabour.core.storing import ByNoName


def test_nothing_of_the_given_name_but_its_ending_reaches_the_disk():
    place = ByNoName("tra-loi")
    first, second = place(None, "cháu Sùng Thị Chấu.PDF"), place(None, "cháu Sùng Thị Chấu.PDF")
    assert first.startswith("tra-loi/") and first.endswith(".pdf")
    assert first != second
    assert place(None, "x" * 10 + "." + "y" * 500).endswith("." + "y" * 9)


def test_the_same_place_is_the_same_for_migrations():
    assert ByNoName("tra-loi") == ByNoName("tra-loi") != ByNoName("khac")
    assert hash(ByNoName("tra-loi")) == hash(ByNoName("tra-loi"))
