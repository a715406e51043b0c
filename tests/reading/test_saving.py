"""What was read becomes a draft of the office in one act, and prints the same words."""

import pytest

from childlabour.core.errors import Refusal
from plans.models import Document, Purpose, Section, Task
from plans.paper.compose import paper_of
from plans.paper.document import Heading, Paragraph, Table
from plans.reading import read
from plans.reading.parts.draft import PassageRole
from plans.reading.review.saving import save
from plans.reading.text.words import words_of
from targets.models import Programme, Target
from targets.statements import drift

from .corpus.as_word import word
from .corpus.communes import AFTER_REFORM, COMMUNES, LONG_ROAD, NO_FIGURES
from .corpus.others import OTHERS
from .corpus.upper import DISTRICT, UPPER
from .measuring import lost_words

pytestmark = pytest.mark.django_db


def printed_words(document: Document) -> list[str]:
    paper = paper_of(document)
    parts = [paper.title, *paper.citations, *paper.addressees, paper.place_and_date, paper.symbol]
    for block in paper.blocks:
        if isinstance(block, Heading):
            parts.append(block.text)
        elif isinstance(block, Paragraph):
            parts.append(f"{block.marker} {block.text}")
        elif isinstance(block, Table):
            parts += [cell for row in block.rows for cell in row]
    parts += [*paper.recipients.lines, *paper.signature.lines, paper.signature.signer]
    return words_of(" ".join(parts).lower())


@pytest.mark.parametrize("source", [*COMMUNES, *UPPER], ids=lambda paper: paper.name)
def test_no_word_of_the_body_is_lost_on_the_way_to_the_paper(office, source):
    draft = read(word(source))
    document = save(draft, office.lan, office.committee)
    body = [
        passage.text
        for passage, role in zip(draft.passages, draft.roles, strict=True)
        if role
        in (
            PassageRole.TITLE,
            PassageRole.CITATION,
            PassageRole.PREAMBLE,
            PassageRole.HEADING,
            PassageRole.TEXT,
            PassageRole.CLOSING,
        )
        and not (passage.table > 0 and role is PassageRole.TEXT)
    ]
    assert lost_words(printed_words(document), words_of(" ".join(body).lower())) in (
        [],
        ["v"],
        ["và"],
    )  # "V/v"; "A và B" parted in two


def test_a_plan_of_a_district_is_stored_with_all_its_parts(office):
    document = save(read(word(DISTRICT)), office.lan, office.committee)
    assert document.title == DISTRICT.title
    assert (document.period_from, document.period_to, document.orientation_year) == (2022, 2025, 2030)
    assert document.number is None, "a draft has no number"
    assert "54/KH-UBND" in document.source_note
    assert document.programme == office.programme
    assert [citation.act_number for citation in document.citations.all()] == list(DISTRICT.basis_numbers)
    assert document.recipients.last().purpose == Purpose.FILE
    assert document.signer == DISTRICT.signer
    assert Section.objects.filter(document=document).exclude(heading="").count() == 5
    targets = Target.objects.filter(section__document=document).order_by("section__order", "order")
    codes = [target.group.code for target in targets if target.group]
    assert codes == sorted(codes, key=["MT1", "MT2", "MT3", "DH2030"].index)
    labels = [
        task.units_as_printed
        for task in Task.objects.filter(section__document=document)
        if task.units_as_printed
    ]
    assert list(dict.fromkeys(labels)) == list(DISTRICT.units)


ON_CHILD_LABOUR = "KẾ HOẠCH\nPhòng ngừa, giảm thiểu lao động trẻ em năm 2023\n"
ON_CHILDREN = "KẾ HOẠCH\nChăm sóc, bảo vệ trẻ em năm 2023\n"


@pytest.mark.parametrize(
    ("title", "ground", "decided_by"),
    [
        (ON_CHILD_LABOUR, "", "782"),
        (ON_CHILDREN, "", ""),
        (ON_CHILDREN, "Căn cứ Quyết định số 782/QĐ-TTg ngày 27/5/2021 của Thủ tướng Chính phủ;\n", "782"),
        (ON_CHILDREN, "Căn cứ Quyết định số 78/QĐ-TTg ngày 27/5/2021 của Thủ tướng Chính phủ;\n", ""),
        (ON_CHILDREN, "Căn cứ Quyết định số 782/QĐ-TTg ngày 16/6/2010 của Thủ tướng Chính phủ;\n", ""),
        (ON_CHILD_LABOUR, "Căn cứ Quyết định số 1591/QĐ-TTg ngày 30/12/2023;\n", "1591"),
    ],
    ids=[
        "by its subject",
        "no word of it",
        "by the act it names",
        "part of a number",
        "another year",
        "another",
    ],
)
def test_a_plan_belongs_to_the_programme_that_it_names_or_is_about(office, title, ground, decided_by):
    Programme.objects.create(
        code="children",
        name="Chương trình chăm sóc trẻ em",
        decision="Quyết định số 1591/QĐ-TTg ngày 30/12/2023",
        period_from=2023,
        period_to=2030,
    )
    text = f"{title}{ground}I. MỤC ĐÍCH\nNâng cao nhận thức của cộng đồng về quyền trẻ em.\n"
    document = save(read(text.encode(), "a.txt"), office.lan, office.committee)
    said = document.programme.decision if document.programme else ""
    assert decided_by in said and bool(decided_by) == bool(said)


def test_a_table_of_targets_is_printed_once_as_targets_and_kept_in_the_note(office):
    ward = next(other for other in OTHERS if other.name == "phuong-ha-khau")
    document = save(read(ward.data, "a.txt"), office.lan, office.committee)
    targets = Target.objects.filter(section__document=document).order_by("section__order", "order")
    assert [(t.comparator, int(t.value), t.horizon) for t in targets] == [
        ("=", 90, 2025),
        ("=", 100, 2030),
        (">=", 70, 2025),
        (">=", 90, 2030),
        ("<", 2, 2025),
        ("<", 1, 2030),
    ]
    assert targets[2].sentence == (
        "Tỷ lệ cha mẹ, người chăm sóc trẻ được truyền thông ít nhất 70% vào năm 2025"
    )
    bodies = "\n".join(document.sections.values_list("body", flat=True))
    assert "cha mẹ, người chăm sóc trẻ" not in bodies, "not once more as prose"
    assert "2 | Tỷ lệ cha mẹ, người chăm sóc trẻ được truyền thông | % | ≥ 70 | ≥ 90" in document.source_note
    assert "TT | Chỉ tiêu | Đơn vị tính | Năm 2025 | Năm 2030" in document.source_note
    assert all(drift(t.sentence, t.statement) == () for t in targets)


def test_a_unit_known_here_gets_its_task(office):
    document = save(read(word(LONG_ROAD)), office.pao, office.people_of_tan_thanh)
    assert Task.objects.filter(section__document=document, units_as_printed="Công an xã").exists()


def test_who_may_not_write_for_a_unit_may_not_read_a_file_into_it(office):
    with pytest.raises(Refusal):
        save(read(word(NO_FIGURES)), office.mai, office.committee)
    assert not Document.objects.filter(title=NO_FIGURES.title).exists()


def test_the_orientation_of_a_plan_is_kept_apart_from_its_years(office):
    document = save(read(word(AFTER_REFORM)), office.lan, office.committee)
    assert (document.period_from, document.period_to, document.orientation_year) == (2025, 2025, 2030)
