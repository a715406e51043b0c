"""The bytes of a JSON file → plain values, or why they are none. Pure."""

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from childlabour.core.errors import Refusal
from childlabour.core.vietnamese import seen, unseen_in

LARGEST = 20 * 1024 * 1024  # bytes; 2,500 blocks full of marks have a tenth of it
DEEPEST = 30  # a content needs nine
SHOWN = 60
TOO_DEEP = "JSON lồng quá nhiều tầng, không phải là văn bản được xuất ra. Xem lại tệp."


def data_in(raw: bytes) -> dict[str, Any]:
    """Raises Refusal for what is too large, too deep, no UTF-8, no JSON, says a field twice or signs nobody sees."""
    if len(raw) > LARGEST:
        raise Refusal(
            f"Tệp quá {LARGEST // 1024 // 1024} MB: tệp JSON của một văn bản nhỏ hơn nhiều. Xem lại tệp."
        )
    try:
        data = json.loads(raw.decode("utf-8-sig"), parse_constant=_no_number, object_pairs_hook=_once)
    except UnicodeDecodeError as fault:
        raise Refusal(
            "Tệp không phải là chữ UTF-8. Xuất lại bằng: manage.py export_plan --format json."
        ) from fault
    except RecursionError as fault:
        raise Refusal(TOO_DEEP) from fault
    except ValueError as fault:
        where = (
            f" (dòng {fault.lineno}, cột {fault.colno})" if isinstance(fault, json.JSONDecodeError) else ""
        )
        raise Refusal(f"Tệp không phải là JSON đọc được{where}. Xem lại tệp.") from fault
    if not isinstance(data, dict):
        raise Refusal("Tệp JSON phải là một đối tượng {…} như export_plan xuất ra.")
    _refuse_unseen(data)
    return data


def _no_number(name: str) -> NoReturn:
    raise Refusal(f"“{name}” không phải là số: JSON không có số này. Sửa giá trị rồi nhập lại.")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise Refusal(f"Trường “{name[:SHOWN]}” ghi hai lần trong một đối tượng: bỏ bớt một.")
        found[name] = value
    return found


def _refuse_unseen(data: dict[str, Any]) -> None:
    """One message for each sign, however often it stands there."""
    odd: dict[str, str] = {}
    for text in texts_in(data):
        for sign in unseen_in(text):
            odd.setdefault(sign, seen(text)[:SHOWN])
    if odd:
        raise Refusal(
            *(
                f"“{text}” có ký tự không in được (U+{ord(sign):04X}): xóa rồi nhập lại."
                for sign, text in sorted(odd.items())
            )
        )


def texts_in(data: Any) -> Iterator[str]:
    """Every text, names of fields too. Raises Refusal where it is nested deeper than any content."""
    waiting = [(data, 0)]
    while waiting:
        value, depth = waiting.pop()
        if depth > DEEPEST:
            raise Refusal(TOO_DEEP)
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting += ((each, depth + 1) for each in (*value.keys(), *value.values()))
        elif isinstance(value, list):
            waiting += ((each, depth + 1) for each in value)
