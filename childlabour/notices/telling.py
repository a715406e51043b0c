"""The door: somebody is told something."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Case, F, Value, When
from django.db.models.functions import Greatest

from childlabour.core.clock import now
from childlabour.jobs.asking import later
from childlabour.units.models import Officer

from .later import mail_notices
from .models import LONGEST, ByMail, Notice
from .posting import mail_is_set


@dataclass(frozen=True)
class Telling:
    """`words`: one sentence that any of them may read; `address`: a path on this site."""

    officers: Iterable[Officer]
    words: str
    address: str


def tell(officers: Iterable[Officer], words: str, address: str) -> None:
    tell_all([Telling(officers, words, address)])


@transaction.atomic
def tell_all(tellings: Iterable[Telling], but: Officer | None = None) -> None:
    """All that follows from one act, written in the caller's transaction; each officer is told each of it once, `but`
    and whoever is no longer active nothing at all. Three queries however many are told, and two more where mail is set.
    """
    notices = [
        Notice(officer=officer, words=_shortened(telling.words), address=telling.address)
        for telling in tellings
        for officer in {one.pk: one for one in telling.officers if one.is_active and one != but}.values()
    ]
    if not notices:
        return
    told = Counter(notice.officer_id for notice in notices)
    officers = Officer.objects.filter(pk__in=told)
    # Two acts that tell the same people at once wait for one another, and never each for the other.
    list(officers.order_by("pk").select_for_update(no_key=True).values_list("pk", flat=True))
    Notice.objects.bulk_create(notices)
    officers.update(unseen_notices=F("unseen_notices") + _of_each(told))
    if mail_is_set() and Officer.objects.filter(pk__in=told, wishes__by_mail=ByMail.EACH).exists():
        later(mail_notices, None)


def _of_each(told: Counter[int]) -> Case:
    several = {number: [pk for pk in told if told[pk] == number] for number in set(told.values()) - {1}}
    return Case(
        *(When(pk__in=officers, then=Value(number)) for number, officers in several.items()), default=Value(1)
    )


@transaction.atomic
def see(officer: Officer, number: int | None = None) -> None:
    """One notice, or all of them, are seen; one that comes meanwhile still counts."""
    unseen = Notice.objects.of(officer).unseen()
    seen = (unseen if number is None else unseen.filter(pk=number)).update(seen_at=now())
    Officer.objects.filter(pk=officer.pk).update(unseen_notices=Greatest(F("unseen_notices") - seen, 0))


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rsplit(' ', 1)[0]}…"
