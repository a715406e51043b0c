"""The words of a document on its page of the admin: typed as lines, laid by the one writer like every change.

Căn cứ, body and nơi nhận are rows of their own with keys of their own: were they written here row by row, versions
would not know of it and marks would lose their words. So the page holds lines, and says what it was opened over.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model

from childlabour.core.fields import own_field
from childlabour.core.vietnamese import clean, lines_of, split_lines
from childlabour.units.backoffice import RowForm
from childlabour.units.models import Unit
from plans.citing.acts import parsed_act
from plans.content.asking import content_of, removed_blocks
from plans.content.faults import faults_of
from plans.content.grounds import ground_of
from plans.content.groups import without_groups
from plans.content.lines import lines_of as lines_in_body
from plans.content.lines import text_of
from plans.content.shapes import content_as_data
from plans.content.values import Block, Content, Ground, Receiver
from plans.drafting.merging import merged, sent
from plans.models import Citation, Document, Purpose, Recipient
from plans.paper.extent import too_long
from plans.paper.file_copy import is_file_copy

T = TypeVar("T", Ground, Receiver)
LINES = ("citation_lines", "body_lines", "recipient_lines")
BESIDE_THE_WORDS = (
    "kind",
    "unit_id",
    "programme_id",
    "parent_id",
    "period_from",
    "period_to",
    "orientation_year",
    "seat",
    "symbol",
    "issued_on",
    "source_note",
)


def a_field_of_lines(label: str, rows: int, help_text: str) -> forms.CharField:
    box = forms.Textarea(attrs={"rows": rows, "class": "vLargeTextField"})
    return forms.CharField(label=label, required=False, strip=False, widget=box, help_text=help_text)


class DocumentForm(RowForm):
    citation_lines = a_field_of_lines("Căn cứ", 6, "Mỗi dòng một căn cứ, không ghi dấu ; ở cuối.")
    body_lines = a_field_of_lines(
        "Nội dung (mỗi dòng một khối)",
        36,
        "Dấu đầu dòng ghi như in: “I.”, “1.”, “a)”, “-”. **đậm**, *nghiêng*; ô của một hàng cách nhau “ | ”.",
    )
    recipient_lines = a_field_of_lines("Nơi nhận", 6, "Mỗi dòng một nơi, không ghi gạch đầu dòng và dấu ;.")
    base = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """A draft that was taken over keeps its issuer, for whom nothing new is begun."""
        super().__init__(*args, **kwargs)
        self.before = content_of(self.instance) if self.instance.pk else Content()
        base = digest_of(self.instance, self.before)
        self.initial = {**self.initial, **lines_of_content(self.before), "base": base}
        unit = self.fields.get("unit")
        if isinstance(unit, forms.ModelChoiceField) and unit.queryset is not None and self.instance.pk:
            unit.queryset |= Unit.objects.filter(pk=self.instance.unit_id)

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned = self.cleaned_data
        gone = partial(removed_blocks, self.instance) if self.instance.pk else tuple
        self.after = with_lines(self.before, cleaned, gone)
        if self.instance.pk and cleaned.get("base") != self.initial["base"] and self._says_otherwise():
            raise ValidationError(_why_stale(self.instance))
        problems = [*faults_of(self.after), *too_long(self.after, self.before)]
        if problems:
            self.add_error("body_lines", [problem.message for problem in problems])
        self._refuse("citation_lines", Citation, (ground.text for ground in self.after.citations))
        self._refuse("recipient_lines", Recipient, (receiver.text for receiver in self.after.recipients))
        return cleaned

    def _says_otherwise(self) -> bool:
        """Whether what was typed is not what stands there by now, whoever wrote it."""
        return self.after != self.before or bool({*self.changed_data} - {*LINES, "base"})

    def _refuse(self, name: str, of: type[Model], texts: Iterable[str]) -> None:
        """What no row of theirs may hold, each with its reason."""
        for text in texts:
            try:
                own_field(of, "text").clean(text, None)
            except ValidationError as fault:
                self.add_error(name, fault)

    @property
    def content(self) -> Content:
        """What the document is to say, with the words of the head that were typed beside the lines.

        Groups are of a programme: with another one the targets leave theirs.
        """
        document, blocks = self.instance, self.after.blocks
        return replace(
            self.after,
            blocks=without_groups(blocks) if "programme" in self.changed_data else blocks,
            title=document.title,
            addressees=tuple(lines_of(document.addressees)),
            signature_lines=tuple(lines_of(document.signature_lines)),
            signer=document.signer,
        )


def lines_of_content(content: Content) -> dict[str, str]:
    """By the names of the fields above."""
    return {
        "citation_lines": "\n".join(ground.text for ground in content.citations),
        "body_lines": text_of(content.blocks),
        "recipient_lines": "\n".join(receiver.text for receiver in content.recipients),
    }


def with_lines(
    content: Content, typed: dict[str, Any], gone: Callable[[], Sequence[Block]] = tuple
) -> Content:
    """`content` saying what was typed; a line that did not change, or was moved, keeps all that is known of it.

    `gone`: blocks that were taken out before, asked for where a line is new.
    """
    lines = lines_in_body(content.blocks)
    return replace(
        content,
        citations=_kept(typed.get("citation_lines", ""), content.citations, _ground, Citation),
        blocks=merged(
            sent(lines), typed.get("body_lines", ""), content.blocks, lines_now=lines, gone=gone
        ).blocks,
        recipients=_kept(typed.get("recipient_lines", ""), content.recipients, _receiver, Recipient),
    )


def digest_of(document: Document, content: Content) -> str:
    """Sixteen hex digits of all that the page shows: sent out with it, compared when it comes back."""
    said = [content_as_data(content), [str(getattr(document, column)) for column in BESIDE_THE_WORDS]]
    written = json.dumps(said, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def _kept(text: str, was: Sequence[T], read: Callable[[str], T], of: type[Model]) -> tuple[T, ...]:
    left = {one.text: one for one in reversed(was)}
    as_stored = own_field(of, "text").to_python
    typed = (line.strip() for line in split_lines(clean(text)))
    bare = ((line, as_stored(line.lstrip("-–+• "))) for line in typed)
    return tuple(left.get(line) or left.get(words) or read(words) for line, words in bare if words)


def _ground(line: str) -> Ground:
    return ground_of(parsed_act(line))


def _receiver(line: str) -> Receiver:
    return Receiver(line, (Purpose.FILE if is_file_copy(line) else Purpose.ACT).value)


def _why_stale(document: Document) -> str:
    last = document.versions.order_by("-number").values_list("officer_name", flat=True).first()
    return (
        f"Chưa lưu: từ khi mở trang này, {last or 'người khác'} đã sửa văn bản. Chữ anh/chị gõ vẫn còn nguyên dưới "
        "đây. Mở văn bản ở một cửa sổ khác để xem bản mới, chép phần của mình sang đó rồi lưu."
    )
