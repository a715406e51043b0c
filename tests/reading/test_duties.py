"""Who has to do what: bodies wherever they are named, their duties, and tables that hand out work."""

from datetime import date
from decimal import Decimal

import pytest

from plans.reading import read
from plans.reading.blocks.making import content_read
from targets.language.assigning import names_unit

from .corpus.as_text import pasted
from .corpus.as_word import word
from .corpus.facts import Grid, para, part
from .corpus.lines import plan

MADE = pytest.mark.parametrize("made", [word, lambda paper: pasted(paper).encode()], ids=["word", "pasted"])


def read_with(body: str, made=lambda paper: pasted(paper).encode()):
    return read(made(plan(*map(para, body.splitlines()))), "")


def duties(draft) -> list[tuple[str, str]]:
    return [(task.unit, task.text.split("\n")[0]) for task in draft.tasks]


@MADE
@pytest.mark.parametrize(
    ("body", "units", "told"),
    [
        (
            "III. TỔ CHỨC THỰC HIỆN\n2. Phân công trách nhiệm\n2.1. Sở Tài chính\na) Tham mưu bố trí kinh phí.",
            ("Sở Tài chính",),
            [("Sở Tài chính", "a) Tham mưu bố trí kinh phí.")],
        ),
        (
            "II. NỘI DUNG THỰC HIỆN\n1. Sở Y tế\na) Chủ trì truyền thông.",
            ("Sở Y tế",),
            [("Sở Y tế", "a) Chủ trì truyền thông.")],
        ),
        (
            "II. NHIỆM VỤ\nGiao Công an tỉnh chủ trì kiểm tra.",
            ("Công an tỉnh",),
            [("Công an tỉnh", "Giao Công an tỉnh chủ trì kiểm tra.")],
        ),
        (
            "V. KINH PHÍ\nGiao Sở Tài chính tham mưu bố trí kinh phí hằng năm.",
            ("Sở Tài chính",),
            [("Sở Tài chính", "Giao Sở Tài chính tham mưu bố trí kinh phí hằng năm.")],
        ),
        (
            "III. TRÁCH NHIỆM CỦA CÁC ĐƠN VỊ\n1. Kho bạc khu vực\na) Kiểm soát chi.\n2. Thủy nông huyện\n"
            "a) Rào các đoạn kênh sâu.\n3. Kinh phí\na) Từ ngân sách xã.",
            ("Kho bạc khu vực", "Thủy nông huyện"),
            [("Kho bạc khu vực", "a) Kiểm soát chi."), ("Thủy nông huyện", "a) Rào các đoạn kênh sâu.")],
        ),
        (
            "C. TỔ CHỨC THỰC HIỆN\nI. Sở Y tế\nTham mưu chung.\nII. Các bệnh viện khu vực\nTư vấn miễn phí.",
            ("Sở Y tế", "Các bệnh viện khu vực"),
            [("Sở Y tế", "Tham mưu chung."), ("Các bệnh viện khu vực", "Tư vấn miễn phí.")],
        ),
        (
            "III. TỔ CHỨC THỰC HIỆN\n1. Các sở, ngành\na) Sở Công Thương\nPhổ biến quy định.\n"
            "b) Ban Quản lý khu công nghiệp\nKiểm tra nội quy.",
            ("Sở Công Thương", "Ban Quản lý khu công nghiệp"),
            [
                ("Sở Công Thương", "Phổ biến quy định."),
                ("Ban Quản lý khu công nghiệp", "Kiểm tra nội quy."),
            ],
        ),
        (
            "III. TỔ CHỨC THỰC HIỆN\nSở Nội vụ theo dõi chung.\nHằng quý, các chi bộ đánh giá kết quả.",
            ("Sở Nội vụ", "các chi bộ"),
            [
                ("Sở Nội vụ", "Sở Nội vụ theo dõi chung."),
                ("các chi bộ", "Hằng quý, các chi bộ đánh giá kết quả."),
            ],
        ),
        (
            "II. NHIỆM VỤ\n1. Can thiệp\n- Phụ trách: Trung tâm Bảo trợ xã hội.\n- Cùng thực hiện: Bệnh viện tỉnh.",
            (),
            [("Trung tâm Bảo trợ xã hội", "Can thiệp")],
        ),
        (
            "III. TỔ CHỨC THỰC HIỆN\nGiao Sở Y tế:\n- Tổ chức truyền thông.\n- Kiểm tra các cơ sở.\n"
            "Sở Nội vụ chủ trì, phối hợp với Sở Y tế theo dõi việc thực hiện.",
            ("Sở Y tế", "Sở Nội vụ"),
            [
                ("Sở Y tế", "- Tổ chức truyền thông."),
                ("Sở Y tế", "- Kiểm tra các cơ sở."),
                ("Sở Nội vụ", "Sở Nội vụ chủ trì, phối hợp với Sở Y tế theo dõi việc thực hiện."),
            ],
        ),
        (
            "III. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\nGiao Công an tỉnh chủ trì xác minh.\nb) Tổ chức truyền thông.",
            ("Sở Y tế", "Công an tỉnh"),
            [
                ("Công an tỉnh", "Giao Công an tỉnh chủ trì xác minh."),
                ("Sở Y tế", "b) Tổ chức truyền thông."),
            ],
        ),
        (
            "III. TỔ CHỨC THỰC HIỆN\n1. Đài Phát thanh và Truyền hình tỉnh; Báo tỉnh tuyên truyền kế hoạch.",
            ("Đài Phát thanh và Truyền hình tỉnh; Báo tỉnh",),
            [
                (
                    "Đài Phát thanh và Truyền hình tỉnh; Báo tỉnh",
                    "Đài Phát thanh và Truyền hình tỉnh; Báo tỉnh tuyên truyền kế hoạch.",
                )
            ],
        ),
        (
            "III. TỔ CHỨC THỰC HIỆN\n1. Tổ chức thực hiện tốt các nội dung.\n2. Ban hành văn bản hướng dẫn.\n"
            "3. Chế độ báo cáo: gửi báo cáo trước ngày 15/12/2026.",
            (),
            [],
        ),
        (
            "III. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n- Xác minh tin báo.\n2. Người nuôi dạy trẻ\n- Trông trẻ mùa gặt.\n"
            "3. Trạm Y tế xã\n- Khám cho trẻ em.\n4. Kinh phí thực hiện\n- Từ ngân sách xã.",
            ("Công an xã", "Người nuôi dạy trẻ", "Trạm Y tế xã"),
            [
                ("Công an xã", "- Xác minh tin báo."),
                ("Người nuôi dạy trẻ", "- Trông trẻ mùa gặt."),
                ("Trạm Y tế xã", "- Khám cho trẻ em."),
            ],
        ),
        (
            "III. TỔ CHỨC THỰC HIỆN\n1. Cấp tỉnh\n- Ban Phong trào: Tham mưu, theo dõi.\n2. Cấp cơ sở\n- Họp hằng quý.",
            ("Ban Phong trào",),
            [("Ban Phong trào", "Tham mưu, theo dõi.")],
        ),
        (
            "II. NHIỆM VỤ\n1. Lập danh sách\nCác chi hội rà soát trẻ em trong thôn.\n2. Truyền thông\nPhát tờ rơi.",
            (),
            [("Các chi hội", "Lập danh sách"), ("", "Truyền thông")],
        ),
        (
            "III. TỔ CHỨC THỰC HIỆN\n1. Truyền thông\n- Cơ quan chủ trì: Sở Nội vụ.\n"
            "2. Tập huấn\n- Cơ quan chủ trì: Sở Y tế.",
            (),
            [("Sở Nội vụ", "Truyền thông"), ("Sở Y tế", "Tập huấn")],
        ),
        (
            "III. ĐỀ NGHỊ CÁC CƠ QUAN\n1. Báo tỉnh mở chuyên mục về trẻ em.",
            ("Báo tỉnh",),
            [("Báo tỉnh", "Báo tỉnh mở chuyên mục về trẻ em.")],
        ),
        ("II. NỘI DUNG TRỌNG TÂM\n2. Chỉ tiêu chủ yếu\n2.1. Phấn đấu 100% trẻ em được quản lý.", (), []),
    ],
)
def test_bodies_and_their_duties(made, body, units, told):
    draft = read_with(body, made)
    assert draft.units == units
    assert duties(draft) == told


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Công an xã",
            "Đề nghị Ủy ban MTTQ Việt Nam tỉnh",
            "Uỷ ban nhân dân xã",
            "CÔNG AN XÃ",
            "Giám đốc Sở Y tế",
        ),
        *("Tổ chức chính trị - xã hội xã", "Phòng Nội vụ", "Các trường học", "Báo tỉnh", "Ấp Hòa Bình"),
    ],
)
def test_names_of_bodies(text):
    assert names_unit(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Áp dụng các biện pháp",
            "Bổ sung kinh phí",
            "So với năm 2025",
            "Bản tin của xã",
            "Hỏi đáp pháp luật",
        ),
        *(
            "Tổ chức tập huấn",
            "Phòng bệnh cho trẻ em",
            "Ban hành kế hoạch",
            "Thanh tra, kiểm tra việc sử dụng",
        ),
        *(
            "Báo cáo kết quả",
            "Bộ tiêu chí xã phù hợp với trẻ em",
            "Đoạn đường trước trường",
            "Ba là, truyền thông",
        ),
    ],
)
def test_what_is_done_is_no_body(text):
    assert not names_unit(text)


HEADS = (
    ("TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian", "Sản phẩm"),
    ("STT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Kết quả"),
    (
        "STT",
        "Nhiệm vụ",
        "Đơn vị chủ trì thực hiện",
        "Đơn vị phối hợp thực hiện",
        "Thời hạn",
        "Sản phẩm, kết quả",
    ),
    (
        "TT",
        "Tên nhiệm vụ, giải pháp",
        "Đơn vị thực hiện",
        "Phối hợp thực hiện",
        "Tiến độ thực hiện",
        "Dự kiến sản phẩm",
    ),
)


@MADE
@pytest.mark.parametrize("head", HEADS, ids=lambda head: head[2])
def test_a_table_hands_out_work_by_what_its_columns_are_called(made, head):
    rows = (
        ("1", "Truyền thông tại xã", "Phòng VH-XH", "Hội LHPN, Đoàn Thanh niên", "Quý II/2026", "Báo cáo"),
        ("2", "Kiểm tra 05 cơ sở", "Công an xã", "Phòng Kinh tế", "10/2026", "Biên bản"),
    )
    draft = read(made(plan(part("II.", "NHIỆM VỤ"), Grid((head, *rows)))), "")
    assert [(t.unit, t.partners, t.due_text, t.due, t.product) for t in draft.tasks] == [
        ("Phòng VH-XH", "Hội LHPN, Đoàn Thanh niên", "Quý II/2026", date(2026, 6, 30), "Báo cáo"),
        ("Công an xã", "Phòng Kinh tế", "10/2026", date(2026, 10, 31), "Biên bản"),
    ]


@MADE
def test_a_target_in_a_table_of_tasks_is_marked_on_its_words(made):
    rows = (
        ("TT", "Nhiệm vụ", "Chủ trì", "Thời gian"),
        ("1", "Phấn đấu 90% trẻ em có nguy cơ được hỗ trợ", "Công an xã", "Hằng năm"),
    )
    content = content_read(read(made(plan(part("II.", "NHIỆM VỤ"), Grid(rows))), ""))
    ((block, mark),) = content.targets
    assert (mark.statement.value, block.task.units_said) == (90, "Công an xã")


def test_points_of_a_table_are_no_targets():
    rows = (
        ("TT", "Tiêu chí", "Điểm"),
        ("1", "Đạt ít nhất 90% trẻ em có nguy cơ được hỗ trợ", "10"),
    )
    assert read(word(plan(part("II.", "NHIỆM VỤ"), Grid(rows))), "").targets == ()


LABELLED = """II. NHIỆM VỤ
1. Truyền thông
Cơ quan thực hiện: Sở Nội vụ chủ trì, phối hợp với Sở Y tế, Sở Tư pháp.
Thời gian: Năm 2026 và các năm tiếp theo.
2. Rà soát trẻ em
a) Đơn vị chủ trì: Sở Y tế.
b) Đơn vị phối hợp: Sở Tư pháp.
c) Thời gian: Từ năm 2026 đến năm 2030.
d) Sản phẩm: Danh sách trẻ em."""


@MADE
def test_labels_below_a_task_say_who_with_whom_and_when(made):
    first, second = read_with(LABELLED, made).tasks
    assert (first.unit, first.partners) == ("Sở Nội vụ", "Sở Y tế, Sở Tư pháp")
    assert (first.due_text, first.due) == ("Năm 2026 và các năm tiếp theo", None)
    assert (second.unit, second.partners, second.product) == ("Sở Y tế", "Sở Tư pháp", "Danh sách trẻ em")
    assert second.due == date(2030, 12, 31)


@MADE
@pytest.mark.parametrize(
    ("body", "promised"),
    [
        (
            "II. NỘI DUNG TRỌNG TÂM\n2. Chỉ tiêu chủ yếu đến năm 2030\n"
            "2.1. Phấn đấu 100% trẻ em có nguy cơ được quản lý.\n2.2. Trên 80% xã có mô hình bảo vệ trẻ em.",
            [("=", 100, 2030), (">", 80, 2030)],
        ),
        (
            "III. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n"
            "a) Chủ trì thực hiện; phấn đấu 90% trẻ em được hỗ trợ trong năm 2026.",
            [("=", 90, 2026)],
        ),
        (
            "II. CHỈ TIÊU, GIÁM SÁT VÀ ĐÁNH GIÁ\n- Phấn đấu 90% trẻ em được quản lý vào cuối năm 2026.",
            [("=", 90, 2026)],
        ),
        ("I. MỤC ĐÍCH, YÊU CẦU\n2. Bảo đảm 100% xã, thị trấn triển khai đồng bộ.", [("=", 100, 2026)]),
    ],
)
def test_a_target_is_found_and_marked_wherever_it_stands(made, body, promised):
    content = content_read(read_with(body, made))
    said = [(m.statement.comparator, m.statement.value, m.statement.horizon) for _, m in content.targets]
    assert said == promised
    assert all(any(mark.id in run.marks for run in block.runs) for block, mark in content.targets)


def test_items_that_each_name_who_leads_are_each_a_task():
    draft = read_with(
        "II. NỘI DUNG\n2. Công tác tuyên truyền\n2.1. Phòng Tư pháp chủ trì biên soạn tài liệu.\n"
        "2.2. Giao Phòng Y tế chủ trì, phối hợp với các trường tổ chức 09 buổi nói chuyện."
    )
    assert [task.unit for task in draft.tasks] == ["Phòng Tư pháp", "Phòng Y tế"]


def test_the_heading_of_a_part_names_who_has_its_duties():
    draft = read_with(
        "C. TỔ CHỨC THỰC HIỆN\nII. Trách nhiệm của Ủy ban nhân dân các xã\nBố trí người làm công tác trẻ em."
    )
    assert draft.units == ("Ủy ban nhân dân các xã",)
    assert [task.unit for task in draft.tasks] == ["Ủy ban nhân dân các xã"]


def test_standing_in_for_a_body_is_no_body():
    draft = read_with("III. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\nThường trực, theo dõi kết quả; báo cáo hằng quý.")
    assert duties(draft) == [("Sở Y tế", "Thường trực, theo dõi kết quả; báo cáo hằng quý.")]


def test_a_year_over_a_list_holds_for_its_lines():
    draft = read_with(
        "II. MỤC TIÊU\n* Năm 2026:\n- 90% xã có cộng tác viên.\n* Từ năm 2027 đến năm 2030:\n- 95% xã có mô hình."
    )
    assert [(t.statement.value, t.statement.horizon) for t in draft.targets] == [(90, 2026), (95, 2030)]


def rows_of(text: str) -> Grid:
    return Grid(tuple(tuple(cell.strip() for cell in line.split("|")) for line in text.splitlines()))


@MADE
@pytest.mark.parametrize(
    ("table", "promised"),
    [
        (
            "TT | Chỉ tiêu | ĐVT | KH 2026 | Mốc 2027\n1 | Chi hội không có trẻ em bỏ học | chi hội | 9/11 | 11/11",
            [("=", 9, "chi hội", 2026), ("=", 11, "chi hội", 2027)],
        ),
        (
            "TT | Chỉ số đánh giá | Ước thực hiện 2025 | Phấn đấu 2026\n1 | Tỷ lệ bỏ học (%) | 1,8% | dưới 1,2%",
            [("<", Decimal("1.2"), "%", 2026)],
        ),
        (
            "TT | Nội dung chỉ tiêu | Mức phấn đấu năm 2026\n1 | Lò gạch có bảng cam kết | Không dưới 90%\n"
            "2 | Câu lạc bộ quyền trẻ em | 20 CLB\n3 | Trẻ em làm việc ban đêm | Không còn",
            [(">=", 90, "%", 2026), ("=", 20, "CLB", 2026)],
        ),
        (
            "TT | Chỉ tiêu | Đạt được | Mục tiêu | Mục tiêu\n | | | 2026 | 2028\n"
            "1 | Trẻ em được học bơi (%) | 40 | 60 | 80",
            [("=", 60, "%", 2026), ("=", 80, "%", 2028)],
        ),
        ("TT | Xã | Số trẻ em được hỗ trợ năm 2026\n1 | Xã An Bình | 45", []),
        ("TT | Hoạt động | Kinh phí 2026 (triệu đồng)\n1 | Tập huấn | 120", []),
    ],
)
def test_columns_of_targets_are_those_that_name_a_year_or_a_level(made, table, promised):
    draft = read(made(plan(part("II.", "CHỈ TIÊU"), rows_of(table))), "")
    said = [target.statement for target in draft.targets]
    assert [(s.comparator, s.value, s.unit, s.horizon) for s in said] == promised
