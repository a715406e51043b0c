"""Papers kept before bodies were blocks print as they always did."""

from plans.law.blocks import Align, BlockType
from plans.paper.frozen import from_data, to_data
from plans.paper.html import to_html
from plans.paper.sheet import sheet_of

OLD = {
    "kind": "KH",
    "type_name": "Kế hoạch",
    "letterhead": {"agency": ["Ủy ban nhân dân", "xã Tân Thành"], "superior": []},
    "number": "10",
    "symbol": "KH-UBND",
    "place_and_date": "Tân Thành, ngày 01 tháng 6 năm 2023",
    "title": "Phòng ngừa trẻ em lao động trái quy định năm 2023",
    "addressees": [],
    "citations": ["Căn cứ Luật Trẻ em"],
    "recipients": {"lines": ["Các trường học", "Lưu: VT"]},
    "signature": {"lines": ["CHỦ TỊCH"], "signer": "Vi Văn Hùng"},
    "draft": False,
    "verification": "",
    "identity": "ke-hoach-10",
    "an_idea_of_later": 1,
    "blocks": [
        {
            "is": "paragraph",
            "text": "Thực hiện  Kế\u00a0hoạch\nnhư sau:",
            "marker": "",
            "bold": False,
            "italic": False,
            "anchor": "preamble",
        },
        {"is": "heading", "level": "part", "number": "I", "text": "Mục đích", "anchor": "section-12"},
        {"is": "heading", "level": "clause", "number": "1", "text": "Truyền thông.", "anchor": "task-7"},
        {"is": "heading", "level": "point", "number": "a", "text": "Cấp xã", "anchor": ""},
        {
            "is": "paragraph",
            "text": "100% trẻ em được hỗ trợ;",
            "marker": "-",
            "bold": False,
            "italic": False,
            "anchor": "target-7",
        },
        {
            "is": "paragraph",
            "text": "In đậm",
            "marker": "1.",
            "bold": True,
            "italic": True,
            "anchor": "target-7",
        },
    ],
    "annexes": [
        {
            "title": "Chỉ tiêu",
            "reference": "(Kèm theo Kế hoạch số      /KH-UBND)",
            "anchor": "annex-1",
            "blocks": [
                {
                    "is": "table",
                    "columns": [
                        {"title": "TT", "share": 10, "align": "center"},
                        {"title": "Chỉ tiêu", "share": 90, "align": "left"},
                    ],
                    "rows": [["Mục tiêu 1"], ["1", "Trẻ em được hỗ trợ"]],
                }
            ],
        },
        {"title": "Nhiệm vụ", "reference": "", "anchor": "", "blocks": []},
    ],
}


def test_markers_of_old_become_words_and_anchors_keys():
    body = from_data(OLD).blocks[:6]
    assert [(block.type, block.level, block.marker, block.text) for block in body] == [
        (BlockType.PARAGRAPH, 1, "", "Thực hiện Kế hoạch như sau:"),
        (BlockType.PART, 1, "I.", "Mục đích"),
        (BlockType.CLAUSE, 2, "1.", "Truyền thông."),
        (BlockType.CLAUSE, 4, "a)", "Cấp xã"),
        (BlockType.PARAGRAPH, 5, "-", "100% trẻ em được hỗ trợ;"),
        (BlockType.PARAGRAPH, 5, "1.", "In đậm"),
    ]
    assert [block.key for block in body[:3]] == ["preamble", "section-12", "task-7"]
    keys = [block.key for block in from_data(OLD).blocks]
    assert len(set(keys)) == len(keys)


def test_an_old_paper_is_set_as_it_was():
    sheet = sheet_of(from_data(OLD))
    assert [(b.role, b.marker, b.text, b.bold, b.italic) for b in sheet.blocks] == [
        ("prose", "", "Thực hiện Kế hoạch như sau:", False, False),
        ("part", "I.", "MỤC ĐÍCH", True, False),
        ("clause", "1.", "Truyền thông.", True, False),
        ("point", "a)", "Cấp xã", False, False),
        ("prose", "-", "100% trẻ em được hỗ trợ;", False, False),
        ("prose", "1.", "In đậm./.", True, True),
    ]
    first, second = sheet.annexes
    assert (first.label, first.title, second.label) == ("Phụ lục I", ("CHỈ TIÊU",), "Phụ lục II")
    assert first.reference == ("(Kèm theo Kế hoạch số\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/KH-UBND)",)
    grid, end = first.blocks
    assert (grid.shares, end.text) == ((10, 90), "./.")
    assert [cell.align for cell in grid.rows[1].cells] == [Align.CENTER, Align.LEFT]
    html = to_html(from_data(OLD))
    assert '<thead><tr id="row-of-' in html and "<th>Chỉ tiêu</th>" in html
    assert '<td colspan="2"><b>Mục\u00a0tiêu\u00a01</b></td>' in html


def test_one_annex_of_old_had_no_number():
    (only,) = sheet_of(from_data(OLD | {"annexes": OLD["annexes"][:1]})).annexes
    assert only.label == "Phụ lục"


def test_an_old_paper_that_is_kept_again_is_kept_in_the_new_shape():
    paper = from_data(OLD)
    data = to_data(paper)
    assert "annexes" not in data and data["blocks"][1]["marker"] == "I."
    assert from_data(data) == paper


def test_a_paper_of_old_without_a_mark_of_its_kind_is_read_too():
    bare = {"is": "heading", "level": "part", "number": "", "text": "Kinh phí"}
    (block,) = from_data(OLD | {"blocks": [bare], "annexes": []}).blocks
    assert (block.marker, block.text) == ("", "Kinh phí")
