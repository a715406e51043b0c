"""The workbook goes out and comes back: every fault with its cell, whole or not at all."""

from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from childlabour.core.errors import Refusal
from plans.models import Document
from plans.reporting.sheets.layout import COLUMNS, MOST_ROWS
from plans.reporting.sheets.taking_in import take_in
from plans.reporting.sheets.writing import workbook
from targets.measuring.models import Figure, FigureStanding
from targets.models import Target
from tests.cast import appoint
from tests.measuring.answers import a_period, a_regime, answered, of

pytestmark = pytest.mark.django_db


@pytest.fixture
def book(district) -> Workbook:
    return load_workbook(BytesIO(workbook(district.plan, district.period)))


def packed(book: Workbook) -> bytes:
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def filled(book: Workbook) -> Workbook:
    """Every share 3 of 4, every count 2."""
    sheet = book["Số liệu"]
    for row in range(2, sheet.max_row + 1):
        is_count = "câu lạc bộ" in sheet[f"D{row}"].value
        sheet[f"E{row}"] = 2 if is_count else 3
        sheet[f"F{row}"] = None if is_count else 4
        sheet[f"G{row}"] = "có số liệu"
    return book


def faults(book: Workbook, officer) -> list[str]:
    with pytest.raises(Refusal) as no:
        take_in(packed(book), officer)
    assert not Figure.objects.exists()
    return [problem.message for problem in no.value.problems]


def test_it_has_a_row_for_each_unit_and_metric_under_one_head(district, book):
    rows = list(book["Số liệu"].iter_rows(values_only=True))
    assert rows[0] == tuple(column.title for column in COLUMNS)
    assert rows[0][:8] == (
        *("Mã đơn vị", "Đơn vị", "Mã chỉ tiêu", "Chỉ tiêu"),
        *("Số đạt", "Tổng số", "Tình trạng", "Ghi chú"),
    )
    assert {(row[0], row[2]) for row in rows[1:]} == {
        (unit.pk, code)
        for unit in district.communes
        for code in ("1.2", f"CT-{district.informed.pk}", f"CT-{district.clubs.pk}")
    }
    said = {row[0].value: row[1].value for row in book["Kỳ"].iter_rows()}
    assert (said["Mã chế độ báo cáo"], said["Mã kỳ"], said["Mã văn bản"]) == ("nam", "2023", district.plan.pk)


def test_numbers_go_out_as_numbers_and_text_is_never_a_formula(district):
    answered(district.period, district.tan_thanh, district.helped, of(3, 4, note="=1+1"))
    sheet = load_workbook(BytesIO(workbook(district.plan, district.period)))["Số liệu"]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[4].value is not None)
    assert [cell.value for cell in row[4:8]] == [3, 4, "có số liệu", "=1+1"]
    assert (row[4].data_type, row[7].data_type) == ("n", "s")


def test_as_it_came_it_goes_back_in_and_changes_nothing(district, book):
    taken = take_in(packed(book), district.office.lan)
    assert (taken.sent, taken.accepted, Figure.objects.count()) == (0, 0, 0)


def test_of_units_below_figures_are_accepted(district, book):
    taken = take_in(packed(filled(book)), district.office.lan)
    assert (taken.sent, taken.accepted, taken.units) == (0, 9, 3)
    assert set(Figure.objects.values_list("standing", flat=True)) == {FigureStanding.ACCEPTED}
    again = take_in(packed(filled(book)), district.office.lan)
    assert again.accepted == 0
    assert Figure.objects.count() == 9


def test_of_the_own_unit_they_are_sent(district):
    own = load_workbook(BytesIO(workbook(district.plan, district.period, district.tan_thanh)))
    taken = take_in(packed(filled(own)), district.office.pao)
    assert (taken.sent, taken.accepted) == (3, 0)
    assert set(Figure.objects.values_list("standing", flat=True)) == {FigureStanding.SENT}


def test_the_office_above_corrects_what_was_accepted_by_a_version_of_its_own(district, book):
    answered(district.period, district.tan_thanh, district.helped, of(1, 4))
    take_in(packed(filled(book)), district.office.lan)
    versions = Figure.objects.filter(indicator=district.helped.indicator, filing__unit=district.tan_thanh)
    assert [(f.version, f.standing) for f in versions.order_by("version")] == [(1, "past"), (2, "accepted")]


def test_what_is_locked_is_told_with_its_cell(district):
    answered(district.period, district.tan_thanh, district.helped, of(1, 4))
    own = load_workbook(BytesIO(workbook(district.plan, district.period, district.tan_thanh)))
    with pytest.raises(Refusal, match=r"Ô E2: 1\.2 .* đã khóa"):
        take_in(packed(filled(own)), district.office.pao)
    assert Figure.objects.count() == 1


def test_states_are_said_in_words(district, book):
    sheet = book["Số liệu"]
    sheet["G2"], sheet["G3"], sheet["G4"] = "Không phát sinh ", "không có đối tượng", "KHÔNG THU THẬP ĐƯỢC"
    sheet["H4"] = "Cán bộ nghỉ."
    take_in(packed(book), district.office.lan)
    assert list(Figure.objects.order_by("pk").values_list("state", flat=True)) == [
        "nothing_arose",
        "no_such_population",
        "could_not_be_collected",
    ]


def test_a_number_typed_as_text_is_read_as_an_office_writes_it(district, book):
    book["Số liệu"]["E2"], book["Số liệu"]["F2"] = "1.204", "1.541"
    take_in(packed(book), district.office.lan)
    assert (Figure.objects.get().numerator, Figure.objects.get().denominator) == (1204, 1541)


def test_every_fault_is_told_at_once_with_its_cell(district, book):
    sheet = filled(book)["Số liệu"]
    sheet["E2"] = "=1+1"
    sheet["E3"] = datetime(2023, 3, 21)
    sheet["G4"] = "lung tung"
    sheet["A5"] = 999999
    sheet["C6"] = "9.9"
    sheet["E7"] = "ba"
    sheet["E8"] = 5
    sheet.row_dimensions[9].hidden = True
    sheet["A10"], sheet["B10"], sheet["C10"], sheet["D10"] = (sheet[f"{c}2"].value for c in "ABCD")
    sheet["E10"], sheet["F10"] = 3, 4
    told = faults(book, district.office.lan)
    cells = ("Ô E2 ", "Ô E3 ", "Ô G4:", "Ô A5:", "Ô C6:", "Ô E7:", "Ô E8:", "(ô A9)", "Ô A10:")
    assert [cell for cell in cells if not any(cell in one for one in told)] == []
    assert len(told) == len(cells)


def test_of_foreign_units_nothing_is_taken(district, book):
    told = faults(filled(book), district.office.mai)
    assert len(told) == 9
    assert "không phải đơn vị của anh/chị" in told[0]


def test_a_column_sorted_by_itself_is_noticed(district, book):
    sheet = filled(book)["Số liệu"]
    sheet["B2"], sheet["B5"] = sheet["B5"].value, sheet["B2"].value
    assert [one[:5] for one in faults(book, district.office.lan)] == ["Ô B2:", "Ô B5:"]


def test_a_name_of_another_metric_is_noticed(district, book):
    sheet = filled(book)["Số liệu"]
    sheet["D2"] = sheet["D3"].value
    assert [one[:5] for one in faults(book, district.office.lan)] == ["Ô D2:"]


def test_the_template_of_another_period_is_told_so(district, book):
    other = a_period("2023Q1", a_regime("quy", frequency="quarter"))
    with pytest.raises(Refusal, match="biểu của năm 2023, không phải quý I năm 2023"):
        take_in(packed(book), district.office.lan, only=other)


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("B2", "2022", "Chưa mở kỳ"),
        ("B2", None, "thiếu “Mã kỳ”"),
        ("B1", "la", "Không có chế độ báo cáo"),
        ("B3", 99999, "không có văn bản"),
    ],
)
def test_a_sheet_of_the_period_that_was_changed_is_told_so(district, book, cell, value, said):
    filled(book)["Kỳ"][cell] = value
    assert said in faults(book, district.office.lan)[0]


def test_a_hundred_thousand_rows_are_told_and_not_held(district):
    book = Workbook(write_only=True)
    sheet, period = book.create_sheet("Số liệu"), book.create_sheet("Kỳ")
    sheet.append([column.title for column in COLUMNS])
    for _ in range(100_000):
        sheet.append([1, "", "1.2", "", 1, 2])
    period.append(["Mã kỳ", "2023"])
    (told,) = faults(book, district.office.lan)
    assert "dài quá 20.000 dòng (từ ô A20002)" in told
    assert MOST_ROWS == 20_000


@pytest.mark.parametrize("spoil", ["sheet", "period", "head", "column"])
def test_without_its_sheets_or_head_it_is_not_the_workbook(district, book, spoil):
    sheet = book["Số liệu"]
    if spoil == "sheet":
        sheet.title = "Sheet1"
    elif spoil == "period":
        del book["Kỳ"]
    elif spoil == "head":
        sheet["A1"] = "Đơn vị số"
    else:
        sheet["E1"] = "Đạt"
    (told,) = faults(book, district.office.lan)
    assert "Số liệu" in told or "Kỳ" in told


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x03\x04" + b"x" * 500, b"%PDF-1.4"])
def test_what_is_no_workbook_is_told_so(district, data):
    with pytest.raises(Refusal):
        take_in(data, district.office.lan)


def test_a_note_that_names_a_child_is_asked_about(district, book):
    book["Số liệu"]["E2"], book["Số liệu"]["F2"] = 3, 4
    book["Số liệu"]["H2"] = "Cháu Vàng A Súa bỏ học."
    assert "giống tên của một trẻ em" in faults(book, district.office.lan)[0]


def test_who_works_in_both_sends_the_own_and_accepts_the_others(district, book):
    appoint(district.office.lan, district.tan_thanh, is_responder=True)
    lan = type(district.office.lan).objects.get(pk=district.office.lan.pk)
    taken = take_in(packed(filled(book)), lan)
    assert (taken.sent, taken.accepted) == (3, 6)


def test_a_plan_without_indicators_has_codes_of_its_own(district):
    Target.objects.update(indicator=None)
    sheet = load_workbook(BytesIO(workbook(Document.objects.get(pk=district.plan.pk), district.period)))
    assert sheet["Số liệu"]["C2"].value == f"CT-{district.helped.pk}"
