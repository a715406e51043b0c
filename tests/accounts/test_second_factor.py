"""A code from the telephone after the password: for whoever wants it, and for keepers where a setting says so."""

import re
from datetime import timedelta

import pytest
from django.conf import settings as project
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from childlabour.accounts import second_factor
from childlabour.accounts.second_factor import LONGEST_WAIT
from childlabour.core.clock import now
from childlabour.core.commands import PlainError
from tests.accounts.ways_in import ACCOUNT, CODE, DESK, in_a_browser, is_in, shown_password
from tests.cast import PASSWORD, with_password

pytestmark = pytest.mark.django_db
ON, OFF, CODES = (
    "/tai-khoan/ma-xac-nhan/",
    "/tai-khoan/ma-xac-nhan/tat/",
    "/tai-khoan/ma-xac-nhan/ma-du-phong/",
)


def on_the_telephone(officer) -> str:
    device = TOTPDevice.objects.get(user=officer)
    return f"{TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift).token():06d}"


def half_a_minute_later(officer) -> None:
    """The telephone shows a code that was not used yet, and no wait is left from wrong ones."""
    TOTPDevice.objects.filter(user=officer).update(last_t=-1, throttling_failure_count=0)


def switched_on(officer) -> list[str]:
    """The recovery codes that were shown."""
    browser = in_a_browser(officer)
    browser.get(ON)
    page = browser.post(ON, {"password": PASSWORD, "code": on_the_telephone(officer)}).content.decode()
    half_a_minute_later(officer)
    return re.findall("<code>([a-z2-7]{8})</code>", page)


def test_switching_on_shows_secret_and_picture_and_ten_codes_once(lan):
    browser = in_a_browser(lan)
    page = browser.get(ON).content.decode()
    assert "<svg" in page
    assert second_factor.readable_secret(TOTPDevice.objects.get(user=lan)) in page
    assert not second_factor.is_on(lan), "nothing is on before a code was right"
    codes = switched_on(lan)
    assert len(codes) == len(set(codes)) == second_factor.RECOVERY_CODES
    assert second_factor.is_on(lan)
    assert codes[0] not in in_telephone_way(lan).get(ACCOUNT).content.decode()


def in_telephone_way(officer):
    browser, answer = shown_password(officer)
    assert browser.post(answer.url, {"code": on_the_telephone(officer)}).status_code == 302
    return browser


@pytest.mark.parametrize("wrong", [{"code": "000000"}, {"password": "đoán"}])
def test_it_is_not_switched_on_by_whoever_finds_a_browser_open(lan, wrong):
    browser = in_a_browser(lan)
    browser.get(ON)
    answer = browser.post(ON, {"password": PASSWORD, "code": on_the_telephone(lan)} | wrong)
    assert "field-wrong" in answer.content.decode()
    assert not second_factor.is_on(lan)


def test_a_password_alone_does_not_come_in_any_more(lan):
    switched_on(lan)
    browser, answer = shown_password(lan, next="/nhiem-vu/")
    assert answer.url == f"{CODE}?next=%2Fnhiem-vu%2F"
    assert not is_in(browser)
    assert browser.post(answer.url, {"code": "000000"}).status_code == 200
    assert not is_in(browser)
    half_a_minute_later(lan)
    assert browser.post(answer.url, {"code": on_the_telephone(lan), "next": "/nhiem-vu/"}).url == "/nhiem-vu/"
    assert is_in(browser)


def test_a_code_counts_once(lan):
    switched_on(lan)
    code = on_the_telephone(lan)
    for expected in (302, 200):
        browser, answer = shown_password(lan)
        assert browser.post(answer.url, {"code": code}).status_code == expected


def test_a_recovery_code_comes_in_once_however_it_is_spaced(lan):
    codes = switched_on(lan)
    spaced = f" {codes[0][:4].upper()}-{codes[0][4:]} "
    for expected in (302, 200):
        browser, answer = shown_password(lan)
        assert browser.post(answer.url, {"code": spaced}).status_code == expected
    assert second_factor.codes_left(lan) == len(codes) - 1


def test_the_second_page_is_nothing_without_the_first_and_not_for_long(client, lan, monkeypatch):
    switched_on(lan)
    assert client.get(CODE).url == "/dang-nhap/"
    browser, _ = shown_password(lan)
    with_password(lan, "mot-mat-khau-khac-han")
    assert browser.get(CODE).url == "/dang-nhap/", "the password was changed meanwhile"
    browser, _ = shown_password(lan, "mot-mat-khau-khac-han")
    assert browser.get(CODE).status_code == 200
    later = now() + timedelta(minutes=6)
    monkeypatch.setattr("childlabour.accounts.entering.now", lambda: later)
    assert browser.get(CODE).url == "/dang-nhap/"


def from_elsewhere(officer, code: str):
    """Somebody at another address who knows the password."""
    browser = Client(REMOTE_ADDR="203.0.113.9")
    browser.post("/dang-nhap/", {"username": officer.username, "password": PASSWORD})
    return browser.post(CODE, {"code": code})


def test_wrong_codes_have_to_wait_and_never_for_long(lan):
    switched_on(lan)
    from_elsewhere(lan, "000000")
    told = from_elsewhere(lan, "000001")
    assert told.status_code == 429
    assert int(told["Retry-After"]) >= 1
    TOTPDevice.objects.update(throttling_failure_count=40, throttling_failure_timestamp=now())
    told = from_elsewhere(lan, on_the_telephone(lan))
    assert told.status_code == 429
    assert int(told["Retry-After"]) <= LONGEST_WAIT


def test_a_stranger_who_knows_the_password_cannot_keep_the_officer_out_of_the_office(lan):
    codes = switched_on(lan)
    for wrong in ("000000", "abcdefgh"):
        from_elsewhere(lan, wrong)
        assert from_elsewhere(lan, wrong).status_code == 429
    for right in (on_the_telephone(lan), codes[0]):
        browser, answer = shown_password(lan)
        assert browser.post(answer.url, {"code": right}).status_code == 302


def test_wrong_codes_count_against_the_address(lan):
    switched_on(lan)
    browser, answer = shown_password(lan)
    for _ in range(project.LOGIN_FAILURES):
        half_a_minute_later(lan)
        browser.post(answer.url, {"code": "000000"})
    half_a_minute_later(lan)
    assert browser.post(answer.url, {"code": on_the_telephone(lan)}).status_code == 429


def test_switching_off_needs_password_and_code(lan):
    switched_on(lan)
    browser = in_telephone_way(lan)
    half_a_minute_later(lan)
    for wrong in ({"password": "đoán"}, {"code": "000000"}):
        browser.post(OFF, {"password": PASSWORD, "code": on_the_telephone(lan)} | wrong)
        assert second_factor.is_on(lan)
        half_a_minute_later(lan)
    assert browser.post(OFF, {"password": PASSWORD, "code": on_the_telephone(lan)}).url == ACCOUNT
    assert not second_factor.is_on(lan)
    assert not StaticToken.objects.exists()
    assert is_in(in_a_browser(lan))


def test_new_recovery_codes_take_the_place_of_the_old(lan):
    old = switched_on(lan)
    browser = in_telephone_way(lan)
    half_a_minute_later(lan)
    page = browser.post(CODES, {"password": PASSWORD, "code": on_the_telephone(lan)}).content.decode()
    new = re.findall("<code>([a-z2-7]{8})</code>", page)
    assert len(new) == second_factor.RECOVERY_CODES
    assert not set(old) & set(new)
    assert set(StaticToken.objects.values_list("token", flat=True)) == set(new)


def test_secrets_are_in_no_cache_and_in_no_page_of_the_admin(client, keeper, lan):
    switched_on(lan)
    assert "no-store" in in_telephone_way(lan).get(ON)["Cache-Control"]
    client.force_login(keeper)
    assert "otp" not in client.get("/quan-tri/").content.decode().lower()


# ── Keepers ─────────────────────────────────────────────────────────────────────────────────────────


def test_where_a_setting_says_so_a_keeper_sets_it_up_before_anything_else(settings, keeper, lan):
    settings.SECOND_FACTOR_FOR_KEEPERS = True
    with_password(keeper)
    browser = in_a_browser(keeper)
    way = browser.get("/quan-tri/", follow=True)
    assert way.request["PATH_INFO"] == ON
    assert "phải có mã xác nhận" in way.content.decode()
    proof = {"password": PASSWORD, "code": on_the_telephone(keeper), "next": "/quan-tri/"}
    assert 'href="/quan-tri/"' in browser.post(ON, proof).content.decode()
    assert browser.get("/quan-tri/").status_code == 200
    assert is_in(in_a_browser(lan)), "officers choose"


def test_in_the_try_out_nobody_has_to(keeper):
    assert not project.SECOND_FACTOR_FOR_KEEPERS
    with_password(keeper)
    assert in_a_browser(keeper).get("/quan-tri/").status_code == 200


def test_who_lost_the_telephone_is_helped_on_the_server(lan, capsys):
    switched_on(lan)
    call_command("forget_second_factor", "lan")
    assert "Hoàng Thị Lan" in capsys.readouterr().out
    assert is_in(in_a_browser(lan))
    for name in ("lan", "khong-co"):
        with pytest.raises(PlainError):
            call_command("forget_second_factor", name)


def test_the_page_of_the_account_says_whether_it_is_on(lan):
    assert "đang tắt" in in_a_browser(lan).get(ACCOUNT).content.decode()
    switched_on(lan)
    page = in_telephone_way(lan).get(ACCOUNT).content.decode()
    assert "đang bật" in page
    assert reverse("accounts:second_factor_off") in page
    assert DESK
