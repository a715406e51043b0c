"""Each rule that the database keeps, broken once: it refuses by itself, whoever writes and however.

`BREACHES` has one entry for every constraint and every unique column, by its name; a row of it breaks that rule
and no other one of its model.
"""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction

from childlabour.accounts.models import LogIn
from childlabour.core.clock import now
from childlabour.jobs.models import Chore, Job, MadePiece, State, Worker
from childlabour.units.models import (
    Appointment,
    Delegation,
    KeptForm,
    Officer,
    Place,
    PlaceSuccession,
    Post,
    Room,
    SentForm,
    SigningCapacity,
    Unit,
    UnitSuccession,
)
from plans.issuing import triggers
from plans.models import (
    AnnexFile,
    Assignment,
    Assurance,
    Breach,
    CertifiedCopy,
    Channel,
    Charge,
    ChargedUnit,
    CopyForm,
    Delivery,
    Document,
    EntryState,
    Intake,
    IntakeState,
    Issue,
    NumberSeries,
    Presence,
    RegisterBook,
    RegisterEntry,
    Relation,
    RelationKind,
    Reminder,
    ReminderWay,
    Scan,
    Sending,
    Signature,
    SigningCopy,
    Status,
    StoredBlock,
    TakeDown,
    Task,
    TaskReminder,
    Version,
)
from targets.measuring.models import Figure, FigurePart, Filing, ReportPeriod
from targets.models import CalendarDay, Programme, Regime, Seed, Target
from tests.cast import Office, a_plan, an_issued_plan
from tests.measuring.answers import a_period, a_regime
from tests.targets.test_catalogue_constraints import REFUSED

pytestmark = pytest.mark.django_db

OURS = ("units", "jobs", "accounts", "targets", "measuring", "plans")
BACKWARDS = {"valid_from": date(2025, 7, 1), "valid_to": date(2025, 6, 30)}
ON_PAPER = {"pdf": b"%PDF", "sha256": "0" * 64}

# What the catalogue refuses is tried where it is at home.
OF_THE_CATALOGUE = {name for name, _ in REFUSED}

BREACHES: dict[str, Callable[[Office], models.Model]] = {}


def breach(name: str):
    def enter(make: Callable[[Office], models.Model]):
        BREACHES[name] = make
        return make

    return enter


# ── Places, offices, people ─────────────────────────────────────────────────────────────────────────


@breach("units_place_valid_in_order")
def a_place_that_ended_before_it_began(office):
    return Place(level="commune", name="xã Mới", **BACKWARDS)


@breach("units_place_code_once_a_time")
def a_second_place_under_one_code_since_ever(office):
    return Place(level="commune", name="xã Mới", code=office.commune.code)


@breach("units_placesuccession_once")
def a_place_handed_on_twice_to_the_same_one(office):
    PlaceSuccession.objects.create(old=office.commune, new=office.district, kind="merged")
    return PlaceSuccession(old=office.commune, new=office.district, kind="split")


@breach("units_placesuccession_share_is_percentage")
def more_of_a_place_than_there_was(office):
    return PlaceSuccession(old=office.commune, new=office.district, kind="split", share=Decimal("100.5"))


@breach("units_unit_valid_in_order")
def an_office_that_ended_before_it_began(office):
    return Unit(name="Ban mới", place=office.commune, **BACKWARDS)


@breach("units_unit_name_once_a_time")
def a_second_office_of_one_name_at_one_place(office):
    return Unit(name=office.police.name, place=office.police.place)


@breach("units_unitsuccession_once")
def an_office_handed_on_twice_to_the_same_one(office):
    UnitSuccession.objects.create(old=office.labour, new=office.police, kind="merged")
    return UnitSuccession(old=office.labour, new=office.police, kind="moved")


@breach("units_unitsuccession_share_is_percentage")
def nothing_of_an_office_handed_on(office):
    return UnitSuccession(old=office.labour, new=office.police, kind="moved", share=Decimal(0))


@breach("units_signingcapacity_valid_in_order")
def a_right_to_sign_that_ended_before_it_began(office):
    return SigningCapacity(unit=office.committee, lines="CHỦ TỊCH", signer="Vi Văn Hùng", **BACKWARDS)


@breach("units_room_valid_in_order")
def a_room_that_ended_before_it_began(office):
    return Room(unit=office.committee, name="Phòng mới", **BACKWARDS)


@breach("units_room_name_once_a_time")
def two_rooms_of_one_name_in_one_office(office):
    Room.objects.create(unit=office.committee, name="Văn phòng")
    return Room(unit=office.committee, name="Văn phòng")


@breach("units_post_valid_in_order")
def a_post_that_ended_before_it_began(office):
    return Post(unit=office.committee, name="Phó Chủ tịch mới", **BACKWARDS)


@breach("units_post_name_once_a_time")
def two_posts_of_one_name_outside_any_room(office):
    Post.objects.create(unit=office.committee, name="Chánh Văn phòng")
    return Post(unit=office.committee, name="Chánh Văn phòng")


@breach("units_appointment_valid_in_order")
def an_appointment_that_ended_before_it_began(office):
    return Appointment(officer=office.lan, unit=office.police, **BACKWARDS)


@breach("units_appointment_once_a_time")
def one_person_appointed_twice_to_one_place(office):
    Appointment.objects.create(officer=office.lan, unit=office.police)
    return Appointment(officer=office.lan, unit=office.police, is_clerk=True)


def leave_of_hung(office: Office, **facts) -> Delegation:
    usual = {"leader": office.hung, "stand_in": office.thu, "unit": office.committee, "made_at": now()}
    days = {"first_day": date(2023, 6, 1), "last_day": date(2023, 6, 3)}
    return Delegation(**usual | days | facts)


@breach("units_delegation_days_in_order")
def a_leave_that_ended_before_it_began(office):
    return leave_of_hung(office, last_day=date(2023, 5, 31))


@breach("units_delegation_to_another")
def a_leader_who_stands_in_for_himself(office):
    return leave_of_hung(office, stand_in=office.hung)


@breach("units_delegation_once_a_day")
def two_who_stand_in_from_the_same_day(office):
    leave_of_hung(office).save()
    return leave_of_hung(office, stand_in=office.lan)


@breach("units_officer.username")
def two_people_with_one_name_to_log_in_by(office):
    return Officer(username=office.lan.username, full_name="Lan khác", password="!")


# ── Programmes and targets ──────────────────────────────────────────────────────────────────────────


@breach("targets_programme.code")
def two_programmes_under_one_code(office):
    return Programme(code=office.programme.code, name="Khác", period_from=2021, period_to=2025)


@breach("targets_calendarday.day")
def a_day_off_that_is_worked(office):
    CalendarDay.objects.create(day=date(2026, 9, 2), name="Quốc khánh")
    return CalendarDay(day=date(2026, 9, 2), kind="worked", name="Làm bù")


@breach("targets_seed.key")
def one_piece_of_the_catalogue_laid_twice(office):
    Seed.objects.create(key="programme(782)", row=1, values={})
    return Seed(key="programme(782)", row=2, values={})


def a_target_of(office: Office, **parts) -> Target:
    block = a_plan(office=office, targets=0).blocks.last()
    return Target(block=block, mark="moi", sentence="Trên 50% trẻ em", **parts)


@breach("targets_target_mark_once_a_block")
def one_mark_of_two_targets_on_the_same_words(office):
    there = Target.objects.filter(block__document=a_plan(office=office)).first()
    return Target(block=there.block, mark=there.mark, sentence="Trên 50% trẻ em")


@breach("targets_target_percentage_in_range")
def more_than_all_children(office):
    return a_target_of(office, value=101, unit="%", comparator=">")


@breach("targets_target_value_goes_with_comparator")
def a_value_that_nothing_is_compared_with(office):
    return a_target_of(office, value=50, unit="%", comparator="")


@breach("targets_target_ages_in_order")
def from_seventeen_down_to_five_years(office):
    return a_target_of(office, age_from=17, age_to=5)


# ── Documents ───────────────────────────────────────────────────────────────────────────────────────


def a_document_of(office: Office, **facts) -> Document:
    usual = {"period_from": 2023, "period_to": 2023, "title": "Mới"}
    return Document(unit=office.committee, **usual | facts)


NUMBERED = {"number": 5, "number_year": 2023, "issued_on": date(2023, 6, 1), "status": Status.NUMBERED}


@breach("plans_document_period_in_order")
def a_document_that_ends_before_it_begins(office):
    return a_document_of(office, period_from=2024)


@breach("plans_document_years_plausible")
def a_document_with_an_outlook_beyond_all_years(office):
    return a_document_of(office, orientation_year=20300)


@breach("plans_document_number_once_a_year")
def a_number_given_to_two_documents_of_one_year(office):
    taken = an_issued_plan(office.committee, office=office, frozen=False, number=5)
    return a_document_of(office, **NUMBERED | {"number_year": taken.number_year})


@breach("plans_document_number_has_year_and_date")
def a_number_without_its_date(office):
    return a_document_of(office, **NUMBERED | {"issued_on": None})


@breach("plans_document_number_only_after_approval")
def a_draft_that_bears_a_number(office):
    return a_document_of(office, **NUMBERED | {"status": Status.DRAFT})


@breach("plans_document_old_paper_goes_its_own_way")
def a_paper_of_old_times_that_is_approved(office):
    return a_document_of(office, status=Status.APPROVED, origin="carried_over")


@breach("plans_document_issued_has_number")
def an_issued_document_without_a_number(office):
    return a_document_of(office, status=Status.ISSUED)


@breach("plans_document.verification_code")
def one_code_on_two_papers(office):
    Document.objects.filter(pk=a_plan(office=office).pk).update(verification_code="7K3M-Q2ZD-9XVA-04RN")
    return a_document_of(office, verification_code="7K3M-Q2ZD-9XVA-04RN")


@breach("plans_relation_once")
def a_document_that_replaces_another_one_twice(office):
    later, earlier = a_plan(office=office), a_plan(office=office)
    Relation.objects.create(later=later, earlier=earlier, kind=RelationKind.REPLACES)
    return Relation(later=later, earlier=earlier, kind=RelationKind.REPLACES)


@breach("plans_relation_of_two_papers")
def a_document_that_replaces_itself(office):
    document = a_plan(office=office)
    return Relation(later=document, earlier=document, kind=RelationKind.REPLACES)


@breach("plans_version_number_once")
def two_versions_under_one_number(office):
    facts = {
        "document": a_plan(office=office),
        "number": 1,
        "started_at": now(),
        "saved_at": now(),
        "paper": {},
    }
    Version.objects.create(officer_name="Lan", **facts)
    return Version(officer_name="Hùng", **facts)


@breach("plans_version_as_it_stands_once")
def two_versions_of_a_draft_as_it_stands(office):
    facts = {"document": a_plan(office=office), "started_at": now(), "saved_at": now()}
    Version.objects.create(officer_name="Lan", number=1, **facts)
    return Version(officer_name="Hùng", number=2, **facts)


@breach("plans_presence_once")
def one_person_at_two_spots_of_one_draft(office):
    facts = {"document": a_plan(office=office), "officer": office.lan, "seen_at": now()}
    Presence.objects.create(spot="title", **facts)
    return Presence(spot="closing", **facts)


# ── Work ────────────────────────────────────────────────────────────────────────────────────────────


@breach("plans_block_key_once_a_document")
def two_blocks_of_one_key(office):
    there = a_plan(office=office).blocks.first()
    return StoredBlock(document=there.document, key=there.key, place=99, type="paragraph", level=3)


@breach("plans_block_level_in_range")
def a_block_below_the_lowest_level(office):
    return StoredBlock(document=a_plan(office=office), key="moi", place=99, type="paragraph", level=7)


@breach("plans_task.block")
def two_tasks_on_the_same_words(office):
    there = Task.objects.filter(block__document=a_plan(office=office)).first()
    return Task(block=there.block, name="Rà soát")


@breach("plans_charge.block")
def a_heading_that_names_units_twice(office):
    return Charge(block=a_charge(office).block, units_said="Công an")


@breach("plans_charge_unit_once")
def a_heading_that_names_one_unit_twice(office):
    charge = a_charge(office)
    charge.units.add(office.police)
    return ChargedUnit(charge=charge, unit=office.police)


def a_charge(office: Office) -> Charge:
    return Charge.objects.create(block=a_plan(office=office).blocks.last(), units_said="Công an")


@breach("plans_assignment_once")
def a_task_given_twice_to_one_office(office):
    given = Assignment.objects.filter(task__block__document=a_plan(office=office)).first()
    return Assignment(task=given.task, unit=given.unit, role="partner")


@breach("plans_assignment_made_has_its_moment")
def work_passed_on_without_saying_when(office):
    given = Assignment.objects.filter(task__block__document=a_plan(office=office)).first()
    return Assignment(task=given.task, unit=office.front, made_from=given)


@breach("plans_assignment_turn_does_not_recur")
def one_turn_that_comes_round_again(office):
    given = Assignment.objects.filter(task__block__document=a_plan(office=office)).first()
    return Assignment(task=given.task, unit=given.unit, turn="202406", given_at=now(), recurs="monthly")


# ── Personal data ───────────────────────────────────────────────────────────────────────────────────


def a_take_down_of(office: Office, **facts) -> TakeDown:
    usual = {
        "document": a_plan(office=office),
        "reason": "Lộ tên.",
        "asked_by": office.lan,
        "asked_at": now(),
    }
    return TakeDown(asked_by_name="Lan", **usual | facts)


@breach("plans_assurance.digest")
def one_passage_assured_twice(office):
    Assurance.objects.create(digest="0" * 64, at=now(), officer_name="Lan", where="trích yếu")
    return Assurance(digest="0" * 64, at=now(), officer_name="Hùng", where="câu kết")


@breach("plans_takedown_by_two_people")
def a_take_down_confirmed_by_who_asked(office):
    return a_take_down_of(office, state="done", settled_by=office.lan)


@breach("plans_takedown_keeps_no_words")
def words_kept_after_they_were_taken_out(office):
    return a_take_down_of(office, state="done", words="cháu Vàng A Súa")


@breach("plans_breach_told_after_found")
def a_leak_told_before_it_was_found(office):
    return Breach(found_at=now(), told_at=now() - timedelta(hours=1), what="Mất.", whom="1", written_at=now())


# ── The register ────────────────────────────────────────────────────────────────────────────────────


def a_book_of(office: Office) -> RegisterBook:
    series = NumberSeries.objects.create(unit=office.committee)
    return RegisterBook.objects.create(series=series, year=2023)


def a_line_of(office: Office, **facts) -> RegisterEntry:
    usual = {"number": 1, "dated": date(2023, 6, 1), "given_by_name": "Lê Thị Thu", "given_at": now()}
    if "document" not in facts:
        facts["document"] = a_plan(office=office)
    return RegisterEntry(**usual | facts)


@breach("plans_numberseries_once")
def two_series_of_one_name(office):
    NumberSeries.objects.create(unit=office.committee)
    return NumberSeries(unit=office.committee)


@breach("plans_registerbook_once")
def two_books_of_one_year(office):
    return RegisterBook(series=a_book_of(office).series, year=2023)


@breach("plans_registerentry_number_once")
def one_number_on_two_lines_of_a_book(office):
    book = a_book_of(office)
    a_line_of(office, book=book).save()
    return a_line_of(office, book=book)


def a_sending_of(office: Office, **facts) -> Sending:
    if "entry" not in facts:
        facts["entry"] = a_line_of(office, book=a_book_of(office))
        facts["entry"].save()
    usual = {"receiver": "Sở Nội vụ", "sent_on": date(2023, 6, 1), "noted_by_name": "Thu", "noted_at": now()}
    return Sending(**usual | facts)


@breach("plans_sending_some_copies")
def nothing_sent_to_somebody(office):
    return a_sending_of(office, copies=0)


@breach("plans_sending_once")
def one_sending_noted_twice(office):
    sending = a_sending_of(office)
    sending.save()
    return a_sending_of(office, entry=sending.entry)


@breach("plans_registerentry_one_number_a_plan")
def two_numbers_for_one_document(office):
    book, document = a_book_of(office), a_plan(office=office)
    a_line_of(office, book=book, document=document).save()
    return a_line_of(office, book=book, document=document, number=2)


@breach("plans_registerentry_number_is_positive")
def number_nought(office):
    return a_line_of(office, book=a_book_of(office), number=0)


@breach("plans_registerentry_given_to_a_plan")
def a_number_given_to_nothing(office):
    return a_line_of(office, book=a_book_of(office), document=None)


@breach("plans_registerentry_says_why")
def a_number_kept_without_a_reason(office):
    return a_line_of(office, book=a_book_of(office), document=None, state=EntryState.RESERVED)


# ── Signatures and what is kept ─────────────────────────────────────────────────────────────────────


@breach("plans_signature_once")
def two_seals_on_one_paper(office):
    facts = {"document": a_plan(office=office), "capacity": "agency", "means": "hand", "recorded_at": now()}
    Signature.objects.create(signer="UBND", recorded_by_name="Thu", **facts)
    return Signature(signer="UBND", recorded_by_name="Thu", **facts)


@breach("plans_issue.document")
def a_document_issued_twice(office):
    document = an_issued_plan(office=office)
    triggers.lift(connection)  # on SQLite the one against writing over it would speak first
    return Issue(document=document, snapshot={}, issued_at=now(), **ON_PAPER)


@breach("plans_signingcopy.document")
def two_copies_to_be_signed(office):
    facts = {"document": a_plan(office=office), "snapshot": {}, "made_at": now(), **ON_PAPER}
    SigningCopy.objects.create(**facts)
    return SigningCopy(**facts)


@breach("plans_annexfile_once_a_place")
def two_files_of_one_annex(office):
    copy = SigningCopy.objects.create(document=a_plan(office=office), snapshot={}, made_at=now(), **ON_PAPER)
    AnnexFile.objects.create(copy=copy, place=1, label="Phụ lục", **ON_PAPER)
    return AnnexFile(copy=copy, place=1, label="Phụ lục", **ON_PAPER)


@breach("plans_scan.document")
def two_scans_of_one_paper(office):
    facts = {
        "document": a_plan(office=office),
        "pages": 1,
        "resolution": 300,
        "brought_at": now(),
        **ON_PAPER,
    }
    Scan.objects.create(brought_by_name="Thu", **facts)
    return Scan(brought_by_name="Thu", **facts)


# ── Work done later ─────────────────────────────────────────────────────────────────────────────────


@breach("jobs_running_is_in_one_hand")
def a_job_that_runs_in_nobodys_hand(office):
    return Job(work_name="read", state=State.RUNNING)


@breach("jobs_ended_has_its_time")
def a_job_that_is_done_at_no_time(office):
    return Job(work_name="read", state=State.DONE)


@breach("jobs_done_within_total")
def a_job_that_has_done_more_than_there_is(office):
    return Job(work_name="read", done=2, total=1)


@breach("jobs_worker.name")
def two_workers_of_one_name(office):
    Worker.objects.create(name="tho-1", beaten_at=now())
    return Worker(name="tho-1", beaten_at=now())


@breach("jobs_chore.name")
def two_chores_of_one_name(office):
    Chore.objects.create(name="don-dep", done_at=now())
    return Chore(name="don-dep", done_at=now())


@breach("jobs_piece_once")
def a_piece_of_a_made_file_twice(office):
    job = Job.objects.create(work_name="tai-tat-ca", officer=office.lan)
    MadePiece.objects.create(job=job, token="mot-luot", place=0, data=b"PK")
    return MadePiece(job=job, token="mot-luot", place=0, data=b"PK")


# ── Files on their way in ───────────────────────────────────────────────────────────────────────────


def an_intake(office, **facts) -> Intake:
    """A file that chị Lan sent, read and not yet saved."""
    usual = {
        "unit": office.committee,
        "officer": office.lan,
        "officer_name": str(office.lan),
        "name": "ke-hoach.docx",
        "state": IntakeState.READ,
        "reading": {},
        "kept_until": date(2030, 1, 1),
    }
    return Intake(**usual | facts)


@breach("plans_intake_laid_is_a_document")
def a_file_that_was_laid_and_is_no_document(office):
    return an_intake(office, state=IntakeState.LAID)


@breach("plans_intake_read_has_its_reading")
def a_file_that_was_read_and_says_nothing(office):
    return an_intake(office, reading=None)


@breach("plans_intake.document")
def two_files_of_one_document(office):
    document = a_plan(office=office)
    an_intake(office, state=IntakeState.LAID, document=document).save()
    return an_intake(office, state=IntakeState.LAID, document=document)


# ── Copies ──────────────────────────────────────────────────────────────────────────────────────────


def a_copy(office, **facts) -> CertifiedCopy:
    usual = {
        "document": an_issued_plan(office=office, frozen=False),
        "unit": office.committee,
        "form": CopyForm.WHOLE,
        "year": 2023,
        "number": 1,
        "copied_on": date(2023, 6, 1),
        "signer": "Vi Văn Hùng",
        "made_at": now(),
    }
    return CertifiedCopy(**usual | facts)


@breach("plans_certifiedcopy_number_once_a_year")
def two_copies_of_one_number(office):
    document = an_issued_plan(office=office, frozen=False)
    a_copy(office, document=document).save()
    return a_copy(office, document=document)


def a_delivery(office, **facts) -> Delivery:
    known = {"document": a_plan(office=office), "unit": office.police, "channel": Channel.DESK}
    return Delivery(**known | facts)


@breach("plans_delivery_once")
def one_document_delivered_twice_to_one_unit(office):
    first = a_delivery(office)
    first.save()
    return a_delivery(office, document=first.document)


@breach("plans_delivery_received_was_opened")
def a_document_received_that_nobody_opened(office):
    return a_delivery(office, received_at=now())


@breach("plans_delivery_by_mail_has_a_mailbox")
def a_letter_to_no_mailbox(office):
    return a_delivery(office, channel=Channel.MAIL)


@breach("plans_reminder_once_a_day")
def two_reminders_of_one_day(office):
    facts = {"document": a_plan(office=office), "day": date(2026, 1, 5), "at": now(), "units": 1}
    Reminder.objects.create(officer_name="Lan", **facts)
    return Reminder(officer_name="Thu", **facts)


def a_task_reminder(office, way=ReminderWay.BY_HAND, **more) -> TaskReminder:
    given = Assignment.objects.first()
    if given is None:
        a_plan(office.committee, tasks=1)
        given = Assignment.objects.first()
    return TaskReminder(assignment=given, day=date(2026, 1, 5), at=now(), way=way, **more)


@breach("plans_task_reminder_once_a_day")
def two_notices_of_a_task_on_one_day(office):
    a_task_reminder(office, ReminderWay.BY_DAY).save()
    return a_task_reminder(office)


@breach("plans_task_reminder_once_a_letter")
def a_task_twice_in_one_letter(office):
    letter = a_plan(office.committee)
    a_task_reminder(office, ReminderWay.LETTER, letter=letter).save()
    return a_task_reminder(office, ReminderWay.LETTER, letter=letter)


@breach("plans_task_reminder_by_letter_names_it")
def a_letter_that_is_not_named(office):
    return a_task_reminder(office, ReminderWay.LETTER)


@breach("plans_certifiedcopy_of_a_copy_has_its_source")
def a_copy_of_a_copy_without_that_copy(office):
    return a_copy(office, form=CopyForm.OF_A_COPY)


# ── Figures ─────────────────────────────────────────────────────────────────────────────────────────


@breach("measuring_period_once")
def a_period_opened_twice(office):
    there = a_period("2023")
    facts = {"first_day": there.first_day, "last_day": there.last_day, "opened_at": now()}
    return ReportPeriod(regime=there.regime, code="2023", **facts)


@breach("measuring_period_days_in_order")
def a_period_that_is_closed_before_it_begins(office):
    backwards = {"first_day": date(2023, 12, 14), "last_day": date(2022, 12, 15)}
    return ReportPeriod(regime=a_regime(), code="2023", opened_at=now(), **backwards)


def a_filing_of(office: Office, **facts) -> Filing:
    return Filing(period=a_period("2023"), unit=office.people_of_tan_thanh, **facts)


@breach("measuring_filing_once")
def a_unit_that_files_twice(office):
    a_filing_of(office).save()
    return a_filing_of(office)


@breach("measuring_filing_late_has_its_reason")
def a_unit_that_may_come_late_for_no_reason(office):
    return a_filing_of(office, late_until=date(2024, 1, 5))


@breach("measuring_filing_sent_has_its_time")
def figures_sent_before_they_were_sent_first(office):
    return a_filing_of(office, first_sent_at=now(), sent_at=now() - timedelta(days=1))


def a_figure_of(office: Office, **facts) -> Figure:
    filing = Filing.objects.get_or_create(period=a_period("2023"), unit=office.people_of_tan_thanh)[0]
    target = Target.objects.first() or Target.objects.filter(block__document=a_plan(office=office)).first()
    usual = {"filing": filing, "target": target, "state": "figure", "numerator": 3, "denominator": 4}
    return Figure(typed_by_name="Páo", typed_at=now(), **usual | facts)


@breach("measuring_figure_of_one_metric")
def a_figure_of_nothing(office):
    return a_figure_of(office, target=None)


@breach("measuring_figure_version_once")
def two_first_versions_of_one_figure(office):
    a_figure_of(office, standing="past").save()
    return a_figure_of(office)


@breach("measuring_figure_pending_once")
def two_versions_that_wait(office):
    a_figure_of(office, standing="sent").save()
    return a_figure_of(office, version=2)


@breach("measuring_figure_accepted_once")
def two_accepted_versions(office):
    a_figure_of(office, standing="accepted").save()
    return a_figure_of(office, version=2, standing="accepted")


@breach("measuring_figure_numbers_go_with_state")
def nothing_arose_three_times(office):
    return a_figure_of(office, state="nothing_arose")


@breach("measuring_figure_numbers_in_range")
def fewer_than_nobody(office):
    return a_figure_of(office, numerator=-1)


@breach("measuring_figure_not_collected_says_why")
def not_collected_for_no_reason(office):
    return a_figure_of(office, state="could_not_be_collected", numerator=None, denominator=None)


@breach("measuring_figure_returned_says_why")
def a_figure_returned_for_no_reason(office):
    return a_figure_of(office, standing="returned")


@breach("measuring_part_once")
def girls_counted_twice(office):
    figure = a_figure_of(office)
    figure.save()
    FigurePart.objects.create(figure=figure, part="sex:f", numerator=1)
    return FigurePart(figure=figure, part="sex:f", numerator=2)


@breach("targets_regime.code")
def two_regimes_under_one_code(office):
    a_regime("nam")
    return Regime(code="nam", name="Khác")


@breach("targets_regime_valid_in_order")
def a_regime_that_ended_before_it_began(office):
    return Regime(code="x", name="Mới", **BACKWARDS)


# ── Coming in ───────────────────────────────────────────────────────────────────────────────────────


@breach("accounts_seen_after_coming_in")
def a_log_in_seen_before_it_began(office):
    return LogIn(officer=office.lan, key_hash="a", since=now(), last_seen=now() - timedelta(hours=1))


@breach("accounts_login.key_hash")
def two_log_ins_of_one_session(office):
    LogIn.objects.create(officer=office.lan, key_hash="a")
    return LogIn(officer=office.thu, key_hash="a")


@breach("units_keptform.ticket")
def two_kept_forms_with_one_ticket(office):
    KeptForm.objects.create(ticket="ve")
    return KeptForm(ticket="ve", network="203.0.113.9", page="/", address="/", typed={"a": ["b"]})


@breach("units_sent_form_once")
def a_form_sent_twice(office):
    SentForm.objects.create(officer=office.pao, key="k1")
    return SentForm(officer=office.pao, key="k1")


# ── The law ─────────────────────────────────────────────────────────────────────────────────────────


def all_rules() -> dict[str, models.Model]:
    """Name → model of every constraint, and of every column that may hold a value once."""
    found = {}
    for label in OURS:
        for model in apps.get_app_config(label).get_models():
            found |= {constraint.name: model for constraint in model._meta.constraints}
            alone = [f.name for f in model._meta.concrete_fields if f.unique and not f.primary_key]
            found |= {f"{model._meta.db_table}.{name}": model for name in alone}
    return found


def test_every_rule_of_the_database_is_broken_here_once():
    assert set(BREACHES) == set(all_rules()) - OF_THE_CATALOGUE


@pytest.mark.parametrize("name", BREACHES)
def test_the_database_itself_refuses(office, name):
    row = BREACHES[name](office)
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        models.Model.save(row)  # whatever the model's own saving would mend first
    said = str(refused.value)
    _, _, column = name.partition(".")
    constraint = next((c for c in row._meta.constraints if c.name == name), None)
    columns = [row._meta.get_field(f).column for f in getattr(constraint, "fields", ()) or [column] if f]
    assert name in said or (columns and all(c in said for c in columns)), said


@pytest.mark.parametrize("name", [name for name in BREACHES if "." not in name])
def test_a_form_says_the_same_and_nothing_else(office, name):
    row = BREACHES[name](office)
    for constraint in row._meta.constraints:
        if constraint.name == name:
            with pytest.raises(ValidationError):
                constraint.validate(type(row), row)
        else:
            constraint.validate(type(row), row)
