"""Each rule of the check finds its slip, and says nothing of a clean draft."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from plans.checking.annexes import AnnexesSaid, AnnexSaid
from plans.checking.dossier import (
    CheckedCitation,
    CheckedGiven,
    CheckedNumber,
    CheckedPart,
    CheckedRecipient,
    CheckedTable,
    CheckedTarget,
    CheckedTask,
    CheckedUnit,
    Dossier,
    PrintedText,
)
from plans.checking.findings import Severity
from plans.checking.rules import RULES, check
from plans.law.kinds import Kind
from plans.paper.columns import TornWord
from targets.statements import parse

SENTENCE = "100% trẻ em lao động trái quy định của pháp luật khi có thông báo được hỗ trợ, can thiệp kịp thời"
TARGET = CheckedTarget("target", SENTENCE, parse(SENTENCE), has_group=True, has_responsible=True)
TASK = CheckedTask("task", "Truyền thông", leads=(7,), due_on=date(2023, 11, 30))
CLEAN = Dossier(
    kind=Kind.PLAN,
    title="Phòng ngừa trẻ em lao động trái quy định của pháp luật năm 2023",
    period_from=2023,
    period_to=2023,
    last_day=date(2023, 12, 31),
    citations=(CheckedCitation("Kế hoạch số 192/KH-UBND ngày 26/5/2023"),),
    has_body=True,
    parts=(CheckedPart("part", "Mục tiêu", is_empty=False),),
    targets=(TARGET,),
    tasks=(TASK,),
    recipients=(CheckedRecipient("Công an xã", 7), CheckedRecipient("Lưu: VT")),
    signature_lines=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Phan Quang Vinh",
    issuer_is_committee=True,
    assigned_units=(CheckedUnit(7, "Công an xã Tân Thành", "Công an xã", "police"),),
    passages=(PrintedText("closing", "Các đơn vị báo cáo kết quả trước ngày 15/11/2023."),),
)
LOWER = "90% trẻ em lao động trái quy định của pháp luật khi có thông báo được hỗ trợ, can thiệp kịp thời"


def said(text: str) -> dict:
    return {"passages": (*CLEAN.passages, PrintedText("words", text))}


BROKEN = {
    "no_title": {"title": " "},
    "no_citation": {"citations": ()},
    "no_content": {"has_body": False},
    "no_recipients": {"recipients": ()},
    "citation_lapsed": {"citations": (CheckedCitation("Kế hoạch số 1/KH-UBND", "đã thay thế"),)},
    "weaker_without_reason": {
        "targets": (replace(TARGET, sentence=LOWER, statement=parse(LOWER), upper=parse(SENTENCE)),)
    },
    "no_addressees": {"kind": Kind.LETTER},
    "addressed_against_its_kind": {"addressees": "UBND các huyện"},
    "no_signer": {"signer": ""},
    "not_signed_by_two": {
        "kind": Kind.MINUTES,
        "signature_lines": ("CHỦ TỌA",),
        "beside_lines": ("THƯ KÝ",),
    },
    "second_signature_against_its_kind": {"beside_lines": ("THƯ KÝ",), "beside_signer": "Hoàng Thị Lan"},
    "signed_against_competence": {"competence": "head"},
    "nobody_decides": {"kind": Kind.DECISION},
    "kept_within_but_public": {"circulation": "LƯU HÀNH NỘI BỘ"},
    "left_open": said("Đến năm … đạt"),
    "target_without_responsible": {"targets": (replace(TARGET, has_responsible=False),)},
    "target_without_group": {"has_programme": True, "targets": (replace(TARGET, has_group=False),)},
    "parts_in_other_words": {
        "targets": (replace(TARGET, statement=replace(TARGET.statement, outcome="được giúp đỡ")),)
    },
    "target_without_year": {"period_to": 2025, "last_day": date(2025, 12, 31)},
    "target_after_period": {"targets": (replace(TARGET, statement=replace(TARGET.statement, horizon=2030)),)},
    "sentence_and_parts_drifted": {
        "targets": (replace(TARGET, statement=replace(TARGET.statement, value=Decimal(80))),)
    },
    "task_without_lead": {"tasks": (replace(TASK, leads=()),), "assigned_units": ()},
    "given_to_a_unit_that_ended": {"tasks": (replace(TASK, ended_units=("UBND xã Cũ",)),)},
    "due_outside_period": {"tasks": (replace(TASK, due_on=date(2024, 2, 1)),)},
    "assigned_unit_not_among_recipients": {"recipients": (CheckedRecipient("Lưu: VT"),)},
    "no_file_copy": {"recipients": CLEAN.recipients[:1]},
    "file_copy_without_colon": {"recipients": (CLEAN.recipients[0], CheckedRecipient("Lưu VT, VH"))},
    "authority_without_space": {"signature_lines": ("TM.ỦY BAN NHÂN DÂN", "CHỦ TỊCH")},
    "body_without_parts": {"parts": ()},
    "empty_part": {"parts": (CheckedPart("part", "Mục đích", is_empty=True),)},
    "number_does_not_follow": {"misnumbered": (CheckedNumber("part", "III.", after="I.", right="II."),)},
    "table_behind_its_marks": {"outdated_tables": (CheckedTable("table", "targets"),)},
    "column_tears_a_word": {"torn_words": (TornWord("table", "nghiệm"),)},
    "annex_said_vaguely": {
        "annexes": AnnexesSaid(("Phụ lục I", "Phụ lục II"), vague=(AnnexSaid("words", "Phụ lục"),))
    },
    "annex_not_there": {"annexes": AnnexesSaid(absent=(AnnexSaid("words", "Phụ lục III"),))},
    "annex_not_said": {"annexes": AnnexesSaid(("Phụ lục",), unsaid=(AnnexSaid("annex", "Phụ lục"),))},
    "given_against_the_words": {
        "tasks": (
            replace(
                TASK,
                given=frozenset({"due"}),
                against=(CheckedGiven("due", "trước ngày 30/9/2023", "30/6/2023"),),
            ),
        )
    },
    "given_beside_the_words": {"tasks": (replace(TASK, given=frozenset({"lead"})),)},
    "no_reporting_deadline": {"passages": (PrintedText("closing", "Các đơn vị báo cáo kết quả."),)},
    "dated_by_hand": {"dated_by_hand": True},
    "list_that_goes_on": said("các ngành y tế, giáo dục, công an,…"),
    "signs_that_do_not_print": {"unprintable": (PrintedText("words", "➢ \uf0b7"),)},
    "title_in_capitals": {"title": "PHÒNG NGỪA LAO ĐỘNG TRẺ EM"},
    "title_names_its_kind": {"title": "Kế hoạch phòng ngừa lao động trẻ em"},
    "title_ends_like_a_sentence": {"title": "Phòng ngừa lao động trẻ em."},
    "signer_with_a_title": {"signer": "TS. Nguyễn Văn An"},
    "signer_in_small_letters": {"signer": "vi văn hùng"},
    "words_doubled": said("Kế hoạch thực hiện thực hiện Chương trình"),
    "deputy_without_collective": {"signature_lines": ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")},
    "recipient_without_task": {"recipients": (*CLEAN.recipients, CheckedRecipient("Đài truyền thanh", 9))},
    "tones_placed_two_ways": said("hòa nhập và hoà nhập"),
    "abbreviations_unexplained": said("Công chức VHXH phối hợp"),
}


def found_by(rule, dossier) -> list:
    return list(rule(dossier))


def test_a_clean_draft_passes_without_a_word():
    assert check(CLEAN) == []


@pytest.mark.parametrize("rule", [rule for _, rule, _ in RULES], ids=lambda rule: rule.__name__)
def test_every_rule_finds_its_slip_and_names_the_spot(rule):
    dossier = replace(CLEAN, **BROKEN[rule.__name__])
    findings = found_by(rule, dossier)
    assert findings, f"{rule.__name__} found nothing in {BROKEN[rule.__name__]}"
    for message, anchor in findings:
        assert message.endswith((".", "”"))
        assert anchor


def test_the_worst_stands_first():
    dossier = replace(CLEAN, signer="", **said("hòa nhập và hoà nhập, thực hiện thực hiện"))
    severities = [finding.severity for finding in check(dossier)]
    assert severities == sorted(severities)
    assert {Severity.ERROR, Severity.WARNING, Severity.HINT} == set(severities)


@pytest.mark.parametrize(
    ("line", "function", "name"),
    [
        ("Các trường học", "school", "Trường Tiểu học xã Tân Thành"),
        ("UBMTTQ, các đoàn thể xã", "union", "Hội Liên hiệp Phụ nữ xã Tân Thành"),
        ("UBND các xã, thị trấn", "committee", "Ủy ban nhân dân xã Hòa Lạc"),
    ],
)
def test_a_line_for_many_units_takes_each_of_them_in(line, function, name):
    dossier = replace(
        CLEAN,
        recipients=(CheckedRecipient(line), CheckedRecipient("Lưu: VT")),
        assigned_units=(CheckedUnit(9, name, "", function),),
    )
    assert check(dossier) == []


@pytest.mark.parametrize("kind", Kind)
def test_what_is_asked_of_a_document_is_what_its_kind_is_like(kind):
    """A report may be addressed and needs no căn cứ; a letter must be addressed; a plan must not."""
    bare = replace(CLEAN, kind=kind, citations=(), addressees="")
    addressed = replace(bare, addressees="UBND tỉnh")
    rules = {
        rule.__name__: [bool(found_by(rule, dossier)) for dossier in (bare, addressed)]
        for _, rule, _ in RULES
        if rule.__name__ in {"no_citation", "no_addressees", "addressed_against_its_kind"}
    }
    assert rules == {
        "no_citation": [kind in ("KH", "QĐ")] * 2,
        "no_addressees": [kind in ("CV", "TTr"), False],
        "addressed_against_its_kind": [False, kind in ("KH", "QĐ", "BB", "TB")],
    }


def test_no_sentence_about_a_report_calls_it_a_plan():
    every_slip = {}
    for _, rule, _ in RULES:
        every_slip[rule.__name__] = found_by(
            rule, replace(CLEAN, **{"kind": Kind.REPORT, **BROKEN[rule.__name__]})
        )
    said_of_it = " ".join(message for found in every_slip.values() for message, _ in found)
    quoted_away = re.sub("“[^”]*”", "", said_of_it)
    assert "kế hoạch" not in quoted_away.lower()


@pytest.mark.parametrize(
    "text",
    [
        "các ngành y tế, giáo dục, công an,…",
        "(tờ rơi, pa nô, áp phích…) tại thôn",
        "bị bạo lực, bị mua bán….",
        "thôn, ... gián tiếp",
    ],
)
def test_a_list_that_goes_on_in_dots_keeps_no_draft(text):
    assert "left_open" not in {
        rule.__name__ for severity, rule, _ in RULES if list(rule(replace(CLEAN, **said(text))))
    }


@pytest.mark.parametrize(
    "text", ["Đến năm … đạt", "ngày… tháng… năm 2024", "Kế hoạch số …/KH-UBND", "đạt … %"]
)
def test_dots_to_write_over_are_still_a_fault(text):
    assert [f for f in check(replace(CLEAN, **said(text))) if f.severity == Severity.ERROR]


def test_a_report_may_be_addressed():
    report = replace(CLEAN, kind=Kind.REPORT, addressees="UBND huyện Hữu Lũng")
    assert [f for f in check(report) if f.severity == Severity.ERROR] == []


@pytest.mark.parametrize("signer", ["Vi Văn Hùng", "Thượng tá Nguyễn Văn An", "K’Brêu", "H’Hen Niê Kdăm"])
def test_a_name_as_it_should_be_is_let_be(signer):
    assert not [f for f in check(replace(CLEAN, signer=signer)) if "Họ tên" in f.message]


@pytest.mark.parametrize(
    ("signer", "told"),
    [
        ("Tiến sĩ Nguyễn Văn An", "có “Tiến sĩ”"),
        ("Đại tá, ThS. Lê Văn Bình", "có “ThS.”"),
        ("LS Phan Văn Cư", "có “LS”"),
        ("Đại tá lê văn bình", "viết hoa"),
    ],
)
def test_what_stands_before_a_name_is_told_as_what_it_is(signer, told):
    (found,) = [f for f in check(replace(CLEAN, signer=signer)) if "Họ tên" in f.message]
    assert told in found.message
