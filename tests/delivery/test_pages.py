"""The pages of what came and of what was sent, and the authentic copy wherever a document is shown."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from childlabour.core.clock import now
from plans.models import Delivery, Document, Intake, Scan, Status
from tests.cast import a_plan, an_issued_plan, an_officer
from tests.edxml.letters import an_edxml, attachment, digest
from tests.issuing.papers import a_blank_scan
from tests.issuing.way import an_old_paper, carried_over, issued, sealed
from tests.reading.corpus.communes import LONG_ROAD
from tests.reading.corpus.printing import woven

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(office) -> Document:
    return issued(office, a_plan(office=office, tasks=4), scan=a_blank_scan())


@pytest.fixture
def came(office, document) -> Delivery:
    return Delivery.objects.get(document=document, unit=office.people_of_tan_thanh)


def page(client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


class TestWhatCame:
    def test_the_desk_shows_it_until_it_is_received(self, office, client, came):
        client.force_login(office.pao)
        assert 'Kế hoạch <span class="nowrap">01/KH-UBND</span>, UBND huyện Hữu Lũng' in page(
            client, "/ban-lam-viec/"
        )
        client.post(reverse("delivery:receive", args=[came.pk]))
        assert 'id="van-ban-den"' not in page(client, "/ban-lam-viec/")
        assert "đã nhận" in page(client, "/van-ban-den/")

    def test_to_open_the_page_of_the_plan_opens_it_too(self, office, client, document, came):
        client.force_login(office.pao)
        shown = page(client, document.get_absolute_url())
        assert "Nhận văn bản, xem nhiệm vụ" in shown
        assert "Lập kế hoạch triển khai" not in shown, "its own plan is opened from what came"
        assert Delivery.objects.get(pk=came.pk).opened_by_name == "Giàng A Páo"

    def test_a_stranger_and_a_foreign_officer_see_nothing_of_it(self, office, client, document, came):
        for officer in (None, office.mai):
            client.logout()
            if officer:
                client.force_login(officer)
            assert "Gửi đến UBND xã Tân Thành" not in page(client, document.get_absolute_url())
        assert Delivery.objects.get(pk=came.pk).opened_at is None

    def test_who_may_not_receive_reads_who_does(self, office, client, came):
        client.force_login(an_officer("chu-tich", "Lò Văn Chủ", came.unit, is_leader=True))
        shown = page(client, reverse("delivery:delivery", args=[came.pk]))
        assert "Người nhận: Giàng A Páo." in shown
        assert "Đã nhận văn bản và nhiệm vụ" not in shown

    def test_two_presses_of_the_own_plan_lead_to_one_draft(self, office, client, came):
        client.force_login(office.pao)
        address = reverse("delivery:own_plan", args=[came.pk])
        first, second = client.post(address), client.post(address)
        assert first.status_code == 302
        assert first.url == second.url
        assert client.get(first.url).status_code == 200


class TestWhatWasSent:
    def test_the_issuer_reads_how_far_each_unit_is(self, office, client, document, came):
        client.force_login(office.lan)
        shown = page(client, reverse("delivery:sent", args=[document.pk]))
        assert "UBND xã Tân Thành" in shown
        assert "chưa mở" in shown
        assert "Đôn đốc 1 đơn vị còn lại" in shown
        assert "Đã chuyển" not in shown, "only the clerk sends"

    def test_the_clerk_carries_a_file_and_says_so(self, office, client, document):
        client.force_login(office.thu)
        school = Delivery.objects.get(document=document, unit=office.school)
        assert "Đã chuyển" in page(client, reverse("delivery:sent", args=[document.pk]))
        client.post(reverse("delivery:send", args=[document.pk, school.pk, "da-chuyen"]))
        assert Delivery.objects.get(pk=school.pk).sent_by_name == "Lê Thị Thu"

    def test_one_state_at_a_time(self, office, client, document, came):
        client.force_login(office.pao)
        client.post(reverse("delivery:receive", args=[came.pk]))
        client.force_login(office.lan)
        shown = page(client, reverse("delivery:sent", args=[document.pk]) + "?muc=reported")
        assert "đã nhận, chưa ban hành kế hoạch" in shown
        assert "Công an huyện" not in shown

    def test_a_document_of_one_unit_is_not_sent_from_another_page(self, office, client, document):
        other = an_issued_plan(office.committee, office=office, frozen=False)
        school = Delivery.objects.get(document=document, unit=office.school)
        client.force_login(office.thu)
        assert (
            client.post(reverse("delivery:send", args=[other.pk, school.pk, "da-chuyen"])).status_code == 404
        )

    def test_the_file_to_carry_is_for_one_unit_or_for_all(self, office, client, document):
        client.force_login(office.thu)
        address = reverse("delivery:edxml", args=[document.pk])
        everybody = client.get(address).content.decode()
        assert everybody.count("To>") == 2 * 4
        one = client.get(address, {"don-vi": office.school.pk})
        assert one.content.decode().count("To>") == 2
        assert one["Content-Disposition"] == f'attachment; filename="{document.slug}.edxml"'

    def test_whoever_it_came_to_may_take_the_file_of_its_own_unit(self, office, client, document, came):
        client.force_login(office.pao)
        shown = client.get(reverse("delivery:edxml", args=[document.pk])).content.decode()
        assert "xã Tân Thành" in shown
        assert "Công an huyện" not in shown.partition("<AttachmentEncoded>")[0].partition("ToPlaces")[0]
        client.force_login(office.mai)
        assert client.get(reverse("delivery:edxml", args=[document.pk])).status_code == 404


class TestTheAuthenticCopy:
    def test_signed_by_hand_it_is_the_scan_and_ours_stands_beside_it(self, client, document):
        shown = page(client, document.get_absolute_url())
        assert "Bản chính (bản quét có chữ ký, dấu)" in shown
        assert "Bản điện tử của hệ thống (PDF)" in shown
        scan = client.get(f"/ke-hoach/{document.pk}/ban-chinh/")
        assert scan.content == bytes(document.scan.pdf)
        assert scan["Content-Disposition"].startswith("attachment"), "a file that somebody brought"
        assert client.get(f"/ke-hoach/{document.pk}/pdf/").content == bytes(document.issue.pdf)

    def test_who_has_it_already_is_told_so(self, client, document):
        address = f"/ke-hoach/{document.pk}/ban-chinh/"
        etag = client.get(address)["ETag"]
        assert client.get(address, headers={"if-none-match": etag}).status_code == 304

    def test_signed_by_key_it_is_the_stored_file(self, office, client):
        document = sealed(office)
        shown = page(client, document.get_absolute_url())
        assert "Bản chính (PDF ký số)" in shown
        assert "Bản điện tử của hệ thống" not in shown
        assert client.get(f"/ke-hoach/{document.pk}/ban-chinh/").url == f"/ke-hoach/{document.pk}/pdf/"

    def test_a_scan_that_nobody_compared_is_none(self, office, client):
        document = a_plan(office=office)
        facts = {"sha256": "0" * 64, "pages": 1, "brought_by_name": "Thu", "brought_at": now()}
        Scan.objects.create(document=document, pdf=b"%PDF-1.7", **facts)
        document.number, document.issued_on, document.status = 5, document.first_day, Status.ISSUED
        document.save()
        assert "Bản chính" not in page(client, document.get_absolute_url())
        assert client.get(f"/ke-hoach/{document.pk}/ban-chinh/").status_code == 404

    def test_of_an_old_paper_the_scan_is_called_what_it_is(self, office, client):
        document = carried_over(office, an_old_paper(office))
        shown = page(client, document.get_absolute_url())
        assert "Bản quét văn bản gốc" in shown
        assert "Bản chính" not in shown

    def test_a_draft_has_none(self, office, client):
        draft = a_plan(office=office)
        client.force_login(office.lan)
        assert "Bản chính" not in page(client, draft.get_absolute_url())
        assert client.get(f"/ke-hoach/{draft.pk}/ban-chinh/").status_code == 404

    def test_the_list_and_the_open_data_say_which(self, office, client, document):
        key = sealed(office)
        shown = page(client, "/ke-hoach/")
        assert "có bản quét" in shown
        assert "bản chính ký số" in shown
        rows = {row["id"]: row for row in client.get("/api/v1/plans/").json()["results"]}
        assert rows[document.pk]["authentic"] == "scan"
        assert rows[document.pk]["authentic_copy"].endswith(f"/ke-hoach/{document.pk}/ban-chinh/")
        assert rows[key.pk]["authentic"] == "signed_pdf"
        assert rows[key.pk]["authentic_copy"] == rows[key.pk]["pdf"]
        assert client.get(f"/api/v1/plans/{document.pk}/").json()["authentic"] == "scan"

    def test_verification_offers_it(self, client, document):
        shown = page(client, f"/xac-thuc/{document.verification_code}/")
        assert "Bản chính (bản quét có chữ ký, dấu)" in shown
        assert "Bản điện tử của hệ thống" in shown


class TestAnEdxmlComesIn:
    def send(self, client, office, data: bytes):
        upload = SimpleUploadedFile("den.edxml", data, "application/xml")
        return client.post(
            "/ban-lam-viec/doc-tep/", {"unit": office.people_of_tan_thanh.pk, "file": upload}, follow=True
        )

    def test_it_opens_as_an_intake_named_by_its_letter(self, office, client):
        client.force_login(office.pao)
        paper = woven(LONG_ROAD)
        answer = self.send(client, office, an_edxml(attachment(paper)))
        intake = Intake.objects.get()
        assert intake.name == "15-KH-SYT Sở Y tế Lạng Sơn - ke-hoach.pdf"
        assert bytes(intake.file.data) == paper
        assert "Kế hoạch 15/KH-SYT ngày 05/01/2026 của Sở Y tế Lạng Sơn" in answer.content.decode()
        assert "không có mã kiểm tra để đối chiếu" in answer.content.decode()

    @pytest.mark.parametrize(
        ("data", "why"),
        [
            (an_edxml(attachment(), prolog='<!DOCTYPE a [<!ENTITY b "c">]>'), "DOCTYPE"),
            (an_edxml(attachment(more=digest(b"\0" * 32))), "không khớp mã kiểm tra"),
            (an_edxml(attachment(name="so-lieu.csv")), "không kèm tệp .docx"),
        ],
    )
    def test_a_hostile_one_is_refused_on_the_page_and_nothing_is_kept(self, office, client, data, why):
        client.force_login(office.pao)
        answer = self.send(client, office, data)
        assert answer.status_code == 422
        assert why in answer.content.decode()
        assert not Intake.objects.exists()
