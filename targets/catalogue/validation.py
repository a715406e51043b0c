"""What a row of the catalogue may not say. Pure: values in, a sentence out ("" when all is well)."""

from datetime import date

from childlabour.core.rules import rule
from childlabour.core.vietnamese import short_date
from childlabour.core.workdays import is_weekday
from targets.catalogue.choices import ENDING, DayKind, RollUp

OLDEST = 120  # years of age


def years_in_order(first: int | None, last: int | None) -> str:
    if first is None or last is None or first <= last:
        return ""
    return f"Kỳ kết thúc năm {last}, trước khi bắt đầu ({first}). Xem lại hai năm này."


def orientation_after_period(last: int | None, orientation: int | None) -> str:
    if last is None or orientation is None or last <= orientation:
        return ""
    return f"Năm định hướng ({orientation}) phải từ năm kết thúc kỳ ({last}) trở đi, hoặc để trống."


def ages_in_order(first: int | None, last: int | None) -> str:
    if any(age is not None and age > OLDEST for age in (first, last)):
        return f"Tuổi phải từ 0 đến {OLDEST}."
    if first is not None and last is not None and first > last:
        return f"Tuổi kết thúc ({last}) phải từ tuổi bắt đầu ({first}) trở lên."
    return ""


def total_for_ratio(roll_up: str, denominator: str) -> str:
    if roll_up != RollUp.RATIO or denominator:
        return ""
    return "Chỉ số tính bằng tỷ lệ phải nói rõ “tổng số là gì”; chỉ số đếm thì chọn cách gộp “cộng dồn”."


def force_after_issue(issued_on: date | None, valid_from: date | None) -> str:
    if issued_on is None or valid_from is None or issued_on <= valid_from:
        return ""
    return f"Ngày có hiệu lực ({short_date(valid_from)}) trước ngày ban hành ({short_date(issued_on)})."


def reason_for_end(valid_to: date | None, end_reason: str) -> str:
    if valid_to is not None and not end_reason:
        return "Đã ghi ngày hết hiệu lực thì phải chọn lý do: bị thay thế, bị bãi bỏ, hết thời hạn, hết giai đoạn."
    if valid_to is None and end_reason:
        return "Đã chọn lý do hết hiệu lực thì phải ghi ngày cuối cùng còn hiệu lực."
    return ""


def ended_act_has_a_last_day(kind: str, endless: object) -> str:
    """Whoever asks whether an act is in force asks its last day alone, not what later acts did to it."""
    if kind not in ENDING or endless is None:
        return ""
    return (
        f"{endless} chưa ghi ngày hết hiệu lực. Ghi ngày đó ở văn bản bị thay thế, bãi bỏ trước; "
        "nếu chỉ một phần thì chọn “sửa đổi, bổ sung”."
    )


def off_or_worked(day: date | None, kind: str) -> str:
    if day is None:
        return ""
    if kind == DayKind.OFF and not is_weekday(day):
        return f"{short_date(day)} là ngày nghỉ cuối tuần sẵn rồi; ghi ngày nghỉ bù thay cho nó."
    if kind == DayKind.WORKED and is_weekday(day):
        return f"{short_date(day)} là ngày làm việc sẵn rồi; làm bù là làm vào thứ Bảy, Chủ nhật."
    return ""


PROGRAMME_RULES = (
    rule(years_in_order, "period_from", "period_to"),
    rule(orientation_after_period, "period_to", "orientation_year"),
)
INDICATOR_RULES = (
    rule(ages_in_order, "age_from", "age_to"),
    rule(total_for_ratio, "roll_up", "denominator"),
)
ACT_RULES = (
    rule(force_after_issue, "issued_on", "valid_from"),
    rule(reason_for_end, "valid_to", "end_reason"),
)
RELATION_RULES = (rule(ended_act_has_a_last_day, "kind", "endless_earlier", at="earlier"),)
DAY_RULES = (rule(off_or_worked, "day", "kind"),)
