"""Parts → the sentence an office would write. What is composed parses back into the same parts."""

from decimal import Decimal

from childlabour.core.vietnamese import PERCENT, write_number
from targets.language.ages import people_with_ages
from targets.language.lexicon.comparing import FALLING_TO
from targets.language.lexicon.counting import PER_MILLE
from targets.language.measures import comparator_of, names_things
from targets.language.parts import Comparator, Direction, Statement
from targets.language.people import becomes
from targets.language.phrases import (
    DEFAULT_WORDING,
    DOING,
    HIGHEST,
    LOWEST,
    TO_THE_HIGHEST,
    TO_THE_LOWEST,
)

_EXTREMES = (Comparator.MINIMISE, Comparator.MAXIMISE)
_VERBS = {Direction.DOWN: "giảm", Direction.UP: "tăng", Direction.HOLD: "duy trì"}


def compose(statement: Statement) -> str:
    """One sentence without end mark, its first letter a capital."""
    if statement.comparator is None:
        sentence = statement.outcome or statement.population
    elif statement.comparator in _EXTREMES:
        sentence = _extreme(statement)
    elif _stands_behind(statement):
        sentence = _behind(statement)
    else:
        sentence = _before(statement)
    if statement.comparator is not None and statement.horizon:
        sentence = f"đến năm {statement.horizon}, {sentence}"
    return sentence[:1].upper() + sentence[1:]


def wording_of(statement: Statement) -> str:
    """The comparing words as written ("từ … trở lên" with its gap), unless they are no longer true."""
    if comparator_of(statement.wording) is statement.comparator or statement.value_to is not None:
        return statement.wording
    if statement.comparator is None or (statement.comparator is Comparator.EQUAL and not statement.quantity):
        return ""
    return DEFAULT_WORDING[statement.comparator]


def _extreme(s: Statement) -> str:
    words = s.wording.split()
    if TO_THE_LOWEST.starting(words, 0, len(words)) or TO_THE_HIGHEST.starting(words, 0, len(words)):
        return _joined(_VERBS[s.direction], s.quantity, *_who(s), s.wording)
    falls = s.comparator is Comparator.MINIMISE
    known = (LOWEST if falls else HIGHEST).starting(words, 0, len(words))
    usual = DEFAULT_WORDING[Comparator.MINIMISE if falls else Comparator.MAXIMISE]
    return _joined(s.wording if known else usual, s.quantity, *_who(s))


def _stands_behind(s: Statement) -> bool:
    """ "tỷ lệ trẻ em … đạt 90%", not "90% trẻ em …"."""
    if names_things(s.unit):
        return bool(s.quantity)
    if s.quantity or s.whole or s.place or s.baseline.startswith("từ "):
        return True
    return bool({"đạt", *FALLING_TO} & set(wording_of(s).split())) and bool(s.population or s.outcome)


def _behind(s: Statement) -> str:
    verb = _VERBS[s.direction]
    if s.direction is Direction.UP and not s.change:
        verb = ""
    elif s.direction is Direction.DOWN and not s.quantity and not s.change:
        verb = "" if comparator_of(wording_of(s)) is Comparator.BELOW else verb
    baseline = s.baseline if s.baseline.startswith("từ ") else ""
    if baseline and s.direction is Direction.UP:
        verb = _VERBS[s.direction]
    unit = s.unit if names_things(s.unit) else ""
    place = f"({s.place})" if s.place else ""
    return _joined(
        s.pace and f"{s.pace},",
        verb,
        s.quantity,
        *_who(s),
        baseline,
        _measure(s),
        unit,
        s.whole,
        place,
        _since(s),
    )


def _before(s: Statement) -> str:
    lead = "duy trì" if s.direction is Direction.HOLD else _VERBS[s.direction] if s.change else ""
    pace = s.pace and f"{s.pace},"
    if not names_things(s.unit):
        doing, after = _doing_first(s)
        return _joined(pace, doing, lead, _measure(s), _people(s), s.condition, after, _since(s))
    return _joined(pace, lead, _counting(s), _since(s))


def _counting(s: Statement) -> str:
    doing, after = _doing_first(s)
    before, held, counted = after.partition(f" {s.unit}")
    if held and not s.population.startswith(s.unit):  # "mỗi xã" "có mô hình …"
        return _joined(_people(s), before, _measure(s), s.unit + counted, s.condition)
    what = _people(s) if s.population.startswith(s.unit) else _joined(s.unit, _people(s))
    return _joined(doing, _measure(s), what, s.condition, after)


def _doing_first(s: Statement) -> tuple[str, str]:
    words = s.outcome.lower().split()
    first = words and (words[-1] == "cho" or DOING.starting(words, 0, len(words)) == len(words))
    first = first or (words and names_things(s.unit) and not becomes(words))
    return (s.outcome, "") if first else ("", s.outcome)


def _measure(s: Statement) -> str:
    wording = wording_of(s)
    before, _, after = wording.partition("…")
    if s.value_to is not None:
        amount = f"{_amount(s.value, s)} đến {_amount(s.value_to, s)}"
    elif s.out_of is not None:
        amount = f"{_amount(s.value, s)}/{write_number(s.out_of)}"
    else:
        amount = _amount(s.value, s)
    return _joined(before.strip(), amount, after.strip())


def _amount(value: Decimal | None, s: Statement) -> str:
    if value is None:
        return ""
    if s.unit in (PERCENT, PER_MILLE) or s.unit.startswith("/"):
        return write_number(value) + s.unit
    if names_things(s.unit):
        return f"0{value}" if value == int(value) and 0 <= value < 10 else write_number(value)
    return _joined(write_number(value), s.unit)


def _who(s: Statement) -> tuple[str, str, str]:
    return _people(s), s.condition, s.outcome


def _people(s: Statement) -> str:
    return people_with_ages(s.population, s.age_from, s.age_to)


def _since(s: Statement) -> str:
    return "" if s.baseline.startswith("từ ") else s.baseline


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
