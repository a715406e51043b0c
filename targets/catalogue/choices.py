"""What a field of the catalogue may say. Left what is stored, right what people read."""

from django.db.models import TextChoices

from targets.language.parts import Direction


class Certainty(TextChoices):
    SEEN = "seen", "đã đọc văn bản"
    SECOND_HAND = "second", "theo nguồn khác dẫn lại"
    FROM_MEMORY = "memory", "chưa đối chiếu"


# --- Acts -------------------------------------------------------------------------------------------------


class ActType(TextChoices):
    LAW = "law", "Luật"
    CODE = "code", "Bộ luật"
    RESOLUTION = "resolution", "Nghị quyết"
    DECREE = "decree", "Nghị định"
    DECISION = "decision", "Quyết định"
    CIRCULAR = "circular", "Thông tư"
    DIRECTIVE = "directive", "Chỉ thị"
    CONCLUSION = "conclusion", "Kết luận"
    NOTIFICATION = "notified", "Thông báo"
    LETTER = "letter", "Công văn"
    PLAN = "plan", "Kế hoạch"
    JOINT_RULES = "joint", "Quy chế phối hợp"


class EndReason(TextChoices):
    REPLACED = "replaced", "bị thay thế"
    REPEALED = "repealed", "bị bãi bỏ"
    OWN_TERM = "term", "hết thời hạn ghi trong văn bản"
    PERIOD_OVER = "period", "hết giai đoạn, chưa có văn bản thay thế"


class ActRelationKind(TextChoices):
    """What the national database of acts tells apart, without its lists of mere mentions."""

    REPLACES = "replaces", "thay thế"
    REPEALS = "repeals", "bãi bỏ"
    AMENDS = "amends", "sửa đổi, bổ sung"
    CORRECTS = "corrects", "đính chính"
    GUIDES = "guides", "quy định chi tiết, hướng dẫn"
    IS_BASED_ON = "based_on", "căn cứ vào"


ENDING = (ActRelationKind.REPLACES, ActRelationKind.REPEALS)  # what ends the earlier act as a whole


# --- Indicators -------------------------------------------------------------------------------------------


class DirectionChoice(TextChoices):
    UP = Direction.UP.value, "tăng"
    DOWN = Direction.DOWN.value, "giảm"
    HOLD = Direction.HOLD.value, "duy trì"


class RollUp(TextChoices):
    """Never the average of percentages: a commune of forty children would weigh as much as one of four thousand."""

    RATIO = "ratio", "cộng số đạt, cộng tổng số, rồi chia"
    SUM = "sum", "cộng dồn"
    NONE = "none", "không gộp"


class ZeroMeaning(TextChoices):
    """What a zero in the numerator says."""

    GOOD = "good", "là tốt"
    BAD = "bad", "là chưa làm được"
    NEUTRAL = "neutral", "là bình thường"
    IMPOSSIBLE = "never", "không thể có"


class EmptyTotal(TextChoices):
    """What a zero in the denominator says: an answer, or a slip."""

    NOTHING_AROSE = "arose", "không phát sinh"
    NOBODY = "nobody", "không có đối tượng"
    ERROR = "error", "ghi sai, vì nơi nào cũng có đối tượng này"


class WorkField(TextChoices):
    """Whose work a figure is. An office's name changes with every reform, its field of work seldom."""

    CHILDREN = "children", "trẻ em"
    EDUCATION = "education", "giáo dục"
    BUSINESS = "business", "doanh nghiệp, hợp tác xã, hộ kinh doanh"
    HOME_AFFAIRS = "home", "nội vụ"
    LABOUR = "labour", "lao động"


class Frequency(TextChoices):
    MONTH = "month", "hằng tháng"
    QUARTER = "quarter", "hằng quý"
    HALF_YEAR = "half", "6 tháng"
    YEAR = "year", "hằng năm"


class CutOff(TextChoices):
    """From which day to which a period is counted."""

    GENERAL = "general", "từ ngày 15 của tháng trước kỳ đến ngày 14 của tháng cuối kỳ"
    CALENDAR = "calendar", "từ ngày đầu đến ngày cuối của kỳ theo dương lịch"


# --- Days -------------------------------------------------------------------------------------------------


class DayKind(TextChoices):
    OFF = "off", "nghỉ"
    WORKED = "worked", "làm bù"
