"""Nothing that was read is cut: what a column does not take is told beforehand, and stands whole in the words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from childlabour.core import lengths
from childlabour.core.errors import Refusal
from plans.citing.act import NamedAct, Span
from plans.models import Document
from plans.reading import read
from plans.reading.blocks.fitting import fitted_statement, left_apart
from plans.reading.blocks.making import content_read
from plans.reading.parts.draft import Signer
from plans.reading.review.remarking import seen_in
from plans.reading.review.saving import save
from targets.models import Target

from .corpus.as_word import word
from .corpus.upper import DISTRICT


@pytest.fixture(scope="module")
def draft():
    return read(word(DISTRICT))


def long(words: str, beyond: int) -> str:
    return (words + " ") * (beyond // len(words) + 1) + "hết"


def told(draft) -> list[str]:
    return [finding.message for finding in left_apart(draft)]


def test_a_paper_of_every_day_leaves_nothing_apart(draft):
    assert told(draft) == []


def test_a_symbol_beyond_its_column_is_told(draft):
    assert "Ký hiệu dài quá 40" in told(replace(draft, symbol="KH-" + "UBND" * 12))[0]


def test_a_citation_whose_parts_do_not_fit_is_told(draft):
    act = NamedAct("Căn cứ …", kind="Quyết định", number="1/" + "QĐ-" * 30, span=Span(3))
    assert "giữ nguyên văn" in told(replace(draft, citations=(act,)))[0]


def test_a_name_or_product_too_long_for_a_task_stays_in_the_words_alone(draft):
    unit, product = long("Phòng Nội vụ", lengths.AGENCY), long("báo cáo", lengths.PRODUCT)
    changed = replace(draft, tasks=(replace(draft.tasks[0], unit=unit, is_inherited=False, product=product),))
    [task] = [mark for _, mark in content_read(changed).tasks]
    assert (task.units_said, task.product) == ("", "")
    assert len(told(changed)) == 2


def test_a_target_keeps_in_its_sentence_what_its_columns_do_not_take(draft):
    target = draft.targets[0]
    said = replace(
        target.statement, condition=long("khi có thông báo", lengths.CONDITION), age_from=17, age_to=5
    )
    fitted = fitted_statement(said)
    assert (fitted.condition, fitted.age_from, fitted.age_to) == ("", None, None)
    assert fitted.value == said.value
    messages = told(replace(draft, targets=(replace(target, statement=said),)))
    assert ["chỉ giữ trong câu" in messages[0], "đi ngược (từ 17 đến 5)" in messages[1]] == [True, True]


def test_what_is_left_apart_is_among_the_findings_of_the_draft(draft):
    codes = {finding.code for finding in seen_in(replace(draft, symbol="K" * 41))}
    assert "left_apart" in codes


@pytest.mark.django_db
class TestSaving:
    def test_a_symbol_too_long_is_kept_in_the_note(self, office, draft):
        document = save(replace(draft, symbol="K" * 41), office.lan, office.committee)
        assert (document.symbol, "K" * 41 in document.source_note) == ("", True)

    def test_what_the_officer_can_shorten_is_refused_all_at_once_and_nothing_is_written(self, office, draft):
        wrong = replace(draft.targets[0].statement, value=Decimal(150), unit="%")
        long_unit = replace(draft.targets[1].statement, unit="u" * 31)
        changed = replace(
            draft,
            place="A" * 81,
            signer=Signer(draft.signer.lines, "B" * 101),
            targets=(
                replace(draft.targets[0], statement=wrong),
                replace(draft.targets[1], statement=long_unit),
                *draft.targets[2:],
            ),
        )
        before = Document.objects.count()
        with pytest.raises(Refusal) as refused:
            save(changed, office.lan, office.committee)
        problems = refused.value.problems
        assert {problem.field for problem in problems} == {"place", "signer", ""}
        messages = "\n".join(problem.message for problem in problems)
        assert len(problems) == 4
        assert "Địa danh: Được dài nhất 80 ký tự (đang có 81)." in messages
        assert "Họ và tên người ký: Được dài nhất 100 ký tự (đang có 101)." in messages
        assert "giá trị: Giá trị tính bằng % phải từ 0 đến 100; đang ghi 150." in messages
        assert "đơn vị tính: Được dài nhất 30 ký tự (đang có 31)." in messages
        assert (Document.objects.count(), Target.objects.filter(value=150).count()) == (before, 0)
