"""For whoever holds a paper or a file: is it ours, unchanged, in force?"""

from functools import lru_cache
from typing import Any

from django import forms
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from childlabour.core.clock import today
from childlabour.units.gate import takes_form
from childlabour.units.models import Unit
from plans.issuing.checking import taken_out_of
from plans.issuing.freezing import sha256
from plans.issuing.signing import signatures_on
from plans.issuing.verification_code import tidy_code
from plans.law.belonging import rows_of, to_document
from plans.models import PUBLISHED, AnnexFile, Document, Issue, Scan, TakeDown, TakeDownState
from plans.pages.old_papers import old_paper_of
from plans.pages.stamps import Evidence, marks_of, standing_of, verdict_of
from plans.paper import authentic
from plans.signatures.asking import page_of_issued
from plans.signatures.pades.asking import signatures_in
from plans.web.door import Attempt

from .forms import FileForm


class CodeForm(forms.Form):
    code = forms.CharField(label="mã tra cứu in dưới văn bản", max_length=40)


@require_safe
def verify(request: HttpRequest, code: str) -> HttpResponse:
    """Everything that the holder of the paper may know. A code that leads nowhere says so, and no more."""
    tidy = tidy_code(code)
    if tidy != code and tidy:
        return redirect("issuing:verify", tidy)
    document = _issued(tidy)
    if document is None:
        return render(request, "issuing/unknown.html", {"code": code}, status=404)
    attempt = Attempt(request)
    context = _evidence(document, attempt)
    return attempt.marks(render(request, "issuing/verified.html", context | {"unread": attempt.problems}))


@takes_form
def ask(request: HttpRequest) -> HttpResponse:
    """Type a code, or drop a PDF. What is dropped is looked at and forgotten."""
    code_form = CodeForm(request.GET if "code" in request.GET else None)
    if code_form.is_valid():
        code = tidy_code(code_form.cleaned_data["code"])
        if code:
            return redirect("issuing:verify", code)
        code_form.add_error("code", "Mã có 16 chữ và số, chia bốn nhóm: xem lại trên văn bản.")
    file_form = FileForm(request.POST or None, request.FILES or None)
    context = {"nav": "verify", "code_form": code_form, "file_form": file_form}
    attempt = Attempt(request)
    if request.method == "POST" and file_form.is_valid():
        context |= _judged(attempt, file_form.cleaned_data["file"].read())
    return attempt.marks(render(request, "issuing/ask.html", context))


@require_safe
def first_page(request: HttpRequest, code: str) -> HttpResponse:
    """The first page of the stored paper, to hold beside the one in hand."""
    document = _issued(tidy_code(code))
    digest = (
        Issue.objects.filter(document=document).values_list("sha256", flat=True).first() if document else None
    )
    if not digest:
        raise Http404
    response = HttpResponse(_drawn(digest), content_type="image/png")
    response["Cache-Control"] = "private, max-age=600"
    return response


@lru_cache(maxsize=64)  # of some 100 kB each
def _drawn(digest: str) -> bytes:
    """Raises Http404 when words were taken out of the paper since its hash was read."""
    pdf = Issue.objects.filter(sha256=digest).values_list("pdf", flat=True).first()
    if pdf is None:
        raise Http404
    return page_of_issued(bytes(pdf))


def _issued(code: str) -> Document | None:
    if not code:
        return None
    documents = Document.objects.filter(verification_code=code, status__in=PUBLISHED)
    return authentic.with_authentic(documents.select_related("unit__place")).first()


def _evidence(document: Document, attempt: Attempt) -> dict[str, Any]:
    """What is known without opening the paper is shown even when the signatures cannot be looked at now."""
    issue = Issue.objects.filter(document=document).first()
    if issue is None:
        raise Http404
    pdf, seen = bytes(issue.pdf), None
    annexes: list[dict[str, Any]] = [{"file": annex, "seen": ()} for annex in rows_of(AnnexFile, document)]
    with attempt:
        seen = signatures_on(document, pdf, issue.issued_at)
        for annex in annexes:
            annex["seen"] = signatures_in(annex["file"].current, held_since=issue.issued_at)
    files = [(pdf, issue.sha256), *((one["file"].current, one["file"].sha256) for one in annexes)]
    by_hand = list(document.signatures.filter(means="hand"))
    taken_out = list(taken_out_of(document))
    old_paper = old_paper_of(document)
    evidence = Evidence(
        today(),
        is_whole=all(sha256(data) == digest for data, digest in files),
        seen=seen,
        by_hand=by_hand,
        is_shorter=bool(taken_out),
        old_paper=old_paper,
        heirs=_heirs_of(document.unit),
    )
    return {
        "nav": "verify",
        "document": document,
        "verdict": verdict_of(document, evidence),
        "marks": marks_of(document, evidence),
        "issue": issue,
        "is_whole": evidence.is_whole,
        "annexes": annexes,
        "seen": seen,
        "by_hand": by_hand,
        "old_paper": old_paper,
        "taken_out": taken_out,
        "authentic_words": authentic.words_of(document),
        "authentic_address": authentic.address_of(document),
        "scan": Scan.objects.filter(document=document).defer("pdf").first(),
        "later": document.later_relations.filter(later__status__in=PUBLISHED).select_related("later__unit"),
        "earlier": document.earlier_relations.filter(earlier__status__in=PUBLISHED).select_related(
            "earlier__unit"
        ),
    }


def _heirs_of(unit: Unit) -> list[str]:
    """One query where the unit has ended, else none."""
    return [str(heir) for heir in unit.successors.all()] if unit.valid_to else []


def _judged(attempt: Attempt, data: bytes) -> dict[str, Any]:
    """Whether the file is one of ours byte for byte, and what its signatures say in any case."""
    digest = sha256(data)
    issue = Issue.objects.filter(sha256=digest).select_related("document__unit").defer("pdf").first()
    scan = Scan.objects.filter(sha256=digest).select_related("document__unit").defer("pdf").first()
    published = {to_document(AnnexFile, "status__in"): PUBLISHED}
    annex = AnnexFile.objects.filter(sha256=digest, **published).select_related("copy").first()
    ours = issue or (scan if scan and scan.document.status in PUBLISHED else annex and annex.copy)
    seen = None
    with attempt:
        seen = None if ours else signatures_in(data, is_strangers=True)
    return {
        "judged": True,
        "digest": digest,
        "ours": ours,
        "standing": standing_of(ours.document, today()) if ours else None,
        "taken_out": None if ours else _original_of(digest),
        "seen": seen,
        "unreadable": attempt.problems,
    }


def _original_of(digest: str) -> TakeDown | None:
    """The take-down that put another copy in the place of this very file."""
    known = Q(sha256_before=digest) | Q(scan_sha256_before=digest)
    settled = TakeDown.objects.filter(known, state=TakeDownState.DONE)
    return settled.select_related("document__unit").first()
