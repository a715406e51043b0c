"""To a unit that does not work here: its authentic copy by mail, through a real post office on this machine."""

from email import message_from_bytes
from email.header import decode_header, make_header

import pytest
from aiosmtpd.controller import Controller

from childlabour.core.errors import Refusal
from childlabour.jobs.models import Job, State
from childlabour.units.models import Unit
from plans.delivery import mailing
from plans.delivery.later import mail_document
from plans.delivery.outside import carried, mail_again
from plans.issuing.freezing import annex_files_of
from plans.issuing.workflow import perform
from plans.models import Action, Channel, Delivery, Document
from tests.cast import a_plan
from tests.issuing.papers import a_blank_scan
from tests.issuing.test_annex_files import a_plan_with_annexes
from tests.issuing.way import issued
from tests.jobs.workers import work_off
from tests.notices.test_mail import a_free_port

pytestmark = pytest.mark.django_db

MAILBOX = "truong@tanthanh.example"


class PostOffice:
    """Keeps whole letters; `refused`: mailbox → what is said of it."""

    def __init__(self) -> None:
        self.letters: list = []
        self.refused: dict[str, str] = {}

    async def handle_RCPT(self, server, session, envelope, address, options) -> str:  # noqa: N802
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802 — aiosmtpd's name
        self.letters.append((envelope.rcpt_tos, message_from_bytes(envelope.content)))
        return "250 OK"


@pytest.fixture
def post_office(settings):
    kept = PostOffice()
    controller = Controller(kept, hostname="127.0.0.1", port=a_free_port(), data_size_limit=80_000_000)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    settings.EMAIL_FROM = "Văn thư <van-thu@huulung.example>"
    yield kept
    controller.stop()


@pytest.fixture
def school(office) -> Unit:
    Unit.objects.filter(pk=office.school.pk).update(email=MAILBOX)
    return Unit.objects.get(pk=office.school.pk)


def to_the_school(office, school) -> Delivery:
    issued(office, a_plan(office=office, tasks=4), scan=a_blank_scan())
    return Delivery.objects.get(unit=school)


def again(delivery: Delivery) -> Delivery:
    return Delivery.objects.get(pk=delivery.pk)


def attached(letter) -> dict[str, bytes]:
    return {
        part.get_filename(): part.get_payload(decode=True) for part in letter.walk() if part.get_filename()
    }


def text_of(letter) -> str:
    body = next(part for part in letter.walk() if part.get_content_type() == "text/plain")
    return body.get_payload(decode=True).decode()


def test_the_scan_with_its_seal_goes_out_with_where_to_verify_it(office, school, post_office, settings):
    delivery = to_the_school(office, school)
    assert again(delivery).sent_at is None, "nothing leaves inside the transaction"
    work_off()
    ((to, letter),) = post_office.letters
    document = delivery.document
    assert to == [MAILBOX]
    assert str(make_header(decode_header(letter["Subject"]))) == (
        f"UBND huyện Hữu Lũng: Kế hoạch số {document.code}"
    )
    assert attached(letter) == {f"{document.slug}.pdf": bytes(document.scan.pdf)}
    assert f"{settings.SITE_ADDRESS}/xac-thuc/{document.verification_code}/" in text_of(letter)
    assert again(delivery).sent_at is not None


def test_annexes_that_were_issued_apart_go_with_it(office, school, post_office):
    document = issued(office, a_plan_with_annexes(office, tasks=4), scan=a_blank_scan(), annexes_apart=True)
    work_off()
    ((_, letter),) = post_office.letters
    files = attached(letter)
    assert list(files) == [f"{document.slug}{more}.pdf" for more in ("", "-phu-luc-1", "-phu-luc-2")]
    assert list(files.values())[1:] == [annex.current for annex in annex_files_of(document)]


def test_a_letter_holds_no_words_of_tasks_or_targets(office, school, post_office):
    delivery = to_the_school(office, school)
    work_off()
    ((_, letter),) = post_office.letters
    assert "Nhiệm vụ" not in text_of(letter)
    assert " ".join(delivery.document.title.split()) in text_of(letter)


def test_a_file_too_large_for_a_letter_is_linked(office, school, post_office, monkeypatch, settings):
    monkeypatch.setattr(mailing, "LARGEST", 10)
    delivery = to_the_school(office, school)
    work_off()
    ((_, letter),) = post_office.letters
    assert attached(letter) == {}
    assert f"{settings.SITE_ADDRESS}/ke-hoach/{delivery.document_id}/" in text_of(letter)


def test_nothing_is_sent_twice(office, school, post_office):
    delivery = to_the_school(office, school)
    work_off()
    document = Document.objects.get(pk=delivery.document_id)
    assert mailing.mail(document) == 0
    assert len(post_office.letters) == 1


def test_a_mailbox_that_refuses_waits_for_the_clerk_and_gets_a_better_one(office, school, post_office):
    post_office.refused[MAILBOX] = "550 no such mailbox"
    delivery = to_the_school(office, school)
    work_off()
    refused = again(delivery)
    assert (refused.sent_at, refused.waits_for_clerk) == (None, True)
    assert "xem lại địa chỉ" in refused.fault
    Unit.objects.filter(pk=school.pk).update(email="moi@tanthanh.example")
    mail_again(refused, office.thu)
    work_off()
    ((to, _),) = post_office.letters
    assert to == ["moi@tanthanh.example"]
    assert (again(delivery).fault, again(delivery).sent_by_name) == ("", "Lê Thị Thu")


def test_a_post_office_that_asks_to_come_again_is_asked_again(office, school, post_office):
    post_office.refused[MAILBOX] = "450 later"
    delivery = to_the_school(office, school)
    work_off()
    assert (again(delivery).sent_at, again(delivery).fault) == (None, "")
    assert Job.objects.get(work_name=mail_document.name).state != State.DONE


def test_what_was_revoked_meanwhile_does_not_go_out(office, school, post_office):
    delivery = to_the_school(office, school)
    perform(Action.REVOKE, delivery.document, office.hung, reason="Trái thẩm quyền.")
    work_off()
    assert post_office.letters == []
    with pytest.raises(Refusal, match="không gửi nữa"):
        carried(delivery, office.thu)


def test_without_a_post_office_it_waits_and_is_carried(office, school):
    delivery = to_the_school(office, school)
    assert not Job.objects.filter(work_name=mail_document.name).exists()
    with pytest.raises(Refusal, match="chưa đặt hộp thư"):
        mail_again(delivery, office.thu)
    carried(delivery, office.thu)
    now_sent = again(delivery)
    assert (now_sent.channel, now_sent.sent_by_name) == (Channel.FILE, "Lê Thị Thu")


@pytest.mark.parametrize("who", ["lan", "hung", "pao", "son"])
def test_only_the_clerk_sends(office, school, who):
    delivery = to_the_school(office, school)
    for act in (carried, mail_again):
        with pytest.raises(Refusal, match="Chỉ văn thư của UBND huyện Hữu Lũng"):
            act(delivery, getattr(office, who))


def test_a_unit_without_a_mailbox_is_told_what_to_do(office, post_office):
    issued(office, a_plan(office=office, tasks=4))
    delivery = Delivery.objects.get(unit=office.school)
    with pytest.raises(Refusal, match="chưa có địa chỉ thư điện tử"):
        mail_again(delivery, office.thu)
