"""Everybody sees where the own account is open, and can shut it there; who leaves the room is shut out in time."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse

from childlabour.accounts.agents import in_words
from childlabour.accounts.models import LogIn
from childlabour.core.clock import now
from plans.content.asking import content_of
from tests.accounts.ways_in import (
    ACCOUNT,
    DESK,
    TELEPHONE,
    WINDOWS,
    in_a_browser,
    is_in,
    time_passes,
    unseen_for,
)
from tests.cast import a_plan

pytestmark = pytest.mark.django_db
LEAVE = "/tai-khoan/dang-xuat-noi-khac/"


def test_the_account_page_says_who_one_is_and_where_one_is_in(lan, office):
    here = in_a_browser(lan)
    in_a_browser(lan, TELEPHONE)
    page = here.get(ACCOUNT).content.decode()
    for words in ("Hoàng Thị Lan", "Chuyên viên", str(office.labour), "Chrome trên Windows", "127.0.0.1"):
        assert words in page
    assert "Samsung Internet trên Android" in page
    assert page.count("máy này") == 1
    assert page.index("Chrome trên Windows") < page.index("máy này") < page.index("Samsung Internet")


def test_whoever_was_in_and_left_is_still_told_of(lan):
    there = in_a_browser(lan, TELEPHONE)
    there.post("/dang-xuat/")
    page = in_a_browser(lan).get(ACCOUNT).content.decode()
    standing, _, before = page.partition("Những lần đăng nhập trước")
    assert "Samsung Internet" in before
    assert "Samsung Internet" not in standing


def test_nobody_sees_the_log_ins_of_a_colleague(lan, thu):
    in_a_browser(thu, TELEPHONE).post("/dang-xuat/")
    in_a_browser(thu, TELEPHONE)
    page = in_a_browser(lan).get(ACCOUNT).content.decode()
    assert "Samsung Internet" not in page


def test_the_other_place_is_shut_and_this_one_stays(lan):
    here, there, third = in_a_browser(lan), in_a_browser(lan, TELEPHONE), in_a_browser(lan)
    row = LogIn.objects.get(agent=TELEPHONE)
    here.post(LEAVE, {"which": row.pk})
    assert not is_in(there)
    assert is_in(third)
    here.post(LEAVE, {"which": "all"})
    assert not is_in(third)
    assert is_in(here)


@pytest.mark.parametrize("which", ["", "abc", "-1", "9" * 30])
def test_what_names_no_place_ends_none(lan, which):
    here, there = in_a_browser(lan), in_a_browser(lan, TELEPHONE)
    assert here.post(LEAVE, {"which": which}).status_code == 302
    assert is_in(there)


def test_nobody_shuts_a_colleague_out(lan, thu):
    hers = in_a_browser(thu)
    in_a_browser(lan).post(LEAVE, {"which": LogIn.objects.of(thu).get().pk})
    assert is_in(hers)


def test_a_new_password_shuts_every_other_place(lan):
    here, there = in_a_browser(lan), in_a_browser(lan, TELEPHONE)
    new = "mùa-hoa-mận-trắng-2024"
    here.post(
        "/tai-khoan/mat-khau/",
        {"old_password": "Vi-tre-em-Viet-Nam-2023", "new_password1": new, "new_password2": new},
    )
    assert is_in(here)
    assert not is_in(there)
    page = here.get(ACCOUNT).content.decode()
    standing, _, before = page.partition("Những lần đăng nhập trước")
    assert "Samsung Internet" in before
    assert "Samsung Internet" not in standing
    assert page.count("máy này") == 1


def test_who_logs_out_is_off_the_list_from_the_admin_too(lan, keeper):
    for officer, address in ((lan, reverse("accounts:logout")), (keeper, reverse("admin:logout"))):
        browser = in_a_browser(officer)
        assert browser.post(address).status_code == 302
        assert not LogIn.objects.of(officer).standing().exists()
        assert not is_in(browser)


def test_the_admin_has_no_log_in_of_its_own(client, keeper, lan):
    assert client.get("/quan-tri/login/?next=/quan-tri/units/").url == "/dang-nhap/?next=/quan-tri/units/"
    assert client.post("/quan-tri/login/", {"username": "son", "password": "x"}).status_code == 302
    client.force_login(lan)
    assert client.get("/quan-tri/", follow=True).status_code == 403, (
        "who has no key is told so, not sent in circles"
    )


# ── Left alone ──────────────────────────────────────────────────────────────────────────────────────


def test_an_hour_without_a_sign_of_life_ends_the_log_in_and_says_so(lan):
    browser = in_a_browser(lan)
    unseen_for(lan, minutes=settings.IDLE_MINUTES - 1)
    assert is_in(browser)
    unseen_for(lan, minutes=settings.IDLE_MINUTES + 1)
    answer = browser.get("/nhiem-vu/")
    assert answer.url == "/dang-nhap/?next=/nhiem-vu/", "where one wanted to be is remembered"
    assert "lâu không thao tác" in browser.get(answer.url).content.decode()


def test_what_is_typed_after_that_hour_is_kept_and_not_done(lan, office):
    document = a_plan(office.committee)
    browser = in_a_browser(lan)
    unseen_for(lan, hours=2)
    spot = reverse("desk:spot", args=[document.pk, "body"])
    assert browser.post(spot, {"lines": "Gõ sau giờ nghỉ trưa."}).url.startswith("/dang-nhap/")
    assert "Gõ sau giờ nghỉ trưa." not in [block.text for block in content_of(document).blocks]
    browser.post("/dang-nhap/", {"username": "lan", "password": "Vi-tre-em-Viet-Nam-2023"})
    assert "Gõ sau giờ nghỉ trưa." in browser.get(spot).content.decode()


def test_a_day_of_work_is_the_longest_however_busy(lan):
    browser = in_a_browser(lan)
    LogIn.objects.of(lan).update(since=now() - timedelta(seconds=settings.SESSION_COOKIE_AGE + 1))
    assert not is_in(browser)


def test_an_open_editor_that_only_beats_is_nobody(lan, office):
    document = a_plan(office.committee)
    browser = in_a_browser(lan)
    unseen_for(lan, minutes=30)
    before = LogIn.objects.of(lan).get().last_seen
    assert browser.get(reverse("desk:sheet_news", args=[document.pk])).status_code == 200
    assert LogIn.objects.of(lan).get().last_seen == before
    browser.get(DESK)
    assert LogIn.objects.of(lan).get().last_seen > before


def test_being_seen_is_written_at_most_once_a_minute(lan):
    browser = in_a_browser(lan)
    unseen_for(lan, seconds=50)
    before = LogIn.objects.of(lan).get().last_seen
    browser.get(DESK)
    assert LogIn.objects.of(lan).get().last_seen == before


def test_a_session_that_came_in_by_another_way_is_on_the_list_too(client, lan):
    client.force_login(lan)
    assert is_in(client)
    assert LogIn.objects.of(lan).standing().count() == 1
    time_passes(lan, hours=2)
    assert not is_in(client)


def test_the_key_of_a_session_stands_nowhere_but_in_the_session(lan):
    browser = in_a_browser(lan)
    row = LogIn.objects.values().get()
    assert browser.cookies["sessionid"].value not in str(row)


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (WINDOWS, "Chrome trên Windows"),
        (WINDOWS + " Edg/141.0", "Edge trên Windows"),
        (TELEPHONE, "Samsung Internet trên Android"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox trên Linux"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
            "Safari trên iPhone",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/130.0 Chrome/124.0 Safari/537.36",
            "Cốc Cốc trên Windows",
        ),
        ("curl/8.5.0", "Trình duyệt khác"),
        ("", "Trình duyệt khác"),
    ],
)
def test_a_browser_in_plain_words(agent, words):
    assert in_words(agent) == words
