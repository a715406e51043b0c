"""What a target with the parts that somebody gives would be refused for."""

from collections.abc import Mapping
from typing import Any

from childlabour.core.errors import Problem
from childlabour.core.rules import problems_of
from targets.models import Target


def problems_in(values: Mapping[str, Any]) -> list[Problem]:
    """By the fields of `Target` ("150% trẻ em …")."""
    return list(problems_of(Target(**values), Target.rules))
