"""Lines of a body that a reader may take for something else: furniture, page numbers, names before a colon."""

from dataclasses import replace

from .communes import LONG_ROAD
from .facts import Grid, Paper, clause, para, part, point

# Each may stand between the opening and the first part of a plan, in a file of Word and in pasted text.
LIKE_FURNITURE = (
    "Tình trạng trẻ em lao động trái quy định của pháp luật vẫn còn tiềm ẩn nguy cơ gia tăng.",
    "Tình trạng trẻ em bỏ học đi làm thuê còn xảy ra ở 03 thôn.",
    "Lĩnh vực nông nghiệp có nhiều trẻ em tham gia lao động nhất.",
    "Nguồn: Ngân sách địa phương và xã hội hóa.",
    "Cơ quan: Phòng Văn hóa - Xã hội.",
    "Bài: “Trẻ em hôm nay, thế giới ngày mai”.",
    "Tin: phát 02 tin trên loa truyền thanh mỗi tháng.",
    "Theo: Báo cáo số 15/BC-UBND của xã.",
    "Cập nhật số liệu trẻ em có nguy cơ hằng quý.",
    "Người ký hợp đồng lao động với trẻ em bị xử lý theo quy định.",
    "Trích yếu hồ sơ trẻ em được lưu tại xã.",
    "Ngày ban hành tiêu chí là ngày 01 tháng 6.",
    "Email: bvte@xa.example.vn",
    "Cỡ chữ tờ rơi từ 14 trở lên.",
    "Hoàn thành trước Tháng hành động vì trẻ em (30/5/2026)",
    "Từ khóa: lao động trẻ em; trẻ em có nguy cơ.",
    "Hội Phụ nữ > Đoàn Thanh niên > Trường học cùng tham gia.",
    "Ảnh minh họa được treo tại nhà văn hóa thôn.",
    "Chứng thực: do xã thực hiện.",
    "111",
)
BEFORE_A_COLON = (
    point("b)", "Tổ chức tuyên truyền trong Tháng hành động: Chỉ đạo phòng, ban treo băng rôn."),
    point("-", "Trung tâm công tác xã hội: tiếp nhận thông tin trẻ em."),
    point("-", "Ban hành hướng dẫn thực hiện gồm các nội dung: nhận diện, báo tin, hỗ trợ."),
    point("-", "Đoàn kiểm tra liên ngành: kiểm tra 05 doanh nghiệp."),
    point("d)", "Bố trí nguồn lực tổ chức chi trả trợ cấp như: sách vở, bảo hiểm y tế."),
    point("c)", "Tổ chức tập huấn cho cộng tác viên."),
)
TASK_TABLE = Grid(
    (
        ("TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"),
        ("1", "Truyền thông tại xã", "Phòng VH-XH", "Hội LHPN, Đoàn Thanh niên", "Quý II/2026"),
        ("2", "Kiểm tra 05 cơ sở", "Công an xã", "Phòng Kinh tế", "10/2026"),
    )
)


def plan(*body, **other) -> Paper:
    """A plan of a commune for 2026 with this body."""
    title = "Phòng ngừa, giảm thiểu lao động trẻ em năm 2026"
    return replace(LONG_ROAD, name="made", title=title, body=tuple(body), **other)


def with_line(line: str) -> Paper:
    return plan(
        part("I.", "MỤC ĐÍCH, YÊU CẦU"),
        para("Nâng cao nhận thức của cộng đồng."),
        para(line),
        part("II.", "NHIỆM VỤ"),
        clause("1.", "Truyền thông"),
    )
