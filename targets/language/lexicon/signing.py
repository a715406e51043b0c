"""The foot of a paper: authority, posts, ranks before a name, what recipients get it for."""

from .patterns import listed

# NĐ 30/2020, Phụ lục I, II.7b: on behalf of, for, by order, by authority, acting.
AUTHORITIES = listed("TM | KT | TL | TUQ | Q")
AUTHORITIES_SEEN = (*AUTHORITIES, *listed("T/M | K/T | TLUQ"))  # as offices write them, too
POSTS = listed("""
    chủ tịch | giám đốc | bí thư | chánh văn phòng | hiệu trưởng | thủ trưởng | bộ trưởng |
    viện trưởng | cục trưởng | chi cục trưởng | chủ nhiệm | tổng cục trưởng | trưởng đoàn | tổng giám đốc |
    chánh thanh tra | trưởng công an | trưởng trạm | chủ tọa | chủ trì
""")
BESIDE = listed("thư ký | người ghi biên bản")  # signs at the left of who presided (Mẫu 1.9)
LONG_POSTS = listed("trưởng phòng | trưởng ban")  # "Trưởng phòng Nội vụ huyện …"
CHIEFS = listed("chủ tịch | giám đốc | trưởng ban | trưởng phòng")
DECIDING = listed("chủ tịch | giám đốc | trưởng ban | trưởng phòng | bí thư | hiệu trưởng")
SIGNED = listed("đã ký | ký số | đã ký và đóng dấu | đã ký, đóng dấu | đã ký tên, đóng dấu | dấu")
SIGNED_BY = listed("ký tên | chữ ký")

# Not to be printed before a name (NĐ 30/2020, Phụ lục I, II.7c), yet they are.
DEGREES = listed(
    "GS | PGS | TSKH | TS | ThS | Th.S | BS | BSCK | DS | DSCK | KS | CN | LS | CK | NGƯT | TTƯT"
)
ADDRESSES = listed("Ông | Bà | Đồng chí | Đ/c")
DEGREES_IN_FULL = listed("""
    Giáo sư | Phó Giáo sư | Tiến sĩ | Tiến sỹ | Thạc sĩ | Thạc sỹ | Bác sĩ | Bác sỹ | Dược sĩ | Dược sỹ | Kỹ sư |
    Cử nhân | Luật sư | Nhà giáo Nhân dân | Nhà giáo Ưu tú | Thầy thuốc Nhân dân | Thầy thuốc Ưu tú | NGND | TTND
""")
# Allowed before a name in the armed forces.
RANKS = tuple(
    f"{grade} {rank}"
    for grade in listed("Thiếu | Trung | Thượng | Đại")
    for rank in listed("tá | tướng | úy")
)

# What a recipient gets the paper for.
TO_REPORT = listed("b/c | báo cáo")
TO_KNOW = listed("phối hợp | để biết")
