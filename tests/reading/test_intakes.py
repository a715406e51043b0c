"""A file on its way in is the unit's: who is at it goes on where another left it; what is ticked is what is saved."""

import json
from datetime import timedelta
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document as WordFile

from childlabour.core.clock import today
from childlabour.core.errors import Refusal
from childlabour.jobs.models import Job
from childlabour.units.models import Role
from plans.content.asking import content_of
from plans.content.words import words_of, words_of_content
from plans.models import Document, Intake, IntakeFile, IntakeState, Task
from plans.reading import Unreadable, intakes, later, read
from plans.reading.review.deciding import as_proposed, decided
from plans.reading.review.readings import as_data, from_data, reading_of
from plans.reading.sources import limits
from targets.models import Target
from tests.cast import a_plan, an_officer
from tests.jobs.workers import work_off
from tests.reading.test_review import accepted, confirmed

from .corpus.as_text import pasted
from .corpus.as_word import word
from .corpus.cases import quick_cases
from .corpus.communes import LONG_ROAD
from .corpus.facts import clause, part, point
from .corpus.lines import TASK_TABLE, plan
from .corpus.others import OTHERS
from .corpus.upper import DISTRICT
from .intakes import a_reading, read_from

pytestmark = pytest.mark.django_db

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
LISTED = reverse("reading:intakes")
JSON = {"HTTP_ACCEPT": "application/json"}


def address_of(intake: Intake) -> str:
    return reverse("reading:reviewed", args=[intake.pk])


@pytest.fixture
def nga(office):
    """Chị Lan's colleague in the same office."""
    return an_officer("nga", "Đàm Thị Nga", office.labour, is_drafter=True)


@pytest.fixture
def desk(client, office):
    client.force_login(office.lan)
    return client


@pytest.fixture
def intake(office) -> Intake:
    return a_reading(office.lan, office.committee, word(DISTRICT))


def kept_by(client, intake: Intake, data: dict, revision: int = 0):
    sent = data | {"act": "keep", "revision": revision}
    return client.post(address_of(intake), sent, **JSON)


# ── Kept and gone on with ────────────────────────────────────────────────────────────────────────


def test_a_colleague_opens_it_from_the_desk_and_goes_on_where_it_was_left(desk, office, nga, intake):
    page = desk.get(address_of(intake))
    data = accepted(page)
    refused = data["target"].pop()
    data |= {"title": "Kế hoạch năm sau", f"value-{data['target'][0]}": "91"}
    assert kept_by(desk, intake, data).json()["revision"] == 1
    desk.force_login(nga)
    on_the_desk = desk.get(reverse("desk:home")).content.decode()
    assert "Văn bản đang đọc vào" in on_the_desk
    assert address_of(intake) in on_the_desk
    page = desk.get(address_of(intake))
    assert "Hoàng Thị Lan xem lại lần cuối" in page.content.decode()
    gone_on = accepted(page)
    assert refused not in gone_on["target"]
    assert gone_on["title"] == "Kế hoạch năm sau"
    confirmed(desk, page, gone_on)
    document = Document.objects.get(title="Kế hoạch năm sau")
    assert Target.objects.filter(block__document=document).count() == len(data["target"])
    assert Target.objects.filter(block__document=document, value=91).exists()
    assert document.versions.get().officer == nga


def test_closing_the_page_of_a_file_loses_no_choice_and_asks_for_no_script(desk, intake):
    page = desk.get(address_of(intake))
    data = accepted(page) | {"act": "keep", "signer": "Người khác"}
    assert desk.post(address_of(intake), data).url == LISTED
    assert accepted(desk.get(address_of(intake)))["signer"] == "Người khác"


def test_two_who_review_one_file_at_once_are_told_of_each_other(desk, nga, intake):
    mine = accepted(desk.get(address_of(intake))) | {"title": "Của chị Lan"}
    desk.force_login(nga)
    kept_by(desk, intake, mine | {"title": "Của chị Nga"})
    answer = kept_by(desk, intake, mine, revision=0)
    assert answer.status_code == 422
    assert "Đàm Thị Nga vừa xem lại" in answer.json()["problems"][0]["message"]
    page = desk.post(address_of(intake), mine | {"act": "lay", "revision": 0})
    assert "Đàm Thị Nga vừa xem lại" in page.context["problems"][0].message
    assert not Document.objects.exists()
    again = accepted(page)
    assert (again["title"], again["revision"]) == ("Của chị Lan", "1"), "what was typed stands there still"
    desk.post(address_of(intake), again | {"act": "lay"})
    assert Document.objects.get().title == "Của chị Lan"


def test_only_fields_of_the_form_wait_and_none_without_end(desk, intake):
    kept_by(desk, intake, {"title": ["x" * 50_000, "a\0b"], "strange": "y", "csrfmiddlewaretoken": "z"})
    kept = Intake.objects.get().choices
    assert set(kept) == {"title"}
    assert [len(text) for text in kept["title"]] == [20_000, 2]


def test_what_was_saved_is_a_document_and_nothing_to_review(desk, intake):
    page = desk.get(address_of(intake))
    confirmed(desk, page, accepted(page))
    document = Document.objects.get()
    assert desk.get(address_of(intake)).url == reverse("desk:editor", args=[document.pk])
    assert address_of(intake) not in desk.get(LISTED).content.decode()


def test_a_page_left_open_changes_nothing_of_what_a_colleague_saved(desk, office, intake):
    desk.post(address_of(intake), {"act": "lay"})
    kept_until = Intake.objects.get().kept_until
    with pytest.raises(Refusal, match="chưa giữ được lựa chọn"):
        intakes.keep(intake, {"title": ["cũ"]}, office.lan, 0)
    assert kept_by(desk, intake, {"title": "cũ"}).status_code == 302
    assert Intake.objects.get().kept_until == kept_until


@pytest.mark.parametrize("act", ["read_again", "put_away"])
def test_no_stale_page_throws_away_what_a_colleague_chose(desk, nga, intake, act):
    desk.force_login(nga)
    kept_by(desk, intake, accepted(desk.get(address_of(intake))) | {"title": "Của chị Nga"})
    page = desk.post(address_of(intake), {"act": act, "revision": 0})
    assert "Đàm Thị Nga vừa xem lại" in page.context["problems"][0].message
    assert Intake.objects.get().choices["title"] == ["Của chị Nga"]


@pytest.mark.parametrize("act", ["keep", "lay"])
def test_while_a_colleague_has_it_read_again_what_was_typed_stands_on_the_page(desk, office, intake, act):
    typed = accepted(desk.get(address_of(intake))) | {"title": "Chữ của chị Lan", "act": act}
    later.read_again(intake, office.lan, 0)
    page = desk.post(address_of(intake), typed)
    assert page.status_code == 422
    assert "đang được đọc lại ở nơi khác" in page.context["problems"][0].message
    assert "Chữ của chị Lan" in page.content.decode()


def test_what_is_being_read_is_not_laid(office, intake):
    decisions = as_proposed(intakes.reading_in(intake))
    later.read_again(intake, office.lan, 0)
    with pytest.raises(Refusal, match="đang được đọc lại"):
        intakes.lay_once(intake, decisions, office.lan, 1)


def test_a_file_with_a_mark_of_secrecy_is_not_kept(office):
    intake = later.take_in(office.lan, office.committee, "a.txt", f"MẬT\n{pasted(LONG_ROAD)}".encode())
    work_off()
    intake.refresh_from_db()
    assert (intake.state, intake.size) == (IntakeState.REFUSED, 0)
    assert not IntakeFile.objects.exists()


def test_a_mark_of_secrecy_may_stand_above_the_pages_of_word():
    file = WordFile(BytesIO(word(LONG_ROAD)))
    file.sections[0].header.paragraphs[0].text = "TUYỆT MẬT"
    file.save(said := BytesIO())
    with pytest.raises(Unreadable, match="chỉ độ mật"):
        read(said.getvalue(), "a.docx")


def test_a_name_that_no_database_keeps_is_kept_without_what_it_cannot(office):
    assert later.take_in(office.lan, office.committee, "a\0b\r\nc.txt", b"x").name == "ab c.txt"


# ── What is ticked is what is saved ──────────────────────────────────────────────────────────────

PAPERS = {
    "a district": word(DISTRICT),
    "a commune": word(LONG_ROAD),
    "a table of tasks": word(plan(part("I.", "NHIỆM VỤ"), TASK_TABLE)),
    "duties under a body": word(
        plan(
            part("I.", "TỔ CHỨC THỰC HIỆN"),
            clause("1.", "Công an huyện Hữu Lũng"),
            point("a)", "Kiểm tra 90% cơ sở, phấn đấu 95% cơ sở ký cam kết."),
        )
    ),
    **{other.name: other.data for other in OTHERS if other.kind == "KH"},
}
WHOLE = {path.name: path.read_bytes() for path in sorted((SAMPLES / "whole").glob("*.txt"))}
PAPERS |= {path.name: path.read_bytes() for path in sorted(SAMPLES.glob("*.txt"))} | WHOLE


@pytest.mark.parametrize("name", PAPERS)
def test_the_page_says_how_many_targets_and_tasks_there_will_be_and_there_are(desk, office, name):
    intake = a_reading(office.lan, office.committee, PAPERS[name], "a.txt")
    page = desk.get(address_of(intake))
    said = page.context["review"]
    sent = accepted(page)
    assert (said.targets, said.tasks) == (len(sent.get("target", [])), len(sent.get("task", [])))
    confirmed(desk, page, sent)
    document = Document.objects.get(intake=intake)
    assert Target.objects.filter(block__document=document).count() == said.targets
    assert Task.objects.filter(block__document=document).count() == said.tasks
    read_as = intakes.reading_in(intake).content
    assert list(words_of_content(content_of(document))) == list(words_of_content(read_as))


def test_nothing_ticked_leaves_words_alone(desk, office, intake):
    page = desk.get(address_of(intake))
    sent = accepted(page)
    for name in ("target", "task", "charge", "citation"):
        sent.pop(name)
    confirmed(desk, page, sent)
    document = Document.objects.get()
    content = content_of(document)
    assert not [*content.targets, *content.tasks, *(block for block in content.blocks if block.charge)]
    assert not content.citations
    body = [block.printed for block in intakes.reading_in(intake).content.blocks]
    assert [block.printed for block in content.blocks] == body


# ── What was left out ────────────────────────────────────────────────────────────────────────────


def with_a_page_number() -> bytes:
    """Between two paragraphs of the body."""
    head, marker, rest = pasted(DISTRICT).partition("\nII.")
    return f"{head}\n\n2\n{marker}{rest}".encode()


def test_what_was_left_out_stands_greyed_in_its_place_and_can_be_put_back(desk, office):
    intake = a_reading(office.lan, office.committee, with_a_page_number(), "a.txt")
    lines = intakes.reading_in(intake).lines
    number = next(place for place, line in enumerate(lines) if line.left_out and line.text == "2")
    before = next(line.block for line in reversed(lines[:number]) if line.block)
    page = desk.get(address_of(intake))
    row = next(row for row in page.context["review"].rows if row.kind == "out" and row.number == number)
    assert row.because == "Số trang, không thuộc nội dung văn bản."
    assert f'name="back" value="{number}"' in page.content.decode()
    confirmed(desk, page, accepted(page) | {"back": [str(number), "99999", "x"]})
    keys = [block.key for block in content_of(Document.objects.get()).blocks]
    assert keys.index(f"line-{number}") == keys.index(before) + 1


def test_a_target_of_what_was_left_out_is_offered_on_the_page_and_brings_its_line_along(desk, office):
    stamp = "Phấn đấu 85% trẻ em được tư vấn"
    text = pasted(LONG_ROAD).replace("KẾ HOẠCH", f"(Dự thảo {stamp})\nKẾ HOẠCH", 1)
    text = f"Trang chủ > Tin tức\n{text}\nTin khác\n{stamp} (04/9/2026)\nKhai giảng (05/9/2026)\n"
    intake = a_reading(office.lan, office.committee, text.encode(), "a.txt")
    page = desk.get(address_of(intake))
    offered = [p for row in page.context["review"].rows if row.kind == "out" for p in row.promises]
    assert offered and not offered[0].is_kept
    data = accepted(page)
    confirmed(desk, page, data | {"target": [*data["target"], offered[-1].id]})
    content = content_of(Document.objects.get())
    assert len(list(content.targets)) == page.context["review"].targets + 1
    assert any(stamp in block.text for block in content.blocks)


def test_a_line_put_back_never_stands_between_two_rows_of_a_table(office):
    reading = reading_of(read(word(plan(part("I.", "NHIỆM VỤ"), TASK_TABLE, part("II.", "KINH PHÍ")))))
    rows = [place for place, line in enumerate(reading.lines) if "row" in line.block]
    lines = list(reading.lines)
    lines.insert(rows[2], lines[rows[0]].__class__("Trang 3", "", lines[0].role, "", "page_number"))
    reading = type(reading)(reading.content, reading.head, tuple(lines), reading.findings)
    all_taken = as_proposed(reading)
    back = decided(reading, all_taken.__class__(**vars(all_taken) | {"put_back": frozenset({rows[2]})}))
    types = [block.type for block in back.blocks]
    at = next(place for place, block in enumerate(back.blocks) if block.text == "Trang 3")
    assert types[at - 1] == "row" and types[at + 1] == "part"


@pytest.mark.parametrize(
    "case", [case for case in quick_cases() if case.name.startswith("word")][:6], ids=lambda c: c.name
)
def test_taken_as_proposed_nothing_is_otherwise_than_it_was_read(case):
    reading = reading_of(read(case.data, case.file))
    as_read, kept = reading.content, decided(reading, as_proposed(reading))
    assert kept.blocks == as_read.blocks
    assert (kept.title, kept.citations, kept.signer) == (as_read.title, as_read.citations, as_read.signer)
    assert from_data(json.loads(json.dumps(as_data(reading)))) == reading, "and it waits as it is"


def test_every_word_of_the_source_stands_on_the_page(desk, intake):
    page = " ".join(words_of(unescape(desk.get(address_of(intake)).content.decode())))
    for line in intakes.reading_in(intake).lines:
        if any(sign.isalnum() for sign in line.text):  # not a rule that was drawn
            assert " ".join(words_of(line.text)) in page


# ── Many at once ─────────────────────────────────────────────────────────────────────────────────


def test_of_a_folder_sent_at_once_each_file_is_read_by_itself_and_a_bad_one_hinders_none(
    desk, office, monkeypatch
):
    monkeypatch.setattr(limits, "FILE_BYTES", 60_000)
    folder = {
        "ke-hoach-2023.docx": word(DISTRICT),
        "hong.pdf": b"%PDF-1.7\n1 0 obj<<",
        "nang.pdf": b"x" * 60_001,
        "ke-hoach-2022.txt": pasted(LONG_ROAD).encode(),
    }
    files = [SimpleUploadedFile(name, data) for name, data in folder.items()]
    answer = desk.post(reverse("reading:source"), {"unit": office.committee.pk, "file": files})
    assert answer.url == LISTED
    page = desk.get(LISTED).content.decode()
    assert "Còn 3 tệp đang đọc" in page
    assert "data-waiting" in page
    work_off()
    states = dict(Intake.objects.values_list("name", "state"))
    assert states == {
        "ke-hoach-2023.docx": IntakeState.READ,
        "hong.pdf": IntakeState.REFUSED,
        "nang.pdf": IntakeState.REFUSED,
        "ke-hoach-2022.txt": IntakeState.READ,
    }
    page = desk.get(LISTED).content.decode()
    assert "data-waiting" not in page
    assert "Tệp PDF bị hỏng hoặc bị cắt cụt" in page
    assert "Tệp lớn quá 20 MB" in page
    for pk in Intake.objects.read().values_list("pk", flat=True):
        desk.post(reverse("reading:reviewed", args=[pk]), {"act": "lay"})
    assert Document.objects.count() == 2


def test_more_files_than_one_can_look_through_are_refused_at_once(desk, office):
    files = [SimpleUploadedFile(f"{n}.txt", b"x") for n in range(51)]
    page = desk.post(reverse("reading:source"), {"unit": office.committee.pk, "file": files})
    assert "chia thành từng đợt 50 tệp" in page.content.decode()
    assert not Intake.objects.exists()


def test_a_unit_that_reads_in_without_ever_saving_is_stopped(office, monkeypatch):
    monkeypatch.setattr(later, "MOST_OPEN", 1)
    later.take_in(office.lan, office.committee, "a.txt", b"x")
    with pytest.raises(Refusal, match="chưa lưu"):
        later.take_in(office.lan, office.committee, "b.txt", b"x")


def sent_together(desk, office, *files: tuple[str, bytes]):
    data = {"unit": office.committee.pk, "file": [SimpleUploadedFile(*file) for file in files]}
    return desk.post(reverse("reading:source"), data)


@pytest.mark.parametrize(("bound", "least"), [("MOST_OPEN", 1), ("MOST_BYTES", 3)])
def test_of_files_that_find_no_room_together_none_is_kept_and_that_is_said(
    desk, office, monkeypatch, bound, least
):
    monkeypatch.setattr(later, bound, least)
    page = sent_together(desk, office, ("a.txt", b"xx"), ("b.txt", b"yy"))
    assert "Chưa nhận tệp nào vừa gửi" in page.context["problems"][0].message
    assert not Intake.objects.exists()


def test_a_file_that_is_sent_twice_is_there_once(desk, office, nga):
    sent_together(desk, office, ("a.txt", b"x"), ("b.txt", b"x"))
    assert Intake.objects.count() == 2, "another name is another file"
    desk.force_login(nga)
    kept = Intake.objects.get(name="a.txt")
    assert sent_together(desk, office, ("a.txt", b"x")).url == address_of(kept)
    assert Intake.objects.count() == 2
    assert sent_together(desk, office, ("a.txt", b"y")).status_code == 302
    assert Intake.objects.count() == 3, "other bytes are another file"


# ── Read again, put away, forgotten ──────────────────────────────────────────────────────────────


def test_what_another_release_read_is_read_again_from_its_file(desk, intake):
    Intake.objects.update(reading={"content": {"version": 1}}, choices={"title": ["cũ"]})
    assert "Bản đọc này của phiên bản phần mềm trước" in desk.get(address_of(intake)).content.decode()
    desk.post(address_of(intake), {"act": "read_again"})
    work_off()
    assert accepted(desk.get(address_of(intake)))["title"] == DISTRICT.title


def test_a_reading_that_was_stopped_is_read_again_by_a_colleague(desk, office, nga):
    intake = later.take_in(office.lan, office.committee, "a.docx", word(LONG_ROAD))
    desk.post(reverse("jobs:job", args=[intake.job_id]), {"act": "stop"})
    desk.force_login(nga)
    assert "Việc đọc đã dừng giữa chừng" in desk.get(address_of(intake)).content.decode()
    desk.post(address_of(intake), {"act": "read_again"})
    work_off()
    assert Intake.objects.get().is_read
    assert Job.objects.count() == 1, "the same work, once more"


def test_what_is_put_away_is_gone_with_its_file_and_never_what_was_saved(desk, office, intake):
    kept = a_reading(office.lan, office.committee)
    desk.post(address_of(kept), {"act": "lay"})
    with pytest.raises(Refusal, match="được giữ cùng dự thảo"):
        intakes.put_away(kept, office.lan, 0)
    desk.post(address_of(intake), {"act": "put_away"})
    assert list(IntakeFile.objects.values_list("intake", flat=True)) == [kept.pk]


def test_nothing_is_put_away_under_the_hands_of_a_worker(office):
    intake = later.take_in(office.lan, office.committee, "a.docx", word(LONG_ROAD))
    with pytest.raises(Refusal, match="đang được đọc"):
        intakes.put_away(intake, office.lan, 0)


def test_a_worker_that_comes_too_late_finds_nothing_to_read(office):
    intake = later.take_in(office.lan, office.committee, "a.docx", word(LONG_ROAD))
    Intake.objects.all().delete()
    work_off()
    assert "không còn trong danh sách" in Job.objects.get(pk=intake.job_id).problems[0]


def test_a_file_is_forgotten_when_its_time_is_over_and_the_document_stays(desk, office, settings, intake):
    settings.SOURCE_DAYS = 30
    waits = a_reading(office.lan, office.committee)
    assert waits.kept_until == today() + timedelta(days=90)
    desk.post(address_of(intake), {"act": "lay"})
    kept = Intake.objects.get(pk=intake.pk)
    assert kept.kept_until == today() + timedelta(days=30)
    later.forget_sources()
    assert Intake.objects.count() == 2
    Intake.objects.update(kept_until=today() - timedelta(days=1))
    later.forget_sources()
    assert not Intake.objects.exists() and not IntakeFile.objects.exists()
    assert Document.objects.count() == 1


# ── The source stays with the draft ──────────────────────────────────────────────────────────────


def test_the_source_is_handed_out_as_a_file_to_save_and_never_opened_in_the_site(desk, office):
    page = "<script>alert(1)</script> KẾ HOẠCH".encode()
    intake = a_reading(office.lan, office.committee)
    Intake.objects.filter(pk=intake.pk).update(name='trang "lạ"\r\n.html')
    IntakeFile.objects.update(data=page)
    answer = desk.get(reverse("reading:source_file", args=[intake.pk]))
    assert b"".join(answer.streaming_content) == page
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert "\n" not in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_the_page_of_the_draft_leads_to_its_source_and_the_words_it_had(desk, intake):
    desk.post(address_of(intake), {"act": "lay"})
    document = Document.objects.get()
    where = reverse("reading:kept", args=[intake.pk])
    assert f'href="{where}"' in desk.get(reverse("issuing:document", args=[document.pk])).content.decode()
    page = desk.get(where).content.decode()
    assert DISTRICT.signer in page
    assert reverse("reading:source_file", args=[intake.pk]) in page


# ── Who may ──────────────────────────────────────────────────────────────────────────────────────

# Said once more, by hand, of an officer who is nothing else: (sees it, works on it).
MAY = {
    Role.DRAFTER: (True, True),
    Role.LEADER: (True, False),
    Role.CLERK: (True, False),
    Role.RESPONDER: (True, False),
    Role.KEEPER: (True, True),
}
ACTS = ("keep", "lay", "read_again", "put_away")


@pytest.mark.parametrize("role", Role)
def test_who_sees_a_file_on_its_way_in_and_who_works_on_it(client, office, role):
    own = an_officer(f"own-{role}", f"Là {role}", office.committee, **{f"is_{role}": True})
    foreign = an_officer(f"foreign-{role}", f"Là {role}", office.other_committee, **{f"is_{role}": True})
    for officer, is_own in ((own, True), (foreign, role == Role.KEEPER)):
        client.force_login(officer)
        sees, works = MAY[role] if is_own else (False, False)
        for act in ACTS:
            intake = a_reading(office.lan, office.committee)
            assert (client.get(address_of(intake)).status_code == 200) == sees
            answer = client.post(address_of(intake), {"act": act})
            expected = 302 if works else (422 if sees else 404)
            assert answer.status_code == expected, (role, act, is_own)
        assert (client.get(reverse("reading:source_file", args=[intake.pk])).status_code == 200) == (
            (sees and act != "put_away") or (sees and not works)
        )


def test_of_a_draft_its_own_unit_sees_what_it_was_read_from_and_nobody_else(office):
    intake = read_from(a_plan(office.committee), office.lan)
    seen = {who: Intake.objects.visible_to(who).filter(pk=intake.pk).exists() for who in office.officers}
    assert seen == {who: who not in (office.pao, office.mai) for who in office.officers}


def test_the_database_holds_no_half_states(office, intake):
    for wrong in ({"state": IntakeState.LAID}, {"reading": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Intake.objects.filter(pk=intake.pk).update(**wrong)


# ── What it costs ────────────────────────────────────────────────────────────────────────────────


def a_long_plan(duties: int) -> bytes:
    rows = [
        point(
            "-",
            f"Việc {n}: phấn đấu {n % 90 + 1}% số thôn, bản tham gia các buổi truyền thông về quyền trẻ em.",
        )
        for n in range(duties)
    ]
    return word(plan(part("I.", "TỔ CHỨC THỰC HIỆN"), clause("1.", "Công an huyện Hữu Lũng"), *rows))


def test_a_review_costs_as_many_queries_and_bytes_as_its_length_asks_for(desk, office):
    desk.get("/")
    spent, sizes = [], []
    for duties in (3, 300):
        intake = a_reading(office.lan, office.committee, a_long_plan(duties))
        with CaptureQueriesContext(connection) as queries:
            page = desk.get(address_of(intake))
        spent.append(len(queries))
        sizes.append(len(page.content))
    assert spent[0] == spent[1] <= 9
    assert sizes[1] < 300 * 3_500, "a target with its fields takes about three kilobytes"
