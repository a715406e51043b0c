"""The way of a document, one table: act, from, to, by whom, what must hold first, what follows.

nháp → trình → (trả lại) → duyệt → cấp số → ký → ban hành → sửa đổi | thay thế | đính chính | thu hồi.
A number and its date come before the signature (docs/decisions/number-before-signature.md).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from childlabour.core.errors import Problem
from childlabour.units.models import Role
from plans.models import Action, Status

from . import effects, guards
from .act import Act

DRAFTER, LEADER, CLERK, KEEPER = Role.DRAFTER, Role.LEADER, Role.CLERK, Role.KEEPER
DRAFT, SUBMITTED, APPROVED = Status.DRAFT, Status.SUBMITTED, Status.APPROVED
NUMBERED, SIGNED, ISSUED = Status.NUMBERED, Status.SIGNED, Status.ISSUED

Guard = Callable[[Act], Iterable[Problem]]
Effect = Callable[[Act], None]


@dataclass(frozen=True)
class Step:
    action: Action
    statuses: frozenset[Status]  # from
    to: Status | None  # None: it stays as it is
    roles: frozenset[Role]  # none: only ever follows from another act
    guards: tuple[Guard, ...] = ()
    changes: tuple[Effect, ...] = ()  # before the document is saved in its new state
    follows: tuple[Effect, ...] = ()  # after that; guards, changes and follows share one transaction


def _step(action, statuses, to, roles, guards=(), changes=(), follows=()) -> Step:
    return Step(
        action, frozenset(statuses), to, frozenset(roles), tuple(guards), tuple(changes), tuple(follows)
    )


STEPS = (
    _step(Action.SUBMIT, {DRAFT}, SUBMITTED, {DRAFTER}, [guards.nothing_to_mend], [effects.keep_submission]),
    _step(Action.WITHDRAW, {SUBMITTED}, DRAFT, {DRAFTER}),
    _step(
        Action.SEND_BACK,
        {SUBMITTED, APPROVED, NUMBERED},
        DRAFT,
        {LEADER},
        [guards.reason_given],
        [effects.void_number],
    ),
    _step(Action.APPROVE, {SUBMITTED}, APPROVED, {LEADER}, [guards.read_as_it_stands, guards.four_eyes]),
    _step(
        Action.NUMBER,
        {APPROVED},
        NUMBERED,
        {CLERK},
        [guards.complete, guards.number_free],
        [effects.take_number, effects.give_code],
        [effects.prepare_signing_copy],
    ),
    _step(
        Action.RECORD,
        {NUMBERED},
        SIGNED,
        {CLERK, LEADER},
        [guards.scan_confirmed],
        [effects.note_signature_by_hand],
    ),
    _step(
        Action.SIGN,
        {NUMBERED},
        SIGNED,
        {LEADER},
        [guards.leader_signs_himself, guards.signed_as_asked],
        [effects.keep_signed_inside],
    ),
    _step(
        Action.TAKE_BACK,
        {NUMBERED, SIGNED},
        SIGNED,
        {CLERK, LEADER},
        [guards.not_yet_sealed, guards.signed_as_asked],
        [effects.keep_signed_outside],
    ),
    _step(
        Action.SEAL,
        {SIGNED},
        SIGNED,
        {CLERK},
        [guards.not_yet_sealed, guards.signed_as_asked],
        [effects.keep_signed_inside],
    ),
    _step(
        Action.VOID,
        {NUMBERED, SIGNED},
        DRAFT,
        {CLERK},
        [guards.reason_given],
        [effects.void_number],
    ),
    _step(
        Action.ISSUE,
        {SIGNED},
        ISSUED,
        {CLERK},
        [guards.signed_and_sealed, guards.unchanged_since_signing, guards.earlier_acts_in_force],
        [effects.find_earlier_acts],
        [effects.freeze],
    ),
    _step(
        Action.CARRY_OVER,
        {DRAFT},
        ISSUED,
        {CLERK, KEEPER},
        [guards.complete, guards.old_number_free],
        [effects.enter_old_number, effects.give_code],
        [effects.freeze],
    ),
    _step(Action.AMEND, {ISSUED}, None, {DRAFTER}, (), [effects.open_amendment]),
    _step(Action.REPLACE, {ISSUED}, None, {DRAFTER}, (), [effects.open_replacement]),
    _step(Action.CORRECT, {ISSUED}, None, {DRAFTER}, (), [effects.open_correction]),
    _step(Action.BECOME_REPLACED, {ISSUED}, Status.REPLACED, ()),
    _step(
        Action.REVOKE,
        {ISSUED},
        Status.REVOKED,
        {LEADER},
        [guards.reason_given, guards.revoked_by_an_issued_act],
        [effects.link_revoking_act],
    ),
    _step(
        Action.CANCEL,
        {DRAFT, SUBMITTED, APPROVED},
        Status.CANCELLED,
        {DRAFTER, LEADER},
        [guards.reason_given],
    ),
)

BY_ACTION = {step.action: step for step in STEPS}
