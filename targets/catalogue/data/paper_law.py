"""Clerical work: papers, reports, signatures, archives, secrets."""

from .writing import FROM_MEMORY, HOME_AFFAIRS, REPLACED, SECOND_HAND, SEEN, circular, decision, decree, law

DECREE_30_2020 = decree(
    "30/2020/NĐ-CP",
    "05/3/2020",
    "Về công tác văn thư",
    SEEN,
    since="05/3/2020",
    note="Đến tháng 10/2026 không thấy văn bản sửa đổi, thay thế.",
)
DECREE_09_2019 = decree(
    "09/2019/NĐ-CP",
    "24/01/2019",
    "Quy định về chế độ báo cáo của cơ quan hành chính nhà nước",
    SECOND_HAND,
    since="12/3/2019",
)
DECISION_42_2014 = decision(
    "42/2014/QĐ-TTg",
    "27/7/2014",
    "Ban hành Quy chế theo dõi, đôn đốc, kiểm tra việc thực hiện nhiệm vụ do Chính phủ, Thủ tướng Chính phủ "
    "giao",
    SECOND_HAND,
)
DECISION_23_2018 = decision(
    "23/2018/QĐ-TTg",
    "15/5/2018",
    "Sửa đổi, bổ sung một số điều của Quy chế ban hành kèm theo Quyết định số 42/2014/QĐ-TTg",
    SECOND_HAND,
    source="Văn bản hợp nhất số 01/VBHN-VPCP ngày 11/7/2018",
)
LAW_ON_E_TRANSACTIONS = law(
    "20/2023/QH15", "22/6/2023", "Luật Giao dịch điện tử", SECOND_HAND, since="01/7/2024"
)
DECREE_130_2018 = decree(
    "130/2018/NĐ-CP",
    "27/9/2018",
    "Quy định chi tiết thi hành Luật Giao dịch điện tử về chữ ký số và dịch vụ chứng thực chữ ký số",
    FROM_MEMORY,
    since="15/11/2018",
    until="09/4/2025",
    why=REPLACED,
)
DECREE_23_2025 = decree(
    "23/2025/NĐ-CP",
    "21/02/2025",
    "Quy định về chữ ký điện tử và dịch vụ tin cậy",
    SECOND_HAND,
    since="10/4/2025",
)
DECREE_68_2024 = decree(
    "68/2024/NĐ-CP",
    "25/6/2024",
    "Quy định về chữ ký số chuyên dùng công vụ",
    SECOND_HAND,
    since="15/8/2024",
)
DECREE_137_2024 = decree(
    "137/2024/NĐ-CP",
    "23/10/2024",
    "Quy định về giao dịch điện tử của cơ quan nhà nước và hệ thống thông tin phục vụ giao dịch điện tử",
    SECOND_HAND,
)
CIRCULAR_22_2020 = circular(
    "Bộ Thông tin và Truyền thông",
    "22/2020/TT-BTTTT",
    "07/9/2020",
    "Quy định về yêu cầu kỹ thuật đối với phần mềm ký số, phần mềm kiểm tra chữ ký số",
    SECOND_HAND,
    until="14/8/2025",
    why=REPLACED,
    source="Thông tư số 15/2025/TT-BKHCN, điều khoản thi hành",
)
CIRCULAR_15_2025_SCIENCE = circular(
    "Bộ Khoa học và Công nghệ",
    "15/2025/TT-BKHCN",
    "15/8/2025",
    "Quy định yêu cầu kỹ thuật đối với phần mềm ký số, phần mềm kiểm tra chữ ký số và cổng kết nối dịch vụ "
    "chứng thực chữ ký số công cộng",
    SEEN,
    since="15/8/2025",
)
LAW_ON_ARCHIVES_2011 = law(
    "01/2011/QH13",
    "11/11/2011",
    "Luật Lưu trữ",
    FROM_MEMORY,
    since="01/7/2012",
    until="30/6/2025",
    why=REPLACED,
)
LAW_ON_ARCHIVES = law("33/2024/QH15", "21/6/2024", "Luật Lưu trữ", SECOND_HAND, since="01/7/2025")
DECREE_113_2025 = decree(
    "113/2025/NĐ-CP",
    "03/6/2025",
    "Quy định chi tiết một số điều của Luật Lưu trữ",
    SECOND_HAND,
    since="21/7/2025",
)
CIRCULAR_05_2025 = circular(
    HOME_AFFAIRS,
    "05/2025/TT-BNV",
    "14/5/2025",
    "Quy định nghiệp vụ lưu trữ tài liệu lưu trữ số",
    SECOND_HAND,
    since="01/7/2025",
)
LAW_ON_SECRETS_2018 = law(
    "29/2018/QH14",
    "15/11/2018",
    "Luật Bảo vệ bí mật nhà nước",
    FROM_MEMORY,
    since="01/7/2020",
    until="28/02/2026",
    why=REPLACED,
)
LAW_ON_SECRETS = law(
    "117/2025/QH15", "10/12/2025", "Luật Bảo vệ bí mật nhà nước", SECOND_HAND, since="01/3/2026"
)
