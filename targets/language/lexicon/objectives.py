"""The objectives of the programme of Quyết định 782/QĐ-TTg by the words of headings and of targets.

MT1 phòng ngừa, hỗ trợ; MT2 truyền thông; MT3 đào tạo, tập huấn. "Đào tạo" and "bảo vệ" have a look ahead of their
own where they are used: "đào tạo nghề" and "bảo vệ môi trường" are others.
"""

from .patterns import listed

HELPING = listed("""
    phòng ngừa | phát hiện | hỗ trợ | can thiệp | giảm tỷ lệ | giảm tỉ lệ | tiếp cận | trẻ em lao động |
    bảo vệ trẻ em
""")
PROTECTING = listed("chỉ tiêu | mục tiêu | công tác")  # "Chỉ tiêu về bảo vệ …"
TELLING = listed("""
    truyền thông | tuyên truyền | thông tin | nhận thức | kiến thức | giáo dục, vận động
""")
TRAINING = listed("tập huấn | bồi dưỡng | nâng cao năng lực")

# By a target's own words, where no heading says it.
TOLD = listed("""
    cung cấp thông tin | cung cấp kiến thức | cung cấp kiến thức, thông tin | truyền thông | tuyên truyền |
    nhận thức | phổ biến
""")
CHILDREN = listed("trẻ em | lao động")

# A line that only names what follows.
NAMING = listed("mục tiêu | chỉ tiêu | định hướng")
GENERAL = listed("chung | tổng quát | cụ thể")
GENERAL_ALONE = listed("cụ thể | chủ yếu")
# What "Mục tiêu (về) …" inside a running text goes on with when it opens a group.
INSIDE_A_TEXT = listed("truyền | đào | tập | phòng | phát | hỗ | giảm | nâng")
BEHIND_ABOUT = listed("truyền | đào tạo | tập huấn | phòng ngừa, phát")

# --- Targets that are only said -----------------------------------------------------------------------

BEFORE_GOALS = listed("phấn đấu | tiếp tục | từng bước")
GOAL_VERBS = listed("""
    nâng cao | giảm | tăng | bảo đảm | đảm bảo | duy trì | hoàn thành | kiểm soát | kéo giảm | hạn chế |
    mở rộng | xây dựng | cải thiện | ngăn chặn | chấm dứt | xóa bỏ | đẩy mạnh
""")
NOT_TO = listed("để | còn | có | phát sinh | xảy ra")  # "không để xảy ra …", "cơ bản không còn …"
