"""Which target of the upper plan does ours carry out? A proposal by the words they share; a person decides."""

from collections.abc import Iterable

from childlabour.core.vietnamese import search_key
from plans.content.values import TargetMark
from targets.models import Target

ALIKE = 0.5  # share of common words from which a proposal is worth a look
SURE = 0.8  # from which a new target is linked at once


def likeness(ours: TargetMark, other: Target) -> float:
    """0 to 1: common words of who and what, by all their words; less when measured in another unit."""
    said = ours.statement
    one = _words(said.population, said.outcome, ours.sentence)
    two = _words(other.population, other.outcome, other.sentence)
    if not one or not two:
        return 0.0
    share = len(one & two) / len(one | two)
    return share if said.unit == other.unit else share / 2


def _words(population: str, outcome: str, sentence: str) -> set[str]:
    text = f"{population} {outcome}".strip() or sentence
    return set(search_key(text).replace(",", " ").split())


def best_of(ours: TargetMark, candidates: Iterable[Target], least: float = ALIKE) -> Target | None:
    """The most alike of `candidates`, when at least `least` alike."""
    best = max(candidates, key=lambda other: likeness(ours, other), default=None)
    return best if best is not None and likeness(ours, best) >= least else None
