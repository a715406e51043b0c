"""The book of outgoing documents: numbers in order, none twice, none missing without a reason."""

from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pdfplumber
import pytest
from openpyxl import load_workbook

from childlabour.core import clock
from childlabour.core.clock import now
from childlabour.core.errors import Refusal
from plans.issuing import register, register_book
from plans.models import Document, EntryState, NumberSeries, RegisterBook
from plans.signatures.pdf_files import lines_of_text
from tests.cast import a_letter, a_plan, an_issued_plan
from tests.issuing.elsewhere import run

pytestmark = pytest.mark.django_db

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
POINTS_PER_MM = 72 / 25.4


@pytest.fixture(autouse=True)
def _a_wednesday(monkeypatch):
    hold(monkeypatch, date(2024, 6, 12))


def hold(monkeypatch, day: date) -> None:
    """The day stands still: 8 o'clock in the morning of `day`."""
    monkeypatch.setattr(
        clock.timezone, "localtime", lambda: datetime(day.year, day.month, day.day, 8, tzinfo=HANOI)
    )


def give(office, day: date, document: Document | None = None, **details) -> int:
    return register.give(document or a_plan(office=office), office.thu, day, **details).number


def refusals(act, *args, **kwargs) -> str:
    with pytest.raises(Refusal) as refused:
        act(*args, **kwargs)
    return " ".join(problem.message for problem in refused.value.problems)


def test_numbers_begin_with_01_on_the_first_of_january(office, monkeypatch):
    assert [give(office, date(2024, 6, 12)) for _ in range(3)] == [1, 2, 3]
    hold(monkeypatch, date(2025, 1, 2))
    document = a_plan(office=office)
    assert give(office, date(2025, 1, 2), document) == 1
    assert document.code == "01/KH-UBND"


def test_every_agency_counts_for_itself(office):
    assert give(office, date(2024, 6, 12)) == 1
    assert give(office, date(2024, 6, 12), a_plan(office.people_of_tan_thanh, office=office)) == 1


def test_the_head_may_keep_letters_in_a_series_of_their_own(office):
    NumberSeries.objects.create(unit=office.committee, name="cv", kinds="CV")
    day = date(2024, 6, 12)
    assert [give(office, day), give(office, day, a_letter()), give(office, day)] == [1, 1, 2]


def test_a_steering_board_with_its_own_series_is_asked_for_by_name(office):
    NumberSeries.objects.create(unit=office.committee, name="ban chỉ đạo")
    day = date(2024, 6, 12)
    assert [give(office, day), give(office, day, series="ban chỉ đạo"), give(office, day)] == [1, 1, 2]
    assert "chưa có dãy số" in refusals(give, office, day, series="không có")


def test_a_date_before_the_last_number_is_refused(office):
    give(office, date(2024, 6, 12))
    said = refusals(give, office, date(2024, 6, 11))
    assert "Số 01 đã cấp cho ngày 12/6/2024" in said
    assert "để dành" in said


def test_a_date_older_than_the_last_working_day_needs_a_reason_which_stays_in_the_book(office, monkeypatch):
    hold(monkeypatch, date(2024, 6, 17))  # a Monday
    give(office, date(2024, 6, 14))  # the Friday before
    hold(monkeypatch, date(2024, 6, 18))
    said = refusals(give, office, date(2024, 6, 14))
    assert "ghi lý do" in said
    entry = register.give(
        a_plan(office=office), office.thu, date(2024, 6, 14), reason="Mất điện từ chiều thứ sáu."
    )
    assert entry.reason == "Mất điện từ chiều thứ sáu."


def test_a_kept_number_is_used_for_a_date_between_its_neighbours(office, monkeypatch):
    give(office, date(2024, 6, 11), reason="x")
    (kept,) = register.reserve(series(office), office.thu, date(2024, 6, 11), "Chờ văn bản liên ngành.")
    assert give(office, date(2024, 6, 12)) == 3
    assert give(office, date(2024, 6, 11), kept=2) == 2
    kept.refresh_from_db()
    assert kept.state == EntryState.GIVEN
    assert "liên ngành" in kept.reason
    assert "không phải là số đang để dành" in refusals(give, office, date(2024, 6, 12), kept=2)


def test_a_kept_number_cannot_be_used_for_a_day_after_the_next_one(office):
    register.reserve(series(office), office.thu, date(2024, 6, 11), "Chờ liên ngành.")
    give(office, date(2024, 6, 11))
    assert "không muộn hơn" in refusals(give, office, date(2024, 6, 12), kept=1)


def test_a_kept_number_nobody_needs_stays_in_the_book_as_voided(office):
    (kept,) = register.reserve(series(office), office.thu, date(2024, 6, 12), "Dự phòng.")
    assert "lý do hủy" in refusals(register.void_kept, kept, office.thu, "")
    register.void_kept(kept, office.thu, "Không dùng.")
    kept.refresh_from_db()
    assert (kept.state, kept.reason) == (EntryState.VOIDED, "Dự phòng.; hủy: Không dùng.")
    assert "không còn là số để dành" in refusals(register.void_kept, kept, office.thu, "x")
    assert give(office, date(2024, 6, 12)) == 2


def test_keeping_a_number_without_a_reason_is_refused(office):
    assert "lý do" in refusals(register.reserve, series(office), office.thu, date(2024, 6, 12), " ")
    assert "từ 1 đến 20" in refusals(register.reserve, series(office), office.thu, date(2024, 6, 12), "x", 21)


def an_old_paper(office) -> Document:
    return a_plan(office=office, origin="carried_over")


def test_old_papers_come_in_with_their_numbers_in_any_order(office):
    register.open_after(series(office), 2023, 45, office.thu)
    for number, day in ((45, date(2023, 12, 28)), (7, date(2023, 2, 1))):
        register.enter_old(an_old_paper(office), office.thu, number, day)
    book = RegisterBook.objects.get(year=2023)
    assert (book.opened_after, book.declared_by_name) == (45, "Lê Thị Thu")
    assert register.gaps(book) == []
    assert register.next_number(book) == 46


def test_an_old_paper_says_nothing_about_where_our_book_begins(office):
    said = refusals(register.enter_old, an_old_paper(office), office.thu, 10, date(2023, 5, 26))
    assert "chưa khai sổ giấy" in said
    register.open_after(series(office), 2023, 9, office.thu)
    said = refusals(register.enter_old, an_old_paper(office), office.thu, 10, date(2023, 5, 26))
    assert "mới khai sổ giấy dùng đến số 09" in said
    assert RegisterBook.objects.get(year=2023).opened_after == 9


def test_numbers_below_an_old_paper_that_was_slipped_into_the_book_are_missed(office):
    """With the keys of the database: a high number, so that those below it seem to be in a paper book."""
    give(office, date(2024, 6, 12))
    book, paper = RegisterBook.objects.get(), an_old_paper(office)
    book.entries.create(
        number=9,
        carried_over=True,
        document=paper,
        dated=date(2024, 6, 12),
        given_by_name="?",
        given_at=now(),
    )
    assert register.gaps(book) == [2, 3, 4, 5, 6, 7, 8]
    (account,) = register.accounts_of(office.committee, date(2024, 1, 1), date(2024, 12, 31))
    assert list(account.notes) == [
        "Sổ năm 2024, dãy chung: không có số 02, 03, 04, 05, 06, 07, 08 và không có lý do."
    ]


def test_a_paper_of_old_times_with_a_high_number_opens_no_book(office):
    """One that bears a number but stands in no book, as those filed before there was one."""
    an_issued_plan(office=office, number=70, frozen=False, issued_on=date(2024, 3, 1), origin="carried_over")
    assert give(office, date(2024, 6, 12)) == 1


def test_how_far_the_paper_book_went_is_declared_once_and_told(office):
    register.open_after(series(office), 2024, 30, office.thu)
    said = refusals(register.open_after, series(office), 2024, 50, office.thu)
    assert "mỗi sổ chỉ khai một lần" in said
    assert "Lê Thị Thu, 12/6/2024" in said
    period = (office.committee, date(2024, 6, 1), date(2024, 6, 30))
    note = (
        "Sổ năm 2024, dãy chung: số 01 đến 30 cấp trước khi dùng hệ thống (Lê Thị Thu khai ngày 12/6/2024)."
    )
    assert register_book.notes_of(*period) == [note]
    assert load_workbook(BytesIO(register_book.as_xlsx(*period))).active.cell(5, 1).value == note
    drawn = " ".join(line.text for line in lines_of_text(register_book.as_pdf(*period)))
    assert "cấp trước khi dùng hệ thống" in drawn


def test_a_start_that_nobody_declared_can_be_declared_as_it_stands(office):
    """Of books opened by an old paper before the start had to be declared."""
    give(office, date(2024, 6, 12))
    RegisterBook.objects.update(opened_after=10)
    period = (office.committee, date(2024, 6, 1), date(2024, 6, 30))
    assert "chưa ai khai" in register_book.notes_of(*period)[0]
    assert "không đổi số bắt đầu" in refusals(register.open_after, series(office), 2024, 50, office.thu)
    assert register.open_after(series(office), 2024, 10, office.thu).declared_by_name == "Lê Thị Thu"


def test_an_old_number_cannot_land_among_those_given_here(office):
    register.open_after(series(office), 2024, 30, office.thu)
    assert give(office, date(2024, 6, 12)) == 31
    assert "không thể nằm trong khoảng đó" in refusals(
        register.enter_old, an_old_paper(office), office.thu, 40, date(2024, 3, 1)
    )
    assert register.enter_old(an_old_paper(office), office.thu, 12, date(2024, 3, 1)).number == 12
    assert register.gaps(RegisterBook.objects.get(year=2024)) == []


def test_an_agency_without_a_symbol_is_told_so(office):
    office.committee.symbol = ""
    office.committee.save()
    said = refusals(give, office, date(2024, 6, 13), a_letter(office.committee, symbol=""))
    assert "chưa có ký hiệu" in said
    assert "chưa tới" in said


def test_the_line_of_the_book_keeps_what_stood_on_the_paper(office):
    document = a_plan(office=office)
    entry = register.give(document, office.thu, date(2024, 6, 12))
    assert (entry.code, entry.signer, entry.given_by_name) == ("01/KH-UBND", "Vi Văn Hùng", "Lê Thị Thu")
    assert (entry.recipients, entry.archive) == ("UBND xã Tân Thành", "VT, LĐTBXH")
    assert register.kind_and_title(entry) == f"Kế hoạch {document.title}"


def test_a_paper_is_not_sent_before_its_date(office):
    entry = register.give(a_plan(office=office), office.thu, date(2024, 6, 12))
    before = entry.dated - timedelta(days=1)
    assert "không thể trước" in refusals(register.correct_delivery, entry, copies=5, sent_on=before, note="")
    register.correct_delivery(entry, copies=5, sent_on=entry.dated, note="Gửi bản điện tử.")
    entry.refresh_from_db()
    assert (entry.copies, entry.note) == (5, "Gửi bản điện tử.")


@pytest.mark.django_db(transaction=True)
def test_sixteen_clerks_take_sixty_numbers_and_the_power_fails_half_way(office, tmp_path):
    numbers_survive(office, tmp_path, numbers=60, evenings=1)


def numbers_survive(office, folder: Path, *, numbers: int, evenings: int, seconds: int = 300) -> None:
    """Sixteen clerks take them; every evening all are killed at work, and no number is lost or given twice."""
    Document.objects.bulk_create(
        Document(unit=office.committee, period_from=2024, period_to=2024, title=f"Kế hoạch {n}")
        for n in range(numbers)
    )
    found = run("tests.issuing.clerks", folder, office.thu.pk, evenings, seconds=seconds)
    assert all(found["killed"])
    for evening, left in enumerate(found["evenings"], start=1):
        given = list(range(1, len(left["book"]) + 1))
        assert numbers * evening // (2 * evenings) <= len(given) < numbers
        assert left == {"book": given, "papers": given}
    every = list(range(1, numbers + 1))
    assert found["at_the_end"] == {"book": every, "papers": every}


def series(office) -> NumberSeries:
    return register.series_for(Document(unit=office.committee, kind="KH"))


def test_papers_filed_before_there_was_a_book_keep_their_numbers(office):
    an_issued_plan(office=office, number=7, frozen=False, issued_on=date(2024, 3, 1))
    assert give(office, date(2024, 6, 12)) == 8
    assert register.gaps(RegisterBook.objects.get()) == []


def test_the_book_prints_ten_columns_for_any_period(office):
    NumberSeries.objects.create(unit=office.committee, name="cv", kinds="CV")
    give(office, date(2024, 6, 12))
    register.reserve(series(office), office.thu, date(2024, 6, 12), "Chờ liên ngành.")
    give(office, date(2024, 6, 12), a_letter())
    period = (office.committee, date(2024, 6, 1), date(2024, 6, 30))
    cells = {line.cells[2].split()[0]: line.cells for line in register_book.lines_of(*period)}
    assert cells["Kế"][:2] == ("01/KH-UBND", "12/6/2024")
    assert cells["Kế"][3:6] == ("Vi Văn Hùng", "UBND xã Tân Thành", "VT, LĐTBXH")
    assert cells["Công"][0] == "01/UBND-LĐTBXH"
    assert cells["Để"][9] == "Để dành. Chờ liên ngành"
    assert register_book.lines_of(office.committee, date(2023, 1, 1), date(2023, 12, 31)) == []
    drawn = " ".join(line.text for line in lines_of_text(register_book.as_pdf(*period)))
    assert "SỔ ĐĂNG KÝ VĂN BẢN ĐI" in drawn
    assert "(10)" in drawn
    with pdfplumber.open(BytesIO(register_book.as_pdf(*period))) as book:
        [page] = book.pages
        edge = float(page.width) - 11.5 * POINTS_PER_MM
        assert max(drawn["x1"] for drawn in page.extract_words() + page.rects + page.lines) <= edge
        assert "12/6/2024" in page.extract_text().split()
    sheet = load_workbook(BytesIO(register_book.as_xlsx(*period))).active
    assert [cell.value for cell in sheet[3]] == [title for title, _ in register_book.COLUMNS]
    assert sheet.max_row == 4 + 3
