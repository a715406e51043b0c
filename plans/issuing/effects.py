"""What a step changes and what follows from it, in its transaction: the locked document, or a row of its own."""

from childlabour.core.clock import now
from childlabour.core.steps import Act
from plans.delivery import sending
from plans.models import (
    Action,
    Capacity,
    Document,
    Means,
    Origin,
    Relation,
    RelationKind,
    Scan,
    Signature,
    SigningCopy,
    Submission,
)
from plans.paper.compose import paper_of
from plans.paper.frozen import to_data

from . import freezing, register, scans, sealing_annexes, signing, successors
from .verification_code import new_code


def keep_submission(act: Act) -> None:
    Submission.objects.create(
        document=act.row,
        at=now(),
        officer_name=str(act.officer),
        leader=act["leader"],
        leader_name=str(act["leader"] or ""),
        note=act["note"],
        paper=to_data(paper_of(act.row)),
    )


def take_number(act: Act) -> None:
    kept = {"kept": act["number"], "reason": act["reason"], "series": act["series"]}
    register.give(act.row, act.officer, act["day"], **kept)


def put_old_number_on(act: Act) -> None:
    """As printed; it stands in the book only once a second person has compared the paper with its scan."""
    act.row.number, act.row.issued_on = act["number"], act["day"]
    act.row.series = register.series_for(act.row, act["series"]).name
    act.row.symbol, act.row.seat = act.row.written_symbol, act.row.written_seat


def take_old_number_off(act: Act) -> None:
    """Back to the desk: the number was never in our book, and what would have been kept is made anew."""
    if act.row.origin != Origin.CARRIED_OVER:
        return
    act.row.number = act.row.verification_code = None
    SigningCopy.objects.filter(document=act.row).delete()


def confirm_scan(act: Act) -> None:
    scans.confirm(act.row, act["compared"], act.officer)


def enter_old_number(act: Act) -> None:
    register.enter_old(act.row, act.officer, act.row.number, act.row.issued_on, act.row.series)


def give_code(act: Act) -> None:
    act.row.verification_code = act.row.verification_code or new_code()


def begin_signing_copy(act: Act) -> None:
    freezing.begin_signing_copy(act.row, annexes_apart=bool(act["annexes_apart"]))


def void_number(act: Act) -> None:
    """Back to the desk: the number stays in the book with the reason, what was signed or scanned goes."""
    if act.row.number is None:
        return
    register.void(act.row, act.officer, act["reason"])
    for model in (Signature, Scan, SigningCopy):
        model.objects.filter(document=act.row).delete()
    act.row.verification_code = None


def note_signature_by_hand(act: Act) -> None:
    for capacity in signing.order_of(act.row):
        is_agency = capacity == Capacity.AGENCY
        Signature.objects.create(
            document=act.row,
            capacity=capacity,
            means=Means.HAND,
            signer=act.row.unit.name if is_agency else signing.name_of_signer(act.row, capacity),
            recorded_by_name=str(act.officer),
            recorded_at=now(),
        )


def keep_annexes(act: Act) -> None:
    sealing_annexes.keep(act)


def keep_signed_inside(act: Act) -> None:
    signing.keep(act.row, act["signed"], act.fact(signing.Added), Means.INSIDE, act.officer)


def keep_signed_outside(act: Act) -> None:
    signing.keep(act.row, act["signed"], act.fact(signing.Added), Means.OUTSIDE, act.officer)


def freeze(act: Act) -> None:
    freezing.freeze(act.row, act.officer)


def deliver(act: Act) -> None:
    sending.deliver(act.row)


def put_earlier_acts_out_of_force(act: Act) -> None:
    """What this document replaces stops being in force with it."""
    replaced = act.row.earlier_relations.filter(kind=RelationKind.REPLACES).values("earlier")
    locked = Document.objects.select_for_update(of=("self",)).select_related("unit").order_by("pk")
    for earlier in locked.filter(pk__in=replaced):
        reason = f"Được thay thế bởi {act.row.kind_name} số {act.row.code}."
        act.table.follow(act, Action.BECOME_REPLACED, earlier, reason=reason)


def open_amendment(act: Act) -> None:
    successors.open_draft(act.row, RelationKind.AMENDS)


def open_replacement(act: Act) -> None:
    successors.open_draft(act.row, RelationKind.REPLACES)


def open_correction(act: Act) -> None:
    successors.open_draft(act.row, RelationKind.CORRECTS)


def link_revoking_act(act: Act) -> None:
    if act["by"]:
        Relation.objects.create(later=act["by"], earlier=act.row, kind=RelationKind.REVOKES)
