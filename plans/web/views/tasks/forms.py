"""What each step of a task asks for. Fields have the names of what the step asks."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.http import QueryDict

from childlabour.core import lengths
from childlabour.core.clock import today
from childlabour.core.errors import Problem, Refusal
from childlabour.core.forms import DayFormField
from childlabour.core.steps import Step
from childlabour.units.access import Someone, viewer
from childlabour.units.holding import holding_the_office_of
from childlabour.units.models import Officer, Post, Unit
from plans.followup.detailing import OF_THE_ISSUER, OF_THE_UNIT, label_of, leading, posts_of, serving
from plans.followup.steps import ASSIGNMENTS
from plans.followup.together import TOGETHER
from plans.law.belonging import document_of
from plans.law.recurring import Recurrence
from plans.models import Assignment, AssignmentRole, Document, Move, Priority
from plans.models.task import Task

TEXT_OF = {
    Move.REFUSE: "lý do từ chối",
    Move.ASK_MORE_TIME: "lý do xin gia hạn",
    Move.GRANT: "lời nhắn",
    Move.DECLINE: "lý do không gia hạn",
    Move.EXTEND: "lý do gia hạn",
    Move.GIVE_AGAIN: "lý do vẫn giao",
    Move.TRANSFER: "lý do chuyển",
    Move.SUSPEND: "lý do tạm dừng",
    Move.RESUME: "lời nhắn khi cho làm tiếp",
    Move.RECALL: "lý do thu hồi",
    Move.CLOSE: "vì sao không thực hiện được",
    Move.REOPEN: "lý do mở lại",
}
DAY_OF = {
    Move.FINISH: ("ngày làm xong", "Khi khác hôm nay. Đúng hạn hay không tính theo ngày báo cáo."),
    Move.ASK_MORE_TIME: ("xin gia hạn đến ngày", "Ví dụ 15/12/2026."),
    Move.GRANT: ("gia hạn đến ngày", "Để trống: theo ngày đơn vị xin."),
    Move.EXTEND: ("thời hạn mới", "Ví dụ 15/12/2026."),
    Move.TRANSFER: ("thời hạn cho đơn vị mới", "Để trống: giữ thời hạn cũ."),
    Move.RESUME: ("thời hạn mới khi làm tiếp", "Để trống: giữ thời hạn cũ."),
    Move.REOPEN: ("thời hạn mới khi mở lại", "Để trống: giữ thời hạn cũ."),
}
PAPER_OF = {
    Move.FINISH: ("số, ký hiệu văn bản nộp", "Ví dụ 45/BC-UBND ngày 20/11/2026."),
    Move.CLOSE: ("văn bản chấp nhận", "Số, ký hiệu, ngày, cơ quan ban hành."),
}


class StepForm(forms.Form):
    """Of one step with one assignment; nothing is required here, for the step itself says what is missing."""

    def __init__(self, step: Step, assignment: Assignment, reader: Someone, data: Any = None) -> None:
        super().__init__(data, auto_id=f"{step.name}-%s")
        self.step, self.assignment, self.reader = step, assignment, reader
        asked = {ask.name for ask in step.asks}
        move = Move(str(step.name))
        if "unit" in asked:
            units = units_to_give(document_of(assignment), reader).exclude(pk=assignment.unit_id)
            self.fields["unit"] = forms.ModelChoiceField(
                units,
                help_text=why_no_unit(units, document_of(assignment)),
                label="đơn vị nhận thay",
                required=False,
                empty_label="chọn đơn vị",
            )
        if "day" in asked:
            label, help_text = DAY_OF[move]
            self.fields["day"] = DayFormField(label=label, help_text=help_text, required=False)
        if "paper" in asked:
            label, help_text = PAPER_OF[move]
            self.fields["paper"] = forms.CharField(
                label=label, help_text=help_text, required=False, max_length=lengths.FULL_NAME
            )
        if "details" in asked:
            self.fields |= self._details(move)
        else:
            self.fields["text"] = forms.CharField(
                label=TEXT_OF.get(move, ""),
                required=False,
                max_length=lengths.PROSE,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
        if move == Move.ASK_MORE_TIME and not self.is_bound and assignment.asked_until:
            self.fields["day"].initial = assignment.asked_until

    def _details(self, move: Move) -> dict[str, forms.Field]:
        fields = self._of_the_unit() if move == Move.ALLOT else self._of_the_issuer()
        for name, field in fields.items():
            field.label, field.required = label_of(name), False
            field.initial = getattr(self.assignment, name)
        return fields

    def _of_the_unit(self) -> dict[str, forms.Field]:
        unit = self.assignment.unit_id
        return {
            "post": forms.ModelChoiceField(posts_of(unit, self.reader), empty_label="không ghi"),
            "person": forms.ModelChoiceField(_as_rows(serving(unit)), empty_label="không ghi"),
        }

    def _of_the_issuer(self) -> dict[str, forms.Field]:
        leaders = _as_rows(leading(document_of(self.assignment).unit_id))
        fields: dict[str, forms.Field] = {
            "leader": forms.ModelChoiceField(leaders, empty_label="không ghi"),
            "priority": forms.ChoiceField(choices=[("", "thường"), *Priority.choices]),
            "recurs": forms.ChoiceField(choices=[("", "một lần"), *Recurrence.choices]),
            "product": forms.CharField(max_length=lengths.PRODUCT),
            "responsibility": forms.CharField(max_length=lengths.REASON, widget=forms.Textarea({"rows": 2})),
            "authority": forms.CharField(max_length=lengths.REASON, widget=forms.Textarea({"rows": 2})),
        }
        is_over = document_of(self.assignment).last_day < today()
        if self.assignment.turn or (is_over and not self.assignment.recurs):
            del fields["recurs"]
        return fields

    def told(self) -> dict[str, Any]:
        """What the step is told; raises Refusal with everything that could not be read."""
        if not self.is_valid():
            raise Refusal(*problems_in(self))
        said = dict(self.cleaned_data)
        names = [name for name in (*OF_THE_ISSUER, *OF_THE_UNIT) if name in said]
        return said | {"details": {name: said.pop(name) for name in names}} if names else said


def _as_rows(officers: list[Officer]) -> QuerySet[Officer]:
    return Officer.objects.filter(pk__in=[one.pk for one in officers])


def problems_in(form: forms.Form) -> list[Problem]:
    return [
        Problem(f"{_label(form, name)}: {message}" if name in form.fields else message, name)
        for name, messages in form.errors.get_json_data().items()
        for message in (one["message"] for one in messages)
    ]


def _label(form: forms.Form, name: str) -> str:
    label = str(form.fields[name].label)
    return f"{label[:1].upper()}{label[1:]}"


def units_to_give(document: Document, reader: Someone) -> QuerySet[Unit]:
    """Below the issuer, or beside it, and below whoever holds its office now; of those that have ended whatever holds
    theirs. Only what works today.
    """
    givers = {document.unit_id, *viewer(reader).unit_ids}
    below = Unit.objects.filter(Q(superior__in=givers) | Q(drafts_for__in=givers))
    return holding_the_office_of(list(below.values_list("pk", flat=True))).order_by("name")


def why_no_unit(units: QuerySet[Unit], document: Document) -> str:
    """ "" where there is one to choose."""
    if units.exists():
        return ""
    return f"Không còn đơn vị nào khác đang hoạt động thuộc {document.unit}, hoặc thay đơn vị đã kết thúc hoạt động."


ASKED_TWICE = frozenset({Move.RECALL.value})


class GiveForm(forms.Form):
    units = forms.ModelMultipleChoiceField(
        Unit.objects.none(), label="giao cho", required=False, widget=forms.CheckboxSelectMultiple
    )
    role = forms.ChoiceField(label="vai trò", choices=AssignmentRole.choices)
    due_on = DayFormField(
        label="thời hạn", required=False, help_text="Để trống: theo thời hạn của nhiệm vụ trong văn bản."
    )
    text = forms.CharField(
        label="lời giao",
        required=False,
        max_length=lengths.REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Đơn vị đọc được ở trang nhiệm vụ.",
    )

    def __init__(self, task: Task, document: Document, reader: Someone, data: Any = None) -> None:
        super().__init__(data)
        there = Assignment.objects.filter(task=task, turn="").values("unit")
        units = units_to_give(document, reader).exclude(pk__in=there)
        self.fields["units"].queryset = units  # type: ignore[attr-defined]
        self.fields["units"].help_text = why_no_unit(units, document)


class TogetherForm(forms.Form):
    """`sure` is asked for what takes work away from many at once."""

    move = forms.ChoiceField(
        label="việc làm",
        choices=[(move, ASSIGNMENTS[move].words.name) for move in TOGETHER],
    )
    day = DayFormField(label="thời hạn mới", required=False, help_text="Khi gia hạn.")
    text = forms.CharField(
        label="lý do, lời nhắn",
        required=False,
        max_length=lengths.REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    sure = forms.BooleanField(label="Đã xem lại, thu hồi các việc này", required=False)

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data)
        if data is None or data.get("move") not in ASKED_TWICE:
            del self.fields["sure"]


class WorkItemForm(forms.Form):
    words = forms.CharField(
        label="đầu việc",
        max_length=lengths.HEADING,
        error_messages={"required": "ghi việc phải làm."},
    )
    due_on = DayFormField(label="thời hạn của đầu việc", required=False)
    post = forms.ModelChoiceField(
        Post.objects.none(), label="chức danh làm đầu việc", required=False, empty_label="không ghi"
    )

    def __init__(self, assignment: Assignment, reader: Someone, data: Any = None) -> None:
        super().__init__(data, auto_id="item-%s")
        self.fields["post"].queryset = posts_of(assignment.unit_id, reader)  # type: ignore[attr-defined]
