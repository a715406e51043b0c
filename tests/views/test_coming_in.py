"""Log-in, log-out, and the pages that say no."""

import pytest
from django.test import Client
from django.urls import reverse

from childlabour import settings as production
from tests.cast import PASSWORD, with_password

pytestmark = pytest.mark.django_db
LOG_IN = "/dang-nhap/"


def come_in(client, password: str = PASSWORD, **more):
    return client.post(LOG_IN, {"username": "lan", "password": password, **more})


@pytest.fixture
def lan_with_password(office):
    return with_password(office.lan)


def test_an_officer_comes_in_and_goes_out(client, lan_with_password):
    assert come_in(client).status_code == 302
    page = client.get("/").content.decode()
    assert "Hoàng Thị Lan" in page
    assert "Đăng xuất" in page
    assert client.post(reverse("accounts:logout")).status_code == 302
    assert "Hoàng Thị Lan" not in client.get("/").content.decode()


def test_nobody_is_logged_out_by_a_link(client, lan_with_password):
    come_in(client)
    assert client.get(reverse("accounts:logout")).status_code == 405


def test_after_coming_in_one_is_where_one_wanted_to_be(client, lan_with_password):
    assert come_in(client, next="/ke-hoach/?q=xa").url == "/ke-hoach/?q=xa"
    assert come_in(Client(), next="https://example.org/").url != "https://example.org/"


def test_a_wrong_password_is_answered_kindly_and_keeps_the_name(client, lan_with_password):
    page = come_in(client, "sai").content.decode()
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in page
    assert 'value="lan"' in page


def test_an_unknown_name_gets_the_same_answer(client, lan_with_password):
    wrong = client.post(LOG_IN, {"username": "khong-co", "password": "x"}).content.decode()
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in wrong


def test_an_empty_form_names_both_fields(client, db):
    assert client.post(LOG_IN, {}).content.decode().count("field-wrong") == 2


def test_a_closed_account_stays_out(client, lan_with_password):
    lan_with_password.is_active = False
    lan_with_password.save()
    assert come_in(client).status_code == 200
    assert "_auth_user_id" not in client.session


def test_after_five_wrong_passwords_the_page_says_how_long_to_wait(client, lan_with_password):
    for _ in range(production.AXES_FAILURE_LIMIT):
        answer = come_in(client, "sai")
    assert answer.status_code == 429
    page = answer.content.decode()
    assert "Tạm khóa đăng nhập" in page
    assert "15 phút" in page
    assert come_in(client).status_code == 429


def test_a_page_that_is_not_there_says_what_to_do(client, db):
    answer = client.get("/khong-co/")
    assert answer.status_code == 404
    assert "Không tìm thấy trang này" in answer.content.decode()


def test_a_form_without_its_token_is_refused_in_vietnamese(db):
    answer = Client(enforce_csrf_checks=True).post(LOG_IN, {"username": "lan"})
    assert answer.status_code == 403
    page = answer.content.decode()
    assert "Chưa nhận được dữ liệu vừa gửi" in page
    assert f'href="{LOG_IN}">Mở lại trang đăng nhập' in page


def test_a_fault_of_ours_is_told_without_its_inside(client, monkeypatch, settings):
    def broken(*_):
        raise RuntimeError("bí mật bên trong")

    monkeypatch.setattr("plans.web.views.public.counts_by_programme", broken)
    client.raise_request_exception = False
    answer = client.get("/")
    assert answer.status_code == 500
    assert "Hệ thống gặp trục trặc" in answer.content.decode()
    assert "bí mật" not in answer.content.decode()


def test_a_request_that_cannot_be_read_is_answered_in_vietnamese(client, settings):
    settings.ALLOWED_HOSTS = ["example.gov.vn"]
    answer = client.get("/")
    assert answer.status_code == 400
    assert "chưa hiểu yêu cầu" in answer.content.decode()
