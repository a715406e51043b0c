"""What a draft said is remembered sitting by sitting, and comes back when it is asked for."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import transaction
from django.http import Http404

from childlabour.core import clock
from childlabour.core.errors import Refusal
from plans.content.asking import content_of
from plans.content.shapes import content_as_data, content_from
from plans.content.values import Content, TextRun
from plans.drafting.changing import lay_change
from plans.drafting.milestones import set_milestone
from plans.drafting.restoring import bring_back
from plans.drafting.starting import Start, start_blank
from plans.drafting.versions import MANY, marked_paper, paper_at
from plans.issuing.workflow import perform
from plans.models import Action, Document, StoredBlock, Version
from plans.paper.compare import differs
from plans.paper.compose import paper_of
from plans.paper.extent import MOST_PAGES
from plans.paper.frozen import to_data
from targets.models import Target
from tests.cast import a_plan, an_officer, revised
from tests.content.writing import paragraph, part
from tests.issuing.way import an_old_paper, carried_over

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(office):
    return a_plan(office.committee)


@pytest.fixture
def hoa(office):
    return an_officer("hoa", "Bế Thị Hoa", office.labour, "Chuyên viên", is_drafter=True)


def fresh(document: Document) -> Document:
    return Document.objects.get(pk=document.pk)


@transaction.atomic
def changed(document: Document, officer, change) -> None:
    document = fresh(document)
    before = content_of(document)
    lay_change(document, officer, before, change(before))


def titled(document: Document, officer, title: str) -> None:
    changed(document, officer, lambda content: replace(content, title=title))


def held(document: Document) -> list[str | None]:
    """What each version holds, the oldest first; None for the draft as it stands."""
    rows = document.versions.order_by("number")
    return [version.content and version.content["title"] for version in rows]


def after_a_pause(monkeypatch) -> None:
    later = clock.now() + timedelta(minutes=11)
    monkeypatch.setattr("plans.drafting.versions.now", lambda: later)


def test_a_sitting_is_one_version_and_holds_nothing_but_the_draft_as_it_stands(draft, office):
    for title in ("Một", "Hai", "Ba"):
        titled(draft, office.lan, title)
    assert held(draft) == [None]
    assert paper_at(draft.versions.get(), fresh(draft)) == paper_of(fresh(draft))


def test_of_two_people_who_take_turns_every_turn_is_kept(draft, office, hoa):
    for officer, title in ((office.lan, "Một"), (hoa, "Hai"), (office.lan, "Ba"), (hoa, "Bốn")):
        titled(draft, officer, title)
    assert held(draft) == ["Một", "Hai", "Ba", None]
    names = draft.versions.order_by("number").values_list("officer_name", flat=True)
    assert list(names) == ["Hoàng Thị Lan", "Bế Thị Hoa"] * 2


def test_after_a_pause_the_same_person_starts_a_new_version(draft, office, monkeypatch):
    titled(draft, office.lan, "Trước giờ nghỉ")
    after_a_pause(monkeypatch)
    titled(draft, office.lan, "Sau giờ nghỉ")
    assert held(draft) == ["Trước giờ nghỉ", None]


def test_a_save_within_the_sitting_moves_its_time_and_ten_minutes_of_silence_count_from_there(
    draft, office, monkeypatch
):
    begun = clock.now()
    for minutes in (0, 9, 18):
        monkeypatch.setattr("plans.drafting.versions.now", lambda m=minutes: begun + timedelta(minutes=m))
        titled(draft, office.lan, f"Phút {minutes}")
    version = draft.versions.get()
    assert (version.started_at, version.saved_at) == (begun, begun + timedelta(minutes=18))


def test_what_was_submitted_is_a_version_of_its_own_though_it_comes_back_at_once(draft, office):
    titled(draft, office.lan, "Bản đã trình")
    perform(Action.SUBMIT, fresh(draft), office.lan)
    perform(Action.SEND_BACK, fresh(draft), office.hung, reason="Ghi rõ thời hạn")
    titled(draft, office.lan, "Bản đã sửa theo ý kiến")
    assert held(draft) == ["Bản đã trình", None]


def test_who_writes_on_and_on_finds_a_version_of_every_half_hour(draft, office, monkeypatch):
    begun = clock.now()
    for minutes in range(0, 65, 5):
        monkeypatch.setattr("plans.drafting.versions.now", lambda m=minutes: begun + timedelta(minutes=m))
        titled(draft, office.lan, f"Phút {minutes}")
    assert held(draft) == ["Phút 25", "Phút 55", None]


def test_before_many_lines_come_or_go_at_once_the_draft_is_kept(draft, office):
    titled(draft, office.lan, "Trước khi dán")
    before = content_of(fresh(draft))
    many = tuple(paragraph(f"Đoạn {n}", key=f"dan{n}") for n in range(MANY))
    for lines in (many[:-1], many, many[:1], ()):
        changed(draft, office.lan, lambda _, more=lines: replace(before, blocks=(*before.blocks, *more)))
    assert draft.versions.count() == 1
    changed(draft, office.lan, lambda _: replace(before, blocks=(*many, *before.blocks), title="Đã dán"))
    titled(draft, office.lan, "Đã dán và sửa")
    changed(draft, office.lan, lambda content: replace(content, blocks=before.blocks))
    assert held(draft) == ["Trước khi dán", "Đã dán và sửa", None]


def test_a_milestone_is_a_version_under_its_name_and_comes_back(draft, office):
    titled(draft, office.lan, "Gửi lấy ý kiến")
    named = set_milestone(draft.pk, "  trước khi gửi lấy ý kiến ", office.lan)
    titled(draft, office.lan, "Đã sửa theo ý kiến")
    assert held(draft) == ["Gửi lấy ý kiến", None]
    assert (named.number, named.name) == (1, "trước khi gửi lấy ý kiến")
    bring_back(draft.pk, named.number, office.lan)
    assert fresh(draft).title == "Gửi lấy ý kiến"


def test_a_milestone_of_a_draft_that_nobody_changed_is_one_and_named_again_it_stays_one(draft, office):
    set_milestone(draft.pk, "", office.lan)
    set_milestone(draft.pk, "bản đầu", office.lan)
    assert [(version.number, version.name) for version in draft.versions.all()] == [(1, "bản đầu")]


def test_a_milestone_whose_name_is_a_page_long_is_refused_and_nobody_elses_draft_has_one(draft, office):
    with pytest.raises(Refusal, match="80"):
        set_milestone(draft.pk, "x" * 81, office.lan)
    with pytest.raises((Refusal, Http404)):
        set_milestone(draft.pk, "mốc", office.hung)
    assert not draft.versions.exists()


def test_the_same_words_again_leave_no_trace(draft, office):
    titled(draft, office.lan, "Một")
    versions = list(draft.versions.values())
    titled(draft, office.lan, "Một")
    assert list(draft.versions.values()) == versions


def test_a_change_that_fails_half_way_leaves_the_open_version_open(draft, office, hoa):
    titled(draft, office.lan, "Một")
    with pytest.raises(RuntimeError), transaction.atomic():
        titled(draft, hoa, "Hai")
        raise RuntimeError("the machine died")
    assert held(draft) == [None]
    assert fresh(draft).title == "Một"


def test_a_draft_nobody_could_print_is_refused_and_nothing_of_it_is_kept(draft, office):
    endless = tuple(paragraph("Trẻ em. " * 2_000, key=f"p{n}") for n in range(80))
    with pytest.raises(Refusal, match=f"quá {MOST_PAGES} trang"):
        changed(draft, office.lan, lambda content: replace(content, blocks=endless))
    assert not draft.versions.exists()
    assert not StoredBlock.objects.filter(document=draft, key="p1").exists()


@pytest.mark.parametrize("rows", [3, 60])
def test_remembering_a_change_costs_the_same_however_long_the_draft(
    office, hoa, rows, django_assert_max_num_queries
):
    draft = a_plan(office=office, targets=rows, tasks=rows)
    titled(draft, hoa, "Một")
    before = content_of(fresh(draft))
    document = fresh(draft)
    with django_assert_max_num_queries(30), transaction.atomic():
        lay_change(document, office.lan, before, replace(before, title="Hai"))


def test_two_versions_show_what_the_later_one_changed(draft, office, hoa):
    titled(draft, office.lan, "Một")
    titled(draft, hoa, "Hai")
    newer, older = draft.versions.all()
    assert differs(marked_paper(older, newer, fresh(draft)))
    assert not differs(marked_paper(newer, newer, fresh(draft)))


def test_an_old_paper_that_was_carried_over_keeps_the_version_it_had(office):
    document = an_old_paper(office)
    titled(document, office.lan, "Kế hoạch của năm 2022")
    document = carried_over(office, fresh(document))
    assert held(document) == [None]
    version = document.versions.get()
    assert paper_at(version, fresh(document)).title == "Kế hoạch của năm 2022"


# ── Brought back ─────────────────────────────────────────────────────────────────────────────────


def test_a_version_comes_back_whole_with_keys_and_what_hung_on_the_words(draft, office, hoa):
    titled(draft, office.lan, "Một")
    first = content_of(fresh(draft))
    keys = set(StoredBlock.objects.filter(document=draft).values_list("pk", "key"))
    changed(draft, hoa, lambda content: replace(content, title="Hai", blocks=(paragraph("Còn một dòng."),)))
    bring_back(draft.pk, 1, office.lan)
    assert content_of(fresh(draft)) == first
    standing = StoredBlock.objects.filter(document=draft, removed_at=None)
    assert set(standing.values_list("pk", "key")) == keys, "the same rows revive"


def test_what_was_brought_back_is_a_version_that_says_so_and_takes_no_further_change(draft, office, hoa):
    titled(draft, office.lan, "Một")
    titled(draft, hoa, "Hai")
    bring_back(draft.pk, 1, hoa)
    titled(draft, hoa, "Ba")
    assert held(draft) == ["Một", "Hai", "Một", None]
    assert list(draft.versions.values_list("brings_back", flat=True)) == [None, 1, None, None]


def test_bringing_back_the_draft_as_it_stands_changes_nothing(draft, office):
    titled(draft, office.lan, "Một")
    bring_back(draft.pk, 1, office.lan)
    assert held(draft) == [None]


def test_nobody_brings_back_what_is_not_there_or_not_his(draft, office):
    titled(draft, office.lan, "Một")
    with pytest.raises(Http404):
        bring_back(draft.pk, 7, office.lan)
    with pytest.raises(Http404):
        bring_back(draft.pk, 1, office.mai)
    with pytest.raises(Refusal, match="chỉ chuyên viên soạn thảo"):
        bring_back(draft.pk, 1, office.hung)
    perform(Action.SUBMIT, fresh(draft), office.lan)
    with pytest.raises(Refusal, match="Không sửa được"):
        bring_back(draft.pk, 1, office.lan)


def test_what_hangs_on_what_is_gone_meanwhile_comes_back_without_it(office, hoa):
    upper = a_plan(office.committee, targets=1)
    above = Target.objects.filter(block__document=upper).get()
    draft = a_plan(office.committee, targets=1)
    Target.objects.filter(block__document=draft).update(upper=above, responsible=office.police)
    titled(draft, office.lan, "Một")
    titled(draft, hoa, "Hai")
    upper.delete()
    bring_back(draft.pk, 1, office.lan)
    target = Target.objects.filter(block__document=draft).get()
    assert (target.upper, target.responsible) == (None, office.police)


# ── Versions of before bodies were blocks ────────────────────────────────────────────────────────


def in_the_first_shape(document: Document, *texts: str) -> dict:
    """What a version kept then: headings and paragraphs under anchors."""
    data = to_data(paper_of(document)) | {"annexes": []}
    heading = {"is": "heading", "level": "part", "number": "I", "text": "Mục tiêu", "anchor": "section-1"}
    data["blocks"] = [heading, *({"is": "paragraph", "text": text} for text in texts)]
    return data


def of_old_times(document: Document, *texts: str) -> Version:
    moment = clock.now()
    return Version.objects.create(
        document=document,
        number=1,
        started_at=moment,
        saved_at=moment,
        officer_name="Hoàng Thị Lan",
        paper=in_the_first_shape(document, *texts),
    )


PROMISE = "Trên 51% cán bộ, giáo viên được cung cấp kiến thức về phòng ngừa lao động trẻ em."


def test_an_old_version_is_read_and_compared_by_its_words(draft, office):
    old = of_old_times(draft, "Chữ của bản cũ.")
    titled(draft, office.lan, "Một")
    assert "Chữ của bản cũ." in [block.text for block in paper_at(old, fresh(draft)).blocks]
    assert differs(marked_paper(old, draft.versions.first(), fresh(draft)))


def test_an_old_version_is_closed_for_ever(draft, office):
    of_old_times(draft, "Chữ của bản cũ.")
    titled(draft, office.lan, "Một")
    assert held(draft) == [None, None]
    assert [version.paper is None for version in draft.versions.order_by("number")] == [False, True]


def test_an_old_version_comes_back_as_words_and_what_says_the_same_keeps_its_meaning(office):
    draft = a_plan(office.committee, targets=1, tasks=0)
    kept = next(block for block, _ in content_of(draft).targets)
    of_old_times(draft, "Chữ của bản cũ.", kept.printed)
    bring_back(draft.pk, 1, office.lan)
    content = content_of(fresh(draft))
    assert [block.text for block in content.blocks][:2] == ["Mục tiêu", "Chữ của bản cũ."]
    assert len(list(content.targets)) <= 1, "no meaning is invented"


def test_keys_of_an_old_version_keep_clear_of_those_that_stand(office):
    draft = a_plan(office.committee, targets=0, tasks=0)
    revised(draft, lambda content: replace(content, blocks=(part("I.", "Phần khác", key="section-1"),)))
    of_old_times(draft, "Chữ của bản cũ.")
    bring_back(draft.pk, 1, office.lan)
    blocks = content_of(fresh(draft)).blocks
    assert [block.text for block in blocks] == ["Mục tiêu", "Chữ của bản cũ."]
    assert blocks[0].key != "section-1"


def test_a_version_keeps_every_part_of_a_content(draft):
    """What is closed is laid again word for word, look for look, mark for mark."""
    content = content_of(draft)
    looks = (TextRun("đậm", bold=True), TextRun(" nghiêng", italic=True))
    content = replace(content, blocks=(*content.blocks, paragraph(looks, key="looks")))
    assert content_from(content_as_data(content)) == content
    assert content_from(content_as_data(Content())) == Content()


def test_a_draft_that_is_just_begun_has_its_first_version(office):
    document = start_blank(Start(office.committee, 2024, office.lan))
    assert held(document) == [None]


def test_a_version_from_before_the_programme_changed_comes_back_without_groups_it_has_not(office, hoa):
    draft = a_plan(office=office, targets=1, tasks=0)
    titled(draft, office.lan, "Một")
    titled(draft, hoa, "Hai")
    Document.objects.filter(pk=draft.pk).update(programme=None)
    bring_back(draft.pk, 1, office.lan)
    ((_, mark),) = content_of(fresh(draft)).targets
    assert mark.group == ""
