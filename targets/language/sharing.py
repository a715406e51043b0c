"""Clauses → statements, each with what it shares with its neighbours: outcome, subject, year, place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from childlabour.core.vietnamese import YEAR_AHEAD
from targets.language.ages import without_ages
from targets.language.clauses import Clause, clauses_in, values_in
from targets.language.lexicon.predicates import PASSIVE
from targets.language.lexicon.promising import LABELLING, OF_WHICH, PLACING, SUBJECT_ENDS
from targets.language.parts import Comparator, Direction, Statement
from targets.language.people import divide, tidy
from targets.language.phrases import IN_TURN, MOVING, Phrases
from targets.language.promises import Voice, is_promise, listen
from targets.language.sentences import Follows, Range, sentences_in
from targets.language.stating import lowered, statement_of
from targets.language.surroundings import after_marks, opener_in
from targets.language.times import time_before
from targets.language.tokens import Reading

_LONGEST_SHARED = 600  # characters; and
_LABELLING, _OF_WHICH = Phrases(LABELLING), Phrases(OF_WHICH)
_LONGEST_LABEL = 15  # words of "Tại địa bàn có khu công nghiệp:"
_MOST_SHARING = 12  # neighbours: beyond that a text is no list of targets but something meant to take long


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
    year, colon, voice, before, spoken_of, label = None, False, None, None, None, ""
    years: tuple[int, ...] = ()  # that the sentence before set, in order
    waiting: list[Reckoned] = []
    sentences = [
        (sentence, values_in(reading, sentence.since, sentence.until)) for sentence in sentences_in(reading)
    ]
    if not any(values for _, values in sentences):
        return
    for sentence, values in sentences:
        goes_on = reading.words[sentence.since : sentence.since + 2] == ("trong", "đó")
        if not (_still_holds(sentence.follows, colon) or (goes_on and sentence.follows is Follows.SENTENCE)):
            year = None
        if sentence.follows is not Follows.CLAUSE:
            voice, before, label = None, None, ""
        clauses = clauses_in(reading, sentence.since, sentence.until, values)
        said, with_colon = _said_at_the_head(reading, sentence, clauses)
        if said and (clauses or with_colon or not colon):
            year, colon = said, with_colon
        voice = listen(reading, sentence.since, sentence.until, voice)
        own = [Reckoned(clause, statement_of(reading, clause), voice) for clause in clauses]
        again = bool(clauses) and clauses[0].lead.again
        own = _with_year(_with_subjects(_with_tails(own), before or (spoken_of if again else None)), year)
        label = _label(reading, sentence, clauses) or label
        own = _of_which(reading, _labelled(_in_turn(reading, sentence, own, years), label))
        years = tuple(dict.fromkeys(i.statement.horizon for i in own if i.statement.horizon)) or years
        if sentence.follows is Follows.CLAUSE and own and own[0].clause.leading:
            waiting = [_told_later(item, own[0].statement) for item in waiting]
        if sentence.follows is not Follows.CLAUSE or not _all_wait(own) or len(waiting) > _MOST_SHARING:
            yield from waiting
            waiting = []
        waiting += own if _all_wait(own) else []
        yield from () if _all_wait(own) else own
        before = own[-1].statement if own else None
        spoken_of = before or _spoken_of(reading, sentence) or spoken_of
    yield from waiting


def _says_nobody(item: Reckoned) -> bool:
    """ "Đến năm 2025: 90%;": of whom, the next part of the sentence says."""
    said = item.statement
    return item.clause.inherits and bool(said.horizon) and not (said.population or said.outcome)


def _all_wait(own: list[Reckoned]) -> bool:
    return bool(own) and (all(map(_says_nobody, own)) or all(map(_says_no_outcome, own)))


def _says_no_outcome(item: Reckoned) -> bool:
    """ "85% cha mẹ;": what becomes of them, the last part of the sentence says."""
    said, clause = item.statement, item.clause
    plain = clause.leading and not (clause.measure.counted or clause.doing or said.change or said.quantity)
    return plain and said.value is not None and bool(said.population) and not (said.outcome or said.condition)


def _told_later(item: Reckoned, after: Statement) -> Reckoned:
    if _says_nobody(item):
        return replace(item, statement=_announced(item.statement, after), whole=False)
    if not after.outcome.startswith(PASSIVE) or after.quantity or len(after.outcome) > _LONGEST_SHARED:
        return item
    tail = " ".join(filter(None, (after.condition, after.outcome)))
    said = replace(item.statement, condition=after.condition, outcome=after.outcome)
    return replace(item, statement=said, tail=tail, whole=False)


def _label(reading: Reading, sentence: Range, clauses: list[Clause]) -> str:
    """ "tại địa bàn có khu công nghiệp" of what stands before a colon and the first value; "" for none."""
    words = reading.words
    since = after_marks(words, sentence.since, sentence.until)
    if not clauses or not _LABELLING.starting(words, since, sentence.until):
        return ""
    until = min(clauses[0].measure.first, since + _LONGEST_LABEL + 1)
    colon = next((i for i in range(since, until) if words[i] == ":"), since)
    timed = any(_YEAR.fullmatch(word) for word in words[since:colon])
    said = reading.slice(since, colon)
    return "" if timed else said[:1].lower() + said[1:]


def _labelled(found: list[Reckoned], label: str) -> list[Reckoned]:
    if not label:
        return found
    return [
        replace(
            item,
            statement=replace(item.statement, population=f"{item.statement.population} {label}"),
            whole=False,
            tail="",
        )
        if item.clause.leading and item.statement.population and label not in item.statement.population
        else item
        for item in found
    ]


def _of_which(reading: Reading, found: list[Reckoned]) -> list[Reckoned]:
    """ "10 câu lạc bộ, trong đó 05 câu lạc bộ mới": a part of what is promised is promised, too."""
    for k in range(1, len(found)):
        before, item = found[k - 1], found[k]
        said = _OF_WHICH.ending(reading.words, item.clause.start, before.clause.measure.last)
        if said and is_promise(reading, before.clause, before.statement, before.voice):
            aimed = item.clause.measure.first
            found[k] = replace(item, voice=replace(item.voice, goal=aimed, aim=aimed))
    return found


_YEAR = re.compile(YEAR_AHEAD)


def _in_turn(
    reading: Reading, sentence: Range, found: list[Reckoned], said: tuple[int, ...]
) -> list[Reckoned]:
    """ "lần lượt đạt 60% và 75% vào năm 2025 và năm 2030": the first value for the first year …

    `said`: the years of the sentence before, for "xuống 0,6% và dưới 0,4% tương ứng".
    """
    words = reading.words[sentence.since : sentence.until]
    if len(found) < 2 or IN_TURN.first_in(words, 0, len(words)) is None:
        return found
    years = list(dict.fromkeys(int(word) for word in words if _YEAR.fullmatch(word))) or list(said)
    if len(years) != len(found):
        return found
    return [
        replace(item, statement=replace(item.statement, horizon=year), timed=False)
        for item, year in zip(found, years, strict=True)
    ]


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
        if words[i] in (",", ":", "(") or words[i] in SUBJECT_ENDS or MOVING.starting(words, i, until)
    )
    end = next(ends, until)
    people = divide(reading, opener.people, end)
    population, age_from, age_to = without_ages(people.population)
    quantity = reading.slice(opener.quantity, opener.people).lower()
    return Statement(
        None,
        None,
        "",
        lowered(reading, tidy(population), opener.people),
        people.outcome,
        age_from=age_from,
        age_to=age_to,
        quantity=quantity,
    )


def _still_holds(follows: Follows, colon: bool) -> bool:
    """ "Đến năm 2025, …" holds for its sentence, "Đến năm 2025:" for the list or paragraph it opens."""
    return follows is Follows.CLAUSE or (colon and follows is not Follows.NOTHING)


# --- What neighbours share ----------------------------------------------------------------------------


def _with_tails(found: list[Reckoned]) -> list[Reckoned]:
    """ "90% A, 80% B được C": A is promised C, too."""
    condition = outcome = ""
    year: int | None = None  # said behind the tail: "… được tập huấn vào năm 2028"
    sharing = 0
    for k in range(len(found) - 1, -1, -1):
        said = found[k].statement
        counted = found[k].clause.measure.counted and said.out_of is None
        if not found[k].clause.leading or said.change or counted or said.quantity:
            condition = outcome = ""
        elif said.outcome:
            condition, outcome, sharing = said.condition, said.outcome, 0
            year = None if found[k].clause.lead.horizon else said.horizon
        elif outcome and len(condition) + len(outcome) <= _LONGEST_SHARED and sharing < _MOST_SHARING:
            sharing += 1
            due = said.horizon or year
            shared = replace(said, condition=said.condition or condition, outcome=outcome, horizon=due)
            tail = " ".join(filter(None, ("" if said.condition else condition, outcome)))
            timed = found[k].timed and due == said.horizon
            found[k] = replace(found[k], statement=shared, tail=tail, whole=False, timed=timed)
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
        told = after.clause.leading or (after.clause.inherits and after.statement.population)
        if found[k].clause.inherits and not (here.population or here.outcome) and told:
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
    if preposition in PLACING and f" {preposition} " in population:
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
    """The year of "Đến năm 2025: …" or "Định hướng đến năm 2030, quận … tiếp tục …"; whether by a colon.

    What opens with a year and has no value sets it for the values after its ";".
    """
    words, since, year, at_year, opens = reading.words, sentence.since, None, 0, False
    head = sentence.until
    if clauses:
        first = clauses[0]
        head = first.measure.first if first.leading or first.lead.again else first.subject[0]
    opening = after_marks(words, since, head)
    for at in range(opening + 1, min(head, sentence.until - 1) + 1):
        found = time_before(words, at, opening)
        if found and (found.anchored or found.period or opening == at - found.length or words[at] == ":"):
            year, at_year = found.year, at
            opens = at - found.length == opening or words[at - found.length - 1] == ","
    colon = year is not None and ":" in words[at_year : head + 1]
    return (year, colon) if clauses or colon or opens else (None, False)
