"""The words of the body as lines: all of them, or those of one block with what hangs on it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from django import forms
from django.http import QueryDict

from childlabour.core import lengths
from plans.content.asking import removed_blocks
from plans.content.lines import BodyLine, joined, lines_in
from plans.content.values import Block, Content, in_order
from plans.law.blocks import MOST_BLOCKS, BlockType
from plans.models import Document

from .acts import done
from .forms import Draft, SpotForm
from .mark_forms import ChargeMarkForm, MarkChoices, TargetMarkForm, TaskMarkForm, base_of_marks
from .marking import block_called, read_again, with_block, with_parts
from .merging import Merged, as_text, merged, sent, sent_from

SHOWN = 60  # characters of a line in a message


class BodyForm(SpotForm, forms.Form):
    """Every line of the body; lines that others changed meanwhile arrive, one that both changed is asked about."""

    template = "desk/fields_body.html"
    lines = forms.CharField(
        label="Nội dung văn bản",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 30, "class": "body-lines", "spellcheck": "false"}),
    )

    def __init__(self, data: QueryDict | None = None, *, draft: Draft, ours: bool | None = None):
        self.draft = draft
        self.merged: Merged | None = None
        super().__init__(data, ours=ours, initial={"lines": joined(self._open_lines(draft))})

    def _open_lines(self, draft: Draft) -> list[BodyLine]:
        return draft.lines

    @property
    def base(self) -> str:
        """A digest of every line that is sent out (`merging.Sent`)."""
        return as_text(sent(self._open_lines(self.draft)))

    @property
    def act(self) -> str:
        """What a button asks for beside saving."""
        return str(self.data.get("act", ""))

    def has_changed(self) -> bool:
        """Also of a clash that was decided for the other's words: the other lines are still the writer's."""
        return bool(self.act) or bool(self.changed_data)

    def clean_lines(self) -> str:
        """More lines or longer ones than a draft holds are not even compared."""
        typed: str = self.cleaned_data["lines"]
        lines = lines_in(typed)
        problems = []
        if len(lines) > MOST_BLOCKS:
            problems.append(
                f"Nội dung có {len(lines)} dòng, quá {MOST_BLOCKS}: tách phần chi tiết thành văn bản khác."
            )
        problems += (
            f"Dòng “{line.text[:SHOWN]}…” dài {len(line.text)} ký tự, quá {lengths.BLOCK}: chia thành nhiều dòng."
            for line in lines
            if len(line.text) > 2 * lengths.BLOCK  # signs of looks count here and do not in the block
        )
        if problems:
            raise forms.ValidationError(problems)
        return typed

    def clean(self) -> dict[str, Any]:
        if "lines" in self.cleaned_data:
            blocks = self.with_marks(self.draft.content).blocks
            before = sent_from(self.data.get("base", "")) or sent(self._open_lines(self.draft))
            gone = partial(removed_blocks, self.draft.document)
            self.merged = merged(
                before, self.cleaned_data["lines"], blocks, self.ours, self.draft.lines, gone
            )
        return self.cleaned_data

    def with_marks(self, content: Content) -> Content:
        """`content` with what was typed into the marks beside the words."""
        return content

    @property
    def is_overtaken(self) -> bool:
        return bool(self.merged and self.merged.clashes)

    def says(self, content: Content) -> Content:
        assert self.merged, "asked before the form is valid"
        document = self.draft.document
        marked = self.with_marks(content)
        after = replace(marked, blocks=self.merged.blocks)
        after = read_again(marked, after, document.period_from, document.period_to)
        return done(self.act, self.data.get("words", ""), after, document) if self.act else after

    def told(self) -> Iterator[str]:
        if not self.merged:
            return
        for line in self.merged.kept_though_removed:
            yield f"Đoạn “{_short(line)}” anh/chị bỏ đi thì người khác vừa sửa, nên vẫn giữ lại."
        for line in self.merged.kept_though_gone:
            yield f"Đoạn “{_short(line)}” anh/chị sửa thì người khác vừa bỏ đi, nên vẫn giữ lại."


class BlockForm(BodyForm):
    """The line of one block (of a table those of its rows), and the parts of what hangs on it."""

    template = "desk/fields_block.html"

    def __init__(
        self, data: QueryDict | None = None, *, draft: Draft, block: Block, ours: bool | None = None
    ):
        self.block = block
        self.open_keys = frozenset(_with_rows(draft.content, block.key))
        self.choices = MarkChoices.for_block(draft.document, block)
        super().__init__(data, draft=draft, ours=ours)
        self.fields["lines"].widget.attrs["rows"] = max(3, min(16, len(self.initial["lines"]) // 50 + 2))
        self.fields["lines"].label = "Các hàng của bảng" if block.type == BlockType.TABLE else "Chữ của đoạn"
        self.targets = [
            TargetMarkForm(self._sent_to(f"target-{mark.id}"), block=block, mark=mark, choices=self.choices)
            for mark in in_order(block)
        ]
        self.task = self.charge = None
        if block.task:
            self.task = TaskMarkForm(
                self._sent_to("task"), content=draft.content, block=block, choices=self.choices
            )
        if block.charge:
            self.charge = ChargeMarkForm(self._sent_to("charge"), block=block, choices=self.choices)

    def _open_lines(self, draft: Draft) -> list[BodyLine]:
        lines = [line for line in draft.lines if line.key in self.open_keys]
        return [replace(line, parted=line.parted and place > 0) for place, line in enumerate(lines)]

    def _sent_to(self, prefix: str) -> Any:
        """What was sent of one mark; nothing of a mark that the page did not show."""
        shown = self.is_bound and any(name.startswith(f"{prefix}-") for name in self.data)
        return self.data if shown and self.ours is not False else None

    @property
    def mark_forms(self) -> list[TargetMarkForm | TaskMarkForm | ChargeMarkForm]:
        return [form for form in (*self.targets, self.task, self.charge) if form]

    @property
    def base_of_marks(self) -> str:
        return base_of_marks(self.block)

    @property
    def marks_typed_over(self) -> str:
        return self.data.get("marks", "") or self.base_of_marks

    def has_changed(self) -> bool:
        return super().has_changed() or self._has_changed_marks()

    def _has_changed_marks(self) -> bool:
        return any(form.is_bound and form.has_changed() for form in self.mark_forms)

    def is_valid(self) -> bool:
        """All at once: what is wrong with the words and with each mark."""
        return all([super().is_valid(), *(form.is_valid() for form in self.mark_forms if form.is_bound)])

    @property
    def is_overtaken(self) -> bool:
        base = self.data.get("marks", "")
        stale = bool(base) and base != self.base_of_marks and self.ours is None
        return super().is_overtaken or (stale and self._has_changed_marks())

    def with_marks(self, content: Content) -> Content:
        block = block_called(content, self.block.key)
        if block is None or not all(form.is_valid() for form in self.mark_forms if form.is_bound):
            return content
        for target in self.targets:
            block = with_parts(block, target.marked()) if target.is_bound else block
        if self.task and self.task.is_bound:
            block = replace(block, task=self.task.marked())
        if self.charge and self.charge.is_bound:
            block = replace(block, charge=self.charge.marked())
        return with_block(content, block)


def _with_rows(content: Content, key: str) -> Iterator[str]:
    """The key, and of a table those of its rows."""
    blocks = iter(content.blocks)
    table = next((block for block in blocks if block.key == key), None)
    yield key
    if table and table.type == BlockType.TABLE:
        for block in blocks:
            if block.type not in (BlockType.ROW, BlockType.NOTE):
                break
            yield block.key


def with_what_was_taken_out(content: Content, document: Document, key: str) -> Content:
    """`content` with the block `key` where it stood and as it stood, if somebody took it out meanwhile. Two queries."""
    block = next((block for block in removed_blocks(document) if block.key == key), None)
    if block is None or block.type == BlockType.TABLE:
        return content
    place = document.blocks.get(key=key).place
    return replace(content, blocks=(*content.blocks[:place], block, *content.blocks[place:]))


def _short(line: str) -> str:
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"
