"""The life of an assignment as one table: who may take which step from which state, in which words."""

from collections.abc import Collection, Iterator
from enum import StrEnum

from django.db.models import QuerySet

from childlabour.core.clock import now
from childlabour.core.errors import Problem
from childlabour.core.steps import Act, Ask, Effect, Step, StepTable, Words
from childlabour.units.access import Someone
from childlabour.units.models import Role
from plans.law.belonging import document_of, to_document
from plans.law.roles import roles_towards
from plans.models import Answer, AnswerFile, Assignment, without_words
from plans.models import AssignmentState as State
from plans.privacy import asking
from plans.privacy.shown import Shown

from .attachments import Attached, attachments_of
from .told import the_issuer, the_unit


class Side(StrEnum):
    UNIT = "unit"  # the unit that was given the task: its responders
    ISSUER = "issuer"  # the unit that gave it: its drafters and leaders


class Move(StrEnum):
    RECEIVE = "receive"
    REPORT = "report"
    FINISH = "finish"
    ACCEPT = "accept"
    SEND_BACK = "send_back"


TOLD = {"text": "", "uploads": (), asking.FIELD: ""}
OPEN = frozenset({State.GIVEN, State.RECEIVED, State.UNDER_WAY, State.SENT_BACK})


def files_can_be_kept(act: Act) -> Iterator[Problem | Attached]:
    attachments, problems = attachments_of(list(act["uploads"]))
    yield from problems
    yield Attached(tuple(attachments))


def _shown_by(act: Act) -> Iterator[Shown]:
    """An answer is written once, and others read it: its words, and what its files are called."""
    yield Shown(act["text"], "nội dung trả lời")
    for upload in act["uploads"]:
        yield Shown(str(upload.name), "tên tệp kèm theo", is_file_name=True)


no_child_is_named = asking.asks_about(_shown_by)


def _move(
    move: Move,
    side: Side,
    before: Collection[State],
    after: State,
    words: str,
    done: str,
    needs_text: str = "",
    tells: Effect | None = None,
) -> Step:
    return Step(
        name=move,
        before=frozenset(before),
        after=after,
        who=frozenset({side}),
        words=Words(words, done=done),
        asks=(Ask("text", needs_text), Ask("uploads"), asking.ASKED),
        guards=(files_can_be_kept, no_child_is_named),
        changes=(asking.remember,),
        follows=(tells,) if tells else (),
    )


MOVES = (
    _move(
        Move.RECEIVE,
        Side.UNIT,
        {State.GIVEN},
        State.RECEIVED,
        "Xác nhận đã nhận",
        "Đã báo cho cơ quan giao việc: đơn vị đã tiếp nhận.",
    ),
    _move(
        Move.REPORT,
        Side.UNIT,
        OPEN,
        State.UNDER_WAY,
        "Lưu việc đã làm",
        "Đã lưu việc đã làm; cơ quan giao việc xem được ngay.",
        "Ghi đã làm được gì rồi mới lưu.",
    ),
    _move(
        Move.FINISH,
        Side.UNIT,
        OPEN,
        State.REPORTED,
        "Báo cáo hoàn thành",
        "Đã gửi báo cáo, chờ {row.task.block.document.unit} duyệt.",
        "Ghi kết quả rồi mới báo cáo hoàn thành.",
        the_issuer("{unit} báo cáo hoàn thành, chờ duyệt: {task}"),
    ),
    _move(
        Move.ACCEPT,
        Side.ISSUER,
        {State.REPORTED},
        State.DONE,
        "Chấp nhận kết quả",
        "Đã chấp nhận kết quả: nhiệm vụ hoàn thành.",
        tells=the_unit("{issuer} chấp nhận kết quả: {task}"),
    ),
    _move(
        Move.SEND_BACK,
        Side.ISSUER,
        {State.REPORTED},
        State.SENT_BACK,
        "Yêu cầu làm lại",
        "Đã trả lại cho {row.unit} làm lại.",
        "Ghi lý do để đơn vị biết phải làm lại điều gì.",
        the_unit("{issuer} yêu cầu làm lại “{task}”: {reason}"),
    ),
)


def _rows() -> QuerySet[Assignment]:
    return without_words(Assignment.objects.select_related(to_document(Assignment), "unit"))


def sides_of(officer: Someone, assignment: Assignment) -> frozenset[Side]:
    """Free when the document is fetched along."""
    sides = set()
    if Role.RESPONDER in roles_towards(officer, assignment.unit_id):
        sides.add(Side.UNIT)
    if roles_towards(officer, document_of(assignment).unit_id) & {Role.DRAFTER, Role.LEADER}:
        sides.add(Side.ISSUER)
    return frozenset(sides)


def _write(act: Act) -> None:
    said = Answer.objects.create(
        assignment=act.row,
        at=now(),
        officer=act.officer,
        officer_name=str(act.officer),
        state=act.row.state,
        text=act["text"],
    )
    for attachment in act.fact(Attached).files:
        AnswerFile.objects.create(
            answer=said,
            name=str(attachment.upload.name),
            media_type=attachment.media_type,
            size=attachment.upload.size or 0,
            stored=attachment.upload,
        )


def _why_not_open(step: Step, assignment: Assignment) -> str:
    state = assignment.get_state_display()
    return f"Chưa làm được việc này: nhiệm vụ đang ở tình trạng “{state}”. Tải lại trang."


def _why_not_yours(step: Step, assignment: Assignment) -> str:
    whose = f"cán bộ thực hiện của {assignment.unit}" if Side.UNIT in step.who else "cơ quan giao nhiệm vụ"
    return f"Anh/chị không làm được việc này: đây là việc của {whose}."


ASSIGNMENTS = StepTable(
    steps=MOVES,
    state="state",
    find=lambda pk: _rows().get(pk=pk),
    lock=lambda pk: _rows().select_for_update(of=("self",)).get(pk=pk),
    hats=sides_of,
    journal=_write,
    not_open=_why_not_open,
    not_yours=_why_not_yours,
    defaults=TOLD,
)
