"""The page of a review: the source and the draft beside each other, row by row, in the order of the source.

A row is a block of the draft with the lines it was made of, a line that was left out, or a run of lines of the head or
the foot; the first of those holds the fields they became.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from childlabour.core.vietnamese import write_number
from childlabour.units.models import Unit
from plans.content.known import units_at
from plans.content.values import Block, Runs, TargetMark
from plans.reading.parts.draft import PassageRole
from plans.reading.review.bringing_back import taken_back
from plans.reading.review.form import FIELDS, Form
from plans.reading.review.readings import Doubtful, FileRead, SourceLine
from plans.reading.review.remarking import LEFT_OUT_BECAUSE
from targets.models.target import ComparatorChoice

HEAD, FOOT, BLOCK, OUT = "head", "foot", "block", "out"
SHORT_NAMES = 3  # units named in a line, before "…"

OF_THE_HEAD = {
    PassageRole.STATE: "quốc hiệu",
    PassageRole.SUPERIOR: "cơ quan chủ quản",
    PassageRole.ISSUER: "cơ quan ban hành",
    PassageRole.NUMBER: "số, ký hiệu",
    PassageRole.DATE: "nơi, ngày",
    PassageRole.KIND: "tên loại",
    PassageRole.TITLE: "trích yếu",
    PassageRole.ADDRESSEE: "kính gửi",
    PassageRole.CITATION: "căn cứ",
    PassageRole.MARK: "mức độ khẩn, phạm vi lưu hành",
    PassageRole.CONTACT: "thông tin liên hệ",
}
OF_THE_FOOT = {
    PassageRole.RECIPIENT: "nơi nhận",
    PassageRole.SIGNATURE: "quyền hạn, chức vụ",
    PassageRole.SIGNER: "người ký",
    PassageRole.TYPIST: "người soạn thảo, số bản",
}
ROLES = OF_THE_HEAD | OF_THE_FOOT


@dataclass
class Was:
    """A line of the source as the page shows it."""

    number: int
    pieces: list[tuple[str, bool]]  # its words in order; True: those that a finding is about
    role: str  # what it became, in words; "" of the body


@dataclass
class Promise:
    """A target as the page asks about it."""

    id: str
    measure: str
    sentence: str  # where the words around it do not say alone which one is meant
    is_kept: bool
    doubt: str  # the finding that doubts it, if one does
    fields: dict[str, str]


@dataclass
class Row:
    kind: str
    lines: list[Was] = field(default_factory=list)
    block: Block | None = None
    stretches: list[list[Runs]] = field(
        default_factory=list
    )  # cells of paragraphs; one cell where it is no row
    promises: list[Promise] = field(default_factory=list)
    task: str | None = None  # what it says, where it is one
    charge: str | None = None
    is_task: bool = False  # ticked
    is_charge: bool = False
    is_back: bool = False
    because: str = ""  # why it was left out
    findings: list[Doubtful] = field(default_factory=list)
    holds_fields: bool = False

    @property
    def number(self) -> int | None:
        return self.lines[0].number if self.lines else None


@dataclass
class Review:
    """What the page shows. One query: the names of the units."""

    rows: list[Row]
    loose: list[Doubtful]  # what is about no line
    seen: frozenset[str]
    slips: frozenset[str]
    targets: int  # that the draft will have
    tasks: int
    doubts: int  # not yet seen
    left_out: int


def review_of(form: Form) -> Review:
    reading = form.reading
    rows = _Rows(form, _units_of(reading)).made()
    seen = form.ticked("seen")
    return Review(
        rows,
        [finding for finding in reading.doubts if finding.line is None],
        seen,
        form.ticked("slip"),
        targets=sum(promise.is_kept for row in rows for promise in row.promises),
        tasks=sum(block.key in form.ticked("task") for block, _ in reading.content.tasks),
        doubts=sum(finding.id not in seen for finding in reading.doubts),
        left_out=sum(row.kind == OUT for row in rows),
    )


def _units_of(reading: FileRead) -> dict[int, str]:
    ids = {unit for block in reading.content.blocks for unit in units_at(block)}
    return {unit.pk: str(unit) for unit in Unit.objects.filter(pk__in=ids)}


class _Rows:
    def __init__(self, form: Form, units: dict[int, str]):
        self.form, self.units = form, units
        self.reading = form.reading
        self.blocks = {block.key: block for block in self.reading.content.blocks}
        self.ticks = {name: form.ticked(name) for name in ("target", "task", "charge")}
        self.back = form.lines_back
        self.findings: dict[int, list[Doubtful]] = {}
        for finding in self.reading.doubts:
            if finding.line is not None:
                self.findings.setdefault(finding.line, []).append(finding)

    def made(self) -> list[Row]:
        rows = [row for row in self._in_order() if row.lines]
        for kind, at in ((HEAD, 0), (FOOT, len(rows))):
            holder = next((row for row in rows if row.kind == kind), None)
            if holder is None:
                holder = Row(kind)
                rows.insert(at, holder)
            holder.holds_fields = True
        return rows

    def _in_order(self) -> Iterator[Row]:
        shown = (one for one in enumerate(self.reading.lines) if not _is_drawn(one[1]))
        for (kind, key), group in groupby(shown, self._where):
            numbered = list(group)
            if kind == OUT:
                yield from (self._left_out(*one) for one in numbered)
            else:
                row = Row(kind, [self._was(*one) for one in numbered])
                row.findings = [f for number, _ in numbered for f in self.findings.get(number, ())]
                if kind == BLOCK:
                    self._with_block(row, self.blocks[key])
                yield row

    def _where(self, numbered: tuple[int, SourceLine]) -> tuple[str, str]:
        _, line = numbered
        if line.block:
            return BLOCK, line.block
        if line.is_out:
            return OUT, ""
        return (FOOT, "") if line.role in OF_THE_FOOT else (HEAD, "")

    def _was(self, number: int, line: SourceLine) -> Was:
        slips = [finding for finding in self.findings.get(number, ()) if not finding.target]
        return Was(number, list(_cut(line, slips)), "" if line.block else ROLES.get(line.role, ""))

    def _left_out(self, number: int, line: SourceLine) -> Row:
        row = Row(
            OUT, [self._was(number, line)], because=LEFT_OUT_BECAUSE.get(line.left_out or line.role, "")
        )
        row.is_back = number in self.back
        row.promises = [
            Promise(mark.id, _measure(mark), mark.sentence, mark.id in self.ticks["target"], "", {})
            for mark in taken_back(self.reading, number).targets
        ]
        return row

    def _with_block(self, row: Row, block: Block) -> None:
        row.block = block
        row.stretches = [list(cell.paragraphs) for cell in block.cells] or [[block.runs]]
        doubts = {finding.target: finding.id for finding in row.findings if finding.target}
        row.promises = [
            self._promise(mark, doubts.get(mark.id, ""), is_one=len(block.targets) == 1 and not block.cells)
            for mark in block.targets
        ]
        row.findings = [finding for finding in row.findings if not finding.target]
        if block.task:
            told = (block.task.due_text, block.task.product)
            row.task = self._named(block.task.lead, block.task.units_said, *told)
            row.is_task = block.key in self.ticks["task"]
        if block.charge:
            row.charge = self._named(block.charge.units, block.charge.units_said)
            row.is_charge = block.key in self.ticks["charge"]

    def _promise(self, mark: TargetMark, doubt: str, *, is_one: bool) -> Promise:
        return Promise(
            mark.id,
            _measure(mark),
            "" if is_one else mark.sentence,
            mark.id in self.ticks["target"],
            doubt,
            {name: self.form.field(name, mark) for name in FIELDS},
        )

    def _named(self, units: tuple[int, ...], said: str, *more: str) -> str:
        names = [self.units[pk] for pk in units if pk in self.units]
        shown = ", ".join(names[:SHORT_NAMES]) + (", …" if len(names) > SHORT_NAMES else "")
        return " · ".join(part for part in (shown or said, *more) if part)


def _is_drawn(line: SourceLine) -> bool:
    """A rule or a bar, without a letter: nothing that anybody would want back."""
    return not line.block and not any(sign.isalnum() for sign in line.whole)


def _cut(line: SourceLine, findings: list[Doubtful]) -> Iterator[tuple[str, bool]]:
    text, at = line.whole, 0
    before = len(text) - len(line.text)  # of the mark, which no finding counts
    for finding in sorted(findings, key=lambda finding: finding.at):
        start, end = before + finding.at, before + finding.at + len(finding.words)
        if finding.words and start >= at:
            yield text[at:start], False
            yield text[start:end], True
            at = end
    yield text[at:], False


def _measure(mark: TargetMark) -> str:
    said = mark.statement
    if said.comparator is None:
        return "định tính"
    value = "" if said.value is None else write_number(said.value)
    figure = f"{value}{said.unit}" if said.unit == "%" else f"{value} {said.unit}".strip()
    horizon = f"năm {said.horizon}" if said.horizon else ""
    return " · ".join(
        part for part in (f"{ComparatorChoice(said.comparator).label} {figure}".strip(), horizon) if part
    )
