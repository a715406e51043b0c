"""Why a question about foreign bytes got no answer, in words for whoever sent them."""

from enum import StrEnum

from childlabour.core.errors import Problem, Refusal


class Why(StrEnum):
    TOO_LARGE = "too_large"
    OTHER_KIND = "other_kind"
    TOO_SLOW = "too_slow"
    TOO_MUCH = "too_much"  # of memory, or of an answer
    CRASHED = "crashed"
    BUSY = "busy"


SENTENCES = {
    Why.TOO_LARGE: "Tệp lớn quá mức nhận ở đây: giảm bớt dung lượng rồi gửi lại.",
    Why.OTHER_KIND: "Tệp không đúng loại cần ở đây: chọn đúng tệp rồi gửi lại.",
    Why.TOO_SLOW: "Kiểm tra tệp này mất quá nhiều thời gian nên đã dừng lại: xuất lại tệp từ phần mềm gốc rồi "
    "gửi lại.",
    Why.TOO_MUCH: "Kiểm tra tệp này cần quá nhiều bộ nhớ nên đã dừng lại: xuất lại tệp từ phần mềm gốc rồi gửi "
    "lại.",
    Why.CRASHED: "Tệp này làm bộ kiểm tra dừng đột ngột, có thể tệp đã hỏng: xuất lại tệp từ phần mềm gốc rồi "
    "gửi lại.",
    Why.BUSY: "Máy đang bận kiểm tra tệp khác: thử lại sau ít phút.",
}


class Unanswered(Refusal):
    """A room that has better words for it says so in its own; whoever does not still says these."""

    def __init__(self, why: Why):
        self.why = why
        super().__init__(Problem(SENTENCES[why], "file"))


class Busy(Unanswered):
    """Nothing is known of the file; the same one may be sent again after `retry_after` seconds."""

    retry_after = 60

    def __init__(self) -> None:
        super().__init__(Why.BUSY)
