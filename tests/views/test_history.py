"""The history of a draft: who wrote when, each version to be read, compared and brought back."""

from dataclasses import replace

import pytest
from django.urls import reverse

from childlabour.core import clock
from plans.content.asking import content_of
from plans.drafting.changing import lay_change
from plans.issuing.workflow import perform
from plans.models import Action, Document, Version
from tests.cast import a_plan, an_officer

pytestmark = pytest.mark.django_db

# One link of these pages names what a draft is called; the rest of the page is not asked for here.
TITLES = ("Kế hoạch bản thứ nhất", "Kế hoạch bản thứ hai")


@pytest.fixture
def draft(office):
    """Chị Lan wrote it, chị Hoa went on."""
    hoa = an_officer("hoa", "Bế Thị Hoa", office.labour, "Chuyên viên", is_drafter=True)
    document = a_plan(office.committee)
    for officer, title in zip((office.lan, hoa), TITLES, strict=True):
        document = Document.objects.get(pk=document.pk)
        before = content_of(document)
        lay_change(document, officer, before, replace(before, title=title))
    return document


def page(client, name: str, *args, who) -> str:
    client.force_login(who)
    return client.get(reverse(name, args=args)).content.decode()


def test_every_sitting_is_listed_with_its_writer_and_a_way_to_read_it(client, office, draft):
    shown = page(client, "desk:history", draft.pk, who=office.lan)
    assert "Hoàng Thị Lan" in shown and "Bế Thị Hoa" in shown
    for number in (1, 2):
        assert reverse("desk:version", args=[draft.pk, number]) in shown


def test_the_last_two_versions_are_compared_word_by_word(client, office, draft):
    shown = page(client, "desk:comparison", draft.pk, who=office.hung)
    assert "<del>nhất</del><ins>hai</ins>" in shown


def test_a_draft_of_one_sitting_has_nothing_to_compare_yet(client, office):
    shown = page(client, "desk:comparison", a_plan(office.committee).pk, who=office.lan)
    assert "Chưa có hai bản để so sánh" in shown


def test_a_version_is_read_as_it_was(client, office, draft):
    shown = page(client, "desk:version", draft.pk, 1, who=office.lan)
    assert TITLES[0] in shown
    assert "Lấy lại bản này" in shown


def test_an_old_version_of_the_first_shape_is_read_and_compared_too(client, office, draft):
    paper = {
        "kind": "KH",
        "type_name": "Kế hoạch",
        "letterhead": {"agency": ["Ủy ban nhân dân"], "superior": []},
        "number": "",
        "symbol": "KH-UBND",
        "place_and_date": "Hữu Lũng",
        "title": "Bản của năm trước",
        "blocks": [{"is": "paragraph", "text": "Chữ của bản cũ."}],
        "annexes": [],
        "recipients": {"lines": []},
        "signature": {"lines": [], "signer": ""},
    }
    Version.objects.filter(document=draft, number=1).update(paper=paper, content=None)
    assert "Chữ của bản cũ." in page(client, "desk:version", draft.pk, 1, who=office.lan)
    assert "<del>Chữ của bản cũ.</del>" in page(client, "desk:comparison", draft.pk, who=office.lan)


def test_a_version_is_brought_back_and_the_history_says_so(client, office, draft):
    client.force_login(office.lan)
    answer = client.post(reverse("desk:version", args=[draft.pk, 1]))
    assert answer["Location"] == reverse("desk:editor", args=[draft.pk])
    assert Document.objects.get(pk=draft.pk).title == TITLES[0]
    assert "lấy lại bản 1" in page(client, "desk:history", draft.pk, who=office.lan)


def test_the_draft_as_it_stands_offers_nothing_to_bring_back(client, office, draft):
    assert "Lấy lại bản này" not in page(client, "desk:version", draft.pk, 2, who=office.lan)


def test_a_leader_reads_the_versions_but_brings_none_back(client, office, draft):
    assert "Lấy lại bản này" not in page(client, "desk:version", draft.pk, 1, who=office.hung)
    answer = client.post(reverse("desk:version", args=[draft.pk, 1]))
    assert answer.status_code == 422
    assert "Không sửa được" in answer.content.decode()
    assert Document.objects.get(pk=draft.pk).title == TITLES[1]


def test_what_was_submitted_meanwhile_is_not_brought_back(client, office, draft):
    perform(Action.SUBMIT, Document.objects.get(pk=draft.pk), office.lan)
    client.force_login(office.lan)
    assert client.post(reverse("desk:version", args=[draft.pk, 1])).status_code == 422
    assert Document.objects.get(pk=draft.pk).title == TITLES[1]


def test_to_others_the_history_is_not_there(client, office, draft):
    for name, args in (("desk:history", ()), ("desk:comparison", ()), ("desk:version", (1,))):
        address = reverse(name, args=[draft.pk, *args])
        client.force_login(office.mai)
        assert client.get(address).status_code == 404
        client.logout()
        assert "/dang-nhap/" in client.get(address)["Location"]
    client.force_login(office.lan)
    assert client.get(reverse("desk:version", args=[draft.pk, 9])).status_code == 404


@pytest.mark.parametrize("how_many", [3, 30])
def test_the_history_costs_the_same_however_long_it_is(
    client, office, how_many, django_assert_max_num_queries
):
    draft = a_plan(office.committee)
    moment = clock.now()
    Version.objects.bulk_create(
        Version(
            document=draft,
            number=number,
            started_at=moment,
            saved_at=moment,
            officer_name="Lan",
            content={"title": "a"},
        )
        for number in range(1, how_many + 1)
    )
    client.force_login(office.lan)
    with django_assert_max_num_queries(12):
        client.get(reverse("desk:history", args=[draft.pk]))
