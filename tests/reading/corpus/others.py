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
    `units`: in order, each at least these words. `cited`: numbers that the head names.
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
        units=("Phòng Chính trị, tư tưởng", "Phòng Kế hoạch - Tài chính"),
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
)
