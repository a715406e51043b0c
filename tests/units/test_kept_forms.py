"""What strangers send to pages of officers is bounded: in size, in number from one address, in all, and in age."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from childlabour.core.clock import now
from childlabour.units.models import KeptForm
from childlabour.units.models.kept_form import KEPT_FOR, LONGEST_KEPT, MOST_OF_ALL, MOST_OF_AN_ADDRESS
from tests.cast import a_plan
from tests.laws.imports import HOUSE

pytestmark = pytest.mark.django_db
FORMS, CHARACTERS = MOST_OF_AN_ADDRESS


@pytest.fixture
def spot(office) -> str:
    return reverse("desk:spot", args=[a_plan(office.committee).pk, "body"])


def send(spot: str, address: str = "203.0.113.9", browser: Client | None = None, text: str = "Câu gõ muộn."):
    return (browser or Client()).post(spot, {"lines": text}, REMOTE_ADDR=address)


def test_a_flood_makes_no_session_and_few_rows_and_takes_nothing_from_others(spot):
    answers = [send(spot).status_code for _ in range(FORMS + 5)]
    assert answers.count(302) == FORMS
    assert answers[-1] == 422
    assert KeptForm.objects.count() == FORMS
    assert not Session.objects.exists()
    assert send(spot, address="198.51.100.4").status_code == 302


def test_who_finds_no_room_is_shown_the_words_to_copy(spot):
    for _ in range(FORMS):
        send(spot)
    page = send(spot, text="Câu không còn chỗ.").content.decode()
    assert "giữ hộ quá nhiều bài" in page
    assert "Câu không còn chỗ." in page


@pytest.mark.parametrize(("network", "most"), [("203.0.113.9", CHARACTERS), ("198.51.100.4", MOST_OF_ALL[1])])
def test_few_long_texts_fill_it_as_many_short_ones_do(spot, network, most):
    KeptForm.objects.create(network=network, page="/", address="/", size=most - 20)
    assert send(spot, text="x" * 20).status_code == 422
    assert send(spot, text="x").status_code == 302


def test_all_addresses_together_find_an_end(spot):
    full = [
        KeptForm(network=f"198.51.{n // 250}.{n % 250}", page="/", address="/") for n in range(MOST_OF_ALL[0])
    ]
    KeptForm.objects.bulk_create(full)
    assert send(spot).status_code == 422


@pytest.mark.parametrize(
    ("name", "text"), [("lines", "á" * (LONGEST_KEPT + 1)), ("x" * (LONGEST_KEPT + 1), "")]
)
def test_a_long_name_is_as_long_as_a_long_text(spot, name, text):
    sent = Client().post(spot, urlencode({name: text}), content_type="application/x-www-form-urlencoded")
    assert sent.status_code == 422
    assert not KeptForm.objects.exists()


def test_a_browser_has_one_form_that_waits(spot):
    browser = Client()
    for _ in range(5):
        send(spot, browser=browser)
    assert KeptForm.objects.count() == 1


def test_the_form_of_one_browser_is_not_shown_in_another(spot, office):
    send(spot, text="Của riêng tôi.")
    other = Client()
    other.force_login(office.lan)
    assert "Của riêng tôi." not in other.get(spot).content.decode()


def test_what_waited_too_long_is_gone(spot, office):
    browser = Client()
    send(spot, browser=browser)
    KeptForm.objects.update(kept_at=now() - KEPT_FOR - timedelta(minutes=1))
    browser.force_login(office.lan)
    assert "Câu gõ muộn." not in browser.get(spot).content.decode()


def test_a_zero_in_a_text_is_no_fault_of_the_database(spot):
    assert send(spot, text="Câu\0 gõ muộn.").status_code == 302
    assert KeptForm.objects.get().typed == {"lines": ["Câu gõ muộn."]}


def test_the_ticket_is_not_for_scripts(spot):
    cookie = send(spot).cookies["cho_dang_nhap"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_every_secret_of_a_form_is_named_where_it_is_known_before_the_view():
    stray = [
        str(file.relative_to(HOUSE))
        for room in ("childlabour", "plans", "targets")
        for file in (HOUSE / room).rglob("*.py")
        if "sensitive_post_parameters" in file.read_text(encoding="utf-8")
    ]
    assert stray == ["childlabour/units/gate.py"], (
        "use secret_fields: what is kept ahead of a view must know them"
    )
