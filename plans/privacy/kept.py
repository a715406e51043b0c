"""What the system keeps about people, as facts: the public page and the record of processing read them here."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings

from childlabour.accounts.models import REMEMBERED as LOG_INS_REMEMBERED
from childlabour.units.models.kept_form import KEPT_FOR as TYPING_KEPT_FOR
from plans.models.intake import WAITS


@dataclass(frozen=True)
class DataKept:
    """One kind of personal data."""

    what: str
    whose: str
    why: str
    ground: str
    how_long: str
    deleted_by: str  # "hệ thống tự xóa", or who does it and how


LAW = "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15"
STATE_WORK = f"{LAW}, Điều 19: cơ quan nhà nước làm nhiệm vụ theo luật"
CLERICAL_WORK = "Nghị định 30/2020/NĐ-CP về công tác văn thư"
HOURS_OF_A_SESSION = settings.SESSION_COOKIE_AGE // 3600

KEPT = (
    DataKept(
        "Dữ liệu của trẻ em (họ tên, ảnh, ngày sinh, địa chỉ, số định danh)",
        "trẻ em",
        "Không cần cho kế hoạch và số liệu tổng hợp",
        f"{LAW}, Điều 24",
        "Không thu thập, không lưu",
        "Lọt vào thì lược theo một việc riêng, hai người làm, có ghi lại",
    ),
    DataKept(
        "Họ tên, tên đăng nhập, thư điện tử, chức danh, đơn vị, quyền; mật khẩu chỉ ở dạng đã băm",
        "cán bộ, công chức có tài khoản",
        "Biết ai được làm gì, ai đã làm gì",
        STATE_WORK,
        "Đến khi thôi làm việc; tên trong diễn biến còn theo văn bản",
        "Quản trị khóa hoặc xóa tài khoản; hệ thống không tự xóa",
    ),
    DataKept(
        "Phiên đăng nhập",
        "cán bộ, công chức có tài khoản",
        "Không phải đăng nhập lại ở từng trang",
        STATE_WORK,
        f"Đến khi {settings.IDLE_MINUTES} phút không dùng, lâu nhất {HOURS_OF_A_SESSION} giờ",
        "Hệ thống tự xóa",
    ),
    DataKept(
        "Lần đăng nhập: địa chỉ mạng, trình duyệt, lúc vào, lúc dùng gần nhất",
        "cán bộ, công chức có tài khoản",
        "Người dùng tự thấy ai đã vào bằng tên mình, và đăng xuất nơi khác",
        "Luật An ninh mạng 116/2025/QH15",
        f"{LOG_INS_REMEMBERED.days} ngày sau khi kết thúc",
        "Hệ thống tự xóa",
    ),
    DataKept(
        "Lần đăng nhập sai: tên đã che bớt, địa chỉ mạng",
        "người thử đăng nhập",
        "Chặn người lạ dò mật khẩu",
        "Luật An ninh mạng 116/2025/QH15",
        "Một ngày",
        "Hệ thống tự xóa; nhật ký của máy chủ do đơn vị vận hành giữ",
    ),
    DataKept(
        "Khóa của mã xác nhận trên điện thoại, mã dự phòng",
        "cán bộ, công chức đã bật mã xác nhận",
        "Mật khẩu bị lộ vẫn không vào được",
        STATE_WORK,
        "Đến khi tắt mã xác nhận",
        "Người dùng tự tắt, hoặc quản trị xóa bằng manage.py forget_second_factor",
    ),
    DataKept(
        "Chữ đã gõ mà phiên đã hết, chờ đăng nhập lại; địa chỉ mạng của người gõ",
        "người gửi biểu mẫu",
        "Không phải gõ lại",
        STATE_WORK,
        f"{TYPING_KEPT_FOR // timedelta(hours=1)} giờ",
        "Hệ thống tự xóa",
    ),
    DataKept(
        "Tên người ký, người soạn, người trình, duyệt, cấp số; diễn biến và các bản của văn bản",
        "cán bộ, công chức",
        "Hồ sơ của văn bản: ai chịu trách nhiệm việc gì",
        f"{CLERICAL_WORK}; Luật Lưu trữ 33/2024/QH15",
        "Theo thời hạn bảo quản của văn bản",
        "Không xóa, không sửa được; hệ thống không tự xóa",
    ),
    DataKept(
        "Trả lời của đơn vị được giao việc, tên người trả lời, tệp kèm theo",
        "cán bộ, công chức",
        "Theo dõi việc đã giao",
        f"{STATE_WORK}; Luật Lưu trữ 33/2024/QH15",
        "Theo thời hạn bảo quản của văn bản",
        "Không xóa, không sửa được; dữ liệu của trẻ em lọt vào thì lược",
    ),
    DataKept(
        "Tệp gửi lên để đọc thành dự thảo, và điều đọc được",
        "người có tên trong tệp",
        "Lập dự thảo từ văn bản có sẵn",
        STATE_WORK,
        f"Chưa lưu thành dự thảo: {WAITS.days} ngày từ lần xem lại cuối; đã lưu: {settings.SOURCE_DAYS} ngày",
        "Cán bộ bỏ được lúc chưa lưu; hệ thống tự xóa khi hết hạn; lược dữ liệu thì xóa tệp",
    ),
    DataKept(
        "Lời xác nhận “không phải dữ liệu của trẻ em”: ai, lúc nào, mã của đoạn chữ (không lưu đoạn chữ)",
        "cán bộ, công chức",
        "Không hỏi lại cùng một chữ; biết ai đã xác nhận",
        f"{LAW}, Điều 24",
        "Theo thời hạn bảo quản của văn bản",
        "Hệ thống không tự xóa",
    ),
    DataKept(
        "Lần lược dữ liệu cá nhân: ai đề nghị, ai xác nhận, lúc nào, lý do (không lưu chữ đã lược)",
        "cán bộ, công chức",
        "Chứng minh đã lược, và ai đã làm",
        LAW,
        "Theo thời hạn bảo quản của văn bản",
        "Không xóa, không sửa được",
    ),
    DataKept(
        "Sổ vụ lộ, mất dữ liệu cá nhân",
        "người bị ảnh hưởng (chỉ ghi số người, nhóm người)",
        "Báo cơ quan chuyên trách trong 72 giờ và xử lý",
        f"{LAW}, Điều 23; Nghị định 356/2025/NĐ-CP",
        "Ít nhất 5 năm",
        "Hệ thống không tự xóa",
    ),
    DataKept(
        "Bản sao lưu của tất cả những thứ trên",
        "như trên",
        "Khôi phục khi máy hỏng",
        "Luật An ninh mạng 116/2025/QH15",
        "Theo lịch của đơn vị vận hành, nên 30 ngày",
        "Đơn vị vận hành xóa; sau khi lược thì sao lưu lại và bỏ các bản cũ",
    ),
)
