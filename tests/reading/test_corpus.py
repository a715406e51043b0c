"""Papers as messy as real ones are read right: their targets, their head, and not one word is lost."""

import re
from functools import cache

import pytest

from childlabour.core.vietnamese import clean, nfc
from plans.reading import as_json, read
from plans.reading.parts.draft import Role
from plans.reading.review.carrying import packed, unpacked
from plans.reading.text.words import words_of

from .corpus.cases import Case, cases, printed_cases, quick_cases
from .measuring import Score, lost_words, score

CASES = {case.name: case for case in cases()}
TEXTS = [case for case in CASES.values() if case.file.endswith(".txt") and not case.name.startswith("cp1258")]


@cache
def draft(name: str):
    case = CASES[name]
    return read(case.data, case.file)


def total(names) -> Score:
    return sum((score(draft(name), CASES[name].truth) for name in names), Score())


def test_the_corpus_is_large_and_of_many_hands():
    assert len(CASES) >= 30
    assert {"libreoffice", "chromium", "weasyprint"} <= {case.producer for case in CASES.values()}


def test_no_target_is_invented_and_hardly_any_is_missed():
    whole = total(CASES)
    assert whole.precision == 1, whole.wrong
    assert whole.recall >= RECALL, whole.wrong


def test_the_head_of_a_paper_is_right():
    whole = total(CASES)
    assert whole.fields_share >= 0.99, whole.wrong


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: case.name)
def test_a_pasted_text_keeps_every_word_in_its_place(case: Case):
    read_words = words_of(" ".join(passage.whole for passage in draft(case.name).passages))
    source = words_of(_source(case))
    assert lost_words(read_words, source) == []
    if case.producer in ("markdown", "web"):  # without columns the order is that of the file
        assert read_words == source


def _source(case: Case) -> str:
    for encoding in ("utf-8-sig", "utf-16"):
        try:
            text = case.data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    return re.sub(r"[#*]+", " ", clean(nfc(text)))


@pytest.mark.parametrize("case", [*quick_cases(), *printed_cases()], ids=lambda case: case.name)
def test_every_passage_has_its_place_in_the_draft(case: Case):
    found = draft(case.name)
    data = as_json(found)
    said = words_of(_all_text(data))
    kept = [
        passage.text
        for passage, role in zip(found.passages, found.roles, strict=True)
        if role
        not in (Role.LEFT_OUT, Role.STATE, Role.NOTE, Role.KIND, Role.DATE, Role.ISSUER, Role.SUPERIOR)
    ]
    assert lost_words(said, words_of(" ".join(kept))) in ([], ["Nơi", "nhận"], ["Nơi", "nhận", "v"])


def _all_text(data: dict) -> str:
    parts = [
        data["title"],
        data["preamble"],
        data["number"],
        data["symbol"],
        data["signer"]["name"],
        "Kính gửi Số V",
    ]
    parts += [act["text"] for act in data["citations"]] + data["recipients"] + data["signer"]["lines"]
    parts += [f"{section['heading']}\n{section['text']}" for section in data["sections"]]
    return "\n".join(parts)


@pytest.mark.parametrize("name", ["word/huyen-quan-ba", "web/tin-huyen-song-ma", "libreoffice/huyen-quan-ba"])
def test_a_draft_survives_being_carried_as_text(name: str):
    assert unpacked(packed(draft(name))) == draft(name)


RECALL = 0.98
