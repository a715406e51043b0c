"""What keeps strangers out: lock-out, hashing, cookies, the content security policy."""

import re

import pytest
from django.urls import reverse

from childlabour import settings as production
from childlabour.units.models import Officer

LOG_IN = "/dang-nhap/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> Officer:
    return Officer.objects.create_user("can.bo", password="đúng mật khẩu", is_staff=True)


def log_in(client, password: str, **extra):
    return client.post(LOG_IN, {"username": "can.bo", "password": password}, **extra)


def guess_until_locked(client, **extra) -> None:
    for _ in range(production.AXES_FAILURE_LIMIT):
        log_in(client, "đoán", **extra)


def test_after_five_wrong_passwords_even_the_right_one_waits(client, officer):
    guess_until_locked(client)
    answer = log_in(client, "đúng mật khẩu")
    assert answer.status_code == 429
    page = answer.content.decode()
    assert "sai 5 lần liên tiếp" in page
    assert "15 phút" in page
    assert "_auth_user_id" not in client.session


def test_nobody_can_lock_a_colleague_out_from_elsewhere(client, officer):
    guess_until_locked(client, REMOTE_ADDR="203.0.113.9")
    assert log_in(client, "đúng mật khẩu", REMOTE_ADDR="203.0.113.10").status_code == 302


def test_the_right_password_forgets_the_wrong_ones(client, officer):
    for _ in range(production.AXES_FAILURE_LIMIT):
        log_in(client, "đoán")
        client.logout()
        assert log_in(client, "đúng mật khẩu").status_code == 302
        client.logout()


@pytest.mark.parametrize(("behind_proxy", "status"), [(False, 429), (True, 302)])
def test_only_a_proxy_is_believed_about_addresses(client, officer, settings, behind_proxy, status):
    settings.BEHIND_PROXY = behind_proxy
    guess_until_locked(client, HTTP_X_REAL_IP="203.0.113.9")
    assert log_in(client, "đúng mật khẩu", HTTP_X_REAL_IP="203.0.113.10").status_code == status


def test_passwords_are_kept_with_argon2(settings):
    settings.PASSWORD_HASHERS = production.PASSWORD_HASHERS
    officer = Officer.objects.create_user("can.bo", password="đúng mật khẩu")
    assert officer.password.startswith("argon2$argon2id$")


def test_every_page_forbids_inline_scripts_styles_and_the_world_outside(client):
    for address in (LOG_IN, "/khong-co-trang-nay/"):
        policy = client.get(address)["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "default-src 'self'" in policy
        assert "object-src 'none'" in policy
        assert not re.search(r"https?:|\*", policy)


def test_no_setting_widens_the_policy():
    sources = [
        source
        for directive in production.CONTENT_SECURITY_POLICY["DIRECTIVES"].values()
        for source in directive
    ]
    assert {str(s) for s in sources} <= {"'self'", "'none'", "data:", "csp.constants.NONCE"}


def test_admin_pages_keep_the_policy_too(client, keeper):
    client.force_login(keeper)
    answer = client.get(reverse("admin:index"))
    assert answer.status_code == 200
    assert not re.search(r"<script(?![^>]*(src=|nonce=|application/json))", answer.content.decode())
