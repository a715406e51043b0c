"""Dates, hours, per cents and periods are written in one way each, by one filter each (docs/glossary.md)."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted(ROOT.glob("templates/**/*.html"))
MODULES = sorted(
    path
    for house in ("childlabour", "plans", "targets")
    for path in (ROOT / house).rglob("*.py")
    if not {"migrations", "formats", "edxml"}
    & set(path.parts)  # what was; what may be typed; what machines exchange
)
FOR_MACHINES = ("Y-m-d", "H:i:s")  # `datetime` attributes; the second of a signature
DATE_FILTER = re.compile(r"""(?:\|(?:date|time)\b|\{% now\b)[: ]?(?:["']([^"']*)["'])?""")
HOUR_BESIDE_DAY = re.compile(
    r"\|(?:clock_time \}\}[,\s]*\{\{ [\w.]+\|day|day \}\},? \{\{ [\w.]+\|clock_time)"
)
PER_CENT_APART = re.compile(r"(?:\d|\}\}) %(?![}\w])")
SPACED_PERIOD = re.compile(r"20\d\d - 20\d\d|(?:_from|_to) ?\}\} ?[-–] ?\{\{")
DAY_OF_PYTHON = re.compile(r"%d[/.-]%m|%H:%M %d|:%d/")
PER_CENT_OF_PYTHON = re.compile(r"""f["'][^"'\n]*\} %(?!%)[^\w]""")


def _found(pattern: re.Pattern[str], text: str) -> list[str]:
    return [found[0] for found in pattern.finditer(text)]


def _forms(text: str) -> list[str]:
    """The forms of dates that a template names itself; "" is the framework's own."""
    return [form for form in DATE_FILTER.findall(text) if form not in FOR_MACHINES]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_page_writes_days_and_hours_by_the_office_s_filters(path):
    text = path.read_text()
    assert _forms(text) == [], "use |day or |moment"
    assert _found(HOUR_BESIDE_DAY, text) == [], "use |moment"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_page_writes_per_cents_and_periods_without_blanks(path):
    text = path.read_text()
    assert _found(PER_CENT_APART, text) == []
    assert _found(SPACED_PERIOD, text) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_sentence_writes_days_and_per_cents_by_the_same_words(path):
    text = path.read_text("utf-8")
    assert _found(DAY_OF_PYTHON, text) == [], "use short_date or day_and_hour"
    assert _found(PER_CENT_OF_PYTHON, text) == []


@pytest.mark.parametrize(
    "said",
    [
        '{{ at|date:"H:i d/m/Y" }}',
        "{{ at|date }}",
        "{{ at|time:'H:i' }}",
        "{% now 'd/m/Y' %}",
        "{{ at|clock_time }} {{ at|day }}",
        "{{ share }} %",
        "2021 - 2025",
        "{{ document.period_from }}-{{ document.period_to }}",
        'f"{last.at:%H:%M %d/%m/%Y}"',
        'day.strftime("%d/%m")',
        'f"đạt {share} %."',
    ],
)
def test_the_law_sees_what_it_forbids(said):
    laws = (HOUR_BESIDE_DAY, PER_CENT_APART, SPACED_PERIOD, DAY_OF_PYTHON, PER_CENT_OF_PYTHON)
    assert _forms(said) or any(_found(law, said) for law in laws)


def test_what_machines_read_is_no_breach():
    assert _forms("""<time datetime="{{ day|date:'Y-m-d' }}">{{ day|day }}</time>""") == []
