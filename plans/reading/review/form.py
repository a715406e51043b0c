"""The form of a review: what it proposes, what was typed into it so far, and the decisions that come of it. Pure.

Every tick and field has a name of its own, so that what a person has chosen can wait as it was sent and be gone on
with by another: `target` (ids of marks), `task` and `charge` (keys of blocks), `citation` (numbers), `slip` and
`seen` (ids of findings), `back` (numbers of lines), and for each target `comparator-ID`, `value-ID` and so on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from childlabour.core.errors import Refusal
from childlabour.core.vietnamese import FIRST_PERIOD, LAST_PERIOD, lines_of, read_number, write_number
from plans.content.values import TargetMark
from targets.statements import Comparator, Statement
from targets.validation import value_in_range

from .bringing_back import line_of
from .deciding import Decisions, Parts, as_proposed
from .readings import FileRead

Typed = Mapping[str, list[str]]

TEXTS = ("title", "place", "recipients", "authority", "signer")
TICKS = ("target", "task", "charge", "citation", "slip", "back", "seen")
FIELDS = ("comparator", "value", "unit", "horizon", "group")  # of a target
LONGEST = 20_000  # characters of one field that wait; more is refused at saving anyway


@dataclass(frozen=True)
class Form:
    """`typed`: as the browser sent it; empty, as long as nobody has chosen anything."""

    reading: FileRead
    typed: Typed

    @classmethod
    def of(cls, reading: FileRead, typed: Typed) -> "Form":
        """Of what was sent, the fields that this form has, and nothing that no database keeps."""
        names = {*TEXTS, *TICKS}
        names |= {f"{name}-{mark.id}" for _, mark in reading.content.targets for name in FIELDS}
        kept = {
            name: [value.replace("\0", "")[:LONGEST] for value in values]
            for name, values in typed.items()
            if name in names
        }
        return cls(reading, kept)

    def ticked(self, name: str) -> frozenset[str]:
        if self.typed:
            return frozenset(self.typed.get(name, ()))
        return self._proposed.get(name, frozenset())

    def text(self, name: str) -> str:
        return self._last(name, self._texts[name])

    def field(self, name: str, mark: TargetMark) -> str:
        return self._last(f"{name}-{mark.id}", read_as(mark)[name])

    def decisions(self) -> Decisions:
        """Raises `Refusal` with every figure that cannot be read."""
        kept = self.ticked("target")
        refused: list[str] = []
        parts: dict[str, Parts] = {}
        for number, (_, mark) in enumerate(self.reading.content.targets, start=1):
            try:
                if mark.id in kept and (said := self._parts(mark)):
                    parts[mark.id] = said
            except ValueError as fault:
                refused.append(f"Chỉ tiêu thứ {number}: {fault}")
        if refused:
            raise Refusal(*refused)
        return Decisions(
            title=" ".join(self.text("title").split()),
            place=self.text("place").strip(),
            recipients=lines_of(self.text("recipients")),
            authority=lines_of(self.text("authority")),
            signer=self.text("signer").strip(),
            targets=kept,
            tasks=self.ticked("task"),
            charges=self.ticked("charge"),
            citations=self._numbers("citation", len(self.reading.content.citations)),
            parts=parts,
            slips=self.ticked("slip"),
            put_back=self.lines_back,
        )

    # ── What was typed ───────────────────────────────────────────────────────────────────────────

    def _last(self, name: str, as_read: str) -> str:
        values = self.typed.get(name, ())
        return values[-1] if values else as_read

    @property
    def _texts(self) -> dict[str, str]:
        content = self.reading.content
        return {
            "title": content.title,
            "place": self.reading.head.place,
            "recipients": "\n".join(receiver.text for receiver in content.recipients),
            "authority": "\n".join(content.signature_lines),
            "signer": content.signer,
        }

    @property
    def _proposed(self) -> dict[str, frozenset[str]]:
        proposed = as_proposed(self.reading)
        return {
            "target": proposed.targets,
            "task": proposed.tasks,
            "charge": proposed.charges,
            "citation": frozenset(map(str, proposed.citations)),
        }

    def _numbers(self, name: str, below: int) -> frozenset[int]:
        said = (int(value) for value in self.ticked(name) if value.isdecimal() and len(value) < 9)
        return frozenset(number for number in said if number < below)

    @property
    def lines_back(self) -> frozenset[int]:
        """Those that were asked for, and those of whose targets one is taken."""
        lines = self.reading.lines
        promised = {line_of(target) for target in self.ticked("target")} - {None}
        said = {*self._numbers("back", len(lines)), *promised}
        return frozenset(n for n in said if n is not None and n < len(lines) and lines[n].is_out)

    def _parts(self, mark: TargetMark) -> Parts | None:
        """What a person set otherwise than was read; nothing where every field says the same."""
        said = {name: self.field(name, mark).strip() for name in FIELDS}
        if said == read_as(mark):
            return None
        return Parts(_statement(mark.statement, said), said["group"])


def read_as(mark: TargetMark) -> dict[str, str]:
    """The fields of a target as it was read."""
    said = mark.statement
    return {
        "comparator": said.comparator or "",
        "value": "" if said.value is None else write_number(said.value),
        "unit": said.unit,
        "horizon": str(said.horizon or ""),
        "group": mark.group,
    }


def _statement(read: Statement, said: dict[str, str]) -> Statement:
    value = read_number(said["value"]) if said["value"] else None
    comparator = _comparator(said["comparator"], value)
    if refused := value_in_range(said["unit"], value):
        raise ValueError(f"{refused[:1].lower()}{refused[1:]}")
    return replace(
        read, comparator=comparator, value=value, unit=said["unit"], horizon=_year(said["horizon"])
    )


def _comparator(said: str, value: Decimal | None) -> Comparator | None:
    needs_value = said not in ("", Comparator.MINIMISE, Comparator.MAXIMISE)
    if needs_value != (value is not None) or (said and said not in list(Comparator)):
        raise ValueError("chọn mức và nhập giá trị, hoặc để trống cả hai nếu là chỉ tiêu định tính.")
    return Comparator(said) if said else None


def _year(written: str) -> int | None:
    if not written:
        return None
    year = int(written) if written.isdecimal() and len(written) == 4 else 0
    if not FIRST_PERIOD <= year <= LAST_PERIOD:
        shown = written if len(written) < 20 else f"{written[:20]}…"
        raise ValueError(f"năm đạt phải từ {FIRST_PERIOD} đến {LAST_PERIOD}; đang ghi “{shown}”.")
    return year
