"""The desk over HTTP, with and without JavaScript."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from childlabour.units.models import Unit
from plans.content.asking import content_of
from plans.content.lines import lines_of, text_of
from plans.content.values import CameFrom
from plans.drafting.merging import as_text, sent
from plans.models import Document, Status
from tests.cast import a_plan, an_issued_plan, an_officer, long_plan, revised

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(office):
    return a_plan(office.committee)


@pytest.fixture
def lan_in(client, office):
    client.force_login(office.lan)
    return client


CLOSING = "Các đơn vị nghiêm túc triển khai thực hiện."


def spot(document, key):
    return reverse("desk:spot", args=[document.pk, key])


def again(document):
    return Document.objects.get(pk=document.pk)


def lines(document):
    return text_of(content_of(again(document)).blocks)


def body(document, closing=CLOSING, **more):
    """What a browser sends of the whole body, with other last words."""
    base = as_text(sent(lines_of(content_of(again(document)).blocks)))
    return {"lines": lines(document).replace(CLOSING, closing), "base": base, **more}


def block_of(document, which):
    """The key of the first block that carries a target ("targets"), a task or a charge, or of the last one."""
    blocks = content_of(again(document)).blocks
    return next((block.key for block in blocks if getattr(block, which, None)), blocks[-1].key)


def test_the_desk_shows_what_waits_for_me(lan_in, draft):
    page = lan_in.get(reverse("desk:home")).content.decode()
    assert draft.title in page
    assert "đang soạn, chờ trình" in page


def test_a_submitted_plan_waits_for_the_leader_and_for_nobody_else(client, office, draft):
    Document.objects.filter(pk=draft.pk).update(status=Status.SUBMITTED)
    client.force_login(office.hung)
    mine = client.get(reverse("desk:home")).context["mine"]
    client.force_login(office.lan)
    others = client.get(reverse("desk:home")).context["others"]
    assert [document.pk for document in mine] == [document.pk for document in others] == [draft.pk]


def test_the_plain_form_shows_the_lines_and_asks_for_no_script_of_its_own(lan_in, draft):
    page = lan_in.get(spot(draft, "body")).content.decode()
    assert 'name="lines"' in page
    assert "1. Nâng cao nhận thức." in page
    assert re.findall(r'<script[^>]* src="[^"]*/js/([a-z_]+)', page) == ["page"]


def test_the_paper_by_itself_may_wear_its_style_sheet(lan_in, draft):
    answer = lan_in.get(reverse("desk:sheet", args=[draft.pk]))
    [nonce] = re.findall(r'<style nonce="([^"]+)"', answer.content.decode())
    assert f"'nonce-{nonce}'" in answer["Content-Security-Policy"]


def test_a_plain_save_stores_and_comes_back(lan_in, draft):
    answer = lan_in.post(spot(draft, "body"), body(draft, "Câu kết mới."))
    assert answer.status_code == 302
    assert lines(draft).endswith("Câu kết mới.")


def test_a_block_that_is_emptied_leads_to_the_whole_body(lan_in, draft):
    address = spot(draft, f"block-{block_of(draft, 'last')}")
    assert lan_in.post(address, {"lines": ""})["Location"] == spot(draft, "body")
    page = lan_in.get(address, follow=True)
    assert page.redirect_chain == [(spot(draft, "body"), 302)]
    assert "Đoạn này vừa được bỏ khỏi dự thảo." in page.content.decode()


def test_the_next_spot_is_where_one_asked_to_go_if_it_is_still_there(lan_in, draft):
    last = f"block-{block_of(draft, 'last')}"
    assert lan_in.post(spot(draft, "body"), body(draft, next=last))["Location"] == spot(draft, last)
    assert lan_in.post(spot(draft, "body"), body(draft, "", next=last))["Location"] == spot(draft, "body")


# ── Marking ──────────────────────────────────────────────────────────────────────────────────────

PROMISE = "- Trên 90% trẻ em có nguy cơ được hỗ trợ."


def test_what_looks_like_a_target_is_proposed_and_taken_by_one_press(lan_in, draft):
    lan_in.post(spot(draft, "body"), body(draft, PROMISE))
    page = lan_in.get(spot(draft, "body"))
    act = next(one.act for kind in page.context["proposed_kinds"] for one in kind.first if "90%" in one.words)
    assert "câu có vẻ là chỉ tiêu" in page.content.decode()
    count = sum(1 for _ in content_of(again(draft)).targets)
    lan_in.post(spot(draft, "body"), body(draft, act=act))
    assert sum(1 for _ in content_of(again(draft)).targets) == count + 1
    assert lines(draft).endswith(PROMISE)


def test_words_typed_since_are_saved_with_the_press(lan_in, draft):
    key = block_of(draft, "last")
    answer = lan_in.post(
        spot(draft, f"block-{key}"), {"lines": PROMISE, "act": f"words:{key}", "words": "trên 90% trẻ em"}
    )
    assert answer["Location"] == spot(draft, f"block-{key}")
    block = content_of(again(draft)).blocks[-1]
    assert [mark.statement.value for mark in block.targets] == [90]
    assert block.printed == PROMISE


def test_words_that_the_block_does_not_say_are_told_and_what_was_typed_stays(lan_in, draft):
    key = block_of(draft, "last")
    typed = {"lines": "- Câu vừa gõ.", "act": f"words:{key}", "words": "80% học sinh"}
    answer = lan_in.post(spot(draft, f"block-{key}"), typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "không có chữ “80% học sinh”" in page
    assert "Câu vừa gõ." in page
    assert lines(draft).endswith(CLOSING)


def test_all_of_a_kind_are_taken_at_once(lan_in, draft):
    lan_in.post(spot(draft, "body"), body(draft, f"{PROMISE}\n{PROMISE.replace('90%', '95%')}"))
    lan_in.post(spot(draft, "body"), body(draft, act="all:target"))
    assert [mark.statement.value for _, mark in content_of(again(draft)).targets][-2:] == [90, 95]
    assert not any(
        kind.kind == "target" for kind in lan_in.get(spot(draft, "body")).context["proposed_kinds"]
    )


def test_a_target_a_task_and_a_charge_come_and_go_without_a_word_changed(lan_in, draft, office):
    last = block_of(draft, "last")
    lan_in.post(spot(draft, f"block-{last}"), {"lines": "1. Công an huyện"})
    before = lines(draft)
    for act, which in (("charge", "charge"), ("uncharge", ""), ("task", "task"), ("untask", "")):
        lan_in.post(spot(draft, f"block-{last}"), {"lines": "1. Công an huyện", "act": f"{act}:{last}"})
        block = content_of(again(draft)).blocks[-1]
        assert (block.charge is not None, block.task is not None) == (which == "charge", which == "task")
        if which == "charge":
            assert block.charge.units == (office.police.pk,)
    target = block_of(draft, "targets")
    mark = next(content_of(again(draft)).targets)[1].id
    count = sum(1 for _ in content_of(again(draft)).targets)
    lan_in.post(spot(draft, "body"), body(draft, act=f"untarget:{target}:{mark}"))
    assert sum(1 for _ in content_of(again(draft)).targets) == count - 1
    assert lines(draft) == before


def test_the_target_above_is_proposed_and_put_beside_by_one_press(lan_in, office):
    upper = an_issued_plan(office.other_committee, frozen=False)
    draft = a_plan(office.committee, parent=upper)
    key = block_of(draft, "targets")
    [note] = lan_in.get(spot(draft, f"block-{key}")).context["target_notes"]
    act = f"upper:{key}:{note['mark'].id}:{note['proposed_upper'].pk}"
    form = lan_in.get(spot(draft, f"block-{key}")).context["form"]
    lan_in.post(spot(draft, f"block-{key}"), {"lines": form.initial["lines"], "act": act})
    assert next(content_of(again(draft)).targets)[1].upper == note["proposed_upper"].pk
    page = lan_in.get(spot(draft, f"block-{key}")).content.decode()
    assert "Chỉ tiêu này <b>bằng</b> cấp trên" in page


def brought_from(source, draft) -> str:
    """Address of the first block of `draft`, which is told to come from `source`."""
    first = content_of(draft).blocks[0]
    told = replace(first, source=CameFrom(source.pk, "k1"))
    revised(draft, lambda content: replace(content, blocks=(told, *content.blocks[1:])))
    return reverse("desk:spot", args=[draft.pk, f"block-{first.key}"])


def test_where_a_block_was_brought_from_stands_beside_it_for_one_query(lan_in, office, draft):
    spot = reverse("desk:spot", args=[draft.pk, f"block-{draft.blocks.order_by('place').first().key}"])
    lan_in.get(spot)
    with CaptureQueriesContext(connection) as before:
        assert "Lấy từ" not in lan_in.get(spot).content.decode()
    old = an_issued_plan(office.other_committee, number=5, frozen=False)
    lan_in.get(brought_from(old, draft))
    with CaptureQueriesContext(connection) as after:
        page = lan_in.get(spot).content.decode()
    address = reverse("public:document", args=[old.pk])
    untorn = f'<span class="nowrap">{old.code}</span>'
    assert f'Lấy từ <a href="{address}">Kế hoạch số {untorn}</a> của {old.unit}.' in page
    assert len(after) == len(before) + 1


def test_a_block_does_not_tell_of_a_plan_that_its_writer_may_not_see(lan_in, office, draft):
    page = lan_in.get(brought_from(a_plan(office.other_committee), draft)).content.decode()
    assert "Lấy từ" not in page


def test_an_annex_lists_what_is_marked_and_is_made_again_in_its_place(lan_in, draft):
    lan_in.post(spot(draft, "body"), body(draft, act="annex:targets"))
    assert "Phụ lục Chỉ tiêu thực hiện Chương trình" in lines(draft)
    assert "\nTT | Chỉ tiêu | Mức" in lines(draft)
    lan_in.post(
        spot(draft, "body"), {**body(draft), "lines": lines(draft).replace("Trên 51%", "Trên 60%", 1)}
    )
    lan_in.post(spot(draft, "body"), body(draft, act="annex:targets"))
    assert lines(draft).count("Phụ lục") == 1
    assert "| trên 60%" in lines(draft)


@pytest.mark.parametrize(
    "act", ["nonsense", "target:khong-co:x", "all:nonsense", "annex:nonsense", "upper:k1:x:1"]
)
def test_a_press_that_no_button_makes_is_not_found(lan_in, draft, act):
    assert lan_in.post(spot(draft, "body"), body(draft, act=act)).status_code == 404


def test_a_press_on_a_block_that_was_taken_out_is_told(lan_in, draft):
    key = block_of(draft, "last")
    lan_in.post(spot(draft, "body"), body(draft, ""))
    answer = lan_in.post(spot(draft, "body"), body(draft, act=f"task:{key}"))
    assert "vừa được bỏ" in answer.content.decode()


def test_the_part_of_organisation_is_written_from_who_was_given_what(lan_in, draft):
    answer = lan_in.post(reverse("desk:draft_organisation", args=[draft.pk]))
    assert answer["Location"] == spot(draft, "body")
    assert "Công an huyện" in lines(draft)


def test_a_lapsed_session_keeps_the_text_through_the_log_in(client, office, draft):
    answer = client.post(spot(draft, "body"), body(draft, "Chữ gõ lúc phiên đã hết."))
    assert answer.status_code == 302
    client.force_login(office.lan)
    page = client.get(spot(draft, "body")).content.decode()
    assert "Chữ gõ lúc phiên đã hết." in page
    assert "Chữ anh/chị vừa gõ vẫn còn" in page
    assert "Chữ gõ lúc" not in lines(draft)


def test_two_writers_without_javascript_see_both_texts(client, office, draft):
    mine = body(draft, "Lan viết.")
    hoa = an_officer("hoa", "Bế Thị Hoa", office.labour, is_drafter=True)
    client.force_login(hoa)
    client.post(spot(draft, "body"), body(draft, "Hoa viết."))
    client.force_login(office.lan)
    answer = client.post(spot(draft, "body"), mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Bế Thị Hoa vừa sửa chỗ này" in page
    assert page.count("Hoa viết.") == 1
    assert page.count("Lan viết.") == 2  # beside hers, and in the form
    assert answer.context["stands"] == [("Của anh/chị", "Lan viết."), ("Đang lưu", "Hoa viết.")]
    assert "Cả hai cùng sửa 1 dòng, nên chưa lưu gì cả." in page
    client.post(spot(draft, "body"), {**mine, "overwrite": "theirs"})
    assert lines(draft).endswith("Hoa viết.")
    client.post(spot(draft, "body"), {**mine, "overwrite": "yes"})
    assert lines(draft).endswith("Lan viết.")


@pytest.mark.parametrize("why", ["a conflict", "a refusal"])
def test_words_that_come_back_are_still_over_what_they_were_typed_over(client, office, draft, why):
    """What a colleague added meanwhile is not among them, and is not taken out by them."""
    said = {who: CLOSING.replace("thực hiện", f"thực hiện, {who} viết") for who in ("Lan", "Hoa")}
    too_long = "x" * 25_000
    mine = body(draft, said["Lan"] if why == "a conflict" else too_long)
    hers = said["Hoa"] if why == "a conflict" else CLOSING
    client.force_login(an_officer("hoa", "Bế Thị Hoa", office.labour, is_drafter=True))
    client.post(spot(draft, "body"), body(draft, f"{hers}\n- Hoa thêm."))
    client.force_login(office.lan)
    page = client.post(spot(draft, "body"), mine)
    assert page.status_code in (409, 422)
    form = page.context["form"]
    assert f'name="base" value="{form.typed_over}"' in page.content.decode()
    typed = {
        "base": form.typed_over,
        "lines": mine["lines"].replace(too_long, said["Lan"]),
        "overwrite": "yes",
    }
    assert client.post(spot(draft, "body"), typed).status_code == 302
    assert lines(draft).endswith(f"{said['Lan']}\n- Hoa thêm.")


def test_a_wrong_date_is_said_at_the_field_and_the_text_stays(lan_in, draft):
    form = {
        "kind": "KH",
        "title": draft.title,
        "period_from": 2023,
        "period_to": 2023,
        "issued_on": "31/02/2023",
    }
    answer = lan_in.post(spot(draft, "identity"), form)
    assert answer.status_code == 422
    assert "31/02/2023" in answer.content.decode()


def test_script_tags_are_printed_as_text(lan_in, draft):
    lan_in.post(spot(draft, "body"), body(draft, "<script>alert(1)</script>"))
    page = lan_in.get(spot(draft, "body")).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_block_that_is_not_of_this_draft_is_not_found(lan_in, office, draft):
    other = a_plan(office.other_committee)
    foreign = f"block-{content_of(other).blocks[0].key}x"
    for key in ("block-khong-co", foreign):
        assert lan_in.get(spot(draft, key)).status_code == 404
        assert lan_in.post(spot(draft, key), {"lines": "x"}).status_code == 404


@pytest.mark.parametrize("name", ["editor", "sheet", "check", "history", "comparison", "units"])
def test_another_districts_officer_finds_nothing(client, office, draft, name):
    client.force_login(office.mai)
    assert client.get(reverse(f"desk:{name}", args=[draft.pk])).status_code == 404


def test_an_issued_plan_is_closed_to_the_editor_with_a_reason(lan_in, office):
    document = an_issued_plan(office.committee, frozen=False)
    answer = lan_in.get(reverse("desk:editor", args=[document.pk]), follow=True)
    assert "Không sửa được: văn bản đã ban hành." in answer.content.decode()


def test_units_are_found_without_tone_marks_and_all_communes_at_once(lan_in, office, draft):
    address = reverse("desk:units", args=[draft.pk])
    assert "Công an huyện" in lan_in.get(address, {"tim": "cong an"}).content.decode()
    assert "xã Tân Thành" in lan_in.get(address, {"tat-ca": "xa"}).content.decode()


def test_all_communes_are_taken_by_one_tick_without_javascript(lan_in, office, draft):
    key = block_of(draft, "task")
    form = lan_in.get(spot(draft, f"block-{key}")).context["form"]
    typed = {"lines": form.initial["lines"], "task-lead": [office.police.pk], "task-partners_communes": "yes"}
    answer = lan_in.post(spot(draft, f"block-{key}"), typed)
    assert answer.status_code == 302
    assert next(content_of(again(draft)).tasks)[1].partners == (office.people_of_tan_thanh.pk,)


def test_each_way_to_start_leads_to_the_editor(lan_in, office):
    old = an_issued_plan(office.committee, frozen=False)
    upper = an_issued_plan(office.other_committee, frozen=False)
    choices = {
        "blank": {},
        "last_year": {"last_year": old.pk},
        "upper": {"upper": upper.pk},
        "programme": {"programme": office.programme.pk},
    }
    for way, more in choices.items():
        form = {"way": way, "unit": office.committee.pk, "year": 2024, **more}
        answer = lan_in.post(reverse("desk:start"), form)
        assert answer.status_code == 302, f"{way}: {answer.context['form'].errors}"


def test_a_new_plan_is_offered_for_the_committee_and_a_year_it_was_there(lan_in, office):
    Unit.objects.filter(pk=office.committee.pk).update(valid_to=date(2025, 6, 30))
    fields = lan_in.get(reverse("desk:start")).context["form"].fields
    assert fields["unit"].initial == office.committee
    assert fields["year"].initial == 2025


def test_a_way_without_its_plan_says_what_to_choose(lan_in, office):
    answer = lan_in.post(reverse("desk:start"), {"way": "upper", "unit": office.committee.pk, "year": 2024})
    assert "Chọn kế hoạch cấp trên để bắt đầu." in answer.content.decode()


def test_history_compares_two_versions_on_the_paper(client, office, draft):
    for officer, words in (
        (office.lan, "Câu một."),
        (an_officer("hoa", "Hoa", office.labour, is_drafter=True), "Câu hai."),
    ):
        client.force_login(officer)
        client.post(spot(draft, f"block-{block_of(draft, 'last')}"), {"lines": words})
    page = client.get(reverse("desk:comparison", args=[draft.pk])).content.decode()
    assert "<del>một" in page
    assert "<ins>hai" in page


# What a page of the desk costs in queries, the session, the officer, the log-in and the presence included.
BUDGETS = {
    "identity": 24,
    "citations": 20,
    "body": 20,
    "recipients": 24,
    "signature": 21,
    "targets": 25,
    "task": 25,
}
PAGES = {"editor": 14, "check": 17, "history": 7, "comparison": 8, "sheet": 15}


def key_of(document, name: str) -> str:
    return f"block-{block_of(document, name)}" if name in ("targets", "task") else name


@pytest.mark.parametrize("rows", [5, 200])
def test_the_desk_costs_the_same_for_a_short_and_a_long_plan(lan_in, rows):
    document = long_plan(rows)
    lan_in.get("/")  # the first page of a log-in puts it on the list
    spent = {}
    for name in BUDGETS:
        address = spot(document, key_of(document, name))
        with CaptureQueriesContext(connection) as queries:
            assert lan_in.get(address).status_code == 200
        spent[name] = len(queries)
    for name in PAGES:
        with CaptureQueriesContext(connection) as queries:
            assert lan_in.get(reverse(f"desk:{name}", args=[document.pk])).status_code == 200
        spent[name] = len(queries)
    budgets = BUDGETS | PAGES
    dearer = {name: (cost, budgets[name]) for name, cost in spent.items() if cost > budgets[name]}
    assert not dearer


@pytest.mark.parametrize("rows", [5, 200])
def test_a_save_costs_the_same_for_a_short_and_a_long_plan(lan_in, rows, django_assert_max_num_queries):
    document = long_plan(rows)
    lan_in.get("/")  # the first page of a log-in puts it on the list
    typed = body(document, "Xong.")
    with django_assert_max_num_queries(45):
        assert lan_in.post(spot(document, "body"), typed).status_code == 302
