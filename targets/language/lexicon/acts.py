"""Acts of law and administration as papers cite them: their types, and the words around them."""

from .patterns import listed

TYPES = listed("""
    Hiến pháp | Bộ luật | Luật | Pháp lệnh | Nghị quyết liên tịch | Nghị quyết | Nghị định | Quyết định |
    Chỉ thị | Thông tư liên tịch | Thông tư | Kế hoạch liên tịch | Kế hoạch | Công văn | Văn bản |
    Chương trình hành động | Chương trình | Hướng dẫn | Thông báo | Kết luận | Đề án | Quy chế phối hợp |
    Quy chế | Công điện | Tờ trình | Báo cáo | Quy định | Đạo luật | Thông tri | Thông báo kết luận |
    Chiến lược | Quy hoạch | Điều lệ | Công ước | Chương trình phối hợp | Chương trình công tác
""")
TREATIES = listed("Công ước | Nghị định thư | Hiệp định")  # their numbers stand alone: "Công ước số 138"
LAWS = listed("Hiến pháp | Bộ luật | Luật | Pháp lệnh")  # cited by their titles, often without a number
# What a plan may carry out when no upper plan is named; a letter or a law is a reason, not a parent.
CARRIED_OUT = frozenset(
    listed("Quyết định | Chương trình | Chương trình hành động | Chỉ thị | Nghị quyết | Đề án")
)
IN_NEWS = listed("kế hoạch | công văn | văn bản | quyết định | báo cáo")

# What the title of an act begins with: there its issuer's name ends.
TITLE_STARTS = listed("""
    về | về việc | V/v | v/v | phê duyệt | ban hành | quy định | sửa đổi | hướng dẫn | triển khai |
    thực hiện | giao | tăng cường | bổ sung | công bố | thành lập | kiện toàn | thông qua | đẩy mạnh |
    nâng cao | phòng | khóa | khoá | thay thế | tổ chức
""")

# --- What stands before an act: it is a căn cứ, or it is carried out ------------------------------------

SURE_BASES = listed("căn cứ | xét đề nghị | theo đề nghị")  # a line that opens so is a căn cứ, always
BASES = (*SURE_BASES, "xét")
# "…; theo Công văn số …", "… và hướng dẫn của Bộ Nội vụ tại Công văn số …"
BEFORE_ANOTHER = listed("""
    căn cứ | theo | xét | thực hiện | hướng dẫn | chỉ đạo | ý kiến | đề nghị | theo đề nghị | xét đề nghị
""")
SPEAKING_IN = listed(
    "đề nghị | ý kiến | chỉ đạo | hướng dẫn | yêu cầu | kết luận"
)  # "theo đề nghị của … tại Tờ trình"
# Behind these "phòng" begins no title: "Văn phòng", "Ban Chỉ đạo phòng, chống", "Bộ đội Biên phòng".
INSIDE_NAMES = listed("Văn | văn | đạo | Đạo | Quốc | Biên | dự")
FIGHTING = listed("phòng, chống | phòng chống | phòng ngừa | phòng, ngừa")
BEFORE_NEXT = (*BEFORE_ANOTHER, "triển khai")  # where one paragraph holds several căn cứ
BEFORE_ANY = listed("""
    căn cứ | theo | xét | thực hiện | triển khai | triển khai thực hiện | tiếp tục thực hiện |
    tiếp tục triển khai | để thực hiện | để triển khai
""")
BEHIND_THESE = listed("vào | các | nội dung | tinh thần | chỉ đạo tại | chỉ đạo của")
# What opens a sentence that says what the plan carries out, and what stands so inside one.
CARRYING_OUT = tuple(lead for lead in BEFORE_ANY if lead != "xét") + tuple(
    f"{lead} {how}"
    for lead in listed("để thực hiện | để triển khai")
    for how in listed("có hiệu quả | hiệu quả | tốt")
)
CARRYING_OUT_INSIDE = listed("thực hiện | triển khai | theo")
# After the title of an act: how the sentence goes on where no agency does.
GOING_ON = listed("nay | Nay | trên cơ sở | căn cứ | đồng thời")

# Who makes a plan does this.
MAKING = listed("ban hành | xây dựng | triển khai")
MAKING_IN_NEWS = (*MAKING, "phát động")
MADE_BEFORE = listed("đã | vừa | mới | có")  # "đã ban hành", "vừa có kế hoạch"
NOT_OF_ISSUERS = listed("tổ chức | phối hợp | đề nghị")  # an issuer's name in a news item holds none of these
PLAN_SUBJECTS = listed("thực hiện | triển khai | về | hành động | phòng")
# Behind the title in "ban hành Kế hoạch …, với các nội dung sau".
BEHIND_A_TITLE = listed("cụ thể | với nội dung | với các nội dung | với những nội dung | như sau | gồm")
