"""What the check finds."""

from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """The worst first; an error keeps a draft from being submitted."""

    ERROR = 0
    WARNING = 1
    HINT = 2

    @property
    def label(self) -> str:
        return {0: "phải sửa", 1: "nên sửa", 2: "xem lại"}[self.value]


@dataclass(frozen=True)
class Finding:
    severity: Severity
    message: str  # what, where, what to do
    anchor: str  # the spot of the editor
    reference: str = ""  # the law or the practice behind it
