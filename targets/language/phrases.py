"""The lexicon's phrases as they are found among tokens, and what those that decide mean."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from targets.language.lexicon import (
    comparing,
    counting,
    moving,
    people,
    predicates,
    promising,
    reporting,
)
from targets.language.parts import Comparator, Direction
from targets.language.tokens import spelled

Meaning = TypeVar("Meaning")


class Phrases:
    """A set of phrases, found where they begin or where they end; the longest one wins."""

    def __init__(self, *lists: Iterable[str]):
        self._phrases = {spelled(phrase) for phrases in lists for phrase in phrases}
        self._first = _lengths(self._phrases, 0)
        self._last = _lengths(self._phrases, -1)
        self.first_words = self._first.keys()

    def starting(self, words: Sequence[str], at: int, until: int) -> int:
        """Number of words of the longest phrase that begins at `at` and ends by `until`; 0 for none."""
        for length in self._first.get(words[at], ()) if at < until else ():
            if at + length <= until and tuple(words[at : at + length]) in self._phrases:
                return length
        return 0

    def first_in(self, words: Sequence[str], since: int, until: int) -> int | None:
        """Where the first of them begins in tokens `since` … `until`."""
        begins = self._first
        for at in range(since, until):
            if words[at] in begins and self.starting(words, at, until):
                return at
        return None

    def ending(self, words: Sequence[str], before: int, since: int) -> int:
        """Number of words of the longest phrase that ends just before `before` and begins by `since`."""
        for length in self._last.get(words[before - 1], ()) if before > since else ():
            if before - length >= since and tuple(words[before - length : before]) in self._phrases:
                return length
        return 0


def _lengths(phrases: set[tuple[str, ...]], end: int) -> dict[str, list[int]]:
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        lengths.setdefault(phrase[end], set()).add(len(phrase))
    return {word: sorted(found, reverse=True) for word, found in lengths.items()}


def _meaning(lists: Mapping[Meaning, Iterable[str]]) -> dict[str, Meaning]:
    return {phrase: meaning for meaning, phrases in lists.items() for phrase in phrases}


# --- Words straight before and after a value ----------------------------------------------------------

COMPARATORS = _meaning(
    {
        Comparator.ABOVE: comparing.ABOVE,
        Comparator.AT_LEAST: comparing.AT_LEAST,
        Comparator.BELOW: comparing.BELOW,
        Comparator.AT_MOST: comparing.AT_MOST,
    }
)
BEFORE_VALUE = Phrases(COMPARATORS, comparing.FALLING_TO, comparing.REACHING)
AFTER_VALUE = _meaning(
    {Comparator.AT_LEAST: comparing.AT_LEAST_BEHIND, Comparator.AT_MOST: comparing.AT_MOST_BEHIND}
)
DEFAULT_WORDING = {
    Comparator.EQUAL: "đạt",
    Comparator.ABOVE: "trên",
    Comparator.AT_LEAST: "ít nhất",
    Comparator.BELOW: "dưới",
    Comparator.AT_MOST: "không quá",
    Comparator.MINIMISE: "giảm tối đa",
    Comparator.MAXIMISE: "tăng tối đa",
}

# --- What moves, and which way ------------------------------------------------------------------------

VERBS = _meaning({Direction.DOWN: moving.DOWN, Direction.UP: moving.UP, Direction.HOLD: moving.HOLD})
MOVING = Phrases(VERBS)
QUANTITIES = Phrases(moving.QUANTITIES, moving.MOVED_QUANTITIES)  # after a verb that moves them
NO_QUANTITIES = Phrases(moving.NO_QUANTITIES)
BARE_QUANTITIES = Phrases(moving.QUANTITIES)
LOWEST, TO_THE_LOWEST = Phrases(moving.LOWEST), Phrases(moving.TO_THE_LOWEST)
HIGHEST, TO_THE_HIGHEST = Phrases(moving.HIGHEST), Phrases(moving.TO_THE_HIGHEST)
SHORTENING = Phrases(moving.SHORTENING)
TAKING_TIME = Phrases(moving.TAKING_TIME)
LASTING = Phrases(moving.LASTING)
DURATIONS = Phrases(moving.DURATIONS)
SAME_AGAIN = Phrases(moving.SAME_AGAIN)

# --- Counts -------------------------------------------------------------------------------------------

COUNTED = Phrases(counting.COUNTED)
UNCOUNTED_THINGS = Phrases(counting.UNCOUNTED_THINGS)
COUNTED_IN_RATES = Phrases(counting.COUNTED_IN_RATES)
DOING = Phrases(counting.DOING)
DOING_OF_COUNTS_ALONE = frozenset(map(spelled, counting.DOING_OF_COUNTS_ALONE))
NUMBER_WORDS = Phrases(counting.NUMBER_WORDS)

# --- Words before and between targets -----------------------------------------------------------------

MODES = Phrases(promising.MODES)
TIES = Phrases(promising.TIES)
PLACES = Phrases(promising.LABELLING)
OF_A_PART = Phrases(promising.OF_A_PART)
PACES = Phrases(promising.PACES)
JOINTS = Phrases(promising.JOINTS)
GOALS = Phrases(promising.GOALS)
AIMS = Phrases(promising.AIMS)
IN_TURN = Phrases(promising.IN_TURN)
FURTHER_AIMS = Phrases(promising.FURTHER_AIMS)
NOW = Phrases(reporting.NOW)
REPORTING = Phrases(reporting.REPORTING)
MONEY = Phrases(reporting.MONEY)
MONEY_SPENT = Phrases(reporting.SPENT)
EARNINGS = Phrases(reporting.EARNINGS)
SHARE_OF = Phrases(reporting.SHARE_OF)

# --- People and what becomes of them ------------------------------------------------------------------

BEFORE_AGES = Phrases(people.BEFORE_AGES)
TAKING_PASSIVE = Phrases(predicates.TAKING_PASSIVE)
FINDING = Phrases(predicates.FINDING)
PREDICATES = Phrases(predicates.PREDICATES)
NO_OUTCOMES = Phrases(predicates.NO_OUTCOMES)
MAYBE_PREDICATES = Phrases(predicates.MAYBE_PREDICATES)
CONDITIONS = Phrases(predicates.CONDITIONS)
