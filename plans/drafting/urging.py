"""An official letter that urges units to do what they were given: a draft like any other, made from chosen tasks."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from django.db import transaction
from django.db.models import F, QuerySet

from childlabour.core.clock import now, today
from childlabour.core.errors import Refusal
from childlabour.core.vietnamese import short_date, sort_key
from childlabour.units.access import Someone
from childlabour.units.holding import holding_the_office_of
from childlabour.units.models import Officer, Unit
from plans.content.building import Body
from plans.content.values import Block, Cell, Content, Receiver, TableColumn, TextRun
from plans.followup.reminding import may_remind_of
from plans.law.belonging import document_of, to_document
from plans.law.blocks import Align, BlockType
from plans.law.kinds import only_kind_that
from plans.law.rights import issuers_for, usual_issuer
from plans.models import UNANSWERED, Assignment, Document, Purpose, ReminderWay, TaskReminder, without_words

from .carrying_out import issuer_for
from .deriving import file_copy_line
from .starting import Start, start_with

TITLE = "đôn đốc thực hiện nhiệm vụ được giao"
TO_ANSWER = timedelta(days=10)
MOST = 300  # rows of a table in one letter; a longer one costs the paper seconds
NAMED = 10  # units that are addressed by name
COLUMNS = (
    ("TT", 6, Align.CENTER),
    ("Nhiệm vụ", 34, Align.LEFT),
    ("Đơn vị thực hiện", 20, Align.LEFT),
    ("Theo văn bản", 16, Align.LEFT),
    ("Thời hạn", 12, Align.CENTER),
    ("Quá hạn", 12, Align.CENTER),
)


@transaction.atomic
def open_urging_letter(chosen: Collection[int], officer: Officer) -> Document:
    """A draft with a table of the chosen tasks; it stands in the log of each. Ten and some queries, however many.

    Raises Refusal for who may not urge on one of them, for tasks of several issuers, for what is answered already
    and for more than a letter holds.
    """
    rows = _to_urge(chosen, officer)
    given_by = document_of(rows[0]).unit
    issuer = urging_for(officer, given_by)
    if issuer is None:
        raise Refusal(who_urges_for(given_by))
    start = Start(issuer, today().year, officer)
    letter = start_with(start, only_kind_that("urges"), _content(rows, start, given_by))
    TaskReminder.objects.bulk_create(
        TaskReminder(
            assignment=row,
            day=today(),
            at=now(),
            way=ReminderWay.LETTER,
            due_on=row.deadline,
            officer=officer,
            officer_name=str(officer),
            letter=letter,
        )
        for row in rows
    )
    return letter


def urging_for(officer: Someone, given_by: Unit) -> Unit | None:
    """The unit in whose name this person urges today on what `given_by` gave: itself, or what holds its office now."""
    if given_by.is_valid_on(today()):
        return issuer_for(officer, given_by)
    heirs = holding_the_office_of([given_by.pk]).exclude(symbol="")
    return usual_issuer(issuers_for(officer).filter(pk__in=heirs.values("pk")))


def who_urges_for(given_by: Unit) -> str:
    """For who may not."""
    if given_by.is_valid_on(today()):
        return f"Chỉ chuyên viên soạn thảo của {given_by} lập được công văn đôn đốc."
    heirs = ", ".join(str(heir) for heir in holding_the_office_of([given_by.pk]))
    ended = f"{given_by} đã kết thúc hoạt động"
    if given_by.valid_to and given_by.valid_to < today():
        ended += f" ngày {short_date(given_by.valid_to)}"
    if not heirs:
        return f"{ended}, chưa ghi đơn vị kế thừa: không lập công văn đôn đốc được, vẫn nhắc được từng việc."
    return f"{ended}: công văn đôn đốc do chuyên viên soạn thảo của {heirs} lập."


def why_no_letter(reader: Someone, rows: Iterable[Assignment]) -> list[str]:
    """Who writes the letter in the reader's place; nothing where there is one that the reader writes."""
    issuers = {document_of(row).unit for row in rows}
    if any(urging_for(reader, issuer) for issuer in issuers):
        return []
    return sorted(who_urges_for(issuer) for issuer in issuers)


def _to_urge(chosen: Collection[int], officer: Officer) -> list[Assignment]:
    if len(chosen) > MOST:
        raise Refusal(f"Một công văn nêu nhiều nhất {MOST} nhiệm vụ; đang chọn {len(chosen)}.")
    rows = list(_open_ones(chosen, officer))
    if not rows:
        raise Refusal("Chưa chọn nhiệm vụ nào còn phải làm.")
    if not all(may_remind_of(officer, row) for row in rows):
        raise Refusal("Chỉ cán bộ của cơ quan giao việc mới lập được công văn đôn đốc.")
    issuers = {document_of(row).unit for row in rows}
    if len(issuers) > 1:
        names = ", ".join(sorted(map(str, issuers)))
        raise Refusal(f"Các nhiệm vụ do nhiều cơ quan giao ({names}): mỗi cơ quan một công văn.")
    return rows


def _open_ones(chosen: Collection[int], officer: Officer) -> QuerySet[Assignment]:
    rows = (
        Assignment.objects.in_force()
        .visible_to(officer)
        .with_deadline()
        .filter(pk__in=chosen, state__in=UNANSWERED)
    )
    ordered = rows.order_by(
        F("deadline_on"), to_document(Assignment, "pk"), "task__block__place", "unit__name", "pk"
    )
    return without_words(ordered.select_related(to_document(Assignment, "unit"), "unit"))


def _content(rows: list[Assignment], start: Start, given_by: Unit) -> Content:
    units = sorted({row.unit for row in rows}, key=lambda unit: sort_key(str(unit)))
    receivers = [Receiver(str(unit), Purpose.ACT, unit.pk) for unit in units]
    file_copy = Receiver(file_copy_line(start.officer, start.unit), Purpose.FILE)
    return Content(
        title=TITLE,
        addressees=tuple(unit.name for unit in units)
        if len(units) <= NAMED
        else ("Các cơ quan, đơn vị có tên trong bảng dưới đây",),
        blocks=tuple(_body(rows, start.unit, given_by)),
        recipients=(*receivers, file_copy),
    )


def _body(rows: list[Assignment], issuer: Unit, given_by: Unit) -> list[Block]:
    body = Body()
    body.closing(
        f"Qua theo dõi việc thực hiện các nhiệm vụ do {given_by.name} giao, tính đến hết ngày {short_date(today())}, "
        f"còn {len(rows)} nhiệm vụ chưa có kết quả như sau:"
    )
    body.blocks += _table(rows)
    body.closing(
        f"{issuer.name} đề nghị thủ trưởng các cơ quan, đơn vị nêu trên tập trung thực hiện, báo cáo kết quả "
        f"trước ngày {short_date(today() + TO_ANSWER)}; nhiệm vụ không thể hoàn thành thì nêu rõ lý do và đề xuất."
    )
    body.closing("Kết quả thực hiện nhiệm vụ được giao là căn cứ xét thi đua, khen thưởng.")
    return body.blocks


def _table(rows: list[Assignment]) -> list[Block]:
    columns = tuple(TableColumn(share, align) for _, share, align in COLUMNS)
    table = Block("bang", BlockType.TABLE, 1, columns=columns, head_rows=1)
    head = _row("bang-0", [name for name, _, _ in COLUMNS], bold=True)
    return [
        table,
        head,
        *(_row(f"bang-{place}", _cells(place, row)) for place, row in enumerate(rows, start=1)),
    ]


def _cells(place: int, row: Assignment) -> list[str]:
    document = document_of(row)
    due = row.deadline
    return [
        str(place),
        str(row.task),
        str(row.unit),
        f"{document.kind_name} {document.code}",
        short_date(due) if due else row.task.due_text,
        lateness(due, today()),
    ]


def lateness(deadline: date | None, day: date) -> str:
    """ "63 ngày"; "" for what is not late."""
    return f"{(day - deadline).days} ngày" if deadline and deadline < day else ""


def _row(key: str, words: list[str], *, bold: bool = False) -> Block:
    cells = tuple(
        Cell(((TextRun(said, bold=bold),) if said else (),), align=Align.CENTER if bold else None)
        for said in words
    )
    return Block(key, BlockType.ROW, 2, cells=cells)
