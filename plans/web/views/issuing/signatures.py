"""Signing: by hand with a scan brought back, with a key here, or elsewhere and taken back."""

from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from childlabour.core.errors import Problem, Refusal
from childlabour.units.gate import officers_only, secret_fields, sent, takes_form
from plans.issuing import freezing, scans, sealing_annexes, signing
from plans.issuing.steps import DOCUMENTS
from plans.issuing.workflow import available, perform
from plans.models import Action, Document, Scan
from plans.pages.telling import with_addresses
from plans.paper.authentic import annex_name
from plans.privacy.asking import FIELD
from plans.signatures.asking import clean_picture, scanned_page
from plans.signatures.keys import FileKey, token_key
from plans.signatures.pdf_files import pages_of, picture_of
from plans.web.confirming import confirming, given_in
from plans.web.door import REFUSED, Attempt

from .forms import FileForm, KeyForm, TakeBackForm
from .own import own_document


@require_safe
@never_cache
@officers_only
def copy(request, pk):
    """The copy to sign, with the signatures made so far: to print, or to take to a signing tool."""
    document = own_document(request, pk)
    kept = freezing.signing_copy_of(document)
    if kept is None:
        raise Http404("Văn bản chưa cấp số nên chưa có bản trình ký.")
    return _pdf(kept.current, f"{document.slug}-trinh-ky.pdf")


@require_safe
@never_cache
@officers_only
def annex_copy(request, pk, place):
    """An annex in a file of its own, as it stands: to print, or to take to a signing tool."""
    document = own_document(request, pk)
    annex = next((one for one in freezing.annex_files_of(document) if one.place == place), None)
    if annex is None:
        raise Http404("Văn bản không có tệp phụ lục này.")
    return _pdf(annex.current, annex_name(document, place))


@takes_form
@secret_fields("pass_phrase")
@never_cache
@officers_only
def sign(request, pk):
    """The leader signs, or the clerk seals, with a key that is used once and forgotten."""
    document = own_document(request, pk)
    action = _open_act(request, document, Action.SIGN, Action.SEAL)
    asks = {"has_token": bool(settings.PKCS11_MODULE), "asks_agency": "same_agency" in request.POST}
    again = sent(request)
    form = KeyForm(request.POST or None, request.FILES or None, initial=again.typed.dict(), **asks)
    attempt = Attempt(request)
    if request.method == "POST" and form.is_valid():
        with attempt:
            image = form.cleaned_data["image"]
            drawn = clean_picture(image.read(), "image") if image else b""
            with _key(form) as key:
                make = signing.signed_by_leader if action == Action.SIGN else signing.sealed_by_agency
                told = {"signed": make(document, key, drawn)}
                if action == Action.SEAL:
                    told["annexes"] = sealing_annexes.sealed_by_agency(document, key)
                same = form.cleaned_data.get("same_agency", False)
                perform(action, document, request.user, same_agency=same, **told)
            messages.success(request, DOCUMENTS[action].words.done)
            return redirect("issuing:document", document.pk)
        if _asks_about_agency(attempt.problems):
            form = KeyForm(initial=again.typed.dict(), **asks | {"asks_agency": True})
    context = {
        "nav": "desk",
        "document": document,
        "form": form,
        "problems": with_addresses(attempt.problems, document, request.user),
        "sent": again,
        "is_seal": action == Action.SEAL,
        "annexes": freezing.annex_files_of(document),
    }
    return attempt.marks(_page(request, "issuing/sign.html", context))


@contextmanager
def _key(form: KeyForm):
    given = form.cleaned_data
    if given.get("key_file"):
        yield FileKey(given["key_file"].read(), given["pass_phrase"])
        return
    with token_key(settings.PKCS11_MODULE, given["token"], given["pass_phrase"]) as key:
        yield key


@takes_form
@officers_only
def take_back(request, pk):
    """Hand the copy out, take the signed one back."""
    document = own_document(request, pk)
    _open_act(request, document, Action.TAKE_BACK)
    annexes = freezing.annex_files_of(document)
    asks = {"has_annexes": bool(annexes), "asks_agency": "same_agency" in request.POST}
    form = TakeBackForm(request.POST or None, request.FILES or None, **asks)
    attempt = Attempt(request)
    if request.method == "POST" and form.is_valid():
        signed, same = form.cleaned_data["file"].read(), form.cleaned_data.get("same_agency", False)
        with attempt:
            files = [file.read() for file in form.cleaned_data.get("annexes", ())]
            told = {"signed": signed, "annexes": files, "same_agency": same}
            perform(Action.TAKE_BACK, document, request.user, **told)
            messages.success(request, DOCUMENTS[Action.TAKE_BACK].words.done)
            return redirect("issuing:document", document.pk)
        if _asks_about_agency(attempt.problems):
            form = TakeBackForm(**asks | {"asks_agency": True})
    context = {
        "nav": "desk",
        "document": document,
        "form": form,
        "problems": with_addresses(attempt.problems, document, request.user),
        "sent": sent(request),
        "annexes": annexes,
    }
    return attempt.marks(_page(request, "issuing/take_back.html", context))


def _asks_about_agency(problems: tuple[Problem, ...]) -> bool:
    return any(problem.field == "same_agency" for problem in problems)


@takes_form
@officers_only
def scan(request, pk):
    """Bring the scan, compare its pages with ours, say that they are the same.

    Of a paper of old times one person brings it and another compares it.
    """
    document = own_document(request, pk)
    action = _open_act(request, document, Action.RECORD, Action.PROPOSE, Action.CARRY_OVER)
    form = FileForm()
    attempt = Attempt(request)
    if request.method == "POST":
        with attempt:
            if "confirm" in request.POST:
                _confirmed(request, document, action)
                messages.success(request, DOCUMENTS[action].words.done)
                return redirect("issuing:document", document.pk)
            form = FileForm(request.POST, request.FILES)
            if form.is_valid():
                scans.bring(document, form.cleaned_data["file"].read(), request.user)
                return redirect("issuing:scan", document.pk)
    brought = Scan.objects.filter(document=document).defer("pdf").first()
    context = {
        "nav": "desk",
        "document": document,
        "form": form,
        "problems": with_addresses(attempt.problems, document, request.user),
        "sent": sent(request),
        "scan": brought,
        "action": action.value,
        "confirming": confirming(request, attempt.problems),
        **_pages_beside(document, brought, action),
    }
    return attempt.marks(_page(request, "issuing/scan.html", context))


def _pages_beside(document: Document, brought: Scan | None, action: Action) -> dict[str, Any]:
    """Page numbers to show; nobody knows how many pages an old paper had, so either side may have more."""
    if brought is None:
        return {"pages": (), "our_pages": 0}
    if action != Action.CARRY_OVER:
        return {"pages": range(1, brought.pages + 1), "our_pages": brought.pages}
    ours = len(pages_of(bytes(freezing.copy_to_sign(document).pdf)))
    return {"pages": range(1, max(ours, brought.pages) + 1), "our_pages": ours}


def _confirmed(request: HttpRequest, document: Document, action: Action) -> None:
    """In no transaction but the step's own where it has slow work to do beforehand."""
    officer, compared, answered = request.user, request.POST["confirm"], {FIELD: given_in(request)}
    if action == Action.RECORD:
        with transaction.atomic():
            scans.confirm(document, compared, officer)
            perform(action, document, officer, **answered)
    else:
        perform(Action.CARRY_OVER, document, officer, compared=compared, **answered)


def _page(request, template: str, context: dict) -> HttpResponse:
    """A page whose form was sent comes back only when it was refused."""
    return render(request, template, context, status=REFUSED if request.method == "POST" else 200)


@require_safe
@never_cache
@officers_only
def scan_file(request, pk):
    document = own_document(request, pk)
    kept = Scan.objects.filter(document=document).first()
    if kept is None:
        raise Http404("Chưa có bản quét.")
    return _pdf(bytes(kept.pdf), f"{document.slug}-ban-quet.pdf")


@require_safe
@never_cache
@officers_only
def page_picture(request, pk, whose, page):
    """One page as a picture: "quet" (the scan) or "goc" (ours), counted from 1."""
    document = own_document(request, pk)
    draw = {"quet": _of_the_scan, "goc": _of_ours}.get(whose)
    try:
        drawn = draw and draw(document, page - 1)
    except IndexError as fault:
        raise Http404 from fault
    if not drawn:
        raise Http404
    return HttpResponse(drawn, content_type="image/png")


def _of_the_scan(document: Document, number: int) -> bytes | None:
    scan = Scan.objects.filter(document=document).first()
    if scan and not 0 <= number < scan.pages:
        raise IndexError(number)
    return scan and scanned_page(bytes(scan.pdf), number)


def _of_ours(document: Document, number: int) -> bytes | None:
    copy = freezing.signing_copy_of(document)
    return copy and picture_of(bytes(copy.pdf), number)


def _open_act(request, document: Document, *actions: Action) -> Action:
    open_now = {step.name for step in available(document, request.user)}
    for action in actions:
        if action in open_now:
            return action
    raise Refusal(
        f"Không {actions[0].label} được lúc này: văn bản {document.get_status_display()}, "
        "hoặc việc này do người khác của cơ quan ban hành làm."
    )


def _pdf(data: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return answer
