"""Reading as work done later: a worker reads the file of an intake, and what was read waits there for a person."""

from collections.abc import Sequence

from django.core.files import File
from django.db import transaction
from django.db.models import Sum

from childlabour.core.errors import Refusal
from childlabour.jobs.asking import later, run_again
from childlabour.jobs.chores import daily
from childlabour.jobs.models import LONGEST_ABOUT
from childlabour.jobs.running import Run
from childlabour.jobs.works import work
from childlabour.units.models import Officer, Unit
from plans.content.near import Near
from plans.models import Intake, IntakeFile, IntakeState, Origin
from plans.models.intake import waits_until

from .asking import read_apart, read_pasted_apart
from .intakes import forget_old, held, refuse_if_overtaken, refuse_reading, refuse_unless_writer
from .parts.draft import ReadDraft
from .review.readings import as_data, reading_of
from .sources import limits
from .sources.refusing import SENTENCES, Unreadable

PASTED = "Văn bản dán vào"
FILE_IS_GONE = "Tệp nguồn không còn được giữ: gửi lại tệp."
MOST_OPEN = 200  # of one unit, not yet drafts: each keeps its file
MOST_BYTES = 500 * limits.MEGABYTE  # of all of them


@work("read_file", "Đọc tệp", starts_at="reading:source", leads_to="reading:of_job")
def read_file(run: Run) -> None:
    intake = Intake.objects.select_related("unit__place").filter(pk=run.job.what.get("intake")).first()
    if intake is None:
        raise Refusal("Tệp này không còn trong danh sách đang đọc vào: gửi lại tệp.")
    file = IntakeFile.objects.filter(intake=intake).first()
    if file is None:  # taken down while it waited
        raise Refusal(FILE_IS_GONE)
    try:
        draft = _read(intake, bytes(file.data), run)
    except Unreadable as refusal:
        refuse_reading(intake, refusal)
        raise
    reading = as_data(reading_of(draft, Near.to(intake.unit).all_called))
    with run.finishing():
        waiting = Intake.objects.filter(pk=intake.pk, state__in=[IntakeState.WAITING, IntakeState.REFUSED])
        waiting.update(state=IntakeState.READ, reading=reading, problems=[], kept_until=waits_until())


def _read(intake: Intake, data: bytes, run: Run) -> ReadDraft:
    def goes_on() -> None:
        run.progress(word="Đang đọc văn bản và nhận ra từng phần")

    goes_on()
    if intake.is_pasted:
        return read_pasted_apart(data.decode(), goes_on)
    return read_apart(data, intake.name, goes_on)


@transaction.atomic
def take_all_in(officer: Officer, unit: Unit, files: Sequence[File[bytes]], origin: str) -> list[Intake]:
    """Files that were sent together: all of them or none, when the unit has no room for them."""
    refuse_unless_writer(officer, unit.pk)
    if len(files) > 1:
        _refuse_without_room(unit, [file.size for file in files])
    return [take_in(officer, unit, file.name or "", file.read(), origin) for file in files]


@transaction.atomic
def take_in(
    officer: Officer,
    unit: Unit,
    name: str,
    data: bytes,
    origin: str = Origin.HERE,
    *,
    is_pasted: bool = False,
) -> Intake:
    """A file to be read by a worker. One that is too large is there too, refused: it hinders none that came with it.

    One that is there already, of the same name and bytes and not yet saved, is that one.
    """
    refuse_unless_writer(officer, unit.pk)
    name = " ".join(name.replace("\0", "").split())[-LONGEST_ABOUT:] or PASTED
    if there := _there_already(unit, name, data, origin):
        return there
    _refuse_without_room(unit, [len(data)])
    intake = Intake(
        unit=unit,
        officer=officer,
        officer_name=str(officer),
        name=name,
        is_pasted=is_pasted,
        size=len(data),
        origin=origin,
        kept_until=waits_until(),
    )
    if len(data) > limits.FILE_BYTES:
        intake.state, intake.problems = IntakeState.REFUSED, [SENTENCES["too_large"]]
        intake.save()
        return intake
    intake.save()
    IntakeFile.objects.create(intake=intake, data=data)
    _ask_to_read(intake, officer)
    return intake


def _refuse_without_room(unit: Unit, sizes: Sequence[int]) -> None:
    """Before anything is stored; a file that is too large to be read is not kept and takes no room."""
    still = Intake.objects.filter(unit=unit).exclude(state=IntakeState.LAID)
    count = still.count()
    kept = still.filter(file__isnull=False).aggregate(bytes=Sum("size"))["bytes"] or 0
    more = sum(size for size in sizes if size <= limits.FILE_BYTES)
    if count + len(sizes) > MOST_OPEN or kept + more > MOST_BYTES:
        raise Refusal(
            f"{unit} đang có {count} văn bản đọc vào chưa lưu, {kept // limits.MEGABYTE} MB; nhiều nhất là {MOST_OPEN} "
            f"văn bản, {MOST_BYTES // limits.MEGABYTE} MB. Chưa nhận tệp nào vừa gửi: lưu thành dự thảo hoặc bỏ bớt "
            "rồi gửi lại."
        )


def _there_already(unit: Unit, name: str, data: bytes, origin: str) -> Intake | None:
    rows = Intake.objects.open().filter(unit=unit, name=name, size=len(data), origin=origin)
    same = IntakeFile.objects.filter(intake__in=rows.values("pk"))
    found = next((file.pk for file in same.iterator(chunk_size=1) if bytes(file.data) == data), None)
    return rows.get(pk=found) if found else None


def _ask_to_read(intake: Intake, officer: Officer) -> None:
    intake.job = later(read_file, officer, about=intake.name, intake=intake.pk)
    intake.state, intake.problems = IntakeState.WAITING, []
    intake.save(update_fields=["job", "state", "problems", "updated_at"])


@transaction.atomic
def read_again(intake: Intake, officer: Officer, revision: int) -> None:
    """From the file that was kept, what was chosen is begun anew; what a worker has in hand is let be."""
    row = held(intake, officer)
    if row.is_under_way or row.state == IntakeState.LAID:
        return
    refuse_if_overtaken(row, revision)
    if not IntakeFile.objects.filter(intake=row).exists():
        raise Refusal(FILE_IS_GONE)
    row.reading, row.choices = None, {}
    row.state, row.revision = IntakeState.WAITING, row.revision + 1
    row.reviewed_by_name = str(officer)
    row.save(update_fields=["reading", "choices", "state", "revision", "reviewed_by_name"])
    if row.job and row.job.may_run_again:
        row.problems = []
        row.save(update_fields=["problems", "updated_at"])
        run_again(row.job)
    else:
        _ask_to_read(row, officer)


@daily("forget_sources")
def forget_sources() -> None:
    forget_old()
