"""`verify_issued`: what is stored is still what was issued; whatever is not is named."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from plans.issuing import triggers
from plans.models import Issue, RegisterEntry
from tests.cast import an_issued_plan
from tests.issuing.way import issued

pytestmark = pytest.mark.django_db


def verified() -> tuple[int, str]:
    out = StringIO()
    try:
        call_command("verify_issued", stdout=out)
    except CommandError as no:
        return no.returncode, str(no)
    return 0, out.getvalue()


@pytest.fixture
def unlocked():
    """Somebody with the keys of the database, who takes the locks off to change what was issued."""
    triggers.lift(connection)
    yield
    triggers.lay(connection)


def with_locks_back(change) -> tuple[int, str]:
    change()
    triggers.lay(connection)
    return verified()


def test_all_is_well(office):
    an_issued_plan(office=office)
    assert verified() == (0, "1 văn bản nguyên vẹn.\n")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda i: Issue.objects.filter(pk=i.pk).update(pdf=bytes(i.pdf) + b" "), "khác mã kiểm tra"),
        (lambda i: Issue.objects.filter(pk=i.pk).update(sha256="0" * 64), "khác mã kiểm tra"),
        (
            lambda i: Issue.objects.filter(pk=i.pk).update(snapshot=i.snapshot | {"title": "Khác"}),
            "kèm trong tệp PDF khác bản lưu",
        ),
        (lambda i: Issue.objects.filter(pk=i.pk).update(number="99"), "khác số, ngày đã đăng ký"),
        (lambda i: Issue.objects.filter(pk=i.pk).delete(), "không có bản lưu"),
    ],
)
def test_what_was_changed_with_the_locks_off_is_named(office, unlocked, change, said):
    issue = an_issued_plan(office=office).issue
    code, words = with_locks_back(lambda: change(issue))
    assert code == 1
    assert said in words


def test_a_number_torn_out_of_the_book_is_named(office, unlocked):
    issued(office)
    issued(office)
    code, words = with_locks_back(lambda: RegisterEntry.objects.filter(number=1).delete())
    assert code == 1
    assert "không có số 01 và không có lý do" in words


def test_a_lock_taken_off_is_named(office, unlocked):
    code, words = verified()
    assert code == 1
    assert "thiếu khóa plans_frozen_plans_issue_update" in words


def test_a_scan_that_is_not_what_was_brought_is_named(office):
    issued(office)
    code, words = verified()
    assert code == 1
    assert "bản quét khác mã kiểm tra" in words
