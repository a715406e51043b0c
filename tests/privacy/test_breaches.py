"""A leak is written down at once, the 72 hours are shown, and a line once written stays."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from childlabour.core.clock import now
from childlabour.core.errors import Refusal
from plans.models import Breach
from plans.privacy.breaches import AN_HOUR, enter, entries, time_to_tell

FOUND = datetime(2026, 11, 28, 8, 0)


@pytest.mark.parametrize(
    ("hours", "told_after", "words", "tone"),
    [
        (0, None, "còn 72 giờ", "waiting"),
        (41, None, "còn 31 giờ", "waiting"),
        (41.5, None, "còn 30 giờ", "waiting"),  # never more than there is
        (71.5, None, "còn chưa đến 1 giờ", "waiting"),
        (72, None, "đã quá hạn 1 giờ", "seal"),
        (77, None, "đã quá hạn 5 giờ", "seal"),
        (200, 19.2, "đã báo sau 20 giờ", "success"),
        (200, 72, "đã báo sau 72 giờ", "success"),
        (200, 72.5, "đã báo sau 73 giờ, quá hạn", "seal"),
    ],
)
def test_the_clock(hours, told_after, words, tone):
    told = FOUND + told_after * AN_HOUR if told_after is not None else None
    clock = time_to_tell(FOUND, told, FOUND + hours * AN_HOUR)
    assert (clock.words, clock.tone) == (words, tone)


def a_breach(officer, **facts) -> Breach:
    usual = {"found_at": now() - timedelta(hours=2), "what": "Mất máy.", "whom": "40 cán bộ."}
    return enter(officer, **usual | facts)


@pytest.mark.django_db
class TestTheLog:
    def test_a_correction_is_a_line_of_its_own(self, office):
        first = a_breach(office.son)
        a_breach(office.son, told_at=now(), measures="Đã khóa.", corrects=first)
        first.refresh_from_db()
        assert (first.told_at, first.measures) == (None, "")
        (entry,) = entries()
        assert entry.now.measures == "Đã khóa." and entry.before == (first,)
        assert entry.clock.words.startswith("đã báo sau")

    def test_two_people_do_not_correct_one_line(self, office):
        first = a_breach(office.son)
        a_breach(office.son, corrects=first)
        with pytest.raises(Refusal, match="vừa được người khác sửa"):
            a_breach(office.son, corrects=first)

    @pytest.mark.parametrize(
        ("facts", "said"),
        [
            ({"found_at": now() + timedelta(days=1)}, "còn ở phía trước"),
            ({"told_at": now() - timedelta(days=9)}, "không thể trước lúc phát hiện"),
            ({"what": "Lộ tên cháu Vàng A Súa."}, "giống tên của một trẻ em"),
        ],
    )
    def test_what_cannot_be_is_refused(self, office, facts, said):
        with pytest.raises(Refusal, match=said):
            a_breach(office.son, **facts)
        assert not Breach.objects.exists()

    def test_the_database_knows_the_order_of_things(self, office):
        first = a_breach(office.son)
        with pytest.raises(IntegrityError), transaction.atomic():
            Breach.objects.filter(pk=first.pk).update(told_at=first.found_at - timedelta(hours=1))


@pytest.mark.django_db
class TestThePages:
    def test_the_keeper_writes_and_reads_it_and_nobody_else(self, office, client):
        address = reverse("privacy:breaches")
        for officer in (office.hung, office.lan, office.pao):
            client.force_login(officer)
            assert client.get(address).status_code == 404
            assert client.get(reverse("privacy:record")).status_code == 404
        client.force_login(office.son)
        form = {"found_at": "2026-01-02T08:00", "what": "Mất máy.", "whom": "40 cán bộ."}
        refused = client.post(address, form | {"found_at": "", "what": "Mất máy tính."})
        assert refused.status_code == 422 and "Mất máy tính." in refused.content.decode()
        assert client.post(address, form).status_code == 302
        page = client.get(address).content.decode()
        assert "Mất máy." in page and "đã quá hạn" in page

    def test_a_name_in_it_is_asked_about_on_the_page(self, office, client):
        client.force_login(office.son)
        form = {"found_at": "2026-01-02T08:00", "what": "Lộ tên cháu Vàng A Súa.", "whom": "Một người."}
        asked = client.post(reverse("privacy:breaches"), form).context["confirming"].asked
        assert client.post(reverse("privacy:breaches"), form | {"confirmed": asked}).status_code == 302

    def test_anyone_reads_what_is_kept_and_whom_to_ask(self, client, settings, db):
        settings.DATA_CONTACT = "Phòng Văn hóa - Xã hội, điện thoại 0205 3825 123"
        page = client.get(reverse("privacy:kept")).content.decode()
        assert "Không thu thập, không lưu" in page
        assert settings.DATA_CONTACT in page
        assert "72 giờ" in page and "hệ thống không tự xóa" in page
        assert reverse("privacy:kept") in client.get("/").content.decode()

    def test_a_site_without_a_contact_says_whom_to_ask_all_the_same(self, client, db):
        assert "Hỏi cơ quan ban hành văn bản" in client.get(reverse("privacy:kept")).content.decode()

    def test_the_record_to_print_says_what_the_page_says(self, office, client):
        client.force_login(office.son)
        page = client.get(reverse("privacy:record")).content.decode()
        assert "Mẫu số 10" in page and "Không thu thập, không lưu" in page
