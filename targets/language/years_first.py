"""Figures with their years before what they are of: "Đạt 40% vào năm 2026 và 60% vào năm 2028 số trẻ em …". Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from childlabour.core.vietnamese import PERCENT, YEAR_AHEAD
from targets.language.lexicon.patterns import any_of
from targets.language.lexicon.times import BY_A_YEAR

_FIGURE = rf"\d{{1,3}}(?:,\d{{1,2}})?\s?%\s+{any_of(BY_A_YEAR)}\s+(?:cuối\s+)?năm\s+{YEAR_AHEAD}"
_STEP = re.compile(
    rf"(?P<value>\d{{1,3}}(?:,\d{{1,2}})?)\s?%\s+\w+\s+(?:cuối\s+)?năm\s+(?P<year>{YEAR_AHEAD})"
)
_SENTENCE = re.compile(
    rf"(?P<lead>[^.;:%\d\n]{{0,30}})(?P<steps>{_FIGURE}(?:\s*(?:,|và|, và)\s*{_FIGURE}){{1,5}})\s+"
    r"(?P<subject>(?!và\b|,)[^.;:%\n]{8,400})"
)


@dataclass(frozen=True)
class YearFirst:
    """One figure: its place in the text, and the sentence that says it alone."""

    start: int
    end: int
    year: int
    sentence: str


def years_first(text: str) -> Iterator[YearFirst]:
    """The figures of such sentences; text[start:end] of the last one holds the subject."""
    if text.count(PERCENT) < 2:
        return
    for found in _SENTENCE.finditer(text):
        steps = list(_STEP.finditer(text, found.start("steps"), found.end("steps")))
        lead = found["lead"].strip(" ,-+")
        subject = found["subject"].strip(" ,")
        for number, step in enumerate(steps):
            said = f"{lead.lower()} {step['value']}% {subject}".strip()
            yield YearFirst(
                start=step.start(),
                end=found.end("subject") if number == len(steps) - 1 else step.end(),
                year=int(step["year"]),
                sentence=f"Đến năm {step['year']}, {said}",
            )
