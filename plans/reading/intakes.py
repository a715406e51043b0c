"""Files on their way in: reviewed by whoever of the unit is at it, laid once, put away, forgotten in time.

`later` takes them in and has them read.

Who may: whoever may begin drafts of the unit (`plans.law.rights.may_read_in`); who sees them is in the model.
"""

from contextlib import suppress
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from childlabour.core.clock import now, today
from childlabour.core.errors import Problem, Refusal
from childlabour.units.access import Someone
from childlabour.units.models import Officer
from plans.issuing import scans
from plans.law.rights import may_read_in
from plans.models import Document, Intake, IntakeFile, IntakeState, Origin
from plans.models.intake import IntakeQuerySet, waits_until

from .review.deciding import Decisions
from .review.readings import FileRead, from_data
from .review.saving import lay_reading
from .sources.refusing import Unreadable

AT_ONCE = 500  # files forgotten a day, a query
Typed = dict[str, list[str]]  # the form of a review, as it was sent

ONLY_WRITERS = "Chỉ chuyên viên soạn thảo của đơn vị mới xem lại, lưu hoặc bỏ được văn bản đang đọc vào."


def open_for(officer: Someone) -> IntakeQuerySet:
    """What the units of this officer are reading in, the latest first. One query."""
    return Intake.objects.visible_to(officer).open()


def reading_in(intake: Intake) -> FileRead:
    """Raises `readings.OutgrownError` when another release read it."""
    return from_data(intake.reading)


# ── Reviewed ─────────────────────────────────────────────────────────────────────────────────────


@transaction.atomic
def keep(intake: Intake, typed: Typed, officer: Officer, revision: int) -> int:
    """What was chosen so far waits for whoever goes on; the number of its new revision."""
    row = held(intake, officer)
    _refuse_unless_read(row)
    refuse_if_overtaken(row, revision)
    if row.choices == typed:
        return row.revision
    row.choices, row.revision = typed, row.revision + 1
    row.reviewed_by_name, row.kept_until = str(officer), waits_until()
    row.save(update_fields=["choices", "revision", "reviewed_by_name", "kept_until", "updated_at"])
    return row.revision


NOT_READ = (
    "Văn bản này đã lưu thành dự thảo hoặc đang được đọc lại ở nơi khác, nên chưa giữ được lựa chọn trên trang này. "
    "Chờ đọc xong rồi mở lại từ “Văn bản đang đọc vào”."
)


def _refuse_unless_read(row: Intake) -> None:
    if row.state != IntakeState.READ:
        raise Refusal(NOT_READ)


def refuse_if_overtaken(row: Intake, revision: int) -> None:
    if row.state == IntakeState.READ and row.revision > revision:
        who = row.reviewed_by_name or "Đồng nghiệp"
        raise Refusal(
            f"{who} vừa xem lại văn bản này ở nơi khác. Lựa chọn của anh/chị còn trên trang: xem lại rồi lưu lần "
            "nữa, hoặc tải lại trang để lấy lựa chọn mới nhất."
        )


def lay_once(intake: Intake, decisions: Decisions, officer: Officer, revision: int) -> int:
    """Saves what was confirmed, and gives the number of the document; asked twice, it is the same one.

    Of a paper of old times that was sent as a PDF, this is what the second person will compare it with.
    """
    scan = _scan_of(intake)
    with transaction.atomic():
        row = held(intake, officer)
        if row.document_id is None:
            _refuse_unless_read(row)
            refuse_if_overtaken(row, revision)
            document = lay_reading(reading_in(row), decisions, officer, row.unit, row.origin)
            _keep_scan(document, scan, officer)
            row.document, row.state = document, IntakeState.LAID
            row.kept_until = today() + timedelta(days=settings.SOURCE_DAYS)
            row.save(update_fields=["document", "state", "kept_until", "updated_at"])
        number: int = row.document_id  # type: ignore[assignment] # it has one by now
    return number


def _keep_scan(document: Document, scan: scans.MeasuredScan | None, officer: Officer) -> None:
    """One that cannot be compared with is not kept; the officer brings another."""
    if scan:
        with suppress(Refusal), transaction.atomic():
            scans.keep(document, scan, officer)


def _scan_of(intake: Intake) -> scans.MeasuredScan | None:
    """Measured before anything is locked; a file that is no scan is simply none."""
    if intake.origin != Origin.CARRIED_OVER or intake.document_id or intake.is_pasted:
        return None
    file = IntakeFile.objects.filter(intake=intake).first()
    if file is None or b"%PDF-" not in bytes(file.data[:1024]):
        return None
    try:
        return scans.measured(bytes(file.data))
    except Refusal:
        return None


@transaction.atomic
def put_away(intake: Intake, officer: Officer, revision: int) -> None:
    """With its file. What became a document stays with it."""
    row = held(intake, officer)
    if row.state == IntakeState.LAID:
        raise Refusal("Văn bản này đã lưu thành dự thảo: tệp nguồn được giữ cùng dự thảo.")
    if row.is_under_way:
        raise Refusal("Tệp này đang được đọc: chờ đọc xong, hoặc hủy việc đọc rồi bỏ.")
    refuse_if_overtaken(row, revision)
    row.delete()


def held(intake: Intake, officer: Officer) -> Intake:
    """The row locked, as it is now. Raises Refusal when it has gone, or is not this officer's to work on."""
    refuse_unless_writer(officer, intake.unit_id)
    rows = Intake.objects.select_for_update(of=("self",)).select_related("unit__place", "job")
    row = rows.filter(pk=intake.pk).first()
    if row is None:
        raise Refusal("Văn bản này đã được bỏ khỏi danh sách đang đọc vào. Về bàn làm việc để xem danh sách.")
    return row


def refuse_unless_writer(officer: Officer, unit_id: int) -> None:
    if not may_read_in(officer, unit_id):
        raise Refusal(Problem(ONLY_WRITERS, field="unit"))


# ── Read ────────────────────────────────────────────────────────────────────────────────────────


def refuse_reading(intake: Intake, refusal: Unreadable) -> None:
    """Why there is nothing to review; the file stays, to be read again by a later release, or put away.

    One that bears a mark of secrecy does not stay.
    """
    said = [problem.message for problem in refusal.problems]
    row = Intake.objects.filter(pk=intake.pk).exclude(state=IntakeState.LAID)
    row.update(state=IntakeState.REFUSED, problems=said, updated_at=now())
    if refusal.reason == "secret":
        forget_file(row)


def forget_file(intakes: QuerySet[Intake]) -> None:
    IntakeFile.objects.filter(intake__in=intakes).delete()
    intakes.update(size=0)


# ── Afterwards ───────────────────────────────────────────────────────────────────────────────────


def source_of(document: Document, officer: Someone) -> Intake | None:
    """What `document` was read from, if it is still kept and this person may see it. One query."""
    return Intake.objects.visible_to(officer).filter(document=document).defer("reading", "choices").first()


def number_of_source(document: Document) -> int | None:
    """The number that is printed on what `document` was read from. One query."""
    kept = Intake.objects.filter(document=document).values_list("reading__head__number", flat=True)
    said = str(kept.first() or "")
    return int(said) if said.isdecimal() and len(said) < 6 else None


def forget_old() -> int:
    """Files whose time is over, with what was read of them; how many that were."""
    pks = list(Intake.objects.stale().values_list("pk", flat=True)[:AT_ONCE])
    Intake.objects.filter(pk__in=pks).delete()
    return len(pks)
