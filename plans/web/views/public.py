"""Pages that anyone may read; an officer sees the own units' drafts among them, marked as such."""

from datetime import UTC, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.db.models import F, OuterRef, Q, QuerySet, Subquery, prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from childlabour.core.clock import now
from childlabour.core.paging import page_of
from childlabour.units.lineage import lineage_of
from childlabour.units.models import Place, Unit
from plans.delivery.receiving import delivery_to, note_opening
from plans.drafting.carrying_out import issuer_for
from plans.law.belonging import rows_of, rows_of_any, to_document
from plans.law.kinds import kinds_that
from plans.law.seeing import for_everybody
from plans.models import AnnexFile, Assignment, Document, Issue, Status, TakeDown, without_words
from plans.pages.cascade import cascade_of, steps_of, with_acts_above
from plans.pages.changes import changes_of
from plans.pages.counts import LEVEL_NAMES, ProgrammeCounts, counts_by_programme, with_pips
from plans.pages.filters import DocumentFilter
from plans.pages.narrowing import chips_of, narrowings_of
from plans.pages.old_papers import old_paper_of
from plans.pages.outline import WITH_EVERYTHING, grouped, outline_of
from plans.pages.ways import ways_from
from plans.paper import authentic
from targets.models import Programme, Target

PLANS_A_PAGE = 10
NEWEST = 6
PLANS_OF_A_UNIT = 10
LISTS = "bang"  # of the address, as `?xem=bang`
SECURITY_TXT_HOLDS = timedelta(days=180)  # counted anew at every reading; RFC 9116 wants less than a year


def newest_first(documents: QuerySet[Document]) -> QuerySet[Document]:
    """Drafts have no date and stand last, on every database."""
    return documents.order_by(F("issued_on").desc(nulls_last=True), "-pk")


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    issued = Document.objects.public()
    return render(
        request,
        "public/home.html",
        {
            "newest": with_pips(newest_first(authentic.with_authentic(issued.for_lists()))[:NEWEST]),
            "figures": {
                "plans": issued.count(),
                "units": issued.order_by().values("unit").distinct().count(),
                "targets": rows_of_any(Target, issued).count(),
            },
            "levels": LEVEL_NAMES.values(),
            "by_programme": [counts for counts in counts_by_programme(issued) if counts.many],
        },
    )


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Browsers ask for it beside papers and PDF files, which name no icon."""
    return redirect(static("icon.svg"), permanent=True)


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """RFC 9116: where to tell of a weak spot, as soon as SECURITY_CONTACT says so. No session, no query."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    expires = (now() + SECURITY_TXT_HOLDS).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    lines = (
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires}",
        "Preferred-Languages: vi",
        f"Canonical: {settings.SITE_ADDRESS}{request.path}",
    )
    return HttpResponse("".join(f"{line}\n" for line in lines), content_type="text/plain; charset=utf-8")


@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    visible = newest_first(authentic.with_authentic(Document.objects.visible_to(request.user).for_lists()))
    narrowed = DocumentFilter(request.GET, visible)
    errors = narrowed.form.errors
    given = narrowed.form.cleaned_data
    page = page_of(narrowed.qs, request, PLANS_A_PAGE)
    narrowings = narrowings_of(request.GET, given.get("place"), given.get("issuer"))
    return render(
        request,
        "public/plans.html",
        {
            "nav": "plans",
            "page": page,
            "plans": with_pips(page.object_list),
            "text": given.get("q") or "",
            "narrowings": narrowings,
            "chips": chips_of(request.GET, narrowings),
            "errors": [message for messages in errors.values() for message in messages],
            "is_narrowed": any(given.values()),
        },
    )


@require_safe
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """Its words; at `?xem=bang` its targets and tasks as tables, which would double what a phone loads."""
    visible = Document.objects.visible_to(request.user)
    known = authentic.with_authentic(visible.select_related("unit__place", "programme"))
    document = get_object_or_404(with_acts_above(known), pk=pk)
    prefetch_related_objects([document], *WITH_EVERYTHING)
    cascade = cascade_of(document, visible)
    delivery = delivery_to(request.user, document)
    if delivery:
        note_opening(delivery, request.user)
    outline = outline_of(document)
    has_lists, issue = bool(outline.groups or outline.works), issue_of(document)
    shows_lists = has_lists and request.GET.get("xem") == LISTS
    return render(
        request,
        "public/plan.html",
        {
            "nav": "plans",
            "document": document,
            "outline": outline,
            "has_lists": has_lists,
            "shows_lists": shows_lists,
            "words_address": document.get_absolute_url() if shows_lists else "",
            "cascade": cascade,
            "steps": steps_of(document, cascade),
            "desk_ways": ways_from(
                request.user,
                document,
                has_come=delivery is not None and issuer_for(request.user, delivery.unit) is not None,
            ),
            "delivery": delivery,
            "authentic_words": authentic.words_of(document),
            "authentic_address": authentic.address_of(document),
            "ours_words": authentic.OURS
            if authentic.authentic_of(document) == authentic.Authentic.SCAN
            else "",
            "old_paper": old_paper_of(document),
            "changes": changes_of(document),
            "lineage": lineage_of(document.unit),
            "issue": issue,
            "annexes": annexes_of(document, issue),
            "cited_by": newest_first(
                visible.filter(citations__cited_document=document).distinct().for_lists()
            )[:NEWEST],
        },
    )


def issue_of(document: Document) -> Any:
    """What the page tells of the stored paper, and when words were last taken out of it; None without. One query."""
    shorter = TakeDown.objects.that_changed_a_paper().filter(document=OuterRef("document"))
    last = shorter.order_by("-settled_at").values("settled_at")[:1]
    issues = Issue.objects.filter(document=document).annotate(taken_out_at=Subquery(last))
    apart = F("snapshot__paper__annexes_apart")
    return issues.values("sha256", "issued_at", "taken_out_at", annexes_apart=apart).first()


def annexes_of(document: Document, issue: Any) -> Any:
    """The files of its annexes where they were issued apart, one query there."""
    if not (issue and issue["annexes_apart"]):
        return ()
    return rows_of(AnnexFile, document).only("place", "label", "sha256")


@require_safe
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    unit = get_object_or_404(Unit.objects.select_related("place", "superior"), pk=pk)
    own_documents = newest_first(
        authentic.with_authentic(Document.objects.visible_to(request.user).filter(unit=unit).for_lists())
    )
    return render(
        request,
        "public/unit.html",
        {
            "nav": "plans",
            "unit": unit,
            "places": places_down_to(unit.place),
            "lineage": lineage_of(unit),
            "plans": with_pips(own_documents[:PLANS_OF_A_UNIT]),
            "how_many_documents": own_documents.count(),
            "page": page_of(tasks_given_to(unit), request),
        },
    )


def tasks_given_to(unit: Unit) -> QuerySet[Assignment]:
    """From plans in force, the newest plan first."""
    of_document = partial(to_document, Assignment)
    in_force = Q(**{of_document("status"): Status.ISSUED})
    given = Assignment.objects.as_printed().filter(in_force, for_everybody(Assignment), unit=unit)
    newest_first = F(of_document("issued_on")).desc(nulls_last=True)
    in_order = given.order_by(newest_first, of_document(), "task__block__place", "pk")
    return without_words(in_order.select_related(of_document("unit")))


def places_down_to(place: Place) -> list[Place]:
    """The territory itself and all above it, from the top down. One query."""
    steps = [int(step) for step in place.path.split("/") if step]
    found = Place.objects.in_bulk(steps)
    return [found[step] for step in steps if step in found]


@require_safe
def programmes(request: HttpRequest) -> HttpResponse:
    issued = Document.objects.public()
    return render(
        request,
        "public/programmes.html",
        {"nav": "programmes", "levels": LEVEL_NAMES.values(), **_told_apart(counts_by_programme(issued))},
    )


def _told_apart(counts: list[ProgrammeCounts]) -> dict[str, list[ProgrammeCounts]]:
    """Programmes that somebody carries out here, and those that nobody has a document of yet."""
    return {
        "by_programme": [one for one in counts if one.many],
        "without_documents": [one for one in counts if not one.many],
    }


@require_safe
def programme(request: HttpRequest, code: str) -> HttpResponse:
    programme = get_object_or_404(Programme.objects.select_related("replaces"), code=code)
    issued = Document.objects.public().filter(programme=programme)
    return render(
        request,
        "public/programme.html",
        {
            "nav": "programmes",
            "programme": programme,
            "replaced_by": programme.replaced_by.all(),
            "groups": grouped(national_targets(programme)),
            "newest": with_pips(newest_first(authentic.with_authentic(issued.for_lists()))[:NEWEST]),
            "how_many_documents": issued.count(),
        },
    )


def national_targets(programme: Programme) -> QuerySet[Target]:
    """What the State's own decision promises for the programme."""
    decided = Document.objects.public().filter(programme=programme, kind__in=kinds_that("sets_up_programmes"))
    targets = rows_of_any(Target, decided).select_related(
        to_document(Target), "group", "responsible", f"upper__{to_document(Target, 'unit')}"
    )
    return without_words(without_words(targets, "upper"))
