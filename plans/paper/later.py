"""Many papers as one archive, as work done later: its pieces lie where every machine reaches them."""

from datetime import timedelta
from typing import IO, cast

from django.db import transaction
from django.db.models import QuerySet

from childlabour.core.errors import Problem, Refusal
from childlabour.jobs.asking import later, stop
from childlabour.jobs.chores import daily_on_each_worker
from childlabour.jobs.models import ACTIVE, Job, MadePiece
from childlabour.jobs.pieces import Pieces
from childlabour.jobs.running import Run
from childlabour.jobs.works import work
from childlabour.units.models import Officer
from plans.models import Document, Issue

from . import served
from .files import Format
from .many import Handed, Wanted, handed_out, wanted, zip_into

MOST = 5_000  # papers; some 350 MB
LONGEST = timedelta(hours=3)  # for as many Word files on a machine that has other work
MOST_NAMED = 50  # of those that failed; the manifest in the archive names all
TAKEN_OUT_MEANWHILE = (
    "Trong lúc lập tệp nén, một văn bản vừa được lược bớt dữ liệu cá nhân. Bấm “Chạy lại” để lấy bản mới."
)


daily_on_each_worker(served.sweep)


@work("hand_out", "Tải tất cả văn bản", starts_at="public:plans", leads_to="public:archive", longest=LONGEST)
def hand_out(run: Run) -> None:
    form = Format(run.job.what["format"])
    asked = wanted(_still_seen(run.job), form)
    before = _hashes(asked)
    pieces, failed = Pieces(run), list[str]()
    done = 0

    def tell(one: Handed) -> None:
        nonlocal done
        done += not one.is_annex
        if one.error:
            failed.append(f"{one.name}: {one.error}")
        run.progress(done, len(asked), "Đang lập từng văn bản")

    zip_into(cast(IO[bytes], pieces), handed_out(asked, form), form, tell)
    with run.finishing() as result:
        if _hashes(asked, held=True) != before:
            raise Refusal(TAKEN_OUT_MEANWHILE)
        result |= {"how_many": len(asked) - len(failed), "failed": failed[:MOST_NAMED]}
        pieces.keep(result)


def hand_out_later(officer: Officer, documents: QuerySet[Document], form: Format) -> Job:
    """All of `documents` that are issued, in place of what the officer asked for before: one archive each.

    Raises Refusal when there is none, or too many of them.
    """
    numbers = list(documents.order_by("pk").values_list("pk", flat=True)[: MOST + 1])
    if not numbers:
        raise Refusal(Problem("Không có văn bản đã ban hành nào khớp điều kiện lọc: bớt một điều kiện."))
    if len(numbers) > MOST:
        raise Refusal(Problem(f"Mỗi lần tải nhiều nhất {MOST} văn bản: lọc theo năm hoặc địa bàn rồi tải."))
    with transaction.atomic():
        _drop_those_before(officer)
        return later(hand_out, officer, about=f"{len(numbers)} văn bản", documents=numbers, format=str(form))


def _drop_those_before(officer: Officer) -> None:
    """Of two that the officer asks for at once the second waits here, and drops the first."""
    Officer.objects.select_for_update(of=("self",)).get(pk=officer.pk)
    before = Job.objects.of(hand_out).filter(officer=officer)
    for job in before.filter(state__in=ACTIVE):
        stop(job)
    MadePiece.objects.filter(job__in=before).delete()


def _still_seen(job: Job) -> QuerySet[Document]:
    """What was asked for, as far as whoever asked may see it now."""
    issued = Document.objects.issued()
    seen = issued.visible_to(job.officer) if job.officer else issued
    return seen.filter(pk__in=job.what["documents"]).order_by("pk")


def _hashes(asked: list[Wanted], *, held: bool = False) -> dict[int, str]:
    """Of the papers as they are kept now. A take-down deletes all archives, but not one that is still being made:
    `held` until that one is there, its hashes show that none came in between.
    """
    issues = Issue.objects.filter(document__in=[one.document for one in asked])
    return dict((issues.select_for_update() if held else issues).values_list("document", "sha256"))
