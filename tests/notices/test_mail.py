"""Letters, through a real post office on this machine."""

import socket
from email import message_from_bytes
from email.header import decode_header, make_header
from smtplib import SMTPRecipientsRefused

import pytest
from aiosmtpd.controller import Controller
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.urls import reverse

from childlabour.core import environment
from childlabour.jobs.models import Job, State
from childlabour.notices.later import ask_for_digests, mail_notices
from childlabour.notices.models import ByMail, Notice, Wishes
from childlabour.notices.posting import post
from childlabour.notices.telling import see, tell
from tests.jobs.workers import work_off

pytestmark = pytest.mark.django_db


class PostOffice:
    """Takes what is sent, keeps it, forwards nothing."""

    def __init__(self) -> None:
        self.letters: list[tuple[list[str], str, str]] = []
        self.refused: dict[str, str] = {}  # mailbox → what is said of it

    async def handle_RCPT(self, server, session, envelope, address, options) -> str:  # noqa: N802
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802 — aiosmtpd's name
        letter = message_from_bytes(envelope.content)
        subject = str(make_header(decode_header(letter["Subject"])))
        body = letter.get_payload(decode=True).decode()
        self.letters.append((envelope.rcpt_tos, subject, body))
        return "250 OK"


def a_free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


@pytest.fixture
def post_office():
    return PostOffice()


@pytest.fixture
def letters(settings, post_office):
    controller = Controller(post_office, hostname="127.0.0.1", port=a_free_port())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = controller.port
    settings.EMAIL_FROM = "Kế hoạch <khong-tra-loi@huulung.example>"
    yield post_office.letters
    controller.stop()


@pytest.fixture
def lan(office):
    office.lan.email = "lan@huulung.example"
    office.lan.save()
    return office.lan


def wants(officer, how: ByMail) -> None:
    Wishes.objects.update_or_create(officer=officer, defaults={"by_mail": how})


def test_a_letter_says_the_sentence_and_where_to_read_more(letters, lan, settings):
    wants(lan, ByMail.EACH)
    tell([lan], "Nông Văn Hùng trả lại Kế hoạch năm 2023.", "/van-ban/7/xu-ly/")
    assert post(ByMail.EACH) == 1
    ((to, subject, body),) = letters
    assert to == ["lan@huulung.example"]
    assert subject == "Nông Văn Hùng trả lại Kế hoạch năm 2023."
    assert f"{settings.SITE_ADDRESS}/van-ban/7/xu-ly/" in body


def test_the_job_is_asked_for_in_the_act_s_own_transaction_and_sends(letters, lan):
    wants(lan, ByMail.EACH)
    tell([lan], "Có văn bản mới.", "/")
    job = Job.objects.get(work_name=mail_notices.name)
    work_off()
    job.refresh_from_db()
    assert (job.state, len(letters)) == (State.DONE, 1)


def test_nothing_is_sent_twice(letters, lan):
    wants(lan, ByMail.EACH)
    tell([lan], "Có văn bản mới.", "/")
    post(ByMail.EACH)
    assert post(ByMail.EACH) == 0


def test_a_digest_is_one_letter_a_day_however_much_there_was(letters, lan):
    wants(lan, ByMail.DAILY)
    for number in range(3):
        tell([lan], f"Tin thứ {number}.", "/")
    ask_for_digests()
    assert letters == [], "no letter goes out while the chore's transaction is open"
    work_off()
    ((_, subject, body),) = letters
    assert subject == "3 thông báo mới"
    assert all(f"Tin thứ {number}." in body for number in range(3))


def test_what_was_seen_on_the_desk_needs_no_letter(letters, lan):
    wants(lan, ByMail.DAILY)
    tell([lan], "Có văn bản mới.", "/")
    see(lan)
    ask_for_digests()
    assert not Job.objects.exists()
    assert letters == []


@pytest.mark.parametrize("how", [ByMail.NEVER, None])
def test_nobody_gets_letters_unasked(letters, lan, how):
    if how:
        wants(lan, how)
    tell([lan], "Có văn bản mới.", "/")
    assert not Job.objects.exists()
    assert (post(ByMail.EACH), post(ByMail.DAILY)) == (0, 0)


def test_without_a_post_office_notices_stand_on_the_desk_alone(settings, lan):
    settings.EMAIL_FROM = ""
    wants(lan, ByMail.EACH)
    tell([lan], "Có văn bản mới.", "/")
    assert Notice.objects.count() == 1
    assert not Job.objects.exists()


def test_a_post_office_that_is_away_loses_nothing(letters, lan, settings):
    wants(lan, ByMail.EACH)
    tell([lan], "Có văn bản mới.", "/")
    right, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    with pytest.raises(OSError):
        post(ByMail.EACH)
    assert Notice.objects.unmailed().count() == 1
    settings.EMAIL_PORT = right
    assert post(ByMail.EACH) == 1


@pytest.fixture
def both(lan, office):
    """Chị Lan, then anh Hùng: in this order they are written to."""
    office.hung.email = "hung@huulung.example"
    office.hung.save()
    for officer in (lan, office.hung):
        wants(officer, ByMail.EACH)
        tell([officer], "Có văn bản mới.", "/")


@pytest.mark.parametrize("address", ["lan@huulung.example", "chị lan@@"])
def test_a_mailbox_that_is_refused_for_good_stops_nobody_else_s_letters(
    letters, post_office, both, lan, address
):
    type(lan).objects.filter(pk=lan.pk).update(email=address)
    post_office.refused[address] = "550 No such mailbox"
    assert post(ByMail.EACH) == 1
    assert [to for to, _, _ in letters] == [["hung@huulung.example"]]
    assert not Notice.objects.unmailed().exists(), "it is not tried for ever"


def test_a_mailbox_that_is_full_today_is_tried_again_and_stops_nobody(letters, post_office, both):
    post_office.refused["lan@huulung.example"] = "452 Mailbox full"
    with pytest.raises(SMTPRecipientsRefused):
        post(ByMail.EACH)
    assert [to for to, _, _ in letters] == [["hung@huulung.example"]]
    post_office.refused.clear()
    assert post(ByMail.EACH) == 1


def test_of_two_workers_one_sends(letters, both):
    """The second one looks while the first has claimed a notice, and not yet heard that its letter was taken."""
    others = []

    def second(execute, sql, params, many, context):
        done = execute(sql, params, many, context)
        if sql.startswith("UPDATE") and "mailed_at" in sql and not others:
            others.append(0)
            others.append(post(ByMail.EACH))
        return done

    with connection.execute_wrapper(second):
        first = post(ByMail.EACH)
    assert (first, others[1], len(letters)) == (1, 1, 2)


def test_an_officer_chooses_on_the_page(client, lan, letters):
    client.force_login(lan)
    client.post(reverse("notices:wish"), {"by_mail": "daily"})
    assert Wishes.objects.get(officer=lan).by_mail == ByMail.DAILY
    client.post(reverse("notices:wish"), {"by_mail": "hourly"})
    assert Wishes.objects.get(officer=lan).by_mail == ByMail.DAILY


class TestSettings:
    @pytest.mark.parametrize(
        "url", ["smtp://127.0.0.1:25", "smtp+tls://a:b@mail.example:587", "smtp+ssl://mail.example:465"]
    )
    def test_a_post_office_is_named_by_one_address(self, monkeypatch, url):
        monkeypatch.setenv("EMAIL_URL", url)
        found = environment.post_office("EMAIL_URL")
        assert found["EMAIL_PORT"] == int(url.rsplit(":", 1)[1])

    @pytest.mark.parametrize("url", ["mail.example", "http://mail.example", "smtp://"])
    def test_what_is_no_post_office_stops_the_start_without_telling_a_password(self, monkeypatch, url):
        monkeypatch.setenv("EMAIL_URL", f"{url}?secret")
        with pytest.raises(ImproperlyConfigured) as refused:
            environment.post_office("EMAIL_URL")
        assert "secret" not in str(refused.value)

    def test_the_sender_is_an_address(self, monkeypatch):
        monkeypatch.setenv("EMAIL_FROM", "không phải địa chỉ")
        with pytest.raises(ImproperlyConfigured):
            environment.mail_address("EMAIL_FROM")
