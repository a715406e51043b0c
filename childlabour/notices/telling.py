"""The door: somebody is told something."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F

from childlabour.core.clock import now
from childlabour.jobs.asking import later
from childlabour.units.models import Officer

from .later import mail_notices
from .models import LONGEST, ByMail, Notice
from .posting import mail_is_set


@transaction.atomic
def tell(officers: Iterable[Officer], words: str, address: str) -> None:
    """Written in the caller's transaction; each officer once, whoever is no longer active not at all.

    `words`: one sentence that any of them may read; `address`: a path on this site. Three queries however many are
    told, and two more where mail is set.
    """
    told = {officer.pk: officer for officer in officers if officer.is_active}
    if not told:
        return
    Notice.objects.bulk_create(
        [Notice(officer=officer, words=_shortened(words), address=address) for officer in told.values()]
    )
    Officer.objects.filter(pk__in=told).update(unseen_notices=F("unseen_notices") + 1)
    if mail_is_set() and Officer.objects.filter(pk__in=told, wishes__by_mail=ByMail.EACH).exists():
        later(mail_notices, None)


@transaction.atomic
def see(officer: Officer, number: int | None = None) -> None:
    """One notice, or all of them, are seen."""
    unseen = Notice.objects.of(officer).unseen()
    (unseen if number is None else unseen.filter(pk=number)).update(seen_at=now())
    Officer.objects.filter(pk=officer.pk).update(unseen_notices=Notice.objects.of(officer).unseen().count())


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rsplit(' ', 1)[0]}…"
