"""Acts about children: the law, the directive of the Party, the programmes and their decisions."""

from targets.catalogue.choices import ActType

from .writing import (
    ASSEMBLY,
    FROM_MEMORY,
    LABOUR,
    NO_SUCCESSOR,
    PERIOD_OVER,
    POLITBURO,
    REPLACED,
    SECOND_HAND,
    SEEN,
    act,
    circular,
    decision,
    decree,
    law,
)

LAW_ON_CHILDREN = law("102/2016/QH13", "05/4/2016", "Luật Trẻ em", SECOND_HAND, since="01/6/2017")
DECREE_56_2017 = decree(
    "56/2017/NĐ-CP",
    "09/5/2017",
    "Quy định chi tiết một số điều của Luật Trẻ em",
    SECOND_HAND,
    since="01/7/2017",
)
LABOUR_CODE = act(
    ActType.CODE,
    ASSEMBLY,
    "45/2019/QH14",
    "20/11/2019",
    "Bộ luật Lao động",
    SECOND_HAND,
    since="01/01/2021",
)
DIRECTIVE_20 = act(
    ActType.DIRECTIVE,
    POLITBURO,
    "20-CT/TW",
    "05/11/2012",
    "Về việc tăng cường sự lãnh đạo của Đảng đối với công tác chăm sóc, giáo dục và bảo vệ trẻ em trong tình "
    "hình mới",
    FROM_MEMORY,
    until="24/12/2023",
    why=REPLACED,
    note="Có văn bản in nhầm ngày là 05/12/2012.",
)
DIRECTIVE_28 = act(
    ActType.DIRECTIVE,
    POLITBURO,
    "28-CT/TW",
    "25/12/2023",
    "Về tăng cường công tác chăm sóc, giáo dục và bảo vệ trẻ em đáp ứng yêu cầu phát triển đất nước phồn "
    "vinh, hạnh phúc",
    SEEN,
    source="english.luatvietnam.vn 286111; pbgdplthainguyen.gov.vn",
)
DECISION_1023 = decision(
    "1023/QĐ-TTg",
    "07/6/2016",
    "Phê duyệt Chương trình phòng ngừa, giảm thiểu lao động trẻ em giai đoạn 2016 - 2020",
    SECOND_HAND,
    until="31/12/2020",
    why=PERIOD_OVER,
)
DECISION_782 = decision(
    "782/QĐ-TTg",
    "27/5/2021",
    "Phê duyệt Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật giai đoạn "
    "2021 - 2025, định hướng đến năm 2030",
    SEEN,
    until="31/12/2025",
    why=PERIOD_OVER,
    source="luatvietnam.vn, hethongphapluat.com (phần đầu)",
    note=f"{NO_SUCCESSOR} Định hướng đến năm 2030 vẫn viện dẫn được như định hướng.",
)
DECISION_23 = decision(
    "23/QĐ-TTg",
    "07/01/2021",
    "Phê duyệt Chương trình hành động quốc gia vì trẻ em giai đoạn 2021 - 2030",
    SEEN,
    until="31/12/2030",
    why=PERIOD_OVER,
)
DECISION_1248 = decision(
    "1248/QĐ-TTg",
    "19/7/2021",
    "Phê duyệt Chương trình phòng, chống tai nạn, thương tích trẻ em giai đoạn 2021 - 2030",
    FROM_MEMORY,
    until="31/12/2030",
    why=PERIOD_OVER,
)
DECISION_1591 = decision(
    "1591/QĐ-TTg",
    "08/12/2023",
    "Phê duyệt Chương trình chăm sóc sức khỏe tâm thần trẻ em, chăm sóc trẻ em mồ côi giai đoạn 2023 - 2030",
    SEEN,
    until="31/12/2030",
    why=PERIOD_OVER,
    source="thuviennhadat.vn 590035",
)
DECISION_1863 = decision(
    "1863/QĐ-TTg",
    "23/12/2019",
    "Phê duyệt Kế hoạch hành động phòng, chống bạo lực, xâm hại trẻ em giai đoạn 2020 - 2025",
    FROM_MEMORY,
    until="31/12/2025",
    why=PERIOD_OVER,
    note=NO_SUCCESSOR,
)
DECISION_1437 = decision(
    "1437/QĐ-TTg",
    "29/10/2018",
    "Phê duyệt Đề án chăm sóc vì sự phát triển toàn diện trẻ em trong những năm đầu đời tại gia đình và cộng "
    "đồng giai đoạn 2018 - 2025",
    FROM_MEMORY,
    until="31/12/2025",
    why=PERIOD_OVER,
    note=NO_SUCCESSOR,
)
DECISION_1438 = decision(
    "1438/QĐ-TTg",
    "29/10/2018",
    "Phê duyệt Đề án hỗ trợ trẻ em khuyết tật tiếp cận các dịch vụ bảo vệ, chăm sóc, giáo dục tại cộng đồng "
    "giai đoạn 2018 - 2025",
    FROM_MEMORY,
    until="31/12/2025",
    why=PERIOD_OVER,
    note=NO_SUCCESSOR,
)
DECISION_588 = decision(
    "588/QĐ-TTg",
    "17/5/2019",
    "Phê duyệt Đề án huy động nguồn lực xã hội hỗ trợ trẻ em các xã đặc biệt khó khăn thuộc vùng dân tộc "
    "thiểu số và miền núi giai đoạn 2019 - 2025",
    FROM_MEMORY,
    until="31/12/2025",
    why=PERIOD_OVER,
)
DECISION_06 = decision(
    "06/QĐ-TTg",
    "03/01/2019",
    "Quy định tiêu chuẩn, trình tự đánh giá và công nhận xã, phường, thị trấn phù hợp với trẻ em",
    SECOND_HAND,
    source="thuvienphapluat.vn",
    note="Từ 01/7/2025 không còn thị trấn.",
)
JOINT_RULES = act(
    ActType.JOINT_RULES,
    LABOUR,
    "01/QCPH-LĐTBXH-GDĐT-CA-NNPTNT-TLĐ-LMHTX-LĐTMCN",
    "25/01/2024",
    "Phối hợp phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật giai đoạn 2024 - 2025, định "
    "hướng đến năm 2030",
    SECOND_HAND,
    until="31/12/2025",
    why=PERIOD_OVER,
    source="Kế hoạch số 1274/KH-UBND ngày 29/5/2024 của UBND tỉnh Cao Bằng",
)
CIRCULAR_13_2021 = circular(
    LABOUR,
    "13/2021/TT-BLĐTBXH",
    "30/9/2021",
    "Quy định Bộ chỉ tiêu thống kê về tình hình trẻ em và tình hình xâm hại trẻ em, xử lý vi phạm hành chính "
    "đối với các hành vi xâm hại trẻ em",
    SECOND_HAND,
    since="15/11/2021",
    source="hieuluat.vn; thuvienphapluat.vn",
)
