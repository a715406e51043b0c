"""Four ways to a new draft: blank, last year's plan, the upper level's plan, a programme's standard targets.

Each makes a `Content` and lays it; a fixed number of queries, however long what it starts from.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import transaction

from childlabour.core.errors import Problem, Refusal
from childlabour.core.vietnamese import short_date
from childlabour.units.holding import writing_symbol
from childlabour.units.models import Officer, Unit
from plans.content.asking import content_of
from plans.content.bringing import brought
from plans.content.building import Body
from plans.content.values import Content, Handling, Receiver
from plans.law.belonging import to_document
from plans.law.rights import may_create_for
from plans.models import Document, Kind, Origin, Purpose
from targets.language.lexicon import headings
from targets.language.lexicon.papers import DECIDING
from targets.language.lexicon.patterns import any_of, either_case
from targets.language.lexicon.territories import UPPER
from targets.models import Programme, Target

from .changing import lay_change
from .deriving import file_copy_line
from .moving_on import Shift, moved_on
from .skeletons import CLOSING, Outset, skeleton_of, usual_competence
from .taking_over import take_targets, take_tasks, targets_of

PURPOSE, OBJECTIVES, TASKS, ORGANISATION = headings.USUAL_PARTS


@dataclass(frozen=True)
class Start:
    """For whom and when a new draft is made."""

    unit: Unit
    year: int
    officer: Officer


@transaction.atomic
def start_blank(start: Start, kind: Kind = Kind.PLAN, *, encloses: bool = False) -> Document:
    """What a document of its kind begins with (`skeletons`); a decision may bring a text along."""
    outset = Outset(start.unit, start.year, start.officer, kind, encloses)
    return _begun(_new(start, kind=kind), start, skeleton_of(outset))


@transaction.atomic
def start_of_old_times(start: Start, title: str, kind: str = Kind.PLAN) -> Document:
    """The usual parts, to be filled with the words of a paper issued before there was this system."""
    document = _new(start, kind=kind, origin=Origin.CARRIED_OVER)
    return _begun(document, start, _skeleton(start, title, closing=""))


@transaction.atomic
def start_from_last_year(start: Start, source: Document) -> Document:
    """Last year's plan of the unit, word for word and mark for mark, with its years moved on (`moving_on`).

    What the unit took over from another one is signed by its own people: nobody is proposed.
    """
    shift = Shift(start.year - source.period_from, source.period_from, source.period_to)
    document = _new(
        start,
        kind=source.kind,
        programme=source.programme,
        parent=source.parent if source.parent and source.parent.period_to >= start.year else None,
        period_to=source.period_to + shift.years,
        symbol=source.symbol,
        competence=source.competence,
    )
    content = moved_on(brought(content_of(source), source.pk), shift)
    content = replace(
        content, handling=Handling(contact=content.handling.contact)
    )  # this year's is not urgent yet
    if source.unit_id != start.unit.pk:
        content = replace(content, signature_lines=(), signer="", beside=None)
    return _begun(document, start, _without_lapsed_uppers(content, start.year))


def _without_lapsed_uppers(content: Content, year: int) -> Content:
    """A promise carries out no target of a plan whose years are over, as its plan carries out none. One query."""
    above = {mark.upper for _, mark in content.targets if mark.upper}
    targets = Target.objects.filter(pk__in=above, **{to_document(Target, "period_to__gte"): year})
    in_force = set(targets.values_list("pk", flat=True)) if above else set()
    blocks = (
        replace(
            block,
            targets=tuple(
                mark if mark.upper in in_force else replace(mark, upper=None) for mark in block.targets
            ),
        )
        for block in content.blocks
    )
    return replace(content, blocks=tuple(blocks))


@transaction.atomic
def start_from_upper(start: Start, upper: Document, given_to: Unit | None = None) -> Document:
    """The plan that carries out `upper`: its targets beside ours, its tasks for us, the opening citing it.

    `given_to`: the unit that the tasks name, where ours took its place.
    """
    if not upper.is_issued:
        raise Refusal(Problem("Kế hoạch cấp trên chưa ban hành nên chưa thể triển khai.", field="source"))
    document = _new(start, programme=upper.programme, parent=upper, orientation_year=upper.orientation_year)
    content = _skeleton(
        start,
        _carrying_out(upper, start),
        opening=opening_that_cites(upper, start.unit),
        targets=targets_of(upper),
        upper=upper,
        given_to=given_to,
    )
    return _begun(document, start, content)


@transaction.atomic
def start_from_programme(start: Start, programme: Programme) -> Document:
    """The programme's standard targets, taken from the act that set them up."""
    document = _new(start, programme=programme, orientation_year=programme.orientation_year)
    title = f"Thực hiện {programme.name} năm {start.year}"
    return _begun(document, start, _skeleton(start, title, targets=standard_targets(programme)))


@transaction.atomic
def start_with(start: Start, kind: str, content: Content) -> Document:
    """A draft of any kind that says `content`."""
    return _begun(_new(start, kind=kind), start, content)


def standard_targets(programme: Programme) -> Iterable[Target]:
    """The targets of the act that approved `programme`: the issued document of it that carries out no other."""
    acts = Document.objects.issued().filter(programme=programme, parent=None)
    act = acts.order_by("issued_on", "pk").first()
    return targets_of(act) if act else ()


def opening_that_cites(upper: Document, unit: Unit) -> str:
    return (
        f"Thực hiện {upper.kind_name} số {upper.code} ngày {_day(upper.issued_on)} của {upper.unit.name} "
        f"{_about(upper)}, {unit.name} xây dựng Kế hoạch như sau:"
    )


def _new(start: Start, **facts: Any) -> Document:
    if not may_create_for(start.officer, start.unit.pk):
        raise Refusal(Problem("Chỉ chuyên viên soạn thảo của đơn vị mới lập được văn bản này.", field="unit"))
    first_day = date(start.year, 1, 1)
    if not start.unit.is_valid_on(first_day):
        raise Refusal(Problem(_why_not_then(start.unit, first_day), field="year"))
    kind = facts.setdefault("kind", Kind.PLAN)
    facts.setdefault("period_to", start.year)
    if "origin" not in facts:
        facts = _as_usual(start, Kind(kind)) | facts
    return Document.objects.create(unit=start.unit, period_from=start.year, **facts)


def _as_usual(start: Start, kind: Kind) -> dict[str, str]:
    """Whose act it is, and in which room it is written. One query."""
    return {
        "competence": usual_competence(start.unit, kind.facts),
        "drafted_in": writing_symbol(start.officer, start.unit),
    }


def _why_not_then(unit: Unit, day: date) -> str:
    if unit.valid_from and unit.valid_from > day:
        return (
            f"{unit.name} chưa hoạt động vào ngày {short_date(day)} (từ ngày {short_date(unit.valid_from)}). "
            "Ghi năm khác, hoặc chọn đơn vị cũ."
        )
    last = unit.valid_to or day
    return (
        f"{unit.name} không còn hoạt động vào ngày {short_date(day)} (đến hết ngày {short_date(last)}). "
        f"Ghi năm {last.year} trở về trước, hoặc để đơn vị kế thừa lập."
    )


def _skeleton(
    start: Start,
    title: str,
    *,
    opening: str = "",
    closing: str = CLOSING,
    targets: Iterable[Target] = (),
    upper: Document | None = None,
    given_to: Unit | None = None,
) -> Content:
    """The usual parts, with the promises and the work that are taken over."""
    body = Body()
    if opening:
        body.paragraph(opening)
    body.part(PURPOSE)
    body.part(OBJECTIVES)
    take_targets(body, targets)
    body.part(TASKS)
    if upper:
        take_tasks(body, content_of(upper), upper.pk, given_to or start.unit)
    body.part(ORGANISATION)
    if closing:
        body.closing(closing)
    file_copy = Receiver(file_copy_line(start.officer, start.unit), Purpose.FILE)
    return Content(title=title, blocks=tuple(body.blocks), recipients=(file_copy,))


def _begun(document: Document, start: Start, content: Content) -> Document:
    lay_change(document, start.officer, Content(), content)
    return document


_WHERE = re.compile(rf"\s{{1,9}}(?:trên địa bàn|của)?\s{{0,9}}{any_of(UPPER)}\s.*$")


_DECIDED = re.compile(rf"^{any_of(either_case(DECIDING))}\s(?=\w)")


def _carrying_out(upper: Document, start: Start) -> str:
    """ "Phê duyệt Chương trình … tỉnh Lạng Sơn giai đoạn 2021-2025" → "Thực hiện Chương trình … năm 2026"."""
    subject = re.sub(r"\s(?:năm \d{4}|giai đoạn \d{4}.*)$", "", _WHERE.sub("", upper.title))
    subject = _DECIDED.sub("Thực hiện ", subject)
    return f"{subject} trên địa bàn {start.unit.place.name} năm {start.year}"


def _about(upper: Document) -> str:
    title = upper.title[0].lower() + upper.title[1:] if upper.title else ""
    return title if title.startswith("về ") else f"về {title}"


def _day(day: date | None) -> str:
    return short_date(day) if day else "…"
