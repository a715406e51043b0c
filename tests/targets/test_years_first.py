"""Figures with their years may stand before what they are of."""

from targets.statements import find


def figures(text: str) -> list[tuple]:
    return [(str(f.statement.value), f.statement.horizon, f.statement.comparator) for f in find(text)]


def test_two_years_before_their_subject_are_two_targets():
    text = "Đạt 55% vào năm 2023 và 80% vào năm 2025 số trẻ em có nguy cơ được học văn hóa hoặc học nghề."
    assert figures(text) == [("55", 2023, "="), ("80", 2025, "=")]
    assert all("được học" in found.sentence for found in find(text))
    assert [text[f.start : f.start + 3] for f in find(text)] == ["55%", "80%"]


def test_what_was_due_before_the_plan_is_no_target_of_it():
    text = "Đạt 55% vào năm 2019 và 80% vào năm 2025 số trẻ em có nguy cơ được học nghề."
    assert [found.statement.horizon for found in find(text, since=2021)] == [2025]


def test_years_after_their_subject_are_read_once():
    text = "Tỷ lệ trẻ em có nguy cơ được học nghề đạt 55% vào năm 2023 và 80% vào năm 2025."
    assert len(find(text)) == 2
