"""Emulation and commendation, and the base salary that awards are multiples of."""

from .writing import FROM_MEMORY, HOME_AFFAIRS, OWN_TERM, REPLACED, SECOND_HAND, SEEN, circular, decree, law

LAW_ON_EMULATION = law(
    "06/2022/QH15",
    "15/6/2022",
    "Luật Thi đua, khen thưởng",
    SEEN,
    since="01/01/2024",
    source="Công báo 571 + 572",
)
LAW_ON_EMULATION_AMENDED = law(
    "06/2026/QH16",
    "23/4/2026",
    "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng",
    SECOND_HAND,
    since="01/10/2026",
    source="vanban.chinhphu.vn 218100",
    note="Hồ sơ nhận trước 01/10/2026 xét theo luật cũ, trừ khi luật mới có lợi hơn. Chưa đọc từng điều.",
)
DECREE_98_2023 = decree(
    "98/2023/NĐ-CP",
    "31/12/2023",
    "Quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
    SECOND_HAND,
    since="01/01/2024",
    until="30/6/2025",
    why=REPLACED,
    source="Nghị định số 152/2025/NĐ-CP, Điều 59, 60",
    note="Nơi tỉnh chưa có quy định riêng: áp dụng đến hết ngày 31/12/2025.",
)
DECREE_28_2024 = decree(
    "28/2024/NĐ-CP",
    "06/3/2024",
    "Quy định chi tiết trình tự, thủ tục xét tặng, truy tặng “Huy chương Thanh niên xung phong vẻ vang” và việc "
    "khen thưởng tổng kết thành tích kháng chiến",
    SECOND_HAND,
    until="30/6/2025",
    why=REPLACED,
    source="Nghị định số 152/2025/NĐ-CP, Điều 59",
)
DECREE_152_2025 = decree(
    "152/2025/NĐ-CP",
    "14/6/2025",
    "Quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi "
    "hành một số điều của Luật Thi đua, khen thưởng",
    SEEN,
    since="01/7/2025",
    until="28/02/2027",
    why=OWN_TERM,
    source="vbpl.vn 178327; Điều 59, 60",
    note="Quốc hội có thể kéo dài; từng phần có thể hết hiệu lực sớm hơn khi văn bản sau có hiệu lực.",
)
CIRCULAR_01_2024 = circular(
    HOME_AFFAIRS,
    "01/2024/TT-BNV",
    "24/02/2024",
    "Quy định biện pháp thi hành Luật Thi đua, khen thưởng và Nghị định số 98/2023/NĐ-CP",
    FROM_MEMORY,
    until="04/8/2025",
    why=REPLACED,
)
CIRCULAR_15_2025 = circular(
    HOME_AFFAIRS,
    "15/2025/TT-BNV",
    "04/8/2025",
    "Quy định biện pháp thi hành Luật Thi đua, khen thưởng và Nghị định số 152/2025/NĐ-CP",
    SECOND_HAND,
    since="05/8/2025",
    source="thuvienphapluat.vn 668075",
)
CIRCULAR_20_2025_HOME_AFFAIRS = circular(
    HOME_AFFAIRS,
    "20/2025/TT-BNV",
    "11/10/2025",
    "Hướng dẫn công tác thi đua, khen thưởng ngành nội vụ",
    SECOND_HAND,
    source="thuviennhadat.vn 717326",
    note="Có bộ mẫu tờ trình, báo cáo thành tích dùng làm mẫu mặc định.",
)

# --- Base salary ------------------------------------------------------------------------------------------

BASE_SALARY = "Quy định mức lương cơ sở đối với cán bộ, công chức, viên chức và lực lượng vũ trang"
DECREE_38_2019 = decree(
    "38/2019/NĐ-CP",
    "09/5/2019",
    BASE_SALARY,
    FROM_MEMORY,
    since="01/7/2019",
    until="30/6/2023",
    why=REPLACED,
)
DECREE_24_2023 = decree(
    "24/2023/NĐ-CP",
    "14/5/2023",
    BASE_SALARY,
    FROM_MEMORY,
    since="01/7/2023",
    until="30/6/2024",
    why=REPLACED,
)
DECREE_73_2024 = decree(
    "73/2024/NĐ-CP",
    "30/6/2024",
    "Quy định mức lương cơ sở và chế độ tiền thưởng đối với cán bộ, công chức, viên chức và lực lượng vũ trang",
    SECOND_HAND,
    since="01/7/2024",
    until="30/6/2026",
    why=REPLACED,
)
DECREE_161_2026 = decree(
    "161/2026/NĐ-CP",
    "15/5/2026",
    "Quy định mức lương cơ sở",
    SECOND_HAND,
    since="01/7/2026",
    source="vanban.chinhphu.vn 218107; Điều 3",
)
