"""The spots of a draft: the pieces that are opened, saved and pointed at one by one.

A spot's key is the anchor of the same place on the paper ("section-12", "target-33"), so a click on the sheet,
a finding of the check and a link of the outline all lead to the same form.
"""

import re
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model
from django.http import Http404, QueryDict

from childlabour.core.vietnamese import roman
from childlabour.units.models import Officer
from plans.law.belonging import rows_of, to_document
from plans.models import Document, SectionKind

from .forms import (
    CitationsForm,
    IdentityForm,
    RecipientsForm,
    SignatureForm,
)


@dataclass(frozen=True)
class Spot:
    key: str
    title: str
    indent: int = 0  # depth in the outline
    name: str = ""  # heading of its form where the title is a whole sentence


FIXED = {
    "identity": ("Tên và kỳ của văn bản", IdentityForm),
    "citations": ("Căn cứ", CitationsForm),
    "recipients": ("Nơi nhận", RecipientsForm),
    "signature": ("Chữ ký", SignatureForm),
}
ROWS: dict[str, tuple[type[Model], Any]] = {}


KEY = re.compile(rf"{'|'.join(FIXED)}|(?:{'|'.join(ROWS)})-\d{{1,12}}")


def row_of(document: Document, key: str, *kinds: type[Model]) -> Any:
    """The section, target or task behind a key, of one of `kinds` if any are named.

    404 for another plan's row, so that ids cannot be tried out.
    """
    kind, _, pk = key.partition("-")
    if kind not in ROWS or not pk.isdecimal():
        raise Http404(key)
    model, _ = ROWS[kind]
    with_document = (to_document(model, "unit__place"), to_document(model, "parent"))
    try:
        row = rows_of(model, document).select_related(*with_document).get(pk=pk)
    except ObjectDoesNotExist as missing:
        raise Http404(key) from missing
    if kinds and not isinstance(row, kinds):
        raise Http404(key)
    return row


def form_for(document: Document, key: str, officer: Officer, data: QueryDict | None = None) -> Any:
    """The form of one spot, over what the database holds now; 404 for a key that is not of this plan."""
    if key in FIXED:
        form_class = FIXED[key][1]
        extra = {"day": document.issued_on or document.first_day} if form_class is SignatureForm else {}
        return form_class(data, instance=document, officer=officer, **extra)
    row = row_of(document, key)
    form_class = ROWS[key.partition("-")[0]][1]
    return form_class(data, instance=row, officer=officer)


def outline(document: Document) -> list[Spot]:
    """Every spot in the order of the paper; free when the plan is fetched for printing."""
    spots = [_fixed("identity")]
    if document.facts.cites or document.citations.all():
        spots.append(_fixed("citations"))
    spots.append(_fixed("preamble"))
    number = 0
    for section in document.sections.all():
        number += bool(section.heading)
        title = f"{roman(number)}. {section.heading}" if section.heading else "Phần không tên"
        spots.append(Spot(f"section-{section.pk}", title))
        for place, target in enumerate(section.targets.all(), start=1):
            spots.append(Spot(f"target-{target.pk}", target.sentence, 1, f"Chỉ tiêu {place}, mục {title}"))
        for place, task in enumerate(section.tasks.all(), start=1):
            spots.append(Spot(f"task-{task.pk}", str(task), 1, f"Nhiệm vụ {place}, mục {title}"))
    return [*spots, _fixed("closing"), _fixed("recipients"), _fixed("signature")]


def _fixed(key: str) -> Spot:
    return Spot(key, FIXED[key][0])


SKELETON = (
    ("Mục đích, yêu cầu", SectionKind.PROSE),
    ("Mục tiêu", SectionKind.OBJECTIVES),
    ("Nhiệm vụ, giải pháp", SectionKind.TASKS),
    ("Tổ chức thực hiện", SectionKind.ORGANISATION),
)
