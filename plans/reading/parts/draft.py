"""What was read: a plan not yet saved, every part with the spot of the source it comes from. Pure.

The passages are the source, whole and in order; `roles` says of each what it became. Nothing of the draft
stands anywhere but in the passages, so putting it together again gives back every word.
"""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias

from plans.citing.act import NamedAct, Span
from plans.content.values import Handling
from plans.reading.sources.lines import SourceKind, TableShape
from plans.reading.text.passages import Passage
from targets.statements import Statement

Row: TypeAlias = dict[str, Any]  # as JSON has it


class PassageRole(StrEnum):
    STATE = "state"  # quốc hiệu, tiêu ngữ
    SUPERIOR = "superior"
    ISSUER = "issuer"
    NUMBER = "number"
    DATE = "date"
    KIND = "kind"
    TITLE = "title"
    ADDRESSEE = "addressee"
    CITATION = "citation"
    PREAMBLE = "preamble"
    HEADING = "heading"
    TEXT = "text"
    CLOSING = "closing"
    RECIPIENT = "recipient"
    SIGNATURE = "signature"
    SIGNER = "signer"
    ANNEX = "annex"
    MARK = "mark"  # of urgency or circulation: "HỎA TỐC"
    TYPIST = "typist"
    CONTACT = "contact"
    NOTE = "note"  # stamps and remarks of the header: "DỰ THẢO", "(Đã ký)"
    LEFT_OUT = "left_out"


class PartKind(StrEnum):
    """What a heading says of what stands below it, as far as reading needs it and `read_plan --json` tells it."""

    PROSE = "prose"
    OBJECTIVES = "objectives"
    TASKS = "tasks"
    ORGANISATION = "organisation"


class Weight(StrEnum):
    DOUBT = "doubt"  # look at this before saving
    MISSING = "missing"  # a document of this kind should have it
    NOTE = "note"  # for information


@dataclass(frozen=True)
class Remark:
    code: str
    message: str  # a whole Vietnamese sentence
    weight: Weight = Weight.NOTE
    span: Span | None = None
    suggestion: str = ""  # what could stand there instead; never put there unasked


@dataclass(frozen=True)
class TargetDraft:
    text: str
    statement: Statement
    group: str = ""  # "MT1", "MT2", "MT3", "DH2030"; else the heading's own words
    section: int = 0
    spans: tuple[Span, ...] = ()
    is_doubtful: bool = False


@dataclass(frozen=True)
class TaskDraft:
    heading: str
    details: tuple[str, ...] = ()
    unit: str = ""  # as printed: "Đề nghị Ủy ban MTTQ và các tổ chức chính trị - xã hội xã"
    is_inherited: bool = False  # the unit is named by the heading above, not by the task's own words
    partners: str = ""
    due: datetime.date | None = None
    due_text: str = ""  # as written: "Quý II/2026"
    product: str = ""
    section: int = 0
    passages: tuple[int, ...] = ()
    at: int | None = None  # the passage it is marked on, where that is not its first

    @property
    def place(self) -> int:
        return self.passages[0] if self.at is None else self.at

    @property
    def text(self) -> str:
        return "\n".join(part for part in (self.heading, *self.details) if part)


@dataclass(frozen=True)
class ChargeDraft:
    """A line that names who has to do what stands below it."""

    place: int  # of its passage
    unit: str


@dataclass(frozen=True)
class SectionDraft:
    heading: str
    kind: PartKind
    mark: str = ""  # "II.", as printed
    passages: tuple[int, ...] = ()  # of the body, the heading not among them
    heading_at: int | None = None
    is_annex: bool = False
    reports_situation: bool = False  # its figures describe, they do not promise


@dataclass(frozen=True)
class LeftOut:
    """A passage that is not of the document: shown greyed in its place, and brought back if a person says so."""

    place: int  # in `ReadDraft.passages`
    text: str
    reason: str  # "page_number", "running_head", "debris", "menu", "credit", "other_news"


@dataclass(frozen=True)
class Signer:
    lines: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True)
class ReadDraft:
    origin: SourceKind
    passages: tuple[Passage, ...]
    roles: tuple[PassageRole, ...]
    kind: str  # "KH", "CV", "QĐ", "BC", "TTr", "TB", "BB"
    number: str = ""  # as printed: "05"; "" when blank
    symbol: str = ""
    issuer: str = ""
    superior: str = ""
    place: str = ""
    date: datetime.date | None = None
    title: str = ""
    addressees: tuple[str, ...] = ()
    citations: tuple[NamedAct, ...] = ()
    parent: NamedAct | None = None
    sections: tuple[SectionDraft, ...] = ()
    recipients: tuple[str, ...] = ()
    signer: Signer = field(default_factory=Signer)
    beside: Signer = field(default_factory=Signer)  # of minutes: who wrote them
    targets: tuple[TargetDraft, ...] = ()
    tasks: tuple[TaskDraft, ...] = ()
    charges: tuple[ChargeDraft, ...] = ()
    units: tuple[str, ...] = ()
    findings: tuple[Remark, ...] = ()
    handling: Handling = field(default_factory=Handling)
    is_article: bool = False  # a text about a plan, not the plan itself
    tables: tuple[TableShape, ...] = ()

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """In the order of the source."""
        return tuple(
            LeftOut(place, passage.whole, passage.left_out)
            for place, passage in enumerate(self.passages)
            if passage.left_out
        )

    @property
    def preamble(self) -> tuple[str, ...]:
        return self.paragraphs(PassageRole.PREAMBLE)

    @property
    def closing(self) -> tuple[str, ...]:
        return self.paragraphs(PassageRole.CLOSING)

    def paragraphs(self, wanted: PassageRole) -> tuple[str, ...]:
        pairs = zip(self.passages, self.roles, strict=True)
        return tuple(passage.whole for passage, role in pairs if role is wanted)

    def section_text(self, section: SectionDraft) -> str:
        rows = self.rows_of(section.passages)
        return "\n".join(" | ".join(self.passages[place].whole for place in row) for row in rows)

    def rows_of(self, places: tuple[int, ...]) -> list[list[int]]:
        """Paragraphs apart, the cells of one row of a table together."""
        rows: list[list[int]] = []
        for place in places:
            here, last = self.passages[place], self.passages[rows[-1][-1]] if rows else None
            if last and here.table > 0 and (last.table, last.row) == (here.table, here.row):
                rows[-1].append(place)
            else:
                rows.append([place])
        return rows

    @property
    def text(self) -> str:
        """The document put together again: what was left out is not in it, nothing else is missing."""
        return "\n".join(
            passage.whole
            for passage, role in zip(self.passages, self.roles, strict=True)
            if role is not PassageRole.LEFT_OUT
        )


def as_json(draft: ReadDraft) -> Row:
    """The draft for machines: values as strings with a decimal point, dates ISO.

    The closing sentence stands at the end of the last section, so that the texts hold the whole body.
    """
    return {
        "kind": draft.kind,
        "number": draft.number,
        "symbol": draft.symbol,
        "issuer": draft.issuer,
        "superior": draft.superior,
        "place": draft.place,
        "date": _iso(draft.date),
        "title": draft.title,
        "citations": [_act(act) for act in draft.citations],
        "preamble": "\n".join((*_addressed(draft), *draft.preamble)),
        "parent": _parent(draft.parent),
        "sections": _sections(draft),
        "targets": [_target(target) for target in draft.targets],
        "tasks": [{"text": task.text, "unit": task.unit, "due": _iso(task.due)} for task in draft.tasks],
        "units": list(draft.units),
        "recipients": list(draft.recipients),
        "signer": {"lines": list(draft.signer.lines), "name": draft.signer.name},
        "findings": [_finding(draft, finding) for finding in draft.findings],
    }


def _addressed(draft: ReadDraft) -> list[str]:
    """ "Kính gửi: …" of a letter opens its text, so that nothing is lost in the listed fields."""
    return list(draft.paragraphs(PassageRole.ADDRESSEE))


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _act(act: NamedAct) -> Row:
    return {
        "text": act.text,
        "type": act.kind,
        "number": act.number,
        "date": _iso(act.date),
        "issuer": act.issuer,
        "title": act.title,
    }


def _parent(act: NamedAct | None) -> Row | None:
    return {"number": act.number, "date": _iso(act.date), "issuer": act.issuer} if act else None


def _sections(draft: ReadDraft) -> list[Row]:
    rows = [
        {"heading": section.heading, "kind": str(section.kind), "text": draft.section_text(section)}
        for section in draft.sections
    ]
    body = [place for place, section in enumerate(draft.sections) if not section.is_annex]
    if draft.closing and body:
        last = rows[body[-1]]
        last["text"] = "\n".join(filter(None, (last["text"], *draft.closing)))
    elif draft.closing:
        rows.insert(0, {"heading": "", "kind": "prose", "text": "\n".join(draft.closing)})
    return rows


def _target(target: TargetDraft) -> Row:
    parts = target.statement
    return {
        "text": target.text,
        "comparator": str(parts.comparator) if parts.comparator else None,
        "value": written_value(parts.value),
        "unit": parts.unit,
        "population": parts.population,
        "condition": parts.condition,
        "horizon": parts.horizon,
        "group": target.group or None,
    }


def written_value(value: Decimal | None) -> str | None:
    """ "4.9", "100", never "1E+2"."""
    return None if value is None else format(value.normalize(), "f")


def _finding(draft: ReadDraft, finding: Remark) -> Row:
    row = {"code": finding.code, "weight": str(finding.weight), "message": finding.message}
    if finding.span is not None:
        passage = draft.passages[finding.span.passage]
        start, end = finding.span.start, finding.span.end
        row["text"] = passage.text[start:end] if end else passage.whole
    if finding.suggestion:
        row["suggestion"] = finding.suggestion
    return row
