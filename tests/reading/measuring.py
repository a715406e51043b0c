"""How right a reading is: its targets and its head against the truth of the corpus."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from childlabour.core.vietnamese import search_key
from plans.reading.parts.draft import PlanDraft, TargetDraft, written_value

from .corpus.facts import Goal, Paper


@dataclass
class Score:
    """`wrong` lists what differs, for people; the rest counts."""

    found: int = 0
    expected: int = 0
    right: int = 0
    fields: int = 0
    fields_right: int = 0
    wrong: list[str] = field(default_factory=list)

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.found + other.found,
            self.expected + other.expected,
            self.right + other.right,
            self.fields + other.fields,
            self.fields_right + other.fields_right,
            [*self.wrong, *other.wrong],
        )

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0

    @property
    def fields_share(self) -> float:
        return self.fields_right / self.fields if self.fields else 1.0


def score(draft: PlanDraft, truth) -> Score:
    total = _targets(draft, truth.goals)
    pairs = _head(draft, truth) if isinstance(truth, Paper) else _facts(draft, truth)
    for name, said, wanted in pairs:
        total.fields += 1
        if _same(said, wanted):
            total.fields_right += 1
        else:
            total.wrong.append(f"{name}: {said!r} instead of {wanted!r}")
    return total


def _targets(draft: PlanDraft, goals: tuple[Goal, ...]) -> Score:
    """Qualitative targets without "giảm tối đa" have no figure to be right or wrong about."""
    measured = [target for target in draft.targets if target.statement.comparator]
    left = list(measured)
    result = Score(found=len(measured), expected=len(goals))
    for goal in goals:
        match = next((target for target in left if _fits(target, goal)), None)
        if match is None:
            result.wrong.append(f"missed {goal}")
        else:
            left.remove(match)
            result.right += 1
    result.wrong += [f"invented {_sign(target)} {target.text[:90]!r}" for target in left]
    return result


def _sign(target: TargetDraft) -> tuple:
    parts = target.statement
    return str(parts.comparator), written_value(parts.value) or "", parts.unit, target.group, parts.horizon


def _fits(target: TargetDraft, goal: Goal) -> bool:
    comparator, value, unit, group, horizon = _sign(target)
    return (
        (comparator, value, search_key(unit)) == (goal.comparator, goal.value, search_key(goal.unit))
        and group in (goal.group or group,)
        and horizon in (goal.horizon or horizon,)
    )


def _head(draft: PlanDraft, truth: Paper) -> Iterator[tuple[str, object, object]]:
    yield "kind", draft.kind, truth.kind
    yield "number", draft.number.lstrip("0"), truth.number.lstrip("0")
    yield "symbol", draft.symbol, truth.symbol
    yield "issuer", draft.issuer, truth.issuer
    yield "superior", draft.superior, truth.superior_name
    yield "place", draft.place, truth.place
    yield "date", draft.date, truth.day
    yield "title", draft.title, truth.title
    yield "citations", tuple(act.number for act in draft.citations), truth.basis_numbers
    yield "parent", draft.parent.number if draft.parent else "", truth.parent
    yield "recipients", draft.recipients, truth.recipients
    yield "authority", draft.signer.lines, truth.authority
    yield "signer", draft.signer.name, truth.signer
    yield "units", draft.units, truth.units


def _facts(draft: PlanDraft, truth) -> Iterator[tuple[str, object, object]]:
    yield "number", draft.number, truth.number
    yield "issuer", draft.issuer, truth.issuer


def _same(said: object, wanted: object) -> bool:
    if isinstance(said, str) and isinstance(wanted, str):
        return search_key(said) == search_key(wanted)
    if isinstance(said, tuple) and isinstance(wanted, tuple):
        return [search_key(x) for x in said] == [search_key(x) for x in wanted]
    return said == wanted


def lost_words(kept: Iterable[str], source: Iterable[str]) -> list[str]:
    """Words of the source that the kept ones do not hold, counted."""
    missing = Counter(source)
    missing.subtract(Counter(kept))
    return sorted(word for word, times in missing.items() if times > 0)
