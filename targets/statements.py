"""One sentence of a plan ⇄ its measurable parts. Pure: no models, no database.

`find` reads a text of any length, `split` a sentence that holds several targets, `parse` and `compose` one
target. All take any text, never raise, and their time grows with its length.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from childlabour.core.vietnamese import clean, search_key
from targets.language.comparing import compare, is_weaker
from targets.language.composing import compose
from targets.language.measures import says_no_value
from targets.language.parts import (
    KEPT,
    READ_AGAIN,
    SAID_AROUND,
    Comparator,
    Direction,
    Standing,
    Statement,
)
from targets.language.promises import is_certain, is_promise
from targets.language.sharing import Reckoned, reckon
from targets.language.times import time_before
from targets.language.tokens import Reading, read
from targets.language.years_first import years_first

__all__ = [
    "Comparator",
    "Direction",
    "Found",
    "Standing",
    "Statement",
    "compare",
    "completed",
    "compose",
    "drift",
    "drift_to_mend",
    "find",
    "is_target",
    "is_weaker",
    "parse",
    "split",
    "statement_of",
]

_SAID_ALWAYS = tuple(part for part in KEPT if part != "wording" and part not in SAID_AROUND)


@dataclass(frozen=True)
class Found:
    """One target in a text; text[start:end] are its own words, without what it shares with its neighbours."""

    start: int
    end: int
    sentence: str  # complete: with the subject or the outcome that several targets share
    statement: Statement
    aimed: bool  # "phấn đấu", "chỉ tiêu" stand before it
    certain: bool  # False: only the place in the document tells a target from a report of how things stand


@lru_cache(maxsize=1024)  # reading and an open draft ask for the same paragraph again and again
def find(text: str, since: int | None = None) -> tuple[Found, ...]:
    """The targets with a value (or "giảm tối đa …") in order of the text; spans never overlap.

    `since`: the first year of the plan; what was due before it is a report of the past. Qualitative targets
    without such words ("Nâng cao nhận thức …") cannot be told from tasks here: their place in the plan tells.
    """
    if says_no_value(text):
        return ()
    reading = read(text)
    plain = tuple(_found(reading, item) for item in _promises(reading, since))
    turned = [item for item in _turned(text, since) if not any(_overlap(item, other) for other in plain)]
    return tuple(sorted((*plain, *turned), key=lambda item: item.start)) if turned else plain


def _turned(text: str, since: int | None) -> Iterator[Found]:
    """What stands behind its figures is read as if it stood before them."""
    for item in years_first(text):
        statement = parse(item.sentence)
        if statement.value is not None and not (since is not None and item.year < since):
            yield Found(
                item.start,
                item.end,
                item.sentence,
                replace(statement, horizon=item.year),
                aimed=True,
                certain=True,
            )


def _overlap(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def is_target(sentence: str) -> bool:
    """Whether the sentence sets at least one measurable target."""
    return any(True for _ in _promises(read(sentence), None))


@lru_cache(maxsize=1024)  # the check of a draft reads the same sentences at every pause in typing
def parse(sentence: str) -> Statement:
    """The parts of a target; of the first one when the sentence holds several.

    Without a value and without "giảm tối đa" the target is qualitative: no comparator, the whole sentence as
    its outcome, and the year when the sentence ends or begins with one.
    """
    reading = read(sentence)
    first = next(_promises(reading, None), None) or next(reckon(reading), None)
    if first:
        return first.statement
    horizon = None
    for at in range(len(reading.words), 0, -1):
        if found := time_before(reading.words, at, 0):
            horizon = found.year if found.anchored else None
            break
    outcome = clean(reading.text).strip(" -+*•.;\n\t")
    return Statement(None, None, "", "", outcome, horizon=horizon)


def split(text: str) -> tuple[str, ...]:
    """One sentence with several targets → complete sentences, each with the tail, subject and year it shares.

    A text that holds one target, or none, comes back as it is.
    """
    reading = read(text)
    found = list(reckon(reading))
    if len(found) < 2:
        return (text.strip(),) if text.strip() else ()
    return tuple(_timed(item, _complete(reading, item)) for item in found)


@lru_cache(maxsize=4096)  # of a draft of the longest kind at every pause in typing
def drift(sentence: str, statement: Statement) -> tuple[str, ...]:
    """Names of the parts in which the printed sentence and the stored parts differ.

    Case, marks of typing and blanks do not count. Ages, year and place count only where the sentence says
    them: they may come from the heading above it.
    """
    said = parse(sentence)
    differing = [part for part in _SAID_ALWAYS if _differ(getattr(said, part), getattr(statement, part))]
    for part in SAID_AROUND:
        value = getattr(said, part)
        if value not in (None, "") and _differ(value, getattr(statement, part)):
            differing.append(part)
    return tuple(name for name in Statement.__dataclass_fields__ if name in differing)


def drift_to_mend(sentence: str, statement: Statement) -> tuple[str, ...]:
    """`drift` as people are told of it: a target in words is its own measure, and only a figure could differ."""
    apart = drift(sentence, statement)
    if statement.comparator is not None:
        return apart
    return tuple(part for part in apart if part in ("comparator", "value"))


def statement_of(kept: Mapping[str, Any], sentence: str) -> Statement:
    """The stored parts (`KEPT`) as a statement, with what only the sentence says; a quarter of a millisecond."""
    comparator = Comparator(kept["comparator"]) if kept["comparator"] else None
    parts = {**kept, "comparator": comparator, "direction": Direction(kept["direction"])}
    return completed(Statement(**parts), sentence)


def completed(statement: Statement, sentence: str) -> Statement:
    """Stored parts, with what is not stored (quantity, place, change, range …) as the sentence says it.

    `compare` needs it: "giảm 10%" is a stronger promise than "giảm 5%", but a level of 10 % than one of 5 %
    a weaker one, and only `change` tells them apart.
    """
    said = parse(sentence)
    return replace(statement, **{part: getattr(said, part) for part in READ_AGAIN})


def _differ(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return search_key(one).strip(" .,;") != search_key(other).strip(" .,;")
    return one != other


def _promises(reading: Reading, since: int | None) -> Iterator[Reckoned]:
    for item in reckon(reading):
        horizon = item.statement.horizon
        past = since is not None and horizon is not None and horizon < since
        if not past and is_promise(reading, item.clause, item.statement, item.voice):
            yield item


def _found(reading: Reading, item: Reckoned) -> Found:
    start, end = reading.span(item.clause.start, item.clause.end)
    certain = is_certain(item.clause, item.statement, item.voice)
    aimed = item.voice.aim <= item.clause.measure.first
    return Found(start, end, _complete(reading, item), item.statement, aimed, certain)


def _complete(reading: Reading, item: Reckoned) -> str:
    own = reading.slice(item.clause.start, item.clause.end).strip(" ,;")
    if item.whole:
        return own
    return f"{own} {item.tail}" if item.tail else compose(item.statement)


def _timed(item: Reckoned, sentence: str) -> str:
    if item.timed or item.statement.horizon is None or not (item.whole or item.tail):
        return sentence
    return f"Đến năm {item.statement.horizon}, {sentence}"
