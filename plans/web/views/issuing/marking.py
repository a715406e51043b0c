"""Marks after the issue: the words of an issued document, what hangs on them, and the forms to hang more."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from childlabour.core import lengths
from childlabour.core.errors import Refusal
from childlabour.units.gate import OfficersRequest, officers_only, sent, takes_form
from plans.content.asking import content_of
from plans.content.lines import a_new_key
from plans.content.near import Near
from plans.content.task_words import task_said
from plans.content.values import Block, ChargeMark, Content, TargetMark, plain
from plans.drafting.mark_forms import (
    ChargeMarkForm,
    MarkChoices,
    TargetMarkForm,
    TaskMarkForm,
    base_of_marks,
)
from plans.drafting.marking import (
    block_called,
    charge_said,
    group_near,
    target_on,
    with_block,
    with_charge,
    with_parts,
    with_target,
    with_task,
    without_charge,
    without_target,
    without_task,
)
from plans.issuing.steps import DOCUMENTS
from plans.issuing.workflow import may, perform
from plans.models import Action, Document, Status
from plans.pages.hanging import hanging_on
from plans.pages.telling import with_addresses
from plans.web.door import REFUSED, Attempt

from .own import own_document

Change = Callable[[Content], Content]
OVERTAKEN = (
    "Trong lúc anh/chị làm, một người khác đã đổi dấu ở đoạn này: xem lại những gì đang gắn với đoạn (ghi ở trên), "
    "sửa cho khớp rồi bấm lưu lần nữa. Những gì anh/chị đã ghi còn nguyên ở dưới."
)


class WordsForm(forms.Form):
    words = forms.CharField(
        label="chữ của chỉ tiêu",
        max_length=lengths.SENTENCE,
        help_text="Chép đúng chữ trong đoạn, ví dụ “80% cha mẹ được tư vấn”.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )


@dataclass(frozen=True)
class Offered:
    """One thing that can be done with a block: its form where it needs one, and what it changes."""

    name: str  # what the button sends
    heading: str
    button: str
    change: Callable[[Any], Change]  # of the valid form
    form: forms.Form | None = None
    takes_away: bool = False
    replaces: bool = True  # what hangs there; False: only adds to it


@require_safe
@officers_only
def marking(request: OfficersRequest, pk: int) -> HttpResponse:
    document = _issued(request, pk)
    content = content_of(document)
    context = {
        "nav": "desk",
        "document": document,
        "rows": hanging_on(document, content),
        "may_mark": may(request.user, Action.MARK, document),
    }
    return render(request, "issuing/marking.html", context)


@takes_form
@officers_only
def mark(request: OfficersRequest, pk: int, key: str) -> HttpResponse:
    """One block: what hangs on it, and every way to hang something on it or to take away what came later."""
    document = _issued(request, pk)
    content = content_of(document)
    block = block_called(content, key)
    if block is None or not block.text:
        raise Http404(key)
    chosen = request.POST.get("do", "")
    ways = list(_ways(document, content, block, chosen, sent(request).to(request.path)))
    way = next((way for way in ways if way.name == chosen), None)
    attempt = Attempt(request)
    if request.method == "POST" and way and (way.form is None or way.form.is_valid()):
        with attempt:
            perform(Action.MARK, document, request.user, marked=_over_what_was_seen(request, way, key))
            messages.success(request, DOCUMENTS[Action.MARK].words.done)
            return redirect(f"{reverse('issuing:marking', args=[pk])}#{key}")
    context = {
        "nav": "desk",
        "document": document,
        "block": block,
        "row": next(row for row in hanging_on(document, content) if row.key == key),
        "ways": ways if may(request.user, Action.MARK, document) else [],
        "chosen": chosen,
        "base": base_of_marks(block),
        "problems": with_addresses(attempt.problems, document, request.user),
        "sent": sent(request),
    }
    status = REFUSED if request.method == "POST" else 200
    return render(request, "issuing/mark.html", context, status=status)


def _over_what_was_seen(request: OfficersRequest, way: Offered, key: str) -> Change:
    """Refuses to put a whole mark over one that somebody else has laid meanwhile; what is added stands beside it."""
    change, base = way.change(way.form), request.POST.get("base", "")

    def changed(content: Content) -> Content:
        if base and way.replaces and base != base_of_marks(_there(content, key)):
            raise Refusal(OVERTAKEN)
        return change(content)

    return changed


def _issued(request: OfficersRequest, pk: int) -> Document:
    document = own_document(request, pk)
    if document.status != Status.ISSUED:
        raise Http404("Chỉ văn bản đã ban hành, đang có hiệu lực mới đánh dấu thêm ở đây.")
    return document


# ── What can be done with a block ────────────────────────────────────────────────────────────────


def _ways(document: Document, content: Content, block: Block, chosen: str, typed: Any) -> Iterator[Offered]:
    choices = MarkChoices.for_block(document, block)

    def data_of(name: str) -> Any:
        return typed if name == chosen else None

    yield from _ways_of_targets(content, block, choices, data_of)
    yield from _ways_of_task(document, content, block, choices, data_of)
    yield from _ways_of_charge(document, block, choices, data_of)


def _ways_of_targets(
    content: Content, block: Block, choices: MarkChoices, data_of: Callable[[str], Any]
) -> Iterator[Offered]:
    name = "target"
    yield Offered(
        name,
        "Chỉ tiêu",
        "Đánh dấu là chỉ tiêu",
        lambda form: partial(
            _with_new_target, key=block.key, words=form.cleaned_data["words"], since=choices.since
        ),
        WordsForm(data_of(name), prefix=name, initial={"words": _own_words(block)}),
        replaces=False,
    )
    for target in block.targets:
        if target.added_at:
            name = f"parts-{target.id}"
            yield Offered(
                name,
                f"Các phần của chỉ tiêu “{target.sentence}”",
                "Lưu các phần",
                lambda form: _on(block.key, with_parts, form.marked()),
                TargetMarkForm(data_of(name), block=block, mark=target, choices=choices),
            )
            yield _taking_away(
                f"no-target-{target.id}",
                f"Bỏ chỉ tiêu “{target.sentence}”",
                _on(block.key, without_target, target.id),
            )


def _own_words(block: Block) -> str:
    """What a promise that fills its line would be; nothing where targets lie on it already."""
    return "" if block.cells or block.targets else plain(block.runs).strip(" ;.,")


def _with_new_target(content: Content, key: str, words: str, since: int) -> Content:
    block = _there(content, key)
    new = f"later-{a_new_key()}"
    target: TargetMark = replace(target_on(block, words, new, since), group=group_near(content, key))
    return with_block(content, with_target(block, target, words))


def _ways_of_task(
    document: Document, content: Content, block: Block, choices: MarkChoices, data_of: Callable[[str], Any]
) -> Iterator[Offered]:
    name = "task"
    if block.task is None and block.charge is None:
        said = task_said(content, block.key, choices.year, Near.to(document.unit).all_called)
        block, button = replace(block, task=said), "Đánh dấu là nhiệm vụ"
        choices = MarkChoices.for_block(document, block)
    elif block.task and block.task.added_at:
        button = "Lưu nhiệm vụ"
        yield _taking_away("no-task", "Bỏ nhiệm vụ", _on(block.key, without_task))
    else:
        return
    content = with_block(content, block)
    form = TaskMarkForm(data_of(name), content=content, block=block, choices=choices)
    yield Offered(name, "Nhiệm vụ", button, lambda form: _on(block.key, with_task, form.marked()), form)


def _ways_of_charge(
    document: Document, block: Block, choices: MarkChoices, data_of: Callable[[str], Any]
) -> Iterator[Offered]:
    name = "charge"
    if block.charge is None and _may_be_charged(block):
        said = charge_said(block, Near.to(document.unit).all_called) if block.task is None else ChargeMark()
        block, button = replace(block, charge=said), "Giao việc cho đơn vị"
        choices = MarkChoices.for_block(document, block)
    elif block.charge and block.charge.added_at:
        button = "Lưu các đơn vị"
        yield _taking_away("no-charge", "Bỏ việc giao đơn vị", _on(block.key, without_charge))
    else:
        return
    form = ChargeMarkForm(data_of(name), block=block, choices=choices)
    yield Offered(
        name, "Giao việc cho đơn vị", button, lambda form: _on(block.key, _put_charge, form.marked()), form
    )


def _may_be_charged(block: Block) -> bool:
    """A heading; and a task that was issued without naming anybody, which only now goes to units."""
    if block.task is not None:
        return not block.task.added_at and not block.task.lead
    return block.type.facts.heads


def _put_charge(block: Block, charge: ChargeMark) -> Block:
    return replace(block, charge=charge) if block.task else with_charge(block, charge)


def _taking_away(name: str, heading: str, change: Change) -> Offered:
    return Offered(name, heading, heading, lambda form: change, takes_away=True)


def _on(key: str, change: Callable[..., Block], *what: Any) -> Change:
    return lambda content: with_block(content, change(_there(content, key), *what))


def _there(content: Content, key: str) -> Block:
    block = block_called(content, key)
    assert block is not None, "words of an issued document stay"
    return block
