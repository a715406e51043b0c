"""Clauses → statements, each with what it shares with its neighbours: outcome, subject, year, place."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from targets.language.clauses import Clause, clauses_in
from targets.language.parts import Comparator, Direction, Statement
from targets.language.people import divide, tidy, time_at_end, without_ages
from targets.language.phrases import FALLING_TO, FURTHER_AIMS, GOES_ON, MOVING, PACES, QUANTITIES, VERBS
from targets.language.promises import Voice, listen
from targets.language.sentences import Follows, Range, sentences_in
from targets.language.surroundings import after_marks, opener_in, pace_of
from targets.language.times import time_before
from targets.language.tokens import Reading

_LONGEST_SHARED = 600  # characters; and
_MOST_SHARING = 12  # neighbours: beyond that a text is no list of targets but something meant to take long
_EXTREMES = (Comparator.MINIMISE, Comparator.MAXIMISE)
_LAST_WORDS = 14


@dataclass(frozen=True)
class Reckoned:
    """A clause, what it says, and how its words became complete."""

    clause: Clause
    statement: Statement
    voice: Voice
    tail: str = ""  # condition and outcome taken from a neighbour to the right
    whole: bool = True  # its own words say who and what
    timed: bool = True  # its own words say the year, or no one does


def reckon(reading: Reading) -> Iterator[Reckoned]:
    """All clauses with a value, whether promise or report, in the order of the text."""
    year, colon, voice, before, spoken_of = None, False, None, None, None
    for sentence in sentences_in(reading):
        if not _still_holds(sentence.follows, colon):
            year = None
        if sentence.follows is not Follows.CLAUSE:
            voice, before = None, None
        clauses = clauses_in(reading, sentence.since, sentence.until)
        said, with_colon = _said_at_the_head(reading, sentence, clauses)
        if said:
            year, colon = said, with_colon
        voice = listen(reading, sentence.since, sentence.until, voice)
        own = [Reckoned(clause, statement_of(reading, clause), voice) for clause in clauses]
        again = bool(clauses) and clauses[0].lead.again
        own = _with_year(_with_subjects(_with_tails(own), before or (spoken_of if again else None)), year)
        yield from own
        before = own[-1].statement if own else None
        spoken_of = before or _spoken_of(reading, sentence) or spoken_of


def _spoken_of(reading: Reading, sentence: Range) -> Statement | None:
    """The quantity a sentence without a value names: "tỷ lệ này" of the next one means it."""
    opener = opener_in(reading, sentence.since, sentence.until, after_a_value=False)
    if opener is None:
        return None
    words = reading.words
    until = sentence.until
    ends = (
        i
        for i in range(opener.people, until)
        if words[i] in (",", ":", "(") or words[i] in GOES_ON or MOVING.starting(words, i, until)
    )
    end = next(ends, until)
    people = divide(reading, opener.people, end)
    population, age_from, age_to = without_ages(people.population)
    quantity = reading.slice(opener.quantity, opener.people).lower()
    return Statement(
        None,
        None,
        "",
        _lowered(reading, tidy(population), opener.people),
        people.outcome,
        age_from=age_from,
        age_to=age_to,
        quantity=quantity,
    )


def _still_holds(follows: Follows, colon: bool) -> bool:
    """ "Đến năm 2025, …" holds for its sentence, "Đến năm 2025:" for the list or paragraph it opens."""
    return follows is Follows.CLAUSE or (colon and follows is not Follows.NOTHING)


# --- One clause ---------------------------------------------------------------------------------------


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
    population, age_from, age_to = without_ages(said.population)
    return replace(said, population=tidy(population), age_from=age_from, age_to=age_to)


def _trailing(reading: Reading, clause: Clause) -> Statement:
    since, until = clause.subject
    until, horizon = time_at_end(reading, since, until)
    people = divide(reading, since, until)
    measure, suffix = clause.measure, clause.suffix
    change = _is_change(clause)
    return Statement(
        comparator=measure.comparator,
        value=measure.value,
        unit=measure.unit,
        population=_lowered(reading, people.population, since),
        outcome=people.outcome,
        condition=people.condition,
        wording=measure.wording,
        direction=_direction(clause, change),
        horizon=suffix.horizon or horizon or clause.lead.horizon,
        quantity=clause.quantity,
        place=suffix.place,
        value_to=measure.value_to,
        out_of=measure.out_of,
        change=change,
        baseline=suffix.baseline or measure.baseline,
        pace=suffix.pace or clause.lead.pace,
        whole=suffix.whole,
    )


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
    return Statement(
        comparator=measure.comparator,
        value=measure.value,
        unit=measure.unit,
        population=population,
        outcome=outcome,
        condition=condition,
        wording=measure.wording,
        direction=_direction(clause, change),
        horizon=horizon or clause.lead.horizon,
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
    return _lowered(reading, population, clause.start), condition, people.outcome or _small(clause.doing)


def _before_further_aims(words: tuple[str, ...], since: int, until: int) -> int:
    """ "giảm tối đa tình trạng A, tạo cơ hội để …": the aim after the comma is another one."""
    for i in range(since, until - 1):
        if words[i] == "," and FURTHER_AIMS.starting(words, i + 1, until):
            return i
    return until


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _lowered(reading: Reading, subject: str, at: int) -> str:
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
    until, horizon = time_at_end(reading, since, until)
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


# --- What neighbours share ----------------------------------------------------------------------------


def _with_tails(found: list[Reckoned]) -> list[Reckoned]:
    """ "90% A, 80% B được C": A is promised C, too."""
    condition = outcome = ""
    sharing = 0
    for k in range(len(found) - 1, -1, -1):
        said = found[k].statement
        if not found[k].clause.leading or said.change or found[k].clause.measure.counted or said.quantity:
            condition = outcome = ""
        elif said.outcome:
            condition, outcome, sharing = said.condition, said.outcome, 0
        elif outcome and len(condition) + len(outcome) <= _LONGEST_SHARED and sharing < _MOST_SHARING:
            sharing += 1
            shared = replace(said, condition=said.condition or condition, outcome=outcome)
            tail = " ".join(filter(None, ("" if said.condition else condition, outcome)))
            found[k] = replace(found[k], statement=shared, tail=tail, whole=False)
    return found


def _with_subjects(found: list[Reckoned], last: Statement | None) -> list[Reckoned]:
    """ "tỷ lệ A đạt 40% vào năm 2026 và 60% vào năm 2028": the second is of A, too."""
    sharing = 0
    for k in range(len(found)):
        before = found[k - 1].statement if k else last
        said = found[k].statement
        if found[k].clause.leading and not said.population and said.outcome and before:
            people = {part: getattr(before, part) for part in ("population", "age_from", "age_to")}
            found[k] = replace(found[k], statement=replace(said, **people), whole=False)
        if not found[k].clause.inherits or before is None:
            sharing = 0
            continue
        length = len(before.population) + len(before.outcome)
        if length and length <= _LONGEST_SHARED and sharing < _MOST_SHARING:
            sharing += 1
            found[k] = replace(found[k], statement=_inherited(found[k], before), whole=False)
    for k in range(len(found) - 2, -1, -1):
        here, after = found[k].statement, found[k + 1]
        if found[k].clause.inherits and not (here.population or here.outcome) and after.clause.leading:
            found[k] = replace(found[k], statement=_announced(here, after.statement), whole=False)
        if here.place and not here.horizon and after.statement.place and after.clause.inherits:
            found[k] = replace(
                found[k], statement=replace(here, horizon=after.statement.horizon), timed=False
            )
    return found


def _inherited(own: Reckoned, before: Statement) -> Statement:
    said, measure = own.statement, own.clause.measure
    change = said.change or (before.change and not measure.level and not said.wording)
    bare = not measure.decided and not measure.level and not measure.pieces and measure.value != 100
    comparator, wording = (before.comparator, before.wording) if bare else (said.comparator, said.wording)
    if not before.quantity and comparator is Comparator.EQUAL and "đạt" not in wording:
        wording = ""  # "con số này là 98%", said of people: 98% of them
    down = comparator in (Comparator.BELOW, Comparator.AT_MOST) or before.direction is not Direction.UP
    direction = before.direction if down and said.direction is not Direction.HOLD else said.direction
    if comparator in (Comparator.BELOW, Comparator.AT_MOST) and direction is Direction.UP:
        direction = Direction.DOWN
    return replace(
        said,
        comparator=comparator,
        wording=wording,
        change=change,
        direction=direction,
        population=_elsewhere(before.population, said.place),
        outcome=before.outcome,
        condition=said.condition or before.condition,
        age_from=before.age_from,
        age_to=before.age_to,
        quantity=said.quantity or before.quantity,
        whole=said.whole or before.whole,
        pace=said.pace or before.pace,
        baseline=said.baseline or (before.baseline if change else ""),
    )


def _announced(said: Statement, after: Statement) -> Statement:
    """ "đến năm 2025 đạt 60% và đến năm 2030 đạt 75% các cơ quan …": of the people named at the end."""
    return replace(
        said,
        population=after.population,
        outcome=after.outcome,
        condition=after.condition,
        age_from=after.age_from,
        age_to=after.age_to,
    )


def _elsewhere(population: str, place: str) -> str:
    """ "đi học ở bậc tiểu học" with place "ở bậc trung học" → "đi học"."""
    preposition = place.split(" ")[0] if place else ""
    if preposition in ("ở", "tại") and f" {preposition} " in population:
        return population.rsplit(f" {preposition} ", 1)[0]
    return population


def _with_year(found: list[Reckoned], year: int | None) -> list[Reckoned]:
    if year is None:
        return found
    return [
        item
        if item.statement.horizon
        else replace(item, statement=replace(item.statement, horizon=year), timed=False)
        for item in found
    ]


def _said_at_the_head(reading: Reading, sentence: Range, clauses: list[Clause]) -> tuple[int | None, bool]:
    """The year of "Đến năm 2025: …" or "Định hướng đến năm 2030, quận … tiếp tục …"; whether by a colon."""
    words, since, year, at_year = reading.words, sentence.since, None, 0
    head = sentence.until
    if clauses:
        head = clauses[0].measure.first if clauses[0].leading else clauses[0].subject[0]
    opening = after_marks(words, since, head)
    for at in range(opening + 1, min(head, sentence.until - 1) + 1):
        found = time_before(words, at, opening)
        if found and (found.anchored or found.period or opening == at - found.length or words[at] == ":"):
            year, at_year = found.year, at
    colon = year is not None and ":" in words[at_year : head + 1]
    return (year, colon) if clauses or colon else (None, False)
