"""Each rule broken on purpose, a little: exactly that rule must notice, so none holds by accident."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import find

from plans.paper.binding import bind
from plans.paper.document import Paper
from plans.paper.html import unstyled
from plans.paper.nd30 import LAYOUT, Layout, page_rules, properties
from plans.paper.pdf import Press
from tests.content.writing import paragraph, runs
from tests.paper import papers, siblings
from tests.paper.rules import check
from tests.paper.rules.measure import RULES
from tests.paper.unbound import unbound


@dataclass(frozen=True)
class Break:
    rule: str
    how: str
    paper: Callable[[], Paper] = papers.district_document
    css: str = ""
    layout: Layout = LAYOUT
    words: tuple[str, str] | None = None  # in the finished HTML: this → that
    edit: Callable[[Paper], Paper] | None = None
    unbinds: str = ""  # a pattern: no-break blanks in what it finds are made plain ones

    def __str__(self) -> str:
        return f"{self.rule}-{self.how}"


def laid_out(**figures: float) -> Layout:
    return replace(LAYOUT, **figures)


def edited(**parts) -> Callable[[Paper], Paper]:
    return lambda paper: replace(paper, **parts)


def with_block(printed: str, **parts) -> Callable[[Paper], Paper]:
    def changed(paper: Paper) -> Paper:
        assert printed in [block.printed for block in paper.blocks]
        blocks = (replace(b, **parts) if b.printed == printed else b for b in paper.blocks)
        return replace(paper, blocks=tuple(blocks))

    return changed


def with_first(text: str) -> Callable[[Paper], Paper]:
    return lambda paper: replace(paper, blocks=(paragraph(text), *paper.blocks))


BREAKS = [
    Break("L01", "khổ Letter", layout=laid_out(page_height_mm=279)),
    Break("L02", "khổ ngang", layout=laid_out(page_width_mm=297, page_height_mm=210)),
    Break("L03", "lề trên 15", layout=laid_out(margin_top_mm=16)),
    Break("L03", "lề dưới 15", papers.eight_pages, layout=laid_out(margin_bottom_mm=15)),
    Break("L03", "lề dưới 40", papers.eight_pages, layout=laid_out(margin_bottom_mm=40)),
    Break("L04", "lề trái 25", layout=laid_out(margin_left_mm=25)),
    Break("L05", "lề phải 10", layout=laid_out(margin_right_mm=10)),
    Break("L05", "lề phải 22", layout=laid_out(margin_right_mm=22)),
    Break("L06", "chữ không chân", css=".paper .citation { font-family: 'Liberation Sans' }"),
    Break("L06", "chữ xám", css=".paper .title { color: #444 }"),
    Break(
        "L07",
        "số trang ở chân",
        css="@page { @top-center { content: none }"
        " @bottom-center { content: counter(page); font: 13pt 'Liberation Serif' } }",
    ),
    Break("L07", "trang đầu có số", css="@page :first { @top-center { content: counter(page) } }"),
    Break("L07", "số trang nhỏ", layout=laid_out(page_number_pt=10)),
    Break(
        "L08",
        "chữ thường",
        words=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ),
    Break("L08", "không đậm", css=".paper .national-name { font-weight: normal }"),
    Break("L08", "cỡ 11", layout=laid_out(national_name_pt=11)),
    Break("L09", "gạch nối liền chữ", words=("Độc lập - Tự do - Hạnh phúc", "Độc lập-Tự do-Hạnh phúc")),
    Break("L09", "nghiêng", css=".paper .motto { font-style: italic }"),
    Break("L10", "kẻ ngắn", css=".paper .whole::after { width: 80% }"),
    Break("L10", "không kẻ", css=".paper .whole::after { border: 0 }"),
    Break("L11", "cách xa", css=".paper .motto { margin-top: 6pt }"),
    Break("L12", "đậm", css=".paper .superior { font-weight: bold }"),
    Break("L12", "cỡ 14", layout=laid_out(superior_pt=14)),
    Break("L13", "không đậm", css=".paper .agency { font-weight: normal }"),
    Break("L14", "kẻ hết dòng", css=".paper .agency .short::after { width: 100% }"),
    Break("L14", "kẻ lệch", css=".paper .agency .short::after { margin-left: 0 }"),
    Break("L15", "cách xa", css=".paper .superior { margin-bottom: 8pt }"),
    Break("L16", "số 5", edit=edited(number="5")),
    Break("L16", "cách chữ", words=("05/KH", "05 / KH")),
    Break("L16", "cỡ 12", layout=laid_out(number_pt=12)),
    Break("L17", "thiếu tên loại", edit=edited(symbol="UBND-VX")),
    Break("L17", "công văn có tên loại", papers.official_letter, edit=edited(symbol="CV-SLĐTBXH")),
    Break("L18", "thấp hơn", css=".paper .numbered > .nation { vertical-align: top; padding-top: 12pt }"),
    Break("L18", "đứng", css=".paper .date { font-style: normal }"),
    Break("L19", "ngày 3", edit=edited(place_and_date="Hữu Lũng, ngày 3 tháng 01 năm 2024")),
    Break("L19", "tháng 06", edit=edited(place_and_date="Hữu Lũng, ngày 03 tháng 06 năm 2024")),
    Break("L21", "không đậm", css=".paper .type { font-weight: normal }"),
    Break("L21", "lệch trái", css=".paper .type { text-align: left }"),
    Break("L22", "nghiêng", css=".paper .title { font-style: italic }"),
    Break("L22", "cỡ 12", layout=laid_out(title_pt=12)),
    Break("L23", "kẻ dài", css=".paper .title .short::after { width: 70% }"),
    Break(
        "DECIDES", "không đậm", siblings.decision_of_the_head, css=".paper .deciding { font-weight: normal }"
    ),
    Break(
        "DECIDES",
        "thiếu lời quyết định",
        siblings.decision_of_the_head,
        edit=with_block("QUYẾT ĐỊNH:", runs=runs("**QUYẾT NGHỊ:**")),
    ),
    Break("L24", "cách xa", papers.official_letter, layout=laid_out(subject_gap_pt=14)),
    Break("L24", "cỡ 10", papers.official_letter, layout=laid_out(subject_pt=10)),
    Break("L25", "dấu phẩy cuối căn cứ", words=("ngày 05 tháng 4 năm 2016;", "ngày 05 tháng 4 năm 2016,")),
    Break("L25", "đứng", css=".paper .text > .citation { font-style: normal }"),
    Break("L28", "không canh đều", css=".paper .text p, .paper .text li { text-align: left }"),
    Break("L28", "cỡ 12", css=".paper .text .prose { font-size: 12pt }"),
    Break("L29", "lùi 8 mm", layout=laid_out(indent_mm=8)),
    Break("L30", "3 pt", layout=laid_out(paragraph_gap_pt=3)),
    Break("L31", "1,7 dòng", layout=laid_out(body_lines=1.7)),
    Break("L31", "0,9 dòng", layout=laid_out(body_lines=0.9)),
    Break("L32", "lệch trái", papers.decision, css=".paper .text > .chapter { text-align: left }"),
    Break("L32", "liền dòng", papers.decision, css=".paper .chapter .marker { display: inline }"),
    Break(
        "L34", "số điều không đậm", papers.decision, css=".paper .text > .article * { font-weight: normal }"
    ),
    Break("L35", "không đậm", css=".paper .text > .clause { font-weight: normal }"),
    Break(
        "L36",
        "a) rồi c)",
        edit=with_block("b) Đối với người sử dụng lao động", marker="c)"),
    ),
    Break("L36", "đậm", css=".paper .text > .point { font-weight: bold }"),
    Break("L37", "chữ thường", words=("MỤC ĐÍCH, YÊU CẦU", "Mục đích, yêu cầu")),
    Break("L37", "không đậm", css=".paper .text > .part { font-weight: normal }"),
    Break(
        "L38",
        "không tiêu đề",
        edit=with_block("II. Mục tiêu", runs=()),
    ),
    Break("L39", "KT.CHỦ TỊCH", words=("KT. CHỦ TỊCH", "KT.CHỦ TỊCH")),
    Break("L39", "không đậm", css=".paper .signature p:not(.signer) { font-weight: normal }"),
    Break(
        "L40",
        "có học vị",
        edit=edited(signature=replace(papers.district_document().signature, signer="TS. Lò Văn A")),
    ),
    Break("L40", "cỡ 12", layout=laid_out(signer_pt=12)),
    Break(
        "BESIDE",
        "thấp hơn",
        siblings.minutes,
        css=".paper .closing > div { vertical-align: top } .paper .first { padding-top: 6pt }",
    ),
    Break("BESIDE", "chữ thường", siblings.minutes, words=("THƯ KÝ", "Thư ký")),
    Break("L41", "đứng", css=".paper .label { font-style: normal }"),
    Break(
        "L41",
        "thấp hơn",
        css=".paper .closing > div { vertical-align: top } .paper .signature { padding-top: 6pt }",
    ),
    Break("L41", "không sát lề", css=".paper .label { padding-left: 5pt }"),
    Break("L42", "Lưu VT", words=("Lưu: VT", "Lưu VT")),
    Break("L42", "thiếu dấu", words=("Sở LĐTB&amp;XH tỉnh (b/c);", "Sở LĐTB&amp;XH tỉnh (b/c)")),
    Break("L42", "cỡ 12", layout=laid_out(recipients_pt=12)),
    Break(
        "L43",
        "có trong kế hoạch",
        words=('<div class="text">', '<p class="addressee">Kính gửi: Sở Y tế</p><div class="text">'),
    ),
    Break(
        "L43", "gạch không thẳng", papers.official_letter, css=".paper .addressees p { padding-left: 8pt }"
    ),
    Break("L43", "thiếu dấu", papers.official_letter, words=("Công an tỉnh;", "Công an tỉnh")),
    Break("L43", "khác dòng", papers.short_letter, words=("Kính gửi: ", "Kính gửi:<br>")),
    Break("L49", "cỡ 16", papers.with_annexes, layout=laid_out(annex_label_pt=16)),
    Break("L49", "số Ả Rập", papers.with_annexes, words=("Phụ lục II<", "Phụ lục I<")),
    Break(
        "ENCLOSED",
        "có số",
        siblings.decision_with_a_text,
        words=(
            '\n<p class="annex-title">',
            '<p style="text-align: center">Số: 05</p>\n<p class="annex-title">',
        ),
    ),
    Break("L50", "không đậm", papers.with_annexes, css=".paper .annex-title { font-weight: normal }"),
    Break("L51", "đứng", papers.with_annexes, css=".paper .annex-reference { font-style: normal }"),
    Break(
        "L52", "đánh số liền", papers.with_annexes, css="@page :nth(1 of annex-odd) { counter-reset: page 7 }"
    ),
    Break("L53", "thiếu", words=("./.", ".")),
    Break("L53", "hai lần", words=("./.", "././.")),
    Break("L53", "phụ lục thiếu", papers.with_annexes, words=('<p class="end">./.</p>', "")),
    Break("SIGN", "8 mm", layout=laid_out(signing_room_mm=8)),
    Break(
        "HELD",
        "ngắt trang trước chữ ký",
        css=".paper .closing { break-before: page } .paper .text .leads { break-after: auto }",
    ),
    Break("KEEP", "ngắt trang sau đề mục", css=".paper .text > .part:nth-of-type(4) { break-after: page }"),
    Break(
        "DRAFT", "thiếu", papers.commune_draft, words=('<div class="draft"><span>DỰ THẢO</span></div>', "")
    ),
    Break("DRAFT", "thừa", words=("05/KH-UBND</p>", "05/KH-UBND</p><p>DỰ THẢO</p>")),
    Break("CLEAR", "dòng đè nhau", css=".paper .title { line-height: 0.6 }"),
    Break("TEXT", "mất một đoạn", words=(papers.SHORT, "")),
    Break("TABLE", "cột không lặp tên", papers.with_annexes, css=".paper thead { display: table-row-group }"),
    Break("TABLE", "mất chữ", papers.with_annexes, words=("trên 45%", "")),
    Break("COLUMN", "chữ sát cột", papers.narrow_columns, css=".paper .grid td { padding: 2.5pt 1pt }"),
    Break("CELL", "từ ghép bị ngắt", papers.narrow_columns, unbinds=r"<td.*?</td>"),
    Break("CLOSED", "hàng hở", papers.narrow_columns, css=".paper .grid .tall > * { border-bottom: hidden }"),
    Break("NEXT", "cách xa", papers.many_recipients, css=".paper .more { margin-top: 10pt }"),
    Break("NEXT", "một tiếng cuối", papers.narrow_columns, unbinds=r"từng.kỳ"),
    Break(
        "TORN",
        "ngắt trong đơn vị",
        edit=with_first(" ".join(f"{n} % của khoản {n}" for n in range(100, 160))),
        unbinds=r"\d.%|khoản.\d",
    ),
    Break(
        "LAST", "một tiếng cuối", edit=with_first(f"{'Một hai ba bốn. ' * 4}Trẻ em hoặc"), unbinds=r"em.hoặc"
    ),
    Break("EDGE", "quá lề", css=".paper .text > .citation { margin-right: -1pt }"),
    Break("RIVER", "giãn chữ", css=".paper .text .prose { word-spacing: 12pt }"),
    Break(
        "APART",
        "sát nhau",
        css=".paper .number { letter-spacing: .85pt }",
        edit=edited(
            symbol="KH-UBND-HĐND-MTTQ", place_and_date="Thị trấn Điện Biên, ngày 29 tháng 12 năm 2023"
        ),
    ),
]


@pytest.mark.parametrize("broken", BREAKS, ids=str)
def test_a_rule_broken_on_purpose_is_noticed_and_no_other(broken):
    paper = broken.paper()
    if broken.edit:
        paper = broken.edit(paper)
    html = unstyled(paper)
    if broken.unbinds:
        html = re.sub(broken.unbinds, lambda found: unbound(found[0]), html)
    if broken.words:
        this, that = broken.words if broken.words[0] in html else map(bind, broken.words)
        assert this in html
        html = html.replace(this, that)
    breaches = check(Press(_style(broken.layout) + broken.css).print(html), paper)
    assert {breach.rule for breach in breaches} == {broken.rule}, "\n".join(map(str, breaches))


def test_every_rule_has_been_broken():
    assert {rule.id for rule in RULES} == {broken.rule for broken in BREAKS}


def _style(layout: Layout) -> str:
    return page_rules(layout) + properties(layout) + _paper_css()


@cache
def _paper_css() -> str:
    return Path(find("css/paper.css")).read_text(encoding="utf-8")
