"""Stop and ask: words that seem to name a child are not shown to others before somebody has looked at them.

Whoever acts mends the words, or says that they are no child's. The answer is remembered for the same words, with who
gave it and when (`Assurance`), and asked of nobody again.
"""

import functools
import operator
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from django.db.models import Q
from django.utils.crypto import salted_hmac

from childlabour.core.clock import now
from childlabour.core.errors import Doubt, Problem, Refusal
from childlabour.core.steps import Act, Ask
from childlabour.core.vietnamese import search_key
from childlabour.units.models import Officer, Place, Unit
from plans.models import Assurance
from targets.language.children import Gives, Telltale, found_in, found_in_file_name, is_called_so
from targets.models import LegalAct, Programme

from .shown import Shown

Row = TypeVar("Row")

FIELD = "confirmed"  # what every step may be told: the answers, as one text or as a list of them
ASKED = Ask(FIELD)
MOST = 100  # asked about at once; when these are answered the next ones are
AT_ONCE = 500  # in one query; SQLite takes some thousand
CONFIRMED = "đã xem: chữ giống dữ liệu của trẻ em không phải dữ liệu của trẻ em"
BY_LAW = "Luật 91/2025/QH15, Điều 24"  # private life of a child: consent of the child and its representative
SEEMS = {
    Gives.NAME: "giống tên của một trẻ em",
    Gives.BIRTH: "giống ngày sinh",
    Gives.IDENTITY: "giống số định danh",
}


@dataclass(frozen=True)
class Mention:
    """Words that are to be asked about."""

    found: Telltale
    shown: Shown

    @property
    def digest(self) -> str:
        """Of these words and those around them; keyed, so that nobody guesses a name from it."""
        around = f"{self.found.gives}\n{self.found.words}\n{self.found.passage}"
        return salted_hmac("plans.privacy.assurance", around, algorithm="sha256").hexdigest()

    def question(self) -> Doubt:
        return Doubt(
            f"“{self.found.words}” ({self.shown.where}) {SEEMS[self.found.gives]}: "
            f"sửa lại, hoặc xác nhận không phải dữ liệu của trẻ em ({BY_LAW}).",
            FIELD,
            self.shown.anchor,
            answer=self.digest,
        )


@dataclass(frozen=True)
class Assured:
    """A fact: mentions that whoever acts has just settled; to be remembered when the step is taken."""

    mentions: tuple[Mention, ...]


def asks_about(
    shown_by: Callable[[Act], Iterable[Shown]],
) -> Callable[[Act], Iterator[Problem | Assured]]:
    """A guard that asks about the words that a step shows to others (`shown_by`)."""

    def no_child_is_named(act: Act) -> Iterator[Problem | Assured]:
        assured, left = _divided(shown_by(act), answers_in(act[FIELD]))
        yield from (mention.question() for mention in left)
        yield Assured(tuple(assured))

    return no_child_is_named


def remember(act: Act) -> None:
    """What was settled by this step, by whom, when."""
    for fact in act.facts:
        if isinstance(fact, Assured):
            assure(fact.mentions, act.officer)


def assure(mentions: Iterable[Mention], officer: Officer) -> None:
    Assurance.objects.bulk_create(
        (
            Assurance(
                digest=mention.digest,
                at=now(),
                officer=officer,
                officer_name=str(officer),
                where=mention.shown.where[:200],
            )
            for mention in mentions
        ),
        ignore_conflicts=True,  # a colleague has just said the same
    )


def refuse_mentions(shown: Iterable[Shown], confirmed: str | Iterable[str], officer: Officer) -> None:
    """For what is no step: raises `Refusal` with every question, else remembers the answers."""
    assured, left = _divided(shown, answers_in(confirmed))
    if left:
        raise Refusal(*(mention.question() for mention in left))
    assure(assured, officer)


def refuse_unless(confirmed: bool, shown: Iterable[Shown]) -> None:
    """For commands, which nobody watches: raises `Refusal` with what is to be looked at, and the way on.

    Nothing is remembered: a command does not know who gave it. No query where nothing is found.
    """
    if not confirmed and (open_ones := open_mentions(shown)):
        way_on = "Đã xem và không phải dữ liệu của trẻ em: chạy lại với --confirmed."
        raise Refusal(*(mention.question() for mention in open_ones), way_on)


def answers_in(told: str | Iterable[str]) -> frozenset[str]:
    return frozenset(told.split() if isinstance(told, str) else told)


def open_mentions(shown: Iterable[Shown]) -> list[Mention]:
    """What nobody has settled yet, the first hundred. No query where nothing is found, else some five."""
    return _divided(shown, frozenset())[1]


def _divided(shown: Iterable[Shown], given: frozenset[str]) -> tuple[list[Mention], list[Mention]]:
    """Of what nobody has settled before: what is answered now, and the first hundred of what is left to ask."""
    found = {mention.digest: mention for words in shown for mention in _mentions_in(words)}
    settled = _settled(list(found))
    unsettled = [mention for digest, mention in found.items() if digest not in settled]
    answered = [mention for mention in unsettled if mention.digest in given]
    left = [mention for mention in unsettled if mention.digest not in given]
    asked: list[Mention] = []
    for some in _batches(left, MOST):
        names, places = _names_like(some), _places_like(some)
        asked += [mention for mention in some if not _is_known(mention.found, names, places)]
        if len(asked) >= MOST:
            break
    return answered, asked[:MOST]


def _settled(digests: list[str]) -> set[str]:
    return {
        digest
        for some in _batches(digests, AT_ONCE)
        for digest in Assurance.objects.filter(digest__in=some).values_list("digest", flat=True)
    }


def _batches(rows: list[Row], size: int) -> Iterator[list[Row]]:
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def _mentions_in(shown: Shown) -> Iterator[Mention]:
    search = found_in_file_name if shown.is_file_name else found_in
    without_text = replace(shown, text="")
    for found in search(shown.text):
        yield Mention(found, without_text)


def _is_known(found: Telltale, names: list[str], places: set[str]) -> bool:
    if found.gives != Gives.NAME:
        return False
    return is_called_so(found, names) or (found.of_all and search_key(found.name) in places)


def _names_like(mentions: Iterable[Mention]) -> list[str]:
    """Units, acts and programmes whose names hold words that were found."""
    keys = {search_key(mention.found.words) for mention in mentions if mention.found.gives == Gives.NAME}
    if not keys:
        return []
    like = functools.reduce(operator.or_, (Q(search_key__contains=key) for key in keys))
    units = Unit.objects.filter(like).values_list("name", "short_name")
    return [
        *(name for names in units for name in names),
        *LegalAct.objects.filter(like).values_list("title", flat=True),
        *Programme.objects.filter(like).values_list("name", flat=True),
    ]


def _places_like(mentions: Iterable[Mention]) -> set[str]:
    """ "Hữu Lũng": a territory, without the word for its level."""
    keys = {
        search_key(mention.found.name) for mention in mentions if mention.found.of_all and mention.found.name
    }
    if not keys:
        return set()
    like = functools.reduce(operator.or_, (Q(search_key__endswith=f" {key}") for key in keys))
    known = list(Place.objects.filter(like).values_list("search_key", flat=True))
    return {key for key in keys if any(place.endswith(f" {key}") for place in known)}
