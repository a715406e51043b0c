"""Workers are killed in the middle of a job, for real; its effect is there once and no more."""

import os
import random
import signal
import subprocess
from contextlib import ExitStack

import pytest

from childlabour.jobs.asking import later
from childlabour.jobs.models import Job, State, Worker, worker_is_alive
from childlabour.jobs.running import STUCK
from childlabour.jobs.watching import GIVEN_UP
from tests.jobs.workers import a_worker, fall_silent, now_of, wait_until
from tests.jobs.works import get_stuck, kill_worker, open_school, schools

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def job(office, tmp_path) -> Job:
    """Opens a school once the file `go` is there, and commits once `commit` is."""
    return later(open_school, office.lan, folder=str(tmp_path))


@pytest.fixture
def begun(tmp_path):
    """Waits until so many workers have begun; gives their numbers."""

    def waiting(how_many: int, word: str = "begun") -> list[int]:
        wait_until(lambda: len(list(tmp_path.glob(f"{word}-*"))) == how_many)
        return [int(file.name.partition("-")[2]) for file in tmp_path.glob(f"{word}-*")]

    return waiting


def done(job: Job) -> bool:
    return now_of(job).state == State.DONE


def test_killed_before_it_wrote_another_worker_does_it_once(job, begun, tmp_path):
    with a_worker() as first, a_worker() as second:
        [at_it] = begun(1)
        os.kill(at_it, signal.SIGKILL)
        (tmp_path / "commit").touch()
        (tmp_path / "go").touch()
        fall_silent(job)
        wait_until(lambda: done(job))
        [other] = {first.pid, second.pid} - {at_it}
    assert (now_of(job).result, now_of(job).attempts) == ({"by": other}, 2)
    assert schools() == 1


def test_killed_between_writing_and_committing_nothing_of_it_stays(job, begun, tmp_path):
    (tmp_path / "go").touch()
    with a_worker(), a_worker():
        [at_it] = begun(1, "written")
        os.kill(at_it, signal.SIGKILL)
        (tmp_path / "commit").touch()
        fall_silent(job)
        wait_until(lambda: done(job))
    assert now_of(job).result != {"by": at_it}
    assert schools() == 1


def test_a_worker_taken_for_dead_may_not_write(job, begun, tmp_path):
    (tmp_path / "commit").touch()
    with a_worker() as first, a_worker() as second:
        [slow] = begun(1)
        wait_until(lambda: fall_silent(job) or now_of(job).attempts == 2)
        begun(2)
        [other] = {first.pid, second.pid} - {slow}
        (tmp_path / f"go-{other}").touch()
        wait_until(lambda: done(job))
        (tmp_path / f"go-{slow}").touch()
        os.kill(other, signal.SIGKILL)
        further = later(open_school, job.officer, folder=str(tmp_path))
        wait_until(lambda: done(further))  # whoever does the next has gone through the last
    assert (now_of(job).result, now_of(further).result) == ({"by": other}, {"by": slow})
    assert schools() == 2


def test_told_to_end_a_worker_ends_after_the_job_in_hand(job, begun, tmp_path):
    with a_worker() as worker:
        begun(1)
        for ending in (signal.SIGINT, signal.SIGTERM):
            worker.send_signal(ending)
        (tmp_path / "commit").touch()
        (tmp_path / "go").touch()
        assert worker.wait(timeout=60) == 0
    assert done(job)
    assert not Worker.objects.exists()


def test_told_to_end_an_idle_worker_ends_at_once_and_is_missed():
    with a_worker() as worker:
        wait_until(worker_is_alive)
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=60) == 0
    assert not worker_is_alive()


def test_in_a_batch_a_worker_ends_when_nothing_waits(job, tmp_path):
    for sign in ("go", "commit"):
        (tmp_path / sign).touch()
    with a_worker("-m", "tests.jobs.worker", "--batch") as worker:
        assert worker.wait(timeout=60) == 0
    assert done(job)


def test_a_worker_that_is_stuck_ends_itself(office):
    job = later(get_stuck, office.lan)
    with a_worker() as worker:
        assert worker.wait(timeout=60) == STUCK
    assert now_of(job).state == State.RUNNING


@pytest.mark.sweep
def test_a_job_that_kills_every_worker_ends_with_a_sentence(office):
    job = later(kill_worker, office.lan)
    for attempt in (1, 2, 3):
        with a_worker() as worker:
            assert worker.wait(timeout=120) == -signal.SIGKILL
        assert now_of(job).attempts == attempt
        fall_silent(job)
    with a_worker():
        wait_until(lambda: now_of(job).state == State.FAILED)
    assert now_of(job).problems == [GIVEN_UP.format(attempts=3, number=job.pk)]


@pytest.mark.sweep
@pytest.mark.timeout(900)
def test_of_fifty_jobs_under_a_hail_of_kills_each_has_its_effect_once(office, tmp_path):
    chance = random.Random(182)
    for sign in ("go", "commit"):
        (tmp_path / sign).touch()
    jobs = [later(open_school, office.lan, folder=str(tmp_path)) for _ in range(50)]
    with ExitStack() as workers:
        at_work: list[subprocess.Popen] = []
        for _ in range(10):
            at_work += [workers.enter_context(a_worker()) for _ in range(2 - len(at_work))]
            enough = _how_many_are_done() + chance.randrange(3)
            wait_until(
                lambda enough=enough: _how_many_are_done() > enough or not _are_left(jobs),
                seconds=300,  # a job taken by who died before saying so is looked for after a minute (LOST)
            )
            victim = at_work.pop(chance.randrange(2))
            victim.kill()
            victim.wait()
            for job in Job.objects.running():
                fall_silent(job)  # of the living, too: each may be taken for dead
        workers.enter_context(a_worker())
        wait_until(lambda: _all_over(jobs), seconds=300)
    assert schools() == Job.objects.done().count()
    assert not Job.objects.exclude(state__in=(State.DONE, State.FAILED)).exists()


def _are_left(jobs: list[Job]) -> bool:
    """Quick workers may be through with all of them before the last kill."""
    return Job.objects.filter(pk__in=[job.pk for job in jobs], ended_at=None).exists()


def _how_many_are_done() -> int:
    return Job.objects.done().count()


def _all_over(jobs: list[Job]) -> bool:
    for job in Job.objects.running():
        fall_silent(job)
    return not _are_left(jobs)
