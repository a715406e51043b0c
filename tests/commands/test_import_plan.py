"""`manage.py import_plan`: what was exported is a draft again; what is odd is refused with a sentence."""

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from plans.content.asking import content_of
from plans.content.values import Block, CameFrom, ChargeMark, Content, TaskMark, TextRun
from plans.models import Document, Status
from plans.paper.files import Format, file_of
from targets.models import Target
from tests.cast import a_plan, a_target, an_issued_plan, an_officer, revised
from tests.content.writing import cell, clause, note, paragraph, part, row, table

pytestmark = pytest.mark.django_db


def imported(file: Path, *arguments: str) -> Document:
    out = io.StringIO()
    call_command("import_plan", str(file), "--officer", "lan", "--json", *arguments, stdout=out)
    return Document.objects.get(pk=json.loads(out.getvalue())["id"])


def exported(document: Document) -> dict:
    return json.loads(file_of(document, Format.JSON).content)


@pytest.fixture
def write(tmp_path):
    def written(data) -> Path:
        file = tmp_path / "ke-hoach.json"
        content = data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode()
        file.write_bytes(content)
        return file

    return written


def refusal(file: Path, *arguments: str) -> str:
    with pytest.raises(CommandError) as refused:
        call_command("import_plan", str(file), *arguments, stdout=io.StringIO())
    return str(refused.value)


def unlinked(content: Content) -> Content:
    """What is the same on both sides of an export: ids of other documents are not."""
    return replace(content, blocks=tuple(map(_unlinked, content.blocks)))


def _unlinked(block: Block) -> Block:
    return replace(
        block,
        source=None,
        targets=tuple(replace(mark, upper=None, added_at="") for mark in block.targets),
        task=replace(block.task, added_at="") if block.task else None,
        charge=replace(block.charge, added_at="") if block.charge else None,
    )


# ── There and back ───────────────────────────────────────────────────────────────────────────────


def test_what_was_exported_comes_back_as_a_draft_equal_but_for_its_ids(office, write):
    document = an_issued_plan(office.committee, number=10, frozen=False, targets=3, tasks=4)
    back = imported(write(exported(document)))
    assert (back.status, back.number, back.unit) == (Status.DRAFT, None, office.committee)
    assert "10/KH-UBND" in back.source_note
    assert unlinked(content_of(back)) == unlinked(content_of(document))
    assert back.programme == office.programme
    assert back.versions.count() == 1


def told_of(file: Path) -> tuple[Document, list[str]]:
    """The draft, and what its import says beside it."""
    out, beside = io.StringIO(), io.StringIO()
    arguments = ("--officer", "lan", "--json", "--confirmed")
    call_command("import_plan", str(file), *arguments, stdout=out, stderr=beside)
    return Document.objects.get(pk=json.loads(out.getvalue())["id"]), beside.getvalue().splitlines()


def test_whom_nobody_here_is_called_is_told_and_named_where_he_leads(office, write):
    document = a_plan(office.committee, targets=1, tasks=1)
    mark = TaskMark(
        (office.police.pk, office.front.pk), (office.school.pk,), given=frozenset({"lead", "partners"})
    )
    revised(
        document,
        lambda content: replace(
            content,
            blocks=tuple(
                replace(
                    block,
                    task=mark if block.task else None,
                    targets=tuple(replace(target, responsible=office.front.pk) for target in block.targets),
                )
                for block in content.blocks
            ),
        ),
    )
    data = exported(document)
    for pk in (office.front.pk, office.school.pk):
        data["units"][str(pk)] = f"Cơ quan lạ số {pk}"
    back, told = told_of(write(data))
    (_, task), (_, target) = *content_of(back).tasks, *content_of(back).targets
    assert (task.lead, task.partners, task.given) == ((office.police.pk,), (), {"lead"})
    assert task.units_said == f"{office.police.name}, Cơ quan lạ số {office.front.pk}"
    assert target.responsible is None
    assert [line for line in told if "Không nhận ra đơn vị" in line] == told
    assert len(told) == 2 and all(line.endswith(".") for line in told)


def test_groups_and_indicators_that_are_not_known_here_are_told(office, write):
    data = exported(a_plan(office.committee, targets=2, tasks=0))
    for block in data["blocks"]:
        for target in block.get("targets", ()):
            target |= {"group": "KHONGCO", "indicator": "CSKHONGCO"}
    back, told = told_of(write(data))
    assert [(mark.group, mark.indicator) for _, mark in content_of(back).targets] == [("", "")] * 2
    assert told == [
        "Không nhận ra nhóm mục tiêu “KHONGCO”: chỉ tiêu của nhóm này chưa xếp nhóm.",
        "Không nhận ra chỉ số “CSKHONGCO”: đã bỏ khỏi chỉ tiêu.",
    ]


def test_a_name_means_nobody_of_another_territory(office, write):
    """The forms would not offer him either."""
    document = a_plan(office.committee, targets=0, tasks=1)
    data = exported(document)
    data["units"] = dict.fromkeys(data["units"], office.other_committee.name)
    back, told = told_of(write(data))
    ((_, task),) = content_of(back).tasks
    assert task.lead == () and office.other_committee.name in task.units_said and len(told) == 1


def everything(office) -> tuple[Block, ...]:
    """Every kind of block, look and mark."""
    promise = replace(a_target("t1", group="MT1"), given=frozenset({"horizon"}), responsible=office.police.pk)
    inner = replace(a_target("t2", value=60), weaker_reason="Vùng cao")
    runs = (
        TextRun("Đến cuối kỳ: ", italic=True),
        TextRun("Trên 72% cán bộ", bold=True, marks=("t1",)),
        TextRun(", trên 60% giáo viên", marks=("t1", "t2")),
        TextRun(".", marks=("n1",)),
    )
    task = TaskMark(
        lead=(office.police.pk,),
        partners=(office.front.pk, office.school.pk),
        due=date(2023, 6, 30),
        due_text="Quý II/2023",
        product="Báo cáo",
        given=frozenset({"due"}),
    )
    return (
        part("I.", "MỤC TIÊU", key="a"),
        paragraph(runs, "-", key="b", targets=(promise, inner), source=CameFrom(999, "x")),
        note("(1)", "Theo Luật Trẻ em.", key="n1"),
        table(30, 70, key="t", head_rows=1),
        row("Việc", "Hạn", key="r0"),
        row(cell("Rà soát", "Lập danh sách"), "Quý II/2023", key="r1", task=task),
        clause("1.", "Công an huyện", key="c", charge=ChargeMark((office.police.pk,), "Công an huyện")),
        paragraph("Xử lý vi phạm", "-", key="d", level=3, task=TaskMark(units_said="")),
        paragraph("Các trường học ký cam kết", "-", key="e", task=TaskMark(units_said="Các trường học")),
    )


def test_every_kind_of_block_look_and_mark_comes_back(office, write):
    document = a_plan(office.committee, targets=0, tasks=0)
    revised(document, lambda content: replace(content, blocks=everything(office)))
    back = imported(write(exported(document)))
    assert unlinked(content_of(back)) == unlinked(content_of(document))


def test_ids_of_another_database_are_read_by_their_names_or_not_at_all(office, write):
    document = a_plan(office.committee, targets=1, tasks=2)
    data = exported(document)
    text = json.dumps(data)
    for pk in list(data["units"]):
        data["units"][str(int(pk) + 5000)] = data["units"].pop(pk)
    for block in data["blocks"]:
        if "task" in block:
            block["task"]["lead"] = [pk + 5000 for pk in block["task"]["lead"]]
        for target in block.get("targets", ()):
            target["upper"] = 123456
    assert json.dumps(data) != text
    back = imported(write(data))
    leads = [task.lead for _, task in content_of(back).tasks]
    assert leads == [task.lead for _, task in content_of(document).tasks]
    assert Target.objects.get(block__document=back).upper is None


def test_a_unit_that_nobody_here_is_called_stays_by_its_name(office, write):
    data = exported(a_plan(office.committee, targets=0, tasks=1))
    data["units"] = dict.fromkeys(data["units"], "Chi cục Trẻ em vùng Đông Bắc")
    ((_, task),) = content_of(imported(write(data))).tasks
    assert (task.lead, task.units_said) == ((), "Chi cục Trẻ em vùng Đông Bắc")


def test_it_is_written_for_the_unit_that_is_asked_for(office, write):
    lan = an_officer("hoa", "Bế Thị Hoa", office.people_of_tan_thanh, is_drafter=True)
    file = write(exported(a_plan(office.committee)))
    out = io.StringIO()
    unit = str(office.people_of_tan_thanh.pk)
    call_command("import_plan", str(file), "--officer", lan.username, "--unit", unit, stdout=out)
    assert out.getvalue().startswith("Đã nhập thành dự thảo ")
    assert Document.objects.filter(unit=office.people_of_tan_thanh).count() == 1


# ── The first shape ──────────────────────────────────────────────────────────────────────────────

OF_SECTIONS = {
    "version": 1,
    "kind": "KH",
    "number": "10",
    "symbol": "KH-UBND",
    "issuer": "Ủy ban nhân dân huyện Hữu Lũng",
    "superior": "",
    "place": "Hữu Lũng",
    "date": "2023-05-26",
    "period": {"from": 2023, "to": 2023, "orientation": None},
    "title": "Thực hiện Chương trình năm 2023",
    "addressees": [],
    "citations": [
        {
            "text": "Căn cứ Quyết định số 782/QĐ-TTg ngày 27 tháng 5 năm 2021 của Thủ tướng Chính phủ",
            "type": "Quyết định",
            "number": "782/QĐ-TTg",
            "date": "2021-05-27",
            "issuer": "Thủ tướng Chính phủ",
        }
    ],
    "preamble": "Ủy ban nhân dân huyện ban hành Kế hoạch như sau:",
    "sections": [
        {
            "heading": "Mục đích",
            "kind": "prose",
            "text": "1. Nâng cao nhận thức.",
            "targets": [],
            "tasks": [],
        },
        {
            "heading": "Mục tiêu",
            "kind": "objectives",
            "text": "",
            "targets": [
                {
                    "text": "Trên 72% trẻ em có nguy cơ được hỗ trợ",
                    "comparator": ">",
                    "value": "72",
                    "unit": "%",
                    "population": "trẻ em có nguy cơ",
                    "ages": [6, 15],
                    "condition": "",
                    "outcome": "được hỗ trợ",
                    "direction": "up",
                    "horizon": 2023,
                    "group": "MT1",
                    "responsible": "Công an huyện Hữu Lũng",
                }
            ],
            "tasks": [],
        },
        {
            "heading": "Nhiệm vụ",
            "kind": "tasks",
            "text": "",
            "targets": [],
            "tasks": [
                {
                    "heading": "Rà soát trẻ em",
                    "text": "- Lập danh sách.",
                    "as_printed": "",
                    "lead": ["Công an huyện Hữu Lũng"],
                    "partners": ["Trường Trung học cơ sở xã Tân Thành"],
                    "due": "2023-11-30",
                    "product": "Danh sách",
                }
            ],
        },
        {
            "heading": "Tổ chức thực hiện",
            "kind": "organisation",
            "text": "",
            "targets": [],
            "tasks": [
                {
                    "heading": "",
                    "text": "Xử lý vi phạm.",
                    "as_printed": "Công an huyện",
                    "lead": ["Công an huyện Hữu Lũng"],
                    "partners": [],
                    "due": None,
                    "product": "",
                }
            ],
        },
    ],
    "closing": "Trên đây là Kế hoạch.",
    "recipients": ["UBND tỉnh (để báo cáo)", "Công an huyện", "Lưu: VT"],
    "signer": {"lines": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "name": "Vi Văn Hùng"},
}


def test_a_plan_of_the_first_shape_becomes_blocks_with_what_it_meant(office, write):
    back = imported(write(OF_SECTIONS))
    content = content_of(back)
    assert [block.printed for block in content.blocks] == [
        "Ủy ban nhân dân huyện ban hành Kế hoạch như sau:",
        "I. Mục đích",
        "1. Nâng cao nhận thức.",
        "II. Mục tiêu",
        "1. Phòng ngừa, phát hiện, hỗ trợ, can thiệp lao động trẻ em",
        "- Trên 72% trẻ em có nguy cơ được hỗ trợ.",
        "III. Nhiệm vụ",
        "1. Rà soát trẻ em",
        "- Lập danh sách.",
        "IV. Tổ chức thực hiện",
        "1. Công an huyện",
        "Xử lý vi phạm.",
        "Trên đây là Kế hoạch.",
    ]
    ((_, target),) = content.targets
    assert (target.statement.value, target.statement.age_from, target.statement.wording) == (
        72,
        6,
        "trên",
    )
    assert (target.group, target.responsible) == ("MT1", office.police.pk)
    (_, task), (_, duty) = content.tasks
    assert (task.lead, task.partners) == ((office.police.pk,), (office.school.pk,))
    assert (task.due, task.product) == (date(2023, 11, 30), "Danh sách")
    assert task.given == {"lead", "partners", "due", "product"}
    assert duty.lead == ()
    charges = [block.charge for block in content.blocks if block.charge]
    assert charges == [ChargeMark((office.police.pk,), "Công an huyện")]
    assert [line.purpose for line in content.recipients] == ["report", "act", "file"]
    assert (back.programme, back.issued_on, back.seat) == (office.programme, date(2023, 5, 26), "Hữu Lũng")


# ── What is odd ──────────────────────────────────────────────────────────────────────────────────


def changed(**facts) -> dict:
    return {
        "version": 2,
        "kind": "KH",
        "period": {"from": 2023, "to": 2023, "orientation": None},
        "title": "Kế hoạch",
        "blocks": [],
        **facts,
    }


def of_blocks(*blocks: dict) -> dict:
    return changed(blocks=list(blocks))


def said(key: str = "a", text: str = "Trẻ em", *marks: str, **more) -> dict:
    return {"key": key, "type": "paragraph", "level": 3, "runs": [[text, False, False, list(marks)]], **more}


def a_table(columns: int, rows: int) -> list[dict]:
    cells = [{"paragraphs": [[["x", False, False, []]]]}] * columns
    share = [[max(100 // columns, 1), "left"]] * columns
    return [
        {"key": "t", "type": "table", "level": 3, "columns": share},
        *({"key": f"r{n}", "type": "row", "level": 4, "cells": cells} for n in range(rows)),
    ]


TARGET = {
    "id": "m",
    "sentence": "Trên 72% trẻ em được hỗ trợ",
    "statement": {"comparator": ">", "value": "72"},
}
ODD = {
    "nothing": (b"", "không phải là JSON đọc được"),
    "no JSON": (b"{", "không phải là JSON đọc được (dòng 1, cột 2)"),
    "no UTF-8": (b"\xff\xfe\x00", "không phải là chữ UTF-8"),
    "a list": ([], "phải là một đối tượng"),
    "a version of tomorrow": (changed(version=3), "“version” phải là 1 hoặc 2"),
    "no version": ({"kind": "KH"}, "“version” phải là 1 hoặc 2"),
    "true for a version": (changed(version=True), "“version” phải là 1 hoặc 2"),
    "another kind": (changed(kind="XX"), "“XX” phải là một trong: "),
    "a list for a kind": (changed(kind=["KH"]), "phải là một trong: "),
    "no period": (changed(period=None), "period phải là một đối tượng"),
    "a text for a year": (changed(period={"from": "2023", "to": 2023}), "“2023” phải là số nguyên"),
    "a year far away": (changed(period={"from": 2023, "to": 99999}), "99999"),
    "a period that runs back": (changed(period={"from": 2024, "to": 2023}), ""),
    "a day that is none": (changed(date="2023-02-30"), "phải là ngày viết như"),
    "a title of numbers": (changed(title=5), "“5” phải là chữ"),
    "a title without end": (changed(title="a" * 5_000), "rích yếu"),
    "blocks that are none": (changed(blocks={"a": 1}), "“blocks” phải là một danh sách"),
    "a block that is a text": (of_blocks("Trẻ em"), "đoạn thứ 1: đoạn phải là một đối tượng"),
    "a block without key": (of_blocks({"type": "paragraph", "level": 1}), "đoạn thứ 1"),
    "a block of no type": (
        of_blocks(said(), said("b", type="verse")),
        "đoạn thứ 2: “verse” phải là một trong",
    ),
    "a level like 1e9": (of_blocks(said(level=10**9)), "Bậc 1000000000"),
    "a level below all": (of_blocks(said(level=-1)), "Bậc -1"),
    "a level without end": (of_blocks(said(level=10**40)), "phải là số nguyên"),
    "runs that are none": (of_blocks(said(runs="Trẻ em")), "mỗi phần tử là [chữ, đậm, nghiêng, [dấu]]"),
    "what no block has": (of_blocks(said(verse="?")), "đoạn không có trường “verse”"),
    "a table in a cell": (
        of_blocks({"key": "r", "type": "row", "level": 4, "cells": [{"paragraphs": [], "table": {}}]}),
        "ô không có trường “table”",
    ),
    "a table in a table": (
        of_blocks(*a_table(2, 1), {**a_table(2, 0)[0], "key": "t2", "level": 4}),
        "Bảng nằm trong bảng khác",
    ),
    "one block too many": (of_blocks(*(said(f"k{n}") for n in range(2_501))), "2501 đoạn, quá 2500"),
    "a table of 2,000 rows": (of_blocks(*a_table(2, 2_000)), "Bảng quá 500 hàng"),
    "a table of 40 columns": (of_blocks(*a_table(40, 1)), "Bảng có 40 cột"),
    "a cell wider than all": (
        of_blocks(
            *a_table(2, 0),
            {"key": "r", "type": "row", "level": 4, "cells": [{"paragraphs": [], "across": 0}]},
        ),
        "phải rộng và cao ít nhất 1",
    ),
    "a row without table": (of_blocks(*a_table(2, 1)[1:]), "không nằm trong bảng nào"),
    "a mark outside its block": (of_blocks(said(), said("b", "Trẻ em", "m")), "không thuộc đoạn này"),
    "a target on no words": (of_blocks(said(targets=[TARGET])), "không nằm trên chữ nào"),
    "two identical spans": (
        of_blocks(said("a", "Trẻ em", "m", "n", targets=[TARGET, TARGET | {"id": "n"}])),
        "Hai chỉ tiêu đánh dấu cùng chữ",
    ),
    "a key twice": (of_blocks(said(), said()), "Hai đoạn trùng khóa “a”"),
    "a field twice": (b'{"version": 2, "version": 1}', "“version” ghi hai lần"),
    "no number": (b'{"version": 2, "a": NaN}', "“NaN” không phải là số"),
    "a value that is no number": (
        of_blocks(said("a", "x", "m", targets=[TARGET | {"statement": {"value": "NaN"}}])),
        "phải là số viết trong ngoặc kép",
    ),
    "a number for a decimal": (
        of_blocks(said("a", "x", "m", targets=[TARGET | {"statement": {"value": 72}}])),
        "phải là số viết trong ngoặc kép",
    ),
    "a target with more than it has": (
        of_blocks(said("a", "x", "m", targets=[TARGET | {"spell": 1}])),
        "chỉ tiêu không có trường “spell”",
    ),
    "a percentage above all": (
        of_blocks(
            said(
                "a",
                "x",
                "m",
                targets=[TARGET | {"statement": {"comparator": ">", "value": "172", "unit": "%"}}],
            )
        ),
        "172",
    ),
    "a task of lists": (of_blocks(said(task={"lead": "Công an"})), "“đơn vị” phải là một danh sách"),
    "a due day that is none": (of_blocks(said(task={"due": "mai"})), "phải là ngày viết như"),
    "words that run backwards": (of_blocks(said("a", "Trẻ \u202eem")), "ký tự không in được (U+202E)"),
    "a private sign in the title": (changed(title="Trẻ \ue000em"), "ký tự không in được (U+E000)"),
    "half a sign": (b'{"version": 2, "title": "\\ud800"}', "ký tự không in được (U+D800)"),
    "a zero in a name": (of_blocks(said("a\x00")), "ký tự không in được (U+0000)"),
    "a well without ground": (b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "lồng quá nhiều tầng"),
    "a well of fifty": (b'{"a":' + b"[" * 50 + b"]" * 50 + b"}", "lồng quá nhiều tầng"),
    "a file of 21 MB": (b'"' + b"a" * (21 * 1024 * 1024) + b'"', "Tệp quá 20 MB"),
    "citations that are none": (OF_SECTIONS | {"citations": 5}, "“citations” phải là một danh sách"),
    "a programme that is a list": (
        changed(programme=[1], blocks=[said(verse=1)]),
        "đoạn không có trường “verse”",
    ),
    "sections that are none": (OF_SECTIONS | {"sections": "I"}, "“sections” phải là một danh sách"),
    "a section that is none": (OF_SECTIONS | {"sections": ["I"]}, "phần phải là một đối tượng"),
    "a target of the first shape without text": (
        OF_SECTIONS | {"sections": [{"heading": "A", "targets": [{}]}]},
        "phải là chữ",
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_what_is_odd_is_one_sentence_and_nothing_is_written(office, write, name):
    data, sentence = ODD[name]
    lines = refusal(write(data), "--officer", "lan").splitlines()
    assert sentence in lines[0], lines
    assert len(lines) == 1, lines
    assert not Document.objects.exists()


def test_all_that_is_wrong_with_the_words_is_said_at_once(office, write):
    file = write(of_blocks(said(), said(), said("b", "Trẻ em", "m")))
    assert len(refusal(file, "--officer", "lan").splitlines()) == 2


def test_2500_blocks_are_laid(office, write):
    back = imported(write(of_blocks(*(said(f"k{n}") for n in range(2_500)))))
    assert back.blocks.count() == 2_500


def test_nested_targets_and_a_target_on_the_words_of_a_task_are_right(office, write):
    block = said("a", "Trên 72% trẻ em", "m", targets=[TARGET], task={"units_said": "Các xã"})
    assert len(list(content_of(imported(write(of_blocks(block)))).targets)) == 1


def test_whoever_may_not_draft_is_told_and_so_is_who_is_not_named(office, write):
    file = write(changed())
    assert "Thiếu người soạn thảo" in refusal(file)
    assert "Không có cán bộ nào" in refusal(file, "--officer", "ai")
    assert "không soạn thảo" in refusal(file, "--officer", "hung")
    unit = str(office.other_committee.pk)
    assert "không soạn thảo" in refusal(file, "--officer", "lan", "--unit", unit)
    assert "Không mở được tệp" in refusal(Path("/khong/co.json"), "--officer", "lan")


@pytest.mark.parametrize("rows", [3, 60])
def test_an_import_costs_as_little_however_long_the_plan(office, write, rows, django_assert_max_num_queries):
    file = write(exported(a_plan(office.committee, targets=rows, tasks=rows)))
    with django_assert_max_num_queries(45):
        imported(file)
