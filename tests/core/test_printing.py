"""A page on paper says where it is read on the web, when it was printed, and 111."""

import pytest

from childlabour.core.clock import today
from childlabour.core.vietnamese import short_date
from tests.cast import a_plan, an_issued_plan

pytestmark = pytest.mark.django_db

ADDRESS = "/ke-hoach/?q=huu+lung&year=2023"


def foot_of(client, address: str) -> str:
    return client.get(address).content.decode().partition('class="printed-foot"')[2].partition("</aside>")[0]


def test_the_print_of_a_page_names_its_address_the_day_and_the_hotline(client, settings):
    settings.SITE_ADDRESS = "https://ke-hoach.example.vn"
    foot = foot_of(client, ADDRESS)
    assert "https://ke-hoach.example.vn/ke-hoach/?q=huu+lung&amp;year=2023" in foot
    assert short_date(today()) in foot
    assert "111" in foot


def test_the_code_in_the_foot_is_a_picture_that_our_site_draws(client):
    source = foot_of(client, ADDRESS).partition('src="')[2].partition('"')[0].replace("&amp;", "&")
    drawn = client.get(source)
    assert drawn["Content-Type"] == "image/svg+xml"
    assert drawn.content.startswith(b"<svg")
    assert len(drawn.content) < 4_000


def test_what_only_an_office_sees_has_no_code(client, office):
    client.force_login(office.lan)
    for address in ("/ban-lam-viec/", a_plan(office=office).get_absolute_url()):
        foot = foot_of(client, address)
        assert "111" in foot
        assert "<img" not in foot
    assert "<img" in foot_of(client, an_issued_plan(office=office, frozen=False).get_absolute_url())


@pytest.mark.parametrize(
    "page", ["", "https://example.com/", "//example.com/", "/khong-co/", "/ke-hoach/?q=" + "a" * 300]
)
def test_no_code_is_drawn_of_anything_but_our_pages(client, page):
    assert client.get("/ma-trang.svg", {"trang": page}).status_code == 404


def test_the_code_leads_to_the_page_itself(client, settings, monkeypatch):
    settings.SITE_ADDRESS = "https://ke-hoach.example.vn"
    asked = []
    monkeypatch.setattr("childlabour.core.printing.qr_svg", lambda address: asked.append(address) or "<svg/>")
    client.get("/ma-trang.svg", {"trang": ADDRESS})
    assert asked == ["https://ke-hoach.example.vn" + ADDRESS]
