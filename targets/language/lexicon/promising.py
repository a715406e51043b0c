"""Words before and between targets: aims, how often, what only joins or introduces."""

from .patterns import listed, single

MODES = listed("""
    phấn đấu | phấn đấu có | tiếp tục | bảo đảm | đảm bảo | từng bước | quyết tâm | cố gắng | phải |
    cần | sẽ | có | cơ bản | nỗ lực | tiến tới | hướng tới | hướng đến | kiểm soát và | chủ động |
    tích cực | bình quân | trung bình | mỗi năm | hằng năm | hàng năm | đạt được | đồng thời |
    trong đó | trong đó có | riêng | mục tiêu | chỉ tiêu | đặt mục tiêu | đặt chỉ tiêu | góp phần |
    với | cho | để | toàn bộ | tất cả
""")
# Of these, what only ties a target to the sentence before it and is no part of it.
TIES = listed("""
    đồng thời | trong đó | trong đó có | riêng | mục tiêu | chỉ tiêu | đặt mục tiêu | đặt chỉ tiêu |
    góp phần | với | cho | để
""")
PACES = listed("""
    mỗi năm | hằng năm | hàng năm | một năm | / năm | bình quân mỗi năm | trung bình mỗi năm |
    bình quân hằng năm | mỗi quý | hằng quý | mỗi tháng | hằng tháng | mỗi đợt
""")
EVERY_YEAR = listed("hằng năm | hàng năm | mỗi năm")
JOINTS = listed(", | và | hoặc | còn | : | - | + | * | • | · | cùng với | đồng thời | cũng như | ( | )")
IN_TURN = listed(
    "lần lượt | tương ứng | theo thứ tự"
)  # "lần lượt đạt 60% và 75%": one value a year, in order

# Words of promise; the aims of them speak for the items after them, too.
GOALS = listed("phấn đấu | chỉ tiêu | bảo đảm | đảm bảo | mục tiêu | duy trì | tiếp tục | quyết tâm")
AIMS = listed("phấn đấu | chỉ tiêu | mục tiêu | quyết tâm")
PURPOSES = single("nhằm | để | giúp")  # "giải pháp nhằm giảm tối đa …": no target
FURTHER_AIMS = listed("""
    tạo | tạo điều kiện | tạo cơ hội | góp phần | nhằm | tiến tới | từng bước | bảo đảm | đảm bảo |
    để | hỗ trợ | xây dựng | tăng cường | nâng cao | bảo vệ | giúp | đồng thời | phấn đấu
""")

# Where "… tại địa bàn", "… trong năm" begin: no people stand behind a value that one of these follows.
PREPOSITIONS = single("trong | ở | tại | trên | vào | của | theo | bằng | nhằm | để | với | qua | khi")
PLACING = single("ở | tại")
# "Tại địa bàn có khu công nghiệp: 55% …; 100% …": where all of a list is to be so.
LABELLING = listed("""
    tại | ở | đối với | trên địa bàn | khu vực | vùng | địa bàn | riêng tại | riêng ở | riêng đối với
""")
OF_WHICH = listed("trong đó | trong đó có")
# What opens brackets that say the share of a part: "(trong đó vùng cao đạt 65%)".
OF_A_PART = listed("trong đó | riêng | vùng | khu vực | miền núi")
# Where a phrase behind a value ends ("so với năm 2022, …").
PHRASE_ENDS = single(", | và | ( | ) | : | vào | đến")
# What ends the subject of a sentence without a value ("tỷ lệ … còn cao").
SUBJECT_ENDS = single("tiếp | còn | đang | vẫn | đã | sẽ | ngày | khá | rất")
