"""Whom targets speak of, and the words of their ages."""

from .patterns import listed

# They stand before an age: "trẻ em dưới 16 tuổi lao động sớm".
BEFORE_AGES = listed("trẻ em | trẻ | người chưa thành niên | học sinh | trẻ em và người chưa thành niên")
NOT_YET = listed("dưới | chưa đủ | chưa đến")  # "từ 5 đến chưa đủ 16 tuổi"
AGES_BETWEEN = listed("- | – | đến | tới")
# What only announces the values of a list: "…, qua các năm, cụ thể như sau".
ANNOUNCING = listed("qua các năm | từng năm | hằng năm")
