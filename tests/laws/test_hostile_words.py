"""Whatever people write is shown as they wrote it: on every page, on paper, in files; it is never obeyed.

`hostile.written_everywhere` writes into every text of every row; then every address is opened by several people.
"""

import io
import json
import zipfile
from xml.etree import ElementTree

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import override_settings
from django.urls import reverse
from openpyxl import load_workbook

from childlabour.core.clock import now
from plans.content.asking import content_of
from plans.drafting.versions import keep_version
from plans.followup.steps import ASSIGNMENTS, Move
from plans.models import Action, Assignment, Citation, Document, Event, Recipient, Relation, RelationKind
from plans.paper.compose import paper_of
from plans.signatures.pdf_files import attachments_of, lines_of_text
from tests.admin.pages import desk_of
from tests.cast import Office, a_plan, an_issued_plan, an_office
from tests.issuing.way import signed, submitted
from tests.jobs.workers import work_off
from tests.laws import hostile
from tests.laws.hostile import ARMOURED, AS_FORMULA, MARK, OBEYED, faults_in, written_everywhere
from tests.laws.test_addresses import ADDRESSES, a_world

pytestmark = pytest.mark.django_db

WHO = (None, "lan", "hung", "thu", "pao", "mai", "son")
HOSTILE = {"markup": ARMOURED, "formula": AS_FORMULA}


@pytest.fixture(scope="module", params=HOSTILE)
def _full_of_them(request, django_db_setup, django_db_blocker, tmp_path_factory):
    """The office, its world and the words in it; built once for all tests here, rolled back after them."""
    words, files = HOSTILE[request.param], tmp_path_factory.mktemp("files")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=files), transaction.atomic():
        office = an_office()
        world = a_world(office)
        fill(office, world)
        assert written_everywhere(words) > 200
        yield office, world, words, files
        transaction.set_rollback(True)


def fill(office: Office, world: dict) -> None:
    """Everything that an office has: papers on every step, a history, answers, lines of the book."""
    draft, issued = (Document.objects.get(pk=world[name]) for name in ("draft", "issued"))
    keep_version(draft, office.lan, content_of(draft), content_of(draft))
    submitted(office)
    signed(office)
    Citation.objects.create(document=draft, text="Căn cứ", cited_document=issued)
    Recipient.objects.create(document=draft, text="Nơi nhận", unit=office.front)
    Relation.objects.create(later=issued, earlier=an_issued_plan(office=office), kind=RelationKind.AMENDS)
    Event.objects.create(
        document=draft,
        at=now(),
        officer=office.hung,
        officer_name="Hùng",
        action=Action.SEND_BACK,
        status_before="submitted",
        status_after="draft",
        reason="Lý do",
        exception="Ngoại lệ",
    )
    given = Assignment.objects.get(pk=world["assignment"])
    ASSIGNMENTS.perform(Move.FINISH, given, office.pao, text="Xong.")


@pytest.fixture
def full(_full_of_them, db, settings) -> dict:
    """What there is in the office, by the names that `ADDRESSES` uses."""
    _, world, _, settings.MEDIA_ROOT = _full_of_them
    return world


@pytest.fixture
def office(_full_of_them, db) -> Office:
    return _full_of_them[0]


@pytest.fixture
def words(_full_of_them) -> str:
    return _full_of_them[2]


def opened(client, office, who: str | None, name: str, world: dict, **query):
    client.logout()
    if who:
        client.force_login(getattr(office, who))
    row = ADDRESSES[name]
    where = reverse(name, args=[world[arg] for arg in row.args])
    return client.post(where, row.data) if row.post else client.get(where, query)


def body_of(answer) -> bytes:
    return answer.getvalue()


def faults_of(answer) -> list[str]:
    """Of any answer: a page, data, a paper, a file."""
    kind, body = answer.headers.get("Content-Type", "").partition(";")[0], body_of(answer)
    if answer.status_code >= 500:
        return [f"a fault of the server: {answer.status_code}"]
    if kind == "text/html":
        return list(faults_in(body.decode()))
    if kind.endswith("json"):
        json.loads(body)
    return []


def test_only_what_is_no_word_is_left_out():
    known = {
        f"{model._meta.db_table}.{field.name}"
        for label in hostile.OURS
        for model in hostile.apps.get_app_config(label).get_models()
        for field in model._meta.concrete_fields
    }
    assert known >= hostile.NOT_WORDS


@pytest.mark.parametrize("who", WHO)
def test_every_address_shows_words_as_they_were_written(client, office, full, who):
    wrong, shown = {}, 0
    for name in ADDRESSES:
        answer = opened(client, office, who, name, full)
        if faults := faults_of(answer):
            wrong[name] = faults
        shown += MARK in answer.getvalue().decode(errors="ignore")
    assert wrong == {}
    assert shown > 15, "hardly a page showed the words at all; this test sees nothing any more"


@pytest.mark.parametrize("who", [None, "lan"])
def test_words_in_the_address_itself_are_shown_or_refused(client, office, full, words, who):
    asked = dict.fromkeys(
        ("q", "place", "issuer", "programme", "year", "page", "next", "code", "until"), words
    )
    wrong = {}
    for name in ADDRESSES:
        if faults := faults_of(opened(client, office, who, name, full, **asked)):
            wrong[name] = faults
    assert wrong == {}


def test_every_page_of_the_admin_shows_them_as_they_were_written(office, full):
    desk, wrong = desk_of(office.son), {}
    for model in admin.site._registry:
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        pages = [reverse(f"admin:{name}_changelist")]
        if first := model._base_manager.first():
            pages += [
                reverse(f"admin:{name}_{what}", args=[first.pk]) for what in ("change", "history", "delete")
            ]
        for page in pages:
            if faults := faults_of(desk.get(page)):
                wrong[page] = faults
    assert wrong == {}


# ── On paper and in files ───────────────────────────────────────────────────────────────────────────


def without_blanks(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("which", ["issued", "draft"])
def test_the_paper_prints_them(client, office, full, words, which):
    client.force_login(office.lan)
    pdf = body_of(client.get(reverse("public:pdf", args=[full[which]])))
    printed = without_blanks("".join(line.text for line in lines_of_text(pdf)))
    assert without_blanks(words[:20]) in printed
    assert OBEYED not in printed
    ((_, data),) = attachments_of(pdf)
    assert words in json.loads(data)["blocks"][0]["runs"][0][0]


@pytest.mark.parametrize("which", ["issued", "draft"])
def test_the_word_file_holds_them_as_text(client, office, full, words, which):
    client.force_login(office.lan)
    file = body_of(client.get(reverse("public:word", args=[full[which]])))
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        parts = {
            name: ElementTree.fromstring(package.read(name))
            for name in package.namelist()
            if name.endswith(".xml")
        }
    assert not [element.tag for part in parts.values() for element in part.iter() if MARK in element.tag]
    written = "".join(parts["word/document.xml"].itertext())
    assert words[:20] in written
    assert OBEYED not in written


def test_the_spreadsheet_of_the_register_obeys_no_formula(client, office, full, words):
    client.force_login(office.thu)
    address = reverse("issuing:register_file", args=[office.committee.pk, "xlsx"])
    sheet = load_workbook(io.BytesIO(body_of(client.get(address)))).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    assert any(words[:20] in str(cell.value) for cell in cells)


def test_a_file_that_is_full_of_them_is_read_and_shown(client, office, words):
    client.force_login(office.lan)
    text = f"ỦY BAN NHÂN DÂN\nKẾ HOẠCH\n{words}\nI. MỤC TIÊU\n- Trên 50% trẻ em {words}\nII. NHIỆM VỤ\n1. {words}\n"
    file = SimpleUploadedFile(f"ke-hoach {words}.txt".replace("/", " "), text.encode())
    waiting = client.post(reverse("reading:source"), {"unit": office.committee.pk, "file": file})
    work_off()
    page = client.get(waiting.url, follow=True)
    assert faults_of(page) == []
    assert page.status_code == 200
    assert MARK in page.content.decode()


def test_what_is_typed_at_the_desk_comes_back_as_it_was_typed(client, office, words):
    client.force_login(office.lan)
    document = a_plan(office.committee)
    address = reverse("desk:spot", args=[document.pk, "body"])
    client.post(address, {"lines": f"{words}\nTT | {words}", "base": ""})
    first, _, row = content_of(Document.objects.get(pk=document.pk)).blocks[-3:]
    assert (first.text, row.text) == (words, f"TT | {words}")
    for key in ("body", f"block-{first.key}"):
        page = client.get(reverse("desk:spot", args=[document.pk, key]))
        assert faults_of(page) == []
        assert page.context["form"]["lines"].value().splitlines()[0] == words
    assert paper_of(document).blocks[-3].text == words


# ── The tools of this test ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "page",
    [
        f"<p>{ARMOURED}</p>",
        f'<input value="{ARMOURED}">',
        "<p>qx1xq</p>",
        "<p>&amp;lt;b&amp;gt;</p>",
        f"<script>let a = '{ARMOURED}'</script>",
    ],
)
def test_a_page_that_obeys_is_seen(page):
    assert list(faults_in(page))


def test_a_page_that_shows_is_no_fault():
    escaped = ARMOURED.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    assert list(faults_in(f'<p title="{escaped}">{escaped}</p>')) == []
