"""The parts of a target, read from its sentence where nobody has typed them."""

from collections.abc import Mapping
from typing import Any

from childlabour.core.errors import Problem
from childlabour.core.rules import problems_of
from targets.models import Target
from targets.statements import Statement, drift, parse

# What a person may have typed; direction and horizon have values of their own before anyone types.
TYPED = ("comparator", "wording", "value", "unit", "population", "age_from", "age_to", "condition", "outcome")
PARTS = (*TYPED, "direction", "horizon")


def nothing_typed(values: Mapping[str, Any]) -> bool:
    return all(values.get(name) in (None, "") for name in TYPED)


def parts_of(sentence: str) -> dict[str, Any]:
    """Field name → value as `Target` stores it, of what the sentence says; a qualitative one says little."""
    return stored(parse(sentence))


def stored(parts: Statement) -> dict[str, Any]:
    values = {name: getattr(parts, name) for name in PARTS}
    return values | {"comparator": parts.comparator or ""}


def problems_in(values: Mapping[str, Any]) -> list[Problem]:
    """What a target with these parts would be refused for ("150% trẻ em …")."""
    return list(problems_of(Target(**values), Target.rules))


def drift_of(target: Target) -> str:
    """A warning where the printed sentence and the measured parts say different things; "" where they agree."""
    apart = [name for name in drift(target.sentence, target.statement) if name in PARTS]
    if not apart:
        return ""
    names = ", ".join(str(Target._meta.get_field(name).verbose_name) for name in apart)
    return f"Câu chỉ tiêu và phần đo được nói khác nhau ({names}): “{target.sentence}”. Mở ra xem lại."
