"""Papers of every kind an office prints, in our own words: what the layout is measured on."""

from dataclasses import replace

from plans.law.blocks import Align
from plans.paper.document import Letterhead, Paper, Recipients, SignatureBlock
from tests.content.writing import (
    annex,
    article,
    cell,
    chapter,
    clause,
    group,
    note,
    paragraph,
    part,
    point,
    row,
    runs,
    table,
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
            paragraph(
                "Thực hiện Kế hoạch số 192/KH-UBND ngày 26/5/2023 của Ủy ban nhân dân huyện Hữu Lũng, Ủy ban "
                "nhân dân xã Tân Thành xây dựng Kế hoạch như sau:"
            ),
            part("I.", "Mục đích, yêu cầu", "section-1"),
            paragraph(LONG, "1."),
            paragraph(SHORT, "2."),
            part("II.", "Mục tiêu", "section-2"),
            paragraph(
                "100% trẻ em lao động trái quy định khi có thông báo được hỗ trợ, can thiệp kịp thời.",
                "-",
                key="target-7",
            ),
            part("III.", "Nội dung thực hiện", "section-3"),
            clause("1.", "Truyền thông, giáo dục, vận động xã hội", "task-1"),
            paragraph(LONG, "-"),
            paragraph(SHORT, "-"),
            clause("2.", "Nâng cao năng lực", "task-2"),
            point("a)", "Đối với cán bộ làm công tác trẻ em"),
            paragraph(LONG, level=4),
            point("b)", "Đối với người sử dụng lao động"),
            paragraph(SHORT, "+", level=4),
            paragraph(LONG, "+", level=4),
            part("IV.", "Tổ chức thực hiện", "section-4"),
            clause("1.", "Công chức Văn hóa - Xã hội"),
            paragraph(LONG),
            clause("2.", "Các trường học trên địa bàn"),
            paragraph(LONG, "-"),
            clause("3.", "Công an xã"),
            paragraph(SHORT),
            clause("4.", "Đề nghị Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội xã"),
            paragraph(LONG),
            paragraph(
                "Trên đây là Kế hoạch phòng ngừa, giảm thiểu trẻ em lao động trái quy định của xã năm 2023.",
                key="closing",
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
            paragraph(
                "Để làm tốt công tác trẻ em năm 2022, Sở đề nghị các cơ quan tập trung mười nhiệm vụ sau:"
            ),
            *(paragraph(f"{ordinal} là, {LONG[0].lower()}{LONG[1:]}") for ordinal in ORDINALS),
            paragraph("Đề nghị các cơ quan quan tâm, chỉ đạo thực hiện./."),
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
        blocks=(paragraph(LONG), paragraph(SHORT)),
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
    rows = [row("TT", "Chỉ tiêu", "Mức", "Thời hạn", "Đơn vị chịu trách nhiệm")]
    for number in range(1, 17):
        if number % 8 == 1:
            rows.append(
                group("Mục tiêu 1. Phòng ngừa" if number == 1 else "Mục tiêu 2. Hỗ trợ, can thiệp", 5)
            )
        sentence = "Trẻ em lao động trái quy định được hỗ trợ, can thiệp khi có thông báo"
        rows.append(
            row(
                str(number),
                sentence if number % 3 else LONG,
                f"trên {number + 40}%",
                "2025",
                "Phòng LĐTBXH-DT",
                key=f"row-{number}",
            )
        )
    document = district_document()
    return replace(
        document,
        blocks=(
            *document.blocks[:-1],
            paragraph("Chỉ tiêu chi tiết tại Phụ lục kèm theo Kế hoạch này."),
            document.blocks[-1],
            annex("Phụ lục I", "Chỉ tiêu", "annex-1"),
            table((7, Align.CENTER), 47, (14, Align.CENTER), (10, Align.CENTER), 22),
            *rows,
            annex("Phụ lục II", "Phân công nhiệm vụ", "annex-2"),
            paragraph(LONG, "1."),
            *(paragraph(LONG, "-") for _ in range(7)),
        ),
        enclosed=ENCLOSED,
    )


ENCLOSED = "(Kèm theo Kế hoạch số 05/KH-UBND ngày 03 tháng 01 năm 2024 của Ủy ban nhân dân huyện Hữu Lũng)"


def decision() -> Paper:
    """Articles, a centred line, chapters and articles of the rules it encloses."""
    return replace(
        district_document(),
        kind="QĐ",
        type_name="Quyết định",
        symbol="QĐ-UBND",
        title="Ban hành Quy chế phối hợp phòng ngừa, giảm thiểu lao động trẻ em",
        blocks=(
            paragraph(runs("**QUYẾT ĐỊNH:**"), key="decides", centred=True),
            article(
                "Điều 1.", "Ban hành kèm theo Quyết định này Quy chế phối hợp phòng ngừa lao động trẻ em."
            ),
            article("Điều 2.", "Quyết định này có hiệu lực thi hành kể từ ngày ký."),
            article("Điều 3.", LONG),
            annex("", "Quy chế phối hợp phòng ngừa, giảm thiểu lao động trẻ em", "rules"),
            paragraph(runs("*(Kèm theo Quyết định số 05/QĐ-UBND ngày 03 tháng 01 năm 2024)*"), centred=True),
            chapter("Chương I", "Quy định chung"),
            article("Điều 1.", "Phạm vi điều chỉnh"),
            paragraph(LONG),
            article("Điều 2.", "Nguyên tắc phối hợp"),
            clause("1.", LONG, level=3),
            clause("2.", SHORT, level=3),
            chapter("Chương II", "Nội dung phối hợp"),
            article("Điều 3.", "Trách nhiệm của các cơ quan"),
            paragraph(SHORT),
        ),
    )


def with_tables() -> Paper:
    """Bold and italic runs, notes, a table in the body with spans and a long row, an annex on its side."""
    document = district_document()
    plans = (
        table((6, Align.CENTER), 40, 24, (12, Align.RIGHT), (18, Align.CENTER), key="tasks", head_rows=2),
        row(
            cell("TT", down=2),
            cell("Nhiệm vụ", down=2),
            cell("Thực hiện", across=2),
            cell("Thời hạn", down=2),
        ),
        row("Chủ trì", "Số lớp"),
        group("I. Truyền thông", 5, key="group-1"),
        row(
            "1", cell("**Tập huấn** cho cộng tác viên", "*Mỗi xã một lớp*"), "Phòng Y tế", "12", "Quý II/2026"
        ),
        row(
            "2",
            cell((replace(runs("Phát tờ rơi")[0], marks=("n2",)),)),
            cell("Công an xã", down=2),
            "3",
            "30/6/2026",
            key="leaflets",
        ),
        row("3", "Nói chuyện chuyên đề", "4", "hằng tháng"),
        row("4", cell(LONG, LONG, LONG, LONG), "Các trường học", "20", "thường xuyên"),
        *(row(str(n), SHORT, "Công an xã", str(n), "31/12/2026") for n in range(5, 30)),
    )
    called = runs("Trẻ em có nguy cơ")
    called = (replace(called[0], marks=("n1",)),)
    return replace(
        document,
        blocks=(
            paragraph((*called, *runs(" được **hỗ trợ kịp thời**, *đúng quy định* của Luật Trẻ em."))),
            note("(1)", "Trẻ em có nguy cơ theo **khoản 1** Điều 10 Luật Trẻ em.", "n1"),
            *document.blocks[1:9],
            *plans,
            note("*", "Bằng tiếng Việt và tiếng dân tộc.", "n2"),
            *document.blocks[9:],
            annex("Phụ lục", "Tiến độ thực hiện", "annex-1", landscape=True),
            table(10, 60, 30),
            row("TT", "Việc", "Khi nào"),
            *(row(str(n), SHORT, "Quý I") for n in range(1, 25)),
        ),
        enclosed=ENCLOSED,
    )


def many_recipients() -> Paper:
    return replace(
        district_document(),
        recipients=Recipients(
            (*(f"UBND xã thứ {n} trên địa bàn huyện" for n in range(1, 61)), "Lưu: VT, LĐTBXH")
        ),
    )


MINGLED = (
    "Công an huyện, cơ quan quản lý nhà nước về trẻ em theo khoản 2 Điều 10 và Kế hoạch số 192/KH-UBND ngày 01 tháng 6 "
    "năm 2023; TỔ CHỨC THỰC HIỆN: Ban Chỉ đạo, Ủy ban nhân dân các xã, thị trấn"
)


def narrow_columns() -> Paper:
    """Rows that go on over the page, with and without a head, in columns that hold a word or two."""
    document = district_document()
    tall = (row(str(n), MINGLED, f"**{MINGLED}**", MINGLED * 2, MINGLED * 2) for n in range(1, 4))
    return replace(
        document,
        blocks=(
            *document.blocks[:3],
            table(8, 12, 14, 26, 40),
            row("TT", "Cơ quan quản lý", "Tổ chức thực hiện", "Nhiệm vụ", "Ghi chú"),
            *tall,
            *document.blocks[3:],
            table(15, 85, head_rows=0),
            row("Quản lý nhà nước", LONG * 18),
            paragraph(SHORT),
        ),
        recipients=Recipients(
            (
                "Thường trực Huyện ủy, Thường trực Hội đồng nhân dân huyện (để báo cáo định kỳ)",
                *(f"UBND xã thứ {n} và các phòng, ban, ngành, đoàn thể liên quan" for n in range(1, 20)),
                "Các cơ quan, đơn vị sự nghiệp công lập trực thuộc Ủy ban nhân dân huyện (để báo cáo đúng từng kỳ)",
                "Lưu: VT, LĐTBXH",
            )
        ),
    )


def eight_pages() -> Paper:
    return forty_pages(tasks=5)


def sixty_lines() -> Paper:
    """A short plan of about sixty lines: a page and a half."""
    document = district_document()
    return replace(
        document, citations=(), blocks=(*document.blocks[:10], paragraph(LONG, "-"), document.blocks[-1])
    )


def forty_pages(tasks: int = 36) -> Paper:
    """About one page and a third for each of the tasks."""
    document = district_document()
    middle = tuple(
        block
        for number in range(1, tasks + 1)
        for block in (
            clause(f"{number}.", f"Nhiệm vụ thứ {number}"),
            *(paragraph(LONG, "-") for _ in range(9)),
        )
    )
    return replace(document, blocks=(*document.blocks[:7], *middle, *document.blocks[7:]))


def filled(paragraphs: int) -> Paper:
    """A plan whose text is `paragraphs` of one line and more: moves the end over every place of a page."""
    body = (paragraph(SHORT if n % 3 else LONG) for n in range(paragraphs))
    return replace(commune_draft(), draft=False, number="10", blocks=(*body, paragraph(SHORT)))


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
        decision,
        with_tables,
        many_recipients,
        narrow_columns,
        sixty_lines,
        forty_pages,
    )
}
