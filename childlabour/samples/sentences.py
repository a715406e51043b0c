"""Target sentences from their parts, so that a phrase that stands in ten targets is written once."""

from decimal import Decimal

from targets.catalogue.data.pieces import GroupData, IndicatorData
from targets.statements import Comparator, Direction, Statement

from .shapes import TargetData

COMPARATORS = {"": Comparator.EQUAL, "trên": Comparator.ABOVE}

# Who
AT_RISK = "trẻ em có nguy cơ, lao động trẻ em"
AT_RISK_OR_TRAFFICKED = (
    "trẻ em có nguy cơ, lao động trẻ em và trẻ em bị mua bán vì mục đích bóc lột sức lao động"
)
TEACHERS_AND_CARERS = "cán bộ, giáo viên trong các cơ sở giáo dục, cơ sở nuôi dưỡng trẻ em"
PARENTS = "cha mẹ, người chăm sóc trẻ em"
MINORS = "lao động trẻ em và người chưa thành niên"
SMALL_BUSINESSES = "doanh nghiệp vừa và nhỏ, hợp tác xã, hộ gia đình trong các làng nghề"
HAZARDOUS = f"{MINORS} làm công việc nặng nhọc, độc hại, nguy hiểm trong số {MINORS}"

# When
ON_NOTICE = "khi có thông báo"

# What
HELPED = "được hỗ trợ, can thiệp kịp thời, được quản lý, theo dõi"
SCHOOLED = "được tiếp cận giáo dục phổ thông và đào tạo nghề phù hợp"
INFORMED = "được cung cấp thông tin, kiến thức về phòng ngừa, giảm thiểu lao động trẻ em"
HOW_TO_ACT = "phòng ngừa, phát hiện, hỗ trợ, can thiệp giảm thiểu lao động trẻ em"
TRAINED_TO_MANAGE = f"được tập huấn kiến thức, kỹ năng về quản lý, {HOW_TO_ACT}"
TRAINED = f"được tập huấn các kiến thức, kỹ năng về {HOW_TO_ACT}"


def coverage(
    value: int,
    people: str,
    outcome: str,
    *,
    horizon: int,
    wording: str = "",
    condition: str = "",
    group: GroupData | None = None,
    indicator: IndicatorData | None = None,
    upper: TargetData | None = None,
) -> TargetData:
    """ "Trên 72% trẻ em có nguy cơ … được tiếp cận …": so many per cent of `people` reach `outcome`."""
    words = (wording, f"{value}%", people, condition, outcome)
    return TargetData(
        sentence=_sentence(*words),
        parts=Statement(
            comparator=COMPARATORS[wording],
            value=Decimal(value),
            unit="%",
            population=people,
            outcome=outcome,
            condition=condition,
            wording=wording,
            horizon=horizon,
        ),
        group=group,
        indicator=indicator,
        upper=upper,
    )


def rate_of_minors(
    sentence: str,
    comparator: Comparator,
    value: str,
    *,
    wording: str,
    horizon: int,
    direction: Direction = Direction.DOWN,
    group: GroupData | None = None,
    indicator: IndicatorData | None = None,
    upper: TargetData | None = None,
) -> TargetData:
    """The share of minors at work, always of the ages 5 to 17 and always to be kept down."""
    return TargetData(
        sentence=sentence,
        parts=Statement(
            comparator=comparator,
            value=Decimal(value),
            unit="%",
            population=MINORS,
            outcome="",
            wording=wording,
            direction=direction,
            age_from=5,
            age_to=17,
            horizon=horizon,
        ),
        group=group,
        indicator=indicator,
        upper=upper,
    )


def kept_lowest(
    sentence: str,
    *,
    wording: str,
    people: str,
    horizon: int,
    outcome: str = "",
    group: GroupData | None = None,
    indicator: IndicatorData | None = None,
    upper: TargetData | None = None,
) -> TargetData:
    """Without a figure, but it says which way: "giảm tối đa", "đến mức thấp nhất"."""
    return TargetData(
        sentence=sentence,
        parts=Statement(
            comparator=Comparator.MINIMISE,
            value=None,
            unit="",
            population=people,
            outcome=outcome,
            wording=wording,
            direction=Direction.DOWN,
            horizon=horizon,
        ),
        group=group,
        indicator=indicator,
        upper=upper,
    )


def in_words(
    sentence: str, *, horizon: int, group: GroupData | None = None, upper: TargetData | None = None
) -> TargetData:
    """A target in words only: all of it is outcome."""
    parts = Statement(comparator=None, value=None, unit="", population="", outcome=sentence, horizon=horizon)
    return TargetData(sentence=sentence, parts=parts, group=group, upper=upper)


def _sentence(*words: str) -> str:
    text = " ".join(word for word in words if word)
    return text[0].upper() + text[1:]
