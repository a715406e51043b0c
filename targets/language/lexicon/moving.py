"""What moves, and which way: verbs, the quantities they move, and the extremes ("giảm tối đa")."""

from .patterns import listed, single

DOWN = listed("""
    giảm | giảm thiểu | kéo giảm | giảm dần | giảm bớt | làm giảm | hạ | hạn chế | kiềm chế |
    cắt giảm | rút ngắn | giảm mạnh | giảm thêm | giảm được | giảm bình quân | giảm trung bình
""")
UP = listed("tăng | nâng | nâng cao | tăng thêm | gia tăng | đưa | tăng bình quân | tăng dần")
HOLD = listed("duy trì | giữ | giữ vững | giữ ổn định | ổn định | duy trì ổn định | duy trì và giữ vững")

# These open a subject without a verb, too: "tỷ lệ trẻ em …".
QUANTITIES = listed("""
    tỷ lệ | tỷ suất | tổng tỷ suất | tỷ trọng | tỷ số | số lượng | số lượt | số vụ | số vụ việc | số cuộc | số ca |
    số trường hợp | số giờ | số | tổng số | chỉ số | độ bao phủ
""")
# These only after a verb that moves them: "giảm nguy cơ …".
MOVED_QUANTITIES = listed("tình trạng | tình hình | mức | mức giảm | tần suất | mức độ | nguy cơ | tốc độ")
NO_QUANTITIES = listed("số hóa | số hoá")  # a deed
WITHOUT_UNIT = single("tỷ suất | tổng tỷ suất | tỷ số | chỉ số")  # their values need none
BEFORE_NO_QUANTITY = single("trong | tổng | trên | theo | của")  # "trong số": no quantity of its own
BEFORE_A_PACED_SUBJECT = single("số | tổng | tỷ")  # "giảm 2%/năm số cặp tảo hôn"

# "Thời gian xác minh rút ngắn còn không quá 12 giờ".
SHORTENING = listed("rút ngắn | rút ngắn được")
TAKING_TIME = listed("thời gian | thời hạn")
# How long an undertaking lasts is no aim: "Thời gian thực hiện không quá 02 ngày".
LASTING = listed("""
    thực hiện | tổ chức | hoàn thành | học | tập huấn | đào tạo | làm việc | họp | từ | báo cáo | nộp | gửi | tối đa
""")
DURATIONS = listed("giờ | giờ làm việc | ngày | ngày làm việc | phút")

HOURS = single("giờ | ngày | phút")  # what a duration begins with

LOWEST = listed("""
    giảm tối đa | giảm thiểu tối đa | hạn chế tối đa | hạn chế thấp nhất | giảm thấp nhất |
    kéo giảm tối đa | giảm đến mức tối đa
""")
TO_THE_LOWEST = listed("""
    đến mức thấp nhất | xuống mức thấp nhất | tới mức thấp nhất | ở mức thấp nhất | đến mức tối thiểu |
    về mức thấp nhất | xuống thấp nhất
""")
HIGHEST = listed("tăng tối đa | nâng tối đa")
TO_THE_HIGHEST = listed("đến mức cao nhất | lên mức cao nhất | ở mức cao nhất")

SAME_AGAIN = listed("con số này | tỷ lệ này | chỉ tiêu này | tỷ suất này | số này")
