"""What the check finds."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Severity(IntEnum):
    """The worst first; an error keeps a draft from being submitted."""

    ERROR = 0
    WARNING = 1
    HINT = 2

    @property
    def label(self) -> str:
        return {0: "phải sửa", 1: "nên sửa", 2: "xem lại"}[self.value]


class Mend(StrEnum):
    """What a press of a button puts right in the words; its label is on the button."""

    RENUMBER = "renumber"
    REMAKE = "remake"
    SAY = "say"
    WIDEN = "widen"

    @property
    def label(self) -> str:
        return {
            "renumber": "Đánh số lại",
            "remake": "Lập lại",
            "say": "Ghi vào văn bản",
            "widen": "Nới cột",
        }[self.value]


@dataclass(frozen=True)
class Finding:
    severity: Severity
    message: str  # what, where, what to do
    anchor: str  # the spot of the editor
    reference: str = ""  # the law or the practice behind it
    mend: Mend | None = None  # what puts it right at one press
