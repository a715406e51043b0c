"""The keeper finds every model in the admin."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.urls import reverse
from django.utils import timezone

from plans.models import (
    Answer,
    Assignment,
    Capacity,
    Channel,
    Delivery,
    Means,
    Presence,
    Relation,
    RelationKind,
    Reminder,
    ReminderWay,
    Signature,
    Submission,
    TaskReminder,
)
from tests.cast import an_issued_plan

pytestmark = pytest.mark.django_db

OURS = ("units", "jobs", "accounts", "targets", "measuring", "plans")
# Presence is forgotten after a minute, a seed is the loader's memory, a given file is nobody's but the sender's, a
# made one and a kept form too; what is read in has pages of its own on the desk; log-ins are shown to whom they belong;
# a chore says when; the rest are rows of another row's page.
INSIDE = {
    "Appointment",
    "ActRelation",
    "Seed",
    "PlaceSuccession",
    "UnitSuccession",
    "ChargedUnit",
    "Citation",
    "Recipient",
    "Assignment",
    "AnswerFile",
    "WorkItem",
    "Presence",
    "GivenFile",
    "MadePiece",
    "Intake",
    "IntakeFile",
    "KeptForm",
    "SentForm",
    "LogIn",
    "FailedLogIn",
    "Chore",
    "FigurePart",
}


def test_every_model_has_a_page_of_its_own_or_stands_in_one():
    missing = {
        model.__name__
        for label in OURS
        for model in apps.get_app_config(label).get_models()
        if model not in admin.site._registry and not model.__name__.startswith("Historical")
    }
    assert missing <= INSIDE
    assert Presence not in admin.site._registry


@pytest.fixture
def traces(office):
    """One row of each record that a document leaves behind."""
    earlier = an_issued_plan(office.committee, frozen=False)
    later = an_issued_plan(office.committee, frozen=False)
    now = timezone.now()
    assignment = Assignment.objects.filter(task__block__document=later).first()
    return [
        Submission.objects.create(document=later, at=now, officer_name="Hoàng Thị Lan", paper={}),
        Signature.objects.create(
            document=later, capacity=Capacity.PERSON, means=Means.HAND, signer="Vi Văn Hùng", recorded_at=now
        ),
        Relation.objects.create(later=later, earlier=earlier, kind=RelationKind.values[0]),
        Answer.objects.create(assignment=assignment, at=now, officer_name="Giàng A Páo", state="received"),
        Delivery.objects.create(document=later, unit=office.people_of_tan_thanh, channel=Channel.DESK),
        Reminder.objects.create(document=later, day=now.date(), at=now, officer_name="Lan", units=1),
        TaskReminder.objects.create(
            assignment=assignment, day=now.date(), at=now, way=ReminderWay.BY_HAND, officer_name="Lan"
        ),
    ]


def test_records_are_read_by_the_keeper_and_changed_by_nobody(client, office, traces):
    client.force_login(office.son)
    for row in traces:
        name = f"admin:plans_{type(row)._meta.model_name}"
        assert client.get(reverse(f"{name}_changelist")).status_code == 200
        page = client.get(reverse(f"{name}_change", args=[row.pk]))
        assert page.status_code == 200
        assert 'name="_save"' not in page.content.decode()
        assert client.post(reverse(f"{name}_change", args=[row.pk]), {}).status_code == 403
