"""Every worker keeps watch: over those that are not heard any more, and over what the queue forgot."""

from datetime import timedelta

import pytest
from django.db.models.functions import Now
from django_tasks_db.models import DBTaskResult

from childlabour.core.clock import now
from childlabour.jobs.asking import later, stop
from childlabour.jobs.models import Job, State, Worker, worker_is_alive
from childlabour.jobs.running import carry_out, claim
from childlabour.jobs.watching import GIVEN_UP, MOST_ATTEMPTS, Watch, take_back_silent, tidy
from tests.jobs.workers import fall_silent, now_of, work_off
from tests.jobs.works import read_letters, visit_communes

pytestmark = pytest.mark.django_db
AGES_AGO = timedelta(days=400)


@pytest.fixture
def told(django_capture_on_commit_callbacks):
    """Does something and gives the numbers of the jobs that the queue was told of."""

    def doing(act) -> list[int]:
        with django_capture_on_commit_callbacks(execute=True):
            act()
        return [row.args_kwargs["args"][0] for row in DBTaskResult.objects.order_by("enqueued_at")]

    return doing


def test_a_job_whose_worker_is_silent_waits_again(lan, told):
    job, heard = later(visit_communes, lan), later(visit_communes, lan)
    claim(job.pk), claim(heard.pk)
    fall_silent(job)
    assert told(take_back_silent) == [job.pk]
    assert (now_of(job).state, now_of(job).token) == (State.WAITING, "")
    assert now_of(heard).state == State.RUNNING


def test_a_job_that_keeps_killing_its_worker_ends_with_a_sentence(lan, told):
    job = later(visit_communes, lan)
    for _ in range(MOST_ATTEMPTS):
        claim(job.pk)
        fall_silent(job)
        take_back_silent()
    ended = now_of(job)
    assert ended.state == State.FAILED
    assert ended.problems == [GIVEN_UP.format(attempts=3, number=job.pk)]
    assert told(take_back_silent) == []


def test_a_job_asked_to_stop_is_over_when_its_worker_dies(lan, told):
    job = later(visit_communes, lan)
    claim(job.pk)
    stop(job)
    fall_silent(job)
    assert told(take_back_silent) == []
    assert now_of(job).state == State.STOPPED


def test_what_the_queue_forgot_is_told_again_once(lan, told):
    job, fresh = later(read_letters, lan), later(read_letters, lan)
    Job.objects.filter(pk=job.pk).update(queued_at=now() - AGES_AGO)
    watch = Watch(is_idle=lambda: True)
    assert told(watch.look) == [job.pk]
    assert told(watch.look) == [job.pk]
    assert now_of(fresh).state == State.WAITING


def test_a_busy_worker_takes_no_queue_for_forgetful(lan, told):
    later(read_letters, lan)
    Job.objects.update(queued_at=now() - AGES_AGO)
    assert told(Watch(is_idle=lambda: False).look) == []


def test_a_worker_is_alive_while_it_is_heard():
    assert not worker_is_alive()
    watch = Watch(is_idle=lambda: True)
    watch.look()
    assert worker_is_alive()
    Worker.objects.update(beaten_at=Now() - timedelta(seconds=31))
    assert not worker_is_alive()
    watch.look()
    assert worker_is_alive()
    watch.leave()
    assert not worker_is_alive()


def test_old_traces_are_swept_and_what_is_needed_stays(lan, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        old, waiting, fresh = (later(read_letters, lan, given=b"thu") for _ in range(3))
    for job in (old, fresh):
        carry_out.call(job.pk)
    Job.objects.filter(pk=old.pk).update(ended_at=now() - AGES_AGO)
    Job.objects.filter(pk=waiting.pk).update(asked_at=now() - AGES_AGO, queued_at=now() - AGES_AGO)
    DBTaskResult.objects.filter(args_kwargs__args=[old.pk]).update(status="RUNNING")
    DBTaskResult.objects.update(enqueued_at=now() - AGES_AGO)
    Worker.objects.create(name="gone", beaten_at=now() - AGES_AGO)
    Worker.objects.create(name="here", beaten_at=now())
    tidy()
    assert set(Job.objects.all()) == {waiting, fresh}
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"READY"}
    assert Worker.objects.get().name == "here"


def test_a_watch_costs_three_queries_when_all_is_well(lan, django_assert_num_queries):
    later(read_letters, lan)
    work_off()
    watch = Watch(is_idle=lambda: True)
    watch.look()
    with django_assert_num_queries(3):
        watch.look()
