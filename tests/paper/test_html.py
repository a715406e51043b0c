"""The paper on the screen: words stay words, and nothing comes from outside."""

import re
from dataclasses import replace

from plans.paper.document import Paragraph, Recipients
from plans.paper.html import to_html
from tests.paper import papers

MARKUP = "<script>alert('x')</script> & <b>đậm</b> {{ x }} {% now %}"
ESCAPED = "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp; &lt;b&gt;đậm&lt;/b&gt; {{ x }} {% now %}"


def test_markup_in_any_field_is_printed_as_text():
    annexed = papers.with_annexes()
    paper = replace(
        papers.district_document(),
        title=MARKUP,
        number=MARKUP,
        symbol=MARKUP,
        place_and_date=MARKUP,
        citations=(MARKUP,),
        blocks=(Paragraph(MARKUP, MARKUP, anchor='"><i>'),),
        recipients=Recipients((MARKUP,)),
        annexes=(replace(annexed.annexes[0], title=MARKUP, reference=MARKUP),),
    )
    for html in (to_html(paper), to_html(paper, live=True)):
        assert "<script" not in html
        assert "<b>" not in html
        assert "<i>" not in html
        assert ESCAPED in html


def test_the_page_needs_no_other_file_and_runs_no_script():
    html = to_html(papers.with_annexes(), nonce="abc123")
    assert '<style nonce="abc123">' in html
    assert not re.search(r"https?:|<link|<script|<img|url\(|\bon\w+=| style=", html)


def test_the_live_paper_marks_the_spots_of_the_editor_without_taking_their_ids():
    live, page = to_html(papers.with_annexes(), live=True), to_html(papers.with_annexes())
    assert live.lstrip().startswith("<article")
    for anchor in ("section-2", "target-7", "task-1", "closing", "annex-1"):
        assert f'data-anchor="{anchor}"' in live
        assert f' id="{anchor}"' in page
    assert " id=" not in live


def test_the_screen_and_the_pdf_show_the_same_lines_of_the_heads():
    html = to_html(papers.long_names())
    for line in ("BAN CHỈ ĐẠO THỰC HIỆN", "HUYỆN ĐIỆN BIÊN ĐÔNG", "ngày 29 tháng 12 năm 2023"):
        assert line in html


def test_the_share_of_a_column_is_a_plain_number_in_vietnamese_pages():
    assert '<col width="47%">' in to_html(papers.with_annexes())
