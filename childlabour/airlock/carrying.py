"""Values as plain JSON and back, by type hints: nothing but the dataclasses asked for can come out of an answer."""

import types
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints


def plain(value: Any) -> Any:
    """Dataclasses as objects, tuples as lists, dates as ISO, enums by value, decimals as text."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def made(of: Any, value: Any) -> Any:
    """What `plain` made plain. Raises ValueError when `value` is no such thing."""
    try:
        return _made(of, value)
    except (KeyError, TypeError, AttributeError, ArithmeticError) as fault:
        raise ValueError(f"no {of} in this answer") from fault


@cache
def _hints(of: type) -> dict[str, Any]:
    """Of what `plain` carries: a field, not a constant of the class."""
    kept = {field.name for field in fields(of)}
    return {name: hint for name, hint in get_type_hints(of).items() if name in kept}


def _made(of: Any, value: Any) -> Any:
    if get_origin(of) in (Union, types.UnionType):
        kind = _fitting(get_args(of), value)
        return None if kind is type(None) else _made(kind, value)
    if get_origin(of) is tuple:
        return tuple(_made(get_args(of)[0], item) for item in value)
    if isinstance(of, type) and is_dataclass(of):
        return of(**{name: _made(hint, value[name]) for name, hint in _hints(of).items()})
    return _made_of_text(of, value)


def _fitting(kinds: tuple[Any, ...], value: Any) -> Any:
    """Nothing for nothing; of several dataclasses the one with these fields."""
    if value is None and type(None) in kinds:
        return type(None)
    some = [kind for kind in kinds if kind is not type(None)]
    fitting = some if len(some) == 1 else [kind for kind in some if set(_hints(kind)) == set(value)]
    if not fitting:
        raise TypeError(kinds)
    return fitting[0]


def _made_of_text(of: Any, value: Any) -> Any:
    if of is datetime or of is date:
        return of.fromisoformat(value)
    if of is Decimal or issubclass(of, Enum):
        return of(value)
    if of is float and isinstance(value, int):
        return float(value)
    if not isinstance(value, of):
        raise TypeError(of)
    return value
