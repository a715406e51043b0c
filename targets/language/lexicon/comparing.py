"""Words straight before and after a value: how it compares ("trên 72%", "từ 60% trở lên")."""

from .patterns import listed, single

ABOVE = listed("trên | hơn | cao hơn | lớn hơn | nhiều hơn | vượt | vượt trên | vượt mức | vượt quá | >")
AT_LEAST = listed("""
    ít nhất | ít nhất là | ít nhất có | tối thiểu | tối thiểu là | không dưới | thấp nhất là |
    không thấp hơn | không ít hơn | không nhỏ hơn | đạt và vượt | ≥ | >=
""")
BELOW = listed("dưới | thấp hơn | nhỏ hơn | ít hơn | chưa đến | chưa tới | <")
AT_MOST = listed("""
    không quá | không vượt quá | không vượt | không cao hơn | không lớn hơn | không nhiều hơn |
    không trên | không hơn | không để quá | không để vượt quá | không để trên |
    tối đa | tối đa là | cao nhất là | nhiều nhất | nhiều nhất là | ≤ | <=
""")

# A lower level: "xuống 4,9%", "còn 4,9%".
FALLING_TO = listed("""
    xuống | xuống còn | xuống chỉ còn | xuống mức | xuống đến | còn | chỉ còn | còn lại | về | về mức |
    còn ở mức
""")
# A level, whichever way: "đạt 90%", "lên 75%", "duy trì ở mức 100%".
REACHING = listed("""
    đạt | đạt được | đạt khoảng | là | bằng | lên | lên đến | lên tới | lên mức | đến | tới | mức |
    ở mức | ở | gấp | tăng gấp | tỷ lệ | khoảng | gần | chiếm | = | từ | lần lượt | lần lượt là | lần lượt đạt |
    đạt lần lượt
""")

AT_LEAST_BEHIND = listed("trở lên | hoặc hơn")
AT_MOST_BEHIND = listed("trở xuống | trở lại")

# Of these, what says that the value is where to arrive, not how far to go.
ARRIVING = listed("đạt | lên | lên đến | lên tới | là")
# What says something before people, too, where "còn 80%" only joins and "là 90%" only names.
KEPT_BEFORE_PEOPLE = listed("đạt | từ | khoảng | gần")
REACHED = "đạt"
ROUGH = single("gần | khoảng")  # "gần 90%" is how things stand, unless a year says when
# "tăng từ 60% lên 75%": what makes the first value the point of departure of the second.
MOVING_ON = listed("lên | xuống | còn | chỉ còn | về")
BETWEEN = single("- | đến | tới")  # the two ends of a range
# What follows a bare index ("xuống 9,5 vào năm 2025"): nothing that it could count.
AFTER_AN_INDEX = single(", | và | vào | đến | ( | năm")

IN_CELLS = listed("""
    trên | dưới | đạt | ít nhất | tối thiểu | không quá | tối đa | từ | còn | xuống | xuống còn | không dưới |
    ≥ | >= | > | ≤ | <= | < | =
""")
# "tỷ lệ bỏ học dưới" / "2%": a sentence that breaks off before its figure.
WANTING_A_FIGURE = listed("""
    trên | dưới | đạt | còn | xuống | ít nhất | tối thiểu | tối đa | không quá | vượt quá | không dưới |
    thêm | bằng | số | ngày | tháng | năm
""")
# First words of a comparison, where a year stands before its value ("2025: trên 80%").
OPENING_A_VALUE = single("đạt | trên | dưới | ít | tối | không | còn | từ | ≥ | ≤ | > | <")
# Every comparing word behind which a number may stand in words, and every extreme, holds one of these.
SIGNS_OF_A_VALUE = listed(
    "nhất | tối | không | trên | dưới | hơn | vượt | thấp | chưa | đạt và | mỗi | từng | < | > | ≥ | ≤"
)
