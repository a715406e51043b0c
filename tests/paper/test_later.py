"""“Tải tất cả”: all papers of a list in one archive, made by a worker, fetched by whoever asked for it."""

import hashlib
import io
import zipfile
from datetime import timedelta

import pytest
from django.urls import reverse

from childlabour.core.clock import now
from childlabour.jobs import pieces
from childlabour.jobs.models import Job, MadePiece, State
from childlabour.jobs.watching import LARGE_KEPT, tidy
from plans.models import Document, Issue
from plans.paper import later, many
from tests.cast import a_plan, an_issued_plan
from tests.jobs.workers import work_off
from tests.takedown.test_taking_out import taken_out

pytestmark = pytest.mark.django_db

WORDS = "Nâng cao nhận thức."  # of every plan of the cast


@pytest.fixture
def two(office):
    a_plan(office.committee)
    return [an_issued_plan(office=office, number=number) for number in (5, 6)]


def asked(client, office, query: str = "", form: str = "pdf") -> Job:
    client.force_login(office.lan)
    answer = client.post(reverse("public:hand_out"), {"query": query, "format": form})
    assert answer.status_code == 302, answer.content.decode()
    return Job.objects.latest("pk")


def archive_of(client, job: Job) -> zipfile.ZipFile:
    answer = client.get(reverse("public:archive_file", args=[job.pk]))
    return zipfile.ZipFile(io.BytesIO(answer.getvalue()))


def test_an_officer_is_offered_all_of_a_list_and_a_stranger_is_not(client, office, two):
    address = f"{reverse('public:plans')}?year=2023"
    assert "Tải tất cả" not in client.get(address).content.decode()
    client.force_login(office.lan)
    page = client.get(address).content.decode()
    assert "Tải tất cả" in page
    assert 'name="query" value="year=2023"' in page


def test_the_archive_holds_the_issued_papers_of_the_list_byte_for_byte(client, office, two, monkeypatch):
    monkeypatch.setattr(pieces, "PIECE", 10_000)
    job = asked(client, office, "year=2023")
    work_off()
    assert client.get(reverse("jobs:job", args=[job.pk]))["Location"] == reverse(
        "public:archive", args=[job.pk]
    )
    page = client.get(reverse("public:archive", args=[job.pk])).content.decode()
    assert "<b>2</b> văn bản" in page
    archive = archive_of(client, job)
    assert archive.testzip() is None
    kept = {
        hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist() if name != many.MANIFEST
    }
    assert kept == set(Issue.objects.values_list("sha256", flat=True))
    assert archive.read(many.MANIFEST).decode().count("\n") == 3
    assert {len(bytes(piece.data)) for piece in MadePiece.objects.order_by("place")[:3]} == {10_000}


def test_word_files_are_made_of_what_is_on_file(client, office, two):
    job = asked(client, office, form="docx")
    work_off()
    assert archive_of(client, job).namelist() == [
        *("ke-hoach-05-kh-ubnd-2023.docx", "ke-hoach-06-kh-ubnd-2023.docx", many.MANIFEST),
    ]


def test_an_archive_is_nobodys_but_whoever_asked(client, office, two):
    job = asked(client, office)
    work_off()
    client.force_login(office.hung)
    for name in ("archive", "archive_file"):
        assert client.get(reverse(f"public:{name}", args=[job.pk])).status_code == 404


def test_drafts_are_not_handed_out_and_an_empty_list_is_refused(client, office):
    a_plan(office.committee)
    client.force_login(office.lan)
    answer = client.post(reverse("public:hand_out"), {"query": "", "format": "pdf"})
    assert (answer.status_code, Job.objects.count()) == (422, 0)
    assert "Không có văn bản đã ban hành nào khớp" in answer.content.decode()


def test_what_the_list_does_not_know_is_refused_and_no_other_form_is_there(client, office, two):
    client.force_login(office.lan)
    answer = client.post(reverse("public:hand_out"), {"query": "mau=xanh", "format": "pdf"})
    assert "không lọc theo “mau”" in answer.content.decode()
    assert client.post(reverse("public:hand_out"), {"query": "", "format": "html"}).status_code == 404


def test_too_many_at_once_are_refused(client, office, two, monkeypatch):
    monkeypatch.setattr(later, "MOST", 1)
    client.force_login(office.lan)
    answer = client.post(reverse("public:hand_out"), {"query": "", "format": "pdf"})
    assert "nhiều nhất 1 văn bản" in answer.content.decode()


def test_a_take_down_ends_every_archive(client, office, two):
    job = asked(client, office)
    work_off()
    taken_out(office, two[0], WORDS)
    assert client.get(reverse("public:archive_file", args=[job.pk])).status_code == 404
    assert "không còn" in client.get(reverse("public:archive", args=[job.pk])).content.decode()


def test_an_archive_that_was_being_made_meanwhile_is_thrown_away(client, office, two, monkeypatch):
    job = asked(client, office)
    made = later.handed_out

    def and_then_taken_out(wanted, form):
        yield from made(wanted, form)
        taken_out(office, two[0], WORDS)

    monkeypatch.setattr(later, "handed_out", and_then_taken_out)
    work_off()
    job.refresh_from_db()
    assert (job.state, job.problems) == (State.REFUSED, [later.TAKEN_OUT_MEANWHILE])


def test_what_is_seen_no_more_when_the_job_runs_is_left_out(client, office, two):
    job = asked(client, office)
    job.what["documents"].append(a_plan(office.committee).pk)
    job.save(update_fields=["what"])
    work_off()
    assert len(archive_of(client, job).namelist()) == Document.objects.issued().count() + 1


def test_pieces_of_an_attempt_that_died_are_no_part_of_the_archive(client, office, two):
    job = asked(client, office)
    MadePiece.objects.create(job=job, token="of one that died", place=0, data=b"x" * 100)
    work_off()
    job.refresh_from_db()
    assert archive_of(client, job).testzip() is None
    assert set(MadePiece.objects.values_list("token", flat=True)) == {job.result["pieces"]}


def test_an_archive_is_kept_for_two_days(client, office, two):
    job = asked(client, office)
    work_off()
    tidy()
    assert MadePiece.objects.exists()
    Job.objects.filter(pk=job.pk).update(ended_at=now() - LARGE_KEPT - timedelta(minutes=1))
    tidy()
    assert not MadePiece.objects.exists()


def test_pieces_that_a_take_down_deleted_are_never_missing_from_an_archive(client, office, two, monkeypatch):
    monkeypatch.setattr(pieces, "PIECE", 10_000)

    def and_then_deleted(asked, form):
        yield from many.handed_out(asked, form)
        MadePiece.objects.all().delete()

    job = asked(client, office)
    monkeypatch.setattr(later, "handed_out", and_then_deleted)
    work_off()
    job.refresh_from_db()
    assert (job.state, job.problems) == (State.REFUSED, [pieces.DELETED_MEANWHILE])


def test_who_reads_learns_that_an_archive_was_deleted_while_it_was_sent(client, office, two, monkeypatch):
    monkeypatch.setattr(pieces, "PIECE", 10_000)
    job = asked(client, office)
    work_off()
    address = reverse("public:archive_file", args=[job.pk])
    whole = client.get(address)
    assert whole["Content-Length"] == str(len(whole.getvalue()))
    sent = client.get(address).streaming_content
    next(sent)
    MadePiece.objects.filter(place__gt=0).delete()
    with pytest.raises(ConnectionResetError):
        list(sent)
    assert client.get(address).status_code == 404, "what is left of it is no archive"


def test_an_officer_has_one_archive_at_a_time(client, office, two):
    first = asked(client, office)
    work_off()
    second = asked(client, office)
    assert not pieces.is_there(first)
    third = asked(client, office)
    second.refresh_from_db()
    assert (second.state, third.state) == (State.STOPPED, State.WAITING)


def test_many_papers_have_hours():
    assert later.hand_out.longest >= timedelta(hours=1)
