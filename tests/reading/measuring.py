"""How right a reading is: what was read and what was saved against the truth of a document, counted by subject."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from childlabour.core.vietnamese import search_key
from plans.content.values import Content
from plans.reading.parts.draft import ReadDraft, written_value
from plans.reading.sources.lines import Source
from targets.statements import Statement
from tests.words import counted

from .corpus.facts import Goal, Paper

# Right of all, in the order of the table; "found" is what was read as a target, right or not.
TARGETS = ("targets", "found", "saved targets", "found saved")
SUBJECTS = ("head", "acts", "bodies", "duties", "recipients")


@dataclass
class Score:
    """`wrong` lists what differs, for people; the rest counts, a subject to two figures: right, and of how many."""

    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.of + other.of, [*self.wrong, *other.wrong])

    def add(self, subject: str, right: int, of: int, wrong: str = "") -> None:
        self.right[subject] += right
        self.of[subject] += of
        if right < of and wrong:
            self.wrong.append(wrong)

    def fact(self, subject: str, name: str, said: object, wanted: object) -> None:
        self.add(subject, is_same(said, wanted), 1, f"{name}: {said!r} instead of {wanted!r}")

    def list_of(self, subject: str, name: str, said: Iterable[str], wanted: Iterable[str]) -> None:
        """Every name that stands on one side only counts as one fault."""
        said, wanted = list(said), list(wanted)
        right = sum((Counter(map(search_key, said)) & Counter(map(search_key, wanted))).values())
        self.add(subject, right, max(len(said), len(wanted)), f"{name}: {said!r} instead of {wanted!r}")

    def share(self, *subjects: str) -> float:
        of = sum(self.of[subject] for subject in subjects)
        return sum(self.right[subject] for subject in subjects) / of if of else 1.0

    @property
    def precision(self) -> float:
        return self.share("found")

    @property
    def recall(self) -> float:
        return self.share("targets")

    @property
    def fields_share(self) -> float:
        return self.share(*SUBJECTS)


def score(draft: ReadDraft, truth) -> Score:
    """Of one document of the corpus, at reading."""
    total = Score()
    targets_of(total, [(t.statement, t.group) for t in draft.targets], truth.goals)
    if isinstance(truth, Paper):
        _head(total, draft, truth)
    else:
        total.fact("head", "number", draft.number, truth.number)
        total.fact("head", "issuer", draft.issuer, truth.issuer)
    return total


def score_saved(total: Score, content: Content, goals: tuple[Goal, ...]) -> None:
    """What the database holds of the targets; an office without the programme has no groups."""
    targets_of(total, [(mark.statement, "") for _, mark in content.targets], goals, saved=True)


def score_words(total: Score, source: Source, draft: ReadDraft, content: Content) -> None:
    """Words of the source that stand in the content; those that were told apart are looked at by people."""
    words = counted(source, draft, content)
    lost = len(words.lost)
    total.add("words", len(words.source) - lost, len(words.source), f"lost words: {words.lost[:12]}")


def targets_of(
    total: Score, said: list[tuple[Statement, str]], goals: tuple[Goal, ...], *, saved: bool = False
) -> None:
    """Qualitative targets without "giảm tối đa" have no figure to be right or wrong about."""
    before, behind = ("saved ", " saved") if saved else ("", "")
    measured = [(statement, group) for statement, group in said if statement.comparator]
    left = list(measured)
    right = 0
    for goal in goals:
        match = next((item for item in left if _fits(*item, goal)), None)
        if match is None:
            total.wrong.append(f"missed {goal}{behind}")
        else:
            left.remove(match)
            right += 1
    total.wrong += [
        f"invented {_sign(statement)} {statement.outcome[:60]!r}{behind}" for statement, _ in left
    ]
    total.add(f"{before}targets", right, len(goals))
    total.add(f"found{behind}", right, len(measured))


def _sign(statement: Statement) -> tuple:
    return str(statement.comparator), written_value(statement.value) or "", statement.unit, statement.horizon


def _fits(statement: Statement, group: str, goal: Goal) -> bool:
    comparator, value, unit, horizon = _sign(statement)
    return (
        (comparator, value, search_key(unit)) == (goal.comparator, goal.value, search_key(goal.unit))
        and group in ("", goal.group or group)
        and horizon in (goal.horizon or horizon,)
    )


def _head(total: Score, draft: ReadDraft, truth: Paper) -> None:
    for name, said, wanted in _facts(draft, truth):
        total.fact("head", name, said, wanted)
    total.list_of("acts", "citations", (act.number for act in draft.citations), truth.basis_numbers)
    total.list_of("recipients", "recipients", draft.recipients, truth.recipients)
    total.list_of("bodies", "units", draft.units, truth.units)


def _facts(draft: ReadDraft, truth: Paper) -> Iterator[tuple[str, object, object]]:
    yield "kind", draft.kind, truth.kind
    yield "number", draft.number.lstrip("0"), truth.number.lstrip("0")
    yield "symbol", draft.symbol, truth.symbol
    yield "issuer", draft.issuer, truth.issuer
    yield "superior", draft.superior, truth.superior_name
    yield "place", draft.place, truth.place
    yield "date", draft.date, truth.day
    yield "title", draft.title, truth.title
    yield "parent", draft.parent.number if draft.parent else "", truth.parent
    yield "authority", draft.signer.lines, truth.authority
    yield "signer", draft.signer.name, truth.signer


def is_same(said: object, wanted: object) -> bool:
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
