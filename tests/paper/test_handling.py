"""Urgency, scope of circulation, who wrote it and where to reach the office: ô số 10b, 11, 12 and 13."""

import io
import json
from dataclasses import replace

import pdfplumber
import pytest
from django.core.management import call_command
from django.urls import reverse
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator
from pdfminer.pdftypes import resolve1

from childlabour.core.errors import Refusal
from plans.content.asking import content_of
from plans.content.laying import lay
from plans.content.shapes import content_as_data, content_from
from plans.content.typed import MisshapenError
from plans.content.values import Ground, Handling
from plans.models import Document
from plans.paper.compose import paper_of
from plans.paper.docx import to_docx
from plans.paper.frozen import from_data, to_data
from plans.paper.html import to_html
from plans.paper.pdf import to_pdf
from plans.paper.text import to_text
from plans.reading import Unreadable, read_pasted
from tests.cast import a_plan
from tests.content.writing import paragraph
from tests.issuing.way import issued
from tests.paper import papers
from tests.paper.test_docx import opened, styled, words_of

RED = (227 / 255, 0, 27 / 255)
MILLIMETRE = 72 / 25.4
HANDLING = Handling(
    "at_once",
    "within_the_office",
    "PL.(300)",
    ("Địa chỉ: Số 1, đường Chi Lăng, huyện Hữu Lũng", "Điện thoại: 0205 3825 000"),
)


def marked(name: str = "with_annexes", **what):
    return replace(papers.ALL[name](), handling=replace(HANDLING, **what))


def pages_of(pdf: bytes) -> list:
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return [
            (page.extract_text(), page.extract_words(), page.rects, page.lines) for page in document.pages
        ]


def test_every_way_out_says_all_of_it():
    paper = marked()
    for said in (to_text(paper), to_html(paper), words_of(opened(paper)), pages_of(to_pdf(paper))[0][0]):
        assert "HỎA TỐC" in said
        assert "LƯU HÀNH NỘI BỘ" in said
    assert "PL.(300)" in to_text(paper)
    assert "PL.(300)" in words_of(opened(paper))
    assert "Điện thoại: 0205 3825 000" in to_text(paper)
    assert "Điện thoại: 0205 3825 000" in to_html(paper)


@pytest.mark.parametrize(("urgency", "width"), [("urgent", 20), ("very_urgent", 40), ("at_once", 30)])
def test_a_mark_of_urgency_is_a_red_frame_of_the_decrees_size(urgency, width):
    """III.2b: 20, 40 or 30 by 8 mm, bright red."""
    with pdfplumber.open(io.BytesIO(to_pdf(marked(urgency=urgency, circulation="")))) as document:
        page = document.pages[0]
        red = [
            letter for letter in page.chars if letter["non_stroking_color"] == pytest.approx(RED, abs=0.01)
        ]
        frame = [r for r in (*page.rects, *page.lines, *page.curves) if _is_red(r)]
    assert {round(letter["size"]) for letter in red} == {13}
    assert all("Bold" in letter["fontname"] for letter in red)
    left, right = min(r["x0"] for r in frame), max(r["x1"] for r in frame)
    top, bottom = min(r["top"] for r in frame), max(r["bottom"] for r in frame)
    assert (right - left) / MILLIMETRE == pytest.approx(width, abs=0.5)
    assert (bottom - top) / MILLIMETRE == pytest.approx(8, abs=0.5)


def _is_red(shape) -> bool:
    colours = (shape["non_stroking_color"], shape["stroking_color"])
    return any(colour == pytest.approx(RED, abs=0.01) for colour in colours if colour and len(colour) == 3)


def test_the_contact_stands_at_the_foot_of_the_first_page_alone():
    first, *others = pages_of(to_pdf(marked()))
    (place,) = [word for word in first[1] if word["text"] == "0205"]
    assert place["top"] > (297 - 20) * MILLIMETRE
    assert all("0205 3825 000" not in text for text, *_ in others)
    assert len(others) >= 3, "it stands on no annex either"


def test_the_typist_stands_below_the_recipients():
    text = "\n".join(page[0] for page in pages_of(to_pdf(marked("commune_draft"))))
    assert text.index("Lưu: VT, VH") < text.index("PL.(300)")


def test_the_marks_make_no_difference_between_a_draft_and_the_copy_to_sign():
    """They stand on both: pages break at the same words."""
    draft = marked("commune_draft")
    texts = [
        [words for words, *_ in pages_of(to_pdf(replace(draft, draft=is_draft)))]
        for is_draft in (True, False)
    ]
    assert [page.replace("DỰ THẢO", "").split() for page in texts[0]] == [page.split() for page in texts[1]]


def test_word_frames_the_marks_and_has_the_contact_in_the_foot_of_the_first_page(tmp_path):
    word = opened(marked())
    (mark,) = styled(word, "Mức độ khẩn")
    assert {side.get(qn("w:color")) for side in mark._p.pPr.find(qn("w:pBdr"))} == {"E3001B"}
    first, *annexes = word.sections
    assert first.first_page_footer.paragraphs[1].text == "Điện thoại: 0205 3825 000"
    assert [section.first_page_footer.paragraphs[0].text for section in annexes] == ["", ""]
    file = tmp_path / "paper.docx"
    file.write_bytes(to_docx(marked()))
    assert OpenXmlValidator().validate(file).errors == []


def test_a_paper_kept_before_there_were_such_marks_is_still_what_it_was():
    plain = papers.commune_draft()
    assert "handling" not in to_data(plain)
    assert from_data(json.loads(json.dumps(to_data(marked())))).handling == HANDLING
    assert from_data(to_data(plain)).handling == Handling()


@pytest.mark.django_db
class TestOfADocument:
    def test_it_is_written_at_the_desk_and_printed(self, client, office):
        draft = a_plan(office.committee)
        client.force_login(office.lan)
        address = reverse("desk:spot", args=[draft.pk, "identity"])
        form = client.get(address).context["form"]
        typed = {name: value for name, value in form.initial.items() if value is not None}
        said = {
            "urgency": "urgent",
            "circulation": "to_be_returned",
            "typist": "PL.(300)",
            "contact": "Điện thoại: 1",
        }
        answer = client.post(address, typed | said | {"base": form.base})
        assert answer.status_code == 302, answer.content.decode()
        paper = paper_of(Document.objects.get(pk=draft.pk))
        assert paper.handling == Handling("urgent", "to_be_returned", "PL.(300)", ("Điện thoại: 1",))
        assert {"KHẨN", "XEM XONG TRẢ LẠI"} <= set(to_text(paper).splitlines())

    def test_json_out_is_json_in(self, office, tmp_path):
        draft = a_plan(office.committee)
        lay(replace(content_of(draft), handling=HANDLING), draft)
        call_command("export_plan", str(draft.pk), "--format", "json", "--output", str(tmp_path / "out.json"))
        data = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
        assert data["handling"]["urgency"] == "at_once"
        call_command("import_plan", str(tmp_path / "out.json"), "--officer", office.lan.username)
        again = Document.objects.latest("pk")
        assert content_of(again).handling == HANDLING

    @pytest.mark.parametrize(
        "change",
        [
            {"title": "TỐI MẬT"},
            {"citations": (Ground("T Ố I M Ậ T"),)},
            {"title": "Kế hoạch năm 2026 (MẬT)"},
            {"addressees": ("MẬT", "Các xã")},
            {"handling": Handling(typist="TUYỆT MẬT")},
            {"handling": Handling(contact=("Độ mật: Mật",))},
            {"blocks": (paragraph("TUYỆT MẬT", key="secret"),)},
        ],
        ids=["title", "grounds", "in brackets", "addressees", "typist", "contact", "body"],
    )
    def test_a_mark_of_secrecy_is_refused_wherever_it_is_typed(self, office, change):
        draft = a_plan(office.committee)
        with pytest.raises(Refusal, match="không được soạn, đọc vào hoặc lưu trên hệ thống này"):
            lay(replace(content_of(draft), **change), draft)

    def test_five_lines_of_contact_find_no_room(self, office):
        draft = a_plan(office.committee)
        with pytest.raises(Refusal, match="chân trang đủ chỗ cho 4"):
            lay(replace(content_of(draft), handling=Handling(contact=tuple("abcde"))), draft)

    def test_what_was_issued_keeps_its_marks(self, office):
        document = issued(office)
        with pytest.raises(Exception, match="ban hành"):
            Document.objects.filter(pk=document.pk).update(urgency="urgent")


def test_a_file_that_bears_a_mark_of_secrecy_is_not_read():
    text = "ỦY BAN NHÂN DÂN\nXÃ TÂN THÀNH\nSố: 05/KH-UBND\nMẬT\nKẾ HOẠCH\nPhòng, chống lao động trẻ em năm 2026\n"
    with pytest.raises(Unreadable, match="Luật Bảo vệ bí mật nhà nước"):
        read_pasted(text)


def test_no_other_urgency_is_read_from_json():
    data = content_as_data(content_from({"title": "a"}))
    with pytest.raises(MisshapenError):
        content_from(data | {"handling": {"urgency": "very much"}})


def test_what_stands_at_the_foot_is_an_artefact_and_no_head():
    with pdfplumber.open(io.BytesIO(to_pdf(marked()))) as pdf:
        drawn = b"".join(
            stream.get_data() for page in pdf.pages for stream in map(resolve1, page.page_obj.contents)
        )
    assert b"/Pagination" in drawn
    assert b"/Header" not in drawn
