"""By which words a text gives away one child: how a child is called, how Vietnamese people are named."""

from childlabour.core.vietnamese import search_key

from .patterns import listed, single

# How one child is called, and all of them; a name may stand beside.
CALLED = single("cháu | em | bé | đứa")
OF_ALL = single("trẻ")
ALL_CHILDREN = ("trẻ", "em")
SEVERAL = single("các | những | nhiều | mọi | cho")
# With these before them they call nobody: "chị em", "con cháu", "tuổi trẻ", "nhóm trẻ".
NOBODY_AFTER = {
    "em": single("chị | anh | đàn"),
    "cháu": single("con"),
    "bé": single("nhỏ | bé"),
    "trẻ": single("tuổi | giới | hệ | sức | nhóm | lớp | báo | bộ | tạo | viên | năng | sĩ | lực | đội"),
}
# What may stand between "cháu" and the name.
LEADING_TO_A_NAME = single("""
    nữ | nam | ấy | này | đó | mồ | côi | tuổi | tên | là | gái | trai | bé | em | cháu | học | sinh | lớp |
    ruột | họ | nhỏ | ten | la | gai | hoc | lop
""")
TITLES = single("""
    ông | bà | chí | anh | chị | cô | thầy | chú | bác | tịch | phòng | trưởng | đốc | thư | sĩ | phường |
    xã | huyện | trường | đường | phố | thôn | viên | học | sở | thông | nhân
""")
# With one of these in front "trẻ em Nguyễn Bỉnh Khiêm" is a house, not a child.
HOUSES = single("Văn | Trung | Làng | Quỹ | Hội | Tổ | Cục | Nhà | Mái | Trường | Viện | Câu | Dự")

SURNAMES = single("""
    nguyễn | trần | lê | phạm | hoàng | huỳnh | phan | phàn | vũ | võ | đặng | bùi | đỗ | hồ | ngô | dương |
    lý | đinh | đào | đoàn | trịnh | trương | tô | tạ | mai | cao | lương | lưu | thái | châu | tống | phùng |
    quách | nghiêm | thân | khổng | kiều | vi | nông | triệu | chu | hứa | bế | ma | mã | đàm | lăng | lâm |
    hà | la | mạc | lục | hà | giàng | sùng | vàng | thào | lò | lường | quàng | cà | tòng | cầm | mùa | vừ |
    hạng | lầu | tráng | cứ | ly | lù | má | chá | phàng | tẩn | chẻo | lừu | hờ | cháng | thèn | hầu | hạ |
    sìn | páo | lèng | tếnh | khà | ngần | bạc | vì | hoàng | xa | đèo | điêu | kpă | ksor | siu | nay | rơ |
    rah | niê | hlong | rmah | nie | kpa | thạch | sơn | danh | kim | mí | mua | ngải | sin | sờ | pờ | chang |
    khoàng | pờ | lỳ
""")
# Those that are hardly ever a word of their own: enough in a line that is all capitals, or without marks.
SURNAMES_ALONE = single("""
    nguyễn | trần | phạm | hoàng | huỳnh | phan | đặng | ngô | giàng | sùng | thào | lò | quàng | lường |
    triệu | trịnh | quách
""")
MIDDLE_NAMES = single("văn | thị")

# With a capital behind "cháu" or "em" and yet no name: agencies, peoples, feasts.
NO_NAMES = single("""
    Trường | Hội | Đội | Đoàn | Sở | Phòng | Ban | Bộ | Ủy | Uỷ | UBND | Quỹ | Cục | Thiếu nhi | Thiếu niên |
    Thanh thiếu | Thanh niên | Mầm non | Mẫu giáo | Nhi đồng | Tiểu học | Trung học | Trung tâm | Bác Hồ |
    Dân tộc | Công an | Công ty | Công đoàn | Mặt trận | Tổ chức | Tây Bắc | Tây Nguyên | Bắc Bộ | Bắc Trung |
    Kinh | Mông | Tày | Nùng | Dao | Mường | Khmer | Chăm | Liên đội | Liên đoàn | Liên hiệp | Nhà | Làng |
    Học sinh | Học viện | Sinh viên | Tết | Lớp | Khối | Huyện | Tỉnh | Xã | Phường | Thành phố | Thành viên |
    Cơ sở | Văn phòng | Chủ tịch | Chi đội | Chi đoàn | Gia đình | Luật | Quốc gia | Quốc hội | Chương trình |
    Kế hoạch | Nghị định | Nghị quyết | Quyết định | Thông tư | Ngày | Tháng | Năm | Covid | THCS | THPT |
    SOS | UNICEF | Unicef | II | III | IV | VI | Vui | Khỏe | Ngoan | Giỏi
""")
PROVINCES = single("""
    Việt Nam | Hồ Chí Minh | An Giang | Bà Rịa | Bạc Liêu | Bắc Giang | Bắc Kạn | Bắc Ninh | Bến Tre | Bình Dương |
    Bình Định | Bình Phước | Bình Thuận | Cà Mau | Cao Bằng | Cần Thơ | Đà Nẵng | Đắk Lắk | Đắk Nông | Điện Biên |
    Đồng Nai | Đồng Tháp | Gia Lai | Hà Giang | Hà Nam | Hà Nội | Hà Tĩnh | Hải Dương | Hải Phòng | Hậu Giang |
    Hòa Bình | Hưng Yên | Khánh Hòa | Kiên Giang | Kon Tum | Lai Châu | Lạng Sơn | Lào Cai | Lâm Đồng | Long An |
    Nam Định | Nghệ An | Ninh Bình | Ninh Thuận | Phú Thọ | Phú Yên | Quảng Bình | Quảng Nam | Quảng Ngãi |
    Quảng Ninh | Quảng Trị | Sóc Trăng | Sơn La | Tây Ninh | Thái Bình | Thái Nguyên | Thanh Hóa | Thừa Thiên |
    Tiền Giang | Trà Vinh | Tuyên Quang | Vĩnh Long | Vĩnh Phúc | Yên Bái | Hà Đông | Thủ Đô
""")

# "học sinh ngày 09/01", "vệ sinh ngày …": no birth.
NOT_BORN = single("""
    học | vệ | phát | nảy | hy | hi | ký | kí | tuyển | thí | dân | khai | hộ | sản | giám | tái | hồi | quyên |
    hoc | ve | phat | khai | mưu | phục
""")
BEFORE_A_DAY = listed("vào | ngày | ngay")
BORN = single("sinh | sn | ns | dob")
PUPIL = ("học", "sinh")  # a name beside it is a child's when its middle says that it is a person's
VICTIM = ("nạn", "nhân")
PUPILS_OF = (("học", "sinh", "lớp"), ("học", "sinh", "trường"), ("đang", "học", "lớp"), ("học", "lớp"))
AFTER_A_NAME = frozenset({"SN", "NS", "CCCD", "CMND", "DOB"})  # in capitals, and no part of it
MONEY = listed("đồng | đ | vnđ | vnd | triệu | tỷ")


def without_marks(words: frozenset[str]) -> frozenset[str]:
    """As the names of files spell them."""
    return frozenset(map(search_key, words))
