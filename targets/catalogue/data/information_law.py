"""Data, personal data and the security of networks."""

from .writing import REPLACED, SECOND_HAND, SEEN, decree, law

LAW_ON_NETWORK_INFORMATION_SECURITY = law(
    "86/2015/QH13",
    "19/11/2015",
    "Luật An toàn thông tin mạng",
    SECOND_HAND,
    since="01/7/2016",
    until="30/6/2026",
    why=REPLACED,
)
LAW_ON_CYBERSECURITY_2018 = law(
    "24/2018/QH14",
    "12/6/2018",
    "Luật An ninh mạng",
    SECOND_HAND,
    since="01/01/2019",
    until="30/6/2026",
    why=REPLACED,
)
LAW_ON_CYBERSECURITY = law(
    "116/2025/QH15",
    "10/12/2025",
    "Luật An ninh mạng",
    SECOND_HAND,
    since="01/7/2026",
    source="Điều 44",
)
LAW_ON_DATA = law("60/2024/QH15", "30/11/2024", "Luật Dữ liệu", SECOND_HAND, since="01/7/2025")
DECREE_165_2025 = decree(
    "165/2025/NĐ-CP",
    "30/6/2025",
    "Quy định chi tiết một số điều và biện pháp thi hành Luật Dữ liệu",
    SECOND_HAND,
    since="01/7/2025",
)
DECREE_194_2025 = decree(
    "194/2025/NĐ-CP",
    "03/7/2025",
    "Quy định chi tiết một số điều của Luật Giao dịch điện tử về cơ sở dữ liệu quốc gia, kết nối và chia sẻ dữ "
    "liệu, dữ liệu mở phục vụ giao dịch điện tử của cơ quan nhà nước",
    SEEN,
    since="19/8/2025",
    source="hethongphapluat.com",
)
DECREE_47_2020 = decree(
    "47/2020/NĐ-CP",
    "09/4/2020",
    "Về quản lý, kết nối và chia sẻ dữ liệu số của cơ quan nhà nước",
    SECOND_HAND,
    since="25/5/2020",
    until="21/10/2025",
    why=REPLACED,
)
DECREE_278_2025 = decree(
    "278/2025/NĐ-CP",
    "22/10/2025",
    "Quy định về kết nối, chia sẻ dữ liệu bắt buộc giữa các cơ quan thuộc hệ thống chính trị",
    SECOND_HAND,
    since="22/10/2025",
    source="Điều 23",
)
LAW_ON_PERSONAL_DATA = law(
    "91/2025/QH15",
    "26/6/2025",
    "Luật Bảo vệ dữ liệu cá nhân",
    SECOND_HAND,
    since="01/01/2026",
)
DECREE_13_2023 = decree(
    "13/2023/NĐ-CP",
    "17/4/2023",
    "Về bảo vệ dữ liệu cá nhân",
    SECOND_HAND,
    since="01/7/2023",
    until="31/12/2025",
    why=REPLACED,
)
DECREE_356_2025 = decree(
    "356/2025/NĐ-CP",
    "31/12/2025",
    "Quy định chi tiết một số điều và biện pháp thi hành Luật Bảo vệ dữ liệu cá nhân",
    SECOND_HAND,
    since="01/01/2026",
)
