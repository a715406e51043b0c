"""What the parts of a plan are called, and by which words a text is told to be one."""

from .patterns import listed

# By its words, the first list that fits says what a part is (`plans.reading.parts.outline`).
SITUATION = listed("""
    tình hình | thực trạng | đặc điểm | bối cảnh | khái quát | kết quả thực hiện | kết quả đạt được |
    kết quả năm | kết quả công tác | kết quả giai đoạn | kết quả triển khai | kết quả chủ yếu
""")
STATES = listed("tình hình | thực trạng | đặc điểm | bối cảnh | khái quát")
JUDGING = listed(
    "đánh giá"
)  # opens a heading of the situation; inside one it is a task ("tiêu chí đánh giá")
FUNDS = listed("kinh phí | nguồn vốn | ngân sách")  # shares of money are no targets
RESOURCES = listed("nguồn lực")
OBJECTIVES = listed("mục tiêu | chỉ tiêu")
ORGANISATION = listed("tổ chức thực hiện | tổ chức triển khai | phân công | trách nhiệm")
CALLING_ON = listed("đề nghị | đối với các cơ quan | đối với các đơn vị | đối với các xã | đối với các sở")
FRAME = listed("""
    chế độ thông tin | chế độ báo cáo | thông tin báo cáo | thông tin, báo cáo | thời gian | đối tượng |
    phạm vi | địa bàn | mục đích | yêu cầu | quan điểm | tiến độ
""")
TASKS = listed("nhiệm vụ | giải pháp | nội dung | hoạt động | công việc | mô hình | biện pháp")

# What a new plan is made of, as most plans call it.
USUAL_PARTS = listed("Mục đích, yêu cầu | Mục tiêu | Nhiệm vụ, giải pháp | Tổ chức thực hiện")

CLOSING = listed("trên đây là | trên cơ sở kế hoạch | trên cơ sở nội dung")  # the last sentence of a body
URGING = listed("nghiêm túc | triển khai")  # "Yêu cầu các đơn vị nghiêm túc …"
DIVISIONS = listed("Phần | Chương | Mục")
ARTICLE = "Điều"
SECTION = "Mục"  # within a chapter
DIVISIONS_ALONE = listed("Điều | Phần | Chương")  # a mark that lost its words: "Điều" / "1. Phê duyệt"
# What opens the body of a paper below its title.
OPENING_A_BODY = listed("""
    Căn cứ | Thực hiện | Triển khai | Tiếp tục | Nhằm | Để | Trên cơ sở | Theo | Xét | Thi hành
""")
# What opens the text under "Kính gửi".
UNDER_ADDRESSEES = listed("""
    Năm | Ngày | Trong | Sau | Thực hiện | Triển khai | Theo | Để | Nhằm | Tiếp tục | Trên cơ sở | Căn cứ
""")
# What never stands inside a sentence at the start of a line.
OPENING_A_LINE = listed("Kính gửi | Căn cứ | Nơi nhận | Trên đây là | V/v")
ANNEXES = listed("phụ lục | phụ biểu | biểu số")
ANNEXES_IN_CAPITALS = listed("BIỂU MẪU | DANH SÁCH | DANH MỤC")

# --- A news item that retells a plan ------------------------------------------------------------------

OPENING_PROSE = listed("nhằm | ngày | theo đó | theo dõi")  # no target and no task
# Twelve kinds of words that no plan, and no news of one, does without all of.
OF_A_PLAN = tuple(
    listed(kind)
    for kind in (
        "kế hoạch",
        "mục tiêu",
        "nhiệm vụ",
        "chương trình | đề án",
        "triển khai",
        "thực hiện",
        "chỉ tiêu",
        "trẻ em",
        "giải pháp",
        "ủy ban nhân dân | ubnd",
        "phối hợp",
        "tổ chức",
    )
)
AIMING = listed("mục tiêu | phấn đấu | chỉ tiêu")
OF_TASKS = listed("""
    nhiệm vụ | giải pháp | tăng cường | xây dựng và triển khai | huy động | để thực hiện | nội dung thi đua |
    với các nội dung
""")
