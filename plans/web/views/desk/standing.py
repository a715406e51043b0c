"""What another has stored where one typed, as the page of a conflict tells it."""

from typing import Any

from plans.drafting.saving import Conflict


def standing_words(conflict: Conflict) -> list[tuple[str, str]]:
    """(label, words) of what is stored and differs from what was typed; of lines that both changed also one's own."""
    if conflict.clashes:
        return [
            pair
            for clash in conflict.clashes
            for pair in (("Của anh/chị", clash.mine), ("Đang lưu", clash.theirs))
        ]
    pairs = [(conflict.form, conflict.theirs)]
    pairs += zip(
        getattr(conflict.form, "mark_forms", ()), getattr(conflict.theirs, "mark_forms", ()), strict=False
    )
    return [
        (str(bound.label), _words(bound))
        for mine, theirs in pairs
        for bound in theirs
        if bound.name in mine.fields and _value(bound) != _value(mine[bound.name])
    ]


def what_to_do(conflict: Conflict) -> str:
    if not conflict.clashes:
        return "Chữ anh/chị gõ ở bên dưới chưa được lưu và chưa ghi đè lên. Bản đang lưu là:"
    return (
        f"Cả hai cùng sửa {len(conflict.clashes)} dòng, nên chưa lưu gì cả. "
        "Chọn chữ của ai thì các dòng khác của anh/chị vẫn được lưu."
    )


def _value(bound: Any) -> str:
    shown = bound.field.widget.format_value(bound.value())
    if isinstance(shown, list):  # a choice knows several values at once
        shown = ", ".join(map(str, shown))
    return "" if shown is None else str(shown)


def _words(bound: Any) -> str:
    """With the names of choices, not their values."""
    names = {str(value): str(name) for value, name in getattr(bound.field, "choices", ())}
    values = bound.value()
    chosen = values if isinstance(values, list) else [values]
    return (
        ", ".join(names.get(str(value), str(value)) for value in chosen if value not in (None, ""))
        if names
        else _value(bound)
    )
