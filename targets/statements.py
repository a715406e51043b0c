"""One sentence of a plan ⇄ its measurable parts. Pure: no models, no database."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Comparator(StrEnum):
    EQUAL = "="  # bare "100%", "đạt 90%": coverage, reached at the value
    ABOVE = ">"  # "trên 72%": 72.0 is not enough
    AT_LEAST = ">="  # "ít nhất", "tối thiểu", "không dưới", "từ … trở lên"
    BELOW = "<"  # "dưới 1%"
    AT_MOST = "<="  # "xuống (còn) 4,9%", "không quá", "tối đa 5%"
    MINIMISE = "min"  # "giảm tối đa", "đến mức thấp nhất"
    MAXIMISE = "max"


class Direction(StrEnum):
    UP = "up"
    DOWN = "down"
    HOLD = "hold"  # "duy trì"


@dataclass(frozen=True)
class Statement:
    """The parts of a target sentence. Empty strings and None mean "not said"."""

    comparator: Comparator | None  # None: qualitative
    value: Decimal | None
    unit: str  # "%", "xã", "lớp"
    population: str
    outcome: str  # "được hỗ trợ, can thiệp kịp thời"
    condition: str = ""  # "khi có thông báo"
    wording: str = ""  # the comparator as written: "trên", "xuống còn", "" for a bare value
    direction: Direction = Direction.UP
    age_from: int | None = None
    age_to: int | None = None
    horizon: int | None = None  # year
