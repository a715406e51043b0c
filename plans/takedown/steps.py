"""The life of a take-down as one table: asked by one person, then confirmed or declined by another."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from django.db.models import QuerySet

from childlabour.core.clock import now
from childlabour.core.errors import Problem, Refusal
from childlabour.core.steps import Act, Ask, Effect, Guard, Step, StepTable, Words
from childlabour.core.vietnamese import clean, search_key
from childlabour.units.models import Officer
from plans.issuing.later_rows import digest_of_later
from plans.models import Action, AnswerFile, Document, Event, TakeDown, TakeDownState
from plans.privacy import asking
from plans.privacy.shown import Shown

from .papers import Shorter
from .rights import Party, is_head, may_ask, parties
from .taking_out import CLOSED, is_still_of, paper_without, places_of, take_out

MOST_PLACES = 50  # of one person in one document; words that are everywhere are nobody's
LEAST = 6  # letters of a single word; "Na" alone stands in "Nam"


class Settling(StrEnum):
    CONFIRM = "confirm"
    DECLINE = "decline"


TOLD = {"answer": "", asking.FIELD: ""}


def ask(
    document: Document, officer: Officer, *, words: str, reason: str, file: AnswerFile | None = None
) -> TakeDown:
    """Ask for it. Raises `Refusal` with every reason why not."""
    words = clean(words).strip()
    if problems := list(_problems(document, officer, words, reason, file)):
        raise Refusal(*problems)
    take_down = TakeDown.objects.create(
        document=document,
        file=file,
        words=words,
        reason=reason,
        asked_by=officer,
        asked_by_name=str(officer),
        asked_by_head=is_head(officer, document),
        asked_at=now(),
    )
    _note(document, Action.ASK_TAKE_DOWN, officer, reason)
    return take_down


def _problems(
    document: Document, officer: Officer, words: str, reason: str, file: AnswerFile | None
) -> Iterator[Problem]:
    if not may_ask(officer, document):
        yield Problem("Anh/chị không đề nghị lược ở văn bản này được: việc này của người làm văn bản.")
    yield from _problems_of_a_closed(document)
    if file is None and not words:
        yield Problem("Ghi chữ cần lược, chép đúng như trong văn bản hoặc trả lời.", "words")
    elif words and len(words.split()) < 2 and len(words) < LEAST:
        yield Problem("Chữ quá ngắn, có thể nằm trong chữ khác: ghi ít nhất hai tiếng liền nhau.", "words")
    elif words:
        yield from _problems_of_places(len(places_of(document, words)))
    if not reason.strip():
        yield Problem("Ghi lý do lược, không nhắc lại chữ cần lược.", "reason")
    elif _repeats(words, reason) or asking.open_mentions([Shown(reason, "lý do")]):
        yield Problem("Lý do còn lưu mãi: ghi lại, không nêu tên, ngày sinh, số định danh.", "reason")


def _repeats(words: str, reason: str) -> bool:
    """Two syllables of the words side by side, or the one there is: a reason is kept for ever."""
    syllables = search_key(words).split()
    pairs = [" ".join(pair) for pair in pairwise(syllables)] or syllables
    padded = f" {search_key(reason)} "
    return any(f" {pair} " in padded for pair in pairs)


def _problems_of_places(count: int) -> Iterator[Problem]:
    if count == 0:
        yield Problem("Không thấy chữ này trong văn bản, trả lời và diễn biến: chép đúng từng chữ.", "words")
    elif count > MOST_PLACES:
        yield Problem(
            f"Chữ này có ở {count} chỗ: chỉ lược họ tên, ngày sinh, số định danh, nơi ở; chép đủ cụm chữ đó.",
            "words",
        )


def _problems_of_a_closed(document: Document) -> Iterator[Problem]:
    if document.status in CLOSED:
        yield Problem(
            f"Văn bản {document.get_status_display()}: trả lại người soạn, sửa chữ đó trong dự thảo rồi mới lược "
            "phần đã lưu."
        )


def _document_is_open(act: Act) -> Iterator[Problem]:
    yield from _problems_of_a_closed(act.row.document)


@dataclass(frozen=True)
class _Printed:
    shorter: Shorter | None


def _print_shorter(act: Act) -> Iterator[_Printed]:
    yield _Printed(paper_without(act.row))


def _paper_is_the_same(act: Act) -> Iterator[Problem]:
    if not is_still_of(act.row, act.fact(_Printed).shorter):
        yield Problem("Văn bản vừa thay đổi trong lúc lập bản lược: tải lại trang rồi xác nhận lần nữa.")


def _settle(act: Act) -> None:
    act.row.settled_by, act.row.settled_by_name, act.row.settled_at = act.officer, str(act.officer), now()
    act.row.answer = act["answer"]


def _take_out(act: Act) -> None:
    outcome = take_out(act.row, act.fact(_Printed).shorter)
    act.row.words = ""
    act.row.places = outcome.places
    act.row.scan_sha256_before = outcome.scan_sha256_before
    act.row.left_in = outcome.left_in
    for other in outcome.rewritten:
        _note(other, Action.TAKE_DOWN, act.officer, f"Lược theo đề nghị ở {act.row.document}.")


def _forget_words(act: Act) -> None:
    act.row.words = ""


def _step(
    name: Settling,
    after: TakeDownState,
    who: Collection[Party],
    words: Words,
    change: Effect,
    *,
    asks: Collection[Ask] = (),
    guards: Collection[Guard] = (),
    beforehand: Sequence[Guard] = (),
) -> Step:
    return Step(
        name,
        frozenset({TakeDownState.ASKED}),
        after,
        frozenset(who),
        words,
        asks=(*asks, asking.ASKED),
        beforehand=beforehand,
        guards=(*guards, asking.asks_about(lambda act: [Shown(act["answer"], "ý kiến")])),
        changes=(asking.remember, _settle, change),
    )


SETTLINGS = (
    _step(
        Settling.CONFIRM,
        TakeDownState.DONE,
        {Party.SECOND},
        Words(
            "xác nhận và lược",
            "Chữ bị xóa khỏi mọi nơi của văn bản, không lấy lại được; bản PDF được lập lại.",
            "Đã lược ở {row.places} chỗ.",
        ),
        _take_out,
        beforehand=[_print_shorter],
        guards=[_document_is_open, _paper_is_the_same],
    ),
    _step(
        Settling.DECLINE,
        TakeDownState.DECLINED,
        {Party.FIRST, Party.SECOND},
        Words("không lược", "Đề nghị khép lại; chữ đã ghi trong đề nghị được xóa.", "Đã khép lại đề nghị."),
        _forget_words,
        asks=[Ask("answer", "Ghi lý do không lược.")],
    ),
)

NOTED_AS = {Settling.CONFIRM: Action.TAKE_DOWN, Settling.DECLINE: Action.DECLINE_TAKE_DOWN}


def _rows() -> QuerySet[TakeDown]:
    return TakeDown.objects.select_related("document__unit", "file")


def _journal(act: Act) -> None:
    _note(act.row.document, NOTED_AS[Settling(act.step.name)], act.officer, act["answer"])


def _note(document: Document, action: Action, officer: Officer, reason: str) -> None:
    status = document.status
    Event.objects.create(
        document=document,
        at=now(),
        officer=officer,
        officer_name=str(officer),
        action=action,
        status_before=status,
        status_after=status,
        reason=reason,
        later_rows=digest_of_later(document) if action == Action.TAKE_DOWN else "",
    )


def _why_not_open(step: Step, take_down: TakeDown) -> str:
    return f"Đề nghị này {take_down.get_state_display()}, không còn gì phải làm. Tải lại trang."


def _why_not_yours(step: Step, take_down: TakeDown) -> str:
    return (
        "Người đề nghị không tự xác nhận: lãnh đạo, quản trị hoặc người thứ hai của cơ quan xác nhận; "
        "cơ quan chỉ có một người thì lãnh đạo cấp trên xác nhận."
    )


TAKE_DOWNS = StepTable(
    steps=SETTLINGS,
    state="state",
    find=lambda pk: _rows().get(pk=pk),
    # The document, too: nobody may be typing in it, or lay it before the leader, while its words are replaced.
    lock=lambda pk: _rows().select_for_update(of=("self", "document")).get(pk=pk),
    hats=parties,
    journal=_journal,
    not_open=_why_not_open,
    not_yours=_why_not_yours,
    defaults=TOLD,
)
