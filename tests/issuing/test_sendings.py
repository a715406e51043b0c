"""Columns 7 to 9 of the book: what was sent to whom and how, and who signed for it (NĐ 30/2020, Phụ lục IV)."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from childlabour.core.clock import today
from childlabour.core.errors import Refusal
from childlabour.core.vietnamese import short_date
from plans.issuing import register
from plans.issuing.register_book import lines_of
from plans.models import EntryState, RegisterEntry, Sending
from tests.cast import Office, an_officer
from tests.issuing.way import issued

pytestmark = pytest.mark.django_db

COPIES, DAYS, SIGNED_FOR = 6, 7, 8


@pytest.fixture
def entry(office: Office) -> RegisterEntry:
    return issued(office).register_entries.get()


def said(office, **changes) -> dict:
    of_today = {
        "receivers": "UBND xã Tân Thành",
        "by": "hand",
        "copies": 1,
        "sent_on": today(),
        "signed_for": "",
    }
    return of_today | changes


def columns(office) -> tuple[str, ...]:
    (line,) = lines_of(office.committee, today(), today())
    return line.cells


def test_the_clerk_writes_receiver_by_receiver_and_the_book_prints_it(client, office, entry):
    client.force_login(office.thu)
    address = f"/so-van-ban-di/so/{entry.pk}/chuyen/"
    form = client.get("/so-van-ban-di/").context["page"][0].sending_form
    assert form.initial["receivers"] == "UBND xã Tân Thành", "what the paper names stands there"
    to_two = said(
        office, receivers="UBND xã Tân Thành\nSở Nội vụ", by="post", copies=2, sent_on=today().isoformat()
    )
    assert client.post(address, to_two).status_code == 302
    by_hand = said(office, receivers="Công an huyện", signed_for="Mã Văn Thắng", sent_on=today().isoformat())
    client.post(address, by_hand)
    assert columns(office)[COPIES] == "5"
    assert columns(office)[DAYS] == short_date(today())
    assert columns(office)[SIGNED_FOR] == (
        "UBND xã Tân Thành, 2 bản, bưu điện; Sở Nội vụ, 2 bản, bưu điện; Công an huyện, trực tiếp: Mã Văn Thắng"
    )
    shown = client.get("/so-van-ban-di/").content.decode()
    assert "Mã Văn Thắng ký nhận" in shown
    assert client.get("/so-van-ban-di/").context["page"][0].sending_form.initial["receivers"] == ""
    files = f"/so-van-ban-di/{office.committee.pk}/so-dang-ky."
    assert client.get(files + "pdf").content.startswith(b"%PDF")


def test_the_same_sending_noted_again_is_corrected(office, entry):
    register.note_sending(entry, office.thu, **said(office))
    register.note_sending(entry, office.thu, **said(office, copies=3, signed_for="Giàng A Páo"))
    sending = Sending.objects.get()
    assert (sending.copies, sending.signed_for) == (3, "Giàng A Páo")


def test_a_line_without_receivers_keeps_what_was_noted_of_the_whole(office, entry):
    register.correct_delivery(entry, copies=12, sent_on=today(), note="")
    assert columns(office)[COPIES : SIGNED_FOR + 1] == ("12", short_date(today()), "")


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"receivers": " \n"}, "Ghi nơi nhận."),
        ({"receivers": "x" * 201}, "Mỗi dòng ghi một nơi nhận"),
        ({"receivers": "A\nB", "signed_for": "C"}, "mỗi lần ghi một nơi nhận"),
        ({"sent_on": today() - timedelta(days=1)}, "không thể trước ngày văn bản"),
        ({"sent_on": today() + timedelta(days=1)}, "chưa tới"),
    ],
)
def test_what_cannot_have_been_is_refused(office, entry, wrong, why):
    with pytest.raises(Refusal, match=why):
        register.note_sending(entry, office.thu, **said(office, **wrong))
    assert not Sending.objects.exists()


def test_a_number_without_a_paper_is_sent_nowhere(office, entry):
    (kept,) = register.reserve(entry.book.series, office.thu, today(), "Chờ liên ngành.")
    assert kept.state == EntryState.RESERVED
    with pytest.raises(Refusal, match="không có văn bản"):
        register.note_sending(kept, office.thu, **said(office))


def test_a_refused_form_stands_there_again_as_it_was_typed(client, office, entry):
    client.force_login(office.thu)
    typed = said(office, receivers="A\nB", signed_for="Mã Văn Thắng", sent_on=today().isoformat())
    answer = client.post(f"/so-van-ban-di/so/{entry.pk}/chuyen/", typed)
    assert answer.status_code == 422
    assert "Mã Văn Thắng" in answer.content.decode()


def test_only_the_clerk_writes_it(client, office, entry):
    address = f"/so-van-ban-di/so/{entry.pk}/chuyen/"
    for officer in (office.lan, office.hung, office.mai, an_officer("x", "X", office.labour, is_clerk=True)):
        client.force_login(officer)
        assert client.post(address, said(office)).status_code == 404
    assert not Sending.objects.exists()


def test_what_was_noted_of_an_issued_paper_is_corrected_and_never_taken_out(office, entry):
    register.note_sending(entry, office.thu, **said(office))
    Sending.objects.update(signed_for="Giàng A Páo")
    with pytest.raises(DatabaseError), transaction.atomic():
        Sending.objects.all().delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        Sending.objects.update(copies=0)


def test_the_book_costs_the_same_however_many_were_sent(client, office, entry):
    client.force_login(office.thu)
    client.get("/so-van-ban-di/")
    prices = []
    for many in (2, 30):
        names = "\n".join(f"Nơi {number}" for number in range(many))
        register.note_sending(entry, office.thu, **said(office, receivers=names))
        with CaptureQueriesContext(connection) as asked:
            client.get("/so-van-ban-di/")
        prices.append(len(asked))
    assert prices[0] == prices[1]
