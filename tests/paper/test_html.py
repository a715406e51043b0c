"""The paper on the screen: words stay words, and nothing comes from outside."""

import re
from dataclasses import replace

from plans.content.values import TextRun
from plans.paper.document import Recipients
from plans.paper.html import to_html, unstyled
from tests.content.writing import annex, cell, note, paragraph, row, table
from tests.paper import papers
from tests.paper.unbound import unbound

MARKUP = "<script>alert('x')</script> & <b>đậm</b> {{ x }} {% now %}"
ESCAPED = "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp; &lt;b&gt;đậm&lt;/b&gt; {{ x }} {% now %}"


def test_markup_in_any_field_is_printed_as_text():
    paper = replace(
        papers.district_document(),
        title=MARKUP,
        number=MARKUP,
        symbol=MARKUP,
        place_and_date=MARKUP,
        citations=(MARKUP,),
        blocks=(
            paragraph((TextRun(MARKUP, bold=True, marks=("n",)),), MARKUP, key='"><u>'),
            note(MARKUP, (TextRun(MARKUP),), "n"),
            table(50, 50),
            row(cell((TextRun(MARKUP),)), cell((TextRun(MARKUP),), across=2)),
            annex(MARKUP, (TextRun(MARKUP),)),
        ),
        recipients=Recipients((MARKUP,)),
        enclosed=MARKUP,
    )
    for html in (to_html(paper), to_html(paper, live=True), unstyled(paper)):
        assert "<script" not in html
        assert "<b>đậm" not in html
        assert "<u>" not in html
        assert ESCAPED in html


def test_the_page_needs_no_other_file_and_runs_no_script():
    html = to_html(papers.with_annexes(), nonce="abc123")
    assert '<style nonce="abc123">' in html
    assert not re.search(r"https?:|<link|<script|<img|url\(|\bon\w+=| style=", html)


def test_the_live_paper_marks_the_spots_of_the_editor_without_taking_their_ids():
    live, page = to_html(papers.with_annexes(), live=True), to_html(papers.with_annexes())
    assert live.lstrip().startswith("<article")
    for anchor in ("section-2", "target-7", "task-1", "closing", "annex-1", "row-3"):
        assert f'data-anchor="{anchor}"' in live
        assert f' id="{anchor}"' in page
    assert " id=" not in live


def test_the_screen_and_the_pdf_show_the_same_lines_of_the_heads():
    html = to_html(papers.long_names())
    for line in ("BAN CHỈ ĐẠO THỰC HIỆN", "HUYỆN ĐIỆN BIÊN ĐÔNG", "ngày 29 tháng 12 năm 2023"):
        assert line in html


def test_the_share_of_a_column_is_a_plain_number_in_vietnamese_pages():
    assert '<col width="47%">' in to_html(papers.with_annexes())


def test_bold_and_italic_words_and_the_call_of_a_note_stand_in_their_sentence():
    html = unbound(to_html(papers.with_tables()))
    assert (
        'Trẻ em có nguy cơ<sup class="call">(1)</sup> được <b>hỗ trợ kịp thời</b>, <i>đúng quy định</i> của'
        in html
    )
    assert "theo <b>khoản 1</b> Điều 10" in html.partition('<div class="feet">')[2]


def test_a_note_stands_in_print_with_the_words_that_call_it_and_once():
    html = unbound(unstyled(papers.with_tables()))
    assert html.count("Điều 10 Luật Trẻ em.") == 1
    assert 'nguy cơ<span class="foot" data-marker="(1)">Trẻ em có nguy cơ theo' in html


def test_cells_that_reach_over_others_say_so():
    html = unbound(to_html(papers.with_tables()))
    assert '<th rowspan="2">Nhiệm vụ</th>' in html
    assert '<th colspan="2">Thực hiện</th>' in html
    assert '<td rowspan="2">Công an xã</td>' in html
    assert '<tr id="group-1" class="group"><td colspan="5"><b>I. Truyền thông</b></td></tr>' in html
    assert "<p><b>Tập huấn</b> cho cộng tác viên</p><p><i>Mỗi xã một lớp</i></p>" in html


def test_a_paper_by_itself_brings_the_rules_it_wears_and_no_others():
    plain, with_annex = to_html(papers.short_letter()), to_html(papers.with_annexes())
    for rule in (".annex-label{", "@page annex-odd-wide{", ".grid td", ".urgency{"):
        assert rule not in plain
    assert ".annex-label{" in with_annex
    assert "@page :nth(1 of annex-odd){" in with_annex
    assert len(re.findall(r"\.left-\d+>", plain)) <= 2  # of 56: the two lines of heads
    assert len(re.search(r"<style>(.*)</style>", plain)[1]) < 7_000
