"""The life of an assignment as one table: who may take which step from which state."""

from dataclasses import dataclass
from enum import StrEnum

from plans.models import AssignmentState as State


class Side(StrEnum):
    UNIT = "unit"  # the unit that was given the task: its responders
    ISSUER = "issuer"  # the unit that gave it: its drafters and leaders


class Move(StrEnum):
    RECEIVE = "receive"
    REPORT = "report"
    FINISH = "finish"
    ACCEPT = "accept"
    SEND_BACK = "send_back"


@dataclass(frozen=True)
class Step:
    move: Move
    side: Side
    before: frozenset[State]
    after: State
    words: str  # on the button
    needs_text: str = ""  # what is missing when nothing was written; "" when nothing need be


OPEN = frozenset({State.GIVEN, State.RECEIVED, State.UNDER_WAY, State.SENT_BACK})

STEPS = (
    Step(Move.RECEIVE, Side.UNIT, frozenset({State.GIVEN}), State.RECEIVED, "Xác nhận đã nhận"),
    Step(Move.REPORT, Side.UNIT, OPEN, State.UNDER_WAY, "Lưu việc đã làm", "Ghi đã làm được gì rồi mới lưu."),
    Step(
        Move.FINISH,
        Side.UNIT,
        OPEN,
        State.REPORTED,
        "Báo cáo hoàn thành",
        "Ghi kết quả rồi mới báo cáo hoàn thành.",
    ),
    Step(Move.ACCEPT, Side.ISSUER, frozenset({State.REPORTED}), State.DONE, "Chấp nhận kết quả"),
    Step(
        Move.SEND_BACK,
        Side.ISSUER,
        frozenset({State.REPORTED}),
        State.SENT_BACK,
        "Yêu cầu làm lại",
        "Ghi lý do để đơn vị biết phải làm lại điều gì.",
    ),
)
BY_MOVE = {step.move: step for step in STEPS}
