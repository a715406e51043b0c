"""Whoever writes longer than a session lasts loses nothing: the words wait behind the log-in."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from childlabour.core.clock import today
from childlabour.units.models import KeptForm
from plans.content.asking import content_of
from plans.models import Assignment, Document
from tests.cast import a_plan, an_issued_plan
from tests.issuing.way import approved, issued, numbered, submitted

pytestmark = pytest.mark.django_db
JSON = {"HTTP_ACCEPT": "application/json"}
STILL_THERE = "Chữ anh/chị vừa gõ vẫn còn"


def sent_too_late(client, address: str, typed: dict, officer) -> str:
    """Typed into the form at `address` after the session lapsed; the page that shows it again."""
    answer = client.post(address, typed)
    assert answer.status_code == 302, answer
    to_log_in = urlsplit(answer.url)
    assert to_log_in.path == "/dang-nhap/"
    client.force_login(officer)
    after = client.get(parse_qs(to_log_in.query)["next"][0])
    assert after.status_code == 200, (after.status_code, after.request["PATH_INFO"])
    return after.content.decode()


def test_the_leaders_reason_for_sending_back_waits_behind_the_log_in(client, office):
    document = submitted(office)
    typed = {"reason": "Chưa rõ đơn vị chịu trách nhiệm của chỉ tiêu 2."}
    page = sent_too_late(client, reverse("issuing:act", args=[document.pk, "send_back"]), typed, office.hung)
    assert STILL_THERE in page
    assert typed["reason"] in page
    assert Document.objects.get(pk=document.pk).status == "submitted"


def test_a_reason_for_what_is_done_already_is_shown_all_the_same(client, office):
    document = submitted(office)
    address = reverse("issuing:act", args=[document.pk, "send_back"])
    client.post(address, {"reason": "Thiếu hai chỉ tiêu."})
    Document.objects.filter(pk=document.pk).update(status="draft")
    client.force_login(office.hung)
    assert (
        "Thiếu hai chỉ tiêu." in client.get(reverse("issuing:document", args=[document.pk])).content.decode()
    )


def test_the_day_of_a_number_waits_too(client, office):
    document = approved(office)
    typed = {"day": "05/6/2024", "reason": "Sổ giấy ghi muộn."}
    page = sent_too_late(client, reverse("issuing:act", args=[document.pk, "number"]), typed, office.thu)
    assert "05/6/2024" in page
    assert "Sổ giấy ghi muộn." in page


@pytest.mark.parametrize("spot", ["body", "block"])
def test_the_lines_typed_come_back(client, office, spot):
    document = a_plan(office.committee)
    key = spot if spot == "body" else f"block-{content_of(document).blocks[-1].key}"
    typed = {"lines": "Trên 72% trẻ em được hỗ trợ", "base": ""}
    page = sent_too_late(client, reverse("desk:spot", args=[document.pk, key]), typed, office.lan)
    assert STILL_THERE in page
    assert "Trên 72% trẻ em được hỗ trợ</textarea>" in page
    assert document.title in page


def test_a_value_typed_beside_the_words_comes_back(client, office):
    document = a_plan(office.committee)
    block, mark = next(content_of(document).targets)
    typed = {"lines": block.printed, f"target-{mark.id}-value": "61,7", f"target-{mark.id}-comparator": ">"}
    address = reverse("desk:spot", args=[document.pk, f"block-{block.key}"])
    assert 'value="61,7"' in sent_too_late(client, address, typed, office.lan)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("reserve", {"day": "05/6/2024", "count": "3", "reason": "Chờ liên ngành ký."}),
        ("paper_book", {"year": "2024", "number": "45"}),
    ],
)
def test_what_the_clerk_typed_into_the_book_waits(client, office, name, typed):
    page = sent_too_late(client, reverse(f"issuing:{name}", args=[office.committee.pk]), typed, office.thu)
    for value in typed.values():
        assert f'"{value}"' in page or value in page


def test_a_line_of_the_book_waits_on_the_page_that_shows_it(client, office):
    entry = issued(office).register_entries.get()
    year = today().year
    typed = {
        "copies": "12",
        "note": "Gửi bưu điện.",
        "seen": f"unit={office.committee.pk}&since=01/01/{year}",
    }
    page = sent_too_late(client, reverse("issuing:entry", args=[entry.pk]), typed, office.thu)
    assert "Gửi bưu điện." in page


def test_an_answer_of_the_commune_waits_and_its_file_is_asked_for_again(client, office):
    an_issued_plan(office.committee, frozen=False, tasks=4)
    given = Assignment.objects.filter(unit=office.people_of_tan_thanh).first()
    upload = SimpleUploadedFile("bien-ban.pdf", b"%PDF-1.4\n")
    typed = {"move": "report", "text": "Đã họp 3 thôn.", "files": [upload]}
    page = sent_too_late(client, reverse("tasks:assignment", args=[given.pk]), typed, office.pao)
    assert "Đã họp 3 thôn." in page
    assert "chọn lại tệp" in page


def test_a_pasted_text_to_read_waits(client, office):
    typed = {"unit": office.committee.pk, "text": "KẾ HOẠCH\nPhòng ngừa lao động trẻ em năm 2024"}
    page = sent_too_late(client, reverse("reading:source"), typed, office.lan)
    assert "Phòng ngừa lao động trẻ em năm 2024" in page


def test_the_choice_of_a_start_waits(client, office):
    page = sent_too_late(client, reverse("desk:start"), {"way": "blank", "year": "2031"}, office.lan)
    assert 'value="2031"' in page


@pytest.mark.parametrize("name", ["sign", "take_back", "scan"])
def test_a_file_sent_too_late_is_asked_for_again(client, office, name):
    document = numbered(office)
    typed = {"file": SimpleUploadedFile("ban-ky.pdf", b"%PDF-1.4\n"), "token": "thiết bị của ông Hùng"}
    page = sent_too_late(client, reverse(f"issuing:{name}", args=[document.pk]), typed, office.hung)
    assert "chọn lại tệp" in page


def test_a_pass_phrase_is_never_kept(client, office):
    document = numbered(office)
    secret = "mat-khau-rieng-7741"
    page = sent_too_late(
        client, reverse("issuing:sign", args=[document.pk]), {"pass_phrase": secret}, office.hung
    )
    assert secret not in page
    client.logout()
    client.post(reverse("issuing:sign", args=[document.pk]), {"pass_phrase": secret, "token": "the"})
    assert [kept.typed for kept in KeptForm.objects.all()] == [{"token": ["the"]}]


def test_it_is_given_back_once(client, office):
    document = a_plan(office.committee)
    address = reverse("desk:spot", args=[document.pk, "body"])
    assert "Câu gõ muộn." in sent_too_late(client, address, {"lines": "Câu gõ muộn."}, office.lan)
    assert "Câu gõ muộn." not in client.get(address).content.decode()


def test_a_text_too_long_to_keep_is_shown_to_be_copied_before_the_log_in(client, office):
    document = a_plan(office.committee)
    text = "nâng cao nhận thức của cha mẹ và trẻ em. " * 12_000
    answer = client.post(reverse("desk:spot", args=[document.pk, "body"]), {"lines": text})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Phiên đăng nhập đã hết" in page
    assert text.strip() in page
    assert "/dang-nhap/" in page
    assert not KeptForm.objects.exists()


def test_a_script_is_told_to_log_in_and_nothing_is_kept(client, office):
    document = a_plan(office.committee)
    for address in (
        reverse("desk:spot", args=[document.pk, "body"]),
        reverse("desk:sheet_save", args=[document.pk]),
        reverse("desk:mend"),
        reverse("issuing:act", args=[document.pk, "submit"]),
    ):
        answer = client.post(address, {"lines": "x"}, **JSON)
        assert answer.status_code == 401
        assert "đăng nhập" in answer.json()["problems"][0]["message"].lower()
    assert not KeptForm.objects.exists()
