"""What a target may not say. Pure: values in, a sentence out ("" when all is well)."""

from decimal import Decimal

from childlabour.core.rules import rule
from childlabour.core.vietnamese import PERCENT, write_number
from targets.catalogue.validation import ages_in_order
from targets.statements import Comparator

WHOLE = 100  # per cent
COMPARATORS_WITHOUT_VALUE = frozenset({"", Comparator.MINIMISE.value, Comparator.MAXIMISE.value})


def value_in_range(unit: str, value: Decimal | None) -> str:
    if value is None:
        return ""
    if unit == PERCENT and not 0 <= value <= WHOLE:
        return f"Giá trị tính bằng % phải từ 0 đến {WHOLE}; đang ghi {write_number(value)}."
    return f"Giá trị không được âm; đang ghi {write_number(value)}." if value < 0 else ""


def value_for_comparator(comparator: str, value: Decimal | None) -> str:
    if value is None and comparator not in COMPARATORS_WITHOUT_VALUE:
        return "Đã chọn mức thì phải ghi giá trị; chỉ tiêu định tính thì bỏ chọn mức."
    return ""


def comparator_for_value(value: Decimal | None, comparator: str) -> str:
    if value is None or comparator not in COMPARATORS_WITHOUT_VALUE:
        return ""
    if comparator:
        return "“Giảm tối đa” và “tăng tối đa” không đi với một giá trị. Bỏ giá trị, hoặc chọn mức khác."
    return "Đã ghi giá trị thì phải chọn mức: đạt, trên, ít nhất, dưới hay xuống còn."


TARGET_RULES = (
    rule(value_in_range, "unit", "value"),
    rule(value_for_comparator, "comparator", "value"),
    rule(comparator_for_value, "value", "comparator"),
    rule(ages_in_order, "age_from", "age_to"),
)
