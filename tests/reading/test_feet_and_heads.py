"""Heads and feet as producers of files leave them: columns, wrapped lines, capitals, owners of pages."""

from dataclasses import replace
from datetime import date

import pytest

from plans.reading import read
from plans.reading.parts.names import title_in_a_sentence
from plans.reading.text.passages import joined

from .corpus.as_text import markdown, pasted
from .corpus.as_word import word
from .corpus.facts import para, part
from .corpus.lines import plan
from .corpus.printing import woven

BODY = (part("I.", "MỤC TIÊU"), para("Bảo vệ trẻ em trên địa bàn xã."))
LONG = (
    "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân thành phố Hồ Chí Minh",
    "Thành viên Ban Chỉ đạo phòng, chống tội phạm Thành phố",
    "CT, PCT UBND TP (2C, 3C)",
    "Lưu: VT",
)
SIGNED = {
    "recipients": LONG,
    "authority": ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    "signer": "Trần Thị Diệu Thúy",
}


@pytest.mark.parametrize(
    "made",
    [word, woven, lambda paper: pasted(paper).encode(), lambda paper: markdown(paper).encode()],
    ids=["word", "pdf", "pasted", "markdown"],
)
def test_recipients_of_a_narrow_column_are_one_each_and_the_signer_is_found(made):
    draft = read(made(plan(*BODY, **SIGNED)), "")
    assert draft.recipients == LONG
    assert (draft.signer.lines, draft.signer.name) == (SIGNED["authority"], SIGNED["signer"])


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["Công văn số 8935/BNV\u2010", "CTTN&BĐG"], "Công văn số 8935/BNV-CTTN&BĐG"),
        (["Kết luận số 121\u2010", "KL/TW"], "Kết luận số 121-KL/TW"),
        (["công tác phòng\u2010", "chống ma túy"], "công tác phòng-chống ma túy"),
        (["trư\u2010", "ờng học"], "trường học"),
        (["giai đoạn 2021 -", "2025"], "giai đoạn 2021 - 2025"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_only_inside_a_syllable(lines, whole):
    assert joined(lines) == whole


@pytest.mark.parametrize(
    "owner",
    [
        "THƯ VIỆN PHÁP LUẬT",
        "© LuatVietnam",
        "Bản quyền © 2026 LawNet",
        "HỆ THỐNG PHÁP LUẬT VIỆT NAM",
        "luatvietnam.vn",
    ],
)
def test_whose_page_it_is_is_nobodys_superior(owner):
    text = (
        f"{owner}\n\nỦY BAN NHÂN DÂN\nXÃ TÂN HẢI\nSố: 7/KH-UBND\nTân Hải, ngày 01 tháng 4 năm 2026\n\nKẾ HOẠCH\n"
        "Về trẻ em năm 2026\n\nI. MỤC TIÊU\n- 90% trẻ em được tư vấn."
    )
    draft = read(text.encode(), "a.txt")
    assert (draft.issuer, draft.superior) == ("Ủy ban nhân dân xã Tân Hải", "")


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("Thành phố Hồ\nChí Minh, ngày 18 tháng 11 năm 2026", "Thành phố Hồ Chí Minh"),
        ("*Thành phố Hồ\nChí Minh, ngày 18 tháng 11 năm 2026*", "Thành phố Hồ Chí Minh"),
        ("Bà Rịa -\nVũng Tàu, ngày 18 tháng 11 năm 2026", "Bà Rịa - Vũng Tàu"),
        ("*Đồng Nai, ngày 20\ntháng 11 năm 2026*", "Đồng Nai"),
    ],
)
def test_a_place_over_two_lines_is_whole(lines, place):
    text = (
        f"ỦY BAN NHÂN DÂN\nTỈNH ĐÔNG LÂM\nSố: 7/KH-UBND\n{lines}\n\nKẾ HOẠCH\nVề trẻ em năm 2026\n\n"
        "I. MỤC TIÊU\n- 90% trẻ em được tư vấn."
    )
    draft = read(text.encode(), "a.txt")
    assert (draft.place, draft.date.year) == (place, 2026)


def test_a_day_whose_year_a_narrow_column_left_below_the_number_is_whole():
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH ĐÔNG LÂM\n\nĐông Lâm, ngày 09 tháng 02 năm\n\nSố: 7/KH-UBND\n\n2026\n\nKẾ HOẠCH\n"
        "Về trẻ em năm 2026\n\nI. MỤC TIÊU\n- 90% trẻ em được tư vấn."
    )
    draft = read(text.encode(), "a.txt")
    assert (draft.place, draft.date, draft.number) == ("Đông Lâm", date(2026, 2, 9), "7")


def test_a_title_in_capitals_is_offered_as_the_document_writes_it():
    texts = (
        "Thực hiện Chỉ thị số 27/CT-TTg ngày 15 tháng 8 năm 2024 của Thủ tướng Chính phủ về công tác dân số,",
        "Trên địa bàn tỉnh Đồng Nai có nhiều khu công nghiệp.",
    )
    title = (
        "THỰC HIỆN CHỈ THỊ SỐ 27/CT-TTG CỦA THỦ TƯỚNG CHÍNH PHỦ VỀ CÔNG TÁC DÂN SỐ TRÊN ĐỊA BÀN TỈNH ĐỒNG NAI"
    )
    assert title_in_a_sentence(title, texts) == (
        "Thực hiện Chỉ thị số 27/CT-TTg của Thủ tướng Chính phủ về công tác dân số trên địa bàn tỉnh Đồng Nai"
    )


def test_the_offer_is_a_finding_and_the_title_stays_as_printed():
    paper = replace(plan(*BODY), title="PHÒNG NGỪA LAO ĐỘNG TRẺ EM NĂM 2026")
    draft = read(word(paper), "")
    (found,) = [finding for finding in draft.findings if finding.code == "title_in_capitals"]
    assert draft.title == paper.title
    assert found.suggestion == "Phòng ngừa lao động trẻ em năm 2026"
