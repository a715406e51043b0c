"""One engine for everything that moves by steps: a table says who may do what from where, `perform` does it.

A room writes its steps as one `StepTable`: a document on its way to issue, a task in the hands of a unit. Buttons,
hints, the page of rights, the API and the tests read the same table; to add an act is to add a row.

A step is taken like this: the row is locked, every guard is asked, the row changes and is saved in its new
state, the journal is written, what follows is done; all in one transaction or not at all. Guards write nothing:
they give `Problem`s, and facts that what follows needs.

What takes long is done while nobody waits for the row: beforehand, as a fact that a guard holds against the locked
row, or afterwards, where it can be made up for if the power fails in between.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from django.db import transaction

from childlabour.core.errors import Problem, Refusal

F = TypeVar("F")


class Movable(Protocol):
    """What moves: a stored row."""

    pk: Any

    def save(self) -> None: ...


@dataclass(frozen=True)
class Exempt:
    """A fact: a rule that could not be kept, and why. The step is taken, and its journal says so."""

    why: str


@dataclass(frozen=True)
class Noted:
    """A fact: what the step does in particular, in words. Its journal says so."""

    what: str


@dataclass(frozen=True)
class Words:
    """How a step speaks. `done` may name the row: "Đã cấp số {row.code}."."""

    name: str  # "trình"; on the button, in refusals, in the journal
    hint: str = ""  # what pressing it does
    done: str = "Đã xong."
    waiting: str = ""  # of a row that waits for this step: "chờ lãnh đạo duyệt"


@dataclass(frozen=True)
class Ask:
    """Something the step must be told."""

    name: str
    missing: str = ""  # what is said when nothing was told; "" where it may be left open


@dataclass
class Act:
    """One step on its way: what guards look at, and what changes and follows work with."""

    table: "StepTable"
    step: "Step"
    row: Any  # locked
    officer: Any
    told: Mapping[str, Any]
    before: str
    facts: tuple[Any, ...] = ()

    def __getitem__(self, name: str) -> Any:
        """What was told; the table's own default when nothing was."""
        return self.told.get(name, self.table.defaults.get(name))

    def fact(self, kind: type[F]) -> F:
        """What a guard of this step found out."""
        return next(fact for fact in self.facts if isinstance(fact, kind))

    @property
    def notes(self) -> str:
        return " ".join(fact.what for fact in self.facts if isinstance(fact, Noted))

    @property
    def exemptions(self) -> str:
        return " ".join(fact.why for fact in self.facts if isinstance(fact, Exempt))


Guard = Callable[[Act], Iterable[Any]]  # of Problems and facts
Effect = Callable[[Act], None]
Derivation = Callable[[Any], object]  # of something from the row, the same however often it is done


def _always(row: Any) -> bool:
    return True


@dataclass(frozen=True)
class Step:
    """A row of a table. Without `who` a step is nobody's own act: it only follows from another one."""

    name: StrEnum | str
    before: frozenset[str]
    after: str | None  # None: the row stays as it is
    who: frozenset[str]  # hats, in the words of the table
    words: Words
    asks: Sequence[Ask] = ()
    beforehand: Sequence[Guard] = ()  # slow; on the row as it is found, before it is locked
    guards: Sequence[Guard] = ()
    changes: Sequence[Effect] = ()  # before the row is saved in its new state
    follows: Sequence[Effect] = ()  # after the journal is written
    afterwards: Sequence[Derivation] = ()  # slow; when all is written and the row is free again
    leads: bool = False  # on the way: put forward where several steps could be taken
    offered: Callable[[Any], bool] = _always  # False where there is nothing left to do by it
    ways: frozenset[str] = frozenset()  # of the table's ways, those that it lies on; empty: on every one

    @property
    def is_own_act(self) -> bool:
        return bool(self.who)


@dataclass(frozen=True)
class StepTable:
    """The life of one kind of row."""

    steps: tuple[Step, ...]
    state: str  # the attribute that holds it
    find: Callable[[Any], Any]  # key → the row, with what guards look at
    lock: Callable[[Any], Any]  # the same, locked
    hats: Callable[[Any, Any], frozenset[str]]  # (officer, row) → what counts here
    journal: Callable[[Act], None]
    not_open: Callable[[Step, Any], str]  # why the step cannot be taken from where the row is
    not_yours: Callable[[Step, Any], str]
    defaults: Mapping[str, Any] = field(default_factory=dict)  # everything that a step may be told
    way: str = ""  # the attribute that says which of several ways the row goes; "" where there is one

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    def __getitem__(self, name: str) -> Step:
        return next(step for step in self.steps if step.name == name)

    def state_of(self, row: Any) -> str:
        state: str = getattr(row, self.state)
        return state

    def leads_from(self, row: Any) -> tuple[Step, ...]:
        """The steps that start where the row stands, on the way that it goes, whoever takes them."""
        return tuple(step for step in self.steps if self._starts_at(step, row))

    def open_to(self, officer: Any, row: Any) -> tuple[Step, ...]:
        """The steps that `officer` has a right to, in the order of the table. No query of its own."""
        hats = self.hats(officer, row)
        return tuple(step for step in self.leads_from(row) if step.who & hats)

    def available(self, officer: Any, row: Any) -> tuple[Step, ...]:
        """Those of `open_to` that lead anywhere: what a page offers."""
        return tuple(step for step in self.open_to(officer, row) if step.offered(row))

    def perform(self, name: str, row: Any, officer: Any, **told: Any) -> Any:
        """Take the step and leave a trace, or raise Refusal with every reason why not; nothing in between.

        Of two people at the same instant one wins; the other is told what happened. Gives the row as it is.
        """
        step = next((step for step in self.steps if step.name == name and step.is_own_act), None)
        if step is None:
            raise Refusal("Việc này không làm riêng được: nó chỉ đi theo một việc khác.")
        known = self._beforehand(step, row, officer, told) if step.beforehand else ()
        with transaction.atomic():
            locked = self.lock(row.pk)
            self._refuse_unless_his(step, locked, officer)
            self._take(step, locked, officer, told, known)
        for derive in step.afterwards:
            derive(locked)
        return locked

    def follow(self, act: Act, name: str, row: Any, **told: Any) -> None:
        """A step that follows from `act`, on a locked row; whoever may do the one causes the other."""
        step = self[name]
        self._refuse_unless_open(step, row)
        self._take(step, row, act.officer, told)

    def _beforehand(self, step: Step, row: Any, officer: Any, told: Mapping[str, Any]) -> tuple[Any, ...]:
        found = self.find(row.pk)
        self._refuse_unless_his(step, found, officer)
        act = Act(self, step, found, officer, self._understood(told), self.state_of(found))
        _facts(_left_open(act))  # nothing slow for what is not told
        return _facts(said for look in step.beforehand for said in look(act))

    def _refuse_unless_his(self, step: Step, row: Any, officer: Any) -> None:
        self._refuse_unless_open(step, row)
        if not step.who & self.hats(officer, row):
            raise Refusal(self.not_yours(step, row))

    def _starts_at(self, step: Step, row: Any) -> bool:
        on_its_way = not step.ways or getattr(row, self.way) in step.ways
        return on_its_way and self.state_of(row) in step.before

    def _refuse_unless_open(self, step: Step, row: Any) -> None:
        if not self._starts_at(step, row):
            raise Refusal(self.not_open(step, row))

    def _take(
        self, step: Step, row: Any, officer: Any, told: Mapping[str, Any], known: tuple[Any, ...] = ()
    ) -> None:
        act = Act(self, step, row, officer, self._understood(told), self.state_of(row), known)
        asked = (said for guard in step.guards for said in guard(act))
        act.facts = (*known, *_facts((*_left_open(act), *asked)))
        for change in step.changes:
            change(act)
        if step.after is not None:
            setattr(row, self.state, step.after)
        row.save()
        self.journal(act)
        for effect in step.follows:
            effect(act)

    def _understood(self, told: Mapping[str, Any]) -> Mapping[str, Any]:
        if strange := set(told) - set(self.defaults):
            raise TypeError(f"nothing asks for {', '.join(sorted(strange))}")
        return told


def _facts(said: Iterable[Any]) -> tuple[Any, ...]:
    """What was found; raises Refusal with every problem among it."""
    found = tuple(said)
    if problems := [one for one in found if isinstance(one, Problem)]:
        raise Refusal(*problems)
    return found


def _left_open(act: Act) -> Iterator[Problem]:
    for ask in act.step.asks:
        value = act[ask.name]
        if ask.missing and not (value.strip() if isinstance(value, str) else value):
            yield Problem(ask.missing, ask.name)
