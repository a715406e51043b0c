"""What is longer than the column that would take it: told before anything is saved; its words stand whole in the body.

Nothing is cut: a number, a name or a symbol cut short would be another one. What the officer can shorten on the page
of the review (place, signer, unit of a value) is refused at saving instead. Pure.
"""

from collections.abc import Iterator
from dataclasses import replace

from childlabour.core import lengths
from childlabour.core.lengths import whole
from plans.citing.act import NamedAct, Span
from plans.reading.parts.draft import PassageRole, ReadDraft, Remark, TargetDraft, TaskDraft, Weight
from targets.statements import Statement


def fitted_statement(said: Statement) -> Statement:
    """What a target can keep of it; the rest stays in its words."""
    if _ages_run_back(said):
        said = replace(said, age_from=None, age_to=None)
    wording, condition = whole(said.wording, lengths.WORDING), whole(said.condition, lengths.CONDITION)
    return replace(said, wording=wording, condition=condition)


def left_apart(draft: ReadDraft) -> Iterator[Remark]:
    """A finding for everything that will not stand where it belongs, each with where it will stand."""
    if len(draft.symbol) > lengths.SYMBOL:
        at = draft.roles.index(PassageRole.NUMBER) if PassageRole.NUMBER in draft.roles else 0
        yield _told(
            f"Ký hiệu dài quá {lengths.SYMBOL} ký tự: để trống khi lưu, nguyên văn giữ ở ghi chú nguồn.",
            Span(at),
        )
    for act in draft.citations:
        if act.span and not _fits(act):
            yield _told(
                "Loại, số hoặc cơ quan của căn cứ này dài bất thường nên không tách riêng; câu giữ nguyên văn.",
                act.span,
            )
    for task in draft.tasks:
        yield from _of_task(task)
    for target in draft.targets:
        yield from _of_target(target)


def _of_task(task: TaskDraft) -> Iterator[Remark]:
    span = Span(task.place) if task.passages else None
    if len(task.unit) > lengths.AGENCY:
        yield _told(
            f"Tên đơn vị dài quá {lengths.AGENCY} ký tự: giữ nguyên trong văn bản, ô đơn vị của nhiệm vụ để trống.",
            span,
        )
    if len(task.product) > lengths.PRODUCT:
        yield _told(
            f"Sản phẩm dài quá {lengths.PRODUCT} ký tự: giữ nguyên trong văn bản, ô sản phẩm để trống.", span
        )


def _of_target(target: TargetDraft) -> Iterator[Remark]:
    said, span = target.statement, target.spans[0] if target.spans else None
    if len(said.condition) > lengths.CONDITION or len(said.wording) > lengths.WORDING:
        yield _told("Điều kiện hoặc chữ so sánh dài bất thường nên chỉ giữ trong câu chỉ tiêu.", span)
    if _ages_run_back(said):
        yield _told(
            f"Tuổi trong câu này đi ngược (từ {said.age_from} đến {said.age_to}) nên để trống; sửa câu nếu gõ nhầm.",
            span,
        )


def _ages_run_back(said: Statement) -> bool:
    return said.age_from is not None and said.age_to is not None and said.age_from > said.age_to


def _fits(act: NamedAct) -> bool:
    parts = ((act.kind, lengths.ACT_TYPE), (act.number, lengths.ACT_NUMBER), (act.issuer, lengths.AGENCY))
    return all(len(text) <= longest for text, longest in parts)


def _told(message: str, span: Span | None) -> Remark:
    return Remark("left_apart", message, Weight.DOUBT, span)
