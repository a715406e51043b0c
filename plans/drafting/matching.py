"""Which target of the upper plan does ours carry out? A proposal by the words they share; a person decides."""

from childlabour.core.vietnamese import search_key
from plans.law.belonging import document_of
from targets.models import Target

from .target_form import upper_targets

ALIKE = 0.5  # share of common words from which a proposal is worth a look
SURE = 0.8  # from which a new target is linked at once


def likeness(one: Target, other: Target) -> float:
    """0 to 1: common words of who and what, by all their words; less when measured in another unit."""
    ours, theirs = _words(one), _words(other)
    if not ours or not theirs:
        return 0.0
    share = len(ours & theirs) / len(ours | theirs)
    return share if one.unit == other.unit else share / 2


def _words(target: Target) -> set[str]:
    text = f"{target.population} {target.outcome}".strip() or target.sentence
    return set(search_key(text).replace(",", " ").split())


def best_of(ours: Target, candidates: list[Target], least: float = ALIKE) -> Target | None:
    """The most alike of `candidates`, when at least `least` alike."""
    best = max(candidates, key=lambda other: likeness(ours, other), default=None)
    return best if best is not None and likeness(ours, best) >= least else None


def matching_upper(ours: Target) -> Target | None:
    """The upper target to propose for one that has none yet; one query."""
    plan = document_of(ours)
    return best_of(ours, list(upper_targets(plan))) if plan.parent_id else None
