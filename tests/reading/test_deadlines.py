"""By when a task is due, as its own words say it."""

import pytest

from targets.language.assigning import handed_to, said_in
from targets.language.deadlines import due_in, due_said, report_days, when


@pytest.mark.parametrize(
    ("text", "year", "due"),
    [
        ("hoàn thành trước ngày 30/11/2024", None, "2024-11-30"),
        ("xong trước 15/6", 2024, "2024-06-15"),
        ("xong trong tháng 8 năm 2024", None, "2024-08-31"),
        ("hoàn thành trước tháng 11/2024", None, "2024-10-31"),
        ("Thời gian thực hiện: Quý II/2024", None, "2024-06-30"),
        ("Thời gian thực hiện: Quý III, IV năm 2024", None, "2024-12-31"),
        ("Thời gian: từ tháng 3 đến tháng 10/2024", None, "2024-10-31"),
        ("gửi trước ngày 10 tháng 7 năm 2018", None, "2018-07-10"),
        ("chậm nhất ngày 25/12 hằng năm", 2025, "2025-12-25"),
        ("trước ngày 05/6 và 05/12/2024", 2023, "2024-06-05"),
        ("hoàn thành trong năm 2024", None, "2024-12-31"),
        ("Thời gian thực hiện: thường xuyên trong năm", 2024, None),
        ("Thời gian: từ ngày 01/6/2024", 2024, None),
        ("Hoàn thành chỉ tiêu 1/3 số xã", 2024, None),
        ("theo Kế hoạch số 12/KH-UBND ngày 03/02/2024", 2024, None),
        ("hoàn thành trước ngày 31/02/2024", 2024, None),
    ],
)
def test_the_last_day_of_a_task(text, year, due):
    assert str(due_in(text, year)) == str(due)


@pytest.mark.parametrize(
    ("written", "year", "day"),
    [
        ("Quý II/2026", None, "2026-06-30"),
        ("tháng 6/2026", None, "2026-06-30"),
        ("Tháng 10", 2026, "2026-10-31"),
        ("10/2026", None, "2026-10-31"),
        ("trước ngày 30/6", 2026, "2026-06-30"),
        ("trước ngày 30/6", None, "None"),
        ("30/6/2026", None, "2026-06-30"),
        ("Năm 2026", None, "2026-12-31"),
        ("2026", None, "2026-12-31"),
        ("2026 - 2030", None, "2030-12-31"),
        ("Từ năm 2026 đến năm 2030.", None, "2030-12-31"),
        ("Năm 2026 và các năm tiếp theo.", 2026, "None"),
        ("hằng tháng", 2026, "None"),
        ("Thường xuyên", 2026, "None"),
        ("13/2026", None, "None"),
        ("", 2026, "None"),
    ],
)
def test_a_time_is_kept_as_written_and_counted_from_its_last_day(written, year, day):
    due = when(written, year)
    assert (due.text, str(due.day)) == (written.rstrip("."), day)


def test_a_sentence_says_when_in_words_of_its_own():
    said = due_said("Rà soát danh sách, hoàn thành trước ngày 30/6/2026, báo cáo xã.", None)
    assert (said.text, str(said.day)) == ("trước ngày 30/6/2026", "2026-06-30")
    ranged = due_said("Thời gian: từ tháng 3 đến tháng 10/2026.", None)
    assert (ranged.text, str(ranged.day)) == ("tháng 3 đến tháng 10/2026", "2026-10-31")
    assert due_said("Phát thanh hằng tuần.", 2026).text == ""


def test_days_of_reports_take_the_year_that_is_written():
    days = report_days("Báo cáo trước ngày 15 tháng 6 và ngày 05/12/2026.", 2025)
    assert [str(day) for day in days] == ["2026-06-15", "2026-12-05"]


def test_labels_say_who_and_when_and_what_comes_of_it():
    said = said_in(
        "Rà soát (Cơ quan chủ trì: Công an xã; phối hợp: Trạm Y tế; thời gian: Quý I; sản phẩm: Báo cáo)."
    )
    assert said == {"lead": "Công an xã", "partners": "Trạm Y tế", "due": "Quý I", "product": "Báo cáo"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Giao Phòng Nội vụ chủ trì, phối hợp với các xã.", "Phòng Nội vụ"),
        ("Truyền thông. Giao cho Trung tâm Y tế tổ chức tập huấn.", "Trung tâm Y tế"),
        ("Ban hành quy chế (Phòng Tư pháp chủ trì).", "Phòng Tư pháp"),
        ("Tổ chức hội nghị tại các xã.", ""),
    ],
)
def test_who_is_told_to_do_it(text, who):
    assert handed_to(text) == who
