"""Reads the tables of sentences beside this file: what each must be understood as."""

from decimal import Decimal
from pathlib import Path

from targets.statements import Comparator, Direction, Statement

HERE = Path(__file__).parent
_NUMBERS = {
    "value_to": Decimal,
    "out_of": Decimal,
    "age_from": int,
    "age_to": int,
    "horizon": int,
    "change": bool,
}


def readings(name: str) -> list[tuple[str, tuple[Statement, ...]]]:
    """Each sentence with its statements, from blocks of "→ comparator value unit" and "part: text" lines."""
    text = (HERE / name).read_text(encoding="utf-8")
    blocks = [block for block in text.split("\n\n") if block.strip() and not block.startswith("#")]
    return [_reading(block) for block in blocks]


def sentences(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _reading(block: str) -> tuple[str, tuple[Statement, ...]]:
    sentence, *targets = block.strip("\n").split("\n  → ")
    return sentence, tuple(_statement(target) for target in targets)


def _statement(text: str) -> Statement:
    measure, *lines = text.splitlines()
    comparator, *value_and_unit = measure.split(" ", 2)
    value, unit = (*value_and_unit, "", "")[:2]
    parts = dict(line.strip().split(": ", 1) for line in lines)
    falling = comparator in ("<", "<=", "min")
    direction = parts.pop("direction", "down" if falling else "up")
    told = {name: _NUMBERS.get(name, str)(said) for name, said in parts.items()}
    return Statement(
        Comparator(comparator),
        Decimal(value) if value else None,
        unit,
        told.pop("population", ""),
        told.pop("outcome", ""),
        direction=Direction(direction),
        **told,
    )
