"""Tổ chức thực hiện and Nơi nhận, drafted from who was given what. Proposals: an officer edits them freely."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import transaction

from childlabour.core.vietnamese import roman, search_key
from childlabour.units.holding import writing_symbol
from childlabour.units.models import Officer, Unit, UnitFunction
from childlabour.units.naming import all_communes_of, in_words
from plans.content.asking import content_of
from plans.content.lines import a_new_key
from plans.content.markers import next_marker
from plans.content.values import Block, ChargeMark, Content, Receiver, TextRun, extents, inherited, plain
from plans.law.blocks import BlockType
from plans.models import Document, Purpose
from plans.paper.file_copy import file_copy
from plans.paper.naming import leads_of
from targets.language.lexicon import headings

from .changing import lay_change
from .saving import open_draft
from .taking_over import work_in

*_, ORGANISATION = headings.USUAL_PARTS
NOT_SUBORDINATE = {UnitFunction.FRONT, UnitFunction.UNION, UnitFunction.OTHER}


@dataclass(frozen=True)
class UnitDuty:
    """What units are asked to do, as the part "Tổ chức thực hiện" would say it."""

    units: tuple[Unit, ...]
    label: str
    lines: tuple[str, ...]


def label_for(unit: Unit) -> str:
    """How a unit is addressed: the Front and the unions are asked, not told."""
    return f"Đề nghị {unit}" if unit.function in NOT_SUBORDINATE else str(unit)


def duties_of(document: Document, content: Content) -> list[UnitDuty]:
    """One duty for each unit that was given a task, leads first, in the order of the tasks.

    What stands under the name of a unit already is not told again. All communes with the same words are one duty:
    nobody writes it out twenty times. Two queries: for the units and for the communes.
    """
    led: dict[int, list[str]] = {}
    shared: dict[int, list[str]] = {}
    leads, told = leads_of(content), inherited(content.blocks)
    for block, task in content.tasks:
        if block.key not in told:
            for unit in leads[block.key][0]:
                led.setdefault(unit, []).append(_short(block))
            for unit in task.partners:
                shared.setdefault(unit, []).append(_short(block))
    units = Unit.objects.select_related("place").in_bulk({*led, *shared})
    duties = [
        UnitDuty(
            (units[pk],),
            label_for(units[pk]),
            _duty_lines(document, units[pk], led.get(pk, []), shared.get(pk, [])),
        )
        for pk in dict.fromkeys((*led, *shared))
    ]
    return _communes_as_one(duties, document.communes)


def _communes_as_one(duties: list[UnitDuty], communes: tuple[Unit, ...]) -> list[UnitDuty]:
    alike = [duty for duty in duties if duty.units[0] in communes]
    if len(communes) < 2 or len(alike) < len(communes) or len({duty.lines for duty in alike}) > 1:
        return duties
    together = UnitDuty(communes, in_words(communes, communes), alike[0].lines)
    place = duties.index(alike[0])
    rest = [duty for duty in duties if duty not in alike]
    return [*rest[:place], together, *rest[place:]]


def _short(block: Block) -> str:
    name = plain(work_in(block)).strip().rstrip(" .;:")
    return name if name[:2].isupper() else f"{name[:1].lower()}{name[1:]}"


def _duty_lines(document: Document, unit: Unit, led: list[str], shared: list[str]) -> tuple[str, ...]:
    lines = []
    if unit.function == UnitFunction.FINANCE:
        lines.append(
            f"Tham mưu bố trí kinh phí, nguồn lực để thực hiện {document.kind_name} theo phân cấp ngân sách."
        )
    if led:
        lead = (
            "Theo chức năng, nhiệm vụ, chủ trì" if unit.function in NOT_SUBORDINATE else "Chủ trì thực hiện"
        )
        lines.append(f"{lead}: {'; '.join(led)}.")
    if shared:
        lines.append(f"Phối hợp thực hiện: {'; '.join(shared)}.")
    return tuple(lines)


# ── Tổ chức thực hiện ────────────────────────────────────────────────────────────────────────────


@transaction.atomic
def draft_organisation(pk: int, officer: Officer) -> int:
    """A heading with duties for each assigned unit that the draft does not charge yet; answers how many.

    They go to the end of the part "Tổ chức thực hiện", which is made where there is none. Duties are words: the work
    was given in the tasks, and is not given a second time.
    """
    document = open_draft(pk, officer, lock=True)
    before = content_of(document)
    duties = [duty for duty in duties_of(document, before) if not _is_charged(duty, before)]
    if duties:
        lay_change(document, officer, before, _with_duties(before, duties))
    return len(duties)


def _is_charged(duty: UnitDuty, content: Content) -> bool:
    charges = [block.charge for block in content.blocks if block.charge]
    charged = {unit for charge in charges for unit in charge.units}
    said = {search_key(charge.units_said) for charge in charges}
    return charged.issuperset(unit.pk for unit in duty.units) or search_key(duty.label) in said


def _with_duties(content: Content, duties: Sequence[UnitDuty]) -> Content:
    blocks = list(content.blocks)
    part = _part_of_organisation(blocks)
    if part is None:
        part = _end_of_body(blocks)
        blocks.insert(part, _new_part(blocks[:part]))
    reach = extents(tuple(blocks))
    numbered = [
        place
        for place in range(part, reach[part].end)
        if blocks[place].type == BlockType.CLAUSE and blocks[place].level == 2
    ]
    end = reach[numbered[-1] if numbered else part].end
    marker = next_marker(blocks[numbered[-1]].marker) if numbered else "1."
    added: list[Block] = []
    for duty in duties:
        added += _said(duty, marker)
        marker = next_marker(marker)
    return replace(content, blocks=(*blocks[:end], *added, *blocks[end:]))


def _part_of_organisation(blocks: Sequence[Block]) -> int | None:
    wanted = search_key(ORGANISATION)
    places = (
        place
        for place, block in enumerate(blocks)
        if block.type == BlockType.PART and wanted in search_key(block.text)
    )
    return max(places, default=None)


def _end_of_body(blocks: Sequence[Block]) -> int:
    """Before the annexes and before the last words, which belong to no part."""
    end = next((place for place, block in enumerate(blocks) if block.type == BlockType.ANNEX), len(blocks))
    has_parts = any(block.type == BlockType.PART for block in blocks[:end])
    while has_parts and blocks[end - 1].type == BlockType.PARAGRAPH and blocks[end - 1].level <= 1:
        end -= 1
    return end


def _new_part(before: Sequence[Block]) -> Block:
    numbers = [block.marker for block in before if block.type == BlockType.PART and block.marker]
    marker = next_marker(numbers[-1]) if numbers else f"{roman(1)}."
    return Block(a_new_key(), BlockType.PART, 1, marker, (TextRun(ORGANISATION),))


def _said(duty: UnitDuty, marker: str) -> list[Block]:
    charge = ChargeMark(tuple(sorted(unit.pk for unit in duty.units)), duty.label)
    heading = Block(a_new_key(), BlockType.CLAUSE, 2, marker, (TextRun(duty.label),), charge=charge)
    return [
        heading,
        *(Block(a_new_key(), BlockType.PARAGRAPH, 3, "-", (TextRun(line),)) for line in duty.lines),
    ]


# ── Nơi nhận ─────────────────────────────────────────────────────────────────────────────────────


def proposed_recipients(document: Document, officer: Officer) -> list[Receiver]:
    """Whom it carries out, every assigned unit once, the file copy last.

    When every commune of the territory was given something, one line names them all. Two queries beside those of the
    content, which is free when fetched.
    """
    content = content_of(document)
    receivers = []
    if document.parent:
        receivers.append(Receiver(f"{document.parent.unit} (để báo cáo)", Purpose.REPORT))
    superior = document.unit.superior
    if superior and (not document.parent or superior.pk != document.parent.unit_id):
        receivers.append(Receiver(f"{superior} (để báo cáo)", Purpose.REPORT, superior.pk))
    existing = [receiver for receiver in content.recipients if receiver.purpose == Purpose.FILE]
    file_line = existing[0].text if existing else file_copy_line(officer, document.unit)
    return [*receivers, *_to_act(document, content), Receiver(file_line, Purpose.FILE)]


def _to_act(document: Document, content: Content) -> list[Receiver]:
    known = Unit.objects.select_related("place").in_bulk(assigned_units(content))
    assigned = [known[pk] for pk in assigned_units(content) if pk != document.unit_id]
    together = all_communes_of(assigned, document.communes)
    receivers = [Receiver(str(unit), Purpose.ACT, unit.pk) for unit in assigned if unit not in together]
    if together:
        receivers.append(Receiver(in_words(together, document.communes), Purpose.ACT))
    return receivers


def assigned_units(content: Content) -> list[int]:
    """Every unit that leads or co-operates, once, in the order of the paper."""
    leads = leads_of(content)
    return list(
        dict.fromkeys(
            unit for block, task in content.tasks for unit in (*leads[block.key][0], *task.partners)
        )
    )


def file_copy_line(officer: Officer, issuer: Unit) -> str:
    """ "Lưu: VT, LĐTBXH": the clerk's copy and that of the room or office that wrote it (Phụ lục I, II.9d)."""
    own = issuer.symbol if issuer.drafts_for_id else ""  # a room that writes its own papers
    return file_copy(writing_symbol(officer, issuer) or own)


@transaction.atomic
def draft_recipients(pk: int, officer: Officer) -> int:
    """Put the proposed recipients in place of the present ones; lines typed by hand stay, before the file copy."""
    document = open_draft(pk, officer, lock=True)
    before = content_of(document)
    *proposed, file_copy_last = proposed_recipients(document, officer)
    known = {receiver.text for receiver in proposed}
    assigned = set(assigned_units(before))
    by_hand = (
        receiver
        for receiver in before.recipients
        if receiver.text not in known and receiver.unit not in assigned and receiver.purpose != Purpose.FILE
    )
    receivers = (*proposed, *by_hand, file_copy_last)
    lay_change(document, officer, before, replace(before, recipients=receivers))
    return len(receivers)
