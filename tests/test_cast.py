"""The office itself: its people see what they should, and asking for it twice changes nothing."""

import pytest
from django.db import IntegrityError, transaction

from childlabour.units.models import Officer, Unit
from plans.law.rights import may_edit
from plans.models import Assignment, Document, Status
from targets.models import Target

from .cast import a_plan, an_issued_plan, an_office, many_issued_plans, with_password


def test_the_office_is_the_same_when_asked_for_twice(office):
    people, units = Officer.objects.count(), Unit.objects.count()
    assert an_office() == office
    assert (Officer.objects.count(), Unit.objects.count()) == (people, units)


def test_each_of_the_cast_may_do_its_own_work_and_nobody_elses(office):
    document = a_plan()
    assert [str(o) for o in office.officers if may_edit(o, document)] == ["Hoàng Thị Lan", "Trần Văn Sơn"]
    assert not Document.objects.visible_to(office.mai).exists()
    assert not Document.objects.visible_to(office.pao).exists()


@pytest.mark.django_db
def test_a_plan_has_the_targets_and_tasks_that_were_asked_for():
    document = a_plan(targets=3, tasks=5)
    assert Target.objects.filter(block__document=document).count() == 3
    assert Assignment.objects.filter(task__block__document=document).count() == 5


@pytest.mark.django_db
def test_issued_plans_carry_numbers_in_turn():
    documents = many_issued_plans(3)
    assert [document.written_number for document in documents] == ["01", "02", "03"]
    assert {document.status for document in documents} == {Status.ISSUED}


@pytest.mark.django_db
def test_an_issued_plan_is_on_paper_and_cannot_be_changed(office):
    document = an_issued_plan()
    assert bytes(document.issue.pdf).startswith(b"%PDF-")
    with pytest.raises(IntegrityError, match="đã ban hành"), transaction.atomic():
        document.blocks.first().delete()


@pytest.mark.django_db
def test_a_password_is_there_when_a_test_asks_for_it(office):
    assert not office.lan.check_password("Vi-tre-em-Viet-Nam-2023")
    assert with_password(office.lan).check_password("Vi-tre-em-Viet-Nam-2023")
