"""What the server tells an open sheet: what a save made of its changes, and what came from others meanwhile."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.formats import date_format

from childlabour.core.clock import now
from childlabour.units.models import Unit
from plans.checking.dossier import dossier_of
from plans.checking.findings import Finding
from plans.checking.rules import check
from plans.content.known import units_at
from plans.content.shapes import block_as_data
from plans.content.values import Block, Content
from plans.drafting.forms import Draft
from plans.drafting.presence import others_at
from plans.drafting.spots import name_of_spot
from plans.models import Document

from .arriving import Arrived
from .digests import PARTS, digest, digest_of, parts_as_data
from .weaving import START, BlockClash

OWN_WINDOW = ""  # no name: it is the officer's own other window


@dataclass(frozen=True)
class PartClash:
    name: str
    theirs: Any  # as data


@dataclass(frozen=True)
class SheetAnswer:
    """Of a save, or of a question what is new (`before` and `draft` say the same)."""

    arrived: Arrived
    before: Content
    draft: Draft  # as it says now
    clashes: tuple[BlockClash, ...] = ()
    part_clashes: tuple[PartClash, ...] = ()
    told: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()  # keys of blocks that were taken out on the sheet, and stand
    laid: Mapping[str, bool] = field(default_factory=dict)  # of a save sent once more, see `saving`

    def as_data(self) -> dict[str, Any]:
        """Some ten queries with the check, however long the draft is."""
        document, content = self.draft.document, self.draft.content
        changed = self._changed()
        told: dict[str, Any] = {
            "revision": document.revision,
            "saved_at": date_format(now(), "H:i"),
            "blocks": list(self._blocks(changed)),
            "gone": sorted(changed.keys() - {block.key for block in content.blocks}),
            "parts": dict(self._parts()),
            "clashes": list(self._clashes(changed)),
            "told": list(self.told),
            "others": others_as_data(self.draft),
        }
        findings = findings_as_data(document, content)
        if digest(findings) != self.arrived.findings:
            told["findings"] = {"over": digest(findings), "is": findings}
        units = units_as_data(content.blocks, only={one["key"] for one in told["blocks"]})
        return told | ({"units": units} if units else {})

    @property
    def _since(self) -> int:
        """A sheet of a state that never was (the house was brought back from a backup) is told everything."""
        known = self.arrived.revision
        return known if 0 <= known <= self.draft.document.revision else -1

    def _changed(self) -> dict[str, int]:
        """Keys of the blocks that were laid or taken out since, each with the state that made it so; and of those that
        the sheet took out and has to show again.
        """
        document = self.draft.document
        kept = dict.fromkeys(self.kept, document.revision)
        if self._since == document.revision:
            return kept
        laid = document.blocks.filter(revision__gt=self._since, revision__lte=document.revision)
        return kept | dict(laid.values_list("key", "revision"))

    def _blocks(self, changed: dict[str, int]) -> Iterator[dict[str, Any]]:
        """In the order of the paper, each behind the one before it; without its words where the sheet has them.

        `own`: this save made it so, by its words or by what was read again in them.
        """
        sent = {one.key: one for one in self.arrived.touched}
        stood = {block.key: block for block in self.before.blocks}
        clashing = {clash.key for clash in self.clashes}
        before = START
        for block in self.draft.content.blocks:
            if block.key in changed:
                told: dict[str, Any] = {"key": block.key, "after": before}
                if block.key not in clashing:
                    told["over"] = digest_of(block)
                    mine = sent.get(block.key)
                    if not (mine and mine.block and digest_of(mine.block) == told["over"]):
                        told["block"] = block_as_data(block)
                        told["own"] = self.laid.get(block.key, stood.get(block.key) is not block)
                yield told
            before = block.key

    def _parts(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Those that say something else than the sheet knows, or was just told.

        What it changed and is no clash was laid, though in the shape in which it is kept: the act read from a line,
        no empty line. That is the sheet's own, not the words of somebody else.
        """
        clashing = {clash.name for clash in self.part_clashes}
        for name, said in all_parts(self.draft).items():
            known, over = self.arrived.parts.get(name), digest(said)
            if name in clashing or (known and known.over == over and not known.is_changed):
                continue
            is_mine = known and known.is_changed and name in PARTS
            yield name, {"over": over} if is_mine else {"over": over, "is": said}

    def _clashes(self, revisions: dict[str, int]) -> Iterator[dict[str, Any]]:
        for clash in self.clashes:
            yield {
                "key": clash.key,
                "theirs": block_as_data(clash.theirs),
                "over": digest_of(clash.theirs),
                "who": self._who(revisions.get(clash.key, 0)),
            }
        for part in self.part_clashes:
            yield {
                "part": part.name,
                "theirs": part.theirs,
                "over": digest(part.theirs),
                "who": self._who(self._since + 1),
            }

    def _who(self, revision: int) -> str:
        """Whose sitting made that state of the draft; no name where it was the officer's own, in another window."""
        versions = self.draft.document.versions.filter(revision__gte=revision).order_by("number")
        sitting = versions.only("officer_id", "officer_name").first()
        if sitting is None or sitting.officer_id == self.draft.officer.pk:
            return OWN_WINDOW
        return sitting.officer_name


# ── Pieces that the page is opened with, too ─────────────────────────────────────────────────────


def all_parts(draft: Draft) -> dict[str, Any]:
    return parts_as_data(draft.content) | {"facts": facts_as_data(draft.document)}


def facts_as_data(document: Document) -> dict[str, Any]:
    """What the sheet draws and asks beside the words."""
    return {
        "kind": document.kind,
        "type_name": document.kind_name,
        "is_letter": not document.facts.named,
        "cites": document.facts.cites,
        "addressed": document.facts.addressed.value,
        "period_from": document.period_from,
        "period_to": document.period_to,
        "orientation_year": document.orientation_year,
        "programme": document.programme_id,
        "parent": document.parent_id,
        "seat": document.written_seat,
        "symbol": document.written_symbol,
        "issued_on": document.issued_on.isoformat() if document.issued_on else None,
    }


def findings_as_data(document: Document, content: Content) -> list[dict[str, Any]]:
    return [_finding(one) for one in check(dossier_of(document, content))]


def _finding(one: Finding) -> dict[str, Any]:
    return {
        "key": one.anchor,
        "severity": one.severity.name.lower(),
        "label": one.severity.label,
        "message": one.message,
        "reference": one.reference,
        "mend": one.mend.value if one.mend else "",
        "mend_label": one.mend.label if one.mend else "",
    }


def units_as_data(blocks: Collection[Block], only: Collection[str] | None = None) -> dict[str, str]:
    """Names of the units that marks point at. One query, none where none is named."""
    asked = {unit for block in blocks if only is None or block.key in only for unit in units_at(block)}
    return {str(unit.pk): str(unit) for unit in Unit.objects.filter(pk__in=asked)} if asked else {}


def others_as_data(draft: Draft) -> list[str]:
    """ "Bế Thị Hoa đang mở cùng văn bản này (ở: Nơi nhận)", one sentence a person."""
    return [
        f"{presence.officer} đang mở cùng văn bản này (ở: {name_of_spot(draft.content, presence.spot)})."
        for presence in others_at(draft.document, draft.officer)
    ]
