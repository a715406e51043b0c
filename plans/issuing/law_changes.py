"""An act of the catalogue ends while a draft that rests on it is being written: whoever writes it is told."""

from collections.abc import Iterator

from django.urls import reverse

from childlabour.core.clock import today
from childlabour.core.vietnamese import short_date
from childlabour.notices.models import Notice
from childlabour.notices.telling import Telling, tell_all
from plans.delivery.words import name_of
from plans.models import Citation, Document
from targets.catalogue.naming import number_key
from targets.models import LegalAct

from .told import writers_of_each

OPENING, ENDED = "Căn cứ ", " hết hiệu lực sau ngày "


def tell_of_ended_law() -> None:
    """Of acts of the catalogue that are no longer in force, each writer once for each draft."""
    ended = {
        (act.number_key, act.issued_on): act
        for act in LegalAct.objects.filter(valid_to__lt=today(), issued_on__isnull=False)
    }
    unfinished = Document.objects.unfinished()
    cited = Citation.objects.filter(document__in=unfinished, act_date__isnull=False).exclude(act_number="")
    resting: dict[int, set[LegalAct]] = {}
    for document, number, day in cited.values_list("document", "act_number", "act_date").iterator():
        if act := ended.get((number_key(number), day)):
            resting.setdefault(document, set()).add(act)
    tell_all(_not_told_yet(resting))


def _not_told_yet(resting: dict[int, set[LegalAct]]) -> Iterator[Telling]:
    """Three queries however many."""
    drafts = list(Document.objects.filter(pk__in=resting).select_related("unit"))
    writers = writers_of_each(drafts)
    told = Notice.objects.filter(words__startswith=OPENING, words__contains=ENDED)
    known = set(told.values_list("officer", "address", "words"))
    for draft in drafts:
        address = reverse("issuing:document", args=[draft.pk])
        for act in resting[draft.pk]:
            words = f"{_ended(act)}: xem lại {name_of(draft)}."
            unknowing = [one for one in writers[draft.pk] if (one.pk, address, words) not in known]
            yield Telling(unknowing, words, address)


def _ended(act: LegalAct) -> str:
    last_day = short_date(act.valid_to) if act.valid_to else ""
    return f"{OPENING}{act.get_type_display()} {act.number}{ENDED}{last_day}"
