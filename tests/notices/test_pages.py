"""The bell, its list, the private feed."""

import base64
from xml.etree import ElementTree

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from childlabour.notices.models import LONGEST, Notice, Wishes
from childlabour.notices.telling import see, tell

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def lan_in(client, office):
    client.force_login(office.lan)
    return client


def shown(client, name: str = "notices:notices") -> str:
    text: str = client.get(reverse(name)).content.decode()
    return text


def test_the_bell_counts_what_was_not_seen_on_every_page(lan_in, office):
    tell([office.lan, office.lan, office.hung], "Có văn bản mới.", "/")
    assert '<b class="bell-count">1<span' in lan_in.get("/").content.decode()


def test_to_open_a_notice_leads_to_its_page_and_counts_as_seen(lan_in, office):
    tell([office.lan], "Có văn bản mới.", "/ke-hoach/")
    notice = Notice.objects.get()
    assert lan_in.get(reverse("notices:opened", args=[notice.pk])).url == "/ke-hoach/"
    notice.refresh_from_db()
    office.lan.refresh_from_db()
    assert notice.seen_at and office.lan.unseen_notices == 0


def test_all_are_seen_by_one_press(lan_in, office):
    for number in range(3):
        tell([office.lan], f"Tin thứ {number}.", "/")
    assert "<span>mới</span>" in shown(lan_in)
    lan_in.post(reverse("notices:seen"))
    assert "<span>mới</span>" not in shown(lan_in)
    assert "bell-count" not in shown(lan_in)


def test_a_notice_that_comes_while_others_are_seen_still_counts(office):
    tell([office.lan], "Tin thứ nhất.", "/")
    late = iter([lambda: tell([office.lan], "Tin thứ hai.", "/")])

    def telling(execute, sql, params, many, context):
        if sql.startswith("UPDATE") and "unseen_notices" in sql and (come := next(late, None)):
            come()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(telling):
        see(office.lan)
    office.lan.refresh_from_db()
    assert office.lan.unseen_notices == Notice.objects.unseen().count() == 1


def test_nobody_opens_or_reads_the_notices_of_another(lan_in, office):
    tell([office.hung], "Chỉ để anh Hùng đọc.", "/")
    assert "Chỉ để anh Hùng đọc" not in shown(lan_in)
    assert lan_in.get(reverse("notices:opened", args=[Notice.objects.get().pk])).status_code == 404
    lan_in.post(reverse("notices:seen"))
    assert Notice.objects.unseen().count() == 1


def test_the_list_costs_the_same_however_long(lan_in, office, django_assert_num_queries):
    lan_in.get("/")
    for rows in (3, 30):
        for number in range(rows):
            tell([office.lan], f"Tin {number}.", "/")
        with django_assert_num_queries(6):
            shown(lan_in)


def test_a_long_sentence_is_cut_at_a_word(office):
    tell([office.lan], "chữ " * 200, "/")
    words = Notice.objects.get().words
    assert len(words) <= LONGEST and words.endswith("chữ…")


@pytest.mark.parametrize("address", ["https://noi-khac.example", "//noi-khac.example"])
def test_no_notice_leads_away_from_here(office, address):
    with pytest.raises(IntegrityError), transaction.atomic():
        tell([office.lan], "Bấm vào đây.", address)


class TestTheFeed:
    @pytest.fixture
    def key(self, lan_in) -> str:
        page = lan_in.post(reverse("notices:feed_key"))
        assert page["Cache-Control"] == "private, no-store"
        found: str = page.context["key"]
        return found

    def read(self, client, name: str, key: str):
        client.logout()
        coded = base64.b64encode(f"{name}:{key}".encode()).decode()
        return client.get(reverse("notices:feed"), headers={"Authorization": f"Basic {coded}"})

    def test_a_reader_of_feeds_sees_what_its_officer_was_told(self, client, office, key):
        tell([office.lan], "Có <b>văn bản</b> mới.", "/ke-hoach/")
        answer = self.read(client, "lan", key)
        entry = ElementTree.fromstring(answer.content).find(f"{ATOM}entry")
        assert entry.find(f"{ATOM}title").text == "Có <b>văn bản</b> mới."
        assert entry.find(f"{ATOM}link").get("href").endswith("/ke-hoach/")
        assert answer["Cache-Control"] == "private, no-store"

    def test_the_key_is_kept_as_a_hash_and_stands_in_no_address(self, key):
        assert key not in str(Wishes.objects.values_list("feed_hash", flat=True))
        assert key not in reverse("notices:feed")

    @pytest.mark.parametrize("name", ["lan", "hung", ""])
    def test_a_wrong_key_opens_nothing_and_asks_for_the_right_one(self, client, office, key, name):
        answer = self.read(client, name, key if name != "lan" else f"{key}x")
        assert answer.status_code == 401
        assert answer["WWW-Authenticate"].startswith("Basic")

    def test_nothing_is_open_without_a_key_of_one_s_own(self, client, office):
        assert self.read(client, "lan", "").status_code == 401
        assert client.get(reverse("notices:feed")).status_code == 401

    def test_a_key_that_was_taken_back_opens_nothing(self, client, lan_in, office, key):
        lan_in.post(reverse("notices:feed_key"), {"stop": "1"})
        assert self.read(client, "lan", key).status_code == 401

    def test_an_officer_who_has_left_has_no_feed(self, client, office, key):
        office.lan.is_active = False
        office.lan.save()
        assert self.read(client, "lan", key).status_code == 401

    @pytest.mark.parametrize(
        "header", ["Basic", "Basic %%%", "Bearer x", "Basic //8=", "Basic " + "A" * 4000]
    )
    def test_spoilt_headers_are_no_keys(self, client, header):
        assert client.get(reverse("notices:feed"), headers={"Authorization": header}).status_code == 401
