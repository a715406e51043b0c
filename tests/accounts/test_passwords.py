"""A password belongs to whoever uses it: chosen by that person, long, and not easily guessed."""

import pytest
from django.contrib.auth.hashers import make_password
from django.core.management import call_command
from django.urls import reverse

from childlabour.samples.people import DEMO_ACCOUNTS
from childlabour.units.models import Officer
from plans.content.asking import content_of
from tests.accounts.ways_in import ACCOUNT, DESK, PASSWORD_PAGE, in_a_browser, is_in, shown_password
from tests.cast import PASSWORD, a_plan

pytestmark = pytest.mark.django_db
OWN = "mùa-hoa-mận-trắng-2024"


def set_by_the_keeper(officer: Officer) -> Officer:
    officer.set_password(PASSWORD)
    officer.save()
    return officer


def changed(browser, new: str = OWN, old: str = PASSWORD, **more):
    typed = {"old_password": old, "new_password1": new, "new_password2": new}
    return browser.post(PASSWORD_PAGE, typed | more)


def test_an_officer_changes_the_password_and_the_old_one_is_worth_nothing(lan):
    browser = in_a_browser(lan)
    assert changed(browser).url == ACCOUNT
    assert is_in(browser), "whoever changes it stays in"
    assert shown_password(lan, PASSWORD)[1].status_code == 200
    assert shown_password(lan, OWN)[1].status_code == 302


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("ngắn-11-chữ", "12"),
        ("telechargement", "nhiều người dùng"),
        ("123456789012", "số"),
        ("Hoàng Thị Lan", "giống"),
        (PASSWORD, "giống mật khẩu đang dùng"),
    ],
)
def test_a_password_that_is_easily_guessed_is_refused_in_words(lan, new, said):
    page = changed(in_a_browser(lan), new).content.decode()
    assert "field-wrong" in page
    assert said in page
    lan.refresh_from_db()
    assert lan.check_password(PASSWORD)


def test_who_does_not_know_the_old_password_changes_nothing(lan):
    page = changed(in_a_browser(lan), old="đoán mò").content.decode()
    assert "Mật khẩu đang dùng chưa đúng" in page
    lan.refresh_from_db()
    assert lan.check_password(PASSWORD)


@pytest.mark.parametrize("address", [DESK, "/", "/ke-hoach/?q=xa", "/nhiem-vu/", ACCOUNT])
def test_a_password_set_by_somebody_else_leads_every_page_to_the_change_and_back(lan, address):
    browser, _ = shown_password(set_by_the_keeper(lan))
    way = browser.get(address, follow=True)
    assert way.request["PATH_INFO"] == PASSWORD_PAGE
    assert "do người khác đặt" in way.content.decode()
    assert changed(browser, next=address).url == address
    assert browser.get(address).status_code == 200


def test_the_wanted_page_is_remembered_through_log_in_and_change(lan):
    browser, answer = shown_password(set_by_the_keeper(lan), next="/ke-hoach/?q=xa")
    page = browser.get(answer.url, follow=True).content.decode()
    assert 'name="next" value="/ke-hoach/?q=xa"' in page


def test_a_form_on_the_way_is_kept_until_the_password_is_changed(lan, office):
    document = a_plan(office.committee)
    browser, _ = shown_password(set_by_the_keeper(lan))
    spot = reverse("desk:spot", args=[document.pk, "body"])
    wanted = browser.post(spot, {"lines": "Câu gõ trước khi đổi."})
    assert wanted.status_code == 302
    assert changed(browser, next=spot).url == spot
    assert "Câu gõ trước khi đổi." in browser.get(spot).content.decode()
    assert "Câu gõ trước khi đổi." not in [block.text for block in content_of(document).blocks]


def test_a_script_is_told_so_in_json(lan):
    browser, _ = shown_password(set_by_the_keeper(lan))
    for answer in (
        browser.get("/api/v1/plans/"),
        browser.get(DESK, headers={"accept": "application/json"}),
    ):
        assert answer.status_code == 403
        assert "đổi mật khẩu" in answer.json()["problems"][0]["message"]


def test_one_may_always_leave(lan):
    browser, _ = shown_password(set_by_the_keeper(lan))
    assert browser.post(reverse("accounts:logout")).url == "/"
    assert browser.get("/").status_code == 200


def test_a_foreign_next_is_not_followed(lan):
    browser, _ = shown_password(set_by_the_keeper(lan))
    assert changed(browser, next="https://example.org/").url == DESK


def test_keeper_and_installer_set_a_password_for_others(client, office, keeper):
    client.force_login(keeper)
    address = reverse("admin:auth_user_password_change", args=[office.thu.pk])
    sent = {"usable_password": "true", "password1": PASSWORD, "password2": PASSWORD}
    assert client.post(address, sent).status_code == 302
    office.thu.refresh_from_db()
    assert office.thu.check_password(PASSWORD)
    assert office.thu.must_change_password

    Officer.objects.create_superuser("cai-dat", password=PASSWORD, full_name="Người cài đặt")
    assert Officer.objects.get(username="cai-dat").must_change_password


def test_a_stronger_hash_made_at_the_log_in_is_no_new_password(lan):
    lan.choose_password(PASSWORD)
    lan.password = make_password(
        PASSWORD, hasher="md5", salt="x"
    )  # too short a salt: hashed anew at the log-in
    lan.save()
    assert is_in(in_a_browser(lan))
    lan.refresh_from_db()
    assert not lan.must_change_password


def test_the_sample_accounts_go_on_as_the_readme_says(db, settings):
    settings.HTTPS = False
    call_command("load_samples", verbosity=0)
    for account in DEMO_ACCOUNTS[:2]:
        officer = Officer.objects.get(username=account.username)
        browser, answer = shown_password(officer, account.password)
        assert answer.url == DESK
        assert is_in(browser)
