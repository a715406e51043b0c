"""A workbook filled in and sent back: understood with every fault at once, each with its cell; laid whole or not
at all.

Of the own unit the figures are sent, of a unit below they are accepted.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import transaction

from childlabour.airlock.asking import ask
from childlabour.core.errors import Problem, Refusal
from childlabour.core.vietnamese import read_number, search_key
from childlabour.units.models import Officer, Unit
from plans.models import Document
from plans.reporting.owing import Owing, owing_of
from plans.reporting.periods import period_for
from plans.reporting.replying import Replies, filing_of, fresh
from plans.reporting.steps import FILINGS, FilingStep, Whose, sides_towards
from targets.measuring.models import FigureStanding, Filing, ReportPeriod
from targets.reckoning.metrics import Metric
from targets.reckoning.replies import ANSWERS, FigureState, Reply, faults_of, settled

from .layout import CODE, COLUMNS, DOCUMENT, ESTIMATED, MOST_TOLD, PERIOD, REGIME

TEXT, NUMBER, BLANK, ODD = "text", "number", "blank", "odd"
STATES = {search_key(state.label): state.value for state in ANSWERS}
STATES[search_key(FigureState.NOT_REPORTED.label)] = FigureState.NOT_REPORTED.value
TITLES = {column.key: column.title for column in COLUMNS}
YES = frozenset({search_key(ESTIMATED), "1", "co", "uoc"})
LONGEST_EVIDENCE = 300


@dataclass(frozen=True)
class Taken:
    """What was laid down."""

    period: ReportPeriod
    document: Document
    sent: int  # figures of the own units
    accepted: int  # of units below
    units: int

    @property
    def words(self) -> str:
        parts = []
        if self.sent:
            parts.append(f"đã gửi {self.sent} số liệu")
        if self.accepted:
            parts.append(f"đã chấp nhận {self.accepted} số liệu")
        said = ", ".join(parts) or "không có số liệu nào mới"
        return f"{self.period.words.capitalize()}: {said}, {self.units} đơn vị."


@dataclass(frozen=True)
class _Row:
    number: int
    cells: Mapping[str, list[str]]
    columns: Mapping[str, str]

    def at(self, key: str) -> str:
        """ "E5"."""
        return f"{self.columns.get(key, 'A')}{self.number}"

    def kind(self, key: str) -> str:
        return self.cells.get(key, [BLANK, ""])[0]

    def text(self, key: str) -> str:
        return " ".join(self.cells.get(key, [BLANK, ""])[1].split())


def take_in(data: bytes, officer: Officer, *, only: ReportPeriod | None = None, confirmed: Any = "") -> Taken:
    """`only`: the period of the page that it was sent from. Raises Refusal with every fault; then nothing is laid."""
    said = ask("figures", data)
    document, period, owing = _about(said["period"], only)
    rows = [_Row(number, cells, said["columns"]) for number, cells in said["rows"]]
    understood = _Understanding(owing, officer)
    for row in rows:
        understood.take(row)
    faults = [*said["faults"], *understood.faults]
    if not rows:
        faults.append("Tờ “Số liệu” không có dòng nào dưới dòng đầu.")
    if faults:
        raise Refusal(*_shortened(faults))
    return _lay(document, period, understood, officer, confirmed)


def _shortened(faults: list[str]) -> Iterator[Problem]:
    for fault in faults[:MOST_TOLD]:
        yield Problem(fault, "file")
    if len(faults) > MOST_TOLD:
        yield Problem(f"Còn {len(faults) - MOST_TOLD} lỗi nữa: sửa các lỗi trên rồi gửi lại.", "file")


# ── Which period of which document ──────────────────────────────────────────────────────────────────


def _about(said: list[Any], only: ReportPeriod | None) -> tuple[Document, ReportPeriod, Owing]:
    found = {search_key(label): (value[1].strip(), cell) for label, value, cell in said}

    def stated(label: str) -> tuple[str, str]:
        value, cell = found.get(search_key(label), ("", ""))
        if not value:
            raise Refusal(
                Problem(
                    f"Tờ “{PERIOD}” thiếu “{label}”: dùng tệp đã tải từ hệ thống, giữ nguyên tờ này.", "file"
                )
            )
        return value, cell

    code, where = stated(CODE)
    regime, _ = stated(REGIME)
    number, its_cell = stated(DOCUMENT)
    known = number.isascii() and number.isdecimal() and len(number) < 19
    document = Document.objects.select_related("unit__place").filter(pk=number).first() if known else None
    if document is None:
        raise Refusal(
            Problem(f"Ô {its_cell} tờ “{PERIOD}”: không có văn bản mang mã “{number[:20]}”.", "file")
        )
    try:
        period = period_for(document, code, regime)
        owing = owing_of(document, period)
    except Refusal as refusal:
        raise Refusal(
            *(Problem(f"Ô {where} tờ “{PERIOD}”: {p.message}", "file") for p in refusal.problems)
        ) from refusal
    if only is not None and period != only:
        raise Refusal(
            Problem(
                f"Ô {where} tờ “{PERIOD}”: tệp này là biểu của {period.words}, không phải {only.words}. "
                "Tải biểu của đúng kỳ rồi nhập lại.",
                "file",
            )
        )
    return document, period, owing


# ── What the rows say ───────────────────────────────────────────────────────────────────────────────


class _Understanding:
    """The rows so far: replies of units, and every fault."""

    def __init__(self, owing: Owing, officer: Officer):
        self.faults: list[str] = []
        self.replies: dict[int, dict[str, Reply]] = defaultdict(dict)
        self.sides: dict[int, frozenset[Whose]] = {}
        self.metrics = {search_key(metric.code): metric for metric in owing.metrics}
        self.units = {unit.pk: unit for unit in owing.units}
        self._owing, self._officer = owing, officer
        self._seen: dict[tuple[int, str], _Row] = {}

    def take(self, row: _Row) -> None:
        unit, metric = self._unit(row), self._metric(row)
        reply = self._reply(row, metric)
        if unit is None or metric is None:
            return
        if unit.pk not in self._owing.owed[metric.key]:
            self._fault(row, "metric", f"{unit} không phải báo cáo chỉ tiêu này.")
            return
        first = self._seen.setdefault((unit.pk, metric.key), row)
        if first is not row:
            there = first.at("unit")
            self._fault(
                row, "unit", f"{unit} đã có chỉ tiêu {metric.code} ở ô {there}: giữ một dòng, bỏ dòng kia."
            )
            return
        if reply is not None and reply.is_given:
            self.replies[unit.pk][metric.key] = reply

    def at_its_cell(self, unit: int, problem: Problem) -> Problem:
        """What was refused while laying, of a field of the grid ("numerator-i12"), at its cell."""
        part, _, key = problem.field.partition("-")
        row = self._seen.get((unit, key))
        return replace(problem, message=f"Ô {row.at(part)}: {problem.message}") if row else problem

    def _fault(self, row: _Row, key: str, words: str) -> None:
        self.faults.append(f"Ô {row.at(key)}: {words}")

    def _unit(self, row: _Row) -> Unit | None:
        code, name = row.text("unit"), row.text("unit_name")
        if row.kind("unit") == ODD:
            return None
        if row.kind("unit") == BLANK:
            self._fault(row, "unit", f"thiếu “{TITLES['unit']}”.")
            return None
        unit = self.units.get(int(code)) if code.isascii() and code.isdecimal() else None
        if unit is None:
            self._fault(row, "unit", f"“{code[:40]}” không phải mã của đơn vị phải báo cáo theo văn bản này.")
            return None
        if name and search_key(name) not in {search_key(unit.name), search_key(str(unit))}:
            self._fault(
                row,
                "unit_name",
                f"“{name[:60]}” không khớp mã {unit.pk} ({unit}): có thể cột đã bị sắp lệch.",
            )
            return None
        if not self._side(unit):
            self._fault(row, "unit", f"{unit} không phải đơn vị của anh/chị hoặc đơn vị cấp dưới.")
            return None
        return unit

    def _side(self, unit: Unit) -> frozenset[Whose]:
        if unit.pk not in self.sides:
            self.sides[unit.pk] = sides_towards(self._officer, unit)
        return self.sides[unit.pk]

    def _metric(self, row: _Row) -> Metric | None:
        code, name = row.text("metric"), row.text("metric_name")
        if row.kind("metric") == ODD:
            return None
        metric = self.metrics.get(search_key(code))
        if metric is None:
            said = f"“{code[:40]}” không phải mã chỉ tiêu của văn bản này." if code else "thiếu mã chỉ tiêu."
            self._fault(row, "metric", f"{said} Không sửa cột mã; tải lại biểu.")
            return None
        known = {search_key(metric.name), *(search_key(target.sentence) for target in metric.targets)}
        others = {
            search_key(target.sentence)
            for other in self.metrics.values()
            for target in other.targets
            if other is not metric
        }
        if name and search_key(name) in others - known:
            self._fault(row, "metric_name", f"tên này là của chỉ tiêu khác mã {metric.code}: tải lại biểu.")
            return None
        return metric

    def _reply(self, row: _Row, metric: Metric | None) -> Reply | None:
        before = len(self.faults)
        numerator, denominator = self._number(row, "numerator"), self._number(row, "denominator")
        state = self._state(row)
        odd = any(row.kind(key) == ODD for key in ("numerator", "denominator", "state", "note"))
        if odd or len(self.faults) > before or metric is None:
            return None
        reply = settled(
            Reply(
                state,
                numerator,
                denominator,
                search_key(row.text("estimate")) in YES,
                row.text("note"),
                row.text("evidence")[:LONGEST_EVIDENCE],
            )
        )
        for problem in faults_of(reply, metric):
            self._fault(row, problem.field, problem.message)
        return reply

    def _number(self, row: _Row, key: str) -> Decimal | None:
        if row.kind(key) in (BLANK, ODD):
            return None
        said = row.text(key)
        try:
            return Decimal(said) if row.kind(key) == NUMBER else read_number(said)
        except (ValueError, InvalidOperation) as fault:
            words = str(fault) if isinstance(fault, ValueError) else f"“{said[:40]}” chưa phải là số."
            self._fault(row, key, words)
            return None

    def _state(self, row: _Row) -> str:
        said = row.text("state")
        if row.kind("state") == BLANK:
            return FigureState.NOT_REPORTED.value
        known = STATES.get(search_key(said))
        if known is None and row.kind("state") != ODD:
            names = "; ".join(state.label for state in ANSWERS)
            self._fault(row, "state", f"“{said[:40]}” không phải một tình trạng. Ghi một trong: {names}.")
        return known or FigureState.NOT_REPORTED.value


# ── Laying it down ──────────────────────────────────────────────────────────────────────────────────


@transaction.atomic
def _lay(
    document: Document, period: ReportPeriod, understood: _Understanding, officer: Officer, confirmed: Any
) -> Taken:
    metrics = tuple(understood.metrics.values())
    counted = {FilingStep.SEND: 0, FilingStep.ACCEPT: 0}
    problems: list[Problem] = []
    for pk, replies in understood.replies.items():
        unit = understood.units[pk]
        step = FilingStep.SEND if Whose.REPORTING in understood.sides[pk] else FilingStep.ACCEPT
        try:
            counted[step] += _lay_one(filing_of(period, unit), metrics, replies, step, officer, confirmed)
        except Refusal as refusal:
            problems += [understood.at_its_cell(pk, problem) for problem in refusal.problems]
    if problems:
        raise Refusal(*problems)
    return Taken(
        period, document, counted[FilingStep.SEND], counted[FilingStep.ACCEPT], len(understood.replies)
    )


def _lay_one(
    filing: Filing,
    metrics: tuple[Metric, ...],
    replies: Replies,
    step: FilingStep,
    officer: Officer,
    confirmed: Any,
) -> int:
    """The same file may come twice."""
    done = {
        FilingStep.SEND: (FigureStanding.SENT, FigureStanding.ACCEPTED),
        FilingStep.ACCEPT: (FigureStanding.ACCEPTED,),
    }
    new = fresh(filing, replies, done[step])
    if new:
        FILINGS.perform(
            step, filing, officer, replies=new, metrics=metrics, keys=tuple(new), confirmed=confirmed
        )
    return len(new)
