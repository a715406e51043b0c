"""Several windows on one draft: what each wrote is kept, only a block that two changed is asked about."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from childlabour.core.errors import Refusal
from childlabour.units.models import Officer
from plans.content.asking import content_of
from plans.drafting.restoring import bring_back
from plans.drafting.saving import draft_of
from plans.drafting.sheet.opening import draft_as_data
from plans.models import Document
from tests.cast import a_plan, an_officer

from .sheets import Sheet, said_by, words

pytestmark = pytest.mark.django_db

CLOSING = "Các đơn vị nghiêm túc triển khai thực hiện."
PREAMBLE = "Ủy ban nhân dân ban hành Kế hoạch như sau:"


@pytest.fixture
def draft(office) -> Document:
    return a_plan(office.committee, targets=2, tasks=2)


@pytest.fixture
def hoa(office) -> Officer:
    return an_officer("hoa", "Bế Thị Hoa", office.labour, is_drafter=True)


@pytest.fixture
def mine(office, draft) -> Sheet:
    return Sheet(draft, office.lan)


@pytest.fixture
def hers(draft, hoa) -> Sheet:
    return Sheet(draft, hoa)


def test_a_block_is_saved_and_nothing_else_is_told(mine, draft):
    told = mine.save(mine.typed(mine.key_of(CLOSING), "Xong."))
    assert words(draft)[-1] == "Xong."
    assert [entry.keys() for entry in told["blocks"]] == [{"key", "after", "over"}]
    assert (told["clashes"], told["gone"], told["parts"]) == ([], [], {})


def test_what_was_just_saved_may_be_typed_over_again(mine, draft):
    key = mine.key_of(CLOSING)
    mine.save(mine.typed(key, "Một."))
    told = mine.save(mine.typed(key, "Một, hai."))
    assert told["clashes"] == []
    assert words(draft)[-1] == "Một, hai."


def test_others_blocks_arrive_with_a_save_and_with_the_news(mine, hers):
    hers.save(hers.typed(hers.key_of(CLOSING), "Của chị Hoa."))
    told = mine.save(mine.typed(mine.key_of(PREAMBLE), "Của chị Lan."))
    assert [said_by(entry["block"]) for entry in told["blocks"] if "block" in entry] == ["Của chị Hoa."]
    news = hers.news()
    assert [said_by(entry["block"]) for entry in news["blocks"]] == ["Của chị Lan."]
    assert mine.keys == hers.keys
    assert hers.news()["blocks"] == []


def test_of_one_block_that_two_changed_both_texts_are_told_and_the_rest_is_saved(mine, hers, draft, hoa):
    key = mine.key_of(CLOSING)
    hers.save(hers.typed(key, "Của chị Hoa."))
    told = mine.save(mine.typed(key, "Của chị Lan."), mine.typed(mine.key_of(PREAMBLE), "Mở đầu."))
    (clash,) = told["clashes"]
    assert (clash["key"], said_by(clash["theirs"]), clash["who"]) == (key, "Của chị Hoa.", str(hoa))
    assert "Mở đầu." in words(draft)
    assert words(draft)[-1] == "Của chị Hoa."
    mine.over[key] = clash["over"]
    assert mine.save(mine.typed(key, "Của chị Lan."))["clashes"] == []
    assert words(draft)[-1] == "Của chị Lan."


def test_two_windows_of_one_person_are_two_writers(mine, office, draft):
    other = Sheet(draft, office.lan)
    key = mine.key_of(CLOSING)
    other.save(other.typed(key, "Cửa sổ kia."))
    (clash,) = mine.save(mine.typed(key, "Cửa sổ này."))["clashes"]
    assert clash["who"] == ""


def test_the_same_words_from_two_people_are_no_clash(mine, hers):
    key = mine.key_of(CLOSING)
    hers.save(hers.typed(key, "Xong."))
    assert mine.save(mine.typed(key, "Xong."))["clashes"] == []


def test_of_delete_and_edit_the_edit_wins(mine, hers, draft):
    key = mine.key_of(CLOSING)
    mine.save(removed=(key,))
    told = hers.save(hers.typed(key, "Vẫn cần."))
    assert words(draft)[-1] == "Vẫn cần."
    assert "người khác vừa bỏ đi, nên vẫn giữ lại" in told["told"][0]
    mine.news()
    hers.save(hers.typed(key, "Rất cần."))
    told = mine.save(removed=(key,))
    assert words(draft)[-1] == "Rất cần."
    assert "người khác vừa sửa, nên vẫn giữ lại" in told["told"][0]
    assert said_by(mine.blocks[key]) == "Rất cần."


def test_move_and_edit_merge(mine, hers, draft):
    key = mine.key_of(CLOSING)
    hers.save(hers.typed(key, "Đã sửa."))
    told = mine.save(mine.moved(key))
    assert words(draft)[0] == "Đã sửa."
    assert told["clashes"] == []
    hers.news()
    assert mine.keys == hers.keys


def test_what_was_put_behind_a_block_that_is_gone_stands_behind_the_nearest_left(mine, hers, draft):
    first, second = mine.keys[1:3]
    hers.save(removed=(second,))
    entry = mine.new("moi-1", "Đoạn mới.", second)
    entry["after"] = [second, first]
    mine.save(entry)
    keys = [block.key for block in content_of(Document.objects.get(pk=draft.pk)).blocks]
    assert keys[keys.index(first) + 1] == "moi-1"
    assert mine.keys == keys


def test_a_new_line_at_the_top_tells_the_others_that_line_alone(mine, hers):
    mine.save(mine.new("dau-1", "Ở trên cùng."))
    told = hers.news()
    assert [(entry["key"], entry["after"]) for entry in told["blocks"]] == [("dau-1", "")]


def test_a_save_that_is_sent_again_is_no_clash_with_itself(mine, hers, office, draft):
    """Its answer was lost; meanwhile the server had read words and marks again, and somebody wrote elsewhere."""
    target = next(content_of(draft).targets)[0]
    block = mine.blocks[target.key]
    block["runs"] = [[text.replace("%", "5%"), *looks] for text, *looks in block["runs"]]
    entry = {"block": block, "over": mine.over[target.key], "after": mine.before(target.key)}
    lost = Sheet(draft, office.lan)
    lost.save(entry, name="lan-ghi-1")
    hers.news()
    hers.save(hers.typed(hers.key_of(CLOSING), "Của chị Hoa."))
    told = mine.save(entry, name="lan-ghi-1")
    assert told["clashes"] == []
    assert mine.save(mine.typed(target.key, "Gõ tiếp."))["clashes"] == []


def test_a_lost_answer_of_one_window_is_no_clash_though_the_other_window_saved_since(mine, office, draft):
    """Both windows are hers: what the first one laid is known under its own name, however often the second saves."""
    key, line = mine.key_of(CLOSING), mine.key_of("Mục đích")
    entry = mine.typed(key, "Hỗ trợ trên 82% trẻ em.")
    mine.save(entry, name="cua-so-1")
    other = Sheet(draft, office.lan)
    other.save(other.typed(line, "Mục đích, yêu cầu"), name="cua-so-2")
    other.save(other.typed(key, "Hỗ trợ trên 85% trẻ em."), name="cua-so-2b")
    lost = Sheet(draft, office.lan)
    lost.over[key] = mine.over[key]
    told = lost.save(entry, name="cua-so-1")
    assert told["clashes"] == []
    assert words(draft)[-1] == "Hỗ trợ trên 85% trẻ em."


def test_a_save_that_only_clashed_clashes_again_when_it_is_sent_again(mine, hers, office, draft):
    """Its answer was lost: what the colleague wrote is not overwritten by the second sending."""
    key = mine.key_of(CLOSING)
    hers.save(hers.typed(key, "Của chị Hoa."))
    entry = mine.typed(key, "Của chị Lan.")
    lost = Sheet(draft, office.lan)
    lost.over[key] = mine.over[key]
    lost.save(entry, name="lan-ghi-1")
    told = mine.save(entry, name="lan-ghi-1")
    assert [clash["key"] for clash in told["clashes"]] == [key]
    assert draft_as_data(draft_of(draft.pk, office.lan))["saves"] == []
    assert words(draft)[-1] == "Của chị Hoa."


def test_a_clashing_block_that_is_taken_out_is_told_again_with_the_others_words(mine, hers, draft):
    """Taking it out once more, over the words that were shown, takes it out."""
    key = mine.key_of(CLOSING)
    hers.save(hers.typed(key, "Của chị Hoa."))
    mine.save(mine.typed(key, "Của chị Lan."))
    told = mine.save(removed=(key,))
    assert [(entry["key"], said_by(entry["block"])) for entry in told["blocks"]] == [(key, "Của chị Hoa.")]
    mine.save(removed=(key,))
    assert "Của chị Hoa." not in words(draft)


def test_news_tell_the_draft_as_it_was_at_one_moment(mine, hers, draft):
    """Somebody saves after the document was read, before its blocks are."""
    between = iter([lambda: hers.save(hers.new("k-hoa", "Của chị Hoa."))])

    def saving(execute, sql, params, many, context):
        if "plans_block" in sql and (save := next(between, None)):
            save()
        return execute(sql, params, many, context)

    Document.objects.filter(pk=draft.pk).update(laid_as="")  # another process laid it: its blocks are read
    with connection.execute_wrapper(saving):
        told = mine.news()
    assert "k-hoa" in [entry["key"] for entry in told["blocks"]]
    assert all(not entry["after"] or entry["after"] in mine.keys for entry in told["blocks"])
    assert told["revision"] == Document.objects.get(pk=draft.pk).revision


def test_head_and_foot_are_saved_and_clash_like_blocks(mine, hers, draft):
    hers.save(title="Tên của chị Hoa")
    told = mine.save(title="Tên của chị Lan", signature={"lines": ["CHỦ TỊCH"], "name": "Vi Văn Hùng"})
    (clash,) = told["clashes"]
    assert (clash["part"], clash["theirs"], clash["who"]) == ("title", "Tên của chị Hoa", "Bế Thị Hoa")
    document = Document.objects.get(pk=draft.pk)
    assert (document.title, document.signature_lines) == ("Tên của chị Hoa", "CHỦ TỊCH")
    mine.parts["title"] = clash["over"]
    mine.save(title="Tên của chị Lan")
    assert hers.news()["parts"]["title"]["is"] == "Tên của chị Lan"


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("citations", [{"text": "Căn cứ Luật Trẻ em ngày 05/4/2016;"}]),
        ("citations", [{"text": "Căn cứ Luật Trẻ em ngày 05/4/2016 "}, {"text": ""}]),
        ("recipients", [{"text": "Lưu: VT"}]),
        ("title", "Tên có khoảng trắng ở cuối "),
        ("addressees", ["Công an huyện ", ""]),
    ],
)
def test_head_and_foot_typed_in_another_shape_than_is_kept_are_the_sheet_s_own(mine, draft, part, said):
    told = mine.save(**{part: said})
    assert told["clashes"] == []
    assert told["parts"][part].keys() == {"over"}
    assert mine.save(**{part: said})["clashes"] == []


def test_citations_keep_what_is_known_of_their_acts(mine, draft):
    known = content_of(draft).citations
    mine.save(
        citations=[{"text": ground.text} for ground in known]
        + [{"text": "Căn cứ Luật Trẻ em ngày 05/4/2016;"}]
    )
    after = content_of(Document.objects.get(pk=draft.pk)).citations
    assert after[: len(known)] == known
    assert (after[-1].text, str(after[-1].date)) == ("Căn cứ Luật Trẻ em ngày 05/4/2016", "2016-04-05")


def test_an_empty_title_is_said_at_the_title(mine):
    with pytest.raises(Refusal) as refused:
        mine.save(title=" ")
    assert refused.value.problems[0].anchor == "title"


def test_words_that_changed_under_a_mark_are_read_again_and_told(mine, draft):
    block = next(content_of(draft).targets)[0]
    data = mine.blocks[block.key]
    value = data["targets"][0]["statement"]["value"]
    data["runs"] = [[text.replace(f"{value}%", "99%"), *looks] for text, *looks in data["runs"]]
    told = mine.save({"block": data, "over": mine.over[block.key], "after": []})
    (entry,) = told["blocks"]
    assert entry["own"]
    assert entry["block"]["targets"][0]["statement"]["value"] == "99"


def test_a_target_whose_words_are_gone_is_gone(mine, draft):
    block = next(content_of(draft).targets)[0]
    data = mine.blocks[block.key] | {"runs": [["Không còn chỉ tiêu.", False, False, []]]}
    mine.save({"block": data, "over": mine.over[block.key], "after": []})
    assert block.targets[0].id not in {
        mark.id for _, mark in content_of(Document.objects.get(pk=draft.pk)).targets
    }


def test_a_mark_that_lies_on_another_block_already_gets_an_id_of_its_own(mine, draft):
    block = next(content_of(draft).targets)[0]
    copy = mine.blocks[block.key] | {"key": "ban-sao"}
    told = mine.save({"block": copy, "over": "", "after": [block.key], "moved": True})
    ids = [mark.id for _, mark in content_of(Document.objects.get(pk=draft.pk)).targets]
    assert len(ids) == len(set(ids)) == 3
    assert "block" in told["blocks"][0]


# ── Tables ───────────────────────────────────────────────────────────────────────────────────────

TABLE = {"key": "bang", "type": "table", "level": 3, "columns": [[50, "left"], [50, "left"]], "head_rows": 1}


def a_row(key: str, *cells: str) -> dict:
    paragraphs = [{"paragraphs": [[[cell, False, False, []]]]} for cell in cells]
    return {"key": key, "type": "row", "level": 4, "cells": paragraphs}


@pytest.fixture
def with_table(office, draft) -> Document:
    sheet = Sheet(draft, office.lan)
    last, entries = sheet.keys[-1], []
    for block in (
        TABLE,
        a_row("dau", "Việc", "Ai"),
        a_row("r1", "Rà soát", "Xã"),
        a_row("r2", "Hỗ trợ", "Huyện"),
    ):
        entries.append({"block": block, "over": "", "after": [last], "moved": True})
        last = block["key"]
    sheet.save(*entries)
    return draft


@pytest.fixture
def two(office, hoa, with_table) -> tuple[Sheet, Sheet]:
    return Sheet(with_table, office.lan), Sheet(with_table, hoa)


def keys_of(document: Document) -> list[str]:
    return [block.key for block in content_of(Document.objects.get(pk=document.pk)).blocks]


def test_a_row_edited_in_a_table_that_another_took_out_brings_the_table_back(two, with_table):
    mine, hers = two
    hers.save(removed=("bang", "dau", "r1", "r2"))
    row = a_row("r1", "Rà soát kỹ", "Xã")
    told = mine.save({"block": row, "over": mine.over["r1"], "after": ["dau", "bang"]})
    assert keys_of(with_table)[-2:] == ["bang", "r1"]
    assert mine.keys == keys_of(with_table)
    assert told["gone"] == ["dau", "r2"]


def test_a_row_that_another_added_stays_in_its_table_when_that_moves_or_goes(two, with_table):
    mine, hers = two
    hers.save({"block": a_row("r3", "Báo cáo", "Xã"), "over": "", "after": ["r2"], "moved": True})
    moved = [mine.moved("bang"), mine.moved("dau", "bang"), mine.moved("r1", "dau"), mine.moved("r2", "r1")]
    mine.save(*moved)
    assert keys_of(with_table)[:5] == ["bang", "dau", "r1", "r2", "r3"]
    hers.news()
    hers.save({"block": a_row("r4", "Tổng kết", "Xã"), "over": "", "after": ["r3"], "moved": True})
    mine.save(removed=("bang", "dau", "r1", "r2", "r3"))
    assert keys_of(with_table)[:2] == ["bang", "r4"]


def test_a_paragraph_behind_a_table_does_not_part_it(two, with_table):
    mine, hers = two
    hers.save({"block": a_row("r3", "Báo cáo", "Xã"), "over": "", "after": ["r2"], "moved": True})
    mine.save(mine.new("sau", "Sau bảng.", "r2"))
    assert keys_of(with_table)[-5:] == ["dau", "r1", "r2", "r3", "sau"]


# ── What came otherwise than by a sheet ──────────────────────────────────────────────────────────


def test_a_version_that_is_brought_back_arrives_as_others_changes(mine, hers, office, draft):
    hers.save(hers.typed(hers.key_of(CLOSING), "Của chị Hoa."))
    mine.news()
    mine.save(
        mine.typed(mine.key_of("Của chị Hoa."), "Của chị Lan."), mine.new("them", "Thêm.", mine.keys[-1])
    )
    bring_back(draft.pk, 1, office.lan)
    told = mine.news()
    assert told["gone"] == ["them"]
    assert said_by(mine.blocks[mine.keys[-1]]) == "Của chị Hoa."


def test_what_is_told_is_what_stands(mine, office, draft):
    """The digests of what was just laid are those of what is read again."""
    mine.save(
        mine.typed(mine.key_of(CLOSING), "Xong."), mine.new("them", "Trên 90% xã, 80% thôn có mô hình;")
    )
    fresh = Sheet(draft, office.lan)
    assert (fresh.over, fresh.keys) == (mine.over, mine.keys)


# ── What it costs ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("rows", [3, 100])
def test_a_save_costs_the_same_queries_and_bytes_for_a_short_and_a_long_plan(office, rows):
    document = a_plan(office.committee, targets=rows, tasks=rows)
    sheet = Sheet(document, office.lan)
    sheet.save(sheet.typed(sheet.key_of(CLOSING), "Một."))
    sheet.draft["findings"] = None
    with CaptureQueriesContext(connection) as queries:
        told = sheet.save(sheet.typed(sheet.key_of("Một."), "Hai."))
    assert len(queries) <= 38
    told.pop("findings")
    assert len(str(told)) < 500


def test_a_figure_that_is_half_typed_keeps_nobody_from_saving_the_words(mine, draft):
    block = next(content_of(draft).targets)[0]
    data = mine.blocks[block.key]
    data["runs"] = [[text.replace("%", "00%"), *looks] for text, *looks in data["runs"]]
    mine.save({"block": data, "over": mine.over[block.key], "after": []})
    after = next(content_of(Document.objects.get(pk=draft.pk)).targets)
    assert "00%" in after[0].text
    assert after[1] == block.targets[0]
