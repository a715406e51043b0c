"""Plans and letters of districts, provinces, departments and unions, in our own words."""

from datetime import date

from .facts import Goal, Paper, clause, dash, para, part, plus, point

DISTRICT = Paper(
    name="huyen-quan-ba",
    agency=("ỦY BAN NHÂN DÂN", "HUYỆN QUẢN BẠ"),
    number="54",
    symbol="KH-UBND",
    place="Quản Bạ",
    day=date(2022, 3, 11),
    title=(
        "Thực hiện Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật huyện "
        "Quản Bạ "
        "giai đoạn 2022 - 2025, định hướng đến năm 2030"
    ),
    basis=(
        "Căn cứ Quyết định số 782/QĐ-TTg ngày 27 tháng 5 năm 2021 của Thủ tướng Chính phủ về việc phê duyệt "
        "Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật giai đoạn 2021 - "
        "2025, "
        "định hướng đến năm 2030;",
        "Căn cứ Thông tư số 09/2020/TT-BLĐTBXH ngày 12/11/2020 của Bộ trưởng Bộ Lao động - Thương binh và Xã "
        "hội "
        "quy định chi tiết một số điều của Bộ luật Lao động về lao động chưa thành niên;",
        "Căn cứ Kế hoạch số 29/KH-UBND ngày 24 tháng 01 năm 2022 của Ủy ban nhân dân tỉnh Hà Giang về thực "
        "hiện "
        "Chương trình trên địa bàn tỉnh;",
        "Xét đề nghị của Phòng Lao động - Thương binh và Xã hội,",
    ),
    opening=("Ủy ban nhân dân huyện Quản Bạ ban hành Kế hoạch với các nội dung sau:",),
    body=(
        part("I.", "TÌNH HÌNH LAO ĐỘNG TRẺ EM TRÊN ĐỊA BÀN"),
        clause("1.", "Kết quả đạt được"),
        para(
            "Toàn huyện có 20.815 trẻ em, chiếm tỷ lệ 37,6% dân số. Năm 2021, tỷ lệ trẻ em lao động trái quy "
            "định là "
            "6,2%, giảm 1,4 điểm phần trăm so với năm 2018; có 92% trẻ em 6 tuổi vào lớp 1, vượt 2% so với "
            "kế hoạch."
        ),
        dash("100% xã có cộng tác viên; 64% cộng tác viên đã qua tập huấn."),
        clause("2.", "Hạn chế"),
        para("Còn 118 em theo cha mẹ đi làm ăn xa, trong đó 45% chưa học hết tiểu học."),
        part("II.", "MỤC TIÊU"),
        clause("1.", "Mục tiêu tổng quát"),
        para("Phòng ngừa, phát hiện sớm, giúp trẻ em lao động trái quy định trở lại trường học và hòa nhập."),
        clause("2.", "Mục tiêu cụ thể đến năm 2025"),
        point("a)", "Mục tiêu 1: Phòng ngừa, phát hiện, hỗ trợ, can thiệp lao động trẻ em"),
        dash(
            "Phấn đấu giảm tỷ lệ lao động trẻ em và người chưa thành niên (từ 5 đến 17 tuổi) xuống còn 4,8%."
        ),
        dash(
            "100% trẻ em là nạn nhân của mua bán vì mục đích bóc lột sức lao động khi có thông báo được giải "
            "cứu, "
            "hỗ trợ kịp thời."
        ),
        dash("Đạt 55% vào năm 2023 và 80% vào năm 2025 số trẻ em có nguy cơ được học văn hóa hoặc học nghề."),
        point("b)", "Mục tiêu 2: Truyền thông"),
        dash(
            "90% cán bộ, giáo viên trong các cơ sở giáo dục, 65% cha mẹ, người chăm sóc trẻ em được cung cấp "
            "kiến thức "
            "về phòng ngừa lao động trẻ em;"
        ),
        dash("Trên 70% trẻ em từ 10 tuổi trở lên được phổ biến kỹ năng tự bảo vệ;"),
        point("c)", "Mục tiêu 3: Đào tạo, nâng cao năng lực"),
        dash("Ít nhất 90% công chức cấp huyện và 70% công chức cấp xã làm công tác trẻ em được tập huấn."),
        clause("3.", "Định hướng đến năm 2030"),
        dash("Giảm tỷ lệ lao động trẻ em và người chưa thành niên từ 5 đến 17 tuổi xuống dưới 4,5%;"),
        dash("Giảm tối đa tỷ lệ trẻ em làm công việc nặng nhọc, độc hại, nguy hiểm."),
        part("III.", "NHIỆM VỤ VÀ GIẢI PHÁP"),
        clause("1.", "Tăng cường sự lãnh đạo của cấp ủy, chính quyền"),
        para("Đưa nội dung phòng ngừa lao động trẻ em vào kế hoạch phát triển kinh tế - xã hội hằng năm."),
        clause("2.", "Truyền thông, giáo dục, vận động xã hội"),
        point("a)", "Xây dựng chuyên mục trên Trung tâm Văn hóa, Thông tin và Du lịch;"),
        point("b)", "Lồng ghép vào 12 phiên chợ vùng cao."),
        clause("3.", "Nâng cao năng lực cho cán bộ"),
        para("Mỗi năm mở 01 lớp tập huấn cấp huyện, chậm nhất ngày 31/7/2022 đối với năm đầu."),
        part("IV.", "KINH PHÍ THỰC HIỆN"),
        para("Ngân sách địa phương bảo đảm 80%, nguồn xã hội hóa 20% tổng kinh phí 1,25 tỷ đồng."),
        part("V.", "TỔ CHỨC THỰC HIỆN"),
        clause("1.", "Phòng Lao động - Thương binh và Xã hội"),
        dash("Là cơ quan thường trực, hướng dẫn các xã, thị trấn triển khai."),
        dash("Tổng hợp, báo cáo Ủy ban nhân dân huyện trước ngày 10/6 và 10/12 hằng năm."),
        clause("2.", "Phòng Giáo dục và Đào tạo"),
        dash("Chỉ đạo các trường quản lý học sinh có nguy cơ bỏ học."),
        clause("3.", "Công an huyện"),
        dash("Đấu tranh với tội phạm mua bán trẻ em qua biên giới."),
        clause("4.", "Phòng Tài chính - Kế hoạch"),
        dash("Tham mưu bố trí kinh phí theo phân cấp."),
        clause("5.", "Ủy ban nhân dân các xã, thị trấn"),
        dash("Xây dựng kế hoạch, bố trí người và kinh phí thực hiện tại cơ sở."),
        clause("6.", "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam huyện và các tổ chức chính trị - xã hội"),
        dash("Vận động hội viên không cho con em nghỉ học đi làm."),
    ),
    closing=(
        "Trên đây là Kế hoạch thực hiện Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định "
        "của pháp luật "
        "huyện Quản Bạ giai đoạn 2022 - 2025, định hướng đến năm 2030./."
    ),
    recipients=(
        "UBND tỉnh",
        "Sở Lao động - TB&XH",
        "TTr. Huyện ủy, HĐND huyện",
        "Chủ tịch, các PCT UBND huyện",
        "Các phòng, ban, ngành liên quan",
        "UBND các xã, thị trấn",
        "Lưu: VT, LĐTBXH (03b)",
    ),
    authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Viên Tấn Đạt",
    issuer="Ủy ban nhân dân huyện Quản Bạ",
    basis_numbers=("782/QĐ-TTg", "09/2020/TT-BLĐTBXH", "29/KH-UBND", ""),
    parent="29/KH-UBND",
    goals=(
        Goal("<=", "4.8", "MT1"),
        Goal("=", "100", "MT1"),
        Goal("=", "55", "MT1", horizon=2023),
        Goal("=", "80", "MT1", horizon=2025),
        Goal("=", "90", "MT2"),
        Goal("=", "65", "MT2"),
        Goal(">", "70", "MT2"),
        Goal(">=", "90", "MT3"),
        Goal("=", "70", "MT3"),
        Goal("<", "4.5", "DH2030", horizon=2030),
        Goal("min", "", "DH2030", "", 2030),
    ),
    units=(
        "Phòng Lao động - Thương binh và Xã hội",
        "Phòng Giáo dục và Đào tạo",
        "Công an huyện",
        "Phòng Tài chính - Kế hoạch",
        "Ủy ban nhân dân các xã, thị trấn",
        "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam huyện và các tổ chức chính trị - xã hội",
    ),
)

PROVINCE = Paper(
    name="tinh-phu-yen",
    agency=("ỦY BAN NHÂN DÂN", "TỈNH PHÚ YÊN"),
    number="215",
    symbol="KH-UBND",
    place="Phú Yên",
    day=date(2021, 11, 5),
    title="Phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật trên địa bàn tỉnh giai đoạn "
    "2021-2025",
    opening=(
        "Thực hiện Quyết định số 782/QĐ-TTg ngày 27/5/2021 của Thủ tướng Chính phủ phê duyệt Chương trình "
        "phòng ngừa, "
        "giảm thiểu trẻ em lao động trái quy định của pháp luật giai đoạn 2021 - 2025, định hướng đến năm "
        "2030, UBND "
        "tỉnh ban hành Kế hoạch triển khai thực hiện như sau:",
    ),
    body=(
        part("I.", "QUAN ĐIỂM, MỤC TIÊU"),
        clause("1.", "Quan điểm"),
        para("Phòng ngừa là chính; gia đình, nhà trường và xã hội cùng chịu trách nhiệm."),
        clause("2.", "Mục tiêu"),
        point(
            "a)",
            "Giảm tỷ lệ trẻ em lao động trái quy định dưới 5% ở vùng miền núi, dưới 2% ở đồng bằng, ven "
            "biển.",
        ),
        point("b)", "Tỷ lệ trẻ em làm nghề biển được quay lại lớp học đạt từ 60% trở lên."),
        point("c)", "Truyền thông đến ít nhất 400 tàu cá và 100% cơ sở chế biến hải sản, hộ làng nghề."),
        point("d)", "Tập huấn cho trên 85% cán bộ làm công tác trẻ em các cấp."),
        part("II.", "NHIỆM VỤ CHỦ YẾU"),
        clause("1.", "Hoàn thiện cơ chế phối hợp liên ngành"),
        dash("Ký Quy chế phối hợp trước ngày 31/3/2022."),
        clause("2.", "Xây dựng mô hình điểm"),
        dash("Mô hình làng biển không có lao động trẻ em tại 03 xã bãi ngang."),
        part("III.", "PHÂN CÔNG TRÁCH NHIỆM"),
        clause("1.", "Sở Lao động - Thương binh và Xã hội"),
        plus("Chủ trì, phối hợp với các sở, ngành triển khai Kế hoạch;"),
        plus("Báo cáo UBND tỉnh trước ngày 15 tháng 12 hằng năm."),
        clause("2.", "Sở Nông nghiệp và Phát triển nông thôn"),
        plus("Kiểm tra lao động trên tàu cá."),
        clause("3.", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh"),
        plus("Kiểm soát người dưới 16 tuổi đi biển khi tàu xuất bến."),
        clause("4.", "UBND các huyện, thị xã, thành phố"),
        plus("Ban hành kế hoạch trong quý I năm 2022."),
    ),
    closing="Trên đây là Kế hoạch của UBND tỉnh, yêu cầu các sở, ngành, địa phương nghiêm túc triển khai "
    "thực hiện./.",
    recipients=(
        "Bộ Lao động - TB và XH (b/c)",
        "TT Tỉnh ủy, HĐND tỉnh",
        "CT, các PCT UBND tỉnh",
        "Các sở, ban, ngành",
        "UBND các huyện, thị xã, thành phố",
        "Lưu: VT, KGVX",
    ),
    authority=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Hồ Thị Nguyên Thảo",
    issuer="Ủy ban nhân dân tỉnh Phú Yên",
    basis_numbers=("782/QĐ-TTg",),
    parent="782/QĐ-TTg",
    goals=(
        Goal("<", "5", "MT1"),
        Goal("<", "2", "MT1"),
        Goal(">=", "60", "MT1"),
        Goal(">=", "400", "MT2", "tàu cá"),
        Goal("=", "100", "MT2"),
        Goal(">", "85", "MT3"),
    ),
    units=(
        "Sở Lao động - Thương binh và Xã hội",
        "Sở Nông nghiệp và Phát triển nông thôn",
        "Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
        "UBND các huyện, thị xã, thành phố",
    ),
)

OFFICE = Paper(
    name="phong-ldtbxh",
    agency=("PHÒNG LAO ĐỘNG - THƯƠNG BINH", "VÀ XÃ HỘI"),
    superior=("UBND HUYỆN NGHĨA HƯNG",),
    number="88",
    symbol="KH-LĐTBXH",
    place="Nghĩa Hưng",
    day=date(2023, 5, 9),
    title="Kiểm tra việc sử dụng lao động chưa thành niên năm 2023",
    opening=(
        "Thực hiện Kế hoạch số 61/KH-UBND ngày 17/4/2023 của UBND huyện Nghĩa Hưng về công tác trẻ em năm "
        "2023, Phòng Lao "
        "động - Thương binh và Xã hội xây dựng kế hoạch kiểm tra như sau:",
    ),
    body=(
        part("I.", "MỤC ĐÍCH, YÊU CẦU"),
        para("Phát hiện, chấn chỉnh việc thuê người dưới 15 tuổi làm việc trong các xưởng may gia công."),
        part("II.", "CHỈ TIÊU"),
        para("Năm 2023 kiểm tra tối thiểu 30 cơ sở; 100% cơ sở vi phạm bị xử lý, khắc phục trong 30 ngày."),
        part("III.", "NỘI DUNG"),
        clause("1.", "Đối tượng kiểm tra: các xưởng may, cơ sở đan lát có từ 05 lao động trở lên.", False),
        clause("2.", "Thời gian: quý III năm 2023.", False),
        part("IV.", "TỔ CHỨC THỰC HIỆN"),
        para(
            "Trưởng phòng giao bà Trần Thị Thơm làm đầu mối; các thành viên đoàn kiểm tra thực hiện theo "
            "phân công."
        ),
    ),
    closing="Trên đây là Kế hoạch kiểm tra việc sử dụng lao động chưa thành niên năm 2023./.",
    recipients=("UBND huyện (để b/c)", "UBND các xã, thị trấn", "Lưu: LĐTBXH"),
    authority=("TRƯỞNG PHÒNG",),
    signer="Đỗ Văn Khiêm",
    issuer="Phòng Lao động - Thương binh và Xã hội",
    superior_name="UBND huyện Nghĩa Hưng",
    basis_numbers=("61/KH-UBND",),
    parent="61/KH-UBND",
    goals=(Goal(">=", "30", "", "cơ sở"), Goal("=", "100", "")),
    units=(),
)

UNION = Paper(
    name="ldld-tinh",
    agency=("LIÊN ĐOÀN LAO ĐỘNG", "TỈNH QUẢNG TRỊ"),
    superior=("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",),
    number="47",
    symbol="KH-LĐLĐ",
    place="Quảng Trị",
    day=date(2024, 5, 20),
    title="Hưởng ứng Tháng hành động vì trẻ em năm 2024",
    basis=(
        "Thực hiện Công văn số 1123/SLĐTBXH-TEBĐG ngày 10/5/2024 của Sở Lao động - Thương binh và Xã hội;",
    ),
    opening=("Ban Thường vụ Liên đoàn Lao động tỉnh xây dựng Kế hoạch như sau:",),
    body=(
        part("1.", "Mục đích"),
        para("Chăm lo con công nhân lao động; phòng ngừa trẻ em theo cha mẹ vào xưởng làm việc."),
        part("2.", "Nội dung hoạt động"),
        dash("100% công đoàn cơ sở trong khu công nghiệp tổ chức gặp mặt, tặng quà con công nhân khó khăn;"),
        dash("Vận động trên 75% doanh nghiệp ký thỏa ước có điều khoản không sử dụng lao động trẻ em."),
        part("3.", "Tổ chức thực hiện"),
        dash("Ban Nữ công: tham mưu, theo dõi, báo cáo kết quả trước ngày 30/6/2024."),
        dash("Công đoàn các khu công nghiệp: hướng dẫn công đoàn cơ sở."),
    ),
    closing="Trên đây là Kế hoạch hưởng ứng Tháng hành động vì trẻ em năm 2024 của Liên đoàn Lao động "
    "tỉnh./.",
    recipients=("Tổng LĐLĐ Việt Nam", "LĐLĐ các huyện, thị xã", "Lưu: VT, NC"),
    authority=("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH"),
    signer="Nguyễn Thị Hiền Lương",
    issuer="Liên đoàn Lao động tỉnh Quảng Trị",
    superior_name="Tổng Liên đoàn Lao động Việt Nam",
    basis_numbers=("1123/SLĐTBXH-TEBĐG",),
    parent="",
    goals=(Goal("=", "100", ""), Goal(">", "75", "")),
    units=("Ban Nữ công", "Công đoàn các khu công nghiệp"),
)

LETTER = Paper(
    name="cong-van-so",
    kind="CV",
    kind_line="",
    agency=("SỞ Y TẾ",),
    superior=("ỦY BAN NHÂN DÂN TỈNH THANH HÓA",),
    number="5120",
    symbol="SYT-BTXHTE",
    place="Thanh Hóa",
    day=date(2025, 10, 2),
    title="tăng cường phòng ngừa, giảm thiểu lao động trẻ em những tháng cuối năm 2025",
    addressees=("Ủy ban nhân dân các xã, phường",),
    opening=(
        "Thực hiện nhiệm vụ năm 2025, Sở Y tế đề nghị Ủy ban nhân dân các xã, phường triển khai các nội dung "
        "sau:",
    ),
    body=(
        clause(
            "1.",
            "Rà soát, cập nhật dữ liệu trẻ em có nguy cơ, bảo đảm 100% trẻ em được quản lý trên phần mềm.",
            False,
        ),
        clause("2.", "Tuyên truyền số điện thoại 111 tại nơi công cộng.", False),
        clause("3.", "Gửi báo cáo kết quả về Sở Y tế trước ngày 10/12/2025.", False),
    ),
    closing="Đề nghị Ủy ban nhân dân các xã, phường quan tâm thực hiện./.",
    recipients=("Như trên", "UBND tỉnh (b/c)", "Lưu: VT, BTXHTE"),
    authority=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    signer="Lương Ngọc Trương",
    issuer="Sở Y tế",
    superior_name="Ủy ban nhân dân tỉnh Thanh Hóa",
    goals=(Goal("=", "100", ""),),
)

UPPER = (DISTRICT, PROVINCE, OFFICE, UNION, LETTER)
