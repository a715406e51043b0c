"""Amounts set by law: the base salary, and what awards are multiples of.

What an office chooses for itself (when a deadline is near, how many extensions) stands with whoever asks it.
"""

from datetime import date
from decimal import Decimal

from targets.catalogue.choices import Certainty

from . import emulation_law
from .pieces import ActData, ParameterData

SEEN, SECOND_HAND, FROM_MEMORY = Certainty


def _since(act: ActData) -> date:
    if act.valid_from is None:
        raise ValueError(f"an amount needs the day from which {act} holds")
    return act.valid_from


def _base_salary(value: str, act: ActData) -> ParameterData:
    return ParameterData(
        code="luong-co-so",
        name="Mức lương cơ sở",
        value=Decimal(value),
        unit="đồng/tháng",
        act=act,
        valid_from=_since(act),
        valid_to=act.valid_to,
        certainty=act.certainty,
        source=act.source,
    )


BASE_SALARIES = (
    _base_salary("1490000", emulation_law.DECREE_38_2019),
    _base_salary("1800000", emulation_law.DECREE_24_2023),
    _base_salary("2340000", emulation_law.DECREE_73_2024),
    _base_salary("2530000", emulation_law.DECREE_161_2026),
)


def _of_decree_152(code: str, name: str, value: str, unit: str, where: str, note: str = "") -> ParameterData:
    act = emulation_law.DECREE_152_2025
    return ParameterData(
        code=code,
        name=name,
        value=Decimal(value),
        unit=unit,
        act=act,
        valid_from=_since(act),
        valid_to=act.valid_to,
        certainty=SEEN,
        source=where,
        note=note,
    )


TIMES = "lần mức lương cơ sở"
AWARDS = tuple(
    _of_decree_152(f"tien-thuong-{code}", f"Tiền thưởng {name}", value, TIMES, "Điều 50, Điều 54")
    for code, name, value in (
        ("lao-dong-tien-tien", "“Lao động tiên tiến”", "0.3"),
        ("chien-si-thi-dua-co-so", "“Chiến sĩ thi đua cơ sở”", "1"),
        ("chien-si-thi-dua-tinh", "“Chiến sĩ thi đua cấp tỉnh”", "3"),
        ("tap-the-lao-dong-tien-tien", "“Tập thể lao động tiên tiến”", "0.8"),
        ("tap-the-lao-dong-xuat-sac", "“Tập thể lao động xuất sắc”", "1.5"),
        ("co-thi-dua-tinh", "“Cờ thi đua cấp tỉnh”", "8"),
        ("xa-tieu-bieu", "xã, phường, đặc khu tiêu biểu", "2"),
        ("thon-van-hoa", "thôn, tổ dân phố văn hóa", "1.5"),
        ("bang-khen-tinh", "bằng khen của Chủ tịch UBND cấp tỉnh, cho cá nhân", "1.5"),
        ("bang-khen-thu-tuong", "bằng khen của Thủ tướng Chính phủ, cho cá nhân", "3.5"),
    )
)
COMMUNE_AWARD = "tien-thuong-giay-khen"
COMMUNE_AWARDS = (
    ParameterData(
        code=COMMUNE_AWARD,
        name="Tiền thưởng giấy khen, cho cá nhân",
        value=Decimal("0.15"),
        unit=TIMES,
        act=emulation_law.DECREE_98_2023,
        valid_from=date(2024, 1, 1),
        valid_to=date(2025, 6, 30),
        certainty=FROM_MEMORY,
    ),
    _of_decree_152(
        COMMUNE_AWARD,
        "Tiền thưởng giấy khen, cho cá nhân",
        "0.3",
        TIMES,
        "Điều 54 khoản 1 điểm e",
        "Điểm đ khoản 1 Điều 75 của Luật là giấy khen của Chủ tịch UBND cấp xã: chưa đối chiếu.",
    ),
)
RULES_OF_AWARDS = (
    _of_decree_152("tien-thuong-tap-the", "Tiền thưởng tập thể so với cá nhân", "2", "lần", "Điều 54"),
    _of_decree_152(
        "tien-thuong-ho-gia-dinh", "Tiền thưởng hộ gia đình so với cá nhân", "1.5", "lần", "Điều 54"
    ),
    _of_decree_152(
        "lam-tron-tien-thuong",
        "Tiền thưởng làm tròn lên đến",
        "10000",
        "đồng",
        "Điều 49",
        "Làm tròn trước hay sau khi nhân hệ số tập thể, hộ gia đình: còn hai cách hiểu.",
    ),
)
FUNDS = (
    _of_decree_152(
        "quy-thi-dua-dong-bang",
        "Quỹ thi đua, khen thưởng tối đa, nơi đồng bằng và thành phố trực thuộc trung ương",
        "1",
        "% chi ngân sách thường xuyên",
        "Điều 46 khoản 3 điểm b",
    ),
    _of_decree_152(
        "quy-thi-dua-mien-nui",
        "Quỹ thi đua, khen thưởng tối đa, nơi miền núi, vùng sâu, vùng xa, hải đảo",
        "1.5",
        "% chi ngân sách thường xuyên",
        "Điều 46 khoản 3 điểm b",
    ),
    _of_decree_152(
        "quy-thi-dua-to-chuc-phong-trao",
        "Phần quỹ dành cho tổ chức phong trào",
        "20",
        "% quỹ",
        "Điều 48 khoản 1 điểm a",
    ),
)
