"""Two clerks at one book at the same instant: the second sees it only when the first has closed it."""

import time
from collections.abc import Callable
from threading import Event, Thread

import pytest
from django.db import connection, transaction

from childlabour.core.clock import today
from plans.issuing import register
from plans.models import Document, NumberSeries, RegisterBook
from tests.cast import Office, a_plan

pytestmark = pytest.mark.django_db(transaction=True)

BOOK = RegisterBook._meta.db_table
A_WHILE = 1  # seconds; whoever need not wait for the book has read it long before
TOO_LONG = 60


class Clerk(Thread):
    """Does something at a line of his own to the database; `has_read` is set once he has seen the book."""

    def __init__(self, act: Callable[[], object]):
        super().__init__()
        self._act = act
        self.has_read = Event()
        self.answer: object = None

    def run(self) -> None:
        try:
            with connection.execute_wrapper(self._watch):
                self.answer = self._act()
        except Exception as fault:  # told to the test, which has to see it
            self.answer = fault
        finally:
            connection.close()

    def _watch(self, execute, sql, params, many, context):
        done = execute(sql, params, many, context)
        if sql.startswith("SELECT") and BOOK in sql:
            self.has_read.set()
        return done


def give(office: Office, document: Document) -> int:
    return register.give(document, office.thu, today()).number


def keep_one(office: Office, series: NumberSeries, document: Document) -> None:
    register.reserve(series, office.thu, today(), "Chờ văn bản liên ngành.")


def give_one(office: Office, series: NumberSeries, document: Document) -> None:
    give(office, document)


def enter_an_old_one(office: Office, series: NumberSeries, document: Document) -> None:
    register.open_after(series, today().year, 7, office.thu)
    register.enter_old(document, office.thu, 7, today())


def go_on_after_the_paper_book(office: Office, series: NumberSeries, document: Document) -> None:
    register.open_after(series, today().year, 30, office.thu)


@pytest.mark.parametrize(
    ("first", "next_number"),
    [(give_one, 2), (keep_one, 2), (enter_an_old_one, 8), (go_on_after_the_paper_book, 31)],
)
def test_the_second_clerk_waits_for_the_book_and_goes_on_from_there(office, first, next_number):
    series, documents = register.common_series(office.committee), [a_plan(office=office) for _ in range(2)]
    RegisterBook.objects.create(series=series, year=today().year)
    second = Clerk(lambda: give(office, documents[1]))
    with transaction.atomic():
        first(office, series, documents[0])
        second.start()
        waited = not second.has_read.wait(A_WHILE)
    second.join(TOO_LONG)
    assert waited, "the second clerk read a book that the first one was writing in"
    assert second.answer == next_number


def test_of_clerks_who_open_the_book_of_a_year_one_opens_it_and_each_gets_a_number(office):
    series = register.common_series(office.committee)

    def keep_and_print() -> int:
        with transaction.atomic():
            (kept,) = register.reserve(series, office.thu, today(), "Chờ văn bản liên ngành.")
            time.sleep(A_WHILE)  # the book is held until the paper is set
        return kept.number

    others = [Clerk(keep_and_print) for _ in range(2)]
    with transaction.atomic():
        register.reserve(series, office.thu, today(), "Chờ văn bản liên ngành.")
        for clerk in others:
            clerk.start()
            clerk.has_read.wait(A_WHILE)
    for clerk in others:
        clerk.join(TOO_LONG)
    assert {clerk.answer for clerk in others} == {2, 3}
    assert RegisterBook.objects.count() == 1


def test_a_clerk_whose_power_fails_leaves_the_number_to_the_next_one(office):
    series, documents = register.common_series(office.committee), [a_plan(office=office) for _ in range(2)]
    RegisterBook.objects.create(series=series, year=today().year)
    second = Clerk(lambda: give(office, documents[1]))
    with transaction.atomic():
        give(office, documents[0])
        second.start()
        second.has_read.wait(A_WHILE)
        transaction.set_rollback(True)
    second.join(TOO_LONG)
    assert second.answer == 1
