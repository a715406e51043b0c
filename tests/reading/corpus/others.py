"""Documents the reader was not built for: written, with their truth, by a hand that had not seen its code.

Each lies in `others/NAME.txt`. What a truth leaves out was not decided beforehand, and is not measured.
"""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

HOME = Path(__file__).parent / "others"


@dataclass(frozen=True)
class Other:
    """`goals`, one a line: comparator ("=|>=": either will do), value, unit ("*": any), group, year ("-": any).

    `may`: words of sentences of which a careful reader may make a target or not ("17/17 xã").
    `tasks`: some of them. `units`: in order, each at least these words. `cited`: numbers that the head names.
    """

    name: str
    kind: str
    goals: str = ""
    may: tuple[str, ...] = ()
    number: str = ""
    symbol: str = ""
    issuer: str = ""
    superior: str = ""
    place: str = ""
    day: date | None = None
    title: str = ""
    parent: str | None = None
    cited: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    signer: str = ""
    units: tuple[str, ...] = field(default=())
    tasks: tuple[tuple[str, str, str], ...] = ()  # words of it, who, day as ISO or ""

    @property
    def data(self) -> bytes:
        return (HOME / f"{self.name}.txt").read_bytes()


OTHERS = (
    Other(
        "tinh-quang-nam",
        "KH",
        """
        <   4.5  %  MT1  2025
        =   100  %  MT1  -
        >=  90   %  MT1  -
        =   90   %  MT2  -
        =   75   %  MT2  -
        =   75   %  MT2  -
        =   90   %  MT2  -
        =   90   %  MT3  -
        >=  70   %  MT3  -
        <=  3    %  DH2030  2030
        min -    *  DH2030  -
        """,
        number="5127",
        symbol="KH-UBND",
        issuer="Ủy ban nhân dân tỉnh Quảng Nam",
        place="Quảng Nam",
        day=date(2021, 8, 12),
        title="Triển khai Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật trên "
        "địa bàn tỉnh Quảng Nam, giai đoạn 2021 - 2025, định hướng đến năm 2030",
        parent="782/QĐ-TTg",
        cited=("782/QĐ-TTg",),
        recipients=(
            "Bộ LĐ-TB&XH",
            "TTTU, HĐND, UBND tỉnh",
            "Các Sở, Ban, ngành",
            "UBND các huyện, thị xã, thành phố",
            "Lưu: VT, KGVX",
        ),
        authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        signer="Trần Thanh Hòa",
        units=(
            "Sở Lao động - Thương binh và Xã hội",
            "Sở Giáo dục và Đào tạo",
            "Công an tỉnh",
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
            "Ủy ban nhân dân các huyện, thị xã, thành phố",
        ),
    ),
    Other(
        "huyen-tuong-duong",
        "KH",
        """
        =   100 % MT1 -
        >   85  % MT1 -
        >=  60  % MT2 -
        >=  75  % MT2 -
        >=  50  % MT2 -
        =   100 % MT3 -
        """,
        may=("17/17",),
        number="88",
        symbol="KH-UBND",
        issuer="Ủy ban nhân dân huyện Tương Dương",
        superior="Ủy ban nhân dân tỉnh Nghệ An",
        place="Tương Dương",
        day=date(2023, 2, 20),
        title="Phòng ngừa, giảm thiểu lao động trẻ em trên địa bàn huyện Tương Dương năm 2023",
        parent="512/KH-UBND",
        cited=("512/KH-UBND",),
        recipients=(
            "Sở LĐTB&XH (b/c)",
            "TT Huyện ủy, HĐND huyện (b/c)",
            "Các phòng, ban liên quan (t/h)",
            "UBND các xã, thị trấn (t/h)",
            "Lưu: VT, LĐTBXH",
        ),
        authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        signer="Lô Thị Kim Ngân",
        units=(
            "Phòng Lao động - Thương binh và Xã hội",
            "Phòng Giáo dục và Đào tạo",
            "Trung tâm Văn hóa, Thể thao và Truyền thông",
            "UBND các xã, thị trấn",
        ),
    ),
    Other(
        "xa-ia-broai",
        "KH",
        """
        =   95  % - 2022
        <   2   % - -
        =   100 % - -
        >=  80  % - -
        =|>= 70 % - -
        """,
        number="31",
        symbol="KH-UBND",
        issuer="Ủy ban nhân dân xã Ia Broăi",
        place="Ia Broăi",
        day=date(2022, 5, 6),
        title="Thực hiện công tác phòng, chống lao động trẻ em xã Ia Broăi năm 2022",
        parent="76/KH-UBND",
        cited=("76/KH-UBND",),
        recipients=("Phòng LĐ-TB&XH huyện", "TT Đảng ủy, HĐND xã", "Như mục IV", "Lưu VP"),
        authority=("CHỦ TỊCH",),
        signer="Rmah Blưk",
        units=(
            "Công chức Văn hóa – Xã hội",
            "Các trường học trên địa bàn",
            "Công an xã",
            "Ủy ban MTTQ xã và các đoàn thể",
            "Thôn trưởng các thôn, làng",
        ),
    ),
    Other(
        "so-ld-soc-trang",
        "KH",
        """
        =   100 % - -
        >=  80  % - -
        >=  40  hộ - -
        <=  5   % - -
        """,
        number="47",
        symbol="KH-SLĐTBXH",
        issuer="Sở Lao động - Thương binh và Xã hội",
        superior="Ủy ban nhân dân tỉnh Sóc Trăng",
        place="Sóc Trăng",
        day=date(2024, 3, 9),
        title="Kiểm tra, hỗ trợ giảm thiểu lao động trẻ em trong các làng nghề và vùng nuôi trồng thủy sản "
        "năm 2024",
        parent="119/KH-UBND",
        cited=("782/QĐ-TTg", "119/KH-UBND"),
        recipients=(
            "UBND tỉnh (b/c)",
            "Cục Trẻ em (b/c)",
            "Các phòng thuộc Sở",
            "Phòng LĐTBXH các huyện, thị xã, thành phố",
            "Lưu: VT, TE&BĐG",
        ),
        authority=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        signer="Thạch Thị Sa Ry",
        units=(
            "Phòng Trẻ em và Bình đẳng giới",
            "Thanh tra Sở",
            "Văn phòng Sở",
            "Phòng Lao động - Thương binh và Xã hội các huyện, thị xã",
        ),
    ),
    Other(
        "phuong-ha-khau",
        "KH",
        """
        =   90  % - 2025
        =   100 % - 2030
        >=  70  % - 2025
        >=  90  % - 2030
        <   2   % - 2025
        <   1   % - 2030
        """,
        number="112",
        symbol="KH-UBND",
        issuer="Ủy ban nhân dân phường Hà Khẩu",
        place="Hà Khẩu",
        day=date(2025, 9, 4),
        title="Bảo vệ trẻ em, phòng ngừa trẻ em lao động trái quy định của pháp luật trên địa bàn phường năm "
        "2025 và giai đoạn 2026 - 2030",
        parent="201/KH-UBND",
        cited=("201/KH-UBND",),
        recipients=(
            "Sở Y tế tỉnh",
            "Thường trực Đảng ủy, HĐND phường",
            "CT, các PCT UBND phường",
            "Các khu phố",
            "Lưu: VT, VHXH",
        ),
        authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        signer="Vũ Thị Hải Yến",
        units=(
            "Phòng Văn hóa - Xã hội",
            "Trung tâm Phục vụ hành chính công phường",
            "Ủy ban MTTQ Việt Nam phường",
        ),
    ),
    Other(
        "thi-xa-buon-ho",
        "KH",
        """
        <=  4.9 % MT1 2025
        =   100 % MT1 -
        =   70  % MT2 -
        =   70  % MT2 -
        =   80  % MT3 -
        =   90  % MT3 -
        <   4   % DH2030 -
        """,
        may=("huy động 30%",),
        number="143",
        symbol="KH-UBND",
        issuer="Ủy ban nhân dân thị xã Buôn Hồ",
        place="Buôn Hồ",
        day=date(2021, 9, 27),
        title="Thực hiện Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật giai "
        "đoạn 2021-2025, định hướng đến năm 2030 trên địa bàn thị xã Buôn Hồ",
        parent="8034/KH-UBND",
        cited=("8034/KH-UBND",),
        recipients=("Sở LĐ, TB và XH", "TT Thị ủy, TT HĐND thị xã", "UBND các xã, phường", "Lưu: VT"),
        authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        signer="Y Sam Niê Kđăm",
        units=("Phòng Lao động, Thương binh và Xã hội", "Phòng Kinh tế", "UBND các xã, phường"),
    ),
    Other(
        "huyen-hon-dat",
        "KH",
        """
        >   90   %    - -
        =   3000 *    - -
        =   5000 *    - -
        <   1    %    - -
        """,
        may=("14/14",),
        number="25",
        symbol="KH-UBND",
        issuer="Ủy ban nhân dân huyện Hòn Đất",
        place="Hòn Đất",
        day=date(2024, 1, 30),
        title="Triển khai Tháng hành động phòng, chống lao động trẻ em năm 2024",
        cited=("214/SLĐTBXH-TEBĐG",),
        recipients=("Sở LĐTB&XH tỉnh", "Các phòng, ban, ngành huyện", "Lưu: VT, dhpthuy"),
        authority=("Q. CHỦ TỊCH",),
        signer="Danh Thị Út",
        units=(
            "Phòng Lao động - Thương binh và Xã hội huyện",
            "Đài Truyền thanh huyện",
            "UBND các xã, thị trấn",
        ),
    ),
    Other(
        "huyen-moc-chau",
        "KH",
        """
        =   100 % - -
        >=  98  % - -
        =   100 % - -
        """,
        number="301",
        symbol="KH-UBND",
        issuer="Ủy ban nhân dân huyện Mộc Châu",
        place="Mộc Châu",
        day=date(2022, 6, 17),
        title="Thu thập thông tin trẻ em lao động trái quy định của pháp luật năm 2022",
        cited=("1330/SLĐTBXH-BTXH&TE",),
        recipients=("Sở LĐTBXH tỉnh", "UBND các xã, thị trấn", "Lưu: VT"),
        authority=("TL. CHỦ TỊCH", "TRƯỞNG PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"),
        signer="Hà Văn Dựng",
        units=(
            "Phòng Lao động - Thương binh và Xã hội",
            "Chi cục Thống kê khu vực Mộc Châu - Vân Hồ",
            "UBND các xã, thị trấn",
        ),
    ),
    Other(
        "xa-ba-vi",
        "KH",
        """
        =   100  % - -
        =   97.5 % - -
        <=  1.5  % - -
        >=  2    * - -
        """,
        may=("3/4",),
        number="09",
        symbol="KH-UBND",
        issuer="Ủy ban nhân dân xã Ba Vì",
        superior="Ủy ban nhân dân huyện Ba Tơ",
        place="Ba Vì",
        day=date(2023, 4, 3),
        title="Về việc phòng ngừa trẻ em bỏ học, lao động sớm năm 2023",
        parent="40/KH-UBND",
        cited=("40/KH-UBND",),
        recipients=("Như phần C", "Phòng LĐTB&XH huyện", "Lưu: VT"),
        authority=("TUQ. CHỦ TỊCH", "CÔNG CHỨC VĂN HÓA - XÃ HỘI"),
        signer="Phạm Văn Đếp",
        units=(
            "Công chức Lao động - Thương binh và Xã hội",
            "Trường PTDTBT TH&THCS Ba Vì",
            "Hội Liên hiệp Phụ nữ",
        ),
    ),
    Other(
        "xa-my-chanh",
        "KH",
        """
        =   100 % MT1 -
        >=  85  % MT1 -
        >   95  % MT2 -
        =|> 80  % MT2 -
        =   100 % MT3 -
        """,
        symbol="KH-UBND",
        issuer="Ủy ban nhân dân xã Mỹ Chánh",
        superior="Ủy ban nhân dân huyện Phù Mỹ",
        place="Mỹ Chánh",
        title="Phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật năm 2024",
        parent="66/KH-UBND",
        cited=("66/KH-UBND",),
        recipients=("Như trên", "Lưu: VT"),
        authority=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        signer="Võ Đình Khương",
        units=("Công an xã", "Đài truyền thanh xã"),
    ),
    Other(
        "quan-le-chan",
        "KH",
        """
        =   100 % MT1 -
        =   90  % MT1 -
        >=  95  % MT2 -
        >=  80  % MT2 -
        =   85  % MT2 -
        =   60  % MT2 -
        """,
        number="77",
        symbol="KH-UBND",
        issuer="Ủy ban nhân dân quận Lê Chân",
        place="Lê Chân",
        day=date(2021, 10, 11),
        title="Phòng ngừa, giảm thiếu trẻ em lao động trái quy định của pháp luật giai đoạn 2021 - 2025 trên "
        "địa bàn quận Lê Chân",
        parent="213/KH-UBND",
        cited=("213/KH-UBND",),
        recipients=("Sở LĐTB&XH", "Quận ủy, HĐND quận", "UBND 15 phường", "Lưu: VT, LĐ"),
        authority=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        signer="Phạm Tiến Dũng",
        units=(
            "Phòng Lao động - Thương binh và Xã hội",
            "Phòng Y tế",
            "Công an quận",
            "Ủy ban nhân dân 15 phường",
        ),
    ),
    Other(
        "tin-cao-lanh",
        "",
        """
        <=  3.5 % - 2025
        =   100 % - -
        >=  80  % - -
        =|>= 85 % - -
        <   2.5 % - 2030
        """,
        number="214",
        symbol="KH-UBND",
        issuer="Ủy ban nhân dân huyện Cao Lãnh",
        day=date(2024, 9, 16),
    ),
    Other(
        "tin-lao-cai",
        "",
        """
        >   90 % - 2025
        =   70 % - -
        >=  75 % - -
        """,
        number="398",
        symbol="KH-UBND",
        issuer="Ủy ban nhân dân tỉnh Lào Cai",
    ),
    Other(
        "qd-huyen-can-giuoc",
        "QĐ",
        number="2215",
        symbol="QĐ-UBND",
        issuer="Ủy ban nhân dân huyện Cần Giuộc",
        place="Cần Giuộc",
        day=date(2022, 7, 14),
        title="Về việc kiện toàn Ban Chỉ đạo công tác trẻ em huyện Cần Giuộc",
        recipients=("Như Điều 3", "Sở LĐTBXH", "Lưu: VT"),
        authority=("CHỦ TỊCH",),
        signer="Nguyễn Tuấn Thanh",
    ),
    Other(
        "bc-xa-ea-tul",
        "BC",
        number="54",
        symbol="BC-UBND",
        issuer="Ủy ban nhân dân xã Ea Tul",
        place="Ea Tul",
        day=date(2023, 12, 12),
        title="Kết quả thực hiện Kế hoạch phòng ngừa, giảm thiểu lao động trẻ em năm 2023",
        cited=("30/KH-UBND",),
        recipients=("Phòng LĐTBXH huyện", "Lưu: VT"),
        authority=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        signer="Y Blơm Mlô",
    ),
    Other(
        "cv-tp-cao-bang",
        "CV",
        may=("Bàn giao 100%",),
        number="1019",
        symbol="UBND-LĐTBXH",
        issuer="Ủy ban nhân dân thành phố Cao Bằng",
        place="Cao Bằng",
        day=date(2024, 5, 28),
        title="tăng cường phòng ngừa lao động trẻ em dịp hè năm 2024",
        cited=("905/SLĐTBXH-TE",),
        recipients=("Như trên", "CT, các PCT UBND TP", "Lưu: VT, LĐTBXH"),
        authority=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        signer="Nông Thị Thu Huệ",
        units=(
            "Phòng Lao động - Thương binh và Xã hội",
            "Phòng Giáo dục và Đào tạo",
            "Ủy ban nhân dân các xã, phường",
        ),
    ),
    Other("giay-moi-long-huu", "refused"),
    Other(
        "so-gddt-thai-binh",
        "KH",
        """
        <   0.3 % - -
        <   0.8 % - -
        =   100 % - -
        =   95  % - -
        >=  90  % - -
        =   100 % - -
        >=  2   * - -
        """,
        number="1245",
        symbol="KH-SGDĐT",
        issuer="Sở Giáo dục và Đào tạo",
        superior="Ủy ban nhân dân tỉnh Thái Bình",
        place="Thái Bình",
        day=date(2022, 9, 22),
        title="Phòng ngừa học sinh bỏ học, tham gia lao động trái quy định của pháp luật của ngành Giáo dục "
        "năm học 2022-2023",
        parent="107/KH-UBND",
        cited=("107/KH-UBND", "31/2017/TT-BGDĐT"),
        recipients=(
            "UBND tỉnh (để báo cáo)",
            "Lãnh đạo Sở",
            "Phòng GDĐT các huyện, thành phố (để thực hiện)",
            "Các trường THPT (để thực hiện)",
            "Lưu: VT, CTTT",
        ),
        authority=("GIÁM ĐỐC",),
        signer="Đặng Thị Phương Thảo",
        units=(
            "Phòng GDĐT các huyện, thành phố",
            "các trường THPT",
            "Phòng Chính trị, tư tưởng",
            "Phòng Kế hoạch - Tài chính",
        ),
    ),
    Other(
        "hoi-phu-nu-tra-vinh",
        "KH",
        """
        =   100 % - -
        =   65  % - 2024
        =   85  % - 2027
        >=  1   * - -
        =   500 * - -
        """,
        number="63",
        symbol="KH-BTV",
        issuer="Ban Thường vụ",
        superior="Hội LHPN Việt Nam tỉnh Trà Vinh",
        place="Trà Vinh",
        day=date(2022, 4, 15),
        title="Các cấp Hội tham gia phòng ngừa, giảm thiểu lao động trẻ em giai đoạn 2022 - 2027",
        parent="70/KH-UBND",
        cited=("70/KH-UBND",),
        recipients=("TW Hội LHPN Việt Nam", "BTV Hội LHPN các huyện, TX, TP", "Lưu: VP"),
        authority=("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH"),
        signer="Kim Thị Rọt",
    ),
    Other(
        "quan-o-mon",
        "KH",
        """
        =   85  % MT1 2023
        =   95  % MT1 2025
        =   100 % MT1 -
        =   90  % MT2 -
        =   75  % MT2 -
        >   80  % MT2 -
        =   100 % MT3 -
        >=  90  % MT3 -
        """,
        number="156",
        symbol="KH-UBND",
        issuer="Ủy ban nhân dân quận Ô Môn",
        place="Ô Môn",
        day=date(2021, 11, 10),
        title="Thực hiện Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật trên "
        "địa bàn quận Ô Môn giai đoạn 2021 - 2025",
        parent="182/KH-UBND",
        cited=("182/KH-UBND",),
        recipients=("Sở LĐTBXH TPCT", "UBND các phường", "Lưu: VT"),
        authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        signer="Lư Thành Đồng",
        units=(
            "Phòng Lao động - Thương binh và Xã hội quận",
            "Ủy ban nhân dân các phường",
            "Quận đoàn Ô Môn",
        ),
    ),
    Other(
        "xa-thanh-tan",
        "KH",
        """
        =   98   % - -
        <   0.5  % - -
        =   100  % - -
        =   1420 * - -
        """,
        may=("giảm 10%",),
        number="60",
        symbol="KH-UBND",
        issuer="Ủy ban nhân dân xã Thanh Tân",
        superior="Ủy ban nhân dân huyện Như Thanh",
        place="Thanh Tân",
        day=date(2024, 3, 18),
        title="Công tác trẻ em và phòng ngừa lao động trẻ em năm 2024",
        parent="55/KH-UBND",
        cited=("55/KH-UBND",),
        recipients=("UBND huyện (b/c)", "Các thôn (t/h)", "Lưu: VT"),
        authority=("CHỦ TỊCH",),
        signer="Quách Văn Thuận",
        units=("Công chức LĐTB&XH", "Trạm Y tế xã", "Ủy ban MTTQ xã"),
    ),
    # Written after the first mending, and again read once before anything was changed.
    Other(
        "huyen-ky-anh",
        "KH",
        """
        <   0.8  % MT1 2025
        =   100  % MT1 -
        >   92.5 % MT1 -
        >=  85   % MT2 -
        =   100  % MT2 -
        >=  10   * MT2 -
        """,
        number="1290",
        symbol="KH-UBND",
        issuer="Ủy ban nhân dân huyện Kỳ Anh",
        place="Kỳ Anh",
        day=date(2021, 10, 19),
        parent="356/KH-UBND",
        recipients=("Sở LĐ-TB&XH", "UBND các xã", "Lưu: VT"),
        authority=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        signer="Bùi Quang Hoàn",
        units=("Phòng Lao động - TB&XH", "Huyện đoàn", "UBND các xã"),
    ),
    Other(
        "tin-cho-don",
        "",
        """
        =   95  % - 2024
        >=  75  % - 2024
        <=  1.1 % - 2024
        """,
        number="93",
        symbol="KH-UBND",
        issuer="Ủy ban nhân dân huyện Chợ Đồn",
        day=date(2024, 5, 10),
    ),
    Other(
        "so-y-te-binh-thuan",
        "KH",
        """
        =   100  % - -
        >   80   % - -
        =   1500 * - -
        <=  0.2  % - -
        """,
        number="4410",
        symbol="KH-SYT",
        issuer="Sở Y tế",
        superior="Ủy ban nhân dân tỉnh Bình Thuận",
        place="Bình Thuận",
        day=date(2025, 7, 8),
        parent="2750/KH-UBND",
        recipients=("UBND tỉnh", "Lưu: VT, NVY"),
        authority=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        signer="Ngô Thị Bích Vân",
        units=("Phòng Nghiệp vụ Y", "Các bệnh viện"),
    ),
    # Written after pages of the web had been read, in our own words; the first six read once before mending.
    Other(
        "xa-tra-leng",
        "KH",
        """
        >=  10   %  MT1     -
        <=  0.1  %  MT1     2027
        >=  95   %  MT1     2027
        =   10   *  MT2     2027
        =   3    *  MT2     -
        >=  85   %  MT2     2027
        =   9    *  MT2     2027
        =   100  %  MT3     2027
        <   0.05 %  DH2030  2030
        >   98   %  DH2030  2030
        """,
        may=("12 tin, bài",),  # a count of work
        number="115",
        symbol="KH-UBND",
        issuer="Ủy ban nhân dân xã Trà Leng",
        place="Trà Leng",
        day=date(2025, 9, 5),
        title="Phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật trên địa bàn xã Trà Leng "
        "giai đoạn 2025 - 2027, định hướng đến năm 2030",
        cited=("150/2025/NĐ-CP", "1520/QĐ-UBND", "33/TTr-VHXH"),
        recipients=(
            "UBND thành phố (b/c)",
            "Sở Y tế",
            "TT Đảng ủy, TT HĐND xã",
            "Như mục IV",
            "Lưu: VT, VHXH",
        ),
        authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        signer="Hồ Thị Mai Nhi",
        units=(
            "Phòng Văn hóa - Xã hội",
            "Phòng Kinh tế",
            "Công an xã; Ban Chỉ huy Quân sự xã",
            "Các trường học trên địa bàn",
            "Đề nghị Ủy ban MTTQ Việt Nam xã, Hội Liên hiệp Phụ nữ xã, Đoàn TNCS Hồ Chí Minh xã",
            "Trưởng các thôn",
        ),
        tasks=(
            ("Đăng tải ít nhất 12 tin", "Phòng Văn hóa - Xã hội", ""),
            ("lập hồ sơ quản lý", "Công an xã", "2025-11-30"),
            ("tham mưu cấp kinh phí", "Văn phòng HĐND và UBND xã", "2025-12-31"),
        ),
    ),
    Other(
        "so-y-te-an-thinh",
        "KH",
        """
        =   78   %         -  2026
        <   480  /100.000  -  2026
        <=  14   /100.000  -  2026
        <=  1.05 %         -  2026
        =   0.3  *         -  2026
        =   100  %         -  2026
        =   15   *         -  2026
        """,
        may=("62 xã",),
        number="2210",
        symbol="KH-SYT",
        issuer="Sở Y tế",
        superior="UBND tỉnh An Thịnh",
        place="An Thịnh",
        day=date(2025, 10, 18),
        title="Triển khai công tác bảo vệ, chăm sóc trẻ em và phòng ngừa lao động trẻ em năm 2026",
        parent="310/KH-UBND",
        cited=("4501/BYT-BMTE", "310/KH-UBND"),
        recipients=("Bộ Y tế", "UBND tỉnh", "UBND các xã, phường", "Ban Giám đốc Sở", "Lưu: VT, BTXHTE"),
        authority=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        signer="Võ Thị Kim Phượng",
        units=(
            "Phòng Bảo trợ xã hội và Trẻ em",
            "Trung tâm Công tác xã hội tỉnh",
            "Đề nghị UBND các xã, phường",
        ),
        tasks=(
            ("quy chế phối hợp", "Phòng Bảo trợ xã hội và Trẻ em", "2026-03-31"),
            ("Tháng hành động", "", "2026-06-30"),
            ("350 cộng tác viên", "", "2026-08-31"),
            ("bố trí người làm công tác trẻ em", "Đề nghị UBND các xã, phường", "2026-06-15"),
        ),
    ),
    Other(
        "tinh-doan-long-phu",
        "KH",
        """
        >=  2    *  -  2024
        =   100  %  -  2024
        =   1200 *  -  2024
        >=  70   %  -  2024
        >=  55   %  -  2024
        """,
        number="45",
        symbol="KH/TĐTN-TTNTH",
        issuer="Ban chấp hành tỉnh Long Phú",
        superior="Đoàn TNCS Hồ Chí Minh",
        place="Long Phú",
        day=date(2024, 4, 20),
        title="Tổ chức các hoạt động hè và phòng ngừa lao động trẻ em năm 2024",
        recipients=(
            "Ban Bí thư Trung ương Đoàn",
            "Thường trực Tỉnh ủy",
            "Các Huyện, Thị, Thành đoàn",
            "Lưu VP",
        ),
        authority=("TM. BAN THƯỜNG VỤ TỈNH ĐOÀN", "PHÓ BÍ THƯ"),
        signer="Lê Quốc Khánh",
        units=("Ban Thanh thiếu nhi trường học Tỉnh đoàn", "Các Huyện, Thị, Thành đoàn"),
        tasks=(("gửi về Tỉnh đoàn", "Các Huyện, Thị, Thành đoàn", "2024-05-15"),),
    ),
    Other(
        "tin-kim-son",
        "",
        """
        >=  20   %  -  2024
        >   50   %  -  2024
        =   100  %  -  2024
        =   95   %  -  2024
        <   0.6  %  -  2024
        """,
        may=("15 lớp", "rà soát 100%"),
        number="31",
        symbol="KH-UBND",
        issuer="UBND huyện Kim Sơn",
        day=date(2024, 2, 7),
    ),
    Other(
        "phuong-hai-linh",
        "KH",
        """
        <   0.8  %  MT1  2026
        <   0.6  %  MT1  2027
        <   0.4  %  MT1  2028
        =   92   %  MT1  2026
        =   95   %  MT1  2027
        >=  98   %  MT1  2028
        =   2    *  -    2026
        =   3    *  -    2027
        =   4    *  -    2028
        """,
        number="64",
        symbol="KH-UBND",
        issuer="Ủy ban nhân dân phường Hải Lĩnh",
        place="Hải Lĩnh",
        day=date(2026, 1, 12),
        title="Thực hiện các chỉ tiêu về trẻ em giai đoạn 2026 - 2028",
        parent="12/KH-UBND",
        cited=("12/KH-UBND",),
        recipients=("UBND tỉnh (b/c)", "Các phòng, ban phường", "Lưu: VT"),
        authority=("CHỦ TỊCH",),
        signer="Lê Văn Sáu",
        units=("Phòng Văn hóa - Xã hội", "Các tổ dân phố"),
        tasks=(
            ("Truyền thông tại chợ", "Phòng Văn hóa - Xã hội", "2026-06-30"),
            ("Kiểm tra cơ sở", "Phòng Kinh tế, Hạ tầng và Đô thị", "2026-09-30"),
        ),
    ),
    Other(
        "huyen-ea-sup",
        "KH",
        """
        =   100  %  -    2024
        <=  1.2  %  MT1  2024
        """,
        number="87",
        symbol="KH-UBND",
        issuer="Ủy ban nhân dân huyện Ea Súp",
        place="Ea Súp",
        day=date(2024, 3, 15),
        parent="28/KH-UBND",
        cited=("28/KH-UBND", "312/SLĐTBXH-TE", "45/TTr-LĐTBXH"),
        authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        signer="Y Thanh Niê Kđăm",
        units=(
            "Phòng Lao động - Thương binh và Xã hội",
            "Phòng Giáo dục và Đào tạo",
            "Phòng Tài chính - Kế hoạch",
            "Công an huyện",
            "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam huyện",
            "UBND các xã, thị trấn",
        ),
        tasks=(
            ("02 hội nghị", "Phòng Lao động - Thương binh và Xã hội", "2024-06-30"),
            ("Phát thanh định kỳ", "Trung tâm Truyền thông - Văn hóa - Thể thao", ""),
            ("Rà soát, thống kê", "UBND các xã, thị trấn", "2024-05-30"),
            ("01 lớp tập huấn", "Phòng Lao động - Thương binh và Xã hội", "2024-08-31"),
            ("Kiểm tra, thanh tra", "", "2024-10-31"),
        ),
    ),
    Other(
        "sao-tinh-dong-lam",
        "KH",
        """
        <   2.4  %  MT1  2023
        <   1.9  %  MT1  2025
        =   1200 *  -    2023
        =   1500 *  -    2025
        =   96   %  MT1  2025
        """,
        number="512",
        symbol="KH-UBND",
        issuer="Ủy ban nhân dân tỉnh Đông Lâm",
        place="Đông Lâm",
        day=date(2022, 3, 17),
        title="Bảo vệ trẻ em và phòng ngừa trẻ em lao động trái quy định của pháp luật giai đoạn 2022 - 2025 "
        "trên địa bàn tỉnh Đông Lâm",
        parent="782/QĐ-TTg",
        cited=("782/QĐ-TTg", "23/QĐ-TTg", "88/LĐTBXH-TE"),
    ),
    Other(
        "sao-tinh-bac-lung",
        "KH",
        """
        =   12   %  -  2021
        =   60   %  -  2021
        =   75   %  -  2022
        """,
        number="207",
        symbol="KH-UBND",
        issuer="Ủy ban nhân dân tỉnh Bắc Lũng",
        place="Bắc Lũng",
        day=date(2021, 6, 9),
        title="Phòng, chống tai nạn, thương tích trẻ em tỉnh Bắc Lũng năm 2021",
        parent="15/KH-LĐTBXH",
    ),
    Other(
        "than-xa-hong-trach",
        "",
        """
        =   100  %  -  -
        =   96.5 %  -  -
        =   100  %  -  -
        =   65   %  -  -
        =   100  %  -  -
        """,
        units=("Công chức Văn hóa - Xã hội", "Trạm Y tế"),
    ),
    Other(
        "tin-tinh-phuoc-hai",
        "",
        """
        <=  1.8  %  MT1  2025
        =   100  %  MT1  2025
        >   88   %  MT1  2025
        =   85   %  MT2  -
        =   65   %  MT2  -
        =   90   %  MT2  2030
        <   1.5  %  -    2025
        """,
    ),
    Other(
        "sao-tinh-lang-khe",
        "KH",
        """
        =   45   %         -  2023
        =   60   %         -  2024
        <   520  /100.000  -  2023
        """,
        number="71",
        symbol="KH-UBND",
        issuer="Ủy ban nhân dân tỉnh Lạng Khê",
        place="Lạng Khê",
        day=date(2023, 2, 3),
        title="Phòng, chống tai nạn, thương tích trẻ em năm 2023",
        parent="1248/QĐ-TTg",
    ),
)
