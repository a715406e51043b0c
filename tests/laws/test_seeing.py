"""Words of what is issued are everybody's; its dealings are the unit's, its superior's, and of a task the unit's that
was given it. Every admin page, every row of open data and every download is tried with each of them.

The table is written by hand: whoever adds a model has to say on which side it stands.
"""

import re
from dataclasses import dataclass, replace

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from rest_framework.serializers import ModelSerializer

from childlabour.core.clock import now
from childlabour.units.models import Officer, Unit
from plans.content.values import ChargeMark
from plans.delivery.reminding import remind
from plans.followup.steps import ASSIGNMENTS, Move
from plans.issuing.register import note_sending
from plans.issuing.workflow import perform
from plans.law.belonging import belongs, document_of
from plans.law.seeing import Seen, seen_as, sees_dealings, visible
from plans.models import (
    Action,
    Answer,
    AnswerFile,
    Assignment,
    Delivery,
    Document,
    NumberSeries,
    RegisterBook,
    RegisterEntry,
    Relation,
    RelationKind,
    ReminderWay,
    TakeDown,
    TaskReminder,
    Version,
    WorkItem,
)
from plans.web.api import shapes
from tests.cast import Office, a_plan, an_officer, revised
from tests.content import writing
from tests.issuing.papers import a_blank_scan
from tests.issuing.way import an_old_paper, carried_over, issued
from tests.reading.intakes import read_from

pytestmark = pytest.mark.django_db

SEEN_AS = {
    "words": "Document StoredBlock Citation Recipient Relation Target Task Charge ChargedUnit",
    "dealings": "AnnexFile Answer AnswerFile Assignment CertifiedCopy Delivery Event Intake IntakeFile Issue Presence "
    "RegisterEntry Reminder Scan Sending Signature SigningCopy Submission TakeDown TaskReminder Version WorkItem",
}
OF_A_UNIT = (NumberSeries, RegisterBook)  # dealings of an agency, not of one document
OF_A_TASK = {  # and what was delivered to the unit
    *(Assignment, Answer, AnswerFile, TaskReminder, WorkItem),
    Delivery,
}
NO_PAGE = {
    "AnswerFile",
    "ChargedUnit",
    "Intake",
    "IntakeFile",
    "Presence",
    "WorkItem",
}  # stand in another page, or in none


@dataclass(frozen=True)
class World:
    document: Document
    given: Assignment  # to anh Páo's commune
    to_others: Assignment
    people: dict[str, Officer | AnonymousUser]


@pytest.fixture
def world(office: Office) -> World:
    """An issued plan of the district with a row of every kind, and everybody who might look."""
    province = Unit.objects.create(
        name="Ủy ban nhân dân tỉnh Lạng Sơn", place=office.province, function="committee", symbol="UBND"
    )
    office.committee.superior = province
    office.committee.save()
    other_commune = Unit.objects.create(
        name="Ủy ban nhân dân xã Vũ Lăng", place=office.other_district, function="committee", symbol="UBND"
    )
    document = a_plan(office=office, tasks=4)
    heading = writing.clause("1.", "Công an", charge=ChargeMark((office.police.pk,), "Công an"))
    annex = (writing.annex("Phụ lục", "Phân công", "pl"), writing.paragraph("Công an trực.", key="in-pl"))
    revised(document, lambda content: replace(content, blocks=(*content.blocks, heading, *annex)))
    Version.objects.create(
        document=document, number=1, started_at=now(), saved_at=now(), officer_name="Lan", paper={}
    )
    document = issued(office, document, scan=a_blank_scan(), annexes_apart=True)
    said = {
        "copy_form": "SY",
        "authority": "CHÁNH VĂN PHÒNG",
        "copy_signer": "Vi Văn Hùng",
        "recipients": "Các xã",
    }
    perform(Action.COPY, document, office.thu, **said)
    to_whom = {"receivers": "Sở Nội vụ", "copies": 1, "sent_on": now().date(), "by": "hand"}
    note_sending(document.register_entries.get(), office.thu, **to_whom, signed_for="")
    Relation.objects.create(
        later=document, earlier=carried_over(office, an_old_paper(office)), kind=RelationKind.AMENDS
    )
    read_from(document, office.lan)
    remind(document, office.lan)
    for given in Assignment.objects.filter(task__block__document=document):
        TaskReminder.objects.create(assignment=given, day=now().date(), at=now(), way=ReminderWay.BY_DAY)
    TakeDown.objects.create(
        document=document, words="Vàng Thị Mỷ", reason="Có tên trẻ.", asked_by=office.lan, asked_at=now()
    )
    given, to_others = (
        Assignment.objects.get(task__block__document=document, unit=unit)
        for unit in (office.people_of_tan_thanh, office.police)
    )
    for assignment, officer in (
        (given, office.pao),
        (to_others, an_officer("canh-sat", "Lý Văn Công", office.police, is_responder=True)),
    ):
        upload = SimpleUploadedFile("bien-ban.pdf", b"%PDF-1.4\n")
        ASSIGNMENTS.perform(Move.REPORT, assignment, officer, text="Đã họp.", uploads=[upload])
        WorkItem.objects.create(assignment=assignment, words="Họp thôn")
    people = {
        "own": office.lan,
        "keeper": office.son,
        "superior": an_officer("tinh", "Triệu Văn Tỉnh", province, is_drafter=True),
        "given a task": office.pao,
        "foreign district": office.mai,
        "foreign commune": an_officer(
            "xa-la", "Chu Thị Xa", other_commune, is_drafter=True, is_responder=True
        ),
        "nobody": AnonymousUser(),
    }
    Officer.objects.update(is_staff=True)
    for person in people.values():
        if isinstance(person, Officer):
            person.is_staff = True
    return World(document, given, to_others, people)


WHOLLY = {"own", "keeper", "superior"}


def test_every_row_of_a_document_says_whether_it_is_words_or_dealings():
    said = {what.value: set() for what in Seen}
    for model in apps.get_models():
        if belongs(model):
            assert "seen_as" in vars(model), f"{model.__name__}.seen_as"
            said[seen_as(model).value].add(model.__name__)
    assert said == {what: set(names.split()) for what, names in SEEN_AS.items()}


@pytest.mark.parametrize(
    "model", [m for m in apps.get_models() if belongs(m)], ids=lambda model: model.__name__
)
def test_rows_are_seen_by_exactly_these(world, model):
    rows = [row for row in model._base_manager.all() if getattr(row, "document_id", 1)]
    rows = [row for row in rows if document_of(row) == world.document]
    assert rows or model.__name__ == "Presence"
    for who, person in world.people.items():
        seen = set(visible(model._default_manager.all(), person)) & set(rows)
        if seen_as(model) == Seen.WORDS or who in WHOLLY:
            assert seen == set(rows), who
        elif who == "given a task" and model in OF_A_TASK:
            assert seen == {row for row in rows if row in of_the_task(world)}, who
        else:
            assert seen == set(), who


def of_the_task(world: World) -> list:
    answers = world.given.answers.all()
    came = Delivery.objects.filter(document=world.document, unit=world.given.unit)
    files = AnswerFile.objects.filter(answer__in=answers)
    beside = (*world.given.work_items.all(), *world.given.reminders.all())
    return [world.given, *answers, *files, *beside, *came]


def test_of_a_draft_the_superior_sees_nothing(office, world):
    draft = a_plan(office=office)
    Version.objects.create(
        document=draft, number=1, started_at=now(), saved_at=now(), officer_name="Lan", paper={}
    )
    for who, person in world.people.items():
        expected = who in ("own", "keeper")
        assert (draft in Document.objects.visible_to(person)) == expected, who
        assert (draft.versions.get() in visible(Version.objects.all(), person)) == expected, who
        assert sees_dealings(person, draft) == expected, who


# --- The admin --------------------------------------------------------------------------------------------


OF_DOCUMENTS = [model for model in admin.site._registry if belongs(model) or model in OF_A_UNIT]


@pytest.mark.parametrize("model", OF_DOCUMENTS, ids=lambda model: model.__name__)
def test_the_admin_lists_and_opens_what_may_be_seen_and_nothing_else(client, office, world, model):
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    dealings = model in OF_A_UNIT or seen_as(model) == Seen.DEALINGS
    for who in ("foreign district", "foreign commune", "given a task", "superior", "own"):
        client.force_login(world.people[who])
        listed = client.get(reverse(f"{name}_changelist"))
        assert listed.status_code == 200
        shown = set(listed.context["cl"].queryset)
        opened = {row for row in model._base_manager.all() if opens(client, name, row)}
        hidden = dealings and who not in WHOLLY and not (who == "given a task" and model in OF_A_TASK)
        assert bool(shown) == bool(opened) == (not hidden), (who, shown, opened)
        if who == "given a task" and model in OF_A_TASK:
            of_this_one = {row for row in shown | opened if document_of(row) == world.document}
            assert of_this_one <= set(of_the_task(world))


def opens(client, name: str, row) -> bool:
    return client.get(reverse(f"{name}_change", args=[row.pk])).status_code == 200


def test_what_hangs_in_the_page_of_words_is_seen_there_as_dealings_are(client, world):
    """A foreign officer opens the page of an issued task: who has to do it is printed, how far it is goes nobody on."""
    task = world.given.task
    inside = {}
    for who in ("foreign district", "foreign commune", "given a task", "superior", "own"):
        client.force_login(world.people[who])
        for row in (world.document, task.block, task):
            page = client.get(reverse(f"admin:plans_{row._meta.model_name}_change", args=[row.pk]))
            for formset in page.context["inline_admin_formsets"]:
                shown = {form.instance for form in formset.formset.initial_forms}
                if seen_as(formset.opts.model) == Seen.DEALINGS:
                    inside[who] = inside.get(who, set()) | shown
                else:
                    assert shown, (who, formset.opts.model)
    assert inside.pop("own") == inside.pop("superior") == inside.pop("given a task") == {world.given}
    assert inside == {"foreign district": set(), "foreign commune": set()}
    assert "UBND xã Tân Thành" in page.content.decode()


def test_what_stands_in_no_page_of_the_admin_is_known():
    of_documents = {model for model in apps.get_models() if belongs(model)}
    assert {model.__name__ for model in of_documents - set(OF_DOCUMENTS)} == NO_PAGE


def test_who_changed_an_issued_document_is_no_foreign_officer_s_business(client, world):
    where = reverse("admin:plans_document_history", args=[world.document.pk])
    for who in ("foreign district", "foreign commune"):
        client.force_login(world.people[who])
        assert client.get(where).status_code == 302, who
    for who in ("own", "superior"):
        client.force_login(world.people[who])
        assert client.get(where).status_code == 200, who


def test_no_filter_and_no_search_of_the_admin_tells_of_dealings(client, world):
    client.force_login(world.people["foreign district"])
    for model, asked in (
        ("answer", {"q": "hop"}),
        ("answer", {"state__exact": "under_way"}),
        ("assignment", {"state__exact": "under_way"}),
        ("event", {"status_after__exact": "issued"}),
        ("signature", {"means__exact": "hand"}),
        ("registerentry", {"state__exact": "given"}),
    ):
        listed = client.get(reverse(f"admin:plans_{model}_changelist"), asked)
        assert listed.context["cl"].result_count == 0, (model, asked)
    for lookup in ("events__officer_name__startswith", "answers__text__contains", "scan__brought_by_name"):
        listed = client.get(reverse("admin:plans_document_changelist"), {lookup: "L"})
        assert listed.status_code in (302, 400), lookup


# --- Open data --------------------------------------------------------------------------------------------


SHAPES = [
    shape
    for shape in vars(shapes).values()
    if isinstance(shape, type) and issubclass(shape, ModelSerializer) and shape.__module__ == shapes.__name__
]
# Of rows that are dealings, what is printed on the paper.
PRINTED = {Assignment: {"unit", "role", "is_inherited", "due_on", "added_at"}}


def test_open_data_show_of_dealings_only_what_is_printed():
    for shape in SHAPES:
        model = shape.Meta.model
        if seen_as(model) == Seen.DEALINGS:
            assert set(shape.Meta.fields) <= PRINTED[model], shape
    words = {field for shape in SHAPES for field in shape.Meta.fields}
    assert not words & {
        "answers",
        "events",
        "versions",
        "submissions",
        "scan",
        "signatures",
        "state",
        "files",
    }


def test_open_data_tell_no_one_what_was_answered(client, world):
    for person in world.people.values():
        client.logout()
        if isinstance(person, Officer):
            client.force_login(person)
        for name in ("plan-list", "task-list", "target-list", "plan-detail"):
            args = [world.document.pk] if name.endswith("detail") else []
            said = client.get(reverse(f"api:{name}", args=args)).content.decode()
            assert "Đã họp." not in said
            assert "under_way" not in said
            assert not re.search(r"bien-ban|Lý Văn Công|Lê Thị Thu", said)


# --- Pages and downloads ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("issuing:document", "document"),
        ("issuing:copy", "document"),
        ("issuing:scan_file", "document"),
        ("desk:history", "document"),
        ("desk:comparison", "document"),
        ("tasks:given", "document"),
        ("tasks:assignment", "given"),
        ("tasks:file", "file"),
        ("tasks:assignment", "to_others"),
        ("tasks:file", "file_of_others"),
    ],
)
def test_pages_and_downloads_open_to_those_who_see_the_dealings(client, world, name, whose):
    keys = {
        "document": world.document.pk,
        "given": world.given.pk,
        "to_others": world.to_others.pk,
        "file": AnswerFile.objects.get(answer__assignment=world.given).pk,
        "file_of_others": AnswerFile.objects.get(answer__assignment=world.to_others).pk,
    }
    where = reverse(name, args=[keys[whose]])
    for who, person in world.people.items():
        client.logout()
        if isinstance(person, Officer):
            client.force_login(person)
        got = client.get(where)
        got.getvalue()
        if who == "nobody":
            assert got.status_code == 302, who
            continue
        may = who in WHOLLY or (who == "given a task" and whose in ("given", "file"))
        assert got.status_code == (200 if may else 404), who


def test_the_superior_reads_and_does_nothing(client, world):
    client.force_login(world.people["superior"])
    page = client.get(reverse("issuing:document", args=[world.document.pk]))
    assert [choice["step"].name for choice in page.context["choices"]] == []
    answer = client.post(reverse("tasks:assignment", args=[world.given.pk]), {"move": "accept", "text": "x"})
    assert answer.status_code == 422


def test_a_line_of_the_book_is_seen_by_the_superior_once_its_paper_is_published(office, world):
    on_its_way = RegisterEntry.objects.create(
        book=RegisterBook.objects.exclude(year=2022).get(),
        number=2,
        state="reserved",
        reason="Chờ văn bản liên ngành.",
        dated=now().date(),
        given_at=now(),
    )
    published = world.document.register_entries.get()
    for who, person in world.people.items():
        seen = set(RegisterEntry.objects.visible_to(person))
        assert (published in seen) == (who in WHOLLY), who
        assert (on_its_way in seen) == (who in ("own", "keeper")), who


def test_answers_are_counted_for_nobody_else(world):
    for who in ("foreign district", "foreign commune", "nobody"):
        assert not visible(Answer.objects.all(), world.people[who]).exists()
