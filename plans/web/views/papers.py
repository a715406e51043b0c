"""The paper itself: on screen, as PDF, as Word."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from childlabour.airlock.turns import turn_of
from plans.law.belonging import rows_of
from plans.models import AnnexFile, Document, Scan
from plans.paper.authentic import Authentic, annex_name, authentic_of
from plans.paper.compose import paper_of
from plans.paper.docx import to_docx
from plans.paper.files import Format, file_of
from plans.paper.html import to_html
from plans.paper.on_file import paper_on_file
from plans.paper.pdf import to_pdf
from plans.web.published import WHILE_IT_STANDS

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
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
    """Drawn now, for who may see it; what everybody may read is answered before anyone gets here (`published`)."""
    document = _visible_document(request, pk)
    if document.is_issued and not document.is_for_everybody:
        kept = file_of(document, Format.PDF)
        return _file(kept.content, PDF, kept.name, inline=True, cache=NEVER_KEPT)
    paper = paper_of(document)
    with turn_of("papers"):  # whoever presses again and again waits behind himself, not in front of others
        drawn = to_pdf(paper)
    return _file(drawn, PDF, f"{document.slug}.pdf", inline=True, cache=NEVER_KEPT)


@require_safe
def annex(request: HttpRequest, pk: int, place: int) -> HttpResponse:
    """An annex that was issued in a file of its own, byte for byte."""
    document = _visible_document(request, pk)
    if not document.is_issued:
        raise Http404
    kept = get_object_or_404(rows_of(AnnexFile, document), place=place)
    return _file(kept.current, PDF, annex_name(document, place), inline=True, cache=_cache_of(document))


@require_safe
def authentic_copy(request: HttpRequest, pk: int) -> HttpResponse:
    """The scan of the paper that was signed and sealed; where the stored PDF itself was signed, that one.

    A file that somebody brought: handed out to be kept, never opened on this site.
    """
    seen = Document.objects.visible_to(request.user).issued()
    document = get_object_or_404(seen.select_related("unit"), pk=pk)
    match authentic_of(document):
        case Authentic.SIGNED_PDF:
            return redirect("public:pdf", pk)
        case Authentic.NONE:
            raise Http404
    digest = Scan.objects.values_list("sha256", flat=True).get(document=document)
    if short := get_conditional_response(request, etag=f'"{digest}"'):
        return short
    kept = Scan.objects.only("pdf", "sha256").get(document=document)
    answer = _file(bytes(kept.pdf), PDF, f"{document.slug}-ban-quet.pdf", cache=_cache_of(document))
    answer["ETag"] = f'"{kept.sha256}"'
    return answer


@require_safe
def word(request: HttpRequest, pk: int) -> HttpResponse:
    document = _visible_document(request, pk)
    made = to_docx(paper_on_file(document, with_data=False))
    return _file(made, WORD, f"{document.slug}.docx", cache=_cache_of(document))


def _cache_of(document: Document) -> str:
    return WHILE_IT_STANDS if document.is_issued and document.is_for_everybody else NEVER_KEPT


def _visible_document(request: HttpRequest, pk: int) -> Document:
    documents = Document.objects.visible_to(request.user).select_related("unit__place")
    return get_object_or_404(documents, pk=pk)


def _file(content: bytes, kind: str, name: str, *, cache: str, inline: bool = False) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'{"inline" if inline else "attachment"}; filename="{name}"'
    answer["Cache-Control"] = cache
    return answer
