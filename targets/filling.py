"""The parts of a target, read from its sentence where nobody has typed them."""

from collections.abc import Mapping
from typing import Any

from childlabour.core.errors import Problem
from childlabour.core.rules import problems_of
from targets.models import Target
from targets.statements import Statement, parse

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
