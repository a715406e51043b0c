"""Words of time: around a year, before a day, of a period."""

from .patterns import listed, single

# What may stand in a phrase that names a year: "đến hết năm", "giai đoạn", "trước ngày".
AROUND_A_YEAR = single("""
    năm | đến | tới | vào | trong | hết | cuối | từ | nay | trước | ngày | tháng | quý | đầu |
    giai | đoạn | định | hướng | thời | kỳ | tầm | nhìn
""")
# Of these, what says when, whatever stands around it.
ANCHORING = single("đến | tới | vào | trong | hết | cuối | trước")
# "so với 2022", "cùng kỳ 2023", "số 12/2023", "của năm 2021": a year that is no time of a target.
BEFORE_NO_TIME = single("với | kỳ | số | / | của")
YEAR, QUARTER, MONTH = "năm", "quý", "tháng"
# Beside figures all that a cell holds which is nothing but a time: "trước ngày 15/01/2024".
IN_A_TIME = listed("ngày | tháng | năm | quý | trước | hết | cuối | đến | từ | trong | và")
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}

BY_A_YEAR = listed("vào | đến | trong | ở")  # "90% vào năm 2026 và 95% vào năm 2028 số trẻ em …"
BEHIND_A_VALUE = listed("vào | đến | trong | tới")
IN_A_HEADING = listed("đến | trong | vào | cho")  # "a) Đến hết năm 2025", "Cho năm 2026"
PERIODS = listed("giai đoạn | nhiệm kỳ | từ năm")

# --- Days by which something is due -------------------------------------------------------------------

BEFORE_DUE = listed("""
    trước | chậm nhất | xong | hạn | thời hạn | hoàn thành | tiến độ | thời gian | thời gian thực hiện |
    thời gian hoàn thành | thời gian tổ chức
""")
# What may stand between such a word and its day.
BEFORE_A_DAY = listed("""
    : | ( | , | là | vào | trong | xong | trước | đến | hết | cuối | đầu | khoảng | từ | nay | ngày |
    nhiệm vụ | thực hiện | hoàn thành
""")
BEFORE_A_YEAR = listed("trong | hết | cuối | đến | trước | :")
BETWEEN_MONTHS = listed("- | – | , | và | đến")
BETWEEN_QUARTERS = listed("- | – | , | và")
UNTIL = listed("- | – | đến | tới")  # "từ tháng 3 đến tháng 5"
OF_YEARS = listed("năm | giai đoạn | các năm")  # "Giai đoạn 2026 - 2030"
# Behind a year: what goes on without an end has no day by which it is late.
WITHOUT_END = listed("""
    và các năm tiếp theo | và các năm sau | và những năm tiếp theo | và những năm sau | trở đi | trở về sau
""")
REPORTED_BY = listed("trước | chậm nhất | vào | định kỳ | ngày")  # "báo cáo … định kỳ …"
BEFORE_REPORT_DAYS = listed("trước | chậm nhất | vào | và | ,")
# What says when a report is due, near "báo cáo"; a day in figures does, too.
REPORTING_TIMES = listed("""
    trước ngày | chậm nhất | định kỳ | hằng tháng | hằng quý | hằng năm | 6 tháng | theo quy định
""")
WEEKDAYS = listed("hai | ba | tư | năm | sáu | bảy")  # behind "thứ"
