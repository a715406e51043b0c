"""Letters, through a real post office on this machine."""

import socket
from email import message_from_bytes
from email.header import decode_header, make_header

import pytest
from aiosmtpd.controller import Controller
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

from childlabour.core import environment
from childlabour.jobs.models import Job, State
from childlabour.notices.later import mail_digests, mail_notices
from childlabour.notices.models import ByMail, Notice, Wishes
from childlabour.notices.posting import post
from childlabour.notices.telling import see, tell
from tests.jobs.workers import work_off

pytestmark = pytest.mark.django_db


class PostOffice:
    """Takes what is sent, keeps it, forwards nothing."""

    def __init__(self) -> None:
        self.letters: list[tuple[list[str], str, str]] = []

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
def letters(settings):
    post_office = PostOffice()
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
    mail_digests()
    ((_, subject, body),) = letters
    assert subject == "3 thông báo mới"
    assert all(f"Tin thứ {number}." in body for number in range(3))


def test_what_was_seen_on_the_desk_needs_no_letter(letters, lan):
    wants(lan, ByMail.DAILY)
    tell([lan], "Có văn bản mới.", "/")
    see(lan)
    mail_digests()
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
