"""One clause → what it says by itself."""

import re
from dataclasses import replace

from targets.language.ages import without_ages
from targets.language.clauses import Clause
from targets.language.lexicon.comparing import FALLING_TO
from targets.language.parts import Comparator, Direction, Statement
from targets.language.people import divide, tidy
from targets.language.phrases import FURTHER_AIMS, PACES, QUANTITIES, VERBS
from targets.language.surroundings import pace_of
from targets.language.times import time_at_end
from targets.language.tokens import Reading

_LAST_WORDS = 14
_EXTREMES = (Comparator.MINIMISE, Comparator.MAXIMISE)
_NUMBER_OF = "số "
_OR_MORE = re.compile(r"(?<!tuổi) trở lên\b")


def statement_of(reading: Reading, clause: Clause) -> Statement:
    """What the clause says by itself."""
    said = _leading(reading, clause) if clause.leading else _trailing(reading, clause)
    if reading.slice(clause.start, clause.end).isupper():
        said = replace(
            said,
            population=said.population.lower(),
            outcome=said.outcome.lower(),
            condition=said.condition.lower(),
        )
    if clause.measure.counted:
        said = replace(said, population=_OR_MORE.sub("", said.population, count=1))
    population, age_from, age_to = without_ages(said.population)
    people = tidy(population)
    if (people, age_from, age_to) == (said.population, None, None):
        return said
    return replace(said, population=people, age_from=age_from, age_to=age_to)


def _trailing(reading: Reading, clause: Clause) -> Statement:
    since, until = clause.subject
    if until > since and reading.words[until - 1] == "thêm":  # "tăng tỷ lệ … thêm 10%"
        until -= 1
    until, horizon = time_at_end(reading.words, since, until)
    people = divide(reading, since, until)
    measure, suffix = clause.measure, clause.suffix
    change = _is_change(clause)
    return Statement(
        comparator=measure.comparator,
        value=measure.value,
        unit=measure.unit,
        population=lowered(reading, people.population, since) or _counted(clause),
        outcome=people.outcome,
        condition=people.condition,
        wording=measure.wording,
        direction=_direction(clause, change),
        horizon=suffix.horizon or measure.year or horizon or clause.lead.horizon,
        quantity=clause.quantity,
        place=suffix.place,
        value_to=measure.value_to,
        out_of=measure.out_of,
        change=change,
        baseline=suffix.baseline or measure.baseline,
        pace=suffix.pace or clause.lead.pace,
        whole=suffix.whole,
    )


def _counted(clause: Clause) -> str:
    """ "Nâng tổng số lên 10 câu lạc bộ", "giảm xuống 18 ca sinh/1.000 phụ nữ": of what it counts."""
    measure = clause.measure
    counts = (measure.counted and clause.quantity) or ("/" in measure.unit[1:] and clause.lead.verb)
    return measure.unit if counts else ""


def _leading(reading: Reading, clause: Clause) -> Statement:
    measure, (since, until) = clause.measure, clause.body
    change = _is_change(clause)
    if measure.comparator in _EXTREMES:
        until = _before_further_aims(reading.words, since, until)
    until, horizon, baseline, pace = _end_of_body(reading, since, until, paced=change or measure.counted)
    quantity = ""
    moved = change or measure.comparator in _EXTREMES or bool(clause.lead.verb)
    if moved and not measure.counted and (length := QUANTITIES.starting(reading.words, since, until)):
        quantity, since = reading.slice(since, since + length).lower(), since + length
    population, condition, outcome = _who_and_what(reading, clause, since, until)
    if not population and not outcome and quantity.startswith(_NUMBER_OF):  # "Giảm 5% số vụ so với năm 2025"
        quantity, population = _NUMBER_OF.strip(), quantity.removeprefix(_NUMBER_OF)
    return Statement(
        comparator=measure.comparator,
        value=measure.value,
        unit=measure.unit,
        population=population,
        outcome=outcome,
        condition=condition,
        wording=measure.wording,
        direction=_direction(clause, change),
        horizon=horizon or measure.year or clause.lead.horizon,
        quantity=quantity,
        value_to=measure.value_to,
        out_of=measure.out_of,
        change=change,
        baseline=baseline or measure.baseline,
        pace=pace or clause.lead.pace,
    )


def _who_and_what(reading: Reading, clause: Clause, since: int, until: int) -> tuple[str, str, str]:
    if clause.who:
        who = tidy(clause.who)
        return who[:1].lower() + who[1:], "", f"{_small(clause.doing)} {tidy(reading.slice(since, until))}"
    if clause.doing and clause.measure.counted:
        return tidy(reading.slice(since, until)), "", _small(clause.doing)
    people = divide(reading, since, until)
    condition = people.condition or tidy(_small(clause.condition))
    population = people.population or divide(reading, *clause.subject).population
    return lowered(reading, population, clause.start), condition, people.outcome or _small(clause.doing)


def _before_further_aims(words: tuple[str, ...], since: int, until: int) -> int:
    """ "giảm tối đa tình trạng A, tạo cơ hội để …": the aim after the comma is another one."""
    for i in range(since, until - 1):
        if words[i] == "," and FURTHER_AIMS.starting(words, i + 1, until):
            return i
    return until


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def lowered(reading: Reading, subject: str, at: int) -> str:
    """A subject that opens its sentence, without the sentence's capital ("Trẻ em …", not "Điện Biên …")."""
    first, _, rest = subject.partition(" ")
    if not first[1:].islower() or rest[:1].isupper() or not first.isalpha():
        return subject
    opens = at == 0 or not reading.words[at - 1].isalpha()
    return _small(subject) if opens else subject


def _end_of_body(
    reading: Reading, since: int, until: int, *, paced: bool
) -> tuple[int, int | None, str, str]:
    words, baseline, pace = reading.words, "", ""
    for i in range(max(since, until - _LAST_WORDS), until - 1):
        if words[i : i + 2] == ("so", "với"):
            comma = words.index(",", i, until) if "," in words[i:until] else until
            baseline, until = tidy(reading.slice(i, comma)), i
            break
    until, horizon = time_at_end(reading.words, since, until)
    if paced and until > since and (length := PACES.ending(words, until, since)):
        pace, until = pace_of(reading.slice(until - length, until)), until - length
    return until, horizon, baseline, pace


def _is_change(clause: Clause) -> bool:
    """ "giảm 10%", "giảm số vụ … ít nhất 10%": how far; "giảm … xuống 10%", "… dưới 10%": where to."""
    measure, verb = clause.measure, clause.lead.verb
    if measure.value is None or measure.level or not verb or VERBS[verb] is Direction.HOLD:
        return "mức giảm" in clause.quantity and measure.value is not None
    if clause.leading:
        return not clause.doing
    return measure.comparator in (Comparator.EQUAL, Comparator.AT_LEAST, Comparator.ABOVE)


def _direction(clause: Clause, change: bool) -> Direction:
    measure, verb = clause.measure, clause.lead.verb
    said = VERBS.get(verb)
    if said is Direction.HOLD and not change:
        return said
    if measure.comparator is Comparator.MINIMISE or "mức giảm" in clause.quantity:
        return Direction.DOWN
    if measure.comparator is Comparator.MAXIMISE:
        return Direction.UP
    if change and said:
        return said
    falling = any(piece in FALLING_TO for piece in measure.pieces) and not (clause.leading and not verb)
    if falling or measure.comparator in (Comparator.BELOW, Comparator.AT_MOST):
        return Direction.DOWN
    return said if said is Direction.DOWN else Direction.UP
