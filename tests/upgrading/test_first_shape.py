"""Rows of the first shape → their paper → blocks: where each target and task hangs, and how far it reaches."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import count
from types import SimpleNamespace as Row

from plans.migrations.first_shape import placing, printed

NUMBERS = count(1)


@dataclass
class Rows:
    """As a related manager of then gives them."""

    rows: list

    def all(self):
        return self.rows


def a_unit(name: str) -> Row:
    return Row(pk=next(NUMBERS), name=name, short_name="")


def a_task(heading: str = "", details: str = "", *leads: Row, said: str = "", **more) -> Row:
    given = [Row(unit=unit, role="lead") for unit in leads]
    usual = {"due_on": None, "product": ""}
    fields = {"heading": heading, "details": details, "units_said": said, "assignments": Rows(given)}
    return Row(pk=next(NUMBERS), **fields, **usual | more)


def a_target(sentence: str, group: Row | None = None) -> Row:
    parts = {"comparator": ">", "value": Decimal(72), "unit": "%", "horizon": 2023, "responsible": None}
    return Row(pk=next(NUMBERS), sentence=sentence, group=group, order=0, **parts)


def a_section(kind: str, heading: str = "", body: str = "", **held) -> Row:
    usual = {"targets": [], "tasks": [], "prints_groups": True, "prints_assignments": False} | held
    usual |= {"targets": Rows(usual["targets"]), "tasks": Rows(usual["tasks"])}
    return Row(pk=next(NUMBERS), kind=kind, heading=heading, body=body, **usual)


def a_document(*sections: Row, **fields) -> Row:
    usual = {"kind": "KH", "preamble": "", "closing": "", "annex_of_targets": False, "annex_of_tasks": False}
    return Row(sections=Rows(list(sections)), **usual | fields)


def names(units) -> str:
    return ", ".join(unit.name for unit in units)


def placed(document: Row) -> placing.Placed:
    return placing.placed(printed.paper_of(document, names), document)


def outline(document: Row) -> list[tuple[int, str]]:
    return [(block.level, block.printed) for block in placed(document).blocks]


def test_the_parts_stand_above_what_they_hold_and_the_last_words_belong_to_none():
    document = a_document(
        a_section("prose", "Mục đích", "1. Nâng cao nhận thức.\na) Của gia đình;\nCủa nhà trường."),
        a_section("prose", "", "Phần không tên."),
        preamble="Ban hành Kế hoạch:",
        closing="Nghiêm túc thực hiện.",
    )
    assert outline(document) == [
        (1, "Ban hành Kế hoạch:"),
        (1, "I. Mục đích"),
        (2, "1. Nâng cao nhận thức."),
        (4, "a) Của gia đình;"),
        (5, "Của nhà trường."),
        (1, "Phần không tên."),
        (1, "Nghiêm túc thực hiện."),
    ]


def test_a_target_lies_on_its_sentence_without_the_mark_at_its_end():
    group = Row(pk=1, order=1, name="Phòng ngừa")
    first, last = a_target("Trên 72% trẻ em", group), a_target("Giảm tối đa", group)
    blocks = placed(a_document(a_section("objectives", "Mục tiêu", targets=[first, last]))).blocks
    assert [(block.level, block.printed) for block in blocks] == [
        (1, "I. Mục tiêu"),
        (2, "1. Phòng ngừa"),
        (3, "- Trên 72% trẻ em;"),
        (3, "- Giảm tối đa."),
    ]
    assert blocks[2].runs == [
        ["Trên 72% trẻ em", False, False, [f"target-{first.pk}"]],
        [";", False, False, []],
    ]


def test_everything_of_a_task_stands_below_it_whatever_its_marks():
    task = a_task("Truyền thông", "1. Phát tờ rơi.\na) Ở trường;\n- Ở chợ.")
    document = a_document(
        a_section("tasks", "Nhiệm vụ", tasks=[task, a_task("", "Rà soát.\nLập danh sách.")])
    )
    assert outline(document) == [
        (1, "I. Nhiệm vụ"),
        (2, "1. Truyền thông"),
        (3, "1. Phát tờ rơi."),
        (4, "a) Ở trường;"),
        (5, "- Ở chợ."),
        (2, "2. Rà soát."),
        (3, "Lập danh sách."),
    ]
    assert [block.task.pk for block in placed(document).blocks if block.task] == [
        task.pk,
        document.sections.all()[0].tasks.all()[1].pk,
    ]


def test_a_heading_that_names_units_gives_them_the_duties_below():
    police, health = a_unit("Công an huyện"), a_unit("Phòng Y tế")
    duties = [a_task("", "- Điều tra.\n- Xử lý.", police), a_task("Báo cáo", "a) Hằng tháng.", police)]
    document = a_document(
        a_section(
            "organisation", "Tổ chức", tasks=[*duties, a_task("", "- Khám.", health), a_task("", "Chung.")]
        )
    )
    blocks = placed(document).blocks
    assert [(block.level, block.printed) for block in blocks] == [
        (1, "I. Tổ chức"),
        (2, "1. Công an huyện"),
        (3, "- Điều tra."),
        (4, "- Xử lý."),
        (3, "Báo cáo"),
        (4, "a) Hằng tháng."),
        (2, "2. Phòng Y tế"),
        (3, "- Khám."),
        (2, "3. Các đơn vị liên quan"),
        (3, "Chung."),
    ]
    charges = {block.printed: block.charge.units for block in blocks if block.charge}
    assert charges == {"1. Công an huyện": {police.pk}, "2. Phòng Y tế": {health.pk}}


def test_units_that_differ_under_one_name_stay_with_their_duties():
    school, kindergarten = a_unit("Trường Tiểu học"), a_unit("Trường Mầm non")
    duties = [
        a_task("", f"Việc {unit.name}.", unit, said="Các trường học") for unit in (school, kindergarten)
    ]
    blocks = placed(a_document(a_section("organisation", "Tổ chức", tasks=duties))).blocks
    (charge,) = (block.charge for block in blocks if block.charge)
    assert (charge.label, charge.units) == ("Các trường học", frozenset())


def test_a_duty_without_a_word_of_its_own_is_what_its_heading_says():
    duty = a_task("", "", a_unit("Công an huyện"))
    blocks = placed(a_document(a_section("organisation", "Tổ chức", tasks=[duty]))).blocks
    assert [(block.printed, block.task) for block in blocks][1] == ("1. Công an huyện", duty)


def test_annexes_keep_their_tables_and_the_line_that_names_them_belongs_to_no_task():
    section = a_section("tasks", "Nhiệm vụ", tasks=[a_task("Rà soát", "Hằng quý.", a_unit("Công an"))])
    document = a_document(section, annex_of_tasks=True, closing="Hết.")
    blocks = placed(document).blocks
    assert [(block.level, block.printed) for block in blocks[3:]] == [
        (1, "Nhiệm vụ chi tiết tại Phụ lục kèm theo Kế hoạch này."),
        (1, "Hết."),
        (0, "Phụ lục Phân công nhiệm vụ"),
        (1, ""),
        (2, "TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn | Sản phẩm"),
        (2, "1 | Rà soát | Công an |  |  |"),
    ]
    assert [block.made_from for block in blocks if block.type == "table"] == ["tasks"]


def test_what_a_kept_paper_has_no_anchor_for_is_found_by_its_words_or_told():
    there, nowhere = a_target("Trên 72% trẻ em"), a_target("Không in ở đâu")
    document = a_document(
        a_section("prose", "Mục tiêu", "Phấn đấu trên 72% trẻ em.", targets=[there, nowhere])
    )
    there.sentence = "trên 72% trẻ em"
    found = placed(document)
    assert [(block.printed, [t.pk for t in block.targets]) for block in found.blocks] == [
        ("I. Mục tiêu", [nowhere.pk]),
        ("Phấn đấu trên 72% trẻ em.", [there.pk]),
    ]
    assert found.lost == ["chỉ tiêu “Không in ở đâu” đặt ở “I. Mục tiêu”"]
    assert found.blocks[1].runs[1] == ["trên 72% trẻ em", False, False, [f"target-{there.pk}"]]


def test_many_targets_that_were_never_printed_lie_on_different_words_of_a_short_heading():
    nowhere = [a_target(f"Chưa in {number}") for number in range(5)]
    (block,) = placed(a_document(a_section("prose", "Mục", targets=nowhere))).blocks
    assert block.targets == nowhere
    assert len(set(words_under(block))) == len(nowhere)


def test_two_targets_of_one_sentence_lie_on_different_words():
    twins = [a_target("Trên 72% trẻ em"), a_target("Trên 72% trẻ em")]
    section = a_section("prose", "Mục tiêu", "Trên 72% trẻ em. Nhắc lại: Trên 72% trẻ em.", targets=twins)
    *_, block = placed(a_document(section)).blocks
    assert words_under(block) == [((0, 15),), ((27, 42),)]


def words_under(block) -> list[tuple[tuple[int, int], ...]]:
    """Where the words of each of its targets stand, run by run joined."""
    found: dict[str, list[list[int]]] = {placing.mark_of(target): [] for target in block.targets}
    at = 0
    for text, _, _, marks in block.runs:
        for mark in marks:
            if found[mark] and found[mark][-1][1] == at:
                found[mark][-1][1] += len(text)
            else:
                found[mark].append([at, at + len(text)])
        at += len(text)
    return [tuple((start, end) for start, end in spans) for spans in found.values()]
