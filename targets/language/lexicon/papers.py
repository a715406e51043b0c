"""The head of a paper: kinds on a line of their own, the state's name, remarks, subjects, addressees."""

from .patterns import listed, single

# What is read, by the kind it is kept as. Guiding documents are kept as plans; the officer is told.
KINDS = {
    "kế hoạch": "KH",
    "công văn": "CV",
    "quyết định": "QĐ",
    "báo cáo": "BC",
    "tờ trình": "TTr",
    "thông báo": "TB",
    "biên bản": "BB",
    "chương trình": "KH",
    "chương trình hành động": "KH",
    "đề án": "KH",
    "phương án": "KH",
    "hướng dẫn": "KH",
    "chỉ thị": "KH",
}
KINDS_IN_NEWS = {"kế hoạch": "KH", "quyết định": "QĐ", "báo cáo": "BC"}  # anything else is a letter
IN_SYMBOLS = single(
    "KH | QĐ | BC | TTr | TB | BB"
)  # a letter has no kind in its symbol (NĐ 30/2020, Phụ lục III)
REFUSED = listed("""
    hợp đồng | giấy mời | giấy giới thiệu | giấy nghỉ phép | đơn xin nghỉ | đơn xin việc |
    đơn đề nghị | hóa đơn | tờ khai | sơ yếu lý lịch | thư mời | giấy ủy quyền | giấy chứng nhận | phiếu thu |
    phiếu chi | bài thu hoạch | giáo án | đề thi | thông cáo báo chí
""")

STATE = "cộng hòa xã hội chủ nghĩa việt nam"
PARTY = "đảng cộng sản việt nam"
UNION = "đoàn tncs hồ chí minh"  # stands where the state's name does on papers of the Youth Union
MOTTO = "độc lập tự do hạnh phúc"
COMMITTEE = "ủy ban nhân dân"
COUNCIL = "hội đồng nhân dân"
# The right column of a head begins with the state's name; "hoà" as it was written before.
STATE_OPENINGS = listed("CỘNG HÒA | CỘNG HOÀ | Cộng hòa | Cộng hoà")
STATE_GOING_ON = listed("XÃ HỘI | xã hội")
MOTTO_OPENINGS = listed("Độc lập | ĐỘC LẬP")
NO_PLACES = single("hạnh phúc | tự do | việt nam | kế hoạch | kính gửi")  # with capitals, yet no seat

# How the title of a decision begins; what follows is what a plan below carries out.
DECIDING = listed(
    "phê duyệt | ban hành | về việc phê duyệt | về việc ban hành | v/v phê duyệt | v/v ban hành"
)

REMARKS = listed("hỏa tốc | thượng khẩn | khẩn | mật | tối mật | bản sao | lưu hành nội bộ")
REMARKS_WITH_MORE = listed("dự thảo | sao y")
ARRIVED = listed("đến")  # the stamp of who received the paper
ABOUT = listed("V/v | Về việc | v/v | V/V | VV")  # before the subject of a letter
SECRECY = listed("TUYỆT MẬT | TỐI MẬT | MẬT")  # Luật 117/2025/QH15
