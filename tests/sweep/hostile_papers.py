"""Papers as no office writes them and the layout must still set: the same number gives the same paper.

They hold what the sheet promises today; what it learns to set is added to the tables here.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from childlabour.core import lengths
from childlabour.core.vietnamese import letter, roman
from plans.content.values import Block
from plans.law.blocks import Align
from plans.paper.document import Letterhead, Paper, Recipients, SignatureBlock
from tests.content.writing import annex, cell, clause, paragraph, part, point, row, table

AGENCIES = (
    ("Ủy ban nhân dân", "xã Ea Tul"),
    ("Ủy ban nhân dân", "thành phố Phan Rang - Tháp Chàm"),
    (
        "Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc",
    ),
    ("Sở Nội vụ",),
    ("Ủy ban nhân dân", "thị trấn Nông trường Việt Lâm", "huyện Vị Xuyên"),
    (
        "Hội Liên hiệp Phụ nữ",
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
        "Liên đoàn Lao động",
        "huyện Mù Cang Chải",
    ),
    ("ỦY BAN NHÂN DÂN HUYỆN ĐIỆN BIÊN ĐÔNG", "PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI - DÂN TỘC"),
    ("Ban Chỉ đạo thực hiện Chương trình phòng ngừa, giảm thiểu lao động trẻ em huyện Điện Biên Đông",),
    ("Ủy ban nhân dân", "Ủy ban Mặt trận Tổ quốc Việt Nam", "Liên đoàn Lao động", "Hội Nông dân"),
)
SUPERIORS = (
    (),
    (),
    ("UBND tỉnh Lạng Sơn",),
    ("Ủy ban nhân dân thành phố Hồ Chí Minh",),
    ("Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu", "Sở Lao động - Thương binh và Xã hội"),
)
SYMBOLS = (
    *("KH-UBND", "KH-BCĐ", "KH-SNV", "KH-UBND-HĐND", "KH-PLĐTBXH", "KHLT-UBND-UBMTTQVN-LĐLĐ-HND"),
    *("KHLT-SLĐTBXH-SGDĐT-CAT", "KH-BCĐPNGTLĐTE", "KH-TE&BĐG"),
)
SEATS = (
    *(
        "Ea Tul",
        "Hữu Lũng",
        "Mù Cang Chải",
        "Vị Xuyên",
        "Đà Nẵng",
        "Thành phố Hồ Chí Minh",
        "Phường Điện Biên Phủ",
    ),
    *("Phan Rang - Tháp Chàm", "Thị trấn Nông trường Việt Lâm", "Quận 1", "Thị trấn Điện Biên Đông"),
)
DAYS = ("01", "03", "09", "10", "26", "31")
MONTHS = ("01", "02", *map(str, range(3, 13)))
POSTS = (
    ("CHỦ TỊCH",),
    ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ("TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC", "CHỦ TỊCH UBND HUYỆN"),
    ("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"),
    ("CHÁNH VĂN PHÒNG HĐND VÀ UBND HUYỆN",),
    ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
    ("KT.CHỦ TỊCH", "PHÓ CHỦ  TỊCH"),
    ("Q.Chủ tịch",),
)
NAMES = (
    *("Vi Văn Hùng", "Lý A", "Công Tằng Tôn Nữ Thị Huyền Trang", "K’Brêu", "Giàng A Páo", "H’Hen Niê Kdăm"),
    *("Thượng tá Nguyễn Hoàng Phương Nam", "Đại tá, Anh hùng Lực lượng vũ trang Nguyễn Thị Thùy Trang"),
)
AND_MORE = ("", " (b/c)", " và các phòng, ban, ngành, đoàn thể có liên quan")
WORDS = (
    "trẻ em", "lao động", "trái quy định", "của pháp luật", "Tổng đài 111", "100%", "trên 51%", "4,9‰", "1.541.829",
    "05/2016/QH13", "nghiêng", "Nguyễn", "khuỷu", "ngoằn ngoèo", "ướt", "Ặ", "Ỹ", "đ",
    "“trong ngoặc kép”", "(trong ngoặc)", "và/hoặc", "<b>&\"'{{ 1 }}", "a@b.vn", "≥ 5", "± 2", "½", "…", "–", "—",
    "vùng đồng bào dân tộc thiểu số và miền núi", "ngày 01 tháng 6 năm 2023", "Bộ luật", "xã, phường, thị trấn",
    "90 % số", "khoản 2 Điều 10", "số 192/KH-UBND", "464/SLĐTBXH-TE&BĐG", "giai đoạn 2021 - 2025", "năm 2030.",
    "5 triệu đồng",     "ông Nguyễn Văn An", "https://www.chinhphu.gov.vn/van-ban/ke-hoach-2026", "quý II/2026",
    "> 72 %", "huyện Điện Biên Đông",
)  # fmt: skip


LONG = 6  # bodies one after the other: up to sixty pages


def hostile_paper(number: int) -> Paper:
    chance = Random(number)
    is_letter = chance.random() < 0.15
    blocks = tuple(block for _ in range(LONG if number % 25 == 24 else 1) for block in _body(chance))
    enclosed = tuple(_annexes(chance))
    return Paper(
        kind="CV" if is_letter else "KH",
        type_name="" if is_letter else "Kế hoạch",
        letterhead=Letterhead(agency=chance.choice(AGENCIES), superior=chance.choice(SUPERIORS)),
        number=chance.choice(("", "01", "05", "192", "1234")),
        symbol="UBND-NV" if is_letter else chance.choice(SYMBOLS),
        place_and_date=f"{chance.choice(SEATS)}, ngày {chance.choice(DAYS)} tháng {chance.choice(MONTHS)} năm 2024",
        title=_within(lengths.TITLE, _sentence(chance, chance.choice((4, 12, 30, 60)))),
        addressees=_addressees(chance) if is_letter else (),
        citations=tuple(f"Căn cứ {_sentence(chance, 12)}" for _ in range(chance.choice((0, 1, 3, 12)))),
        blocks=(*blocks, *enclosed),
        recipients=Recipients((*_recipients(chance, chance.choice((0, 1, 4, 7, 12, 25, 59))), "Lưu: VT, NV")),
        signature=SignatureBlock(chance.choice(POSTS), chance.choice(NAMES)),
        enclosed=ENCLOSED,
        draft=chance.random() < 0.3,
        identity=f"ke-hoach-{number}",
    )


def _sentence(chance: Random, length: int) -> str:
    words = " ".join(chance.choice(WORDS) for _ in range(length))
    return f"Thực hiện {words}"


def _within(letters: int, text: str) -> str:
    return text if len(text) <= letters else text[:letters].rpartition(" ")[0]


def _addressees(chance: Random) -> tuple[str, ...]:
    return tuple(f"Ủy ban nhân dân xã thứ {n}" for n in range(chance.choice((1, 2, 15))))


def _recipients(chance: Random, how_many: int) -> Iterator[str]:
    for place in range(how_many):
        yield f"Đơn vị thứ {place + 1}{chance.choice(AND_MORE)}"


def _body(chance: Random) -> Iterator[Block]:
    yield paragraph(f"{_sentence(chance, 20)} như sau:")
    for number in range(1, chance.randint(2, 5)):
        yield part(f"{roman(number)}.", _sentence(chance, 1))
        yield from chance.choice(CONTENTS)(chance)
    for _ in range(3):
        yield paragraph(f"{_sentence(chance, 30)}.")
    yield paragraph("Trên đây là Kế hoạch, đề nghị các đơn vị thực hiện.")


def _list(chance: Random) -> Iterator[Block]:
    mark = chance.choice("-+")
    for _ in range(chance.choice((1, 6, 40))):
        yield paragraph(f"{_sentence(chance, chance.choice((1, 5, 25)))};", mark)


def _prose(chance: Random) -> Iterator[Block]:
    for _ in range(chance.choice((1, 3, 8))):
        yield paragraph(f"{_sentence(chance, chance.choice((1, 10, 120)))}.")


def _clauses(chance: Random) -> Iterator[Block]:
    for number in range(1, chance.choice((2, 4, 12))):
        yield clause(f"{number}.", _sentence(chance, chance.choice((1, 4, 18))))
        yield from chance.choice((_prose, _points))(chance)


def _points(chance: Random) -> Iterator[Block]:
    for number in range(1, chance.choice((2, 5, 24))):
        yield point(f"{letter(number)})", _sentence(chance, chance.choice((2, 6))))
        yield paragraph(f"{_sentence(chance, chance.choice((3, 40)))}.", level=4)


CONTENTS: tuple[Callable[[Random], Iterator[Block]], ...] = (_list, _prose, _clauses, _points)


ENCLOSED = "(Kèm theo Kế hoạch số 05/KH-UBND ngày 03 tháng 01 năm 2024 của Ủy ban nhân dân huyện Hữu Lũng)"


def _annexes(chance: Random) -> Iterator[Block]:
    count = chance.choice((0, 0, 0, 1, 2))
    for place in range(1, count + 1):
        label = f"Phụ lục {roman(place)}" if count > 1 else "Phụ lục"
        yield annex(label, _sentence(chance, 6), f"annex-{place}", landscape=chance.random() < 0.3)
        yield from chance.choice((_table, _figures, _prose))(chance)


def _table(chance: Random) -> Iterator[Block]:
    yield table((8, Align.CENTER), 60, 32)
    yield row("TT", "Chỉ tiêu", "Đơn vị")
    for number in range(1, chance.choice((2, 25, 60))):
        words = _sentence(chance, chance.choice((1, 8, 40)))
        yield row(str(number), words if chance.random() < 0.8 else cell(words, words), "Công an xã")


def hostile_table(number: int) -> Paper:
    """A plan that is a table: columns that hold a word or two, rows of any length."""
    chance = Random(f"table {number}")
    rows = (
        row(
            str(place),
            chance.choice(WORDS),
            *(_sentence(chance, chance.choice((1, 8, 40))) for _ in range(4)),
        )
        for place in range(1, chance.choice((2, 6, 20)))
    )
    shares = chance.choice(((6, 9, 12, 17, 23, 33), (5, 19, 19, 19, 19, 19), (8, 11, 11, 11, 11, 48)))
    head = row("TT", "Cơ quan quản lý", "Tổ chức thực hiện", "Số, ký hiệu", "NHIỆM VỤ", "Ghi chú")
    return replace(
        hostile_paper(number),
        blocks=(paragraph("Như sau:"), table(*shares, head_rows=chance.choice((0, 1))), head, *rows),
    )


def _figures(chance: Random) -> Iterator[Block]:
    yield table((8, Align.CENTER), 62, 30)
    yield row("TT", "Chỉ tiêu", "Số lớp")
    for number in range(1, 12):
        yield row(str(number), _sentence(chance, 3), chance.choice(("12,5", "3", "1.204,25", "7,0")))
