"""A refusal is an answer: a page or JSON with every reason and a way on, never a fault of the server."""

import pytest
from django.urls import reverse
from django.utils.http import urlencode

from childlabour.core.clock import today
from plans.content.asking import content_of
from plans.content.lines import text_of
from plans.issuing.register import common_series, reserve, void_kept
from plans.models import Document, Status
from tests.cast import a_plan, an_issued_plan
from tests.issuing.way import approved, issued, submitted

pytestmark = pytest.mark.django_db
JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def sent(office) -> Document:
    """A draft that a colleague submitted while Lan had it open."""
    return submitted(office, a_plan(office.committee))


@pytest.fixture
def lan_in(client, office):
    client.force_login(office.lan)
    return client


def at_desk(name: str, document: Document, *more) -> str:
    return reverse(f"desk:{name}", args=[document.pk, *more])


@pytest.mark.parametrize("name", ["editor", "sheet", "check", "units"])
def test_a_page_of_a_draft_that_was_submitted_says_so_and_leads_on(lan_in, sent, name):
    answer = lan_in.get(at_desk(name, sent))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Không sửa được: văn bản đã trình." in page
    assert reverse("issuing:document", args=[sent.pk]) in page


def test_an_open_editor_whose_draft_was_submitted_is_told_so_every_time_it_calls(lan_in, sent):
    for name, call in (("sheet_news", lan_in.get), ("units", lan_in.get)):
        answer = call(at_desk(name, sent), **JSON)
        assert answer.status_code == 422, name
        assert [problem["message"] for problem in answer.json()["problems"]] == [
            "Không sửa được: văn bản đã trình."
        ]


def lines_of(document: Document) -> str:
    return text_of(content_of(Document.objects.get(pk=document.pk)).blocks)


def test_what_was_typed_into_a_draft_that_is_closed_stays_on_the_page(lan_in, sent):
    typed = {"lines": "Các đơn vị báo cáo trước ngày 30 tháng 11."}
    for key in ("body", f"block-{content_of(sent).blocks[-1].key}"):
        answer = lan_in.post(at_desk("spot", sent, key), typed)
        assert answer.status_code == 422
        assert typed["lines"] in answer.content.decode()
        assert typed["lines"] not in lines_of(sent)


def test_an_autosave_into_a_draft_that_is_closed_is_told_why(lan_in, sent):
    answer = lan_in.post(at_desk("spot", sent, "body"), {"lines": "Khác."}, **JSON)
    assert answer.status_code == 422
    assert answer.json()["problems"][0]["message"] == "Không sửa được: văn bản đã trình."


def test_one_who_may_read_a_draft_but_not_write_it_is_told_who_may(client, office, sent):
    client.force_login(office.hung)
    page = client.get(at_desk("editor", a_plan(office.committee))).content.decode()
    assert "chỉ chuyên viên soạn thảo của đơn vị mới sửa dự thảo này" in page


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("\n".join(["- Rà soát."] * 2_501), "có 2501 dòng, quá 2500"),
        ("trẻ em " * 15_000, "dài 104999 ký tự, quá 20000"),
        ("x" * 400, "dài 400 ký tự liền nhau"),
        ("\ue001 Trẻ em được hỗ trợ", "ký tự không in được (U+E001)"),
        ("\n".join(["- " + "trẻ em được hỗ trợ " * 45] * 2_400), "trang, quá"),
        (" | ".join("a" * 21), "có 21 cột"),
    ],
    ids=["2501 lines", "a long line", "a long word", "private", "2 MB", "columns"],
)
def test_lines_that_cannot_be_kept_are_refused_in_a_sentence_and_stay_in_the_form(
    lan_in, office, typed, said
):
    document = a_plan(office.committee)
    before = lines_of(document)
    answer = lan_in.post(at_desk("spot", document, "body"), {"lines": typed})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert typed.strip() in page.replace("\r\n", "\n")
    assert lines_of(document) == before


def test_a_refusal_leads_to_the_spot_only_who_may_mend_it(client, office):
    document = approved(office, a_plan(office.committee))
    Document.objects.filter(pk=document.pk).update(signer="", status=Status.DRAFT)
    spot = reverse("desk:spot", args=[document.pk, "signature"])
    client.force_login(office.lan)
    assert spot in client.post(reverse("issuing:act", args=[document.pk, "submit"])).content.decode()
    Document.objects.filter(pk=document.pk).update(status=Status.APPROVED)
    client.force_login(office.thu)
    form = {"day": "01/06/2023"}
    refused = client.post(reverse("issuing:act", args=[document.pk, "number"]), form).content.decode()
    assert "Chưa ghi họ và tên người ký" in refused
    assert spot not in refused


def test_a_reason_for_an_act_that_is_no_longer_open_stays_on_the_page(client, office, sent):
    Document.objects.filter(pk=sent.pk).update(status=Status.DRAFT)
    client.force_login(office.hung)
    answer = client.post(
        reverse("issuing:act", args=[sent.pk, "send_back"]), {"reason": "Thiếu hai chỉ tiêu."}
    )
    assert answer.status_code == 422
    assert "Không trả lại được" in answer.content.decode()
    assert "Thiếu hai chỉ tiêu." in answer.content.decode()


@pytest.mark.parametrize(
    ("address", "form", "said"),
    [
        ("reserve", {"day": "01/01/2020", "count": 1, "reason": ""}, "Mục này cần được điền"),
        ("reserve", {"day": "31/12/2150", "count": 2, "reason": "Chờ liên ngành."}, "chưa tới"),
        ("paper_book", {"year": "hai nghìn", "number": 45}, "Nhập một số nguyên"),
    ],
)
def test_what_the_clerk_typed_into_the_book_comes_back_with_the_reason(client, office, address, form, said):
    client.force_login(office.thu)
    answer = client.post(reverse(f"issuing:{address}", args=[office.committee.pk]), form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    for value in form.values():
        assert not value or str(value) in page


def test_a_delivery_before_the_day_of_the_paper_is_refused_at_its_line(client, office):
    entry = issued(office).register_entries.get()
    client.force_login(office.thu)
    form = {"copies": 12, "sent_on": "01/01/2020", "note": "Gửi bưu điện."}
    answer = client.post(reverse("issuing:entry", args=[entry.pk]), form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Ngày chuyển không thể trước ngày văn bản." in page
    assert "Gửi bưu điện." in page
    entry.refresh_from_db()
    assert entry.note == ""


def test_a_number_that_a_colleague_gave_up_meanwhile_keeps_the_reason_on_the_page(client, office):
    (kept,) = reserve(common_series(office.committee), office.thu, today(), "Chờ liên ngành.")
    void_kept(kept, office.thu, "Không dùng.")
    client.force_login(office.thu)
    answer = client.post(reverse("issuing:entry", args=[kept.pk]), {"void": "Liên ngành không ký."})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "không còn là số để dành" in page
    assert "Liên ngành không ký." in page


def test_a_way_on_that_is_no_spot_leads_back_to_where_one_was(lan_in, office):
    document = a_plan(office.committee)
    answer = lan_in.post(at_desk("spot", document, "signature"), {"next": "https://example.org/"})
    assert answer.url == at_desk("spot", document, "signature")


DESK = "/ban-lam-viec/"


def ways_on(answer) -> list[str]:
    return [address for _, address in answer.context["ways"]]


@pytest.mark.parametrize(
    ("came_from", "back"),
    [
        ("http://testserver/nhiem-vu/bang/danh-sach/?nhom=late", "/nhiem-vu/bang/danh-sach/?nhom=late"),
        ("http://testserver/dang-nhap/?next=/", "/nhiem-vu/bang/"),
        ("https://example.org/nhiem-vu/", "/nhiem-vu/bang/"),
        ("javascript:alert(1)", "/nhiem-vu/bang/"),
        ("", "/nhiem-vu/bang/"),
    ],
)
def test_a_refusal_leads_back_to_the_page_of_ours_that_one_came_from(lan_in, came_from, back):
    answer = lan_in.post(reverse("tasks:remind"), headers={"referer": came_from})
    assert answer.status_code == 422
    assert ways_on(answer) == [back, DESK]


def test_a_page_that_is_refused_does_not_lead_to_itself(lan_in, sent):
    here = at_desk("editor", sent)
    answer = lan_in.get(here, headers={"referer": f"http://testserver{here}"})
    assert answer.status_code == 422
    assert here not in ways_on(answer)
    assert ways_on(lan_in.get(here, headers={"referer": f"http://testserver{DESK}"})).count(DESK) == 1


def test_an_address_that_only_takes_a_form_says_so_and_leads_to_the_form(client, office):
    document = an_issued_plan(office.committee, frozen=False)
    here = reverse("issuing:act", args=[document.pk, "submit"])
    form = reverse("issuing:document", args=[document.pk])
    assert ways_on(client.get(here)) == [f"/dang-nhap/?{urlencode({'next': form})}"]
    client.force_login(office.lan)
    answer = client.get(here)
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert ways_on(answer) == [form, DESK]
    assert "mở lại trang ấy" in answer.content.decode()
    assert client.get(here, **JSON).content == b""


def test_an_issued_plan_is_closed_to_the_editor_and_leads_to_its_page(lan_in, office):
    document = an_issued_plan(office.committee, frozen=False)
    page = lan_in.get(at_desk("editor", document)).content.decode()
    assert "Không sửa được: văn bản đã ban hành." in page
    assert document.get_absolute_url() in page
