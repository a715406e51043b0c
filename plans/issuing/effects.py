"""What follows from an act, in its transaction. Each changes the locked plan, or writes a row of its own."""

from childlabour.core.clock import now
from plans.models import (
    Capacity,
    Means,
    Origin,
    Plan,
    Relation,
    RelationKind,
    Scan,
    Signature,
    SigningCopy,
    Submission,
)
from plans.paper.compose import paper_of
from plans.paper.frozen import to_data

from . import freezing, register, signing, successors
from .act import Act
from .verification_code import new_code


def keep_submission(act: Act) -> None:
    Submission.objects.create(
        plan=act.plan, at=now(), officer_name=str(act.officer), paper=to_data(paper_of(act.plan))
    )


def take_number(act: Act) -> None:
    told = act.details
    register.give(act.plan, act.officer, told.day, kept=told.number, reason=told.reason, series=told.series)


def enter_old_number(act: Act) -> None:
    """Guards see to it that there is a number; only `workflow.keep_as_found` may come without one."""
    told = act.details
    act.plan.origin = Origin.CARRIED_OVER
    if told.number is not None:
        register.enter_old(act.plan, act.officer, told.number, told.day, told.series)


def give_code(act: Act) -> None:
    act.plan.verification_code = act.plan.verification_code or new_code()


def prepare_signing_copy(act: Act) -> None:
    freezing.prepare_signing_copy(act.plan)


def void_number(act: Act) -> None:
    """Back to the desk: the number stays in the book with the reason, what was signed or scanned goes."""
    if act.plan.number is None:
        return
    register.void(act.plan, act.officer, act.details.reason)
    for model in (Signature, Scan, SigningCopy):
        model.objects.filter(plan=act.plan).delete()
    act.plan.verification_code = None


def note_signature_by_hand(act: Act) -> None:
    for capacity, signer in ((Capacity.PERSON, act.plan.signer), (Capacity.AGENCY, act.plan.unit.name)):
        Signature.objects.create(
            plan=act.plan,
            capacity=capacity,
            means=Means.HAND,
            signer=signer,
            recorded_by_name=str(act.officer),
            recorded_at=now(),
        )


def keep_signed_inside(act: Act) -> None:
    signing.keep(act.plan, act.details.signed, act.added, Means.INSIDE, act.officer)


def keep_signed_outside(act: Act) -> None:
    signing.keep(act.plan, act.details.signed, act.added, Means.OUTSIDE, act.officer)


def freeze(act: Act) -> None:
    freezing.freeze(act.plan, act.officer)


def find_earlier_acts(act: Act) -> None:
    """What this document replaces stops being in force with it."""
    replaced = act.plan.earlier_relations.filter(kind=RelationKind.REPLACES).values("earlier")
    locked = Plan.objects.select_for_update(of=("self",)).select_related("unit").order_by("pk")
    act.overtaken = list(locked.filter(pk__in=replaced))


def open_amendment(act: Act) -> None:
    successors.open_draft(act.plan, RelationKind.AMENDS)


def open_replacement(act: Act) -> None:
    successors.open_draft(act.plan, RelationKind.REPLACES)


def open_correction(act: Act) -> None:
    successors.open_draft(act.plan, RelationKind.CORRECTS)


def link_revoking_act(act: Act) -> None:
    if act.details.by:
        Relation.objects.create(later=act.details.by, earlier=act.plan, kind=RelationKind.REVOKES)
