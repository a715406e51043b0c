"""What the words of an open sheet mean: proposals for the margin, the panel beside it. Nothing is stored here."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from childlabour.core.errors import Problem, Refusal
from childlabour.units.gate import OfficersRequest, officers_only
from plans.content.asking import content_of
from plans.content.shapes import block_as_data
from plans.content.values import Block, Content
from plans.drafting.acts import GONE, done_on_a_block
from plans.drafting.marking import block_called, with_block
from plans.drafting.meaning.arriving import Asked, asked_from
from plans.drafting.meaning.panel import Panel
from plans.drafting.meaning.proposed import proposals_as_data
from plans.drafting.saving import open_draft
from plans.models import Document
from plans.pages.notes import beside_the_marks
from plans.paper.naming import Names
from plans.web.door import REFUSED


def _sheet(request: HttpRequest, pk: int) -> str:
    return reverse("desk:editor", args=[pk])


@require_POST
@officers_only(back=_sheet)
def proposals(request: OfficersRequest, pk: int) -> HttpResponse:
    """What the lines that are asked about propose to be, each with the whole mark that taking it lays."""
    document = open_draft(pk, request.user)
    asked = asked_from(_sent(request))
    content = content_of(document) if asked.content is None else asked.content
    found = proposals_as_data(document, content, asked.keys)
    return JsonResponse({"proposals": found, "units": _names(found)})


def _sent(request: HttpRequest) -> bytes:
    """What was sent, as it came; of a form, which was read already, nothing."""
    return request.body if request.content_type == "application/json" else b""


def _names(found: list[dict[str, Any]]) -> dict[str, str]:
    """Of the units that the proposed marks name; one query."""
    units = {
        unit for one in found for name in ("lead", "partners", "units") for unit in one["mark"].get(name, ())
    }
    return Names.of_units(units) if units else {}


@dataclass(frozen=True)
class _Line:
    """The line under the caret, in a draft as the sheet says it."""

    document: Document
    content: Content
    block: Block


@require_POST
@officers_only(back=_sheet)
def margin(request: OfficersRequest, pk: int) -> HttpResponse:
    """The panel of one line; with an act or filled fields also the line as it is after them. A wrong field is a 422."""
    document = open_draft(pk, request.user)
    asked = asked_from(_sent(request))
    line = _asked_about(document, asked)
    if asked.act:
        changed = done_on_a_block(asked.act, line.content, line.block, document)
        return _answer(request, line, changed)
    if asked.fields is None:
        return _answer(request, line)
    filled = Panel(document, line.content, line.block, (asked.mark, asked.fields))
    if not filled.is_valid:
        return JsonResponse({"html": _html(request, filled)}, status=REFUSED)
    return _answer(request, line, filled.corrected)


def _asked_about(document: Document, asked: Asked) -> _Line:
    content, key = asked.content or Content(), next(iter(asked.keys), "")
    block = block_called(content, key)
    if block is None:
        raise Refusal(Problem(GONE))
    return _Line(document, content, block)


def _answer(request: HttpRequest, line: _Line, changed: Block | None = None) -> HttpResponse:
    block = changed or line.block
    panel = Panel(line.document, with_block(line.content, block), block)
    told: dict[str, Any] = {"html": _html(request, panel)}
    if changed is not None:
        told |= {"block": block_as_data(changed), "units": Names(line.document, panel.content).by_id()}
    return JsonResponse(told)


def _html(request: HttpRequest, panel: Panel) -> str:
    beside = beside_the_marks(panel.block, panel.choices.uppers, request.user)
    context = {"document": panel.document, "panel": panel, "block": panel.block, **beside}
    return render_to_string("desk/meaning.html", context, request)
