"""Work is asked for in a transaction, stopped, and asked for again."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from childlabour.jobs.asking import later, run_again, stop
from childlabour.jobs.models import GivenFile, Job, State
from childlabour.jobs.running import Stopped, claim
from tests.jobs.workers import now_of, work_off
from tests.jobs.works import open_school, read_letters, refuse, visit_communes

pytestmark = pytest.mark.django_db


def test_the_queue_is_told_when_the_transaction_is_committed(lan, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        job = later(read_letters, lan, about="thư của xã", commune="Tân Thành")
        assert not DBTaskResult.objects.exists()
    told = DBTaskResult.objects.get()
    assert told.args_kwargs == {"args": [job.pk], "kwargs": {}}
    assert (job.officer, job.what, str(job)) == (lan, {"commune": "Tân Thành"}, "Đọc thư: thư của xã")


def test_without_a_commit_there_is_no_job(lan, django_capture_on_commit_callbacks):
    with (
        django_capture_on_commit_callbacks(execute=True),
        pytest.raises(ZeroDivisionError),
        transaction.atomic(),
    ):
        later(read_letters, lan)
        raise ZeroDivisionError
    assert not Job.objects.exists()
    assert not DBTaskResult.objects.exists()


def test_a_queue_that_does_not_answer_keeps_nobody_from_asking(
    lan, settings, django_capture_on_commit_callbacks, tmp_path, caplog
):
    settings.RQ_QUEUES = {"default": {"URL": f"unix://{tmp_path}/no-redis-here"}}
    settings.TASKS = {"default": {"BACKEND": "django_tasks_rq.RQBackend"}}
    with django_capture_on_commit_callbacks(execute=True):
        job = later(read_letters, lan)
    assert now_of(job).state == State.WAITING
    assert "no-redis-here" in caplog.text


def test_a_very_long_name_of_a_file_is_shortened_for_the_eye(lan):
    assert len(later(read_letters, lan, about="Kế hoạch " * 40).about) == 200


def test_what_waits_is_stopped_at_once(lan):
    job = later(open_school, lan)
    stop(job)
    work_off()
    assert now_of(job).state == State.STOPPED


def test_what_runs_is_stopped_at_its_next_step(lan):
    job = later(visit_communes, lan)
    run = claim(job.pk)
    run.progress(1, 7, "xã")
    stop(job)
    assert now_of(job).state == State.RUNNING
    with pytest.raises(Stopped):
        run.progress(7, 7, "xã")


def test_what_is_over_is_not_stopped_any_more(lan):
    job = later(read_letters, lan, given=b"abc")
    work_off()
    stop(job)
    assert (now_of(job).state, now_of(job).asked_to_stop_at) == (State.DONE, None)


def test_run_again_starts_from_nothing_with_the_same_file(lan, django_capture_on_commit_callbacks):
    job = later(refuse, lan, given=b"abc")
    work_off()
    assert now_of(job).state == State.REFUSED
    assert now_of(job).problems
    with django_capture_on_commit_callbacks(execute=True):
        run_again(job)
        run_again(job)  # a second click
    again = now_of(job)
    assert (again.state, again.problems, again.attempts, again.ended_at) == (State.WAITING, [], 0, None)
    assert DBTaskResult.objects.count() == 1
    assert bytes(GivenFile.objects.get(job=job).data) == b"abc"


def test_a_stopped_job_runs_again_without_being_stopped_again(lan):
    job = later(read_letters, lan, given=b"abc")
    stop(job)
    run_again(job)
    work_off()
    assert (now_of(job).state, now_of(job).result) == (State.DONE, {"letters": 3})


@pytest.mark.parametrize("state", [State.RUNNING, State.DONE])
def test_what_runs_or_is_done_does_not_run_again(lan, state):
    job = later(read_letters, lan, given=b"abc")
    claim(job.pk) if state == State.RUNNING else work_off()
    run_again(job)
    assert (now_of(job).state, now_of(job).attempts) == (state, 1)


def test_an_officer_sees_the_own_jobs_alone(office):
    job = later(read_letters, office.lan)
    later(read_letters, None)
    assert list(Job.objects.visible_to(office.lan)) == [job]
    for other in (office.mai, office.hung, office.son, AnonymousUser()):
        assert not Job.objects.visible_to(other).exists()
