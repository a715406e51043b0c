"""The paper itself: on screen, as PDF, as Word."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from childlabour.airlock.turns import turn_of
from plans.models import Document, Issue
from plans.paper.compose import paper_of
from plans.paper.docx import to_docx
from plans.paper.html import to_html
from plans.paper.on_file import paper_on_file
from plans.paper.pdf import to_pdf

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Kept anywhere, yet asked for anew each time (one query): words of a person may have been taken out meanwhile.
WHILE_IT_STANDS = "public, no-cache"
NEVER_KEPT = "private, no-store"  # a draft on a shared office machine


@require_safe
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The paper as it will be printed, on its own."""
    paper = paper_on_file(_visible_document(request, pk), with_data=False)
    nonce = str(request.csp_nonce)  # type: ignore[attr-defined] # laid on by django-csp
    page = HttpResponse(to_html(paper, nonce=nonce))
    page["Cache-Control"] = "private, no-cache"
    return page


@require_safe
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """An issued plan: the stored bytes, until words are taken out of them. A draft: drawn now, for who may see it."""
    document = _visible_document(request, pk)
    digest = (
        Issue.objects.filter(document=document).values_list("sha256", flat=True).first()
        if document.is_issued
        else None
    )
    if digest is None:
        paper = paper_of(document)
        with turn_of(
            "papers"
        ):  # whoever presses again and again waits behind himself, not in front of others
            drawn = to_pdf(paper)
        return _file(drawn, PDF, f"{document.slug}.pdf", inline=True, cache=NEVER_KEPT)
    etag = f'"{digest}"'
    if unchanged := get_conditional_response(request, etag=etag):
        unchanged["ETag"], unchanged["Cache-Control"] = etag, WHILE_IT_STANDS
        return unchanged
    stored = Issue.objects.filter(document=document).values_list("pdf", flat=True).get()
    return _file(bytes(stored), PDF, f"{document.slug}.pdf", inline=True, etag=etag, cache=WHILE_IT_STANDS)


@require_safe
def word(request: HttpRequest, pk: int) -> HttpResponse:
    document = _visible_document(request, pk)
    cache = WHILE_IT_STANDS if document.is_issued else NEVER_KEPT
    return _file(
        to_docx(paper_on_file(document, with_data=False)), WORD, f"{document.slug}.docx", cache=cache
    )


def _visible_document(request: HttpRequest, pk: int) -> Document:
    documents = Document.objects.visible_to(request.user).select_related("unit__place")
    return get_object_or_404(documents, pk=pk)


def _file(
    content: bytes, kind: str, name: str, *, cache: str, inline: bool = False, etag: str = ""
) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'{"inline" if inline else "attachment"}; filename="{name}"'
    answer["Cache-Control"] = cache
    if etag:
        answer["ETag"] = etag
    return answer
