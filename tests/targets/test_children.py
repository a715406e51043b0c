"""The guard of children's data reads as a careful clerk would: every slip, and nothing of what plans say all day."""

import time
from pathlib import Path

import pytest

from targets.language.children import Gives, found_in, found_in_file_name, is_called_so
from tests.laws.imports import HOUSE
from tests.targets.children_sentences import (
    LET_PASS,
    NAMES_OF_FILES_LET_PASS,
    NAMES_OF_FILES_STOPPED,
    STOPPED,
)

LONG = 200_000
OUR_OWN_TEXTS = (
    *(HOUSE / "childlabour" / "samples").glob("*.py"),
    *(HOUSE / "tests" / "targets").glob("*.txt"),
    *(HOUSE / "tests" / "reading" / "corpus").glob("*.py"),
)


@pytest.mark.parametrize("said", STOPPED)
def test_what_gives_a_child_away_is_found(said):
    assert found_in(said)


@pytest.mark.parametrize(
    "said",
    [
        "trẻ em Phàn A Xiên nghỉ học",
        "nạn nhân Vàng Thị Vân được hỗ trợ",
        "trẻ mồ côi Nguyễn Văn Mốt",
        "Lường Thị Chín, học lớp 4",
        "chị em Lường Thị Sáu và Lường Thị Bảy, 10 và 12 tuổi",
        "trẻ 11 tuổi là Vừ A Mười",
        "cháu ấy tên Nguyễn Văn Tám",
        "cháu\u200bNguyễn Văn Phong",
        "đứa nhỏ tên Hoa",
        "Nguyễn Văn Năm SN 2012",
        "sinh 2013-04-03",
        "DOB 01.02.2014",
    ],
)
def test_so_is_what_somebody_wrote_who_wanted_to_get_past(said):
    assert found_in(said)


@pytest.mark.parametrize("name", NAMES_OF_FILES_STOPPED)
def test_so_it_is_in_the_name_of_a_file(name):
    assert found_in_file_name(name)


@pytest.mark.parametrize("said", LET_PASS)
def test_what_plans_say_every_day_stops_nobody(said):
    assert found_in(said) == []


@pytest.mark.parametrize("name", NAMES_OF_FILES_LET_PASS)
def test_nor_does_an_ordinary_name_of_a_file(name):
    assert found_in_file_name(name) == []


@pytest.mark.parametrize("path", OUR_OWN_TEXTS, ids=lambda path: path.name)
def test_no_sample_and_no_paper_of_the_corpus_stops(path: Path):
    assert found_in(path.read_text(encoding="utf-8")) == []


def test_it_says_what_it_found_and_where():
    name, birth, identity = found_in("Cháu  Vàng A\tSúa,\nsinh ngày 12/3/2012,\nCCCD 020312004567.")
    assert (name.gives, name.words, name.passage) == (
        Gives.NAME,
        "Cháu Vàng A Súa",
        "Cháu Vàng A Súa,",
    )
    assert (birth.gives, birth.words) == (Gives.BIRTH, "sinh ngày 12/3/2012")
    assert (identity.gives, identity.words) == (Gives.IDENTITY, "020312004567")


def test_the_same_words_in_another_place_are_another_passage():
    first, second = found_in(
        "Cháu Na ở thôn 1 nghỉ học.\nCháu Na ở thôn 2 đi làm.\nCháu Na ở thôn 1 nghỉ học."
    )
    assert first.words == second.words and first.passage != second.passage


@pytest.mark.parametrize(
    ("said", "name", "is_so"),
    [
        ("trẻ em Lý Sơn Xanh", "Tổ chức Trẻ em Lý Sơn Xanh", True),
        ("Bé Na", "Câu lạc bộ Bé Na Vui", True),
        ("em Na", "Phòng, chống bạo lực trẻ em năm 2023", False),  # no part of a word
        ("cháu Nguyễn Văn An", "Trường Tiểu học Nguyễn Văn An", False),
    ],
)
def test_a_unit_may_be_called_like_a_child(said, name, is_so):
    (found,) = found_in(said)
    assert is_called_so(found, [name]) == is_so


@pytest.mark.parametrize(
    "piece",
    [
        "em Na ",
        "A",
        "Nguyễn ",
        "0",
        "0 ",
        "sinh 1",
        "em.",
        "trẻ em Nguyễn ",
        "em ",
        "sinh ngày ",
        "e\u0301",
        "cháu (: ",
    ],
)
def test_a_long_text_takes_a_second_at_most(piece):
    text = piece * (LONG // len(piece))
    began = time.process_time()
    found_in(text)
    found_in_file_name(text)
    assert time.process_time() - began < 3  # measured 0.3 s for either; a shared machine may be slow
