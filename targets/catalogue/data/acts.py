"""Legal acts that plans against child labour rest on, and what took the place of those that ended.

`valid_to` is the last day of force: an act that "hết hiệu lực kể từ ngày 01/3/2027" ends with 28/02/2027.
What is not known is left out; `certainty` says who has read the text.
"""

from datetime import date, timedelta

from childlabour.core.vietnamese import read_date
from targets.catalogue.choices import ActRelationKind, ActType, Certainty, EndReason

from .pieces import ActData, RelationData

SEEN, SECOND_HAND, FROM_MEMORY = Certainty
ASSEMBLY, GOVERNMENT, PRIME_MINISTER = "Quốc hội", "Chính phủ", "Thủ tướng Chính phủ"
POLITBURO = "Bộ Chính trị"
HOME_AFFAIRS, HEALTH, LABOUR = "Bộ Nội vụ", "Bộ Y tế", "Bộ Lao động - Thương binh và Xã hội"


def _act(
    kind: ActType,
    issuer: str,
    number: str,
    issued: str,
    title: str,
    certainty: Certainty,
    *,
    since: str = "",
    until: str = "",
    why: EndReason | str = "",
    source: str = "",
    note: str = "",
) -> ActData:
    """Days as an office writes them; without `since` it holds from the day of issue, as far as is known."""
    return ActData(
        type=kind,
        issuer=issuer,
        number=number,
        issued_on=_day(issued),
        title=title,
        valid_from=_day(since),
        valid_to=_day(until),
        end_reason=why,
        certainty=certainty,
        source=source,
        note=note,
    )


def _day(written: str) -> date | None:
    return read_date(written) if written else None


def _law(number: str, issued: str, title: str, certainty: Certainty, **more) -> ActData:
    return _act(ActType.LAW, ASSEMBLY, number, issued, title, certainty, **more)


def _decree(number: str, issued: str, title: str, certainty: Certainty, **more) -> ActData:
    return _act(ActType.DECREE, GOVERNMENT, number, issued, title, certainty, **more)


def _decision(number: str, issued: str, title: str, certainty: Certainty, **more) -> ActData:
    return _act(ActType.DECISION, PRIME_MINISTER, number, issued, title, certainty, **more)


def _circular(issuer: str, number: str, issued: str, title: str, certainty: Certainty, **more) -> ActData:
    return _act(ActType.CIRCULAR, issuer, number, issued, title, certainty, **more)


REPLACED, PERIOD_OVER, OWN_TERM = EndReason.REPLACED, EndReason.PERIOD_OVER, EndReason.OWN_TERM
NO_SUCCESSOR = "Đến tháng 11/2026 chưa thấy chương trình của giai đoạn sau."

# --- Children ---------------------------------------------------------------------------------------------

LAW_ON_CHILDREN = _law("102/2016/QH13", "05/4/2016", "Luật Trẻ em", SECOND_HAND, since="01/6/2017")
DECREE_56_2017 = _decree(
    "56/2017/NĐ-CP",
    "09/5/2017",
    "Quy định chi tiết một số điều của Luật Trẻ em",
    SECOND_HAND,
    since="01/7/2017",
)
LABOUR_CODE = _act(
    ActType.CODE,
    ASSEMBLY,
    "45/2019/QH14",
    "20/11/2019",
    "Bộ luật Lao động",
    SECOND_HAND,
    since="01/01/2021",
)
DIRECTIVE_20 = _act(
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
DIRECTIVE_28 = _act(
    ActType.DIRECTIVE,
    POLITBURO,
    "28-CT/TW",
    "25/12/2023",
    "Về tăng cường công tác chăm sóc, giáo dục và bảo vệ trẻ em đáp ứng yêu cầu phát triển đất nước phồn "
    "vinh, hạnh phúc",
    SEEN,
    source="english.luatvietnam.vn 286111; pbgdplthainguyen.gov.vn",
)
DECISION_1023 = _decision(
    "1023/QĐ-TTg",
    "07/6/2016",
    "Phê duyệt Chương trình phòng ngừa, giảm thiểu lao động trẻ em giai đoạn 2016 - 2020",
    SECOND_HAND,
    until="31/12/2020",
    why=PERIOD_OVER,
)
DECISION_782 = _decision(
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
DECISION_23 = _decision(
    "23/QĐ-TTg",
    "07/01/2021",
    "Phê duyệt Chương trình hành động quốc gia vì trẻ em giai đoạn 2021 - 2030",
    SEEN,
    until="31/12/2030",
    why=PERIOD_OVER,
)
DECISION_1248 = _decision(
    "1248/QĐ-TTg",
    "19/7/2021",
    "Phê duyệt Chương trình phòng, chống tai nạn, thương tích trẻ em giai đoạn 2021 - 2030",
    FROM_MEMORY,
    until="31/12/2030",
    why=PERIOD_OVER,
)
DECISION_1591 = _decision(
    "1591/QĐ-TTg",
    "08/12/2023",
    "Phê duyệt Chương trình chăm sóc sức khỏe tâm thần trẻ em, chăm sóc trẻ em mồ côi giai đoạn 2023 - 2030",
    SEEN,
    until="31/12/2030",
    why=PERIOD_OVER,
    source="thuviennhadat.vn 590035",
)
DECISION_1863 = _decision(
    "1863/QĐ-TTg",
    "23/12/2019",
    "Phê duyệt Kế hoạch hành động phòng, chống bạo lực, xâm hại trẻ em giai đoạn 2020 - 2025",
    FROM_MEMORY,
    until="31/12/2025",
    why=PERIOD_OVER,
    note=NO_SUCCESSOR,
)
DECISION_1437 = _decision(
    "1437/QĐ-TTg",
    "29/10/2018",
    "Phê duyệt Đề án chăm sóc vì sự phát triển toàn diện trẻ em trong những năm đầu đời tại gia đình và cộng "
    "đồng giai đoạn 2018 - 2025",
    FROM_MEMORY,
    until="31/12/2025",
    why=PERIOD_OVER,
    note=NO_SUCCESSOR,
)
DECISION_1438 = _decision(
    "1438/QĐ-TTg",
    "29/10/2018",
    "Phê duyệt Đề án hỗ trợ trẻ em khuyết tật tiếp cận các dịch vụ bảo vệ, chăm sóc, giáo dục tại cộng đồng "
    "giai đoạn 2018 - 2025",
    FROM_MEMORY,
    until="31/12/2025",
    why=PERIOD_OVER,
    note=NO_SUCCESSOR,
)
DECISION_588 = _decision(
    "588/QĐ-TTg",
    "17/5/2019",
    "Phê duyệt Đề án huy động nguồn lực xã hội hỗ trợ trẻ em các xã đặc biệt khó khăn thuộc vùng dân tộc "
    "thiểu số và miền núi giai đoạn 2019 - 2025",
    FROM_MEMORY,
    until="31/12/2025",
    why=PERIOD_OVER,
)
DECISION_06 = _decision(
    "06/QĐ-TTg",
    "03/01/2019",
    "Quy định tiêu chuẩn, trình tự đánh giá và công nhận xã, phường, thị trấn phù hợp với trẻ em",
    SECOND_HAND,
    source="thuvienphapluat.vn",
    note="Từ 01/7/2025 không còn thị trấn.",
)
JOINT_RULES = _act(
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
CIRCULAR_13_2021 = _circular(
    LABOUR,
    "13/2021/TT-BLĐTBXH",
    "30/9/2021",
    "Quy định Bộ chỉ tiêu thống kê về tình hình trẻ em và tình hình xâm hại trẻ em, xử lý vi phạm hành chính "
    "đối với các hành vi xâm hại trẻ em",
    SECOND_HAND,
    since="15/11/2021",
    source="hieuluat.vn; thuvienphapluat.vn",
)

# --- Offices ----------------------------------------------------------------------------------------------

LAW_ON_LOCAL_GOVERNMENT_2015 = _law(
    "77/2015/QH13",
    "19/6/2015",
    "Luật Tổ chức chính quyền địa phương",
    FROM_MEMORY,
    since="01/01/2016",
    until="28/02/2025",
    why=REPLACED,
)
LAW_ON_LOCAL_GOVERNMENT_FEBRUARY_2025 = _law(
    "65/2025/QH15",
    "19/02/2025",
    "Luật Tổ chức chính quyền địa phương",
    SECOND_HAND,
    since="01/3/2025",
    until="15/6/2025",
    why=REPLACED,
)
LAW_ON_LOCAL_GOVERNMENT = _law(
    "72/2025/QH15",
    "16/6/2025",
    "Luật Tổ chức chính quyền địa phương",
    SECOND_HAND,
    since="16/6/2025",
    source="congbao.chinhphu.vn 45148; Điều 51",
)
RESOLUTION_202_2025 = _act(
    ActType.RESOLUTION,
    ASSEMBLY,
    "202/2025/QH15",
    "12/6/2025",
    "Về việc sắp xếp đơn vị hành chính cấp tỉnh",
    SECOND_HAND,
)
DECISION_19_2025 = _decision(
    "19/2025/QĐ-TTg",
    "30/6/2025",
    "Ban hành Bảng danh mục và mã số các đơn vị hành chính Việt Nam",
    SECOND_HAND,
    since="01/7/2025",
)
DECREE_42_2025 = _decree(
    "42/2025/NĐ-CP",
    "27/02/2025",
    "Quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Y tế",
    SECOND_HAND,
    since="01/3/2025",
)
DECREE_45_2025 = _decree(
    "45/2025/NĐ-CP",
    "28/02/2025",
    "Quy định tổ chức các cơ quan chuyên môn thuộc Ủy ban nhân dân cấp tỉnh và cấp huyện",
    SECOND_HAND,
    since="01/3/2025",
    until="15/6/2025",
    why=REPLACED,
)
DECREE_150_2025 = _decree(
    "150/2025/NĐ-CP",
    "12/6/2025",
    "Quy định tổ chức các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh, thành phố trực thuộc trung ương và "
    "Ủy ban nhân dân xã, phường, đặc khu thuộc tỉnh, thành phố trực thuộc trung ương",
    SEEN,
    since="16/6/2025",
    source="hethongphapluat.com; Điều 24",
)
DECREE_370_2025 = _decree(
    "370/2025/NĐ-CP",
    "31/12/2025",
    "Sửa đổi, bổ sung một số điều của Nghị định số 150/2025/NĐ-CP",
    SECOND_HAND,
    note="Chưa đọc nội dung sửa đổi.",
)
DECREE_129_2025 = _decree(
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
DECREE_147_2025 = _decree(
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
CIRCULAR_37_2021 = _circular(
    HEALTH,
    "37/2021/TT-BYT",
    "",
    "Hướng dẫn chức năng, nhiệm vụ, quyền hạn của Sở Y tế, Phòng Y tế",
    FROM_MEMORY,
    until="30/6/2025",
    why=REPLACED,
    note="Chưa rõ ngày ban hành.",
)
CIRCULAR_20_2025 = _circular(
    HEALTH,
    "20/2025/TT-BYT",
    "23/6/2025",
    "Hướng dẫn chức năng, nhiệm vụ, quyền hạn của cơ quan chuyên môn về y tế thuộc Ủy ban nhân dân cấp tỉnh và "
    "Ủy ban nhân dân cấp xã",
    SEEN,
    since="01/7/2025",
    source="hethongphapluat.com",
)
CIRCULAR_10_2025 = _circular(
    HOME_AFFAIRS,
    "10/2025/TT-BNV",
    "19/6/2025",
    "Hướng dẫn chức năng, nhiệm vụ, quyền hạn của cơ quan chuyên môn về nội vụ thuộc Ủy ban nhân dân cấp tỉnh "
    "và Ủy ban nhân dân cấp xã",
    SECOND_HAND,
    source="lsvn.vn a159561",
)

# --- Emulation and commendation ---------------------------------------------------------------------------

LAW_ON_EMULATION = _law(
    "06/2022/QH15",
    "15/6/2022",
    "Luật Thi đua, khen thưởng",
    SEEN,
    since="01/01/2024",
    source="Công báo 571 + 572",
)
LAW_ON_EMULATION_AMENDED = _law(
    "06/2026/QH16",
    "23/4/2026",
    "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng",
    SECOND_HAND,
    since="01/10/2026",
    source="vanban.chinhphu.vn 218100",
    note="Hồ sơ nhận trước 01/10/2026 xét theo luật cũ, trừ khi luật mới có lợi hơn. Chưa đọc từng điều.",
)
DECREE_98_2023 = _decree(
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
DECREE_28_2024 = _decree(
    "28/2024/NĐ-CP",
    "06/3/2024",
    "Quy định chi tiết trình tự, thủ tục xét tặng, truy tặng “Huy chương Thanh niên xung phong vẻ vang” và việc "
    "khen thưởng tổng kết thành tích kháng chiến",
    SECOND_HAND,
    until="30/6/2025",
    why=REPLACED,
    source="Nghị định số 152/2025/NĐ-CP, Điều 59",
)
DECREE_152_2025 = _decree(
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
CIRCULAR_01_2024 = _circular(
    HOME_AFFAIRS,
    "01/2024/TT-BNV",
    "24/02/2024",
    "Quy định biện pháp thi hành Luật Thi đua, khen thưởng và Nghị định số 98/2023/NĐ-CP",
    FROM_MEMORY,
    until="04/8/2025",
    why=REPLACED,
)
CIRCULAR_15_2025 = _circular(
    HOME_AFFAIRS,
    "15/2025/TT-BNV",
    "04/8/2025",
    "Quy định biện pháp thi hành Luật Thi đua, khen thưởng và Nghị định số 152/2025/NĐ-CP",
    SECOND_HAND,
    since="05/8/2025",
    source="thuvienphapluat.vn 668075",
)
CIRCULAR_20_2025_HOME_AFFAIRS = _circular(
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
DECREE_38_2019 = _decree(
    "38/2019/NĐ-CP",
    "09/5/2019",
    BASE_SALARY,
    FROM_MEMORY,
    since="01/7/2019",
    until="30/6/2023",
    why=REPLACED,
)
DECREE_24_2023 = _decree(
    "24/2023/NĐ-CP",
    "14/5/2023",
    BASE_SALARY,
    FROM_MEMORY,
    since="01/7/2023",
    until="30/6/2024",
    why=REPLACED,
)
DECREE_73_2024 = _decree(
    "73/2024/NĐ-CP",
    "30/6/2024",
    "Quy định mức lương cơ sở và chế độ tiền thưởng đối với cán bộ, công chức, viên chức và lực lượng vũ trang",
    SECOND_HAND,
    since="01/7/2024",
    until="30/6/2026",
    why=REPLACED,
)
DECREE_161_2026 = _decree(
    "161/2026/NĐ-CP",
    "15/5/2026",
    "Quy định mức lương cơ sở",
    SECOND_HAND,
    since="01/7/2026",
    source="vanban.chinhphu.vn 218107; Điều 3",
)

# --- Clerical work, signatures, archives, secrets ---------------------------------------------------------

DECREE_30_2020 = _decree(
    "30/2020/NĐ-CP",
    "05/3/2020",
    "Về công tác văn thư",
    SEEN,
    since="05/3/2020",
    note="Đến tháng 10/2026 không thấy văn bản sửa đổi, thay thế.",
)
DECREE_09_2019 = _decree(
    "09/2019/NĐ-CP",
    "24/01/2019",
    "Quy định về chế độ báo cáo của cơ quan hành chính nhà nước",
    SECOND_HAND,
    since="12/3/2019",
)
DECISION_42_2014 = _decision(
    "42/2014/QĐ-TTg",
    "27/7/2014",
    "Ban hành Quy chế theo dõi, đôn đốc, kiểm tra việc thực hiện nhiệm vụ do Chính phủ, Thủ tướng Chính phủ "
    "giao",
    SECOND_HAND,
)
DECISION_23_2018 = _decision(
    "23/2018/QĐ-TTg",
    "15/5/2018",
    "Sửa đổi, bổ sung một số điều của Quy chế ban hành kèm theo Quyết định số 42/2014/QĐ-TTg",
    SECOND_HAND,
    source="Văn bản hợp nhất số 01/VBHN-VPCP ngày 11/7/2018",
)
LAW_ON_E_TRANSACTIONS = _law(
    "20/2023/QH15", "22/6/2023", "Luật Giao dịch điện tử", SECOND_HAND, since="01/7/2024"
)
DECREE_130_2018 = _decree(
    "130/2018/NĐ-CP",
    "27/9/2018",
    "Quy định chi tiết thi hành Luật Giao dịch điện tử về chữ ký số và dịch vụ chứng thực chữ ký số",
    FROM_MEMORY,
    since="15/11/2018",
    until="09/4/2025",
    why=REPLACED,
)
DECREE_23_2025 = _decree(
    "23/2025/NĐ-CP",
    "21/02/2025",
    "Quy định về chữ ký điện tử và dịch vụ tin cậy",
    SECOND_HAND,
    since="10/4/2025",
)
DECREE_68_2024 = _decree(
    "68/2024/NĐ-CP",
    "25/6/2024",
    "Quy định về chữ ký số chuyên dùng công vụ",
    SECOND_HAND,
    since="15/8/2024",
)
DECREE_137_2024 = _decree(
    "137/2024/NĐ-CP",
    "23/10/2024",
    "Quy định về giao dịch điện tử của cơ quan nhà nước và hệ thống thông tin phục vụ giao dịch điện tử",
    SECOND_HAND,
)
CIRCULAR_22_2020 = _circular(
    "Bộ Thông tin và Truyền thông",
    "22/2020/TT-BTTTT",
    "07/9/2020",
    "Quy định về yêu cầu kỹ thuật đối với phần mềm ký số, phần mềm kiểm tra chữ ký số",
    SECOND_HAND,
    until="14/8/2025",
    why=REPLACED,
    source="Thông tư số 15/2025/TT-BKHCN, điều khoản thi hành",
)
CIRCULAR_15_2025_SCIENCE = _circular(
    "Bộ Khoa học và Công nghệ",
    "15/2025/TT-BKHCN",
    "15/8/2025",
    "Quy định yêu cầu kỹ thuật đối với phần mềm ký số, phần mềm kiểm tra chữ ký số và cổng kết nối dịch vụ "
    "chứng thực chữ ký số công cộng",
    SEEN,
    since="15/8/2025",
)
LAW_ON_ARCHIVES_2011 = _law(
    "01/2011/QH13",
    "11/11/2011",
    "Luật Lưu trữ",
    FROM_MEMORY,
    since="01/7/2012",
    until="30/6/2025",
    why=REPLACED,
)
LAW_ON_ARCHIVES = _law("33/2024/QH15", "21/6/2024", "Luật Lưu trữ", SECOND_HAND, since="01/7/2025")
DECREE_113_2025 = _decree(
    "113/2025/NĐ-CP",
    "03/6/2025",
    "Quy định chi tiết một số điều của Luật Lưu trữ",
    SECOND_HAND,
    since="21/7/2025",
)
CIRCULAR_05_2025 = _circular(
    HOME_AFFAIRS,
    "05/2025/TT-BNV",
    "14/5/2025",
    "Quy định nghiệp vụ lưu trữ tài liệu lưu trữ số",
    SECOND_HAND,
    since="01/7/2025",
)
LAW_ON_SECRETS_2018 = _law(
    "29/2018/QH14",
    "15/11/2018",
    "Luật Bảo vệ bí mật nhà nước",
    FROM_MEMORY,
    since="01/7/2020",
    until="28/02/2026",
    why=REPLACED,
)
LAW_ON_SECRETS = _law(
    "117/2025/QH15", "10/12/2025", "Luật Bảo vệ bí mật nhà nước", SECOND_HAND, since="01/3/2026"
)

# --- Data and network security ----------------------------------------------------------------------------

LAW_ON_NETWORK_INFORMATION_SECURITY = _law(
    "86/2015/QH13",
    "19/11/2015",
    "Luật An toàn thông tin mạng",
    SECOND_HAND,
    since="01/7/2016",
    until="30/6/2026",
    why=REPLACED,
)
LAW_ON_CYBERSECURITY_2018 = _law(
    "24/2018/QH14",
    "12/6/2018",
    "Luật An ninh mạng",
    SECOND_HAND,
    since="01/01/2019",
    until="30/6/2026",
    why=REPLACED,
)
LAW_ON_CYBERSECURITY = _law(
    "116/2025/QH15",
    "10/12/2025",
    "Luật An ninh mạng",
    SECOND_HAND,
    since="01/7/2026",
    source="Điều 44",
)
LAW_ON_DATA = _law("60/2024/QH15", "30/11/2024", "Luật Dữ liệu", SECOND_HAND, since="01/7/2025")
DECREE_165_2025 = _decree(
    "165/2025/NĐ-CP",
    "30/6/2025",
    "Quy định chi tiết một số điều và biện pháp thi hành Luật Dữ liệu",
    SECOND_HAND,
    since="01/7/2025",
)
DECREE_194_2025 = _decree(
    "194/2025/NĐ-CP",
    "03/7/2025",
    "Quy định chi tiết một số điều của Luật Giao dịch điện tử về cơ sở dữ liệu quốc gia, kết nối và chia sẻ dữ "
    "liệu, dữ liệu mở phục vụ giao dịch điện tử của cơ quan nhà nước",
    SEEN,
    since="19/8/2025",
    source="hethongphapluat.com",
)
DECREE_47_2020 = _decree(
    "47/2020/NĐ-CP",
    "09/4/2020",
    "Về quản lý, kết nối và chia sẻ dữ liệu số của cơ quan nhà nước",
    SECOND_HAND,
    since="25/5/2020",
    until="21/10/2025",
    why=REPLACED,
)
DECREE_278_2025 = _decree(
    "278/2025/NĐ-CP",
    "22/10/2025",
    "Quy định về kết nối, chia sẻ dữ liệu bắt buộc giữa các cơ quan thuộc hệ thống chính trị",
    SECOND_HAND,
    since="22/10/2025",
    source="Điều 23",
)
LAW_ON_PERSONAL_DATA = _law(
    "91/2025/QH15",
    "26/6/2025",
    "Luật Bảo vệ dữ liệu cá nhân",
    SECOND_HAND,
    since="01/01/2026",
)
DECREE_13_2023 = _decree(
    "13/2023/NĐ-CP",
    "17/4/2023",
    "Về bảo vệ dữ liệu cá nhân",
    SECOND_HAND,
    since="01/7/2023",
    until="31/12/2025",
    why=REPLACED,
)
DECREE_356_2025 = _decree(
    "356/2025/NĐ-CP",
    "31/12/2025",
    "Quy định chi tiết một số điều và biện pháp thi hành Luật Bảo vệ dữ liệu cá nhân",
    SECOND_HAND,
    since="01/01/2026",
)

# --- Days off ---------------------------------------------------------------------------------------------

RESOLUTION_28_2026 = _act(
    ActType.RESOLUTION,
    ASSEMBLY,
    "28/2026/QH16",
    "24/4/2026",
    "Về phát triển văn hóa Việt Nam",
    SECOND_HAND,
    since="01/7/2026",
    source="xaydungchinhsach.chinhphu.vn; Điều 2",
)

# --- What later acts did to earlier ones ------------------------------------------------------------------


def _relations(kind: ActRelationKind, *pairs: tuple[ActData, ActData]) -> tuple[RelationData, ...]:
    """As sure as the less sure of the two acts."""
    order = list(Certainty)
    return tuple(
        RelationData(
            later=later,
            kind=kind,
            earlier=earlier,
            since=earlier.valid_to + timedelta(days=1) if kind == ActRelationKind.REPLACES else None,
            certainty=max(later.certainty, earlier.certainty, key=order.index),
        )
        for later, earlier in pairs
    )


RELATIONS = (
    *_relations(
        ActRelationKind.REPLACES,
        (DIRECTIVE_28, DIRECTIVE_20),
        (LAW_ON_LOCAL_GOVERNMENT_FEBRUARY_2025, LAW_ON_LOCAL_GOVERNMENT_2015),
        (LAW_ON_LOCAL_GOVERNMENT, LAW_ON_LOCAL_GOVERNMENT_FEBRUARY_2025),
        (DECREE_150_2025, DECREE_45_2025),
        (CIRCULAR_20_2025, CIRCULAR_37_2021),
        (DECREE_152_2025, DECREE_98_2023),
        (DECREE_152_2025, DECREE_28_2024),
        (CIRCULAR_15_2025, CIRCULAR_01_2024),
        (DECREE_24_2023, DECREE_38_2019),
        (DECREE_73_2024, DECREE_24_2023),
        (DECREE_161_2026, DECREE_73_2024),
        (DECREE_23_2025, DECREE_130_2018),
        (CIRCULAR_15_2025_SCIENCE, CIRCULAR_22_2020),
        (LAW_ON_ARCHIVES, LAW_ON_ARCHIVES_2011),
        (LAW_ON_SECRETS, LAW_ON_SECRETS_2018),
        (LAW_ON_CYBERSECURITY, LAW_ON_NETWORK_INFORMATION_SECURITY),
        (LAW_ON_CYBERSECURITY, LAW_ON_CYBERSECURITY_2018),
        (DECREE_278_2025, DECREE_47_2020),
        (DECREE_356_2025, DECREE_13_2023),
    ),
    *_relations(
        ActRelationKind.AMENDS,
        (DECREE_370_2025, DECREE_150_2025),
        (LAW_ON_EMULATION_AMENDED, LAW_ON_EMULATION),
        (DECISION_23_2018, DECISION_42_2014),
    ),
    *_relations(
        ActRelationKind.GUIDES,
        (DECREE_56_2017, LAW_ON_CHILDREN),
        (DECREE_98_2023, LAW_ON_EMULATION),
        (DECREE_152_2025, LAW_ON_EMULATION),
        (CIRCULAR_15_2025, DECREE_152_2025),
        (CIRCULAR_20_2025, DECREE_150_2025),
        (CIRCULAR_10_2025, DECREE_150_2025),
        (DECREE_23_2025, LAW_ON_E_TRANSACTIONS),
        (DECREE_68_2024, LAW_ON_E_TRANSACTIONS),
        (DECREE_137_2024, LAW_ON_E_TRANSACTIONS),
        (DECREE_194_2025, LAW_ON_E_TRANSACTIONS),
        (DECREE_113_2025, LAW_ON_ARCHIVES),
        (CIRCULAR_05_2025, LAW_ON_ARCHIVES),
        (DECREE_165_2025, LAW_ON_DATA),
        (DECREE_356_2025, LAW_ON_PERSONAL_DATA),
    ),
    *_relations(
        ActRelationKind.IS_BASED_ON,
        (DECISION_1591, DECISION_23),
    ),
)
