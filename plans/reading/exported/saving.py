"""A plan as data (`export_plan --format json`, of either shape) → a draft of ours."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction

from childlabour.core.errors import Problem, Refusal
from childlabour.core.fields import own_field
from childlabour.units.models import Officer, Unit
from plans.citing.acts import parsed_act
from plans.content.faults import SHOWN
from plans.content.groups import groups_of, without_groups
from plans.content.shapes import VERSION
from plans.content.typed import MisshapenError, day_from, fields_of, number_from, one_of, text_from
from plans.content.values import Content
from plans.drafting.changing import lay_change
from plans.law.rights import may_create_for
from plans.models import Document, Kind
from plans.reading.review.receiving import receiver_in
from plans.reading.review.saving import decides, refused
from targets.models import Indicator, Programme

from . import of_blocks, of_sections
from .naming import Called, names_in

FIRST_VERSION = 1
CHECKED = (
    *("kind", "symbol", "seat", "title", "addressees", "signature_lines", "signer"),
    *("urgency", "circulation", "typist", "contact"),
    *("period_from", "period_to", "orientation_year", "issued_on"),
)


@dataclass(frozen=True)
class Imported:
    """A draft, and in sentences what of its file nobody here knows and is not in it."""

    document: Document
    unknown: tuple[str, ...]


@transaction.atomic
def save(data: dict[str, Any], officer: Officer, unit: Unit) -> Imported:
    """A new draft of `unit` that says what `data` says; number and issuer of the source go to its note.

    Raises Refusal with everything that cannot be kept; then nothing is written. A fixed number of queries.
    """
    if not may_create_for(officer, unit.pk):
        raise Refusal(Problem("Chỉ chuyên viên soạn thảo của đơn vị mới lập được văn bản này.", field="unit"))
    try:
        document = _document(data, unit)
        called = Called(unit, names_in(data))
        content = _content(data, called, document)
    except MisshapenError as fault:
        raise Refusal(f"Tệp không đúng dạng mà export_plan xuất ra: {fault}") from fault
    content, codes = _with_known_codes(content, document)
    _put_head_on(document, content)
    if problems := list(_problems_of(document)):
        raise Refusal(*problems)
    document.save()
    lay_change(document, officer, Content(), content)
    return Imported(document, (*map(_of_a_unit, called.unknown), *codes))


def _of_a_unit(name: str) -> str:
    return (
        f"Không nhận ra đơn vị “{_shown(name)}”: tên chỉ giữ ở phần chủ trì, chỗ khác để trống. "
        "Chọn lại trong bản soạn."
    )


def _with_known_codes(content: Content, document: Document) -> tuple[Content, list[str]]:
    """`content` without groups that its programme has not and indicators nobody knows, and what is said of them."""
    groups = groups_of(document.programme_id)
    named = {mark.indicator for _, mark in content.targets if mark.indicator}
    known = set(Indicator.objects.filter(code__in=named).values_list("code", flat=True)) if named else set()
    lost = sorted({mark.group for _, mark in content.targets if mark.group} - set(groups))
    told = [
        *(
            f"Không nhận ra nhóm mục tiêu “{_shown(code)}”: chỉ tiêu của nhóm này chưa xếp nhóm."
            for code in lost
        ),
        *(f"Không nhận ra chỉ số “{_shown(code)}”: đã bỏ khỏi chỉ tiêu." for code in sorted(named - known)),
    ]
    blocks = tuple(
        replace(
            block,
            targets=tuple(
                replace(mark, indicator=mark.indicator if mark.indicator in known else "")
                for mark in block.targets
            ),
        )
        for block in without_groups(content.blocks, groups)
    )
    return replace(content, blocks=blocks), told


def _shown(text: str) -> str:
    return text[:SHOWN]


def _content(data: dict[str, Any], called: Called, document: Document) -> Content:
    if data["version"] == FIRST_VERSION:
        codes = of_sections.groups_named_in(data)
        document.programme = _programme(data, document, codes)
        groups = document.programme.groups.all() if document.programme else ()
        content = of_sections.content_in(data, called, {group.code: group.name for group in groups})
    else:
        content = of_blocks.content_in(data, called)
        codes = {mark.group for _, mark in content.targets if mark.group}
        document.programme = _programme(data, document, codes)
    lines = tuple(
        receiver_in(receiver.text, called.of_a_line(receiver.text)) for receiver in content.recipients
    )
    return replace(content, recipients=lines)


def _document(data: dict[str, Any], unit: Unit) -> Document:
    version = data.get("version")
    if isinstance(version, bool) or version not in (FIRST_VERSION, VERSION):
        raise MisshapenError(f"“version” phải là {FIRST_VERSION} hoặc {VERSION}.")
    period = fields_of(data.get("period"), "period", dict)
    orientation, date = period.get("orientation"), data.get("date")
    return Document(
        kind=one_of(Kind, data.get("kind")),
        unit=unit,
        period_from=number_from(period.get("from")),
        period_to=number_from(period.get("to")),
        orientation_year=number_from(orientation) if orientation is not None else None,
        symbol=text_from(data.get("symbol", "")),
        seat=text_from(data.get("place", "")),
        issued_on=day_from(date) if date is not None else None,
        source_note=_note(data),
    )


def _note(data: dict[str, Any]) -> str:
    """A draft of ours carries no number; what the source had is kept for whoever gives it one."""
    number, symbol, issuer = (text_from(data.get(name, "")) for name in ("number", "symbol", "issuer"))
    said = ["Nhập từ tệp JSON."]
    if number:
        said.append(f"Số, ký hiệu trên văn bản gốc: {number}/{symbol}.")
    if issuer:
        said.append(f"Cơ quan trên văn bản gốc: {issuer}.")
    return " ".join(said)


def _programme(data: dict[str, Any], document: Document, codes: set[str]) -> Programme | None:
    """The one that is named; else the one whose deciding act is cited; else the only one of these years that has all
    the groups. Exports of the first shape name none.
    """
    programmes = list(Programme.objects.prefetch_related("groups").order_by("-period_from"))
    named = [programme for programme in programmes if programme.code == data.get("programme")]
    cited = data.get("citations")
    texts = [one.get("text") for one in cited if isinstance(one, dict)] if isinstance(cited, list) else []
    acts = [parsed_act(text) for text in texts if isinstance(text, str)]
    decided = [p for p in programmes if any(act.number and decides(act, p) for act in acts)]
    fitting = [p for p in programmes if codes and _is_about(document, p) and codes <= _codes_of(p)]
    return next((found[0] for found in (named, decided, fitting) if len(found) == 1), None)


def _is_about(document: Document, programme: Programme) -> bool:
    last = programme.orientation_year or programme.period_to
    return programme.period_from <= document.period_from <= last


def _codes_of(programme: Programme) -> set[str]:
    return {group.code for group in programme.groups.all()}


def _put_head_on(document: Document, content: Content) -> None:
    document.title = content.title
    document.addressees = "\n".join(content.addressees)
    document.signature_lines = "\n".join(content.signature_lines)
    document.signer = content.signer
    handling = content.handling
    document.urgency, document.circulation = handling.urgency, handling.circulation
    document.typist, document.contact = handling.typist, "\n".join(handling.contact)


def _problems_of(document: Document) -> Iterator[Problem]:
    for name, message in refused(document, CHECKED):
        label = str(own_field(Document, name).verbose_name)
        yield Problem(f"{label.capitalize()}: {message}")
