"""What heads the columns of tables of targets and of tasks."""

from .patterns import listed

NAMES = listed("chỉ tiêu | mục tiêu | chỉ số | nội dung chỉ tiêu | nội dung")
UNITS = listed("đvt | đơn vị | đơn vị tính | đv tính | đơn vị đo | dvt")
# Before the year of a column: "Kế hoạch năm 2025", "Mục tiêu đến 2030".
BEFORE_YEARS = listed("""
    mức | kế hoạch | chỉ tiêu | kh | thực hiện | đến | mục tiêu | phấn đấu | giá trị
""")
BETWEEN_THEM = listed("năm | giao | đạt | đến")
VALUES = listed("""
    mức | tỷ lệ | tỉ lệ | giá trị | kế hoạch | chỉ tiêu giao | mức đạt | mức phấn đấu | mục tiêu
""")
BEFORE_PERIODS = listed("giai đoạn | năm | đến")
RESULTS = listed(
    "thực hiện | th | kết quả | đã | ước | hiện trạng | thực trạng | năm gốc"
)  # of the past: no target

BEFORE_TASKS = listed("nội dung | tên | danh mục")
TASK_NAMES = listed("công việc | nhiệm vụ | hoạt động")
CONTENTS = listed("nội dung | nội dung công việc | nội dung thực hiện | nội dung nhiệm vụ")
LEADS = listed("""
    chủ trì | thực hiện | chủ trì thực hiện | chịu trách nhiệm | phụ trách | tham mưu | đầu mối | được giao |
    phân công | trách nhiệm
""")
DUE_TIMES = listed("thời gian | thời hạn | tiến độ | hoàn thành | thời điểm | hạn")
PRODUCTS = listed("sản phẩm | kết quả | đầu ra | kết quả, sản phẩm | sản phẩm, kết quả")
SCORED = listed(
    "điểm | thang điểm | điểm tối đa | tiêu chuẩn | tiêu chí | số điểm | điểm chuẩn"
)  # no targets
COUNTERS = listed("stt | tt | số tt | số thứ tự")
SHARE_NAMES = listed("tỷ lệ | tỉ lệ")  # a row that begins so and names no unit counts per cent
