"""What is true of a document of the corpus, kept beside its text: the truth that readings are held against."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Goal:
    """A target with a figure: comparator, value with a decimal point, unit, group, year (0: any will do)."""

    comparator: str
    value: str
    group: str
    unit: str = "%"
    horizon: int = 0


@dataclass(frozen=True)
class Row:
    """A paragraph of the body. `kind`: part, clause, point, dash, plus, para; `bold` as officials set titles."""

    kind: str
    text: str
    mark: str = ""
    bold: bool = False


@dataclass(frozen=True)
class Grid:
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Paper:
    """A document as its author meant it; `superior`, `agency` and `authority` line by line as printed."""

    name: str
    agency: tuple[str, ...]
    number: str
    symbol: str
    place: str
    day: date | None
    title: str
    body: tuple[Row | Grid, ...]
    kind: str = "KH"
    kind_line: str = "KẾ HOẠCH"
    superior: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    closing: str = ""
    recipients: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    signer: str = ""
    addressees: tuple[str, ...] = ()
    # The truth about it:
    issuer: str = ""
    superior_name: str = ""
    basis_numbers: tuple[str, ...] = ()
    parent: str = ""
    goals: tuple[Goal, ...] = ()
    units: tuple[str, ...] = ()

    @property
    def date_line(self) -> str:
        day = self.day
        if day is None:
            return f"{self.place}, ngày     tháng     năm 2024"
        month = f"{day.month:02}" if day.month < 3 else str(day.month)
        return f"{self.place}, ngày {day.day:02} tháng {month} năm {day.year}"

    @property
    def number_line(self) -> str:
        return f"Số: {self.number}/{self.symbol}"


def part(mark: str, text: str) -> Row:
    return Row("part", text, mark, True)


def clause(mark: str, text: str, bold: bool = True) -> Row:
    return Row("clause", text, mark, bold)


def point(mark: str, text: str, bold: bool = False) -> Row:
    return Row("point", text, mark, bold)


def dash(text: str) -> Row:
    return Row("dash", text, "-")


def plus(text: str) -> Row:
    return Row("plus", text, "+")


def para(text: str, bold: bool = False) -> Row:
    return Row("para", text, "", bold)
