"""Whoever guesses passwords is slowed: by name and address, and by address whatever the name."""

import logging
from datetime import timedelta

import pytest
from django.conf import settings

from childlabour.accounts.guessing import WINDOW, masked
from childlabour.accounts.models import FailedLogIn
from childlabour.core.clock import now
from childlabour.core.proxy import client_network
from tests.accounts.ways_in import LOG_IN
from tests.cast import PASSWORD, with_password

pytestmark = pytest.mark.django_db
ATTACKER, OFFICE = "203.0.113.9", "198.51.100.4"


def guess(client, name: str = "lan", password: str = "đoán", address: str = ATTACKER, **extra):
    return client.post(LOG_IN, {"username": name, "password": password}, REMOTE_ADDR=address, **extra)


def guess_many(client, address: str = ATTACKER, **extra) -> None:
    for number in range(settings.LOGIN_FAILURES):
        guess(client, f"ten-{number}", address=address, **extra)


def test_an_address_that_tries_many_names_has_to_wait_and_is_told_how_long(client, lan):
    with_password(lan)
    guess_many(client)
    answer = guess(client, password=PASSWORD)
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= WINDOW.total_seconds()
    assert "Chờ 10 phút" in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_nobody_is_kept_out_by_what_happens_at_another_address(client, lan):
    with_password(lan)
    guess_many(client)
    for _ in range(settings.LOGIN_FAILURES):
        guess(client)
    assert guess(client, password=PASSWORD, address=OFFICE).status_code == 302


def test_the_wait_ends_by_itself(client, lan):
    with_password(lan)
    guess_many(client)
    FailedLogIn.objects.update(failed_at=now() - WINDOW - timedelta(seconds=1))
    assert guess(client, password=PASSWORD).status_code == 302


def test_a_right_password_does_not_forgive_the_address(client, lan):
    with_password(lan)
    for number in range(settings.LOGIN_FAILURES - 1):
        guess(client, f"ten-{number}")
    assert guess(client, password=PASSWORD).status_code == 302
    client.logout()
    guess(client, "mot-ten-khac")
    assert guess(client, password=PASSWORD).status_code == 429


def test_an_empty_form_is_no_guess(client):
    client.post(LOG_IN, {"username": "lan", "password": ""})
    assert not FailedLogIn.objects.exists()


def test_the_admin_is_behind_the_same_limit(client, keeper):
    with_password(keeper)
    guess_many(client)
    way = client.get("/quan-tri/", REMOTE_ADDR=ATTACKER)
    to_log_in = client.get(way.url, REMOTE_ADDR=ATTACKER).url
    answer = client.post(to_log_in, {"username": "son", "password": PASSWORD}, REMOTE_ADDR=ATTACKER)
    assert answer.status_code == 429


@pytest.mark.parametrize(("behind_proxy", "status"), [(True, 302), (False, 429)])
def test_the_address_is_the_one_that_the_proxy_names_and_no_other(
    client, lan, settings, behind_proxy, status
):
    with_password(lan)
    settings.BEHIND_PROXY = behind_proxy
    guess_many(client, address="127.0.0.1", HTTP_X_REAL_IP=ATTACKER)
    answer = guess(client, password=PASSWORD, address="127.0.0.1", HTTP_X_REAL_IP=OFFICE)
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::9", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("", ""),
    ],
)
def test_an_ipv6_line_counts_as_one_caller_whatever_it_calls_itself(rf, address, counted):
    assert client_network(rf.get("/", REMOTE_ADDR=address)) == counted


def test_a_name_that_was_tried_too_often_is_told_how_long_to_wait(client, lan):
    with_password(lan)
    for _ in range(settings.AXES_FAILURE_LIMIT):
        answer = guess(client)
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= settings.AXES_COOLOFF_TIME.total_seconds()


def test_the_log_names_the_address_and_never_the_whole_name(client, lan, caplog):
    with caplog.at_level(logging.INFO):
        guess(client, "vt.lan")
        guess(client, "Mật-khẩu gõ nhầm ô")
        for _ in range(settings.AXES_FAILURE_LIMIT):
            guess(client, "hoang.thi.lan")
    said = "\n".join(record.getMessage() for record in caplog.records)
    assert f"vt.l*** from {ATTACKER}" in said
    assert "Locking out" in said
    for secret in ("vt.lan", "khẩu", "thi.lan"):
        assert secret not in said


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("vt.lan", "vt.l***"),
        ("lan", "l***"),
        ("", "***"),
        (None, "***"),
        ("P4ss.word!", "w***"),
        ("a b.c", "c***"),
        ("vt.\n", "vt.***"),
    ],
)
def test_a_masked_name(name, shown):
    assert masked(name) == shown
