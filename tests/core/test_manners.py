"""What holds for every answer: who may keep it, which verbs are taken, how long to wait, what a browser may do."""

from datetime import UTC, datetime, timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from childlabour.core.manners import Manners
from tests.laws.test_addresses import ADDRESSES, NAMELESS, a_world

pytestmark = pytest.mark.django_db


SAME_FOR_EVERYONE = {
    "public:pdf"
}  # of an issued paper: nobody is asked who he is (tests/views/test_published.py)


def everywhere(world) -> list[str]:
    """Every address that is read, the admin's room among them."""
    ours = [
        reverse(name, args=[world[arg] for arg in row.args])
        for name, row in ADDRESSES.items()
        if not row.post and name not in SAME_FOR_EVERYONE
    ]
    admin = [reverse("admin:index"), reverse("admin:units_unit_changelist"), reverse("admin:jsi18n")]
    return [*ours, *admin, *(f"/{name}" for name in NAMELESS), "/khong-co-trang-nay/"]


def test_nothing_that_a_known_person_is_shown_is_kept_by_anybody(client, office):
    world = a_world(office)
    wrong = {}
    for officer in (office.lan, office.son):
        client.force_login(officer)
        for address in everywhere(world):
            answer = client.get(address)
            answer.getvalue()
            if answer["Cache-Control"] != "private, no-store" or "Cookie" not in answer["Vary"]:
                wrong[address] = answer["Cache-Control"]
    assert wrong == {}


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/x-www-form-urlencoded; charset=utf-7", b"username=lan"),
        ("application/x-www-form-urlencoded", b"&".join(b"a=1" for _ in range(20_000))),
        ("multipart/form-data; boundary=", b"--\r\n"),
    ],
    ids=["in another charset", "of twenty thousand fields", "without a boundary"],
)
@pytest.mark.parametrize("with_token", [True, False])
def test_a_form_that_cannot_be_read_is_answered_once_and_in_our_words(kind, body, with_token):
    client = Client(enforce_csrf_checks=True)
    if with_token:
        client.cookies["csrftoken"] = "a" * 32
    answer = client.generic("POST", reverse("accounts:login"), body, content_type=kind)
    assert answer.status_code == 400
    assert "chưa hiểu yêu cầu này" in answer.content.decode()


def test_an_issued_paper_stays_cacheable_for_everybody_else(client, office):
    world = a_world(office)
    answer = client.get(reverse("public:pdf", args=[world["issued"]]))
    assert "public" in answer["Cache-Control"]
    assert "no-cache" in answer["Cache-Control"], (
        "asked for again each time: a person's data may be taken out"
    )
    assert "Cookie" not in answer.get("Vary", ""), "it is the same for whoever asks"


def test_the_log_in_is_in_no_cache(client):
    assert "no-store" in client.get("/dang-nhap/")["Cache-Control"]


def test_every_answer_says_that_nothing_looks_or_listens(client, office):
    for address in ("/", "/api/v1/plans/", "/khong-co/", "/dang-nhap/", "/quan-tri/"):
        policy = client.get(address)["Permissions-Policy"]
        assert "camera=()" in policy
        assert "microphone=()" in policy
        assert "geolocation=()" in policy


# ── Verbs ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("verb", ["PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])
@pytest.mark.parametrize(
    "address", ["/", "/dang-nhap/", "/ban-lam-viec/", "/quan-tri/", "/quan-tri/units/unit/"]
)
def test_a_verb_that_no_page_takes_is_told_so_without_asking_for_a_token(office, verb, address):
    browser = Client(enforce_csrf_checks=True)
    for officer in (None, office.son):
        if officer:
            browser.force_login(officer)
        answer = browser.generic(verb, address)
        assert answer.status_code == 405
        assert verb not in answer["Allow"]
        assert "GET" in answer["Allow"]


@pytest.mark.parametrize("address", ["/api/v1/plans/", "/api/v1/schema/"])
@pytest.mark.parametrize("verb", ["PUT", "DELETE", "TRACE", "OPTIONS"])
def test_the_api_says_so_in_json(client, address, verb):
    answer = client.generic(verb, address)
    assert answer.status_code == 405
    assert "GET" in answer["Allow"]
    assert answer.json()["problems"]


def test_a_head_is_a_get_without_its_body(client, office):
    for address in ("/", "/ke-hoach/", "/api/v1/plans/", "/dang-nhap/"):
        answer = client.head(address)
        assert answer.status_code == 200
        assert answer.content == b""


def test_who_asks_for_the_verbs_is_told_them(client, office):
    answer = client.options("/ke-hoach/")
    assert answer.status_code == 204
    assert answer["Allow"] == "GET, HEAD, OPTIONS"
    assert client.options("/dang-nhap/")["Allow"] == "GET, HEAD, POST, OPTIONS"


# ── Waiting ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("said", "told"), [({}, "60"), ({"Retry-After": "7"}, "7")])
def test_whoever_has_to_wait_is_told_how_long(rf, said, told):
    answer = Manners(lambda _: HttpResponse(status=429, headers=said))(rf.get("/"))
    assert answer["Retry-After"] == told


# ── security.txt ────────────────────────────────────────────────────────────────────────────────────


def test_who_finds_a_weak_spot_reads_where_to_write(client, settings):
    assert client.get("/.well-known/security.txt").status_code == 404, "no contact, no promise"
    settings.SECURITY_CONTACT = "mailto:an-ninh@example.gov.vn"
    answer = client.get("/.well-known/security.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    lines = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    assert lines["Contact"] == "mailto:an-ninh@example.gov.vn"
    assert lines["Preferred-Languages"] == "vi"
    assert lines["Canonical"].endswith("/.well-known/security.txt")
    left = datetime.fromisoformat(lines["Expires"]) - datetime.now(UTC)
    assert timedelta(days=30) < left < timedelta(days=365)
