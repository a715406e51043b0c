"""The pages on which a document is moved on, and those for whoever holds a paper."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.views.debug import ExceptionReporter

from childlabour.core.clock import today
from childlabour.units.models import Unit
from plans.issuing import signing
from plans.issuing.workflow import perform
from plans.models import Action, Document, RegisterEntry, Status
from plans.web.views.issuing import verification
from tests.cast import a_plan, an_issued_plan, an_officer, revised
from tests.issuing.certificates import PASS_PHRASE, given_to
from tests.issuing.papers import a_scan, upload
from tests.issuing.test_signing import AGENCY, LEADER, key_of, sealed_inside
from tests.issuing.way import approved, issued, numbered, signed, submitted
from tests.issuing.words import reworded

pytestmark = pytest.mark.django_db


def page(client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer
    return answer.content.decode()


def do(client, document, action: str, status: int = 302, **data) -> str:
    answer = client.post(f"/van-ban/{document.pk}/xu-ly/{action}/", data)
    assert answer.status_code == status, answer.content.decode()[-3000:]
    document.refresh_from_db()
    return answer.content.decode()


def test_the_leader_sees_what_changed_since_he_sent_it_back(office, client):
    document = submitted(office)
    perform(Action.SEND_BACK, document, office.hung, reason="Thêm mốc thời gian.")
    revised(
        document, lambda content: reworded(content, "Nâng cao nhận thức.", "Nâng cao nhận thức của gia đình.")
    )
    perform(Action.SUBMIT, document, office.lan)
    client.force_login(office.hung)
    shown = page(client, f"/van-ban/{document.pk}/xu-ly/")
    assert "So với lần trình trước" in shown
    assert "<ins>" in shown
    assert "của gia đình" in shown
    assert "Thêm mốc thời gian." in shown
    do(client, document, "approve", seen=document.submissions.last().pk)
    assert document.status == Status.APPROVED


def test_who_approves_is_told_of_doubts_first_and_answers_yes_or_no_side_by_side(office, client):
    document = submitted(office)
    client.force_login(office.hung)
    shown = page(client, f"/van-ban/{document.pk}/xu-ly/")
    assert "điểm nên xem trước khi duyệt" in shown
    asked = shown.partition('class="verdicts"')[2].partition("</section>")[0]
    assert asked.index("/xu-ly/approve/") < asked.index("/xu-ly/send_back/")
    assert 'name="reason"' in asked
    assert shown.index("nên xem trước") < shown.index('class="verdicts"')
    client.force_login(office.lan)
    assert "nên xem trước khi duyệt" not in page(client, f"/van-ban/{document.pk}/xu-ly/")


def test_a_refusal_stands_on_the_page_with_every_reason(office, client):
    document = submitted(office)
    client.force_login(office.hung)
    shown = do(client, document, "send_back", status=422, reason="")
    assert "field-wrong" in shown
    shown = do(client, document, "approve", status=422, seen=1234567)
    assert "trình lại sau khi anh/chị mở trang" in shown


def test_what_is_missing_leads_to_its_spot_in_the_editor(office, client):
    document = a_plan(office=office)
    Document.objects.filter(pk=document.pk).update(signer="", title=" ")
    client.force_login(office.lan)
    shown = do(client, document, "submit", status=422)
    assert f'href="/ban-lam-viec/van-ban/{document.pk}/signature/"' in shown
    assert f'href="/ban-lam-viec/van-ban/{document.pk}/identity/"' in shown


def test_the_page_puts_forward_what_comes_next(office, client):
    document = signed(office)
    client.force_login(office.thu)
    answer = client.get(f"/van-ban/{document.pk}/xu-ly/")
    choices = answer.context["choices"]
    assert choices[0]["step"].name == Action.ISSUE
    assert Action.SEAL not in {choice["step"].name for choice in choices}, "the paper bears its seal"
    assert ("Ban hành", "now") in answer.context["stages"]


def test_a_day_after_the_office_ended_is_written_down_for_people_to_judge(office, client):
    document = approved(office)
    Unit.objects.filter(pk=document.unit_id).update(valid_to=today() - timedelta(days=1))
    client.force_login(office.thu)
    do(client, document, "number", day=today().isoformat())
    assert "nằm ngoài thời gian hoạt động của" in page(client, f"/van-ban/{document.pk}/xu-ly/")


def test_the_clerk_gives_the_number_on_the_page(office, client):
    document = approved(office)
    client.force_login(office.thu)
    assert "Ngày văn bản" in page(client, f"/van-ban/{document.pk}/xu-ly/")
    do(client, document, "number", day=today().isoformat())
    assert document.code == "01/KH-UBND"
    answer = client.get(f"/van-ban/{document.pk}/ban-trinh-ky/")
    assert answer.content == bytes(document.signing_copy.pdf)


def test_strangers_see_nothing_and_may_do_nothing(office, client):
    document = submitted(office)
    assert client.get(f"/van-ban/{document.pk}/xu-ly/").status_code == 302
    for officer in (office.mai, office.pao):
        client.force_login(officer)
        for address in ("xu-ly/", "ban-trinh-ky/", "ban-quet/", "ky-so/", "nhan-ban-ky-so/"):
            assert client.get(f"/van-ban/{document.pk}/{address}").status_code == 404
        do(client, document, "approve", status=404)


def test_a_scan_is_compared_page_by_page_and_recorded(office, client):
    document = numbered(office)
    client.force_login(office.thu)
    address = f"/van-ban/{document.pk}/ban-quet/"
    data = a_scan(bytes(document.signing_copy.pdf))
    assert client.post(address, {"file": upload(data)}).status_code == 302
    shown = page(client, address)
    assert "Trang 1, bản quét" in shown
    for whose in ("goc", "quet"):
        assert client.get(f"{address}{whose}/1/").content.startswith(b"\x89PNG")
    assert client.get(f"{address}quet/99/").status_code == 404
    assert client.get(f"{address}tep/").content == data
    assert client.post(address, {"confirm": "khác"}).status_code == 422
    assert client.post(address, {"confirm": document.scan.sha256}).status_code == 302
    document.refresh_from_db()
    assert document.status == Status.SIGNED
    do(client, document, "issue")
    assert document.status == Status.ISSUED


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"dpi": 100}, "100 dpi"),
        ({"drop_last": True}, "quét đủ từng trang"),
        ({"size": (100, 140)}, "không phải A4"),
    ],
)
def test_a_poor_scan_is_sent_back_with_the_reason(office, client, change, said):
    document = numbered(office)
    client.force_login(office.thu)
    data = a_scan(bytes(document.signing_copy.pdf), **change)
    answer = client.post(f"/van-ban/{document.pk}/ban-quet/", {"file": upload(data)})
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_scan_that_is_no_scan_is_sent_back(office, client):
    document = numbered(office)
    client.force_login(office.thu)
    for data, said in (
        (b"hello", "phải là tệp PDF"),
        (b"%PDF-1.7 rac", "Không mở được"),
        (bytes(document.signing_copy.pdf), "không phải ảnh quét"),
    ):
        answer = client.post(f"/van-ban/{document.pk}/ban-quet/", {"file": upload(data)})
        assert said in answer.content.decode()


def test_leader_and_clerk_sign_with_their_keys_in_the_browser(office, client):
    document = numbered(office)
    for officer, name in ((office.hung, LEADER), (office.thu, AGENCY)):
        client.force_login(officer)
        address = f"/van-ban/{document.pk}/ky-so/"
        wrong = client.post(address, {"key_file": upload(given_to(name).file), "pass_phrase": "sai"})
        assert "mật khẩu sai" in wrong.content.decode()
        assert "sai" not in wrong.context["form"]["pass_phrase"].as_widget()
        right = client.post(address, {"key_file": upload(given_to(name).file), "pass_phrase": PASS_PHRASE})
        assert right.status_code == 302
    client.force_login(office.thu)
    do(client, document, "issue")
    assert document.signatures.count() == 2


def test_a_pass_phrase_is_in_no_log_and_in_no_page(office, client, caplog, monkeypatch):
    """Neither when it is wrong, nor when signing breaks down, nor in the report that a fault leaves."""
    caplog.set_level("DEBUG", logger="")
    document = numbered(office)
    client.force_login(office.hung)
    address, secret = f"/van-ban/{document.pk}/ky-so/", "mat-khau-rieng-7741"
    wrong = client.post(address, {"key_file": upload(given_to(LEADER).file), "pass_phrase": secret})
    assert secret not in wrong.content.decode()
    monkeypatch.setattr("plans.web.views.issuing.signatures.FileKey", lambda data, phrase: 1 / 0)
    client.raise_request_exception = False
    broken = client.post(address, {"key_file": upload(given_to(LEADER).file), "pass_phrase": secret})
    assert broken.status_code == 500
    (fault,) = [record for record in caplog.records if record.exc_info]
    report = ExceptionReporter(fault.request, *fault.exc_info).get_traceback_text()
    assert "ZeroDivisionError" in report
    for told in (report, caplog.text, broken.content.decode()):
        assert secret not in told


def test_a_file_signed_elsewhere_comes_back_through_the_page(office, client):
    document = numbered(office)
    client.force_login(office.thu)
    address = f"/van-ban/{document.pk}/nhan-ban-ky-so/"
    assert "Tải bản trình ký" in page(client, address)
    refused = client.post(address, {"file": upload(bytes(document.signing_copy.pdf))})
    assert "chưa có chữ ký số nào" in refused.content.decode()
    signed = signing.signed_by_leader(document, key_of(given_to(LEADER)))
    assert client.post(address, {"file": upload(signed)}).status_code == 302


def test_a_plan_whose_years_are_over_is_genuine_and_no_longer_called_in_force(office, client):
    shown = page(client, f"/xac-thuc/{issued(office).verification_code}/")
    assert "Văn bản thật, kỳ kế hoạch đã hết" in shown
    assert "còn hiệu lực" not in shown


def test_the_first_page_of_the_stored_paper_stands_beside_the_facts(office, client):
    address = f"/xac-thuc/{issued(office).verification_code}/"
    assert f"{address}trang-1.png" in page(client, address)
    picture = client.get(f"{address}trang-1.png")
    assert picture["Content-Type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert client.get("/xac-thuc/0000-0000-0000-0000/trang-1.png").status_code == 404


def test_anyone_holding_the_paper_sees_that_it_is_genuine_and_in_force(office, client):
    document = issued(office, a_plan(office=office, period_to=today().year + 1))
    address = f"/xac-thuc/{document.verification_code}/"
    shown = page(client, address)
    assert "Văn bản thật, còn hiệu lực" in shown
    assert document.issue.sha256 in shown
    assert "01/KH-UBND" in shown
    typed = document.verification_code.lower().replace("-", " ").replace("0", "o")
    assert client.get("/xac-thuc/", {"code": typed}).url == address
    perform(Action.REVOKE, document, office.hung, reason="Trái thẩm quyền.")
    assert "đã bị thu hồi" in page(client, address)


def test_a_replaced_plan_says_by_what(office, client):
    old = issued(office)
    perform(Action.REPLACE, old, office.lan)
    new = issued(office, old.later_relations.get().later)
    shown = page(client, f"/xac-thuc/{old.verification_code}/")
    assert "đã được thay thế" in shown
    assert new.code in shown
    assert old.code in page(client, f"/xac-thuc/{new.verification_code}/")


def test_codes_of_drafts_and_invented_codes_lead_to_the_same_answer(office, client):
    document = numbered(office)
    for code in (document.verification_code, "0000-0000-0000-0000", "abc"):
        assert "Không có văn bản nào mang mã này" in page(client, f"/xac-thuc/{code}/", 404)


def test_signatures_are_shown_as_far_as_they_could_be_checked(office, client, settings, tmp_path):
    document = perform(Action.ISSUE, sealed_inside(office), office.thu)
    settings.SIGNATURE_TRUST_ROOTS = tmp_path / "none"
    shown = page(client, f"/xac-thuc/{document.verification_code}/")
    assert "chưa khai báo chứng thư gốc" in shown
    assert "chữ ký hợp lệ" not in shown
    assert LEADER in shown
    assert AGENCY in shown


def test_a_dropped_pdf_is_ours_or_not(office, client):
    document = issued(office)
    ours = bytes(document.issue.pdf)
    assert "nguyên vẹn" in client.post("/xac-thuc/", {"file": upload(ours)}).content.decode()
    changed = client.post("/xac-thuc/", {"file": upload(ours[:-1] + b" ")}).content.decode()
    assert "Không phải tệp của hệ thống này" in changed
    assert "không phải là PDF" in client.post("/xac-thuc/", {"file": upload(b"chao")}).content.decode()


def test_the_book_is_read_printed_and_written_in_by_the_clerk(office, client):
    document = issued(office)
    client.force_login(office.thu)
    assert "01/KH-UBND" in page(client, "/so-van-ban-di/")
    files = f"/so-van-ban-di/{document.unit_id}/so-dang-ky."
    assert client.get(files + "pdf").content.startswith(b"%PDF")
    assert client.get(files + "xlsx").content.startswith(b"PK")
    assert client.get(files + "exe").status_code == 404
    kept = {"day": today().isoformat(), "count": 2, "reason": "Chờ liên ngành."}
    client.post(f"/so-van-ban-di/{document.unit_id}/de-danh/", kept)
    assert RegisterEntry.objects.filter(state="reserved").count() == 2
    entry = document.register_entries.get()
    client.post(f"/so-van-ban-di/so/{entry.pk}/", {"copies": 12, "sent_on": today().isoformat(), "note": ""})
    entry.refresh_from_db()
    assert entry.copies == 12
    last = RegisterEntry.objects.get(number=3)
    client.post(f"/so-van-ban-di/so/{last.pk}/", {"void": "Không dùng."})
    last.refresh_from_db()
    assert last.state == "voided"


def test_only_the_clerk_writes_in_the_book_and_only_the_unit_reads_it(office, client):
    document = issued(office)
    kept = {"day": today().isoformat(), "count": 1, "reason": "x"}
    client.force_login(office.lan)
    assert "01/KH-UBND" in page(client, "/so-van-ban-di/")
    assert client.post(f"/so-van-ban-di/{document.unit_id}/de-danh/", kept).status_code == 404
    client.force_login(office.mai)
    assert "01/KH-UBND" not in page(client, "/so-van-ban-di/")
    assert client.get(f"/so-van-ban-di/{document.unit_id}/so-dang-ky.pdf").status_code == 404
    head = an_officer("thang", "Mã Văn Thắng", office.labour, is_clerk=True)
    client.force_login(head)
    assert client.post(f"/so-van-ban-di/{document.unit_id}/de-danh/", kept).status_code in (404,)


def test_a_page_costs_the_same_however_long_the_plan(office, client, django_assert_max_num_queries):
    short, long = an_issued_plan(office=office), an_issued_plan(office=office, targets=40, tasks=40)
    client.force_login(office.lan)
    page(client, f"/van-ban/{short.pk}/xu-ly/")
    for document in (short, long):
        with django_assert_max_num_queries(24):
            page(client, f"/van-ban/{document.pk}/xu-ly/")


def test_a_year_begun_on_paper_goes_on_after_its_last_number(office, client):
    client.force_login(office.thu)
    page(client, "/so-van-ban-di/")
    address = f"/so-van-ban-di/{office.committee.pk}/so-giay/"
    client.post(address, {"year": today().year, "number": 45})
    assert numbered(office).code == "46/KH-UBND"
    client.post(address, {"year": today().year, "number": 60})
    assert numbered(office).code == "47/KH-UBND"


def test_the_picture_of_a_paper_that_was_changed_meanwhile_is_not_found(db):
    with pytest.raises(Http404):
        verification._drawn("0" * 64)
