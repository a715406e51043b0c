"""Dates, hours, per cents and periods are written in one way each, by one filter each (docs/glossary.md)."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted(ROOT.glob("templates/**/*.html"))
FOR_MACHINES = ("Y-m-d", "H:i:s")  # `datetime` attributes; the second of a signature
DATE_FILTER = re.compile(r"\|date:[\"']([^\"']*)[\"']")
HOUR_BESIDE_DAY = re.compile(
    r"\|(?:clock_time \}\}[,\s]*\{\{ [\w.]+\|day|day \}\},? \{\{ [\w.]+\|clock_time)"
)
PER_CENT_APART = re.compile(r"(?:\d|\}\}) %(?![}\w])")
SPACED_PERIOD = re.compile(r"20\d\d - 20\d\d")


def _found(pattern: re.Pattern[str], text: str) -> list[str]:
    return [found[0] for found in pattern.finditer(text)]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_page_writes_days_and_hours_by_the_office_s_filters(path):
    text = path.read_text()
    assert [form for form in DATE_FILTER.findall(text) if form not in FOR_MACHINES] == [], (
        "use |day or |moment"
    )
    assert _found(HOUR_BESIDE_DAY, text) == [], "use |moment"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_page_writes_per_cents_and_periods_without_blanks(path):
    text = path.read_text()
    assert _found(PER_CENT_APART, text) == []
    assert _found(SPACED_PERIOD, text) == []


@pytest.mark.parametrize(
    "said",
    ['{{ at|date:"H:i d/m/Y" }}', "{{ at|clock_time }} {{ at|day }}", "{{ share }} %", "2021 - 2025"],
)
def test_the_law_sees_what_it_forbids(said):
    forms = [form for form in DATE_FILTER.findall(said) if form not in FOR_MACHINES]
    assert forms or any(_found(p, said) for p in (HOUR_BESIDE_DAY, PER_CENT_APART, SPACED_PERIOD))
