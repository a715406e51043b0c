"""An issued paper is handed out like a file, by a copy that no take-down leaves behind."""

import hashlib
import os
import time
import urllib.request
from pathlib import Path

import pytest
from django.conf import settings as project
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from childlabour.core.errors import Refusal
from childlabour.jobs.chores import ON_EACH
from plans.issuing.way_out import TAKEN_OUT
from plans.models import Issue
from plans.paper import served
from plans.signatures.pdf_files import lines_of_text
from plans.web import published
from tests.cast import a_plan, an_issued_plan
from tests.jobs.test_beside_the_server import Server
from tests.takedown.test_taking_out import taken_out

pytestmark = pytest.mark.django_db

CHILD = "Nâng cao nhận thức."  # of every plan of the cast; stands for words that must go


@pytest.fixture
def document(office):
    return an_issued_plan(number=5)


@pytest.fixture
def address(document) -> str:
    return reverse("public:pdf", args=[document.pk])


def copies() -> list[str]:
    folder = Path(project.SERVED_DIR)
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def queries_of(client, address: str, **headers: str) -> int:
    with CaptureQueriesContext(connection) as spent:
        client.get(address, headers=headers)
    return len(spent)


def test_the_address_of_the_middleware_is_that_of_the_page(address):
    assert published.ADDRESS.fullmatch(address)


def test_a_paper_that_was_handed_out_once_asks_the_database_nothing(client, document, address):
    first = client.get(address)
    assert copies() == [f"{document.issue.sha256}.pdf"]
    with CaptureQueriesContext(connection) as spent:
        again = client.get(address)
        same = client.get(address, headers={"If-None-Match": again["ETag"]})
    assert (len(spent), again.content, same.status_code) == (0, first.content, 304)


def test_whoever_asks_gets_no_cookie_and_no_word_of_cookies(client, office, address):
    for asks in (lambda: None, lambda: client.force_login(office.lan)):
        asks()
        answer = client.get(address)
        assert (answer.status_code, answer["Cache-Control"]) == (200, "public, no-cache")
        assert "Vary" not in answer
        assert not answer.cookies


def test_it_is_guarded_like_any_page(client, address):
    answer = client.get(address)
    assert "object-src 'none'" in answer["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert "nonce" not in answer["Content-Security-Policy"]
    assert (answer["X-Frame-Options"], answer["X-Content-Type-Options"]) == ("DENY", "nosniff")


def test_only_get_and_head_are_answered_there(client, document, address):
    assert client.head(address)["ETag"] == f'"{document.issue.sha256}"'
    assert client.post(address).status_code == 405


def test_a_draft_goes_on_to_its_page(client, office):
    draft = a_plan()
    address = reverse("public:pdf", args=[draft.pk])
    assert client.get(address).status_code == 404
    client.force_login(office.lan)
    assert client.get(address)["Cache-Control"] == "private, no-store"
    assert copies() == []


def test_a_number_no_database_holds_is_not_there(client):
    assert client.get("/ke-hoach/999999999999999999/pdf/").status_code == 404


def test_a_copy_that_is_missing_or_spoilt_is_made_anew(client, document, address):
    whole = client.get(address).content
    copy = Path(project.SERVED_DIR) / f"{document.issue.sha256}.pdf"
    for spoilt in (b"", whole[:-1], whole + b"x"):
        copy.write_bytes(spoilt)
        assert client.get(address).content == whole
        assert copy.read_bytes() == whole
    copy.unlink()
    assert client.get(address).content == whole
    assert copy.exists()


def test_a_folder_that_cannot_be_written_is_done_without(client, document, address, settings, tmp_path):
    (tmp_path / "file").write_text("")
    settings.SERVED_DIR = tmp_path / "file" / "served"
    for _ in range(2):
        assert hashlib.sha256(client.get(address).content).hexdigest() == document.issue.sha256


def test_what_the_process_remembers_is_asked_about_again_after_a_moment(client, address, monkeypatch):
    client.get(address)
    assert queries_of(client, address) == 0
    monkeypatch.setattr(published, "BELIEVED", 0)
    assert queries_of(client, address) == 1


def test_another_machine_with_its_own_copies_learns_of_a_take_down(
    client, office, document, address, monkeypatch
):
    """Its copy lies where the take-down could not delete it."""
    before = client.get(address)
    assert before["Content-Length"] == str(len(before.content))
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(served, "forget", lambda digest: None)
        taken_out(office, document, CHILD)
    assert copies() == [f"{before['ETag'][1:-1]}.pdf"]
    monkeypatch.setattr(published, "BELIEVED", 0)
    after = client.get(address, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert after.content != before.content
    assert f"{before['ETag'][1:-1]}.pdf" not in copies()


def test_a_take_down_clears_the_copy_and_nothing_old_is_said_again(client, office, document, address):
    before = client.get(address)
    taken_out(office, document, CHILD)
    after = client.get(address, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert after.content == bytes(Issue.objects.get(document=document).pdf) != before.content
    assert f"{before['ETag'][1:-1]}.pdf" not in copies()


def test_a_writer_that_is_late_leaves_no_copy_of_what_was_taken_out():
    content = b"%PDF- with a name in it"
    digest = hashlib.sha256(content).hexdigest()
    served.keep(digest, content)
    served.forget(digest)
    served.keep(digest, content)
    assert served.bytes_of(digest) is None
    assert not served.is_kept(digest)


def test_a_take_down_before_there_is_any_copy_holds_too():
    content = b"%PDF- with a name in it"
    digest = hashlib.sha256(content).hexdigest()
    served.forget(digest)
    served.keep(digest, content)
    assert not served.is_kept(digest)


def test_a_tombstone_is_forgotten_when_nobody_can_hold_the_bytes_any_more():
    content = b"%PDF- of a take-down that was rolled back"
    digest = hashlib.sha256(content).hexdigest()
    served.forget(digest)
    long_ago = time.time() - served.LATEST_WRITER - 1
    os.utime(Path(project.SERVED_DIR) / f"{digest}.gone", (long_ago, long_ago))
    served.keep(digest, content)
    assert served.bytes_of(digest) == content


def test_a_copy_that_cannot_be_deleted_stops_the_take_down(monkeypatch):
    def read_only(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", read_only)
    with pytest.raises(Refusal, match="Không xóa được bản sao"):
        served.forget("0" * 64)


def test_the_worker_sweeps_copies_of_no_paper_and_what_killed_writers_left(document):
    digest = document.issue.sha256
    served.keep(digest, bytes(document.issue.pdf))
    folder = Path(project.SERVED_DIR)
    for name in (f"{'0' * 64}.pdf", f".{digest}.abcdef", f"{'1' * 64}.gone"):
        (folder / name).write_bytes(b"x")
    served.sweep()
    assert len(copies()) == 4, "what is young may be of a paper issued since"
    long_ago = time.time() - served.LATEST_WRITER - 1
    for path in folder.iterdir():
        os.utime(path, (long_ago, long_ago))
    served.sweep()
    assert copies() == [f"{digest}.pdf"]
    assert served.sweep in ON_EACH


def test_the_oldest_copies_give_way(monkeypatch):
    monkeypatch.setattr(served, "MOST_COPIES", 3)
    monkeypatch.setattr(served, "LOOKS_EVERY", 1)
    made = [b"%d" % number for number in range(5)]
    for number, content in enumerate(made):
        digest = hashlib.sha256(content).hexdigest()
        served.keep(digest, content)
        os.utime(Path(project.SERVED_DIR) / f"{digest}.pdf", (number, number))
    assert [served.is_kept(hashlib.sha256(content).hexdigest()) for content in made] == [
        False,
        False,
        True,
        True,
        True,
    ]


@pytest.mark.django_db(transaction=True)
def test_a_server_that_knows_the_paper_never_says_again_what_another_process_took_out(office, tmp_path):
    document = an_issued_plan(number=5)
    server = Server(tmp_path / "state", SERVED_DIR=str(project.SERVED_DIR), JOBS_HERE="off")
    try:
        address = f"http://127.0.0.1:{server.port}{reverse('public:pdf', args=[document.pk])}"
        before = _fetched(address)
        assert _fetched(address) == before
        taken_out(office, document, CHILD)
        after = _fetched(address)
    finally:
        server.destroy()
    assert after == bytes(Issue.objects.get(document=document).pdf)
    assert (CHILD in _words(before), CHILD in _words(after), TAKEN_OUT in _words(after)) == (
        True,
        False,
        True,
    )


def _fetched(address: str) -> bytes:
    with urllib.request.urlopen(address) as answer:
        return answer.read()


def _words(pdf: bytes) -> str:
    return " ".join(line.text for line in lines_of_text(pdf))
