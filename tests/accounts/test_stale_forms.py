"""A form with an old token is refused and not lost; what another site sends is refused and forgotten."""

import pytest
from django.test import Client
from django.urls import reverse

from childlabour.units.models import KeptForm
from plans.models import Document
from tests.cast import a_plan
from tests.issuing.way import submitted

pytestmark = pytest.mark.django_db
OURS = {"HTTP_ORIGIN": "http://testserver"}
REASON = {"reason": "Chưa rõ đơn vị chịu trách nhiệm của chỉ tiêu 2.", "csrfmiddlewaretoken": "x" * 64}


@pytest.fixture
def strict(office) -> Client:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(office.hung)
    return browser


def send_back(document) -> str:
    return reverse("issuing:act", args=[document.pk, "send_back"])


def test_the_reason_of_a_leader_waits_on_the_page_and_nothing_is_done(strict, office):
    document = submitted(office)
    answer = strict.post(send_back(document), REASON, **OURS)
    page = answer.content.decode()
    assert answer.status_code == 403
    waits_at = reverse("issuing:document", args=[document.pk])
    assert f'href="{waits_at}' in page
    shown = strict.get(waits_at).content.decode()
    assert REASON["reason"] in shown
    assert "đã hết hoặc đã đổi" in shown
    assert Document.objects.get(pk=document.pk).status == "submitted"
    assert not KeptForm.objects.exists(), "given back once"


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"HTTP_ORIGIN": "https://example.org"},
        {"HTTP_ORIGIN": "null"},
        {"HTTP_ORIGIN": "https://testserver"},
        {"HTTP_REFERER": "http://testserver.example.org/"},
    ],
)
def test_what_another_site_makes_the_browser_send_is_neither_kept_nor_shown(strict, office, said):
    document = submitted(office)
    answer = strict.post(send_back(document), REASON, **said)
    assert answer.status_code == 403
    assert not KeptForm.objects.exists()
    assert REASON["reason"] not in answer.content.decode()
    assert (
        REASON["reason"] not in strict.get(reverse("issuing:document", args=[document.pk])).content.decode()
    )


def test_a_strangers_form_is_not_kept(office):
    document = submitted(office)
    answer = Client(enforce_csrf_checks=True).post(send_back(document), REASON, **OURS)
    assert answer.status_code == 403
    assert not KeptForm.objects.exists()


def test_a_secret_in_it_is_not_kept(strict, office):
    document = a_plan(office.committee)
    address = reverse("issuing:sign", args=[document.pk])
    strict.post(address, {"pass_phrase": "mat-khau-rieng-7741", "token": "the"}, **OURS)
    assert "7741" not in str(KeptForm.objects.values_list("typed", flat=True))


def test_a_text_too_long_to_wait_is_shown_to_be_copied(strict, office):
    document = submitted(office)
    text = "nâng cao nhận thức của cha mẹ và trẻ em. " * 12_000
    answer = strict.post(send_back(document), REASON | {"reason": text}, **OURS)
    assert answer.status_code == 403
    assert text.strip() in answer.content.decode()
    assert not KeptForm.objects.exists()


def test_a_script_is_told_in_json(strict, office):
    document = submitted(office)
    answer = strict.post(send_back(document), REASON, HTTP_ACCEPT="application/json", **OURS)
    assert answer.status_code == 403
    assert "tải lại trang" in answer.json()["problems"][0]["message"]
    assert not KeptForm.objects.exists()
