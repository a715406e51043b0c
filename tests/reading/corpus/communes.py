"""Plans of communes and wards, in our own words, with the habits of real ones."""

from datetime import date

from .facts import Goal, Grid, Paper, clause, dash, para, part, plus, point

LONG_ROAD = Paper(
    name="xa-ban-phiet",
    agency=("ỦY BAN NHÂN DÂN", "XÃ BẢN PHIỆT"),
    number="37",
    symbol="KH-UBND",
    place="Bản Phiệt",
    day=date(2024, 2, 21),
    title="Phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật trên địa bàn xã năm 2024",
    basis=(
        "Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016;",
        "Căn cứ Kế hoạch số 18/KH-UBND ngày 15 tháng 01 năm 2024 của Ủy ban nhân dân huyện Bảo Thắng về "
        "phòng "
        "ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật năm 2024;",
    ),
    opening=("Ủy ban nhân dân xã Bản Phiệt xây dựng kế hoạch thực hiện với những nội dung sau:",),
    body=(
        part("I.", "MỤC ĐÍCH, YÊU CẦU"),
        clause("1.", "Mục đích"),
        dash("Giúp cha mẹ, thầy cô và chủ cơ sở sản xuất hiểu rõ việc nào trẻ em không được làm."),
        dash("Không để trẻ em từ 13 đến 15 tuổi phải bỏ lớp đi làm thuê qua biên giới."),
        clause("2.", "Yêu cầu"),
        dash("Việc làm phải thiết thực, không phô trương, tránh trùng lặp với 05 chương trình đang có."),
        part("II.", "CHỈ TIÊU"),
        dash(
            "Phấn đấu 100% trẻ em bị phát hiện lao động trái quy định được lập hồ sơ, hỗ trợ trong vòng 48 "
            "giờ;"
        ),
        dash("Trên 85% hộ nghèo có con dưới 16 tuổi được tuyên truyền tại nhà;"),
        dash("Ít nhất 12/13 thôn có cộng tác viên được tập huấn nghiệp vụ bảo vệ trẻ em."),
        part("III.", "NỘI DUNG, GIẢI PHÁP"),
        clause("1.", "Truyền thông"),
        dash("Phát thanh mỗi tuần 02 buổi bằng tiếng phổ thông và tiếng dân tộc."),
        dash("Tổ chức 01 buổi đối thoại giữa lãnh đạo xã với trẻ em, xong trước ngày 01/6/2024."),
        clause("2.", "Rà soát, quản lý trường hợp"),
        dash("Cộng tác viên các thôn rà soát danh sách trẻ em có nguy cơ vào ngày 20 hằng tháng."),
        clause("3.", "Kiểm tra các cơ sở xẻ gỗ, bốc xếp hàng hóa tại cửa khẩu."),
        part("IV.", "KINH PHÍ"),
        para("Từ nguồn ngân sách xã năm 2024 (70%) và nguồn vận động (30%)."),
        part("V.", "TỔ CHỨC THỰC HIỆN"),
        clause("1.", "Công chức Văn hóa - Xã hội"),
        para("Tham mưu triển khai kế hoạch; tổng hợp báo cáo trước ngày 15/6 và 15/12/2024."),
        clause("2.", "Công an xã"),
        para("Nắm tình hình trẻ em qua lại biên giới làm thuê; xử lý người đưa dẫn."),
        clause("3.", "Trường Phổ thông dân tộc bán trú THCS Bản Phiệt"),
        para("Duy trì sĩ số sau Tết; đến nhà học sinh nghỉ học quá 03 ngày."),
        clause("4.", "Đề nghị Ủy ban Mặt trận Tổ quốc và các đoàn thể xã"),
        para("Vận động hội viên ký cam kết không sử dụng trẻ em làm việc nặng."),
    ),
    closing="Trên đây là Kế hoạch phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật năm "
    "2024 của xã./.",
    recipients=(
        "UBND huyện (b/c)",
        "Thường trực Đảng ủy, HĐND xã",
        "Các ban, ngành, đoàn thể xã",
        "Trưởng 13 thôn",
        "Lưu: VT, VHXH",
    ),
    authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Giàng Seo Páo",
    issuer="Ủy ban nhân dân xã Bản Phiệt",
    basis_numbers=("", "18/KH-UBND"),
    parent="18/KH-UBND",
    goals=(
        Goal("=", "100", "MT1"),
        Goal(">", "85", "MT2"),
        Goal(">=", "12", "MT3", "thôn"),
    ),
    units=(
        "Công chức Văn hóa - Xã hội",
        "Công an xã",
        "Trường Phổ thông dân tộc bán trú THCS Bản Phiệt",
        "Đề nghị Ủy ban Mặt trận Tổ quốc và các đoàn thể xã",
    ),
)

SLASHES = Paper(
    name="phuong-tan-dinh",
    agency=("ỦY BAN NHÂN DÂN", "PHƯỜNG TÂN ĐỊNH"),
    superior=("QUẬN 1",),
    number="06",
    symbol="KH-UBND",
    place="Phường Tân Định",
    day=date(2023, 3, 6),
    title="Về việc phòng ngừa lao động trẻ em trên địa bàn phường Tân Định năm 2023",
    opening=(
        "Thực hiện Kế hoạch số 45/KH-UBND ngày 10/02/2023 của Ủy ban nhân dân Quận 1 về triển khai công tác "
        "trẻ em năm 2023, Ủy ban nhân dân phường Tân Định ban hành Kế hoạch như sau:",
    ),
    body=(
        part("I/", "MỤC ĐÍCH"),
        para(
            "Từng bước hạn chế tình trạng trẻ em bán vé số, phụ quán ăn, nhặt ve chai trên các tuyến đường."
        ),
        part("II/", "MỤC TIÊU CỤ THỂ"),
        clause("1/", "Có 100% trẻ em lang thang kiếm sống được tiếp cận, hỗ trợ trở về gia đình.", False),
        clause(
            "2/", "Từ 95% trở lên chủ quán ăn, tiệm gội đầu ký cam kết không thuê người dưới 15 tuổi.", False
        ),
        clause("3/", "Tỷ lệ trẻ em bỏ học giữa chừng không quá 0,5%.", False),
        part("III/", "NHIỆM VỤ"),
        clause("1/", "Truyền thông trên trang tin của phường và qua 38 tổ dân phố", False),
        para("Mỗi quý đăng 03 tin, bài; in 2.500 tờ gấp."),
        clause("2/", "Xây dựng mô hình “Quán ăn không lao động trẻ em” tại chợ Tân Định", False),
        para("Hoàn thành trước ngày 30/9/2023."),
        part("IV/", "TỔ CHỨC THỰC HIỆN"),
        clause("1/", "Công chức Văn hóa - Xã hội: là đầu mối, theo dõi việc thực hiện Kế hoạch.", False),
        clause("2/", "Công an phường: xác minh các đường dây chăn dắt trẻ em.", False),
        clause("3/", "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam phường: giám sát việc thực hiện.", False),
    ),
    closing="Trên đây là Kế hoạch của Ủy ban nhân dân phường, đề nghị các bộ phận nghiêm túc thực hiện./.",
    recipients=("UBND Quận 1", "Đảng ủy, HĐND phường", "UBMTTQ phường và đoàn thể", "Lưu: VP, VHXH"),
    authority=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Lê Thị Ngọc Hân",
    issuer="Ủy ban nhân dân phường Tân Định",
    superior_name="Quận 1",
    basis_numbers=("45/KH-UBND",),
    parent="45/KH-UBND",
    goals=(Goal("=", "100", "MT1"), Goal(">=", "95", ""), Goal("<=", "0.5", "MT1")),
    units=(
        "Công chức Văn hóa - Xã hội",
        "Công an phường",
        "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam phường",
    ),
)

NO_FIGURES = Paper(
    name="xa-ea-kao",
    agency=("ỦY BAN NHÂN DÂN", "XÃ EA KAO"),
    number="",
    symbol="KH-UBND",
    place="Ea Kao",
    day=None,
    title="Triển khai Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật năm "
    "2024",
    opening=(
        "Để triển khai Chương trình tại địa phương, Ủy ban nhân dân xã Ea Kao ban hành Kế hoạch năm 2024 như "
        "sau:",
    ),
    body=(
        part("I.", "MỤC TIÊU"),
        dash("Nâng cao hiểu biết của đồng bào các buôn về quyền được học, được chơi của trẻ em;"),
        dash("Hạn chế đến mức thấp nhất số trẻ em nghỉ học theo mùa cà phê;"),
        dash("Bảo đảm mọi trẻ em bị bóc lột sức lao động đều được giúp đỡ."),
        part("II.", "NHIỆM VỤ TRỌNG TÂM"),
        clause("1.", "Tuyên truyền bằng tiếng Ê Đê trên loa buôn."),
        clause("2.", "Thăm hộ có trẻ em nghỉ học vụ thu hoạch."),
        part("III.", "TỔ CHỨC THỰC HIỆN"),
        clause("1.", "Các buôn, thôn trưởng"),
        para("Báo ngay cho xã khi thấy trẻ em làm việc nặng nhọc."),
        clause("2.", "Trạm Y tế xã"),
        para("Khám, chăm sóc miễn phí cho trẻ em bị tai nạn khi lao động."),
    ),
    closing="Trên đây là Kế hoạch năm 2024 của xã, yêu cầu các buôn, thôn thực hiện./.",
    recipients=("UBND thành phố", "Các buôn, thôn", "Lưu: VT"),
    authority=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    signer="Y Thanh Niê",
    issuer="Ủy ban nhân dân xã Ea Kao",
    goals=(Goal("min", "", "MT1", ""),),
    units=("Các buôn, thôn trưởng", "Trạm Y tế xã"),
)

AFTER_REFORM = Paper(
    name="xa-muong-luan-2025",
    agency=("ỦY BAN NHÂN DÂN", "XÃ MƯỜNG KHOA"),
    number="112",
    symbol="KH-UBND",
    place="Mường Khoa",
    day=date(2025, 9, 12),
    title="Thực hiện công tác phòng ngừa, giảm thiểu lao động trẻ em 6 tháng cuối năm 2025, định hướng đến "
    "năm 2030",
    basis=(
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
        "Căn cứ Quyết định số 782/QĐ-TTg ngày 27/5/2021 của Thủ tướng Chính phủ phê duyệt Chương trình phòng "
        "ngừa, "
        "giảm thiểu trẻ em lao động trái quy định của pháp luật giai đoạn 2021-2025, định hướng đến năm "
        "2030;",
        "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội xã;",
    ),
    opening=("Ủy ban nhân dân xã Mường Khoa ban hành Kế hoạch thực hiện như sau:",),
    body=(
        part("I.", "ĐẶC ĐIỂM TÌNH HÌNH"),
        para(
            "Xã có 12.406 nhân khẩu, trẻ em dưới 16 tuổi là 4.118 em, chiếm 33,2% dân số; hộ nghèo 41,7%. "
            "Sáu tháng đầu năm phát hiện 09 em lao động trái quy định, giảm 18% so với cùng kỳ; 87% cha mẹ "
            "đã được "
            "nghe tuyên truyền, đạt 96,7% kế hoạch."
        ),
        part("II.", "MỤC TIÊU"),
        clause("1.", "Mục tiêu chung"),
        para("Ngăn ngừa trẻ em rời bản đi làm thuê, bảo đảm các em được đến trường."),
        clause("2.", "Mục tiêu cụ thể"),
        point("a)", "Phòng ngừa, phát hiện, hỗ trợ, can thiệp"),
        dash("Giảm tỷ lệ trẻ em từ 5 đến 17 tuổi lao động trái quy định xuống còn 3,5% vào cuối năm 2025;"),
        dash("100% trường hợp được phát hiện có kế hoạch hỗ trợ riêng."),
        point("b)", "Truyền thông"),
        dash("75% cha mẹ, 90% giáo viên và 80% học sinh từ lớp 4 trở lên được cung cấp tài liệu."),
        point("c)", "Tập huấn"),
        dash(
            "Tối thiểu 95% công chức phòng Văn hóa - Xã hội, trưởng bản được bồi dưỡng kỹ năng quản lý "
            "trường hợp."
        ),
        clause("3.", "Định hướng đến năm 2030"),
        dash("Tỷ lệ trẻ em lao động trái quy định dưới 2%."),
        part("III.", "NHIỆM VỤ"),
        clause("1.", "Kiện toàn tổ bảo vệ trẻ em ở 27 bản."),
        clause("2.", "Hỗ trợ sinh kế cho hộ có trẻ em nghỉ học."),
        part("IV.", "TỔ CHỨC THỰC HIỆN"),
        clause("1.", "Phòng Văn hóa - Xã hội"),
        para("Chủ trì, phối hợp với Công an xã rà soát số trẻ em đi làm thuê."),
        clause("2.", "Phòng Kinh tế"),
        para("Cân đối kinh phí, trình Ủy ban nhân dân xã quyết định."),
        clause("3.", "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã"),
        para("Giám sát, phản biện; vận động già làng, người có uy tín."),
    ),
    closing="Trên đây là Kế hoạch thực hiện công tác phòng ngừa, giảm thiểu lao động trẻ em của xã./.",
    recipients=("UBND tỉnh", "Sở Y tế", "TT. Đảng ủy, HĐND xã", "Các phòng, đơn vị", "Lưu: VT, VHXH"),
    authority=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    signer="Lò Văn Inh",
    issuer="Ủy ban nhân dân xã Mường Khoa",
    basis_numbers=("72/2025/QH15", "782/QĐ-TTg", ""),
    parent="782/QĐ-TTg",
    goals=(
        Goal("<=", "3.5", "MT1", horizon=2025),
        Goal("=", "100", "MT1"),
        Goal("=", "75", "MT2"),
        Goal("=", "90", "MT2"),
        Goal("=", "80", "MT2"),
        Goal(">=", "95", "MT3"),
        Goal("<", "2", "DH2030", horizon=2030),
    ),
    units=("Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã"),
)

TABLES = Paper(
    name="xa-dai-hung-bang",
    agency=("UỶ BAN NHÂN DÂN", "XÃ ĐẠI HƯNG"),
    number="21",
    symbol="KH-UBND",
    place="Đại Hưng",
    day=date(2024, 4, 3),
    title="Phòng, chống lao động trẻ em giai đoạn 2024 - 2026",
    basis=(
        "Căn cứ Kế hoạch số 77/KH-UBND ngày 12/3/2024 của UBND huyện Mỹ Đức về bảo vệ trẻ em giai đoạn "
        "2024-2026;",
    ),
    opening=("UBND xã Đại Hưng xây dựng Kế hoạch phòng, chống lao động trẻ em như sau:",),
    body=(
        part("I.", "MỤC TIÊU, CHỈ TIÊU"),
        para("Các chỉ tiêu hằng năm:"),
        Grid(
            (
                ("TT", "Chỉ tiêu", "ĐVT", "Năm 2024", "Năm 2025", "Năm 2026"),
                ("1", "Tỷ lệ trẻ em có nguy cơ được theo dõi, hỗ trợ", "%", "90", "95", "100"),
                ("2", "Tỷ lệ cha mẹ được tuyên truyền về lao động trẻ em", "%", "≥ 60", "≥ 70", "≥ 80"),
                ("3", "Số lớp tập huấn cho cộng tác viên", "lớp", "02", "03", "03"),
            )
        ),
        part("II.", "NHIỆM VỤ"),
        Grid(
            (
                ("STT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành"),
                (
                    "1",
                    "Điều tra, lập danh sách trẻ em làm nghề mộc",
                    "Công chức VHXH",
                    "Trưởng thôn",
                    "30/6/2024",
                ),
                ("2", "Ký cam kết với 54 xưởng mộc", "Công an xã", "Công chức VHXH", "31/8/2024"),
            )
        ),
        part("III.", "TỔ CHỨC THỰC HIỆN"),
        clause("1.", "Công chức VHXH"),
        para("Theo dõi, tổng hợp kết quả."),
        clause("2.", "Hội Liên hiệp Phụ nữ xã"),
        para("Giúp phụ nữ nghèo có con nhỏ vay vốn."),
    ),
    closing="Trên đây là Kế hoạch phòng, chống lao động trẻ em giai đoạn 2024 - 2026 của UBND xã./.",
    recipients=("Như trên", "Lưu: VP"),
    authority=("TM. UỶ BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Nguyễn Quang Huy",
    issuer="Uỷ ban nhân dân xã Đại Hưng",
    basis_numbers=("77/KH-UBND",),
    parent="77/KH-UBND",
    goals=(
        *(
            Goal("=", value, "MT1", horizon=year)
            for value, year in (("90", 2024), ("95", 2025), ("100", 2026))
        ),
        *(
            Goal(">=", value, "MT2", horizon=year)
            for value, year in (("60", 2024), ("70", 2025), ("80", 2026))
        ),
        *(Goal("=", value, "MT3", "lớp", year) for value, year in (("2", 2024), ("3", 2025), ("3", 2026))),
    ),
    units=("Công chức VHXH", "Hội Liên hiệp Phụ nữ xã"),
)

NESTED = Paper(
    name="thi-tran-phong-hai",
    agency=("ỦY BAN NHÂN DÂN", "THỊ TRẤN PHỐ RÀNG"),
    number="09",
    symbol="KH-UBND",
    place="Phố Ràng",
    day=date(2022, 1, 28),
    title="Phòng ngừa, giảm thiểu lao động trẻ em thị trấn Phố Ràng giai đoạn 2022-2025",
    basis=(
        "Căn cứ Bộ luật Lao động năm 2019;",
        "Căn cứ Nghị quyết số 05-NQ/ĐU ngày 10/01/2022 của Ban Chấp hành Đảng bộ thị trấn về nhiệm vụ năm "
        "2022;",
        "Thực hiện Kế hoạch số 310/KH-UBND ngày 20/12/2021 của UBND huyện Bảo Yên;",
    ),
    opening=("Ủy ban nhân dân thị trấn xây dựng kế hoạch cụ thể như sau:",),
    body=(
        part("A.", "THỰC TRẠNG"),
        para("Năm 2021 có 14 trẻ em phụ bán hàng, trong đó 71,4% là trẻ em gái; 100% đã được trợ giúp."),
        part("B.", "NỘI DUNG KẾ HOẠCH"),
        part("I.", "MỤC TIÊU"),
        clause("1.", "Mục tiêu tổng quát", True),
        para("Xây dựng địa bàn thân thiện với trẻ em."),
        clause("2.", "Chỉ tiêu", True),
        clause("2.1.", "Mục tiêu 1: Hỗ trợ, can thiệp", False),
        plus("Hằng năm, 100% trẻ em bị bóc lột sức lao động được can thiệp khi có thông báo;"),
        plus("Đến năm 2023 có 60%, đến năm 2025 có 85% trẻ em có nguy cơ được học nghề phù hợp."),
        clause("2.2.", "Mục tiêu 2: Truyền thông", False),
        plus(
            "Không dưới 90% doanh nghiệp, hộ kinh doanh được phổ biến quy định về lao động chưa thành niên."
        ),
        part("II.", "NHIỆM VỤ, GIẢI PHÁP"),
        clause("1.", "Công tác chỉ đạo, điều hành", True),
        plus("Đưa chỉ tiêu về trẻ em vào nghị quyết hằng năm."),
        clause("2.", "Công tác truyền thông", True),
        plus("Treo 20 băng zôn, pa nô tại các trục đường chính."),
        part("III.", "TỔ CHỨC THỰC HIỆN"),
        clause(
            "1.",
            "Giao Công chức Văn hóa - Xã hội chủ trì, phối hợp với các tổ dân phố thực hiện Kế hoạch.",
            False,
        ),
        clause(
            "2.", "Công an thị trấn chịu trách nhiệm quản lý nhân khẩu, phát hiện trẻ em lang thang.", False
        ),
        clause("3.", "Đoàn Thanh niên thị trấn tổ chức sân chơi hè cho trẻ em.", False),
    ),
    closing="Trên đây là Kế hoạch của UBND thị trấn, trong quá trình thực hiện có vướng mắc thì phản ánh kịp "
    "thời./.",
    recipients=("UBND huyện", "Phòng LĐTBXH huyện", "Các tổ dân phố", "Lưu: VT"),
    authority=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    signer="Hoàng Thị Sen",
    issuer="Ủy ban nhân dân thị trấn Phố Ràng",
    basis_numbers=("", "05-NQ/ĐU", "310/KH-UBND"),
    parent="310/KH-UBND",
    goals=(
        Goal("=", "100", "MT1"),
        Goal("=", "60", "MT1", horizon=2023),
        Goal("=", "85", "MT1", horizon=2025),
        Goal(">=", "90", "MT2"),
    ),
    units=("Công chức Văn hóa - Xã hội", "Công an thị trấn", "Đoàn Thanh niên thị trấn"),
)

COMMUNES = (LONG_ROAD, SLASHES, NO_FIGURES, AFTER_REFORM, TABLES, NESTED)
