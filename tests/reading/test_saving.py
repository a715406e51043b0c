"""What was read becomes a draft of the office in one act, and says the same words."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from childlabour.core.errors import Refusal
from plans.content.asking import content_of
from plans.content.values import extents, span_of
from plans.content.words import words_of_content
from plans.law.blocks import BlockType
from plans.models import AssignmentRole, Document, Purpose, Task
from plans.reading import read
from plans.reading.blocks.making import content_read
from plans.reading.review.saving import save
from targets.models import Programme, Target
from targets.statements import drift

from .corpus.as_word import word
from .corpus.communes import AFTER_REFORM, COMMUNES, LONG_ROAD, NO_FIGURES
from .corpus.facts import clause, part, point
from .corpus.lines import TASK_TABLE, plan
from .corpus.others import OTHERS
from .corpus.upper import DISTRICT, UPPER

pytestmark = pytest.mark.django_db


def targets_of(document: Document):
    return Target.objects.filter(block__document=document).order_by("block__place", "order")


@pytest.mark.parametrize("source", [*COMMUNES, *UPPER], ids=lambda paper: paper.name)
def test_the_draft_says_the_words_of_the_file_and_carries_its_marks(office, source):
    draft = read(word(source))
    document = save(draft, office.lan, office.committee)
    read_as, kept = content_read(draft), content_of(Document.objects.get(pk=document.pk))
    assert list(words_of_content(kept)) == list(words_of_content(read_as))
    assert [mark.sentence for _, mark in kept.targets] == [mark.sentence for _, mark in read_as.targets]
    assert [block.key for block, _ in kept.tasks] == [block.key for block, _ in read_as.tasks]
    assert all(span_of(block, mark.id) for block, mark in kept.targets), "every mark lies on words"


@pytest.mark.parametrize("source", [*COMMUNES, *UPPER], ids=lambda paper: paper.name)
def test_a_plan_of_no_programme_here_is_laid_with_its_targets_in_no_group(office, source):
    """The reader knows "Mục tiêu 1" of any programme; an office may have none of them, on its first day for one."""
    Document.objects.all().delete()
    Programme.objects.all().delete()
    draft = read(word(source))
    document = save(draft, office.lan, office.committee)
    kept = content_of(Document.objects.get(pk=document.pk))
    assert [mark.sentence for _, mark in kept.targets] == [m.sentence for _, m in content_read(draft).targets]
    assert {mark.group for _, mark in kept.targets} <= {""}


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
    assert document.blocks.filter(type=BlockType.PART).count() == 5
    codes = [target.group.code for target in targets_of(document) if target.group]
    assert codes == sorted(codes, key=["MT1", "MT2", "MT3", "DH2030"].index)
    charged = [block.charge.units_said for block in content_of(document).blocks if block.charge]
    assert charged == list(DISTRICT.units)


def test_a_long_file_is_laid_with_as_many_queries_as_a_short_one(office):
    spent = []
    for duties in (3, 3, 60):  # the first also learns where the officer serves
        rows = [point("-", f"Việc {n}, phấn đấu {n + 1}% số thôn tham gia.") for n in range(duties)]
        draft = read(word(plan(part("I.", "TỔ CHỨC"), clause("1.", "Công an huyện Hữu Lũng"), *rows)))
        with CaptureQueriesContext(connection) as queries:
            save(draft, office.lan, office.committee)
        spent.append(len(queries))
    in_pieces = 2 if connection.vendor == "sqlite" else 0  # 999 values a query: targets and their words
    assert spent[1] <= spent[2] <= spent[1] + in_pieces, spent


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


def test_a_table_of_targets_is_printed_as_it_stood_and_its_rows_promise(office):
    ward = next(other for other in OTHERS if other.name == "phuong-ha-khau")
    document = save(read(ward.data, "a.txt"), office.lan, office.committee)
    targets = targets_of(document)
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
    rows = [block.text for block in content_of(document).blocks if block.type == BlockType.ROW]
    assert rows[0] == "TT | Chỉ tiêu | Đơn vị tính | Năm 2025 | Năm 2030"
    assert "2 | Tỷ lệ cha mẹ, người chăm sóc trẻ được truyền thông | % | ≥ 70 | ≥ 90" in rows
    assert all(drift(t.sentence, t.statement) == () for t in targets)


def test_a_unit_named_by_a_heading_has_the_duties_below_it(office):
    body = (
        part("I.", "TỔ CHỨC THỰC HIỆN"),
        clause("1.", "Công an huyện Hữu Lũng"),
        point("a)", "Kiểm tra các cơ sở sử dụng lao động."),
        point("b)", "Giao Ủy ban Mặt trận Tổ quốc Việt Nam huyện chủ trì vận động hội viên."),
    )
    document = save(read(word(plan(*body))), office.lan, office.committee)
    own, handed = Task.objects.filter(block__document=document).order_by("block__place")
    assert [(a.unit, a.role, a.is_inherited) for a in own.assignments.all()] == [
        (office.police, AssignmentRole.LEAD, True)
    ]
    assert [(a.unit, a.is_inherited) for a in handed.assignments.all()] == [(office.front, False)]
    content = content_of(document)
    heading = next(place for place, block in enumerate(content.blocks) if block.charge)
    assert content.blocks[heading].charge.units == (office.police.pk,)
    assert extents(content.blocks)[heading].end == heading + 3


def test_a_table_of_tasks_gives_each_row_to_its_units_with_its_time(office):
    document = save(
        read(word(plan(part("I.", "NHIỆM VỤ"), TASK_TABLE))), office.pao, office.people_of_tan_thanh
    )
    told = [
        (task.units_said, task.due_text, str(task.due_on))
        for task in Task.objects.filter(block__document=document).order_by("block__place")
    ]
    assert told == [("Phòng VH-XH", "Quý II/2026", "2026-06-30"), ("Công an xã", "10/2026", "2026-10-31")]


def test_who_may_not_write_for_a_unit_may_not_read_a_file_into_it(office):
    with pytest.raises(Refusal):
        save(read(word(NO_FIGURES)), office.mai, office.committee)
    assert not Document.objects.filter(title=NO_FIGURES.title).exists()


def test_the_orientation_of_a_plan_is_kept_apart_from_its_years(office):
    document = save(read(word(AFTER_REFORM)), office.lan, office.committee)
    assert (document.period_from, document.period_to, document.orientation_year) == (2025, 2025, 2030)


# ── read_plan FILE --save ────────────────────────────────────────────────────────────────────────


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(word(LONG_ROAD))
    return path


def said_by(capsys, *arguments) -> str:
    call_command("read_plan", *map(str, arguments))
    return capsys.readouterr().out.strip()


def test_a_script_saves_what_was_read_and_gets_its_number(office, file, capsys):
    said = said_by(capsys, file, "--save", "--officer", "lan", "--json")
    document = Document.objects.get(title=LONG_ROAD.title)
    assert said == f'{{"id": {document.pk}}}'
    assert document.unit == office.committee, "the unit that the officer drafts for"
    assert targets_of(document).count() == 3


def test_a_script_may_name_the_unit(office, file, capsys):
    unit = office.people_of_tan_thanh
    said = said_by(capsys, file, "--save", "--officer", "pao", "--unit", unit.pk)
    document = Document.objects.get(title=LONG_ROAD.title)
    assert (document.unit, str(document.pk) in said) == (unit, True)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--save",), "Thêm: --officer"),
        (("--officer", "lan"), "Thêm: --save"),
        (("--save", "--officer", "ai-do"), "Không có cán bộ nào"),
        (("--save", "--officer", "hung"), "không soạn thảo cho cơ quan nào"),
        (("--save", "--officer", "lan", "--unit", "999999"), "mang mã “999999”"),
        (("--save", "--officer", "lan", "--unit", "x"), "mang mã “x”"),
    ],
)
def test_a_script_that_may_not_save_is_told_why_and_nothing_is_kept(office, file, arguments, why):
    with pytest.raises(CommandError, match=why):
        call_command("read_plan", str(file), *arguments)
    assert not Document.objects.filter(title=LONG_ROAD.title).exists()
