"""Where an officer waits: how far it is, hủy, chạy lại, and what to do when nobody works."""

import re

import pytest
from django.db import connection
from django.db.models.functions import Now
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from childlabour.jobs.asking import later
from childlabour.jobs.models import Job, State, Worker
from childlabour.jobs.running import claim
from tests.jobs.workers import now_of, work_off
from tests.jobs.works import fall, read_letters, refuse, visit_communes

pytestmark = pytest.mark.django_db

NOBODY_WORKS = "Bộ chạy việc nền của máy chủ đang tắt"


@pytest.fixture
def desk(client, lan):
    client.force_login(lan)
    return client


@pytest.fixture
def worker(db) -> Worker:
    return Worker.objects.create(name="máy của văn phòng", beaten_at=Now())


def page_of(desk, job) -> str:
    return desk.get(reverse("jobs:job", args=[job.pk])).content.decode()


def press(desk, job, act: str):
    return desk.post(reverse("jobs:job", args=[job.pk]), {"act": act}, follow=True).content.decode()


def test_what_waits_says_how_many_go_before(desk, lan, worker):
    later(read_letters, None), later(read_letters, None)
    page = page_of(desk, later(read_letters, lan, about="thư của xã"))
    assert "Trước việc này còn 2 việc." in page
    assert "thư của xã" in page
    assert NOBODY_WORKS not in page


def test_what_runs_says_how_far_it_is(desk, lan, worker):
    job = later(visit_communes, lan)
    claim(job.pk).progress(3, 7, "Đang ở xã thứ ba")
    page = page_of(desk, job)
    assert "Đang ở xã thứ ba" in page
    assert re.search(r'<progress[^>]*\smax="7" value="3">', page)


def test_the_page_looks_again_by_itself_with_and_without_javascript(desk, lan, worker):
    job = later(read_letters, lan)
    page = page_of(desk, job)
    assert re.search(r'<noscript><meta http-equiv="refresh" content="\d"></noscript>', page)
    assert "js/waiting.js" in page
    assert "data-waiting" in page
    work_off()
    over = page_of(desk, job)
    assert "http-equiv" not in over
    assert "data-waiting" not in over


def test_without_a_worker_it_says_so_and_that_nothing_is_lost(desk, lan):
    job = later(read_letters, lan, given=b"thu")
    page = page_of(desk, job)
    assert NOBODY_WORKS in page
    assert "không phải gửi lại" in page
    assert "người quản trị hệ thống" in page


def test_hủy_and_chạy_lại(desk, lan, worker):
    job = later(read_letters, lan, given=b"thu")
    assert "đã hủy" in press(desk, job, "stop")
    assert "đang đợi" in press(desk, job, "run_again")
    work_off()
    assert now_of(job).result == {"letters": 3}


def test_hủy_of_what_runs_says_that_it_will_stop(desk, lan, worker):
    job = later(visit_communes, lan)
    claim(job.pk)
    page = press(desk, job, "stop")
    assert "Đã yêu cầu hủy" in page
    assert ">Hủy</button>" not in page


def test_a_refusal_is_shown_sentence_by_sentence_and_may_run_again(desk, lan):
    job = later(refuse, lan)
    work_off()
    page = page_of(desk, job)
    assert "<li>Tệp bị hỏng. Gửi lại tệp.</li>" in page
    assert "<li>Thiếu trang 2. Quét lại trang 2.</li>" in page
    assert ">Chạy lại</button>" in page


def test_a_fault_of_ours_shows_no_trace_of_the_code(desk, lan):
    job = later(fall, lan)
    work_off()
    page = page_of(desk, job)
    assert "Máy chủ gặp lỗi" in page
    assert "secrets" not in page
    assert "Traceback" not in page


def test_an_unknown_act_is_not_there(desk, lan):
    job = later(read_letters, lan)
    assert desk.post(reverse("jobs:job", args=[job.pk]), {"act": "delete"}).status_code == 404
    assert now_of(job).state == State.WAITING


def test_a_job_of_an_older_version_has_a_page(desk, lan):
    job = Job.objects.create(work_name="of_last_year", officer=lan, state=State.DONE, ended_at=Now())
    assert "of_last_year" in page_of(desk, job)


def test_nobody_else_sees_stops_or_repeats_it(client, office):
    job = later(read_letters, office.lan)
    address = reverse("jobs:job", args=[job.pk])
    for other in (office.hung, office.mai, office.son):
        client.force_login(other)
        assert client.get(address).status_code == 404
        assert client.post(address, {"act": "stop"}).status_code == 404
    client.logout()
    assert client.post(address, {"act": "stop"}).url.startswith("/dang-nhap/")
    assert now_of(job).state == State.WAITING


def test_hostile_names_and_words_are_shown_as_text(desk, lan, worker):
    job = later(visit_communes, lan, about="<b>&\"'{{ 1 }}")
    claim(job.pk).progress(word="<i>&\"'{{ 2 }}")
    page = page_of(desk, job)
    assert "&lt;b&gt;&amp;&quot;&#x27;{{ 1 }}" in page
    assert "&lt;i&gt;&amp;&quot;&#x27;{{ 2 }}" in page


@pytest.mark.parametrize("others", [3, 60])
def test_the_page_costs_six_queries_however_many_wait(desk, lan, worker, others):
    jobs = [later(read_letters, lan, given=b"thu" * 1000) for _ in range(others)]
    address = reverse("jobs:job", args=[jobs[-1].pk])
    desk.get("/")  # the first page of a log-in puts it on the list
    with CaptureQueriesContext(connection) as spent:
        assert desk.get(address).status_code == 200
    assert len(spent) == 6, "session, officer, log-in, job, those before it, workers"
    assert not any("given" in query["sql"].lower() or '"result"' in query["sql"] for query in spent)
