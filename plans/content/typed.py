"""Values out of JSON, each kind of field read or refused with a sentence that says what it should be. Pure."""

import re
from collections.abc import Callable
from dataclasses import MISSING, fields
from datetime import date
from decimal import Decimal
from typing import Any

from targets.statements import Comparator, Direction, Statement

SHOWN = 60  # characters of a value in a message
LARGEST = 10**12  # no number of a content is larger, and no column would take one


class MisshapenError(ValueError):
    """JSON that is no content; the message says where."""


def made(of: Any, data: Any) -> Any:
    """A dataclass of plain fields. Raises Misshapen."""
    parts = fields_of(data, "phần này", of)
    found = {}
    for field in fields(of):
        if field.name in parts:
            found[field.name] = _READ[field.type](parts[field.name])
        elif field.default is MISSING:
            raise MisshapenError(f"thiếu “{field.name}”.")
    return of(**found)


def fields_of(data: Any, what: str, of: Any) -> dict[str, Any]:
    """A JSON object that has fields of the dataclass `of` alone; what nothing reads would be lost."""
    if not isinstance(data, dict):
        raise MisshapenError(f"{what} phải là một đối tượng JSON.")
    unknown = data.keys() - {field.name for field in fields(of)} if of is not dict else ()
    if unknown:
        raise MisshapenError(f"{what} không có trường “{min(unknown)[:SHOWN]}”.")
    return data


def text_from(value: Any) -> str:
    if not isinstance(value, str):
        raise MisshapenError(f"“{str(value)[:SHOWN]}” phải là chữ.")
    return value


def number_from(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > LARGEST:
        raise MisshapenError(f"“{str(value)[:SHOWN]}” phải là số nguyên.")
    return value


def list_from(value: Any, what: str) -> list[Any]:
    if not isinstance(value, list):
        raise MisshapenError(f"“{what}” phải là một danh sách.")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise MisshapenError(f"“{str(value)[:SHOWN]}” phải là true hoặc false.")
    return value


def decimal_from(value: Any) -> Decimal:
    """ "4.9", never a JSON number: those lose what they mean on the way."""
    if not isinstance(value, str) or not _DECIMAL.fullmatch(value):
        raise MisshapenError(f'“{str(value)[:SHOWN]}” phải là số viết trong ngoặc kép, có dấu chấm: "4.9".')
    return Decimal(value)


def day_from(value: Any) -> date:
    try:
        return date.fromisoformat(text_from(value))
    except ValueError as fault:
        raise MisshapenError(f"“{str(value)[:SHOWN]}” phải là ngày viết như 2026-06-30.") from fault


def one_of(choices: Any, value: Any) -> Any:
    try:
        return choices(value)
    except ValueError as fault:
        known = ", ".join(choice.value for choice in choices)
        raise MisshapenError(f"“{str(value)[:SHOWN]}” phải là một trong: {known}.") from fault


def _or_none(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else read(value)


_DECIMAL = re.compile(r"-?\d{1,14}(?:\.\d{1,12})?")
_READ: dict[Any, Callable[[Any], Any]] = {
    str: text_from,
    int: number_from,
    bool: _flag,
    int | None: _or_none(number_from),
    date | None: _or_none(day_from),
    Decimal | None: _or_none(decimal_from),
    Comparator | None: _or_none(lambda value: one_of(Comparator, value)),
    Direction: lambda value: one_of(Direction, value),
    Statement: lambda value: value,
    tuple[int, ...]: lambda value: tuple(map(number_from, list_from(value, "đơn vị"))),
    tuple[str, ...]: lambda value: tuple(map(text_from, list_from(value, "contact"))),
    frozenset[str]: lambda value: frozenset(map(text_from, list_from(value, "given"))),
}
