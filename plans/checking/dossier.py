"""A draft as the rules see it: frozen facts, no database behind them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import prefetch_related_objects

from childlabour.core.vietnamese import short_date
from childlabour.units.models import Unit
from plans.content.asking import content_of
from plans.content.numbering import slips
from plans.content.values import Block, Content, TargetMark, TaskMark, extents, inherited
from plans.law.blocks import BlockType
from plans.law.handling import Circulation
from plans.law.kinds import Facts, Kind
from plans.models import Document, Status
from plans.paper.annexes import says_what_marks_say
from plans.paper.columns import TornWord, torn_words
from plans.paper.faces import lacked
from plans.paper.naming import Names
from targets.models import Target
from targets.statements import Statement

from .against import against_their_words
from .annexes import AnnexesSaid, annexes_said
from .wording import Wording, wording_of


@dataclass(frozen=True)
class PrintedText:
    """A text as printed, with the spot where it is edited."""

    anchor: str
    text: str

    @property
    def wording(self) -> Wording:
        return wording_of(self.text)


@dataclass(frozen=True)
class CheckedTarget:
    anchor: str
    sentence: str
    statement: Statement
    has_group: bool
    has_responsible: bool
    upper: Statement | None = None
    weaker_reason: str = ""


@dataclass(frozen=True)
class CheckedGiven:
    """A part of a task that was given as one thing and is said in the words as another."""

    part: str
    said: str
    given: str


@dataclass(frozen=True)
class CheckedTask:
    anchor: str
    name: str
    leads: tuple[int, ...] = ()  # its own, or those of the heading it stands under
    partners: tuple[int, ...] = ()
    units_said: str = ""
    given: frozenset[str] = frozenset()  # what was typed beside the words and stands nowhere in them
    against: tuple[CheckedGiven, ...] = ()  # of what was given, that of which the words say another
    ended_units: tuple[str, ...] = ()  # named with their last day, when that is before the period begins
    due_on: date | None = None


@dataclass(frozen=True)
class CheckedPart:
    anchor: str
    heading: str
    is_empty: bool


@dataclass(frozen=True)
class CheckedNumber:
    """A heading whose number does not follow the one before."""

    anchor: str
    marker: str
    after: str
    right: str


@dataclass(frozen=True)
class CheckedTable:
    """A table that was made from what hangs on the words, and no longer says it."""

    anchor: str
    made_from: str


@dataclass(frozen=True)
class CheckedRecipient:
    text: str
    unit: int | None = None


@dataclass(frozen=True)
class CheckedUnit:
    pk: int
    name: str
    short_name: str
    function: str
    is_of_the_issuer: bool = False  # an office of the issuing agency itself: served by the file copy


@dataclass(frozen=True)
class CheckedCitation:
    text: str
    cited_state: str = ""  # "đã thay thế", "đã thu hồi" when the cited act is ours and no longer in force


@dataclass(frozen=True)
class Dossier:
    kind: Kind
    title: str
    period_from: int
    period_to: int
    last_day: date
    has_parent: bool = False
    has_programme: bool = False
    dated_by_hand: bool = False
    addressees: str = ""
    preamble: str = ""  # what stands before the first part
    citations: tuple[CheckedCitation, ...] = ()
    has_body: bool = False
    parts: tuple[CheckedPart, ...] = ()
    targets: tuple[CheckedTarget, ...] = ()
    tasks: tuple[CheckedTask, ...] = ()
    misnumbered: tuple[CheckedNumber, ...] = ()
    outdated_tables: tuple[CheckedTable, ...] = ()
    torn_words: tuple[TornWord, ...] = ()  # that no column of their table is wide enough for
    annexes: AnnexesSaid = field(default_factory=AnnexesSaid)
    recipients: tuple[CheckedRecipient, ...] = ()
    signature_lines: tuple[str, ...] = ()
    signer: str = ""
    beside_lines: tuple[str, ...] = ()
    beside_signer: str = ""
    competence: str = ""
    is_for_everybody: bool = True
    circulation: str = ""  # "LƯU HÀNH NỘI BỘ"
    issuer_is_committee: bool = False
    assigned_units: tuple[CheckedUnit, ...] = ()
    passages: tuple[PrintedText, ...] = ()
    unprintable: tuple[PrintedText, ...] = ()  # the signs that the face of the paper lacks, where they stand

    @property
    def facts(self) -> Facts:
        return self.kind.facts

    @property
    def kind_name(self) -> str:
        """ "kế hoạch", inside a sentence."""
        return self.kind.label.lower()


def dossier_of(document: Document, content: Content | None = None) -> Dossier:
    """Collect the facts; a fixed number of queries, for a document of any length.

    `content`: what it says now, where that has been read already.
    """
    if content is None:
        content = content_of(document)
    prefetch_related_objects([document], "unit__place", "citations__cited_document")
    units = Unit.objects.in_bulk(_units_in(content))
    uppers = Target.objects.in_bulk([mark.upper for _, mark in content.targets if mark.upper])
    from_above, names = inherited(content.blocks), Names(document, content)
    against = against_their_words(document, content)
    return Dossier(
        kind=Kind(document.kind),
        title=document.title,
        period_from=document.period_from,
        period_to=document.period_to,
        last_day=document.last_day,
        has_parent=document.parent_id is not None,
        has_programme=document.programme_id is not None,
        dated_by_hand=document.issued_on is not None and document.number is None,
        addressees=document.addressees,
        preamble=_preamble(content),
        citations=tuple(
            CheckedCitation(c.text, _lapsed_state(c.cited_document)) for c in document.citations.all()
        ),
        has_body=any(block.text.strip() for block in content.blocks),
        parts=tuple(_parts(content)),
        targets=tuple(_target(block, mark, uppers) for block, mark in content.targets),
        tasks=tuple(
            replace(
                _task(
                    document,
                    block,
                    mark,
                    from_above[block.key].lead if block.key in from_above else (),
                    units,
                ),
                against=tuple(_given(mark, against.get(block.key, {}), names)),
            )
            for block, mark in content.tasks
        ),
        misnumbered=tuple(
            CheckedNumber(slip.block.key, slip.block.marker, slip.after, slip.right)
            for slip in slips(content.blocks)
        ),
        outdated_tables=tuple(_outdated(content, names)),
        torn_words=tuple(torn_words(content.blocks)),
        annexes=annexes_said(content.blocks),
        recipients=tuple(CheckedRecipient(r.text, r.unit) for r in content.recipients),
        signature_lines=content.signature_lines,
        signer=content.signer,
        beside_lines=content.beside.lines if content.beside else (),
        beside_signer=content.beside.signer if content.beside else "",
        competence=document.competence,
        is_for_everybody=document.is_for_everybody,
        circulation=str(Circulation(content.handling.circulation).label)
        if content.handling.circulation
        else "",
        issuer_is_committee=document.unit.function == "committee",
        assigned_units=tuple(_unit(document, units[pk]) for pk in sorted(units)),
        passages=tuple(_passages(content)),
        unprintable=tuple(_unprintable(content)),
    )


def _units_in(content: Content) -> set[int]:
    of_tasks = {unit for _, mark in content.tasks for unit in (*mark.lead, *mark.partners)}
    return of_tasks | {unit for block in content.blocks if block.charge for unit in block.charge.units}


def _preamble(content: Content) -> str:
    before = []
    for block in content.blocks:
        if block.type.facts.heads:
            break
        before.append(block.text)
    return "\n".join(before)


def _parts(content: Content) -> Iterator[CheckedPart]:
    for block, extent in zip(content.blocks, extents(content.blocks), strict=True):
        if block.type == BlockType.PART:
            yield CheckedPart(block.key, block.text, is_empty=extent.end == extent.first + 1)


def _lapsed_state(cited: Document | None) -> str:
    if cited is None or cited.status not in (Status.REPLACED, Status.REVOKED):
        return ""
    return cited.get_status_display()


def _unit(document: Document, unit: Unit) -> CheckedUnit:
    of_the_issuer = unit.drafts_for_id == document.unit_id or unit.pk == document.unit_id
    return CheckedUnit(unit.pk, unit.name, unit.short_name, unit.function, of_the_issuer)


def _target(block: Block, mark: TargetMark, uppers: dict[int, Target]) -> CheckedTarget:
    upper = uppers.get(mark.upper) if mark.upper else None
    return CheckedTarget(
        anchor=block.key,
        sentence=mark.sentence,
        statement=mark.statement,
        has_group=bool(mark.group),
        has_responsible=mark.responsible is not None,
        upper=upper.statement if upper else None,
        weaker_reason=mark.weaker_reason,
    )


def _task(
    document: Document, block: Block, mark: TaskMark, above: tuple[int, ...], units: dict[int, Unit]
) -> CheckedTask:
    leads = mark.lead or above
    assigned = (units[pk] for pk in (*leads, *mark.partners))
    ended = ((u, u.valid_to) for u in assigned if u.valid_to and u.valid_to < document.first_day)
    return CheckedTask(
        anchor=block.key,
        name=block.name,
        leads=leads,
        partners=mark.partners,
        units_said=mark.units_said,
        given=mark.given,
        ended_units=tuple(f"{unit} (đến hết {short_date(last)})" for unit, last in ended),
        due_on=mark.due,
    )


def _given(mark: TaskMark, against: dict[str, str], names: Names) -> Iterator[CheckedGiven]:
    for part, said in against.items():
        given = names.together(mark.lead) if part == "lead" else short_date(mark.due) if mark.due else ""
        yield CheckedGiven(part, said, given)


def _outdated(content: Content, names: Names) -> Iterator[CheckedTable]:
    for block in content.blocks:
        if block.made_from and not says_what_marks_say(content, block.key, names.together):
            yield CheckedTable(block.key, block.made_from)


def _passages(content: Content) -> Iterator[PrintedText]:
    yield PrintedText("identity", content.title)
    for citation in content.citations:
        yield PrintedText("citations", citation.text)
    for block in content.blocks:
        if block.text:
            yield PrintedText(block.key, block.text)


def _unprintable(content: Content) -> Iterator[PrintedText]:
    said = [(passage.anchor, passage.text) for passage in _passages(content)]
    said += [(block.key, block.marker) for block in content.blocks]
    handling = content.handling
    said += [("identity", line) for line in (*content.addressees, handling.typist, *handling.contact)]
    said += [("recipients", recipient.text) for recipient in content.recipients]
    beside = (*content.beside.lines, content.beside.signer) if content.beside else ()
    said += [("signature", line) for line in (*content.signature_lines, content.signer, *beside)]
    for anchor, text in said:
        if signs := lacked(text):
            yield PrintedText(anchor, " ".join(signs))
