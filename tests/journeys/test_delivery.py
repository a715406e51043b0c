"""Issued means delivered: from the clerk's press to the commune's own plan, and back to who looks on from above."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from childlabour.core.clock import now, today
from childlabour.units.models import Unit
from plans.content.values import Receiver
from plans.issuing.workflow import perform
from plans.models import Action, Delivery, Document, Scan
from tests.cast import a_plan, an_officer, revised
from tests.issuing.papers import a_blank_scan
from tests.issuing.way import signed

from .conftest import WIDTHS
from .desk_pages import leave, log_in
from .test_public import faults_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def document(office) -> Document:
    """Signed, on the clerk's desk: for every commune of the district, of which there are two."""
    other = Unit.objects.create(
        name="Ủy ban nhân dân xã Yên Bình",
        short_name="UBND xã Yên Bình",
        place=office.commune,
        function="committee",
        symbol="UBND",
        superior=office.committee,
    )
    an_officer("yen", "Lý Thị Yên", other, is_responder=True)
    lines = (Receiver("UBND các xã, thị trấn"), Receiver("Lưu: VT, LĐTBXH", "file"))
    plan = revised(
        a_plan(office=office, tasks=4, period_from=today().year, period_to=today().year),
        lambda content: replace(content, recipients=lines),
    )
    return signed(office, plan, scan=a_blank_scan())


def leave_and_come_in(page: Page, officer) -> None:
    leave(page)
    log_in(page, officer)


def signed_by_the_commune(own: Document, office) -> Document:
    """The words that only the commune knows, then through the hands of its leader and its clerk."""
    unit = office.people_of_tan_thanh
    leader = an_officer("chu-tich", "Lò Văn Chủ", unit, is_leader=True)
    clerk = an_officer("van-thu", "Hà Thị Thư", unit, is_clerk=True)

    def finished(content):
        blocks = tuple(
            replace(
                block, task=replace(block.task, lead=(office.school.pk,), given=block.task.given | {"lead"})
            )
            if block.task
            else block
            for block in content.blocks
        )
        receivers = (
            Receiver("UBND huyện Hữu Lũng (để báo cáo)", "report", office.committee.pk),
            Receiver("Trường Trung học cơ sở xã Tân Thành", unit=office.school.pk),
            Receiver("Lưu: VT", "file"),
        )
        lines = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
        return replace(
            content, blocks=blocks, recipients=receivers, signature_lines=lines, signer="Lò Văn Chủ"
        )

    perform(Action.SUBMIT, revised(own, finished), office.pao)
    perform(Action.APPROVE, own, leader)
    perform(Action.NUMBER, own, clerk, day=today())
    facts = {"sha256": "0" * 64, "pages": 1, "resolution": 300, "brought_by_name": str(clerk)}
    times = {"brought_at": now(), "confirmed_at": now(), "confirmed_by_name": str(clerk)}
    Scan.objects.create(document=own, pdf=a_blank_scan(), **facts, **times)
    return perform(Action.RECORD, own, clerk)


def test_from_the_press_of_the_clerk_to_the_plan_of_the_commune_and_the_reminder(page, office, document):
    log_in(page, office.thu)
    page.goto(f"/van-ban/{document.pk}/xu-ly/")
    page.get_by_role("button", name="Ban hành", exact=True).click()
    expect(page.get_by_text("Nội dung không sửa được nữa")).to_be_visible()

    page.set_viewport_size({"width": 360, "height": 780})
    leave_and_come_in(page, office.pao)
    page.goto("/ban-lam-viec/")
    expect(page.get_by_role("heading", name="Văn bản đến")).to_be_visible()
    page.get_by_role("link", name="Kế hoạch 01/KH-UBND, UBND huyện Hữu Lũng").click()
    expect(page.get_by_role("heading", name="Nhiệm vụ giao cho đơn vị")).to_be_visible()
    page.get_by_role("button", name="Lập kế hoạch của đơn vị").click()
    page.wait_for_url("**/ban-lam-viec/van-ban/*/")
    own = Document.objects.get(parent=document)
    page.goto("/van-ban-den/")
    expect(page.get_by_text("đã nhận", exact=True)).to_be_visible()
    page.get_by_role("link", name="Kế hoạch 01/KH-UBND").click()
    page.get_by_role("link", name="Soạn tiếp kế hoạch của đơn vị").click()
    page.wait_for_url(f"**/ban-lam-viec/van-ban/{own.pk}/")

    signed_by_the_commune(own, office)
    leave_and_come_in(page, own.unit.appointments.get(is_clerk=True).officer)
    page.goto(f"/van-ban/{own.pk}/xu-ly/")
    page.get_by_role("button", name="Ban hành", exact=True).click()
    expect(page.get_by_text("Nội dung không sửa được nữa")).to_be_visible()

    page.set_viewport_size({"width": 1280, "height": 900})
    leave_and_come_in(page, office.lan)
    page.goto(document.get_absolute_url())
    page.get_by_role("link", name="Nơi đã gửi, đã nhận").click()
    of_the_commune = page.get_by_role("listitem").filter(has_text="UBND xã Tân Thành")
    expect(of_the_commune).to_contain_text("đã ban hành kế hoạch")
    page.get_by_role("button", name="Đôn đốc 1 đơn vị còn lại").click()
    expect(page.get_by_text("Đã đôn đốc 1 đơn vị.")).to_be_visible()
    expect(page.get_by_text("Hoàng Thị Lan đôn đốc 1 đơn vị")).to_be_visible()
    page.get_by_role("button", name="Đôn đốc 1 đơn vị còn lại").click()
    expect(page.get_by_text("Hôm nay Hoàng Thị Lan đã đôn đốc 1 đơn vị")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_pages_fit_and_are_read_by_everybody(page, office, document, width):
    perform(Action.ISSUE, document, office.thu)
    came = Delivery.objects.get(document=document, unit=office.people_of_tan_thanh)
    page.set_viewport_size({"width": width, "height": 900})
    for officer, addresses in (
        (office.pao, ("/van-ban-den/", f"/van-ban-den/{came.pk}/", document.get_absolute_url())),
        (office.thu, (f"/van-ban/{document.pk}/da-gui/", f"/xac-thuc/{document.verification_code}/")),
    ):
        leave_and_come_in(page, officer)
        for address in addresses:
            page.goto(address)
            assert faults_of(page, f"{address} at {width}") == []
