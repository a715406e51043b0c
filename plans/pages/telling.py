"""What a person is told beside each act: what it does, which one comes next, where a missing thing is mended."""

import re

from django.urls import reverse

from childlabour.core.errors import Problem
from plans.models import Action, Plan, Status

HINTS = {
    Action.SUBMIT: "Gửi lãnh đạo xem và duyệt. Trong lúc chờ thì không sửa được; cần sửa thì rút lại.",
    Action.WITHDRAW: "Lấy lại để sửa tiếp, rồi trình lại.",
    Action.APPROVE: "Đồng ý với nội dung đang hiện trên trang này; sau đó văn thư cấp số.",
    Action.SEND_BACK: "Trả người soạn để sửa. Lý do được gửi kèm.",
    Action.NUMBER: "Ghi vào sổ văn bản đi. Số và ngày in lên văn bản trước khi ký.",
    Action.RECORD: "In bản trình ký, ký và đóng dấu trên giấy, rồi nộp bản quét.",
    Action.SIGN: "Ký ngay trên hệ thống bằng tệp khóa hoặc thiết bị ký của lãnh đạo.",
    Action.TAKE_BACK: "Khi đã ký tệp bằng phần mềm ký số của cơ quan.",
    Action.SEAL: "Chữ ký số của cơ quan, đặt sau chữ ký của lãnh đạo.",
    Action.ISSUE: "Công bố văn bản và giao nhiệm vụ cho các đơn vị. Sau đó không sửa được nữa.",
    Action.VOID: "Bỏ số đã cấp; số không dùng lại, lý do lưu trong sổ. Văn bản trở về dự thảo.",
    Action.CARRY_OVER: "Dành cho văn bản đã ban hành trên giấy trước khi có hệ thống.",
    Action.AMEND: "Lập dự thảo văn bản sửa đổi, bổ sung văn bản này.",
    Action.REPLACE: "Lập dự thảo văn bản thay thế văn bản này.",
    Action.CORRECT: "Lập dự thảo công văn đính chính văn bản này.",
    Action.REVOKE: "Văn bản hết hiệu lực; lý do được lưu lại.",
    Action.CANCEL: "Bỏ văn bản này, không làm tiếp; diễn biến vẫn được lưu.",
}
# The act the page puts forward, when several could be done.
LEADING = (
    Action.SUBMIT,
    Action.APPROVE,
    Action.NUMBER,
    Action.SIGN,
    Action.SEAL,
    Action.RECORD,
    Action.ISSUE,
)

STAGES = ("Soạn thảo", "Duyệt", "Cấp số", "Ký", "Ban hành")
STAGE_OF_STATUS = {
    status: place
    for place, status in enumerate(
        (Status.DRAFT, Status.SUBMITTED, Status.APPROVED, Status.NUMBERED, Status.SIGNED, Status.ISSUED)
    )
}

_SPOT = re.compile(r"citations|preamble|closing|recipients|signature|(?:section|target|task)-\d+")
_SPOT_OF_FIELD = {"title": "identity", "addressees": "identity"}


def rank(action: Action) -> int:
    return LEADING.index(action) if action in LEADING else len(LEADING)


def stages(plan: Plan) -> list[tuple[str, str]]:
    """(words, "done" | "now" | "") of the way from draft to issue; none for what has left that way."""
    reached = STAGE_OF_STATUS.get(Status(plan.status))
    if reached is None:
        return []
    return [
        (words, "done" if place < reached else "now" if place == reached else "")
        for place, words in enumerate(STAGES)
    ]


def with_addresses(problems: tuple[Problem, ...], plan: Plan) -> list[dict[str, str]]:
    """Problems for `components/problems.html`; what is missing in a draft leads to its spot in the editor."""
    return [
        {"message": problem.message, "address": _address(problem.anchor, plan) if plan.is_editable else ""}
        for problem in problems
    ]


def _address(anchor: str, plan: Plan) -> str:
    spot = _SPOT_OF_FIELD.get(anchor, anchor)
    if spot == "identity" or _SPOT.fullmatch(spot):
        return reverse("desk:spot", args=[plan.pk, spot])
    return reverse("desk:editor", args=[plan.pk]) if anchor else ""
