"""Papers of every kind an office prints, in our own words: what the layout is measured on."""

from dataclasses import replace

from plans.paper.document import (
    Align,
    Annex,
    Column,
    Heading,
    Letterhead,
    Level,
    Paper,
    Paragraph,
    Recipients,
    SignatureBlock,
    Table,
)

LONG = (
    "Rà soát, lập danh sách trẻ em có nguy cơ và trẻ em lao động trái quy định của pháp luật theo từng "
    "thôn; trao đổi kết quả với các trường học, Công an xã và các đoàn thể để cùng theo dõi, hỗ trợ gia đình "
    "có hoàn cảnh khó khăn, không để trẻ em bỏ học đi làm trước tuổi."
)
SHORT = "Phát tờ rơi và giới thiệu Tổng đài 111 trong các buổi họp thôn."


def commune_draft() -> Paper:
    """An unnumbered draft of a commune: one signature line with KT., no TM."""
    return Paper(
        kind="KH",
        type_name="Kế hoạch",
        letterhead=Letterhead(agency=("Ủy ban nhân dân", "xã Tân Thành")),
        number="",
        symbol="KH-UBND",
        place_and_date="Tân Thành, ngày      tháng      năm 2023",
        title=(
            "Thực hiện Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật "
            "xã Tân Thành năm 2023"
        ),
        blocks=(
            Paragraph(
                "Thực hiện Kế hoạch số 192/KH-UBND ngày 26/5/2023 của Ủy ban nhân dân huyện Hữu Lũng, Ủy ban "
                "nhân dân xã Tân Thành xây dựng Kế hoạch như sau:"
            ),
            Heading(Level.PART, "I", "Mục đích, yêu cầu", "section-1"),
            Paragraph(LONG, "1."),
            Paragraph(SHORT, "2."),
            Heading(Level.PART, "II", "Mục tiêu", "section-2"),
            Paragraph(
                "100% trẻ em lao động trái quy định khi có thông báo được hỗ trợ, can thiệp kịp thời.",
                "-",
                anchor="target-7",
            ),
            Heading(Level.PART, "III", "Nội dung thực hiện", "section-3"),
            Heading(Level.CLAUSE, "1", "Truyền thông, giáo dục, vận động xã hội", "task-1"),
            Paragraph(LONG, "-"),
            Paragraph(SHORT, "-"),
            Heading(Level.CLAUSE, "2", "Nâng cao năng lực", "task-2"),
            Heading(Level.POINT, "a", "Đối với cán bộ làm công tác trẻ em"),
            Paragraph(LONG),
            Heading(Level.POINT, "b", "Đối với người sử dụng lao động"),
            Paragraph(SHORT, "+"),
            Paragraph(LONG, "+"),
            Heading(Level.PART, "IV", "Tổ chức thực hiện", "section-4"),
            Heading(Level.CLAUSE, "1", "Công chức Văn hóa - Xã hội"),
            Paragraph(LONG),
            Heading(Level.CLAUSE, "2", "Các trường học trên địa bàn"),
            Paragraph(LONG, "-"),
            Heading(Level.CLAUSE, "3", "Công an xã"),
            Paragraph(SHORT),
            Heading(
                Level.CLAUSE, "4", "Đề nghị Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội xã"
            ),
            Paragraph(LONG),
            Paragraph(
                "Trên đây là Kế hoạch phòng ngừa, giảm thiểu trẻ em lao động trái quy định của xã năm 2023.",
                anchor="closing",
            ),
        ),
        recipients=Recipients(
            (
                "Phòng LĐTBXH-DT huyện",
                "CT, PCT UBND xã",
                "UBMTTQ, các đoàn thể xã",
                "Các trường học",
                "Lưu: VT, VH",
            )
        ),
        signature=SignatureBlock(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Phan Quang Vinh"),
        draft=True,
        identity="ke-hoach-4",
        source={"number": None, "year": 2023, "title": "Kế hoạch <năm> 2023 & sau"},
    )


def district_document() -> Paper:
    """Numbered, with a superior, citations, TM. and KT. lines."""
    return replace(
        commune_draft(),
        letterhead=Letterhead(agency=("Ủy ban nhân dân", "huyện Hữu Lũng"), superior=("UBND tỉnh Lạng Sơn",)),
        number="05",
        place_and_date="Hữu Lũng, ngày 03 tháng 01 năm 2024",
        title=(
            "Thực hiện Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật "
            "năm 2024"
        ),
        citations=(
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
            "Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016",
            "Căn cứ Quyết định số 782/QĐ-TTg ngày 27 tháng 5 năm 2021 của Thủ tướng Chính phủ phê duyệt "
            "Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật giai đoạn "
            "2021-2025, định hướng đến năm 2030;",
            "Theo đề nghị của Trưởng phòng Lao động - Thương binh và Xã hội - Dân tộc.",
        ),
        recipients=Recipients(
            (
                "Sở LĐTB&XH tỉnh (b/c)",
                "TT. Huyện ủy, TT. HĐND huyện (b/c)",
                "Chủ tịch, các Phó Chủ tịch UBND huyện",
                "Các phòng, ban, ngành, đoàn thể huyện",
                "UBND các xã, thị trấn",
                "Lưu: VT, LĐTBXH-DT (05b)",
            )
        ),
        signature=SignatureBlock(
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Thị Hồng Hạnh"
        ),
        draft=False,
        identity="ke-hoach-5",
    )


ORDINALS = ("Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười")


def official_letter() -> Paper:
    """Mẫu 1.5: V/v below the number, several addressees, ten key tasks."""
    return Paper(
        kind="CV",
        type_name="",
        letterhead=Letterhead(
            agency=("Sở Lao động - Thương binh và Xã hội",), superior=("Ủy ban nhân dân tỉnh Điện Biên",)
        ),
        number="464",
        symbol="SLĐTBXH-TE&BĐG",
        place_and_date="Điện Biên, ngày 03 tháng 3 năm 2022",
        title="triển khai thực hiện các nhiệm vụ trọng tâm công tác trẻ em năm 2022",
        addressees=("Ủy ban nhân dân các huyện, thị xã, thành phố", "Công an tỉnh", "Sở Giáo dục và Đào tạo"),
        blocks=(
            Paragraph(
                "Để làm tốt công tác trẻ em năm 2022, Sở đề nghị các cơ quan tập trung mười nhiệm vụ sau:"
            ),
            *(Paragraph(f"{ordinal} là, {LONG[0].lower()}{LONG[1:]}") for ordinal in ORDINALS),
            Paragraph("Đề nghị các cơ quan quan tâm, chỉ đạo thực hiện./."),
        ),
        recipients=Recipients(
            ("Như trên", "Cục Trẻ em (b/c)", "Giám đốc, các Phó Giám đốc Sở", "Lưu: VT, TE&BĐG")
        ),
        signature=SignatureBlock(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Lò Thị Minh Phượng"),
        identity="cong-van-464",
        source={"number": 464},
    )


def short_letter() -> Paper:
    """One addressee, one paragraph, a draft."""
    return replace(
        official_letter(),
        number="",
        place_and_date="Điện Biên, ngày      tháng      năm 2022",
        title="báo cáo số liệu trẻ em",
        addressees=("Ủy ban nhân dân huyện Mường Chà",),
        blocks=(Paragraph(LONG), Paragraph(SHORT)),
        draft=True,
    )


def long_names() -> Paper:
    """Names of about ninety letters in every head."""
    return replace(
        district_document(),
        letterhead=Letterhead(
            agency=(
                "Ban Chỉ đạo thực hiện Chương trình phòng ngừa, giảm thiểu lao động trẻ em "
                "huyện Điện Biên Đông",
            ),
            superior=(
                "Ủy ban nhân dân tỉnh Điện Biên - Sở Lao động - Thương binh và Xã hội",
                "Chi cục Trẻ em và Bình đẳng giới",
            ),
        ),
        number="192",
        symbol="KH-BCĐPNGTLĐTE",
        place_and_date="Thị trấn Điện Biên Đông, ngày 29 tháng 12 năm 2023",
        title=(
            "Triển khai thực hiện Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp "
            "luật giai đoạn 2021-2025, định hướng đến năm 2030 trên địa bàn các xã vùng đồng bào dân tộc "
            "thiểu số và miền núi huyện Điện Biên Đông năm 2024"
        ),
        signature=SignatureBlock(
            (
                "TM. Ban Chỉ đạo",
                "KT. Trưởng ban",
                "Phó Trưởng ban Thường trực",
                "Trưởng phòng Lao động - Thương binh và Xã hội - Dân tộc huyện Điện Biên Đông",
            ),
            "Công Tằng Tôn Nữ Thị Huyền Trang",
        ),
    )


def with_annexes() -> Paper:
    """Two annexes: a table of targets over two pages with group rows, and a short one with text."""
    target_rows = [("Mục tiêu 1. Phòng ngừa",)]
    for number in range(1, 17):
        if number == 9:
            target_rows.append(("Mục tiêu 2. Hỗ trợ, can thiệp",))
        target_rows.append(
            (
                str(number),
                "Trẻ em lao động trái quy định được hỗ trợ, can thiệp khi có thông báo"
                if number % 3
                else LONG,
                f"trên {number + 40}%",
                "2025",
                "Phòng LĐTBXH-DT",
            )
        )
    targets = Table(
        (
            Column("TT", 7, Align.CENTER),
            Column("Chỉ tiêu", 47),
            Column("Mức", 14, Align.CENTER),
            Column("Thời hạn", 10, Align.CENTER),
            Column("Đơn vị chịu trách nhiệm", 22),
        ),
        tuple(target_rows),
    )
    reference = (
        "(Kèm theo Kế hoạch số 05/KH-UBND ngày 03 tháng 01 năm 2024 của Ủy ban nhân dân huyện Hữu Lũng)"
    )
    document = district_document()
    mention = Paragraph("Chỉ tiêu chi tiết tại Phụ lục kèm theo Kế hoạch này.")
    return replace(
        document,
        blocks=(*document.blocks[:-1], mention, document.blocks[-1]),
        annexes=(
            Annex("Chỉ tiêu", (targets,), reference, "annex-1"),
            Annex(
                "Phân công nhiệm vụ",
                (Paragraph(LONG, "1."), *(Paragraph(LONG, "-") for _ in range(7))),
                reference,
                "annex-2",
            ),
        ),
    )


def many_recipients() -> Paper:
    return replace(
        district_document(),
        recipients=Recipients(
            (*(f"UBND xã thứ {n} trên địa bàn huyện" for n in range(1, 61)), "Lưu: VT, LĐTBXH")
        ),
    )


def eight_pages() -> Paper:
    return forty_pages(tasks=5)


def sixty_lines() -> Paper:
    """A short plan of about sixty lines: a page and a half."""
    document = district_document()
    return replace(
        document, citations=(), blocks=(*document.blocks[:10], Paragraph(LONG, "-"), document.blocks[-1])
    )


def forty_pages(tasks: int = 36) -> Paper:
    """About one page and a third for each of the tasks."""
    document = district_document()
    middle = tuple(
        block
        for number in range(1, tasks + 1)
        for block in (
            Heading(Level.CLAUSE, str(number), f"Nhiệm vụ thứ {number}"),
            *(Paragraph(LONG, "-") for _ in range(9)),
        )
    )
    return replace(document, blocks=(*document.blocks[:7], *middle, *document.blocks[7:]))


def filled(paragraphs: int) -> Paper:
    """A plan whose text is `paragraphs` of one line and more: moves the end over every place of a page."""
    body = (Paragraph(SHORT if n % 3 else LONG) for n in range(paragraphs))
    return replace(commune_draft(), draft=False, number="10", blocks=(*body, Paragraph(SHORT)))


def signing_copy() -> Paper:
    """The commune's draft as it goes to the leader: without the mark."""
    return replace(commune_draft(), draft=False)


def named(*, agency_lines: int, superior_lines: int) -> Paper:
    """An office whose names take so many lines."""
    agency = ("Ủy ban nhân dân", "huyện Hữu Lũng", "tỉnh Lạng Sơn")
    superior = ("UBND tỉnh Lạng Sơn", "Sở Lao động - TB&XH")
    return replace(
        sixty_lines(), letterhead=Letterhead(agency=agency[:agency_lines], superior=superior[:superior_lines])
    )


ALL = {
    maker.__name__: maker
    for maker in (
        commune_draft,
        district_document,
        official_letter,
        short_letter,
        long_names,
        with_annexes,
        many_recipients,
        sixty_lines,
        forty_pages,
    )
}
