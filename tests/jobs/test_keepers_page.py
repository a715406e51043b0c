"""The keeper reads what runs, waits and went wrong; nobody changes it there, nobody reads the files of others."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from childlabour.jobs.asking import later
from childlabour.jobs.models import Job, Worker
from tests.admin.pages import address, desk_of, list_of
from tests.jobs.workers import work_off
from tests.jobs.works import read_letters, refuse

pytestmark = pytest.mark.django_db


@pytest.fixture
def jobs(lan) -> list[Job]:
    jobs = [
        later(read_letters, lan, given=b"thu"),
        later(refuse, lan, about="thư của xã"),
        later(refuse, None),
    ]
    work_off()
    Job.objects.filter(pk=jobs[0].pk).update(result={"draft": "những chữ trong tệp"})
    return jobs


def test_the_keeper_reads_what_went_wrong(jobs, keeper):
    desk = desk_of(keeper)
    assert "Từ chối: thư của xã" in desk.get(list_of(Job)).content.decode()
    page = desk.get(address(jobs[1])).content.decode()
    assert "Tệp bị hỏng. Gửi lại tệp. Thiếu trang 2. Quét lại trang 2." in page
    assert 'name="_save"' not in page
    assert desk.post(address(jobs[1]), {}).status_code == 403
    assert desk.get(reverse("admin:jobs_job_add")).status_code == 403


def test_what_was_in_a_file_is_not_even_fetched(jobs, keeper):
    desk = desk_of(keeper)
    with CaptureQueriesContext(connection) as spent:
        pages = [desk.get(list_of(Job)), desk.get(address(jobs[0]))]
    assert not any("những chữ trong tệp" in page.content.decode() for page in pages)
    assert not any('"jobs_job"."result"' in query["sql"] or "givenfile" in query["sql"] for query in spent)


def test_other_officers_of_the_admin_see_no_jobs(jobs, lan):
    Worker.objects.create(name="máy của văn phòng", beaten_at=jobs[0].asked_at)
    desk = desk_of(lan)
    for model in (Job, Worker):
        assert desk.get(list_of(model)).status_code == 403
    assert desk.get(address(jobs[1])).status_code == 403


def test_the_rows_of_the_queue_itself_have_no_page():
    assert DBTaskResult not in admin.site._registry
