"""A draft as a text and back: from the process that reads to the one that asks, and from upload to saving.

Written by type hints, so that nothing but the dataclasses of this room can ever come out of a text.
"""

import json
import types
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from plans.reading.parts.draft import ReadDraft


def packed(draft: ReadDraft) -> str:
    return json.dumps(_plain(draft), ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> ReadDraft:
    """Raises ValueError when the text holds no draft."""
    try:
        draft: ReadDraft = _made(ReadDraft, json.loads(text))
    except (KeyError, TypeError, AttributeError, ArithmeticError) as fault:
        raise ValueError("no draft in this text") from fault
    return draft


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


@cache
def _hints(of: type) -> dict[str, Any]:
    return get_type_hints(of)


def _made(of: Any, value: Any) -> Any:
    if get_origin(of) in (Union, types.UnionType):
        if value is None:
            return None
        return _made(next(kind for kind in get_args(of) if kind is not type(None)), value)
    if get_origin(of) is tuple:
        return tuple(_made(get_args(of)[0], item) for item in value)
    if isinstance(of, type) and is_dataclass(of):
        return of(**{name: _made(hint, value[name]) for name, hint in _hints(of).items()})
    if of is date:
        return date.fromisoformat(value)
    if of is Decimal or issubclass(of, Enum):
        return of(value)
    if not isinstance(value, of):
        raise TypeError(of)
    return value
