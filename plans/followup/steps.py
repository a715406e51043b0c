"""The life of an assignment as one table: who may take which step from which state, in which words."""

from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet

from childlabour.core.clock import today
from childlabour.core.errors import Problem
from childlabour.core.steps import Act, Ask, Effect, Guard, Step, StepTable, Words
from childlabour.units.access import Someone
from childlabour.units.models import Role
from plans.law.belonging import document_of, to_document
from plans.law.roles import roles_towards
from plans.models import IN_HAND, UNANSWERED, Assignment, Move, without_words
from plans.models import AssignmentState as State
from plans.privacy import asking
from plans.privacy.shown import Shown

from . import days, detailing, journal, passing_on, recurring
from .attachments import Attached, attachments_of
from .told import the_issuer, the_unit


class Side(StrEnum):
    UNIT = "unit"  # the unit that was given the task: its responders
    ISSUER = "issuer"  # the unit that gave it: its drafters and leaders


TOLD = {
    "text": "",
    "day": None,  # asked for, granted, said done
    "unit": None,  # to whom it is passed on
    "paper": "",  # number of what was produced, or of what accepts that it cannot be done
    "details": None,  # field → value (`detailing`)
    "uploads": (),
    asking.FIELD: "",
}
OPEN = frozenset(IN_HAND)
UNFINISHED = frozenset({*UNANSWERED, State.REPORTED, State.SUSPENDED})
CLOSED = frozenset({State.DONE, State.RECALLED, State.IMPOSSIBLE})


def files_can_be_kept(act: Act) -> Iterator[Problem | Attached]:
    attachments, problems = attachments_of(list(act["uploads"]))
    yield from problems
    yield Attached(tuple(attachments))


def _shown_by(act: Act) -> Iterator[Shown]:
    """An answer is written once, and others read it: its words, and what its files are called."""
    yield Shown(act["text"], "nội dung trả lời")
    yield Shown(act["paper"], "số, ký hiệu văn bản")
    for name, value in (act["details"] or {}).items():
        if isinstance(value, str):
            yield Shown(value, detailing.label_of(name))
    for upload in act["uploads"]:
        yield Shown(str(upload.name), "tên tệp kèm theo", is_file_name=True)


no_child_is_named = asking.asks_about(_shown_by)


def _more_time_may_be_asked(assignment: Assignment) -> bool:
    return assignment.deadline is not None and assignment.deadline >= today()


def _more_time_is_asked(assignment: Assignment) -> bool:
    return assignment.asked_until is not None


def _step(
    move: Move,
    side: Side,
    before: Collection[State],
    after: State | None,
    words: Words,
    *asks: Ask,
    guards: Sequence[Guard] = (),
    changes: Sequence[Effect] = (),
    follows: Sequence[Effect] = (),
    **more: Any,
) -> Step:
    """With what every step has: words and files that are kept, and no child named in them."""
    told = {ask.name for ask in asks}
    usual = (ask for ask in (Ask("text"), Ask("uploads"), asking.ASKED) if ask.name not in told)
    return Step(
        name=move,
        before=frozenset(before),
        after=after,
        who=frozenset({side}),
        words=words,
        asks=(*asks, *usual),
        guards=(files_can_be_kept, no_child_is_named, *guards),
        changes=(*changes, asking.remember),
        follows=follows,
        **more,
    )


BY_THE_UNIT = (
    _step(
        Move.RECEIVE,
        Side.UNIT,
        {State.GIVEN},
        State.RECEIVED,
        Words("Xác nhận đã nhận", done="Đã báo cho cơ quan giao việc: đơn vị đã tiếp nhận."),
        changes=(days.touched,),
    ),
    _step(
        Move.REFUSE,
        Side.UNIT,
        {State.GIVEN, State.RECEIVED},
        State.REFUSED,
        Words(
            "Từ chối nhận",
            "Việc không thuộc đơn vị: nêu lý do, cơ quan giao việc sẽ chuyển, thu hồi hoặc vẫn giao.",
            "Đã gửi lý do từ chối; thời hạn vẫn tính cho đến khi cơ quan giao việc trả lời.",
        ),
        Ask("text", "Ghi lý do từ chối: cơ quan giao việc cần biết để chuyển đúng đơn vị."),
        changes=(days.nothing_asked,),
        follows=(the_issuer("{unit} từ chối nhận “{task}”: {reason}"),),
    ),
    _step(
        Move.START,
        Side.UNIT,
        OPEN - {State.UNDER_WAY},
        State.UNDER_WAY,
        Words("Bắt đầu làm", done="Đã ghi: đơn vị bắt đầu làm."),
        changes=(days.touched,),
    ),
    _step(
        Move.REPORT,
        Side.UNIT,
        OPEN,
        State.UNDER_WAY,
        Words("Gửi tiến độ", done="Đã gửi tiến độ; cơ quan giao việc xem được ngay."),
        Ask("text", "Ghi đã làm được gì rồi mới gửi."),
        changes=(days.touched,),
    ),
    _step(
        Move.FINISH,
        Side.UNIT,
        OPEN,
        State.REPORTED,
        Words("Báo cáo hoàn thành", done="Đã gửi báo cáo, chờ {row.task.block.document.unit} duyệt."),
        Ask("text", "Ghi kết quả rồi mới báo cáo hoàn thành."),
        Ask("day"),
        Ask("paper"),
        guards=(days.said_done_is_past,),
        changes=(days.touched, days.reported, days.nothing_asked),
        follows=(the_issuer("{unit} báo cáo hoàn thành, chờ duyệt: {task}"),),
    ),
    _step(
        Move.ASK_MORE_TIME,
        Side.UNIT,
        OPEN,
        None,
        Words(
            "Xin gia hạn",
            "Thời hạn cũ vẫn tính cho đến khi cơ quan giao việc đồng ý.",
            "Đã gửi xin gia hạn; thời hạn cũ vẫn tính cho đến khi được đồng ý.",
        ),
        Ask("text", "Ghi lý do xin gia hạn."),
        Ask("day", "Ghi ngày xin gia hạn đến."),
        guards=(days.may_still_ask,),
        changes=(days.touched, days.ask),
        follows=(the_issuer("{unit} xin gia hạn đến {day} “{task}”: {reason}"),),
        offered=_more_time_may_be_asked,
    ),
    _step(
        Move.ALLOT,
        Side.UNIT,
        OPEN,
        None,
        Words("Phân công", "Ai trong đơn vị làm việc này.", "Đã ghi người thực hiện của đơn vị."),
        Ask("details", "Chọn chức danh hoặc người thực hiện."),
        guards=(detailing.details_of_the_unit,),
        changes=(detailing.write,),
    ),
)
BY_THE_ISSUER = (
    _step(
        Move.ACCEPT,
        Side.ISSUER,
        {State.REPORTED},
        State.DONE,
        Words("Chấp nhận kết quả", done="Đã chấp nhận kết quả: nhiệm vụ hoàn thành."),
        changes=(days.accepted,),
        follows=(the_unit("{issuer} chấp nhận kết quả: {task}"),),
    ),
    _step(
        Move.SEND_BACK,
        Side.ISSUER,
        {State.REPORTED},
        State.SENT_BACK,
        Words(
            "Yêu cầu làm lại",
            "Báo cáo này không tính nữa; ngày báo cáo lại được chấp nhận mới tính.",
            "Đã trả lại cho {row.unit} làm lại.",
        ),
        Ask("text", "Ghi lý do để đơn vị biết phải làm lại điều gì."),
        changes=(days.open_again,),
        follows=(the_unit("{issuer} yêu cầu làm lại “{task}”: {reason}"),),
    ),
    _step(
        Move.GRANT,
        Side.ISSUER,
        OPEN,
        None,
        Words("Đồng ý gia hạn", "Để trống ngày thì theo ngày đơn vị xin.", "Đã gia hạn cho {row.unit}."),
        Ask("day"),
        guards=(days.a_request_waits, days.granted_day),
        changes=(days.move, days.nothing_asked),
        follows=(the_unit("{issuer} đồng ý gia hạn đến {deadline}: {task}"),),
        offered=_more_time_is_asked,
    ),
    _step(
        Move.DECLINE,
        Side.ISSUER,
        OPEN,
        None,
        Words("Không gia hạn", "Thời hạn cũ giữ nguyên.", "Đã trả lời {row.unit}: không gia hạn."),
        Ask("text", "Ghi lý do không gia hạn."),
        guards=(days.a_request_waits,),
        changes=(days.nothing_asked,),
        follows=(the_unit("{issuer} không gia hạn “{task}”: {reason}"),),
        offered=_more_time_is_asked,
    ),
    _step(
        Move.EXTEND,
        Side.ISSUER,
        OPEN,
        None,
        Words("Gia hạn", "Lùi thời hạn khi đơn vị không xin.", "Đã gia hạn cho {row.unit}."),
        Ask("day", "Ghi thời hạn mới."),
        Ask("text", "Ghi lý do gia hạn."),
        guards=(days.new_day,),
        changes=(days.move, days.nothing_asked),
        follows=(the_unit("{issuer} gia hạn đến {deadline} “{task}”: {reason}"),),
    ),
    _step(
        Move.DETAIL,
        Side.ISSUER,
        UNFINISHED,
        None,
        Words(
            "Ghi rõ việc giao",
            "Lãnh đạo theo dõi, độ ưu tiên, sản phẩm, trách nhiệm, thẩm quyền, định kỳ.",
            "Đã ghi; đơn vị thấy ngay trên trang nhiệm vụ.",
        ),
        Ask("details", "Ghi ít nhất một điều."),
        guards=(detailing.details_of_the_issuer,),
        changes=(detailing.write,),
        follows=(recurring.begin_turns, the_unit("{issuer} ghi rõ thêm việc giao: {task}")),
    ),
    _step(
        Move.GIVE_AGAIN,
        Side.ISSUER,
        {State.REFUSED},
        State.GIVEN,
        Words("Vẫn giao", "Đơn vị từ chối, cơ quan giao việc vẫn giao.", "Đã giao lại cho {row.unit}."),
        Ask("text", "Ghi lý do vẫn giao cho đơn vị."),
        follows=(the_unit("{issuer} vẫn giao “{task}”: {reason}"),),
    ),
    _step(
        Move.TRANSFER,
        Side.ISSUER,
        UNFINISHED - {State.REPORTED},
        State.PASSED_ON,
        Words(
            "Chuyển đơn vị khác",
            "Đơn vị mới nhận cùng thời hạn, trừ khi ghi hạn mới; chữ trong văn bản giữ nguyên.",
            "Đã chuyển cho đơn vị mới.",
        ),
        Ask("unit", "Chọn đơn vị nhận thay."),
        Ask("text", "Ghi lý do chuyển."),
        Ask("day"),
        guards=(passing_on.may_be_passed_to, days.new_day),
        changes=(days.nothing_asked,),
        follows=(passing_on.pass_on, the_unit("{issuer} chuyển cho đơn vị khác “{task}”: {reason}")),
    ),
    _step(
        Move.SUSPEND,
        Side.ISSUER,
        frozenset(UNANSWERED),
        State.SUSPENDED,
        Words("Tạm dừng", "Không tính hạn trong khi tạm dừng.", "Đã tạm dừng."),
        Ask("text", "Ghi lý do tạm dừng."),
        changes=(days.nothing_asked,),
        follows=(the_unit("{issuer} tạm dừng “{task}”: {reason}"),),
    ),
    _step(
        Move.RESUME,
        Side.ISSUER,
        {State.SUSPENDED},
        State.UNDER_WAY,
        Words("Cho làm tiếp", "Ghi thời hạn mới nếu cần.", "Đã cho {row.unit} làm tiếp."),
        Ask("day"),
        guards=(days.new_day,),
        changes=(days.move,),
        follows=(the_unit("{issuer} cho làm tiếp: {task}"),),
    ),
    _step(
        Move.RECALL,
        Side.ISSUER,
        UNFINISHED,
        State.RECALLED,
        Words("Thu hồi việc giao", "Đơn vị không phải làm nữa.", "Đã thu hồi."),
        Ask("text", "Ghi lý do thu hồi."),
        changes=(days.nothing_asked,),
        follows=(the_unit("{issuer} thu hồi việc giao “{task}”: {reason}"),),
    ),
    _step(
        Move.CLOSE,
        Side.ISSUER,
        UNFINISHED,
        State.IMPOSSIBLE,
        Words(
            "Kết thúc: không thực hiện được",
            "Chỉ khi đã chấp nhận bằng văn bản.",
            "Đã kết thúc: không thực hiện được; không tính vào tỷ lệ.",
        ),
        Ask("paper", "Ghi số, ngày của văn bản chấp nhận việc không thực hiện được."),
        Ask("text", "Ghi vì sao không thực hiện được."),
        changes=(days.nothing_asked,),
        follows=(the_unit("{issuer} kết thúc, không thực hiện được “{task}”: {reason}"),),
    ),
    _step(
        Move.REOPEN,
        Side.ISSUER,
        CLOSED,
        State.UNDER_WAY,
        Words("Mở lại", "Ghi thời hạn mới nếu cần.", "Đã mở lại cho {row.unit}."),
        Ask("text", "Ghi lý do mở lại."),
        Ask("day"),
        guards=(days.new_day,),
        changes=(days.move, days.open_again),
        follows=(the_unit("{issuer} mở lại “{task}”: {reason}"),),
    ),
)


def _rows() -> QuerySet[Assignment]:
    return without_words(Assignment.objects.select_related(to_document(Assignment, "unit"), "unit"))


def sides_of(officer: Someone, assignment: Assignment) -> frozenset[Side]:
    """Free when the document is fetched along."""
    sides = set()
    if Role.RESPONDER in roles_towards(officer, assignment.unit_id):
        sides.add(Side.UNIT)
    if roles_towards(officer, document_of(assignment).unit_id) & passing_on.GIVES:
        sides.add(Side.ISSUER)
    return frozenset(sides)


def _why_not_open(step: Step, assignment: Assignment) -> str:
    if step.name == Move.ACCEPT and assignment.state in UNANSWERED:
        return "Chưa có báo cáo để chấp nhận."
    state = assignment.get_state_display()
    return f"Chưa làm được việc này: nhiệm vụ đang ở tình trạng “{state}”. Tải lại trang."


def _why_not_yours(step: Step, assignment: Assignment) -> str:
    whose = f"cán bộ thực hiện của {assignment.unit}" if Side.UNIT in step.who else "cơ quan giao nhiệm vụ"
    return f"Anh/chị không làm được việc này: đây là việc của {whose}."


ASSIGNMENTS = StepTable(
    steps=(*BY_THE_UNIT, *BY_THE_ISSUER),
    state="state",
    find=lambda pk: _rows().get(pk=pk),
    lock=lambda pk: _rows().select_for_update(of=("self",)).get(pk=pk),
    hats=sides_of,
    journal=journal.write,
    not_open=_why_not_open,
    not_yours=_why_not_yours,
    defaults=TOLD,
)
