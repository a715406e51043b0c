"""The life of a unit's figures in a period as one table: who may take which step from which state, in which words.

A step is taken on the figures that are told (`keys`), else on all that it fits. What is accepted is locked; a
correction is a version of its own, and the accepted one counts until the next is accepted.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet

from childlabour.core.clock import now, today
from childlabour.core.errors import Problem
from childlabour.core.steps import Act, Ask, Step, StepTable, Words
from childlabour.core.vietnamese import short_date
from childlabour.units.access import Someone
from childlabour.units.models import Role, Unit
from plans.law.roles import roles_towards
from plans.privacy import asking
from plans.privacy.shown import Shown
from targets.measuring.models import Figure, FigureStanding, Filing, FilingEvent, FilingState, Happening

from .replying import standing_figures, state_of, write
from .told import the_office_above, the_unit


class Whose(StrEnum):
    """On which side of the figures somebody stands."""

    REPORTING = "reporting"  # the unit whose figures they are: its responders, drafters and leaders
    ABOVE = "above"  # an office above it: its drafters and leaders


class FilingStep(StrEnum):
    SEND = "send"
    ACCEPT = "accept"
    RETURN = "return"
    UNLOCK = "unlock"
    ALLOW_LATE = "allow_late"


TOLD: dict[str, Any] = {"keys": (), "metrics": (), "replies": {}, "text": "", "until": None, asking.FIELD: ""}
ANY = frozenset(FilingState)


# ── Guards ──────────────────────────────────────────────────────────────────────────────────────────


def still_open(act: Act) -> Iterator[Problem]:
    filing = act.row
    if filing.period.is_open or filing.may_come_late(today()):
        return
    yield Problem(f"Kỳ {filing.period.words} đã đóng. Đề nghị cấp trên cho gửi muộn, nêu lý do, rồi gửi lại.")


def has_figures(standing: FigureStanding, nothing: str) -> Any:
    """A guard: there is something to take the step on."""

    def guard(act: Act) -> Iterator[Problem]:
        if not act["replies"] and not _chosen(act, standing).exists():
            yield Problem(nothing)

    return guard


def day_to_come(act: Act) -> Iterator[Problem]:
    if act["until"] is None:
        yield Problem("Ghi ngày cuối cùng được gửi.", "until")
    elif act["until"] < today():
        yield Problem(f"Ngày {short_date(act['until'])} đã qua. Ghi một ngày từ hôm nay trở đi.", "until")


def _shown_by(act: Act) -> Iterator[Shown]:
    """What others read: notes beside figures, reasons."""
    yield Shown(act["text"], "lý do")
    for reply in act["replies"].values():
        yield Shown(reply.note, "ghi chú")
        yield Shown(reply.evidence, "hồ sơ chứng minh")
    if act.step.name == FilingStep.SEND:
        for note, evidence in _chosen(act, FigureStanding.TYPED).values_list("note", "evidence"):
            yield Shown(note, "ghi chú")
            yield Shown(evidence, "hồ sơ chứng minh")


no_child_is_named = asking.asks_about(_shown_by)


# ── Changes ─────────────────────────────────────────────────────────────────────────────────────────


def _chosen(act: Act, standing: FigureStanding) -> QuerySet[Figure]:
    return Figure.objects.filter(_of_keys(act["keys"]), filing=act.row, standing=standing)


def _of_keys(keys: Iterable[str]) -> Q:
    """Nothing told: all of them."""
    keys = tuple(keys)
    if not keys:
        return Q()
    return Q(indicator__in=[int(key[1:]) for key in keys if key[:1] == "i"]) | Q(
        target__in=[int(key[1:]) for key in keys if key[:1] == "t"]
    )


def write_replies(act: Act) -> None:
    if act["replies"]:
        above = act.step.name != FilingStep.SEND
        write(act.row, act["metrics"], act["replies"], act.officer, over_locked=above)


def send_typed(act: Act) -> None:
    _chosen(act, FigureStanding.TYPED).update(standing=FigureStanding.SENT)
    act.row.sent_at = now()
    act.row.first_sent_at = act.row.first_sent_at or act.row.sent_at


def accept_sent(act: Act) -> None:
    """The new versions take the place of the accepted ones, in two statements."""
    sent = list(_chosen(act, FigureStanding.SENT))
    keys = [figure.key for figure in sent]
    if not keys:
        return
    accepted = Figure.objects.filter(_of_keys(keys), filing=act.row, standing=FigureStanding.ACCEPTED)
    accepted.update(standing=FigureStanding.PAST)
    Figure.objects.filter(pk__in=[figure.pk for figure in sent]).update(
        standing=FigureStanding.ACCEPTED, settled_by_name=str(act.officer), settled_at=now(), unlocked_at=None
    )


def send_what_was_corrected(act: Act) -> None:
    """Typed by the office above: it is sent and accepted in one."""
    if act["replies"]:
        keys = tuple(act["replies"])
        typed = Figure.objects.filter(_of_keys(keys), filing=act.row, standing=FigureStanding.TYPED)
        typed.update(standing=FigureStanding.SENT)
        act.row.sent_at = now()
        act.row.first_sent_at = act.row.first_sent_at or act.row.sent_at


def return_sent(act: Act) -> None:
    _chosen(act, FigureStanding.SENT).update(
        standing=FigureStanding.RETURNED,
        settled_by_name=str(act.officer),
        settled_at=now(),
        reason=act["text"].strip(),
    )


def unlock_accepted(act: Act) -> None:
    _chosen(act, FigureStanding.ACCEPTED).update(unlocked_at=now(), reason=act["text"].strip())


def allow_late(act: Act) -> None:
    act.row.late_until, act.row.late_reason = act["until"], act["text"].strip()


def settle_state(act: Act) -> None:
    act.row.state = state_of(standing_figures(act.row).values())


# ── The table ───────────────────────────────────────────────────────────────────────────────────────


STEPS = (
    Step(
        name=FilingStep.SEND,
        before=ANY,
        after=None,
        who=frozenset({Whose.REPORTING}),
        words=Words("Gửi số liệu", done="Đã gửi số liệu, chờ cấp trên duyệt."),
        asks=(Ask("replies"), asking.ASKED),
        guards=(
            still_open,
            has_figures(FigureStanding.TYPED, "Chưa có số liệu nào mới để gửi. Nhập số liệu rồi gửi."),
            no_child_is_named,
        ),
        changes=(asking.remember, write_replies, send_typed, settle_state),
        follows=(the_office_above("{unit} gửi số liệu {period}."),),
        leads=True,
    ),
    Step(
        name=FilingStep.ACCEPT,
        before=ANY,
        after=None,
        who=frozenset({Whose.ABOVE}),
        words=Words("Chấp nhận", done="Đã chấp nhận số liệu của {row.unit}."),
        asks=(Ask("keys"), Ask("replies"), asking.ASKED),
        guards=(has_figures(FigureStanding.SENT, "Không có số liệu nào đang chờ duyệt."), no_child_is_named),
        changes=(
            asking.remember,
            write_replies,
            send_what_was_corrected,
            accept_sent,
            settle_state,
        ),
        follows=(the_unit("Số liệu {period} của {unit} đã được chấp nhận."),),
        leads=True,
    ),
    Step(
        name=FilingStep.RETURN,
        before=ANY,
        after=None,
        who=frozenset({Whose.ABOVE}),
        words=Words("Trả lại", done="Đã trả lại cho {row.unit} sửa."),
        asks=(
            Ask("text", "Ghi lý do để đơn vị biết phải sửa điều gì."),
            Ask("keys"),
            asking.ASKED,
        ),
        guards=(has_figures(FigureStanding.SENT, "Không có số liệu nào đang chờ duyệt."), no_child_is_named),
        changes=(asking.remember, return_sent, settle_state),
        follows=(the_unit("Số liệu {period} của {unit} bị trả lại: {reason}"),),
    ),
    Step(
        name=FilingStep.UNLOCK,
        before=ANY,
        after=None,
        who=frozenset({Whose.ABOVE}),
        words=Words("Mở khóa để sửa", done="Đã mở khóa để {row.unit} sửa."),
        asks=(Ask("text", "Ghi lý do mở khóa."), Ask("keys"), asking.ASKED),
        guards=(
            has_figures(
                FigureStanding.ACCEPTED, "Chưa có số liệu nào được chấp nhận, nên không có gì để mở khóa."
            ),
            no_child_is_named,
        ),
        changes=(asking.remember, unlock_accepted, settle_state),
        follows=(the_unit("Số liệu {period} của {unit} được mở khóa để sửa: {reason}"),),
    ),
    Step(
        name=FilingStep.ALLOW_LATE,
        before=ANY,
        after=None,
        who=frozenset({Whose.ABOVE}),
        words=Words("Cho gửi muộn", done="Đã cho {row.unit} gửi muộn."),
        asks=(Ask("until"), Ask("text", "Ghi lý do cho gửi muộn."), asking.ASKED),
        guards=(day_to_come, no_child_is_named),
        changes=(asking.remember, allow_late),
        follows=(the_unit("{unit} được gửi muộn số liệu {period}: {reason}"),),
    ),
)
RECORDED = {
    FilingStep.SEND: Happening.SENT,
    FilingStep.ACCEPT: Happening.ACCEPTED,
    FilingStep.RETURN: Happening.RETURNED,
    FilingStep.UNLOCK: Happening.UNLOCKED,
    FilingStep.ALLOW_LATE: Happening.ALLOWED_LATE,
}
REPORTING_HATS = frozenset({Role.RESPONDER, Role.DRAFTER, Role.LEADER})
HATS_ABOVE = frozenset({Role.DRAFTER, Role.LEADER})


def _rows() -> QuerySet[Filing]:
    return Filing.objects.select_related(
        "period__regime", "unit__place", "unit__superior__superior__superior"
    )


def hats_of(officer: Someone, filing: Filing) -> frozenset[Whose]:
    return sides_towards(officer, filing.unit)


def sides_towards(officer: Someone, unit: Unit) -> frozenset[Whose]:
    """Free when the unit's superiors are fetched along."""
    sides = set()
    if roles_towards(officer, unit.pk) & REPORTING_HATS:
        sides.add(Whose.REPORTING)
    if any(roles_towards(officer, above.pk) & HATS_ABOVE for above in _offices_above(unit)):
        sides.add(Whose.ABOVE)
    return frozenset(sides)


def _offices_above(unit: Unit) -> Iterator[Unit]:
    above = unit.superior
    while above is not None:
        yield above
        above = above.superior


def _write(act: Act) -> None:
    FilingEvent.objects.create(
        period=act.row.period,
        filing=act.row,
        at=now(),
        officer=act.officer,
        officer_name=str(act.officer),
        what=RECORDED[FilingStep(act.step.name)],
        reason=act["text"].strip(),
    )


def _why_not_open(step: Step, filing: Filing) -> str:
    return f"Chưa làm được việc này: số liệu đang ở bước “{filing.get_state_display()}”. Tải lại trang."


def _why_not_yours(step: Step, filing: Filing) -> str:
    whose = (
        f"cán bộ của {filing.unit}" if Whose.REPORTING in step.who else f"cơ quan cấp trên của {filing.unit}"
    )
    return f"Anh/chị không làm được việc này: đây là việc của {whose}."


FILINGS = StepTable(
    steps=STEPS,
    state="state",
    find=lambda pk: _rows().get(pk=pk),
    lock=lambda pk: _rows().select_for_update(of=("self",)).get(pk=pk),
    hats=hats_of,
    journal=_write,
    not_open=_why_not_open,
    not_yours=_why_not_yours,
    defaults=TOLD,
)
