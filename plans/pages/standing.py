"""How a task stands, told to the unit that has it in hand: what was asked for, or why there is no button. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from childlabour.core.vietnamese import short_date
from plans.law.belonging import document_of
from plans.models import IN_HAND, Answer, Assignment, Move
from plans.models import AssignmentState as State

SAID = {
    State.REPORTED: (Move.FINISH, "Báo cáo đang chờ {issuer} duyệt: chưa phải làm gì thêm."),
    State.SENT_BACK: (Move.SEND_BACK, "{issuer} yêu cầu làm lại:"),
    State.REFUSED: (
        Move.REFUSE,
        "Việc đã từ chối đang chờ {issuer} chuyển, thu hồi hoặc vẫn giao; thời hạn vẫn tính.",
    ),
    State.SUSPENDED: (
        Move.SUSPEND,
        "{issuer} tạm dừng việc này: chưa phải làm, không tính hạn cho đến khi được làm tiếp.",
    ),
    State.PASSED_ON: (Move.TRANSFER, "{issuer} đã chuyển việc này cho đơn vị khác: không phải làm nữa."),
    State.RECALLED: (Move.RECALL, "{issuer} đã thu hồi việc này: không phải làm nữa."),
}
TOO_LATE = (
    "Đã quá hạn ngày {day} nên không xin gia hạn được nữa. "
    "Gửi việc đã làm kèm lý do chậm; {issuer} có thể tự gia hạn."
)
LONG = 5  # answers: a longer log is folded


@dataclass(frozen=True)
class WhereItStands:
    words: str
    reason: str = ""  # as it was written


def standing_of(assignment: Assignment, answers: Sequence[Answer], day: date) -> WhereItStands | None:
    """`answers`: oldest first. None where the buttons say enough."""
    issuer, deadline = document_of(assignment).unit, assignment.deadline
    is_late = assignment.state in IN_HAND and deadline is not None and deadline < day
    if said := SAID.get(State(assignment.state)):
        move, words = said
        reason = next((one.text for one in reversed(answers) if one.move == move), "")
        return WhereItStands(words.format(issuer=issuer), reason if move != Move.FINISH else "")
    if is_late and deadline:
        return WhereItStands(TOO_LATE.format(day=short_date(deadline), issuer=issuer))
    return None


def newest_of_the_unit(assignment: Assignment, answers: Sequence[Answer]) -> Answer | None:
    """What waits for the giver: a report, a refusal, a request for more time."""
    waiting = {State.REPORTED: Move.FINISH, State.REFUSED: Move.REFUSE}.get(State(assignment.state))
    if waiting is None and assignment.asked_until:
        waiting = Move.ASK_MORE_TIME
    return next((one for one in reversed(answers) if waiting and one.move == waiting), None)
