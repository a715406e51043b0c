"""Every address of the site has a row that says who may open it, and every row is really tried."""

import json
from dataclasses import dataclass, field

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver, resolve, reverse

from childlabour.core.clock import now, today
from childlabour.core.errors import Problem, Refusal
from childlabour.jobs.asking import later
from childlabour.jobs.models import Job, MadePiece, State
from childlabour.notices.models import Notice
from childlabour.units.models import Officer
from plans.content.asking import content_of
from plans.followup.steps import ASSIGNMENTS, Move
from plans.issuing.standing_in import hand_over
from plans.issuing.workflow import perform
from plans.models import (
    Action,
    AnswerFile,
    Assignment,
    CertifiedCopy,
    Channel,
    Delivery,
    Document,
    Status,
)
from plans.paper.later import hand_out
from plans.reading.later import read_file
from plans.takedown.steps import ask
from plans.web.door import Door
from targets.models import Target
from tests.cast import a_plan
from tests.issuing.way import sealed
from tests.measuring.answers import a_period
from tests.reading.intakes import a_reading, read_from

pytestmark = pytest.mark.django_db

PUBLIC = "anyone"
OFFICER = "anyone logged in"
UNIT = "officers of the unit concerned, and the keeper; to others it is not there"
OWN = "the officer who asked for it; to others it is not there"
STAFF = "officers who may enter the admin"
FOR_ADMIN = ("admin:",)  # one room with a door of its own; its inner rights are tried in tests/admin
CLOSED = {401, 403, 404}


@dataclass(frozen=True)
class Row:
    who: str
    args: tuple[str, ...] = ()  # names of things in the world below
    post: bool = False  # the address only takes POSTs
    form: bool = False  # the page also takes the form it shows
    data: dict = field(default_factory=dict)
    by: str = "lan"  # who of the unit has the hat for it
    found: int = 0  # 404 although open: nothing stored under it in this world

    @property
    def verbs(self) -> set[str]:
        return {"POST"} if self.post else {"GET", "HEAD", *(["POST"] if self.form else [])}


ADDRESSES: dict[str, Row] = {
    "public:home": Row(PUBLIC),
    "public:plans": Row(PUBLIC),
    "public:document": Row(PUBLIC, ("issued",)),
    "public:sheet": Row(PUBLIC, ("issued",)),
    "public:pdf": Row(PUBLIC, ("issued",)),
    "public:word": Row(PUBLIC, ("issued",)),
    "public:annex": Row(PUBLIC, ("issued", "annex_place"), found=404),  # its annexes are in its own file
    "public:authentic": Row(PUBLIC, ("issued",)),
    "public:hand_out": Row(OFFICER, post=True, data={"format": "pdf", "query": ""}),
    "public:archive": Row(OWN, ("archive",)),
    "public:archive_file": Row(OWN, ("archive",)),
    "public:unit": Row(PUBLIC, ("unit",)),
    "public:programmes": Row(PUBLIC),
    "public:programme": Row(PUBLIC, ("programme",)),
    "public:security_txt": Row(PUBLIC, found=404),
    "code_of_page": Row(PUBLIC, found=404),  # of no page
    "accounts:login": Row(PUBLIC, form=True),
    "accounts:code": Row(PUBLIC, form=True, found=401),  # without a password there is no code
    "accounts:logout": Row(PUBLIC, post=True),
    "accounts:account": Row(OFFICER),
    "accounts:password": Row(OFFICER, form=True),
    "accounts:leave_elsewhere": Row(OFFICER, post=True),
    "accounts:second_factor": Row(OFFICER, form=True),
    "accounts:recovery_codes": Row(OFFICER, form=True),
    "accounts:second_factor_off": Row(OFFICER, form=True),
    "notices:notices": Row(OFFICER),
    "notices:opened": Row(OWN, ("notice",)),
    "notices:seen": Row(OFFICER, post=True),
    "notices:wish": Row(OFFICER, post=True),
    "notices:feed_key": Row(OFFICER, post=True),
    "notices:feed": Row(PUBLIC, found=401),
    "desk:home": Row(OFFICER),
    "desk:documents": Row(OFFICER),
    "desk:leave": Row(OFFICER, form=True),
    "desk:back_again": Row(OWN, ("delegation",), post=True, by="hung"),
    "desk:start": Row(OFFICER, form=True),
    "desk:from_scan": Row(OFFICER, form=True),
    "desk:mend": Row(OFFICER, post=True),
    "desk:editor": Row(UNIT, ("draft",)),
    "desk:sheet_save": Row(UNIT, ("draft",), post=True),
    "desk:sheet_news": Row(UNIT, ("draft",), form=True),
    "desk:sheet": Row(UNIT, ("draft",)),
    "desk:units": Row(UNIT, ("draft",)),
    "desk:proposals": Row(UNIT, ("draft",), post=True),
    "desk:margin": Row(UNIT, ("draft",), post=True),
    "desk:check": Row(UNIT, ("draft",)),
    "desk:history": Row(UNIT, ("draft",)),
    "desk:milestone": Row(UNIT, ("draft",), post=True),
    "desk:comparison": Row(UNIT, ("draft",)),
    "desk:version": Row(UNIT, ("draft", "version"), form=True, found=404),
    "desk:draft_recipients": Row(UNIT, ("draft",), post=True),
    "desk:spot": Row(UNIT, ("draft", "spot"), form=True),
    "desk:draft_organisation": Row(UNIT, ("draft",), post=True),
    "desk:put_right": Row(UNIT, ("draft", "block", "mend"), post=True),
    "reading:source": Row(OFFICER, form=True),
    "reading:old_paper": Row(OFFICER, form=True),
    "reading:review": Row(OFFICER),
    "reading:intakes": Row(OFFICER),
    "reading:of_job": Row(OFFICER, ("job",)),
    "reading:reviewed": Row(UNIT, ("intake",), form=True),
    "reading:source_file": Row(UNIT, ("intake",)),
    "reading:kept": Row(UNIT, ("kept",)),
    "jobs:job": Row(OWN, ("job",), form=True),
    "tasks:home": Row(OFFICER),
    "tasks:assignment": Row(UNIT, ("assignment",), form=True),
    "tasks:file": Row(UNIT, ("file",)),
    "tasks:change_item": Row(UNIT, ("assignment", "item"), post=True, by="pao"),
    "tasks:waiting": Row(OFFICER),
    "tasks:given": Row(UNIT, ("issued",), form=True),
    "tasks:give": Row(UNIT, ("issued", "issued_task"), form=True),
    "tasks:board": Row(OFFICER),
    "tasks:report": Row(OFFICER),
    "tasks:rows": Row(OFFICER),
    "tasks:book": Row(OFFICER),
    "tasks:remind": Row(OFFICER, post=True),
    "tasks:letter": Row(OFFICER, post=True),
    "tasks:calendar": Row(PUBLIC, found=401),
    "tasks:unit_calendar": Row(UNIT, ("unit",)),
    "figures:home": Row(OFFICER),
    "figures:unit": Row(UNIT, ("period", "commune"), form=True, by="pao"),
    "figures:below": Row(UNIT, ("period", "unit")),
    "figures:figure": Row(UNIT, ("period", "commune", "metric"), form=True, by="pao"),
    "figures:take_in": Row(OFFICER, ("period",), form=True),
    "figures:period": Row(UNIT, ("period",), post=True, data={"do": "close"}, by="son"),
    "figures:plan": Row(PUBLIC, ("issued",)),
    "figures:workbook": Row(UNIT, ("issued", "period"), by="pao"),
    "delivery:home": Row(OFFICER),
    "delivery:delivery": Row(UNIT, ("delivery",), by="pao"),
    "delivery:receive": Row(UNIT, ("delivery",), post=True, by="pao"),
    "delivery:own_plan": Row(UNIT, ("delivery",), post=True, by="pao"),
    "delivery:sent": Row(UNIT, ("issued",)),
    "delivery:remind": Row(UNIT, ("issued",), post=True),
    "delivery:send": Row(UNIT, ("issued", "to_carry", "how"), post=True, by="thu"),
    "delivery:edxml": Row(UNIT, ("issued",)),
    "issuing:document": Row(UNIT, ("draft",)),
    "issuing:act": Row(UNIT, ("draft", "act"), post=True),
    "issuing:marking": Row(UNIT, ("issued",)),
    "issuing:mark": Row(UNIT, ("issued", "issued_block"), form=True),
    "issuing:take_downs": Row(UNIT, ("draft",), form=True),
    "issuing:settle": Row(UNIT, ("draft", "take_down", "settling"), post=True, by="hung"),
    "issuing:certified_copy": Row(UNIT, ("issued", "certified_copy")),
    "issuing:copies": Row(OFFICER),
    "issuing:copy": Row(UNIT, ("numbered",), by="hung", found=404),
    "issuing:annex_copy": Row(UNIT, ("numbered", "annex_place"), by="hung", found=404),
    "issuing:sign": Row(UNIT, ("numbered",), form=True, by="hung"),
    "issuing:take_back": Row(UNIT, ("numbered",), form=True, by="hung"),
    "issuing:scan": Row(UNIT, ("numbered",), form=True, by="hung"),
    "issuing:scan_file": Row(UNIT, ("draft",), found=404),
    "issuing:page_picture": Row(UNIT, ("draft", "whose", "page"), found=404),
    "issuing:register": Row(OFFICER),
    "issuing:register_file": Row(UNIT, ("unit", "form")),
    "issuing:reserve": Row(UNIT, ("unit",), post=True, by="thu"),
    "issuing:entry": Row(UNIT, ("entry",), post=True, found=404),
    "issuing:sending": Row(UNIT, ("entry",), post=True, found=404),
    "issuing:paper_book": Row(UNIT, ("unit",), post=True, by="thu"),
    "issuing:ask": Row(PUBLIC, form=True),
    "issuing:verify": Row(PUBLIC, ("code",), found=404),
    "issuing:first_page": Row(PUBLIC, ("code",), found=404),
    "privacy:kept": Row(PUBLIC),
    "privacy:record": Row(UNIT, by="son"),
    "privacy:breaches": Row(UNIT, form=True, by="son"),
}
for _what, _one in (
    ("plan", "issued"),
    ("target", "issued_target"),
    ("task", "issued_task"),
    ("unit", "unit"),
):
    ADDRESSES[f"api:{_what}-list"] = Row(PUBLIC)
    ADDRESSES[f"api:{_what}-detail"] = Row(PUBLIC, (_one,))
ADDRESSES |= {
    "api:programme-list": Row(PUBLIC),
    "api:programme-detail": Row(PUBLIC, ("programme",)),
    "api:schema": Row(PUBLIC),
    "api:manual": Row(PUBLIC),
    "api:nothing": Row(PUBLIC, found=404),
}
NAMELESS = {"favicon.ico": Row(PUBLIC)}


def addresses(resolver=None, spaces: str = "", before: str = ""):
    """(name or path, path as written) of every address of the site."""
    for pattern in (resolver or get_resolver()).url_patterns:
        path = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            inner = f"{spaces}{pattern.namespace}:" if pattern.namespace else spaces
            yield from addresses(pattern, inner, path)
        else:
            yield (spaces + pattern.name if pattern.name else path), path


def of_the_admin(name: str, path: str) -> bool:
    return name.startswith(FOR_ADMIN) or path.startswith("quan-tri/")


def test_every_address_has_a_row_and_every_row_an_address():
    known = set(ADDRESSES) | set(NAMELESS)
    there = {name for name, path in addresses() if not of_the_admin(name, path)}
    assert there - known == set(), "say who may open these"
    assert known - there == set(), "these are gone"


@pytest.fixture
def world(office) -> dict:
    return a_world(office)


def a_world(office) -> dict:
    """A draft and an issued plan of the district, a task of the commune with a paper sent along."""
    draft = a_plan(office.committee, targets=1, tasks=1)
    issued = sealed(office, tasks=4)
    numbered = a_plan(office.committee)
    facts = {"number": 77, "number_year": 2023, "issued_on": "2023-06-01"}
    Document.objects.filter(pk=numbered.pk).update(status=Status.NUMBERED, **facts)
    given = Assignment.objects.filter(unit=office.people_of_tan_thanh, task__block__document=issued).first()
    upload = SimpleUploadedFile("bien-ban.pdf", b"%PDF-1.4\n")
    ASSIGNMENTS.perform(Move.REPORT, given, office.pao, text="Đã họp.", uploads=[upload])
    block = Target.objects.get(block__document=draft).block
    return {
        "draft": draft.pk,
        "issued": issued.pk,
        "numbered": numbered.pk,
        "issued_target": Target.objects.filter(block__document=issued).first().pk,
        "issued_task": given.task_id,
        "issued_block": given.task.block.key,
        "certified_copy": copied(office, issued).pk,
        "unit": office.committee.pk,
        "commune": office.people_of_tan_thanh.pk,
        "period": a_period("2023").pk,
        "metric": f"t{Target.objects.filter(block__document=issued).first().pk}",
        "programme": office.programme.code,
        "spot": f"block-{block.key}",
        "block": block.key,
        "mend": "renumber",
        "assignment": given.pk,
        "item": given.work_items.create(words="Họp thôn").pk,
        "file": AnswerFile.objects.get().pk,
        "job": later(read_file, office.lan).pk,
        "notice": Notice.objects.create(officer=office.lan, words="Có văn bản mới.", address="/").pk,
        "intake": a_reading(office.lan, office.committee).pk,
        "kept": read_from(draft, office.lan).pk,
        "archive": an_archive(office).pk,
        "act": "submit",
        "delegation": hand_over(office.hung, office.committee, office.thu, today(), today()).pk,
        "delivery": delivered(issued, office.people_of_tan_thanh, Channel.DESK).pk,
        "to_carry": delivered(issued, office.school, Channel.FILE).pk,
        "how": "da-chuyen",
        "take_down": ask(draft, office.lan, words="Can thiệp sớm", reason="Thử.").pk,
        "settling": "decline",
        "whose": "scan",
        "page": 1,
        "annex_place": 1,
        "version": 1,
        "form": "xlsx",
        "entry": 1,
        "code": "khong-co",
    }


def delivered(document: Document, unit, channel: Channel) -> Delivery:
    sent_at = now() if channel == Channel.DESK else None
    return Delivery.objects.create(document=document, unit=unit, channel=channel, sent_at=sent_at)


def copied(office, document: Document) -> CertifiedCopy:
    said = {
        "copy_form": "SY",
        "authority": "CHÁNH VĂN PHÒNG",
        "copy_signer": "Vi Văn Hùng",
        "recipients": "Các xã",
    }
    perform(Action.COPY, document, office.thu, **said)
    return CertifiedCopy.objects.get()


def an_archive(office) -> Job:
    done = {"work_name": hand_out.name, "state": State.DONE, "ended_at": now()}
    job = Job.objects.create(
        officer=office.lan,
        **done,
        result={"pieces": "once", "places": 1, "size": 2, "how_many": 1, "failed": []},
    )
    MadePiece.objects.create(job=job, token="once", place=0, data=b"PK")
    return job


def status_for(client, officer: Officer | None, address: str, row: Row) -> int:
    """What this person is answered; a way to the log-in counts as 401."""
    client.logout()
    if officer:
        client.force_login(officer)
    got = client.post(address, row.data) if row.post else client.get(address)
    got.getvalue()  # to its end, so that a file handed out is closed
    to_log_in = got.status_code == 302 and "/dang-nhap/" in got["Location"]
    return 401 if to_log_in else got.status_code


@pytest.mark.parametrize("name", [*ADDRESSES, *NAMELESS])
def test_an_address_is_open_to_those_its_row_names_and_to_nobody_else(client, office, world, name):
    row = (ADDRESSES | NAMELESS)[name]
    where = f"/{name}" if name in NAMELESS else reverse(name, args=[world[arg] for arg in row.args])
    stranger = status_for(client, None, where, row)
    foreign = status_for(client, office.mai, where, row)
    own = status_for(client, getattr(office, row.by), where, row)
    if row.who == PUBLIC:
        assert all(status == row.found or status not in CLOSED for status in (stranger, foreign))
    else:
        assert stranger == 401
        assert (foreign == 404) == (row.who in (UNIT, OWN))
    if row.who == OWN:
        assert status_for(client, office.son, where, row) == 404, "a keeper is somebody else, too"
    assert own == row.found or own not in CLOSED, own


def test_a_wrong_verb_is_told_so_before_anyone_is_asked_who_they_are(client, office, world):
    answers = {}
    for officer in (None, office.mai, office.lan, office.thu):
        client.logout()
        if officer:
            client.force_login(officer)
        for name in {*ADDRESSES, *NAMELESS} - {"api:nothing"}:
            row = (ADDRESSES | NAMELESS)[name]
            where = f"/{name}" if name in NAMELESS else reverse(name, args=[world[arg] for arg in row.args])
            for verb in {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"} - row.verbs:
                answers[f"{verb} {name} by {officer}"] = client.generic(verb, where).status_code
    assert answers
    assert {asked: status for asked, status in answers.items() if status != 405} == {}


def test_a_refusal_at_any_address_is_a_page_or_json_with_every_reason(rf, office, world):
    no = Refusal(Problem("Chưa ghi người ký.", anchor="signature"), "Chưa tới ngày.")

    def answer(asked, where: str, reader) -> str:
        asked.user, asked.session, asked.resolver_match = reader, {}, resolve(where)
        asked._messages = FallbackStorage(asked)
        return Door(None).process_exception(asked, no).content.decode()

    for name, row in ADDRESSES.items():
        where = reverse(name, args=[world[arg] for arg in row.args])
        for reader in (AnonymousUser(), office.mai, office.lan):
            page = answer(rf.post(where, {"reason": "Thiếu hai chỉ tiêu."}), where, reader)
            assert "Thiếu hai chỉ tiêu." in page, name
            assert all(problem.message in page for problem in no.problems), name
        told = json.loads(answer(rf.get(where, headers={"accept": "application/json"}), where, reader))
        assert [problem["message"] for problem in told["problems"]] == [p.message for p in no.problems]


@pytest.mark.parametrize("name", ["public:document", "public:sheet", "public:pdf", "public:word"])
def test_a_draft_is_not_there_for_strangers_at_any_public_address(client, office, world, name):
    where = reverse(name, args=[world["draft"]])
    assert status_for(client, None, where, Row(PUBLIC)) == 404
    assert status_for(client, office.mai, where, Row(PUBLIC)) == 404
    assert status_for(client, office.lan, where, Row(PUBLIC)) == 200


def test_the_admin_is_closed_to_strangers_and_to_officers_without_its_key(client, office):
    closed = [path for name, path in addresses() if of_the_admin(name, path) and path.isascii()]
    plain = [path for path in closed if not set("<^(") & set(path)]
    for path in set(plain) - {"quan-tri/jsi18n/", "quan-tri/logout/"}:
        assert status_for(client, None, f"/{path}", Row(STAFF)) in {302, 401, 405}, path
        assert status_for(client, office.pao, f"/{path}", Row(STAFF)) in {302, 401, 403, 404, 405}, path


def test_what_a_foreign_officer_posts_changes_nothing(client, office, world):
    before = Document.objects.get(pk=world["draft"])
    words = content_of(before)
    client.force_login(office.mai)
    for name, row in ADDRESSES.items():
        if row.who == UNIT and row.args[:1] == ("draft",):
            client.post(reverse(name, args=[world[arg] for arg in row.args]), row.data)
    after = Document.objects.get(pk=world["draft"])
    assert (after.status, after.updated_at) == (before.status, before.updated_at)
    assert content_of(after) == words
