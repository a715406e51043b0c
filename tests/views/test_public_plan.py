"""A plan to read: the words of the paper, its targets with their parts, who does what, what stands above and below."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags
from hypothesis import HealthCheck, given, settings

from childlabour.units.models import Place, PlaceSuccession, Unit, UnitSuccession
from plans.content.asking import content_of
from plans.content.values import ChargeMark, Content, TargetMark, TaskMark, marked
from plans.content.words import lost, words_in, words_of, words_of_content
from plans.law.blocks import BlockType
from plans.models import Citation, Document, Relation, Task
from plans.pages.outline import words_to_read
from targets.models import Target
from targets.statements import parse
from tests.cast import a_letter, a_plan, a_target, an_issued_plan, long_plan, revised
from tests.content import writing
from tests.content.making import contents

pytestmark = pytest.mark.django_db


def read(client, document: Document, **asked) -> str:
    """The page as text between tags, blanks squeezed."""
    return " ".join(client.get(document.get_absolute_url(), asked).content.decode().split())


def lists_of(client, document: Document) -> str:
    return read(client, document, xem="bang")


def sheet_and_meaning(client, document: Document) -> str:
    page = read(client, document)
    return page[page.index("<article") : page.index("</article>")]


def sheet_on(client, document: Document) -> str:
    """The words of the document on its page, without what is said below them."""
    sheet = sheet_and_meaning(client, document)
    return re.sub(r'<details class="meanings">.*?</ul></details>|<div class="meaning">.*?</div>', " ", sheet)


def words_of_html(html: str) -> list[str]:
    """As a reader meets them: an element begins a new word, a look within one does not. Capitals are the layout's."""
    apart = re.sub(r"<(?!/?(?:b|i|span)\b)", " <", html)
    return [word.casefold() for word in words_of(unescape(strip_tags(apart)))]


def printed(blocks) -> list[str]:
    return [word.casefold() for word in words_in(blocks)]


def stands_in_order(words: list[str], said: list[str]) -> bool:
    """Whatever stands between them: a comparison would call some lost where they repeat."""
    rest = iter(said)
    return all(word in rest for word in words)


@pytest.fixture
def document(office) -> Document:
    return an_issued_plan(
        frozen=False, number=5, issued_on=date(2023, 6, 1), title="Thực hiện Chương trình năm 2023"
    )


def with_blocks(*more) -> Callable[[Content], Content]:
    """The same content with these blocks before its last one."""
    return lambda content: replace(content, blocks=(*content.blocks[:-1], *more, content.blocks[-1]))


def with_annex(*blocks) -> Callable[[Content], Content]:
    return lambda content: replace(content, blocks=(*content.blocks, *blocks))


def block_with(content: Content, words: str):
    return next(block for block in content.blocks if words in block.text)


def test_numbers_and_dates_are_written_as_on_the_paper(client, document):
    page = read(client, document)
    assert 'Kế hoạch số <span class="nowrap">05/KH-UBND</span>' in page
    assert "ngày 01/6/2023" in page
    assert "Năm 2023" in page


class TestTheWords:
    def test_are_all_there_in_the_order_of_the_paper(self, client, document):
        content = replace(content_of(document), title="")  # stands above the sheet
        said = words_of_html(sheet_on(client, document))
        assert lost([word.casefold() for word in words_of_content(content)], said) == []

    def test_stand_under_their_own_headings_and_markers(self, client, document):
        page = read(client, document)
        heading = block_with(content_of(document), "Mục tiêu")
        assert (
            f'<h2 class="part bold leads" id="khoi-{heading.key}"><span class="marker">II. </span>MỤC TIÊU</h2>'
            in page
        )
        assert f'<a href="#khoi-{heading.key}">II. Mục tiêu</a>' in page, "the contents"
        assert '<span class="marker">- </span>Trên 51% cán bộ' in page

    def test_a_table_is_a_table_with_its_head_and_what_reaches_over_others(self, client, office):
        revised(
            draft := a_plan(),
            with_blocks(
                writing.table(10, 60, 30, key="bang"),
                writing.row("TT", "Việc", "Ai làm", key="dau"),
                writing.row(writing.cell("A. Truyền thông", across=3), key="nhom"),
                writing.row(writing.cell("1", down=2), "Phát **tờ rơi**", "Công an xã", key="hang"),
                writing.row(writing.cell("Họp thôn", "Hai buổi"), "Trưởng thôn"),
            ),
        )
        client.force_login(office.lan)
        page = read(client, draft)
        assert '<div class="table-scroll" tabindex="0" role="region"' in page
        assert '<thead><tr id="khoi-dau"><th>TT</th><th>Việc</th><th>Ai làm</th></tr>' in page
        assert '<td colspan="3">A. Truyền thông</td>' in page
        assert (
            '<tr id="khoi-hang"><td rowspan="2">1</td><td>Phát <b>tờ rơi</b></td><td>Công an xã</td></tr>'
            in page
        )
        assert "<td><p>Họp thôn</p><p>Hai buổi</p></td>" in page

    def test_a_note_stands_below_with_the_mark_that_calls_it(self, client, office):
        called = marked(writing.runs("Theo Luật Trẻ em"), 5, 16, "ghi-chu")
        revised(
            draft := a_plan(),
            with_blocks(writing.paragraph(called), writing.note("(1)", "Sửa năm 2018.", "ghi-chu")),
        )
        client.force_login(office.lan)
        page = read(client, draft)
        assert 'Theo Luật Trẻ em<sup class="call">(1)</sup>' in page
        assert (
            '<div class="feet"><p class="note"><span class="marker">(1) </span>Sửa năm 2018.</p></div>'
            in page
        )

    def test_an_annex_follows_the_recipients_under_its_own_title(self, client, office):
        revised(
            draft := a_plan(),
            lambda content: replace(
                content,
                blocks=(
                    *content.blocks,
                    writing.annex("Phụ lục", "Phân công", "pl"),
                    writing.paragraph("Công an: họp."),
                ),
            ),
        )
        client.force_login(office.lan)
        sheet = sheet_on(client, draft)
        assert sheet.index("Nơi nhận:") < sheet.index('<h2 id="khoi-pl">Phụ lục<br>Phân công</h2>')
        assert sheet.index("Phân công</h2>") < sheet.index("Công an: họp.")

    @given(contents())
    @settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    def test_of_any_document_are_lost_nowhere(self, content):
        """Notes leave their place for the foot; everything else keeps the order."""
        passage = words_to_read(content.blocks)
        said = words_of_html("".join(piece.words for piece in passage.pieces))
        body = [block for block in content.blocks if block.type != BlockType.NOTE]
        assert stands_in_order(printed(body), said)
        whole = said + words_of_html("".join(passage.feet))
        assert Counter(printed(content.blocks)) - Counter(whole) == Counter()


class TestWhatHangsOnThem:
    def test_a_target_says_its_measure_and_its_group_below_its_words(self, client, office):
        target = a_target("m", group="MT2")
        revised(
            draft := a_plan(),
            with_blocks(
                writing.paragraph(marked(writing.runs(target.sentence), 0, 9, "m"), targets=(target,)),
            ),
        )
        client.force_login(office.lan)
        pk = Target.objects.get(mark="m").pk
        assert (
            f'<div class="meaning"><p id="target-{pk}">Chỉ tiêu: trên 72%, đến năm 2023 · '
            "Truyền thông về phòng ngừa, giảm thiểu lao động trẻ em" in read(client, draft)
        )

    def test_a_heading_that_names_the_group_is_not_repeated_below_every_target(self, client, document):
        page = sheet_and_meaning(client, document)
        assert page.count("Phòng ngừa, phát hiện, hỗ trợ, can thiệp lao động trẻ em") == 1

    def test_two_targets_of_one_sentence_stay_one_sentence_and_are_two(self, client, office):
        words = "90% cán bộ, 80% cha mẹ được cung cấp kiến thức"
        runs = marked(marked(writing.runs(words), 0, 10, "m1"), 12, len(words), "m2")
        marks = (
            a_mark("m1", "90% cán bộ được cung cấp kiến thức"),
            a_mark("m2", "80% cha mẹ được cung cấp kiến thức"),
        )
        revised(draft := a_plan(), with_blocks(writing.paragraph(runs, "-", "cau", targets=marks)))
        client.force_login(office.lan)
        assert read(client, draft).count(words) == 1
        page = lists_of(client, draft)
        assert words not in page
        for mark in marks:
            alone = Target.objects.get(mark=mark.id)
            assert f'<a class="plain" href="/ke-hoach/{draft.pk}/#khoi-cau">{alone.sentence}</a>' in page
            assert f'<tr id="target-{alone.pk}"' in page

    def test_a_target_in_words_only_is_called_so(self, client, office):
        words = "Nâng cao trách nhiệm của gia đình đối với trẻ em"
        runs = marked(writing.runs(words), 0, len(words), "m")
        revised(draft := a_plan(), with_blocks(writing.paragraph(runs, targets=(a_mark("m", words),))))
        client.force_login(office.lan)
        assert "Chỉ tiêu: định tính" in read(client, draft)
        assert '<p class="gauge-value"><span>định tính</span></p>' in lists_of(client, draft)

    def test_what_was_marked_after_issue_says_so(self, client, document):
        Target.objects.filter(block__document=document).update(added_at=datetime(2023, 12, 3, tzinfo=UTC))
        Task.objects.filter(block__document=document).update(added_at=datetime(2023, 12, 4, tzinfo=UTC))
        for page in (read(client, document), lists_of(client, document)):
            assert "đánh dấu ngày 03/12/2023, sau khi ban hành" in page
            assert "đánh dấu ngày 04/12/2023, sau khi ban hành" in page

    def test_what_was_marked_before_says_nothing_of_it(self, client, document):
        assert "đánh dấu ngày" not in read(client, document)

    def test_a_task_of_which_nothing_is_known_keeps_its_place_and_says_nothing(self, client, office):
        revised(
            draft := a_plan(tasks=0), with_blocks(writing.clause("1.", "Rà soát", "viec", task=TaskMark()))
        )
        client.force_login(office.lan)
        pk = Task.objects.get(block__key="viec").pk
        assert f'Rà soát</p><span id="task-{pk}"></span>' in read(client, draft)

    def test_marks_on_a_note_and_on_the_title_of_an_annex_are_told_too(self, client, office):
        note = writing.note("(1)", "Rà soát hằng năm.", "ghi-chu")
        called = marked(writing.runs("Theo kế hoạch"), 5, 13, "ghi-chu")
        tasks = (TaskMark(product="Báo cáo"), TaskMark(product="Danh sách"))
        draft = a_plan(tasks=0)
        revised(draft, with_blocks(writing.paragraph(called), replace(note, task=tasks[0])))
        revised(draft, with_annex(writing.annex("Phụ lục", "Phân công", "pl", task=tasks[1])))
        client.force_login(office.lan)
        page = read(client, draft)
        assert "<dd>Báo cáo</dd>" in page
        assert "<dd>Danh sách</dd>" in page

    def test_a_document_without_any_has_no_tables(self, client, office):
        draft = a_plan(targets=0, tasks=0)
        client.force_login(office.lan)
        assert "xem=bang" not in read(client, draft)
        assert "Nâng cao nhận thức." in lists_of(client, draft)

    def test_marks_in_a_table_are_listed_below_it(self, client, office):
        task = TaskMark(lead=(office.police.pk,))
        revised(
            draft := a_plan(tasks=0),
            with_blocks(
                writing.table(60, 40),
                writing.row("Việc", "Ai làm"),
                writing.row("Rà soát hộ có nguy cơ", "Công an", key="viec", task=task),
            ),
        )
        client.force_login(office.lan)
        page = read(client, draft)
        listed = page[page.index('<details class="meanings">') : page.index("</ul></details>")]
        assert '<a href="#khoi-viec">Rà soát hộ có nguy cơ | Công an</a>' in listed
        assert "<dd>Công an huyện Hữu Lũng</dd>" in listed


def test_the_upper_target_stands_beside_ours(client, document):
    upper_document = an_issued_plan(frozen=False, number=782, kind="QĐ", symbol="QĐ-TTg")
    upper, ours = (Target.objects.filter(block__document=one).first() for one in (upper_document, document))
    Target.objects.filter(pk=ours.pk).update(upper=upper, weaker_reason="Địa bàn vùng cao")
    page = lists_of(client, document)
    assert f"cấp trên: {upper.measure}" in page
    assert "Chỉ tiêu cấp trên, 782/QĐ-TTg" in page
    assert f'href="/ke-hoach/{upper_document.pk}/#target-{upper.pk}"' in page
    assert "Địa bàn vùng cao" in page


def test_tasks_name_who_leads_who_helps_by_when_and_with_what(client, office):
    task = TaskMark(
        (office.police.pk,),
        (office.school.pk,),
        due=date(2023, 6, 30),
        due_text="Quý II/2023",
        product="Danh sách",
    )
    revised(draft := a_plan(tasks=0), with_blocks(writing.clause("1.", "Rà soát", "viec", task=task)))
    client.force_login(office.lan)
    words, lists = read(client, draft), lists_of(client, draft)
    told = (
        "Công an huyện Hữu Lũng",
        "Trường Trung học cơ sở xã Tân Thành",
        "Quý II/2023 (tính đến hết ngày 30/6/2023)",
        "Danh sách",
    )
    for fact in told:
        assert f"<dd>{fact}</dd>" in words
        assert f"<dd>{fact}</dd>" in lists
    pk = Task.objects.get(block__key="viec").pk
    assert f'<div class="meaning" id="task-{pk}">' in words
    assert f'<tr id="task-{pk}"' in lists


def test_duties_under_a_heading_that_names_units_are_theirs(client, office):
    revised(
        draft := a_plan(tasks=0),
        with_blocks(
            writing.clause(
                "1.", "Công an huyện", "ten", charge=ChargeMark((office.police.pk,), "Công an huyện")
            ),
            writing.paragraph("Rà soát cơ sở kinh doanh.", "-", "viec", task=TaskMark()),
        ),
    )
    client.force_login(office.lan)
    words, listed = read(client, draft), lists_of(client, draft)
    assert f'Giao cho: <a href="/don-vi/{office.police.pk}/">Công an huyện Hữu Lũng</a>' in words
    assert "<dt>Chủ trì:</dt>" not in words, "the heading says it"
    assert "<dt>Chủ trì:</dt> <dd>Công an huyện Hữu Lũng</dd>" in listed


def test_a_cited_plan_of_ours_is_a_link_and_a_draft_is_not(client, document, office):
    issued = an_issued_plan(office.other_committee, frozen=False, number=192)
    Citation.objects.create(document=document, order=5, text="Kế hoạch số 192/KH-UBND", cited_document=issued)
    assert f'<a href="/ke-hoach/{issued.pk}/">Kế hoạch số 192/KH-UBND</a>' in read(client, document)
    Document.objects.filter(pk=issued.pk).update(status="cancelled")
    assert f"/ke-hoach/{issued.pk}/" not in read(client, document)


def test_the_cascade_is_shown_from_the_top_down(client, office):
    decision = an_issued_plan(frozen=False, kind="QĐ", symbol="QĐ-TTg", number=782)
    Place.objects.filter(pk=office.district.pk).update(level="country")
    district = an_issued_plan(office.other_committee, frozen=False, parent=decision, number=192)
    commune = an_issued_plan(office.people_of_tan_thanh, frozen=False, parent=district, number=5)
    page = client.get(commune.get_absolute_url())
    assert page.context["steps"] == [
        ("QĐ 782", decision.get_absolute_url()),
        ("Bắc Sơn", district.get_absolute_url()),
        ("Tân Thành", ""),
    ]
    assert commune.get_absolute_url() in read(client, district)


def test_many_plans_below_are_counted_and_listed_apart(client, document, office):
    for number in range(14):
        an_issued_plan(office.other_committee, frozen=False, parent=document, number=number + 1)
    page = read(client, document)
    assert f'href="/ke-hoach/?parent={document.pk}">Cả 14 văn bản cấp dưới' in page


def test_a_later_act_is_named_on_the_earlier_and_the_reverse(client, document, office):
    later = an_issued_plan(office.other_committee, frozen=False, number=9, title="Kế hoạch thay thế")
    Relation.objects.create(later=later, earlier=document, kind="amends")
    assert "đã được sửa đổi, bổ sung bởi" in read(client, document)
    named = 'Kế hoạch số <span class="nowrap">09/KH-UBND</span> ngày 26/5/2023'
    assert f'href="/ke-hoach/{later.pk}/">{named}</a>' in read(client, document)
    assert "Sửa đổi, bổ sung: <a" in read(client, later)

    Relation.objects.update(kind="replaces")
    Document.objects.filter(pk=document.pk).update(status="replaced")
    assert f'chỉ còn để tra cứu. Xem <a href="/ke-hoach/{later.pk}/">' in read(client, document)


def test_a_change_still_in_draft_changes_nothing(client, document, office):
    Relation.objects.create(later=a_plan(), earlier=document, kind="amends")
    assert "sửa đổi, bổ sung" not in read(client, document)


def test_a_letter_is_addressed(client, office):
    letter = a_letter(period_from=2022, period_to=2022)
    Document.objects.filter(pk=letter.pk).update(
        status="issued", number=464, number_year=2022, issued_on=date(2022, 3, 3)
    )
    page = read(client, letter)
    assert "Kính gửi" in page
    assert "Về việc triển khai công tác trẻ em" in page


def test_what_became_of_the_office_is_told(client, document, office):
    commune = Place.objects.create(level="commune", name="xã Hữu Lũng", valid_from=date(2025, 7, 1))
    PlaceSuccession.objects.create(
        old=office.district, new=commune, kind="split", legal_basis="Nghị quyết 1672"
    )
    Unit.objects.filter(pk=office.committee.pk).update(valid_to=date(2025, 6, 30))
    page = read(client, document)
    assert "kết thúc hoạt động hết ngày 30/6/2025, nay là xã Hữu Lũng (Nghị quyết 1672)." in page

    heir = Unit.objects.create(name="Ủy ban nhân dân xã Hữu Lũng", place=commune)
    UnitSuccession.objects.create(old=office.committee, new=heir, kind="split")
    assert f'nay là <a href="/don-vi/{heir.pk}/">' in read(client, document)
    assert "Kế thừa <a" in " ".join(client.get(f"/don-vi/{heir.pk}/").content.decode().split())


def test_the_source_of_the_text_is_named(client, document):
    Document.objects.filter(pk=document.pk).update(source_note="Nhập lại từ bản công bố.")
    assert "Nhập lại từ bản công bố." in read(client, document)


def test_markup_in_a_plan_is_text(client, office):
    hostile = "<img src=x onerror=alert(1)>"
    task = TaskMark(due_text="<q>d</q>", product="<em>p</em>", units_said="<a>u")
    mark = replace(a_target("m"), sentence="<u>s</u>")
    revised(
        draft := a_plan(title="<b>x</b>"),
        with_blocks(
            writing.paragraph(
                marked(writing.runs("<script>y</script>"), 0, 5, "m"), "<i>-</i>", targets=(mark,)
            ),
            writing.table(50, 50),
            writing.row(hostile, writing.cell("<tfoot>", "a</td>")),
            writing.clause("1.", "<s>z</s>", task=task),
            writing.annex("<hr>", "<h1>t</h1>"),
        ),
    )
    client.force_login(office.lan)
    page = read(client, draft) + lists_of(client, draft)
    for markup in (
        "<b>x",
        "<script>y",
        "<i>-",
        "<img",
        "<tfoot>",
        "a</td>",
        "<s>",
        "<q>",
        "<em>",
        "<a>",
        "<hr>",
        "<h1>t",
        "<u>",
    ):
        assert markup not in page, markup


def test_the_hash_of_the_issued_paper_is_shown(client, office):
    document = an_issued_plan()
    assert document.issue.sha256 in read(client, document)


def test_an_office_shows_its_plans_and_its_tasks(client, document, office):
    page = " ".join(
        client.get(reverse("public:unit", args=[office.people_of_tan_thanh.pk])).content.decode().split()
    )
    assert "Nhiệm vụ 1: rà soát trẻ em có nguy cơ" in page
    assert "30/11/2023" in page
    assert "Đơn vị chưa ban hành văn bản nào" in page


def test_tasks_of_a_revoked_plan_are_not_on_the_office_any_more(client, document, office):
    Document.objects.filter(pk=document.pk).update(status="revoked")
    page = client.get(reverse("public:unit", args=[office.people_of_tan_thanh.pk])).content.decode()
    assert "Nhiệm vụ 1" not in page


def test_a_programme_shows_what_the_state_promised(client, document):
    an_issued_plan(frozen=False, kind="QĐ", symbol="QĐ-TTg", number=782, targets=3)
    page = " ".join(client.get(reverse("public:programme", args=["782"])).content.decode().split())
    assert "<span>trên</span> <b>53%</b>" in page
    assert "Phòng ngừa, phát hiện, hỗ trợ, can thiệp lao động trẻ em" in page
    assert client.get(reverse("public:programme", args=["khong-co"])).status_code == 404


@pytest.mark.parametrize("rows", [3, 60])
def test_a_page_costs_the_same_however_long_the_document(client, office, rows, django_assert_num_queries):
    draft = long_plan(rows, office=office)
    client.force_login(office.lan)
    client.get("/")  # the first page of a log-in puts it on the list
    for asked in ({}, {"xem": "bang"}):
        with django_assert_num_queries(22):
            client.get(draft.get_absolute_url(), asked)


def test_lists_leave_the_words_of_blocks_where_they_are(client, document, office):
    for where in (reverse("public:unit", args=[office.police.pk]), reverse("public:programme", args=["782"])):
        with CaptureQueriesContext(connection) as asked:
            client.get(where)
        assert not [query["sql"] for query in asked if '"runs"' in query["sql"]], where


def a_mark(mark: str, sentence: str) -> TargetMark:
    return TargetMark(mark, sentence, parse(sentence))
