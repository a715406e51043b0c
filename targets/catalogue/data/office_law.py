"""Who governs and which offices there are, before and after the reform of 2025; the days they are off."""

from targets.catalogue.choices import ActType

from .writing import (
    ASSEMBLY,
    FROM_MEMORY,
    HEALTH,
    HOME_AFFAIRS,
    OWN_TERM,
    REPLACED,
    SECOND_HAND,
    SEEN,
    act,
    circular,
    decision,
    decree,
    law,
)

LAW_ON_LOCAL_GOVERNMENT_2015 = law(
    "77/2015/QH13",
    "19/6/2015",
    "Luật Tổ chức chính quyền địa phương",
    FROM_MEMORY,
    since="01/01/2016",
    until="28/02/2025",
    why=REPLACED,
)
LAW_ON_LOCAL_GOVERNMENT_FEBRUARY_2025 = law(
    "65/2025/QH15",
    "19/02/2025",
    "Luật Tổ chức chính quyền địa phương",
    SECOND_HAND,
    since="01/3/2025",
    until="15/6/2025",
    why=REPLACED,
)
LAW_ON_LOCAL_GOVERNMENT = law(
    "72/2025/QH15",
    "16/6/2025",
    "Luật Tổ chức chính quyền địa phương",
    SECOND_HAND,
    since="16/6/2025",
    source="congbao.chinhphu.vn 45148; Điều 51",
)
RESOLUTION_202_2025 = act(
    ActType.RESOLUTION,
    ASSEMBLY,
    "202/2025/QH15",
    "12/6/2025",
    "Về việc sắp xếp đơn vị hành chính cấp tỉnh",
    SECOND_HAND,
)
DECISION_19_2025 = decision(
    "19/2025/QĐ-TTg",
    "30/6/2025",
    "Ban hành Bảng danh mục và mã số các đơn vị hành chính Việt Nam",
    SECOND_HAND,
    since="01/7/2025",
)
DECREE_42_2025 = decree(
    "42/2025/NĐ-CP",
    "27/02/2025",
    "Quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Y tế",
    SECOND_HAND,
    since="01/3/2025",
)
DECREE_45_2025 = decree(
    "45/2025/NĐ-CP",
    "28/02/2025",
    "Quy định tổ chức các cơ quan chuyên môn thuộc Ủy ban nhân dân cấp tỉnh và cấp huyện",
    SECOND_HAND,
    since="01/3/2025",
    until="15/6/2025",
    why=REPLACED,
)
DECREE_150_2025 = decree(
    "150/2025/NĐ-CP",
    "12/6/2025",
    "Quy định tổ chức các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh, thành phố trực thuộc trung ương và "
    "Ủy ban nhân dân xã, phường, đặc khu thuộc tỉnh, thành phố trực thuộc trung ương",
    SEEN,
    since="16/6/2025",
    source="hethongphapluat.com; Điều 24",
)
DECREE_370_2025 = decree(
    "370/2025/NĐ-CP",
    "31/12/2025",
    "Sửa đổi, bổ sung một số điều của Nghị định số 150/2025/NĐ-CP",
    SECOND_HAND,
    note="Chưa đọc nội dung sửa đổi.",
)
DECREE_129_2025 = decree(
    "129/2025/NĐ-CP",
    "11/6/2025",
    "Quy định về phân định thẩm quyền của chính quyền địa phương 02 cấp trong lĩnh vực quản lý nhà nước của Bộ "
    "Nội vụ",
    FROM_MEMORY,
    since="01/7/2025",
    until="28/02/2027",
    why=OWN_TERM,
    note="Ngày hết hiệu lực suy từ các nghị định ban hành cùng đợt; Quốc hội có thể kéo dài.",
)
DECREE_147_2025 = decree(
    "147/2025/NĐ-CP",
    "12/6/2025",
    "Quy định về phân định thẩm quyền của chính quyền địa phương 02 cấp trong lĩnh vực quản lý nhà nước của Bộ "
    "Y tế",
    FROM_MEMORY,
    since="01/7/2025",
    until="28/02/2027",
    why=OWN_TERM,
    note="Ngày hết hiệu lực suy từ các nghị định ban hành cùng đợt; Quốc hội có thể kéo dài.",
)
CIRCULAR_37_2021 = circular(
    HEALTH,
    "37/2021/TT-BYT",
    "",
    "Hướng dẫn chức năng, nhiệm vụ, quyền hạn của Sở Y tế, Phòng Y tế",
    FROM_MEMORY,
    until="30/6/2025",
    why=REPLACED,
    note="Chưa rõ ngày ban hành.",
)
CIRCULAR_20_2025 = circular(
    HEALTH,
    "20/2025/TT-BYT",
    "23/6/2025",
    "Hướng dẫn chức năng, nhiệm vụ, quyền hạn của cơ quan chuyên môn về y tế thuộc Ủy ban nhân dân cấp tỉnh và "
    "Ủy ban nhân dân cấp xã",
    SEEN,
    since="01/7/2025",
    source="hethongphapluat.com",
)
CIRCULAR_10_2025 = circular(
    HOME_AFFAIRS,
    "10/2025/TT-BNV",
    "19/6/2025",
    "Hướng dẫn chức năng, nhiệm vụ, quyền hạn của cơ quan chuyên môn về nội vụ thuộc Ủy ban nhân dân cấp tỉnh "
    "và Ủy ban nhân dân cấp xã",
    SECOND_HAND,
    source="lsvn.vn a159561",
)

# --- Days off ---------------------------------------------------------------------------------------------

RESOLUTION_28_2026 = act(
    ActType.RESOLUTION,
    ASSEMBLY,
    "28/2026/QH16",
    "24/4/2026",
    "Về phát triển văn hóa Việt Nam",
    SECOND_HAND,
    since="01/7/2026",
    source="xaydungchinhsach.chinhphu.vn; Điều 2",
)
