"""What the office exports and reads back is the same plan: through Word whole, through PDF its head and targets."""

import string
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from childlabour.core.vietnamese import search_key
from plans.content.asking import content_of
from plans.content.words import words_of_content
from plans.law.blocks import BlockType
from plans.models import Document
from plans.paper.compose import paper_of
from plans.paper.document import Letterhead, Paper, Recipients, SignatureBlock
from plans.paper.docx import to_docx
from plans.paper.pdf import to_pdf
from plans.reading import read
from plans.reading.blocks.making import content_read
from plans.reading.review.saving import save
from targets.models import Target
from tests.content.writing import clause, paragraph, part

from .corpus.as_word import word
from .corpus.communes import AFTER_REFORM, LONG_ROAD, NESTED
from .corpus.upper import DISTRICT, PROVINCE

PLANS = (LONG_ROAD, AFTER_REFORM, NESTED, DISTRICT, PROVINCE)


def same(one: str, other: str) -> bool:
    return search_key(one) == search_key(other)


def stored_targets(document: Document) -> list[tuple]:
    rows = Target.objects.filter(block__document=document, value__isnull=False).order_by(
        "block__place", "order"
    )
    return [(row.comparator, row.value.normalize(), row.unit) for row in rows]


def read_targets(draft) -> list[tuple]:
    return [
        (target.statement.comparator, target.statement.value.normalize(), target.statement.unit)
        for target in draft.targets
        if target.statement.value is not None
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("source", PLANS, ids=lambda paper: paper.name)
@pytest.mark.parametrize("export", [to_docx, to_pdf], ids=["word", "pdf"])
def test_an_exported_plan_is_read_back(office, source, export):
    document = save(read(word(source)), office.lan, office.committee)
    back = read(export(paper_of(document)), "a")
    assert same(back.title, document.title)
    assert same(back.issuer, office.committee.name)
    assert back.symbol == document.written_symbol
    assert back.date == document.issued_on
    assert back.signer.name == document.signer
    assert "\n".join(back.signer.lines) == document.signature_lines
    assert [search_key(text) for text in back.recipients] == [
        search_key(r.text) for r in document.recipients.all()
    ]
    assert read_targets(back) == stored_targets(document)
    assert list(words_of_content(content_read(back))) == list(words_of_content(content_of(document)))
    assert list(back.units) == list(read(word(source)).units)


SYLLABLES = """
trẻ em lao động gia đình nhà trường cộng đồng hỗ trợ can thiệp tuyên truyền vận động kiểm tra giám sát thôn bản
phường xã sinh kế học nghề tháng hè buổi lớp phối hợp tổ chức ở tại cho và với của
"""
WORDS = st.sampled_from(SYLLABLES.split())
PHRASES = st.lists(WORDS, min_size=3, max_size=14).map(" ".join)
SENTENCES = PHRASES.map(lambda text: f"{text.capitalize()}.")
GIVEN = ("Lò", "Vàng", "Nguyễn", "Thị", "Văn", "Hương", "Quý", "Đạt", "Ánh", "Ước")
NAMES = st.lists(st.sampled_from(GIVEN), min_size=2, max_size=4)


@st.composite
def papers(draw) -> Paper:
    """Any plan an office might write with our editor: headed parts with clauses, dashes and plain paragraphs."""
    blocks = [paragraph(f"{draw(PHRASES).capitalize()} xây dựng Kế hoạch như sau:", level=1)]
    headings = draw(
        st.permutations(["MỤC ĐÍCH, YÊU CẦU", "PHẠM VI", "THỜI GIAN", "NHIỆM VỤ", "KINH PHÍ"]).map(
            lambda x: x[:3]
        )
    )
    for number, heading in zip(("I", "II", "III"), headings, strict=True):
        blocks.append(part(f"{number}.", heading))
        for place in range(1, draw(st.integers(1, 3)) + 1):
            blocks.append(clause(f"{place}.", draw(PHRASES).capitalize()))
            markers = draw(st.lists(st.sampled_from(["-", "+", ""]), min_size=1, max_size=3))
            blocks.extend(paragraph(draw(SENTENCES), marker) for marker in markers)
    return Paper(
        kind="KH",
        type_name="Kế hoạch",
        letterhead=Letterhead(("Ủy ban nhân dân", f"xã {draw(NAMES)[0]} {draw(NAMES)[1]}")),
        number=draw(st.integers(1, 900).map(lambda n: f"{n:02}")),
        symbol="KH-UBND",
        place_and_date="Tân Lập, ngày 05 tháng 3 năm 2024",
        title=f"Phòng ngừa lao động trẻ em {draw(PHRASES)} năm 2024",
        blocks=tuple(blocks),
        citations=("Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016",),
        recipients=Recipients((f"Phòng {draw(PHRASES)}", "Lưu: VT")),
        signature=SignatureBlock(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), " ".join(draw(NAMES))),
    )


@given(papers())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_plan_in_word_comes_back_sentence_by_sentence(paper: Paper):
    back = read(to_docx(paper))
    assert back.number == paper.number
    assert same(back.title, paper.title)
    assert back.recipients == paper.recipients.lines
    assert (back.signer.lines, back.signer.name) == (paper.signature.lines, paper.signature.signer)
    assert [act.text for act in back.citations if act.is_basis] == list(paper.citations)
    parts = [block.text for block in paper.blocks if block.type == BlockType.PART]
    assert [section.heading for section in back.sections] == parts
    written = [block.text for block in paper.blocks if block.type != BlockType.PART]
    texts = [*back.preamble, *(back.passages[p].text for section in back.sections for p in section.passages)]
    texts[-1] = texts[-1].replace("./.", ".")  # the end mark of the body (Mẫu 1.4)
    assert texts == written
    marks = [block.marker for block in paper.blocks if block.type == BlockType.PARAGRAPH][1:]
    read_marks = [
        back.passages[p].mark
        for section in back.sections
        for p in section.passages
        if back.passages[p].mark.rstrip(".") not in string.digits[1:] or not back.passages[p].mark
    ]
    assert read_marks == marks


GROUPS = {
    "MT1": "Mục tiêu 1: Phòng ngừa, phát hiện, hỗ trợ, can thiệp lao động trẻ em",
    "MT2": "Mục tiêu 2: Truyền thông về phòng ngừa, giảm thiểu lao động trẻ em",
    "MT3": "Mục tiêu 3: Đào tạo, tập huấn cho cán bộ, công chức",
    "DH2030": "Định hướng đến năm 2030",
}
COMPARED = {"": "=", "trên ": ">", "ít nhất ": ">=", "tối thiểu ": ">=", "dưới ": "<", "không quá ": "<="}
PEOPLE = ("trẻ em có nguy cơ", "cha mẹ, người chăm sóc trẻ", "cán bộ, giáo viên", "hộ gia đình ở làng nghề")
OUTCOMES = (
    "được hỗ trợ kịp thời",
    "được cung cấp kiến thức",
    "được tập huấn",
    "ký cam kết",
    "được quản lý, theo dõi",
)
UNITS = (
    "Công chức Văn hóa - Xã hội",
    "Phòng Giáo dục và Đào tạo",
    "Công an xã",
    "Trạm Y tế xã",
    "Đề nghị Ủy ban MTTQ Việt Nam xã và các đoàn thể",
    "Các trường học trên địa bàn",
    "Trưởng các thôn",
    "Hội Liên hiệp Phụ nữ xã",
    "Trung tâm Văn hóa, Thể thao và Truyền thông",
    "Ủy ban nhân dân các xã, thị trấn",
)
VERBS = ("Tổ chức", "Chủ trì", "Phối hợp", "Rà soát", "Tuyên truyền", "Vận động", "Báo cáo")


@st.composite
def goals(draw) -> tuple[str, str, Decimal]:
    """(sentence, comparator, value): "Ít nhất 62,5% hộ gia đình ký cam kết."."""
    word_before = draw(st.sampled_from(sorted(COMPARED)))
    value = Decimal(draw(st.integers(1, 1000))) / 10
    figure = format(value.normalize(), "f").replace(".", ",")
    text = f"{word_before}{figure}% {draw(st.sampled_from(PEOPLE))} {draw(st.sampled_from(OUTCOMES))}."
    return text[0].upper() + text[1:], COMPARED[word_before], value


DUTIES = st.tuples(st.sampled_from(VERBS), PHRASES).map(lambda said: f"{said[0]} {said[1]}.")
RECIPIENTS = st.lists(PHRASES.map(lambda text: f"Ban {text}"), min_size=1, max_size=6)
SIGNATURES = st.sampled_from(
    [
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("Q. CHỦ TỊCH",),
        ("TL. CHỦ TỊCH", "TRƯỞNG PHÒNG"),
        ("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        ("GIÁM ĐỐC",),
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    ]
)


@st.composite
def promising(draw) -> tuple[Paper, list, list]:
    """A plan with what it promises [(group, comparator, value)] and who does what [(unit, duties)]."""
    blocks = [paragraph("Xây dựng Kế hoạch như sau:", level=1), part("I.", "MỤC TIÊU")]
    promised = []
    groups = [code for code in GROUPS if draw(st.booleans())] or ["MT1"]
    for number, code in enumerate(groups, 1):
        blocks.append(clause(f"{number}.", GROUPS[code]))
        for sentence, comparator, value in draw(st.lists(goals(), min_size=1, max_size=4)):
            blocks.append(paragraph(sentence, "-"))
            promised.append((code, comparator, value))
    blocks.append(part("II.", "TỔ CHỨC THỰC HIỆN"))
    duties = []
    for number, unit in enumerate(draw(st.permutations(UNITS))[: draw(st.integers(1, 6))], 1):
        said = draw(st.lists(DUTIES, min_size=1, max_size=3))
        blocks.append(clause(f"{number}.", unit))
        blocks.extend(paragraph(text, "-") for text in said)
        duties.append((unit, said))
    paper = replace(
        draw(papers()),
        blocks=tuple(blocks),
        recipients=Recipients((*draw(RECIPIENTS), "Lưu: VT")),
        signature=SignatureBlock(draw(SIGNATURES), " ".join(draw(NAMES))),
    )
    return paper, promised, duties


@given(promising())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_plan_in_word_comes_back_with_its_targets_and_its_duties(written):
    paper, promised, duties = written
    back = read(to_docx(paper))
    said = [
        (target.group, target.statement.comparator, target.statement.value, target.statement.unit)
        for target in back.targets
    ]
    assert said == [(*goal, "%") for goal in promised]
    assert list(back.units) == [unit for unit, _ in duties]
    for unit, texts in duties:
        found = "\n".join(task.text for task in back.tasks if task.unit == unit).replace("./.", ".")
        assert [line.lstrip("- ") for line in found.splitlines()] == texts
    assert back.recipients == paper.recipients.lines
    assert (back.signer.lines, back.signer.name) == (paper.signature.lines, paper.signature.signer)
