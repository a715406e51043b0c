"""What a target sentence is made of. Pure data: no models, no database, no reading."""

from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum
from typing import Any


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


class Standing(StrEnum):
    """How much our target demands beside the upper level's; the value is what people read."""

    STRONGER = "cao hơn"
    SAME = "bằng"
    WEAKER = "thấp hơn"


@dataclass(frozen=True)
class Statement:
    """The parts of a target sentence. Empty strings and None mean "not said"."""

    comparator: Comparator | None  # None: qualitative
    value: Decimal | None
    unit: str  # "%", "xã", "lớp", "/100.000"
    population: str  # without its ages: "trẻ em có nguy cơ, lao động trẻ em"; of a count: what is counted
    outcome: str  # "được hỗ trợ, can thiệp kịp thời"; a qualitative target: the whole sentence
    condition: str = ""  # "khi có thông báo"
    wording: str = ""  # the comparator as written: "trên", "xuống còn", "từ … trở lên"; "" for a bare value
    direction: Direction = Direction.UP
    age_from: int | None = None  # years, both ends included: "dưới 16 tuổi" is age_to 15
    age_to: int | None = None
    horizon: int | None = None  # year
    quantity: str = ""  # what goes up or down: "tỷ lệ", "số vụ"; "" when the value stands before the people
    place: str = ""  # "miền núi", where one sentence sets several values
    value_to: Decimal | None = None  # upper end of "từ 80% đến 90%"
    out_of: Decimal | None = None  # 63 in "50/63 tỉnh"
    change: bool = False  # the value is a change ("giảm 10% so với năm 2022"), not a level
    baseline: str = ""  # "so với năm 2022", "từ 5,3% năm 2021"
    pace: str = ""  # "mỗi năm", "hằng năm"
    whole: str = ""  # what the per cent are of, when said after the value: "tổng số trẻ em"

    @property
    def kept(self) -> dict[str, Any]:
        """The parts that a target keeps, by the names of its columns, where "" is no comparator."""
        return {name: getattr(self, name) for name in KEPT} | {"comparator": self.comparator or ""}


# What a target keeps as columns, in the order of its form. Forms, the API, copies and the admin follow this list.
KEPT = (
    "comparator",
    "wording",
    "value",
    "unit",
    "population",
    "age_from",
    "age_to",
    "condition",
    "outcome",
    "direction",
    "horizon",
)
# What only the sentence says; it is read from there again.
READ_AGAIN = tuple(part.name for part in fields(Statement) if part.name not in KEPT)
# What a sentence may leave to its surroundings: the heading above it, the period of its plan.
SAID_AROUND = ("age_from", "age_to", "horizon", "place")
