"""Reading as work done later: the file waits with its job, what was read is the result, until it is saved."""

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from childlabour.jobs.asking import later
from childlabour.jobs.models import Job, JobQuerySet
from childlabour.jobs.running import Run
from childlabour.jobs.works import work
from childlabour.units.access import Someone
from childlabour.units.models import Officer, Unit
from plans.models import Origin

from .asking import read_apart, read_pasted_apart
from .parts.draft import ReadDraft
from .review.carrying import packed, unpacked
from .review.saving import save
from .sources import limits
from .sources.refusing import Unreadable


@work("read_file", "Đọc tệp", starts_at="reading:source", leads_to="reading:reviewed")
def read_file(run: Run) -> None:
    told = run.job.what

    def goes_on() -> None:
        run.progress(word="Đang đọc văn bản và nhận ra từng phần")

    goes_on()
    if told["is_pasted"]:
        draft = read_pasted_apart(run.given.decode(), goes_on)
    else:
        draft = read_apart(run.given, told["name"], goes_on)
    with run.finishing() as result:
        result["draft"] = packed(draft)


def read_later(officer: Officer, unit: Unit, file: "UploadedFile[bytes]", origin: str = Origin.HERE) -> Job:
    """A file to be read into a draft of `unit`. Raises `Unreadable` when it is too large to be kept at all."""
    if (file.size or 0) > limits.FILE_BYTES:
        raise Unreadable("too_large")
    what = {"name": file.name, "is_pasted": False, "unit": unit.pk, "origin": origin}
    return later(read_file, officer, given=file.read(), about=file.name or "", **what)


def read_pasted_later(officer: Officer, unit: Unit, text: str, origin: str = Origin.HERE) -> Job:
    if len(text) > limits.CHARACTERS:
        raise Unreadable("too_long")
    data = text.encode("utf-8", errors="replace")
    what = {"name": "", "is_pasted": True, "unit": unit.pk, "origin": origin}
    return later(read_file, officer, given=data, about="Văn bản dán vào", **what)


def readings_of(officer: Someone) -> JobQuerySet:
    """Files that this officer sent and has not yet made a draft of, the latest first."""
    jobs = Job.objects.visible_to(officer).of(read_file).exclude(result__has_key="document")
    return jobs.without_results()


def origin_of(job: Job) -> str:
    """What the draft will be, settled when the file was sent."""
    return str(job.what.get("origin", Origin.HERE))


def draft_read(job: Job) -> ReadDraft:
    return unpacked(job.result["draft"])


@transaction.atomic
def save_once(job: Job, draft: ReadDraft, officer: Officer, unit: Unit) -> int:
    """Saves what was confirmed, and gives the number of the document; asked twice, it is the same one."""
    held = Job.objects.select_for_update().get(pk=job.pk)
    if "document" not in held.result:
        held.result = {"document": save(draft, officer, unit, origin_of(job)).pk}
        held.save(update_fields=["result"])
    number: int = held.result["document"]
    return number
