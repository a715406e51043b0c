"""Đọc từ tệp: a file or a text, what was read from it beside what it would become, then a draft."""

from dataclasses import replace
from decimal import Decimal

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from childlabour.core import lengths
from childlabour.core.errors import Refusal
from childlabour.core.vietnamese import FIRST_PERIOD, LAST_PERIOD, lines_of, read_number, write_number
from childlabour.jobs.models import Job, worker_is_alive
from childlabour.units.gate import officers_only, sent, takes_form
from childlabour.units.models import Unit
from plans.law.rights import issuers_for, usual_issuer
from plans.models import Origin
from plans.reading import ReadDraft
from plans.reading.later import (
    draft_read,
    origin_of,
    read_file,
    read_later,
    read_pasted_later,
    readings_of,
    save_once,
)
from plans.reading.parts.draft import PassageRole, Weight
from plans.reading.review.reviewing import Choices, reviewed, with_parts
from plans.web.door import REFUSED, Attempt
from targets.models import ObjectiveGroup
from targets.models.target import ComparatorChoice
from targets.statements import Comparator
from targets.validation import value_in_range

MOST_READINGS = 10  # sent earlier and not yet saved, shown beside the form

ROLES = {
    PassageRole.STATE: "quốc hiệu",
    PassageRole.SUPERIOR: "cơ quan chủ quản",
    PassageRole.ISSUER: "cơ quan ban hành",
    PassageRole.NUMBER: "số, ký hiệu",
    PassageRole.DATE: "nơi, ngày",
    PassageRole.KIND: "tên loại",
    PassageRole.TITLE: "trích yếu",
    PassageRole.ADDRESSEE: "kính gửi",
    PassageRole.CITATION: "căn cứ",
    PassageRole.PREAMBLE: "mở đầu",
    PassageRole.HEADING: "tên phần",
    PassageRole.CLOSING: "câu kết",
    PassageRole.RECIPIENT: "nơi nhận",
    PassageRole.SIGNATURE: "quyền hạn, chức vụ",
    PassageRole.SIGNER: "người ký",
    PassageRole.ANNEX: "phụ lục",
    PassageRole.NOTE: "không đưa vào",
    PassageRole.LEFT_OUT: "bỏ qua",
}


class SourceForm(forms.Form):
    unit = forms.ModelChoiceField(Unit.objects.none(), label="Cơ quan ban hành", empty_label=None)
    file = forms.FileField(
        label="Tệp văn bản",
        required=False,
        help_text="Nhận .docx, .doc, .pdf có chữ và .txt, tối đa 20 MB. Bỏ họ tên, địa chỉ của trẻ em trước khi gửi.",
        widget=forms.ClearableFileInput(attrs={"accept": ".docx,.doc,.pdf,.txt"}),
    )
    text = forms.CharField(
        label="Hoặc dán văn bản", required=False, strip=False, widget=forms.Textarea(attrs={"rows": 8})
    )

    def __init__(self, *args, officer, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units = issuers_for(officer).exclude(symbol="")
        self.fields["unit"].initial = usual_issuer(units)

    def clean(self):
        if not self.cleaned_data.get("file") and not self.cleaned_data.get("text", "").strip():
            self.add_error("file", "Chọn một tệp hoặc dán văn bản vào ô bên dưới.")
        return self.cleaned_data

    def send(self, officer, origin: str) -> Job:
        """To be read by a worker. Raises `Unreadable` when it is too large."""
        unit, file = self.cleaned_data["unit"], self.cleaned_data.get("file")
        if not file:
            return read_pasted_later(officer, unit, self.cleaned_data["text"], origin)
        return read_later(officer, unit, file, origin)


@takes_form
@officers_only
def source(request):
    return _source(request, Origin.HERE)


@takes_form
@officers_only
def old_paper(request):
    """A paper issued before there was this system: what becomes of it is settled here, when its draft is made."""
    return _source(request, Origin.CARRIED_OVER)


def _source(request, origin: str):
    again = sent(request)
    initial = again.typed.dict() if again.waited else None
    form = SourceForm(request.POST or None, request.FILES or None, officer=request.user, initial=initial)
    attempt = Attempt(request)
    if request.method == "POST" and form.is_valid():
        with attempt:
            return redirect("jobs:job", form.send(request.user, origin).pk)
    context = {
        "nav": "desk",
        "is_of_old_times": origin == Origin.CARRIED_OVER,
        "form": form,
        "problems": attempt.problems,
        "sent": again,
        "readings": readings_of(request.user)[:MOST_READINGS],
        "worker_is_alive": worker_is_alive(),
    }
    status = REFUSED if request.method == "POST" else 200
    return render(request, "desk/reading.html", context, status=status)


@require_safe
@officers_only
def latest(request):
    """What was read last and not yet saved."""
    job = readings_of(request.user).done().first()
    return redirect("reading:reviewed", job.pk) if job else redirect("reading:source")


@takes_form
@officers_only
def review(request, number):
    job = get_object_or_404(Job.objects.visible_to(request.user).of(read_file).done(), pk=number)
    if "document" in job.result:
        return redirect("desk:editor", job.result["document"])
    draft = draft_read(job)
    unit = get_object_or_404(Unit.objects.select_related("place"), pk=job.what["unit"])
    again = sent(request)
    attempt = Attempt(request)
    if request.method == "POST":
        with attempt:
            document = save_once(job, reviewed(draft, _choices(draft, request.POST)), request.user, unit)
            messages.success(request, "Đã lưu thành dự thảo. Kiểm tra lại từng phần trước khi trình.")
            return redirect("desk:editor", document)
    context = _shown(draft, unit, again.typed) | {
        "problems": attempt.problems,
        "sent": again,
        "is_of_old_times": origin_of(job) == Origin.CARRIED_OVER,
    }
    status = REFUSED if attempt.problems else 200
    return render(request, "desk/reading_review.html", context, status=status)


# --- What was decided ---------------------------------------------------------------------------------


def _choices(draft: ReadDraft, posted) -> Choices:
    """Raises `Refusal` with every figure that cannot be read."""
    refused: list = []
    targets = {}
    for number, target in enumerate(draft.targets):
        if f"target-{number}" in posted:
            try:
                targets[number] = _target(target, number, posted)
            except ValueError as fault:
                refused.append(f"Chỉ tiêu thứ {number + 1}: {fault}")
    if refused:
        raise Refusal(*refused)
    return Choices(
        title=" ".join(posted.get("title", "").split()),
        place=posted.get("place", "").strip(),
        recipients=lines_of(posted.get("recipients", "")),
        authority=lines_of(posted.get("authority", "")),
        signer=posted.get("signer", "").strip(),
        targets=targets,
        tasks=_numbers(posted, "task"),
        citations=_numbers(posted, "citation"),
        slips=_numbers(posted, "slip"),
    )


def _target(target, number: int, posted):
    comparator = posted.get(f"comparator-{number}", "")
    written = posted.get(f"value-{number}", "").strip()
    value = read_number(written) if written else None
    needs_value = comparator not in ("", Comparator.MINIMISE, Comparator.MAXIMISE)
    if needs_value != (value is not None):
        raise ValueError("chọn cách so sánh và nhập giá trị, hoặc để trống cả hai nếu là chỉ tiêu định tính.")
    unit = posted.get(f"unit-{number}", "").strip()
    if refused := value_in_range(unit, value):
        raise ValueError(f"{refused[:1].lower()}{refused[1:]}")
    statement = replace(
        target.statement,
        comparator=Comparator(comparator) if comparator else None,
        value=value,
        unit=unit,
        horizon=_year(posted.get(f"horizon-{number}", "").strip()),
    )
    return with_parts(target, statement, posted.get(f"group-{number}", ""))


def _year(written: str) -> int | None:
    if not written:
        return None
    year = int(written) if written.isdecimal() and len(written) == 4 else 0
    if not FIRST_PERIOD <= year <= LAST_PERIOD:
        raise ValueError(f"năm đạt phải từ {FIRST_PERIOD} đến {LAST_PERIOD}; đang ghi “{written}”.")
    return year


def _numbers(posted, name: str) -> frozenset[int]:
    return frozenset(int(value) for value in posted.getlist(name) if value.isdecimal())


# --- What is shown ------------------------------------------------------------------------------------


def _shown(draft: ReadDraft, unit: Unit, posted) -> dict:
    groups = dict(
        ObjectiveGroup.objects.order_by("programme__period_from", "order").values_list("code", "name")
    )
    return {
        "nav": "desk",
        "draft": draft,
        "unit": unit,
        "passages": list(_passages(draft)),
        "targets": sorted(
            (_row(number, target, posted) for number, target in enumerate(draft.targets)),
            key=lambda row: not row["target"].is_doubtful,
        ),
        "texts": _texts(draft, posted),
        "tasks": [
            (n, task, not posted or n in _numbers(posted, "task")) for n, task in enumerate(draft.tasks)
        ],
        "citations": [
            (n, act, not posted or n in _numbers(posted, "citation"))
            for n, act in enumerate(draft.citations)
            if act.is_basis
        ],
        "slips": [
            (n, found, n in _numbers(posted, "slip"))
            for n, found in enumerate(draft.findings)
            if found.code == "slip"
        ],
        "doubts": [f for f in draft.findings if f.weight is not Weight.NOTE and f.code not in OWN_PLACE],
        "groups": groups,
        "longest": lengths,
        "comparators": ComparatorChoice.choices,
        "left_out": sum(role is PassageRole.LEFT_OUT for role in draft.roles),
    }


OWN_PLACE = frozenset({"slip", "target_doubtful"})  # shown where they are decided


def _texts(draft: ReadDraft, posted) -> dict[str, str]:
    """The texts of the form: as they came back refused, else as they were read."""
    read = {
        "title": draft.title,
        "place": draft.place,
        "recipients": "\n".join(draft.recipients),
        "authority": "\n".join(draft.signer.lines),
        "signer": draft.signer.name,
    }
    return {name: posted.get(name, text) for name, text in read.items()}


def _row(number: int, target, posted) -> dict:
    return {
        "number": number,
        "target": target,
        "kept": f"target-{number}" in posted if posted else True,  # nothing is dropped by default
        "comparator": posted.get(f"comparator-{number}", target.statement.comparator or ""),
        "value": posted.get(f"value-{number}", _figure(target.statement.value)),
        "unit": posted.get(f"unit-{number}", target.statement.unit),
        "horizon": posted.get(f"horizon-{number}", target.statement.horizon or ""),
        "group": posted.get(f"group-{number}", target.group),
    }


def _figure(value: Decimal | None) -> str:
    return "" if value is None else write_number(value)


def _passages(draft: ReadDraft):
    """Each passage with its role and its text cut at the spans of targets and slips, to be marked."""
    marks: dict[int, list[tuple[int, int, str]]] = {}
    for number, target in enumerate(draft.targets):
        for span in target.spans:
            marks.setdefault(span.passage, []).append((span.start, span.end, f"target-{number}"))
    for number, found in enumerate(draft.findings):
        if found.code == "slip" and found.span:
            marks.setdefault(found.span.passage, []).append(
                (found.span.start, found.span.end, f"slip-{number}")
            )
    for place, (passage, role) in enumerate(zip(draft.passages, draft.roles, strict=True)):
        yield {
            "place": place,
            "passage": passage,
            "role": ROLES.get(role, ""),
            "kind": str(role),
            "pieces": list(_cut(passage.text, sorted(marks.get(place, [])))),
        }


def _cut(text: str, spans: list[tuple[int, int, str]]):
    at = 0
    for start, end, name in spans:
        if start < at:
            continue  # a slip inside a target: the target's mark holds it
        yield text[at:start], ""
        yield text[start:end], name
        at = end
    yield text[at:], ""
