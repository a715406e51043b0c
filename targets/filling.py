"""The parts of a target, read from its sentence where nobody has typed them."""

from collections.abc import Mapping
from typing import Any

from childlabour.core.errors import Problem
from childlabour.core.fields import own_field
from childlabour.core.rules import problems_of
from targets.language.parts import KEPT
from targets.models import Target
from targets.statements import drift_to_mend, parse

# Direction and horizon have values of their own before anyone types.
TYPED = tuple(name for name in KEPT if name not in ("direction", "horizon"))


def nothing_typed(values: Mapping[str, Any]) -> bool:
    return all(values.get(name) in (None, "") for name in TYPED)


def parts_of(sentence: str) -> dict[str, Any]:
    """Field name → value as `Target` stores it, of what the sentence says; a qualitative one says little."""
    return parse(sentence).kept


def problems_in(values: Mapping[str, Any]) -> list[Problem]:
    """What a target with these parts would be refused for ("150% trẻ em …")."""
    return list(problems_of(Target(**values), Target.rules))


def drifted(target: Target) -> list[str]:
    """The parts, by their labels, in which the printed sentence and the measured parts differ."""
    apart = drift_to_mend(target.sentence, target.statement)
    return [str(own_field(Target, name).verbose_name) for name in apart if name in KEPT]


def drift_of(target: Target) -> str:
    """A warning where the printed sentence and the measured parts say different things; "" where they agree."""
    apart = drifted(target)
    if not apart:
        return ""
    return f"Câu chỉ tiêu và phần đo được nói khác nhau ({', '.join(apart)}): “{target.sentence}”. Mở ra xem lại."
