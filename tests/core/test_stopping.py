"""To be told to stop is heard once, and whoever puts things in order is left in peace."""

import os
import signal
from threading import Thread

import pytest

from childlabour.core.stopping import TOLD_TO_STOP, orderly_stop, undisturbed


def tell(number: signal.Signals) -> None:
    os.kill(os.getpid(), number)


@pytest.mark.parametrize("number", TOLD_TO_STOP)
def test_the_first_ends_the_work_and_the_next_do_not_disturb_the_tidying(number):
    tidied = False
    with pytest.raises(SystemExit) as stop, orderly_stop():
        try:
            tell(number)
        finally:
            tell(signal.SIGTERM)
            tell(signal.SIGINT)
            tidied = True
    assert tidied
    assert stop.value.code == 128 + number


def test_nobody_is_disturbed_where_nobody_may_be():
    with undisturbed():
        tell(signal.SIGTERM)
        tell(signal.SIGINT)


def test_afterwards_signals_are_heard_as_before():
    usual = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    with undisturbed(), orderly_stop():
        pass
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == usual


def test_in_a_thread_that_hears_no_signals_the_work_is_done_all_the_same():
    done = []

    def work():
        with undisturbed(), orderly_stop():
            done.append(True)

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
