"""Đọc từ tệp: one file, many files or a text, sent to be read; what is on its way in."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from childlabour.core.errors import Problem, Refusal
from childlabour.core.forms import ManyFilesField, ManyFilesInput
from childlabour.jobs.models import worker_is_alive
from childlabour.units.gate import OfficersRequest, officers_only, sent, takes_form
from childlabour.units.models import Officer, Unit
from plans.edxml.opening import Letter, is_edxml, letter_of
from plans.law.rights import issuers_for, usual_issuer
from plans.models import Intake, Origin
from plans.reading import intakes
from plans.reading.later import PASTED, take_all_in, take_in
from plans.reading.sources import limits
from plans.reading.sources.refusing import Unreadable
from plans.web.door import REFUSED, Attempt

MOST_SHOWN = 10  # on their way in, beside the form
MOST_LISTED = 200
READABLE = (".docx", ".doc", ".pdf", ".txt")  # of what an edXML file brings
MOST_FILES = 50  # at once: a folder of ten years' plans


class SourceForm(forms.Form):
    unit = forms.ModelChoiceField(Unit.objects.none(), label="Cơ quan ban hành", empty_label=None)
    file = ManyFilesField(
        most=MOST_FILES,
        label="Tệp văn bản",
        required=False,
        help_text="Một hay nhiều tệp .docx, .doc, .pdf có chữ, .txt, .edxml, mỗi tệp tối đa 20 MB; kéo thả tệp hoặc "
        "cả thư mục vào đây cũng được. Bỏ họ tên, địa chỉ của trẻ em trước khi gửi.",
        widget=ManyFilesInput(attrs={"accept": ".docx,.doc,.pdf,.txt,.edxml"}),
    )
    text = forms.CharField(
        label="Hoặc dán văn bản", required=False, strip=False, widget=forms.Textarea(attrs={"rows": 8})
    )

    def __init__(self, *args: Any, officer: Officer, **kwargs: Any):
        super().__init__(*args, **kwargs)
        units = issuers_for(officer).exclude(symbol="")
        cast("forms.ModelChoiceField[Unit]", self.fields["unit"]).queryset = units
        self.fields["unit"].initial = usual_issuer(units)
        self.letters: list[Letter] = []  # of the edXML files that were sent

    def clean(self) -> dict[str, Any]:
        facts: dict[str, Any] = self.cleaned_data
        if "file" in facts and not facts["file"] and not facts.get("text", "").strip():
            self.add_error("file", "Chọn một tệp hoặc dán văn bản vào ô bên dưới.")
        return facts

    def send(self, officer: Officer, origin: str) -> list[Intake]:
        """To be read by a worker, each by itself. Raises `Unreadable` when the only one is too large."""
        unit, files, text = (self.cleaned_data[name] for name in ("unit", "file", "text"))
        if not files:
            if len(text) > limits.CHARACTERS:
                raise Unreadable("too_long")
            data = text.encode("utf-8", errors="replace")
            return [take_in(officer, unit, PASTED, data, origin, is_pasted=True)]
        if len(files) == 1 and not is_edxml(files[0].name or "") and (files[0].size or 0) > limits.FILE_BYTES:
            raise Unreadable("too_large")
        return take_all_in(officer, unit, self._opened(files), origin)

    def _opened(self, files: list["UploadedFile[bytes]"]) -> list["File[bytes]"]:
        """An edXML file is the papers that it brings, each named by the letter it came with."""
        found: list[File[bytes]] = []
        for file in files:
            if not is_edxml(file.name or ""):
                found.append(file)
                continue
            letter = letter_of(file.read())
            self.letters.append(letter)
            found += [
                ContentFile(data, f"{letter.code.replace('/', '-')} {letter.issuer} - {name}".strip(" -"))
                for name, data in letter.files
                if name.lower().endswith(READABLE)
            ]
        if not found:
            raise Refusal(Problem("Tệp edXML không kèm tệp .docx, .doc, .pdf hay .txt nào để đọc.", "file"))
        return found


@takes_form
@officers_only
def source(request: OfficersRequest) -> HttpResponse:
    return _source(request, Origin.HERE)


@takes_form
@officers_only
def old_paper(request: OfficersRequest) -> HttpResponse:
    """Papers issued before there was this system: what becomes of them is settled here, when their drafts are made."""
    return _source(request, Origin.CARRIED_OVER)


def _source(request: OfficersRequest, origin: str) -> HttpResponse:
    again = sent(request)
    initial = again.typed.dict() if again.waited else None
    form = SourceForm(request.POST or None, request.FILES or None, officer=request.user, initial=initial)
    attempt = Attempt(request)
    if request.method == "POST" and form.is_valid():
        with attempt:
            taken = form.send(request.user, origin)
            for letter in form.letters:
                messages.success(request, f"Đã mở tệp edXML: {letter.words}.{_checked(letter)}")
            return _on_its_way(taken, request.user)
    context = {
        "nav": "desk",
        "is_of_old_times": origin == Origin.CARRIED_OVER,
        "form": form,
        "problems": attempt.problems,
        "sent": again,
        "intakes": intakes.open_for(request.user)[:MOST_SHOWN],
        "worker_is_alive": worker_is_alive(),
    }
    status = REFUSED if request.method == "POST" else 200
    return render(request, "desk/reading.html", context, status=status)


def _checked(letter: Letter) -> str:
    return (
        " Tệp kèm theo khớp mã kiểm tra."
        if letter.is_checked
        else " Tệp kèm theo không có mã kiểm tra để đối chiếu."
    )


def _on_its_way(taken: list[Intake], officer: Officer) -> HttpResponse:
    """One file is waited for, many are watched in the list; one that was there already is where it is."""
    if len(taken) > 1:
        return redirect("reading:intakes")
    if taken[0].is_under_way and taken[0].officer_id == officer.pk:
        return redirect("jobs:job", taken[0].job_id)
    return redirect("reading:reviewed", taken[0].pk)


@require_safe
@officers_only
def listed(request: OfficersRequest) -> HttpResponse:
    """What the officer's units are reading in, and how far each is. Two queries."""
    rows = list(intakes.open_for(request.user)[:MOST_LISTED])
    under_way = [row for row in rows if row.is_under_way]
    context = {
        "nav": "desk",
        "intakes": rows,
        "under_way": len(under_way),
        "ready": sum(row.is_read for row in rows),
        "worker_is_alive": not under_way or worker_is_alive(),
    }
    return render(request, "desk/intakes.html", context)


@require_safe
@officers_only
def latest(request: OfficersRequest) -> HttpResponse:
    """What was read last and not yet saved."""
    row = intakes.open_for(request.user).read().first()
    return redirect("reading:reviewed", row.pk) if row else redirect("reading:source")


@require_safe
@officers_only
def of_job(request: OfficersRequest, number: int) -> HttpResponse:
    """From the work that read a file to what was read."""
    row = Intake.objects.visible_to(request.user).filter(job=number).only("pk").first()
    return redirect("reading:reviewed", row.pk) if row else redirect("reading:intakes")
