"""Who may do what with a document, in which state. One table; pages, admin and API ask `may`.

Seeing is not in it: `Plan.objects.visible_to(user)` is the law of seeing, and a row out of sight is a 404.
"""

from dataclasses import dataclass
from enum import StrEnum

from childlabour.units.access import viewer
from childlabour.units.models import Role

from .models import Plan, Status


class Action(StrEnum):
    EDIT = "edit"  # sửa nội dung
    SUBMIT = "submit"  # trình
    WITHDRAW = "withdraw"  # rút lại
    SEND_BACK = "send_back"  # trả lại
    APPROVE = "approve"  # duyệt
    NUMBER = "number"  # cấp số
    SIGN = "sign"  # ký
    ISSUE = "issue"  # đóng dấu, ban hành
    AMEND = "amend"  # sửa đổi, bổ sung
    REPLACE = "replace"  # thay thế
    CORRECT = "correct"  # đính chính
    REVOKE = "revoke"  # thu hồi
    CANCEL = "cancel"  # hủy


@dataclass(frozen=True)
class Right:
    """Officers of the issuing unit with one of `roles` may do `action` in any of `statuses`."""

    action: Action
    roles: frozenset[Role]
    statuses: frozenset[Status]


def _right(action: Action, roles: set[Role], statuses: set[Status]) -> Right:
    return Right(action, frozenset(roles), frozenset(statuses))


RIGHTS = (
    _right(Action.EDIT, {Role.DRAFTER, Role.KEEPER}, {Status.DRAFT}),
    _right(Action.SUBMIT, {Role.DRAFTER}, {Status.DRAFT}),
    _right(Action.WITHDRAW, {Role.DRAFTER}, {Status.SUBMITTED}),
    _right(Action.SEND_BACK, {Role.LEADER}, {Status.SUBMITTED, Status.APPROVED}),
    _right(Action.APPROVE, {Role.LEADER}, {Status.SUBMITTED}),
    _right(Action.NUMBER, {Role.CLERK}, {Status.APPROVED}),
    _right(Action.SIGN, {Role.LEADER}, {Status.NUMBERED}),
    _right(Action.ISSUE, {Role.CLERK}, {Status.SIGNED}),
    _right(Action.AMEND, {Role.DRAFTER}, {Status.ISSUED}),
    _right(Action.REPLACE, {Role.DRAFTER}, {Status.ISSUED}),
    _right(Action.CORRECT, {Role.DRAFTER}, {Status.ISSUED}),
    _right(Action.REVOKE, {Role.LEADER}, {Status.ISSUED}),
    _right(Action.CANCEL, {Role.DRAFTER, Role.LEADER}, {Status.DRAFT, Status.SUBMITTED, Status.APPROVED}),
)


def may(user, action: Action, plan: Plan) -> bool:
    return action in allowed(user, plan)


def allowed(user, plan: Plan) -> frozenset[Action]:
    """Every action open to `user` on `plan` as it stands; the keeper acts for every unit."""
    eyes = viewer(user)
    if not (eyes.is_keeper or plan.unit_id in eyes.unit_ids):
        return frozenset()
    return frozenset(
        right.action for right in RIGHTS if plan.status in right.statuses and right.roles & eyes.roles
    )


def may_create_for(user, unit_id: int) -> bool:
    """A new draft for `unit_id`: its drafters, and the keeper for anyone."""
    eyes = viewer(user)
    return eyes.is_keeper or (Role.DRAFTER in eyes.roles and unit_id in eyes.unit_ids)
