"""What became of the tasks of the sample plan of Hữu Lũng: invented from end to end, and said so in every line.

No officer stands behind it: an answer of a sample names none that could log in.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.timezone import make_aware

from plans.law.belonging import rows_of
from plans.models import Answer, Assignment, AssignmentState, Document, Move

from .filing import Rows
from .huu_lung_192 import PLAN_192
from .shapes import DocumentData, UnitData
from .units import COMMITTEES_OF_HUU_LUNG, LABOUR_HUU_LUNG, UBND_TAN_THANH

INVENTED = "(Dữ liệu mẫu, không có thật)"
OF_THE_DISTRICT, OF_THE_UNIT = "cán bộ mẫu của huyện", "cán bộ mẫu của đơn vị"
BY_THE_DISTRICT = frozenset({Move.ACCEPT, Move.SEND_BACK, Move.GRANT})
AFTER = {
    Move.RECEIVE: AssignmentState.RECEIVED,
    Move.REPORT: AssignmentState.UNDER_WAY,
    Move.FINISH: AssignmentState.REPORTED,
    Move.ACCEPT: AssignmentState.DONE,
    Move.SEND_BACK: AssignmentState.SENT_BACK,
}  # the others leave the state as it was
END_OF_YEAR, LONGER = date(2023, 12, 31), date(2024, 1, 31)


@dataclass(frozen=True)
class SaidData:
    on: date
    move: Move
    text: str = ""
    day: date | None = None
    due_before: date | None = None


@dataclass(frozen=True)
class DealingsData:
    """All that was said of the one task of a unit, in order."""

    document: DocumentData
    unit: UnitData
    said: tuple[SaidData, ...]


_others = tuple(unit for unit in COMMITTEES_OF_HUU_LUNG if unit is not UBND_TAN_THANH)
IN_TIME, WITH_MORE_TIME, SENT_BACK, WAITING = _others[:4]

DEALINGS = (
    DealingsData(
        PLAN_192,
        LABOUR_HUU_LUNG,
        (
            SaidData(date(2023, 5, 29), Move.RECEIVE),
            SaidData(
                date(2023, 12, 28), Move.FINISH, "Đã hướng dẫn 24 xã, thị trấn; đã tổng hợp kết quả năm."
            ),
            SaidData(date(2023, 12, 29), Move.ACCEPT),
        ),
    ),
    DealingsData(
        PLAN_192,
        IN_TIME,
        (
            SaidData(date(2023, 5, 30), Move.RECEIVE),
            SaidData(date(2023, 8, 4), Move.REPORT, "Đã ban hành kế hoạch của xã, đã họp các thôn."),
            SaidData(date(2023, 12, 15), Move.FINISH, "Đã rà soát đủ các thôn, không có trẻ em lao động."),
            SaidData(date(2023, 12, 20), Move.ACCEPT),
        ),
    ),
    DealingsData(
        PLAN_192,
        WITH_MORE_TIME,
        (
            SaidData(date(2023, 6, 2), Move.RECEIVE),
            SaidData(date(2023, 12, 20), Move.ASK_MORE_TIME, "Còn hai thôn chưa rà soát do mưa rét.", LONGER),
            SaidData(date(2023, 12, 22), Move.GRANT, "Xong trước Tết.", LONGER, END_OF_YEAR),
            SaidData(date(2024, 1, 25), Move.FINISH, "Đã rà soát nốt hai thôn."),
            SaidData(date(2024, 1, 30), Move.ACCEPT),
        ),
    ),
    DealingsData(
        PLAN_192,
        SENT_BACK,
        (
            SaidData(date(2023, 6, 1), Move.RECEIVE),
            SaidData(date(2023, 12, 28), Move.FINISH, "Đã làm theo kế hoạch."),
            SaidData(
                date(2024, 1, 5), Move.SEND_BACK, "Báo cáo chưa có số liệu từng thôn: bổ sung rồi gửi lại."
            ),
            SaidData(date(2024, 1, 12), Move.FINISH, "Đã bổ sung số liệu từng thôn."),
            SaidData(date(2024, 1, 15), Move.ACCEPT),
        ),
    ),
    DealingsData(
        PLAN_192,
        WAITING,
        (
            SaidData(date(2023, 6, 5), Move.RECEIVE),
            SaidData(
                date(2023, 12, 29), Move.FINISH, "Đã tuyên truyền ở các thôn, đã thăm các hộ có nguy cơ."
            ),
        ),
    ),
)


def file_dealings(pieces: Iterable[DealingsData], rows: Rows) -> int:
    """What nobody has touched since it was given; how many answers were written. One query where nothing is missing."""
    by_unit = {rows[piece.unit].pk: piece for piece in pieces}
    document = rows[PLAN_192]
    assert isinstance(document, Document)
    untouched = rows_of(Assignment, document).filter(
        unit__in=by_unit, state=AssignmentState.GIVEN, answers=None
    )
    return sum(_file(assignment, by_unit[assignment.unit_id].said) for assignment in untouched)


def _file(assignment: Assignment, said: Iterable[SaidData]) -> int:
    for one in said:
        _move(assignment, one)
        Answer.objects.create(
            assignment=assignment,
            at=make_aware(datetime.combine(one.on, time(9))),
            officer_name=OF_THE_DISTRICT if one.move in BY_THE_DISTRICT else OF_THE_UNIT,
            state=assignment.state,
            move=one.move,
            text=f"{one.text} {INVENTED}".strip(),
            day=one.day,
            due_before=one.due_before,
        )
    assignment.save()
    return assignment.answers.count()


def _move(assignment: Assignment, said: SaidData) -> None:
    """The days as the steps themselves write them, on a day long past."""
    assignment.state = AFTER.get(said.move, assignment.state)
    match said.move:
        case Move.RECEIVE:
            assignment.received_on = said.on
        case Move.FINISH:
            assignment.reported_on = said.on
        case Move.SEND_BACK:
            assignment.reported_on = None
        case Move.ACCEPT:
            assignment.accepted_on = said.on
        case Move.GRANT:
            assignment.extended_to = said.day
