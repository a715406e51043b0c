"""What must hold before a step. A guard gives every problem, and facts for what follows; it writes nothing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from django.db.models import QuerySet

from childlabour.core.errors import Problem
from childlabour.core.steps import Act, Exempt
from childlabour.core.vietnamese import search_key, short_date
from childlabour.units.holding import drafting_for, serving_as
from childlabour.units.models import Officer, Role, Unit
from plans.checking.dossier import dossier_of
from plans.checking.findings import Finding, Severity
from plans.checking.rules import ESSENTIAL, check
from plans.models import Action, Capacity, Document, RelationKind, Scan, Status
from plans.paper.compose import paper_of
from plans.paper.pdf import to_pdf
from plans.privacy.asking import asks_about
from plans.privacy.shown import Shown, shown_by

from . import appearance, freezing, register, sealing_annexes, signing
from .journal import last_submission


def fit_to_submit(act: Act) -> Iterator[Problem]:
    """Whatever the check calls an error: one table for what is shown and for what is refused."""
    yield from _errors(check(dossier_of(act.row)))


def leader_may_approve(act: Act) -> Iterator[Problem]:
    """Nothing is laid before somebody who cannot say yes to it."""
    leader = act["leader"]
    if leader is None:
        return
    leaders = serving_as(Role.LEADER, act.row.unit_id)
    if leader not in leaders:
        yield Problem(f"{leader} không phải là lãnh đạo của {act.row.unit}: chọn người khác.", "leader")
    elif leader == act.officer and (others := _but(act.officer, leaders)):
        yield Problem(f"Người trình không tự duyệt: trình {others}.", "leader")


def bears_no_number(act: Act) -> Iterator[Problem]:
    """Before numbers were taken off at once, some were cancelled with theirs; the book has it still."""
    if act.row.number is not None:
        yield Problem(f"Văn bản đã hủy khi mang số {act.row.code}: không mở lại được, lập văn bản mới.")


def complete(act: Act) -> Iterator[Problem]:
    """What the decree asks of every document, one written on paper long ago too (NĐ 30/2020, Điều 8.2)."""
    yield from _errors(check(dossier_of(act.row), ESSENTIAL))


def _errors(findings: list[Finding]) -> Iterator[Problem]:
    for finding in filter(_stops, findings):
        yield Problem(finding.message, anchor=finding.anchor)


def _stops(finding: Finding) -> bool:
    return finding.severity == Severity.ERROR


def read_as_it_stands(act: Act) -> Iterator[Problem]:
    """The leader approves what he read (NĐ 30/2020, Điều 11.2), not what was handed in meanwhile."""
    latest = act.row.submissions.order_by("-pk").values_list("pk", flat=True).first()
    if act["seen"] is not None and act["seen"] != latest:
        yield Problem("Văn bản đã được trình lại sau khi anh/chị mở trang này: đọc bản mới rồi duyệt.")


def four_eyes(act: Act) -> Iterator[Problem | Exempt]:
    """Nobody approves what he laid before himself, unless there is nobody else; then the event says so."""
    submitted = last_submission(act.row)
    if submitted is None or submitted.officer_id != act.officer.pk:
        return
    leaders = serving_as(Role.LEADER, act.row.unit_id)
    others = [str(officer) for officer in leaders.exclude(pk=act.officer.pk)[:5]]
    if others:
        yield Problem(f"Anh/chị là người trình văn bản này: {', '.join(others)} duyệt thay.")
    else:
        yield Exempt("Người trình tự duyệt: cơ quan chỉ có một người có quyền duyệt.")


def number_free(act: Act) -> Iterator[Problem | Exempt]:
    day = act["day"]
    if day is None:
        return  # asked for by the step itself
    if not act.row.unit.is_valid_on(day):
        yield Exempt(_outside_its_time(act.row.unit, day))
    yield from register.problems(act.row, day, act["number"], act["reason"], act["series"])


def _outside_its_time(unit: Unit, day: date) -> str:
    """Offices are merged while their papers are on the way: written down for people to judge, not refused."""
    ended = f" (đến hết ngày {short_date(unit.valid_to)})" if unit.valid_to else ""
    return (
        f"Ngày văn bản {short_date(day)} nằm ngoài thời gian hoạt động của {unit}{ended}: "
        "xem lại ngày, hoặc để cơ quan kế thừa ban hành."
    )


def objections_to_a_number(document: Document, ahead: register.Ahead) -> list[str]:
    """All that would be said if the number ahead were taken now: what stops it, and what the journal would note.

    The guards of the step say it again, on the locked row.
    """
    said = [finding.message for finding in check(dossier_of(document), ESSENTIAL) if _stops(finding)]
    said += [problem.message for problem in ahead.problems]
    if not document.unit.is_valid_on(ahead.day):
        said.append(_outside_its_time(document.unit, ahead.day))
    said += [problem.message for problem in _not_in_force(document)]
    return said


def old_number_free(act: Act) -> Iterator[Problem]:
    if act["day"] and act["number"] is not None:
        yield from register.carried_over_problems(act.row, act["number"], act["day"], act["series"])


def old_number_still_free(act: Act) -> Iterator[Problem]:
    yield from register.carried_over_problems(act.row, act.row.number, act.row.issued_on, act.row.series)


def scan_brought(act: Act) -> Iterator[Problem]:
    if not Scan.objects.filter(document=act.row).exists():
        yield Problem(
            "Chưa có bản quét của văn bản đã ký, đóng dấu, hoặc tệp PDF gốc: tải lên rồi đề nghị nhập.",
            "scan",
        )


def scan_is_the_one_compared(act: Act) -> Iterator[Problem]:
    brought = Scan.objects.filter(document=act.row).values_list("sha256", flat=True).first()
    if act["compared"] and act["compared"] != brought:
        yield Problem("Bản quét không còn là bản vừa xem: mở lại trang rồi đối chiếu từ đầu.", "scan")


def two_people(act: Act) -> Iterator[Problem | Exempt]:
    """Nobody enters alone what bears a leader's name, unless the agency has nobody else; then the event says so."""
    proposed = act.row.events.filter(action=Action.PROPOSE).order_by("-at", "-pk").first()
    if proposed is None or proposed.officer_id != act.officer.pk:
        return
    agency = act.row.unit_id
    confirming = _but(act.officer, serving_as(Role.CLERK, agency) | serving_as(Role.LEADER, agency))
    proposing = _but(act.officer, drafting_for(agency))
    if confirming:
        yield Problem(f"Anh/chị là người đề nghị nhập văn bản này: {confirming} đối chiếu và nhập.")
    elif proposing:
        yield Problem(
            f"Anh/chị là người đề nghị nhập văn bản này: rút lại để {proposing} đề nghị, rồi anh/chị đối chiếu."
        )
    else:
        yield Exempt("Người đề nghị tự đối chiếu và nhập: cơ quan chỉ có một người.")


def _but(officer: Officer, others: QuerySet[Officer]) -> str:
    return ", ".join(str(other) for other in others.exclude(pk=officer.pk).order_by("pk")[:5])


def scan_confirmed(act: Act) -> Iterator[Problem]:
    scan = Scan.objects.filter(document=act.row).defer("pdf").first()
    if scan is None:
        yield Problem("Chưa có bản quét của văn bản đã ký, đóng dấu: tải bản quét PDF lên.", "scan")
    elif scan.confirmed_at is None:
        yield Problem(
            "Bản quét chưa được đối chiếu: so từng trang với bản của hệ thống rồi xác nhận.", "scan"
        )


def look_at_signed_file(act: Act) -> Iterator[signing.Added]:
    """Beforehand: what the file adds to our copy."""
    yield signing.added_to(act.row, act["signed"])


def look_at_annexes(act: Act) -> Iterator[sealing_annexes.SealedAnnexes]:
    """Beforehand: the files of annexes that came with it."""
    yield sealing_annexes.looked_at(act.row, act["annexes"])


annexes_signed_as_asked = sealing_annexes.sealed_with_the_document


def signed_as_asked(act: Act) -> Iterator[Problem | Exempt]:
    """The file is our copy with lawful signatures added; one signature when it was made here."""
    added = act.fact(signing.Added)
    yield from added.problems
    if added.problems:
        return
    if not signing.is_still_to(act.row, added):
        yield Problem("Bản trình ký vừa có thêm chữ ký của người khác: tải bản mới về rồi ký lại.", "file")
        return
    if act.step.name != Action.TAKE_BACK and len(added.signatures) != 1:
        yield Problem("Mỗi lần chỉ thêm một chữ ký.")
    if added.doubt and not act["same_agency"]:
        yield Problem(
            f"{added.doubt} Nhầm khóa thì ký lại bằng khóa của cơ quan; đúng là chứng thư của cơ quan, "
            "chỉ khác cách ghi tên, thì đánh dấu xác nhận bên dưới.",
            "same_agency",
        )
    elif added.doubt:
        yield Exempt(f"{added.doubt} {act.officer} xác nhận là chứng thư của cơ quan.")


def leader_signs_himself(act: Act) -> Iterator[Problem]:
    """A leader signs with his own key what bears his own name."""
    if search_key(str(act.officer)) != search_key(act.row.signer):
        yield Problem(f"Văn bản ghi người ký là {act.row.signer}: chỉ người này ký số được.")


def not_yet_sealed(act: Act) -> Iterator[Problem]:
    if act.row.signatures.filter(capacity=Capacity.AGENCY).exists():
        yield Problem("Văn bản đã có chữ ký, con dấu của cơ quan: ban hành được rồi.")


def look_that_it_can_be_signed(act: Act) -> Iterator[Problem]:
    """Beforehand, while no number is spent: raises Refusal for pages that cannot be printed or have no place to sign.

    Number, day and code move no line (`plans.paper.sheet`), so the pages without them tell. Of a document that is not
    complete the guard of the step says what is missing.
    """
    if any(isinstance(said, Problem) for said in complete(act)):
        return
    paper = replace(paper_of(act.row, signing_copy=True), source=None)
    appearance.place_of_signature(to_pdf(paper), paper)
    yield from ()  # a guard, with nothing to say when it is well


def signed_and_sealed(act: Act) -> Iterator[Problem]:
    """An electronic document needs both signatures (NĐ 30/2020, Điều 5.1); a paper one, name and seal."""
    made = set(act.row.signatures.values_list("capacity", flat=True))
    if Capacity.PERSON not in made:
        yield Problem("Văn bản chưa có chữ ký của người có thẩm quyền.")
    if act.row.beside_signer and Capacity.BESIDE not in made:
        yield Problem(f"Văn bản chưa có chữ ký của {act.row.beside_signer}: ký vào bản trình ký rồi tải lên.")
    if Capacity.AGENCY not in made:
        yield Problem("Văn bản chưa có chữ ký số của cơ quan: văn thư đóng dấu số trước khi ban hành.")
    yield from sealing_annexes.all_sealed(act.row)


def unchanged_since_signing(act: Act) -> Iterator[Problem]:
    if freezing.has_drifted(act.row):
        yield Problem(
            "Nội dung trên hệ thống khác bản đã ký: hủy số, đưa văn bản về dự thảo rồi trình ký lại."
        )


def unchanged_since_proposed(act: Act) -> Iterator[Problem]:
    if freezing.has_drifted(act.row):
        yield Problem("Nội dung trên hệ thống khác bản đã đề nghị nhập: trả lại để đề nghị lại.")


def earlier_acts_in_force(act: Act) -> Iterator[Problem]:
    """Only what is in force can be replaced, amended or corrected."""
    yield from _not_in_force(act.row)


def _not_in_force(document: Document) -> Iterator[Problem]:
    changed = document.earlier_relations.exclude(kind=RelationKind.REVOKES).select_related("earlier__unit")
    for relation in changed:
        earlier = relation.earlier
        if earlier.status != Status.ISSUED:
            yield Problem(
                f"{earlier.kind_name} số {earlier.code} {earlier.get_status_display()}: "
                f"không {relation.get_kind_display()} được nữa."
            )


def revoked_by_an_issued_act(act: Act) -> Iterator[Problem]:
    by = act["by"]
    if by is not None and (by.status != Status.ISSUED or by.unit_id != act.row.unit_id):
        yield Problem("Văn bản thu hồi phải do chính cơ quan này ban hành và đang có hiệu lực.", "by")


def look_that_copy_is_printed(act: Act) -> Iterator[Problem]:
    """Beforehand: what is issued is the copy that was signed, and no page is printed under the lock."""
    freezing.signing_copy_of(act.row)
    freezing.annex_files_of(act.row)
    yield from ()


def _shown_by(act: Act) -> Iterator[Shown]:
    """The reason stays in the record; the document itself is read by others once it is laid before them."""
    yield Shown(act["reason"], "lý do")
    yield Shown(act["note"], "lời trình")
    if act.step.after in (Status.SUBMITTED, Status.ISSUED):
        yield from shown_by(act.row)


no_child_is_named = asks_about(_shown_by)
