"""The way of a document, one table: act, from, to, by whom, in which words, what must hold first, what follows.

nháp → trình → (trả lại) → duyệt → cấp số → ký → ban hành → sửa đổi | thay thế | đính chính | thu hồi. What was
cancelled may be opened again.
A number and its date come before the signature (docs/decisions/0009-number-before-signature.md). What one would do
next stands first.

A paper of old times goes a way of its own, from the day it is entered: nháp → đề nghị nhập → nhập. It gets no number
here and no signature, and what is written here never turns into one (docs/decisions/0023-papers-of-old-times.md).
"""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from childlabour.core.steps import Ask, Effect, Guard, Step, StepTable, Words
from childlabour.units.models import Role
from plans.law.roles import LEADS_THERE_NOW, hats_towards
from plans.models import Action, Capacity, Document, Origin, Status
from plans.privacy import asking

from . import copying, effects, freezing, guards, journal, later_meaning, told
from .guards import no_child_is_named

DRAFTER, LEADER, CLERK = Role.DRAFTER, Role.LEADER, Role.CLERK
DRAFT, SUBMITTED, APPROVED = Status.DRAFT, Status.SUBMITTED, Status.APPROVED
NUMBERED, SIGNED, ISSUED = Status.NUMBERED, Status.SIGNED, Status.ISSUED
WRITTEN_HERE, OF_OLD_TIMES = frozenset({Origin.HERE}), frozenset({Origin.CARRIED_OVER})

# Everything an act of a document may be told, and what holds when it is not.
TOLD = {
    "reason": "",
    "note": "",  # what whoever submits says to the leader
    "leader": None,  # of the agency, before whom it is laid; nobody named: before whichever reads it first
    "seen": None,  # the submission that the leader has read
    "day": None,  # the date on the paper
    "number": None,  # a kept number to use, or the number of a paper carried over
    "series": "",  # when not the series that the kind of document goes to
    "annexes_apart": False,  # each annex becomes a file of its own
    "signed": b"",  # the PDF with one signature more
    "annexes": (),  # files of annexes, with the agency's signature
    "same_agency": False,  # the clerk has seen that the seal is the agency's, whatever name it bears
    "by": None,  # the document that revokes
    "marked": None,  # what is to be marked: content → content, asked of the document as it stands then
    "copy_form": "",  # of a certified copy: sao y, trích sao, sao lục
    "source": None,  # the copy that is copied
    "pages": "",  # of an extract: "1, 3-4"
    "copied_on": None,
    "authority": "",  # lines above the name of who signs the copy
    "copy_signer": "",
    "recipients": "",  # of the copy, a line each
    "compared": "",  # the hash of the scan that was compared with the words here, page by page
    asking.FIELD: "",  # what was said to be no child's data
}


def _act(
    action: Action,
    before: Collection[Status],
    after: Status | None,
    who: Collection[str],
    *,
    hint: str = "",
    done: str = "Đã xong.",
    waiting: str = "",
    asks: Collection[Ask] = (),
    guards: Collection[Guard] = (),
    changes: Collection[Effect] = (),
    follows: Collection[Effect] = (),
    **more: Any,
) -> Step:
    """Every act shows words to others: the guard of children's data is asked at each, and whom it concerns is told."""
    words = Words(action.label, hint, done, waiting)
    always: dict[str, Any] = {
        "asks": (*asks, asking.ASKED),
        "guards": (*guards, no_child_is_named),
        "changes": (*changes, asking.remember),
        "follows": (*follows, told.whom_it_concerns),
    }
    return Step(action, frozenset(before), after, frozenset(who), words, **always, **more)


def _reason_to(action: Action) -> Ask:
    return Ask("reason", f"Ghi lý do {action.label} để người soạn và hồ sơ cùng biết.")


def _is_unsealed(document: Document) -> bool:
    """Nothing more to sign once the seal is there. Free when `signatures` is prefetched."""
    return all(signature.capacity != Capacity.AGENCY for signature in document.signatures.all())


ACTS = (
    _act(
        Action.SUBMIT,
        {DRAFT},
        SUBMITTED,
        {DRAFTER},
        hint="Gửi lãnh đạo xem và duyệt. Trong lúc chờ thì không sửa được; cần sửa thì rút lại.",
        done="Đã trình lãnh đạo.",
        waiting="đang soạn, chờ trình",
        asks=[Ask("leader"), Ask("note")],
        guards=[guards.leader_may_approve, guards.fit_to_submit],
        changes=[effects.keep_submission],
        leads=True,
        ways=WRITTEN_HERE,
    ),
    _act(
        Action.PROPOSE,
        {DRAFT},
        SUBMITTED,
        {DRAFTER},
        hint="Dành cho văn bản đã ban hành trên giấy trước khi có hệ thống. Ghi số, ngày in trên văn bản; "
        "một người khác của cơ quan đối chiếu với bản quét rồi mới nhập.",
        done="Đã đề nghị nhập. Người thứ hai đối chiếu với bản quét.",
        waiting="đang nhập lại, chờ đề nghị",
        asks=[
            Ask("number", "Ghi số của văn bản."),
            Ask("day", "Ghi ngày ban hành in trên văn bản."),
            Ask("series"),
        ],
        guards=[guards.complete, guards.scan_brought, guards.old_number_free],
        changes=[effects.put_old_number_on, effects.give_code],
        follows=[effects.begin_signing_copy],
        afterwards=[freezing.signing_copy_of],
        leads=True,
        ways=OF_OLD_TIMES,
    ),
    _act(
        Action.CARRY_OVER,
        {SUBMITTED},
        ISSUED,
        {CLERK, LEADER},
        hint="Đối chiếu từng trang với bản quét; trùng khớp thì nhập vào sổ và công bố.",
        done="Đã nhập văn bản với số cũ.",
        waiting="chờ người thứ hai đối chiếu, nhập",
        beforehand=[guards.look_that_copy_is_printed],
        asks=[Ask("compared", "Đối chiếu từng trang với bản quét rồi mới xác nhận nhập.")],
        guards=[
            guards.two_people,
            guards.scan_is_the_one_compared,
            guards.complete,
            guards.old_number_still_free,
            guards.unchanged_since_proposed,
        ],
        changes=[effects.confirm_scan, effects.enter_old_number],
        follows=[effects.freeze],
        leads=True,
        ways=OF_OLD_TIMES,
    ),
    _act(
        Action.APPROVE,
        {SUBMITTED},
        APPROVED,
        {LEADER},
        hint="Đồng ý với nội dung đang hiện trên trang này; sau đó văn thư cấp số.",
        done="Đã duyệt. Văn thư cấp số.",
        waiting="chờ lãnh đạo duyệt",
        asks=[Ask("seen")],
        guards=[guards.read_as_it_stands, guards.four_eyes],
        leads=True,
        ways=WRITTEN_HERE,
    ),
    _act(
        Action.NUMBER,
        {APPROVED},
        NUMBERED,
        {CLERK},
        hint="Ghi vào sổ văn bản đi. Số và ngày in lên văn bản trước khi ký.",
        done="Đã cấp số {row.code}. In bản trình ký, hoặc ký số.",
        waiting="chờ văn thư cấp số",
        asks=[
            Ask("day", "Ghi ngày văn bản."),
            *(Ask("series"), Ask("number"), Ask("reason"), Ask("annexes_apart")),
        ],
        beforehand=[guards.look_that_it_can_be_signed],
        guards=[guards.complete, guards.number_free, guards.earlier_acts_in_force],
        changes=[effects.take_number, effects.give_code],
        follows=[effects.begin_signing_copy],
        afterwards=[freezing.signing_copy_of, freezing.annex_files_of],
        leads=True,
        ways=WRITTEN_HERE,
    ),
    _act(
        Action.SIGN,
        {NUMBERED},
        SIGNED,
        {LEADER},
        hint="Ký ngay trên hệ thống bằng tệp khóa hoặc thiết bị ký của lãnh đạo.",
        done="Đã ký số.",
        waiting="chờ ký",
        asks=[Ask("signed"), Ask("same_agency")],
        beforehand=[guards.look_at_signed_file],
        guards=[guards.leader_signs_himself, guards.signed_as_asked],
        changes=[effects.keep_signed_inside],
        leads=True,
        ways=WRITTEN_HERE,
    ),
    _act(
        Action.SEAL,
        {SIGNED},
        SIGNED,
        {CLERK},
        hint="Chữ ký số của cơ quan, đặt sau chữ ký của lãnh đạo.",
        done="Đã đóng dấu số.",
        asks=[Ask("signed"), Ask("annexes"), Ask("same_agency")],
        beforehand=[guards.look_at_signed_file, guards.look_at_annexes],
        guards=[guards.not_yet_sealed, guards.signed_as_asked, guards.annexes_signed_as_asked],
        changes=[effects.keep_annexes, effects.keep_signed_inside],
        offered=_is_unsealed,
        leads=True,
        ways=WRITTEN_HERE,
    ),
    _act(
        Action.RECORD,
        {NUMBERED},
        SIGNED,
        {CLERK, LEADER},
        hint="In bản trình ký, ký và đóng dấu trên giấy, rồi nộp bản quét.",
        done="Đã ghi nhận bản ký tay. Văn thư ban hành.",
        guards=[guards.scan_confirmed],
        changes=[effects.note_signature_by_hand],
        leads=True,
        ways=WRITTEN_HERE,
    ),
    _act(
        Action.ISSUE,
        {SIGNED},
        ISSUED,
        {CLERK},
        hint="Công bố văn bản, gửi đến các đơn vị nhận, giao nhiệm vụ. Sau đó không sửa được nữa.",
        done="Đã ban hành. Nội dung không sửa được nữa.",
        waiting="chờ đóng dấu, ban hành",
        beforehand=[guards.look_that_copy_is_printed],
        guards=[guards.signed_and_sealed, guards.unchanged_since_signing, guards.earlier_acts_in_force],
        follows=[effects.freeze, effects.put_earlier_acts_out_of_force, effects.deliver],
        leads=True,
        ways=WRITTEN_HERE,
    ),
    _act(
        Action.WITHDRAW,
        {SUBMITTED},
        DRAFT,
        {DRAFTER},
        hint="Lấy lại để sửa tiếp, rồi trình lại.",
        done="Đã rút lại: văn bản là dự thảo.",
        changes=[effects.take_old_number_off],
    ),
    _act(
        Action.SEND_BACK,
        {SUBMITTED, APPROVED, NUMBERED},
        DRAFT,
        {LEADER},
        hint="Trả người soạn để sửa. Lý do được gửi kèm.",
        done="Đã trả lại người soạn.",
        asks=[_reason_to(Action.SEND_BACK)],
        changes=[effects.void_number],
        ways=WRITTEN_HERE,
    ),
    _act(
        Action.RETURN_FOR_FORM,
        {APPROVED},
        DRAFT,
        {CLERK},
        hint="Khi sai thể thức, kỹ thuật trình bày. Chưa lấy số nào; người soạn sửa rồi trình lại.",
        done="Đã trả lại người soạn. Không số nào được cấp.",
        asks=[_reason_to(Action.RETURN_FOR_FORM)],
        ways=WRITTEN_HERE,
    ),
    _act(
        Action.DECLINE,
        {SUBMITTED},
        DRAFT,
        {CLERK, LEADER},
        hint="Khi nội dung, số, ngày hoặc người ký không khớp bản quét. Lý do được gửi kèm.",
        done="Đã trả lại người đề nghị nhập.",
        asks=[_reason_to(Action.DECLINE)],
        changes=[effects.take_old_number_off],
        ways=OF_OLD_TIMES,
    ),
    _act(
        Action.TAKE_BACK,
        {NUMBERED, SIGNED},
        SIGNED,
        {CLERK, LEADER},
        hint="Khi đã ký tệp bằng phần mềm ký số của cơ quan.",
        done="Đã nhận bản ký số: nội dung nguyên vẹn, chữ ký khớp.",
        asks=[Ask("signed"), Ask("annexes"), Ask("same_agency")],
        beforehand=[guards.look_at_signed_file, guards.look_at_annexes],
        guards=[guards.not_yet_sealed, guards.signed_as_asked, guards.annexes_signed_as_asked],
        changes=[effects.keep_annexes, effects.keep_signed_outside],
        offered=_is_unsealed,
        ways=WRITTEN_HERE,
    ),
    _act(
        Action.VOID,
        {NUMBERED, SIGNED},
        DRAFT,
        {CLERK},
        hint="Bỏ số đã cấp; số không dùng lại, lý do lưu trong sổ. Văn bản trở về dự thảo.",
        done="Đã hủy số; lý do được lưu trong sổ. Văn bản là dự thảo.",
        asks=[_reason_to(Action.VOID)],
        changes=[effects.void_number],
        ways=WRITTEN_HERE,
    ),
    _act(
        Action.AMEND,
        {ISSUED},
        None,
        {DRAFTER},
        hint="Lập dự thảo văn bản sửa đổi, bổ sung văn bản này.",
        done="Đã lập dự thảo sửa đổi, bổ sung văn bản này.",
        follows=[effects.open_amendment],
    ),
    _act(
        Action.REPLACE,
        {ISSUED},
        None,
        {DRAFTER},
        hint="Lập dự thảo văn bản thay thế văn bản này.",
        done="Đã lập dự thảo thay thế văn bản này.",
        follows=[effects.open_replacement],
    ),
    _act(
        Action.CORRECT,
        {ISSUED},
        None,
        {DRAFTER},
        hint="Lập dự thảo công văn đính chính văn bản này.",
        done="Đã lập dự thảo đính chính văn bản này.",
        follows=[effects.open_correction],
    ),
    _act(
        Action.MARK,
        {ISSUED},
        None,
        {DRAFTER, LEADER, LEADS_THERE_NOW},
        hint="Đánh dấu chỉ tiêu, nhiệm vụ còn sót, giao việc cho đơn vị. Chữ của văn bản giữ nguyên.",
        done="Đã lưu. Chữ của văn bản giữ nguyên.",
        asks=[Ask("marked", "Chưa đánh dấu gì.")],
        guards=[later_meaning.marks_alone],
        changes=[later_meaning.lay_marks],
    ),
    _act(
        Action.COPY,
        {ISSUED},
        None,
        {CLERK},
        hint="Lấy số trong sổ bản sao của cơ quan và lập trang in từ đúng tệp đã ban hành, để ký và đóng dấu.",
        done="Đã vào sổ bản sao. Tải bản sao ở dưới, in, ký và đóng dấu.",
        asks=[
            Ask("copy_form", "Chọn hình thức sao."),
            Ask("source"),
            Ask("pages"),
            Ask("copied_on"),
            Ask("authority", "Ghi quyền hạn, chức vụ người ký bản sao."),
            Ask("copy_signer", "Ghi họ tên người ký bản sao."),
            Ask("recipients", "Ghi nơi nhận bản sao, mỗi dòng một nơi."),
        ],
        beforehand=[copying.look_at_copy],
        guards=[copying.is_still_to_copy],
        changes=[copying.keep_copy],
    ),
    _act(
        Action.REVOKE,
        {ISSUED},
        Status.REVOKED,
        {LEADER},
        hint="Văn bản hết hiệu lực; lý do được lưu lại.",
        done="Đã thu hồi văn bản.",
        asks=[_reason_to(Action.REVOKE), Ask("by")],
        guards=[guards.revoked_by_an_issued_act],
        changes=[effects.link_revoking_act],
    ),
    _act(
        Action.CANCEL,
        {DRAFT, SUBMITTED, APPROVED},
        Status.CANCELLED,
        {DRAFTER, LEADER},
        hint="Bỏ văn bản này, không làm tiếp; diễn biến vẫn được lưu.",
        done="Đã hủy văn bản.",
        asks=[_reason_to(Action.CANCEL)],
        changes=[effects.take_old_number_off],
    ),
    _act(
        Action.REOPEN,
        {Status.CANCELLED},
        DRAFT,
        {DRAFTER, LEADER},
        hint="Văn bản trở lại là dự thảo, đúng như lúc hủy. Diễn biến trước đó vẫn còn.",
        done="Đã mở lại: văn bản là dự thảo.",
        guards=[guards.bears_no_number],
    ),
    _act(Action.BECOME_REPLACED, {ISSUED}, Status.REPLACED, ()),  # follows from the issue of what replaces it
)


def _rows() -> QuerySet[Document]:
    return Document.objects.select_related("unit")


def _locked(pk: int) -> Document:
    """The row of the document; on SQLite the lock is on the whole file."""
    return _rows().select_for_update(of=("self",)).get(pk=pk)


DOCUMENTS = StepTable(
    steps=ACTS,
    state="status",
    find=lambda pk: _rows().get(pk=pk),
    lock=_locked,
    hats=lambda officer, document: hats_towards(officer, document.unit_id),
    journal=journal.write,
    not_open=journal.why_not_open,
    not_yours=journal.why_not_yours,
    defaults=TOLD,
    way="origin",
)
