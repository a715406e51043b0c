"""One attempt: begun by one worker alone, ended with its effect or without a trace."""

import pytest
from django.db import IntegrityError, transaction

from childlabour.core.clock import now
from childlabour.jobs import running
from childlabour.jobs.asking import later, stop
from childlabour.jobs.models import GivenFile, Job, State
from childlabour.jobs.running import Overtaken, Stopped, carry_out, claim
from childlabour.jobs.watching import take_back_silent
from childlabour.jobs.works import work
from tests.jobs.workers import fall_silent, now_of, work_off
from tests.jobs.works import (
    a_school,
    fall,
    lose_connection,
    read_letters,
    refuse,
    schools,
    visit_communes,
    walk_home,
)

pytestmark = pytest.mark.django_db


def test_the_result_and_done_are_written_together_and_the_file_goes(lan):
    job = later(read_letters, lan, given=b"thu")
    work_off()
    done = now_of(job)
    assert (done.state, done.result, done.attempts, done.token) == (State.DONE, {"letters": 3}, 1, "")
    assert done.started_at <= done.ended_at
    assert not GivenFile.objects.exists()


def test_a_refusal_becomes_its_sentences_and_the_file_stays(lan):
    job = later(refuse, lan, given=b"thu")
    work_off()
    assert now_of(job).state == State.REFUSED
    assert now_of(job).problems == ["Tệp bị hỏng. Gửi lại tệp.", "Thiếu trang 2. Quét lại trang 2."]
    assert GivenFile.objects.exists()


def test_a_fault_of_ours_leaves_no_row_and_tells_people_no_secret(office, lan, caplog):
    job = later(fall, lan)
    work_off()
    assert now_of(job).state == State.FAILED
    assert now_of(job).problems == [running.FAULT.format(number=job.pk)]
    assert schools() == 0
    assert "with secrets" in caplog.text


def test_a_lost_connection_is_left_to_another_attempt(lan, caplog):
    job = later(lose_connection, lan)
    work_off()
    assert now_of(job).state == State.RUNNING
    assert "waits for another attempt" in caplog.text


def test_work_that_writes_nothing_is_done_when_it_returns(lan):
    job = later(walk_home, lan)
    work_off()
    assert (now_of(job).state, now_of(job).done, now_of(job).word) == (State.DONE, 3, "xã")


def test_two_kinds_of_work_never_share_a_name():
    with pytest.raises(ValueError, match="read_letters"):
        work("read_letters", "Đọc thư")(print)


def test_work_that_this_version_does_not_know_says_so(lan):
    job = Job.objects.create(work_name="of_next_year", officer=lan)
    work_off()
    assert now_of(job).state == State.REFUSED
    assert "nâng cấp" in now_of(job).problems[0]
    assert str(job) == "of_next_year"


def test_of_two_workers_one_gets_the_job(lan):
    job = later(read_letters, lan)
    assert claim(job.pk)
    assert claim(job.pk) is None
    assert now_of(job).attempts == 1


def test_a_job_told_twice_is_done_once(lan):
    job = later(read_letters, lan, given=b"thu")
    work_off()
    carry_out.call(job.pk)
    assert now_of(job).attempts == 1


@pytest.fixture
def given_up_for_dead(office, lan):
    """A worker that was silent too long, and the one that took its job over."""
    job = later(visit_communes, lan)
    dead = claim(job.pk)
    given_up(job)
    return dead, claim(job.pk)


def open_a_school(run) -> None:
    with run.finishing() as result:
        a_school()
        result["opened"] = True


def test_a_worker_given_up_for_dead_may_not_commit(given_up_for_dead):
    dead, living = given_up_for_dead
    with pytest.raises(Overtaken):
        open_a_school(dead)
    assert schools() == 0
    open_a_school(living)
    with pytest.raises(Overtaken):
        open_a_school(dead)
    assert schools() == 1


def test_a_worker_given_up_for_dead_is_told_at_its_next_step(given_up_for_dead):
    dead, living = given_up_for_dead
    with pytest.raises(Overtaken):
        dead.progress(1, 2)
    living.progress(1, 2)
    dead.end(State.FAILED)
    dead.beat()
    assert now_of(living.job).state == State.RUNNING


def test_what_was_stopped_after_its_last_step_writes_nothing(office, lan):
    job = later(visit_communes, lan)
    run = claim(job.pk)
    stop(job)
    with pytest.raises(Stopped):
        open_a_school(run)
    assert schools() == 0


def test_taken_for_dead_or_stopped_while_it_wrote_nothing_stays(office, lan):
    for meanwhile, answer in ((given_up, Overtaken), (stop, Stopped)):
        run = claim(later(visit_communes, lan, given=b"thu").pk)
        with pytest.raises(answer), run.finishing():
            a_school()
            meanwhile(run.job)
        assert schools() == 0
        assert GivenFile.objects.filter(job=run.job).exists()


def given_up(job: Job) -> None:
    fall_silent(job)
    take_back_silent()


def test_progress_is_written_at_the_first_step_at_a_new_word_and_at_the_last(lan, monkeypatch):
    monkeypatch.setattr(running, "PAUSE", 3600)
    run = claim(later(visit_communes, lan).pk)
    seen = []
    for step in ((1, 5, "xã"), (2, 5, "xã"), (2, 5, "huyện"), (4, 5, "huyện"), (5, 5, "huyện")):
        run.progress(*step)
        job = now_of(run.job)
        seen.append((job.done, job.total, job.word))
    assert seen == [(1, 5, "xã"), (1, 5, "xã"), (2, 5, "huyện"), (2, 5, "huyện"), (5, 5, "huyện")]


def test_a_beat_is_heard(lan):
    run = claim(later(visit_communes, lan).pk)
    fall_silent(run.job)
    assert Job.objects.silent().exists()
    run.beat()
    assert not Job.objects.silent().exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": State.RUNNING, "token": ""},
        {"state": State.WAITING, "token": "a1"},
        {"state": State.DONE},
        {"state": State.WAITING, "ended_at": now()},
        {"done": 3, "total": 2},
    ],
    ids=["runs in no hand", "waits in a hand", "over at no time", "over and waiting", "more than all"],
)
def test_the_database_refuses_a_job_that_cannot_be(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.create(work_name="x", **wrong)
