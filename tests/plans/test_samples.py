"""The samples tell what the five papers tell: every number, date, unit, target and duty, and no more."""

import hashlib
import io
from collections import Counter
from datetime import date

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from childlabour.units.models import SigningCapacity, Unit
from plans.content.asking import content_of
from plans.content.values import extents
from plans.law.belonging import document_of, to_document
from plans.models import Answer, Assignment, Charge, Citation, Document, Issue, Task, TaskReminder
from plans.pages.outline import below
from plans.paper.compose import paper_of
from targets.models import Programme, Target

OUR_MODELS = ("units", "targets", "plans")


# --- Loading ----------------------------------------------------------------------------------------------


def everything() -> dict:
    """Every row of ours, as stored; the kept papers by their hash."""
    return {
        model._meta.label: list(model.objects.order_by("pk").values())
        for app in OUR_MODELS
        for model in apps.get_app_config(app).get_models()
    }


def test_loading_again_changes_nothing_and_asks_little(samples):
    before = everything()
    with CaptureQueriesContext(connection) as asked:
        call_command("load_samples", stdout=io.StringIO())
    assert everything() == before
    assert len(asked) <= 25


def test_a_draft_that_someone_went_on_writing_is_left_to_them(samples):
    document = samples["Tân Thành"]
    document.title = "Kế hoạch đã sửa"
    document.save()
    call_command("load_samples", stdout=io.StringIO())
    assert Document.objects.get(unit=document.unit).title == "Kế hoạch đã sửa"


def test_a_sample_that_was_deleted_comes_back_linked_as_before(samples):
    samples["Tân Thành"].delete()
    call_command("load_samples", stdout=io.StringIO())
    document = Document.objects.get(unit__short_name="UBND xã Tân Thành")
    assert document.parent == samples["192"]
    targets = Target.objects.filter(block__document=document)
    assert [target.upper.block.document for target in targets] == [samples["192"]] * 2


def test_issued_documents_are_kept_byte_for_byte_and_the_draft_is_not(samples):
    for name, document in samples.items():
        if name == "Tân Thành":
            assert not Issue.objects.filter(document=document).exists()
        else:
            assert document.issue.sha256 == hashlib.sha256(bytes(document.issue.pdf)).hexdigest()
            assert bytes(document.issue.pdf).startswith(b"%PDF-")


def test_the_public_reads_seven_documents_and_not_the_draft(samples):
    seen = set(Document.objects.visible_to(AnonymousUser()))
    assert seen == set(samples.values()) - {samples["Tân Thành"]}


def test_every_document_says_that_it_is_not_the_authentic_copy(samples):
    assert [
        name for name, document in samples.items() if "không phải bản chính" not in document.source_note
    ] == []


# --- Numbers, dates, issuers, signers ---------------------------------------------------------------------

HEADS = {
    # name: number and symbol, date, issuer, date line, first word of the title, parent
    "782": ("782/QĐ-TTg", date(2021, 5, 27), "Thủ tướng Chính phủ", "Hà Nội", None),
    "187": ("187/KH-UBND", date(2021, 9, 13), "Ủy ban nhân dân tỉnh Lạng Sơn", "Lạng Sơn", "782"),
    "192": ("192/KH-UBND", date(2023, 5, 26), "Ủy ban nhân dân huyện Hữu Lũng", "Hữu Lũng", "187"),
    "Tân Thành": ("", date(2023, 6, 1), "Ủy ban nhân dân xã Tân Thành", "Tân Thành", "192"),
    "10": ("10/KH-UBND", date(2024, 1, 11), "Ủy ban nhân dân huyện Điện Biên Đông", "Điện Biên Đông", "782"),
    "Hà Đông": ("", None, "Ủy ban nhân dân quận Hà Đông", "Hà Đông", "782"),
    "BR-VT": (
        "",
        None,
        "Ban Chỉ đạo Bảo vệ, chăm sóc, giáo dục trẻ em tỉnh Bà Rịa – Vũng Tàu",
        "Bà Rịa – Vũng Tàu",
        None,
    ),
    "464": (
        "464/SLĐTBXH-TE&BĐG",
        date(2022, 3, 3),
        "Sở Lao động - Thương binh và Xã hội tỉnh Điện Biên",
        "Điện Biên",
        None,
    ),
}


@pytest.mark.parametrize("name", HEADS)
def test_a_document_bears_the_number_date_and_issuer_of_the_real_one(samples, name):
    document = samples[name]
    parent = next((other for other, row in samples.items() if row == document.parent), None)
    assert (document.code, document.issued_on, document.unit.name, document.written_seat, parent) == HEADS[
        name
    ]


PERIODS = {
    "782": (2021, 2025, 2030),
    "187": (2021, 2025, 2030),
    "192": (2023, 2023, None),
    "Tân Thành": (2023, 2023, None),
    "10": (2024, 2024, None),
    "Hà Đông": (2021, 2025, 2030),
    "BR-VT": (2023, 2023, None),
    "464": (2022, 2022, None),
}


@pytest.mark.parametrize("name", PERIODS)
def test_a_document_is_for_the_years_of_the_real_one(samples, name):
    document = samples[name]
    assert (document.period_from, document.period_to, document.orientation_year) == PERIODS[name]


def test_the_paper_of_tan_thanh_has_the_heads_and_the_end_of_the_real_one(samples):
    paper = paper_of(samples["Tân Thành"])
    assert (paper.number, paper.symbol, paper.draft) == ("", "KH-UBND", True)
    assert paper.place_and_date == "Tân Thành, ngày 01 tháng 6 năm 2023"
    assert paper.signature.lines == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert paper.signature.signer == "Phan Quang Vinh"
    assert paper.recipients.lines == (
        "Phòng LĐTBXH-DT huyện",
        "CT, PCT UBND xã",
        "UBMTTQ, các đoàn thể xã",
        "Các trường học",
        "Lưu: VT, VH",
    )


def test_the_letter_names_its_superior_its_addressees_and_what_it_is_about(samples):
    paper = paper_of(samples["464"])
    assert " ".join(paper.letterhead.superior).upper() == "ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN"
    assert paper.addressees == ("Ủy ban nhân dân các huyện, thị xã, thành phố",)
    assert paper.title == "triển khai thực hiện các nhiệm vụ trọng tâm công tác trẻ em năm 2022"
    assert paper.type_name == ""


def test_the_decision_is_signed_for_the_prime_minister(samples):
    document = samples["782"]
    assert (document.signature_lines.splitlines(), document.signer) == (
        ["KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"],
        "Vũ Đức Đam",
    )


@pytest.mark.parametrize("name", ["782", "Tân Thành"])
def test_whoever_signed_had_the_right_to_on_that_day(samples, name):
    document = samples[name]
    capacity = SigningCapacity.objects.valid_on(document.issued_on).get(unit=document.unit)
    assert (capacity.signer, capacity.lines) == (document.signer, document.signature_lines)


def test_an_unknown_signer_is_left_blank_not_invented(samples):
    assert {name for name, document in samples.items() if document.signer} == {"782", "Tân Thành"}


# --- Duties -----------------------------------------------------------------------------------------------


def test_tan_thanh_gives_its_duties_to_whom_the_real_plan_does(samples):
    charges = Charge.objects.filter(block__document=samples["Tân Thành"]).prefetch_related("units")
    assert {charge.units_said: {unit.function for unit in charge.units.all()} for charge in charges} == {
        "Công chức Văn hóa – Xã hội": {"children"},
        "Các trường học trên địa bàn": {"school"},
        "Công an xã": {"police"},
        "Đề nghị Ủy ban MTTQ và các tổ chức chính trị - xã hội xã": {"front", "union"},
        "Công chức Tài chính – Kế toán xã": {"finance"},
    }


def test_duties_under_a_heading_that_names_units_are_theirs(samples):
    duties = Task.objects.filter(
        block__document=samples["Tân Thành"], assignments__is_inherited=True
    ).distinct()
    assert {task.leads[0].function for task in duties} >= {"children", "school", "police", "finance"}


def test_the_letter_gives_ten_tasks_to_the_ten_districts(samples):
    given = Assignment.objects.filter(task__block__document=samples["464"])
    assert Task.objects.filter(block__document=samples["464"]).count() == 10
    assert {unit.place.name for unit in Unit.objects.filter(assignments__in=given)} == {
        "huyện Mường Nhé",
        "huyện Nậm Pồ",
        "huyện Mường Chà",
        "huyện Tủa Chùa",
        "huyện Tuần Giáo",
        "huyện Mường Ảng",
        "huyện Điện Biên",
        "huyện Điện Biên Đông",
        "thị xã Mường Lay",
        "thành phố Điện Biên Phủ",
    }
    assert given.count() == 100


def test_the_action_month_is_due_at_its_end_and_the_rest_at_the_end_of_the_year(samples):
    due = list(Task.objects.filter(block__document=samples["464"]).values_list("due_on", flat=True))
    assert due.pop(7) == date(2022, 6, 30)
    assert set(due) == {date(2022, 12, 31)}


def test_every_due_date_lies_within_the_period_of_its_plan(samples):
    tasks = Task.objects.exclude(due_on=None).select_related(to_document(Task))
    late = [task for task in tasks if task.due_on > document_of(task).last_day]
    assert late == []


def test_the_days_that_the_system_needs_and_the_original_does_not_name_are_no_words_of_it(samples):
    assert not [day for day in ("30/6/2022", "31/12/2022") if day in words_of(samples["464"])]


def words_of(document) -> str:
    return "\n".join(block.printed for block in content_of(document).blocks)


FACTS = {
    "Hà Đông": ["111", "02433.525.662", "làng nghề", "khu vực kinh tế phi chính thức", "phường khó khăn"],
    "464": [
        "10 năm thực hiện Chỉ thị số 20-CT/TW",
        "Tổng đài 111",
        "bưu điện xã",
        "Bộ đội Biên phòng",
        "Tầm nhìn thế giới",
        "Rồng xanh",
        "Covid-19",
        "588/QĐ-TTg",
        "Chung tay bảo vệ trẻ em hãy lên tiếng phòng, chống xâm hại, bạo lực trẻ em",
        "06/QĐ-TTg",
        "Toàn dân chăm sóc, giáo dục, bảo vệ trẻ em",
        "nông thôn mới",
        "phần mềm quản lý thông tin trẻ em",
        "13/2021/TT-BLĐTBXH",
    ],
    "BR-VT": [
        "Tháng hành động vì trẻ em năm 2023",
        "Công ước của Liên hợp quốc",
        "tuyên dương, khen thưởng",
        "2021-2030",
        "2020-2025",
        "2021-2025",
        "2019-2025",
        "xã, phường, thị trấn phù hợp trẻ em",
    ],
    "Tân Thành": ["truyền thanh huyện", "băng zôn", "pa nô", "tờ rơi", "tập huấn", "mua bán trẻ em"],
    "10": ["doanh nghiệp", "người sử dụng lao động", "trên địa bàn huyện"],
}


@pytest.mark.parametrize("name", FACTS)
def test_the_facts_of_a_sample_stand_in_its_words(samples, name):
    text = words_of(samples[name])
    assert [fact for fact in FACTS[name] if fact not in text] == []


def test_ha_dong_has_its_four_models(samples):
    blocks = content_of(samples["Hà Đông"]).blocks
    (models,) = (
        extent for extent in extents(blocks) if blocks[extent.first].printed.startswith("IV. Mô hình")
    )
    assert sum(block.task is not None for block in blocks[models.first : models.end]) == 4


def test_the_movement_lists_seven_programmes_and_the_catalogue_knows_those_with_a_period(samples):
    task = Task.objects.get(block__document=samples["BR-VT"], name__contains="chương trình, đề án")
    assert len(below([task])[task.pk]) == 7
    assert set(Programme.objects.values_list("decision", "period_from", "period_to")) >= {
        ("Quyết định số 1023/QĐ-TTg ngày 07/6/2016 của Thủ tướng Chính phủ", 2016, 2020),
        ("Quyết định số 782/QĐ-TTg ngày 27/5/2021 của Thủ tướng Chính phủ", 2021, 2025),
        ("Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ", 2021, 2030),
        ("Quyết định số 1863/QĐ-TTg ngày 23/12/2019 của Thủ tướng Chính phủ", 2020, 2025),
        ("Quyết định số 1248/QĐ-TTg ngày 19/7/2021 của Thủ tướng Chính phủ", 2021, 2030),
        ("Quyết định số 1437/QĐ-TTg ngày 29/10/2018 của Thủ tướng Chính phủ", 2018, 2025),
        ("Quyết định số 1438/QĐ-TTg ngày 29/10/2018 của Thủ tướng Chính phủ", 2018, 2025),
    }


# --- Citations --------------------------------------------------------------------------------------------


def test_citations_of_documents_in_the_system_lead_to_them(samples):
    links = {
        (citation.document_id, citation.cited_document_id)
        for citation in Citation.objects.exclude(cited_document=None)
    }
    by_name = {name: document.pk for name, document in samples.items()}
    assert links == {
        (by_name["187"], by_name["782"]),
        (by_name["192"], by_name["187"]),
        (by_name["Tân Thành"], by_name["192"]),
        (by_name["10"], by_name["782"]),
        (by_name["Hà Đông"], by_name["782"]),
    }


def test_a_link_and_the_number_beside_it_mean_the_same_document(samples):
    for citation in Citation.objects.exclude(cited_document=None).select_related("cited_document__unit"):
        assert (citation.act_number, citation.act_date) == (
            citation.cited_document.code,
            citation.cited_document.issued_on,
        )


def test_a_misprinted_date_is_printed_as_it_was_and_known_as_it_is(samples):
    directive = Citation.objects.get(act_number="20-CT/TW")
    assert "05/12/2012" in directive.text
    assert directive.act_date == date(2012, 11, 5)


# --- What became of the tasks -----------------------------------------------------------------------------


def test_the_tasks_of_huu_lung_were_answered_and_every_line_says_that_it_is_invented(samples):
    given = Assignment.objects.filter(**{to_document(Assignment): samples["192"]})
    answered = given.exclude(answers=None).distinct()
    told = {one.pk: [said.move for said in one.answers.all()] for one in answered}
    assert sorted(told.values()) == [
        ["receive", "ask_more_time", "grant", "finish", "accept"],
        ["receive", "finish"],
        ["receive", "finish", "accept"],
        ["receive", "finish", "send_back", "finish", "accept"],
        ["receive", "report", "finish", "accept"],
    ]
    assert Counter(one.condition for one in answered) == {"done_on_time": 3, "done_late": 1, "in_time": 1}
    for said in Answer.objects.all():
        assert "(Dữ liệu mẫu, không có thật)" in said.text and said.officer is None
    assert not given.get(unit__short_name="UBND xã Tân Thành").answers.exists(), (
        "it waits for whoever tries it"
    )


def test_one_unit_of_huu_lung_was_reminded_and_the_line_says_that_it_is_invented(samples):
    row = TaskReminder.objects.get()
    assert document_of(row) == samples["192"]
    assert row.officer is None and "(Dữ liệu mẫu, không có thật)" in row.officer_name
    assert row.day < row.assignment.reported_on <= row.due_on == row.assignment.deadline
