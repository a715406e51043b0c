"""What must hold before an act. Each guard gives every problem it finds; none changes anything."""

from collections.abc import Iterator
from datetime import date

from childlabour.core.errors import Problem
from childlabour.core.vietnamese import search_key, short_date
from childlabour.units.holding import serving_as
from childlabour.units.models import Role, Unit
from plans.checking.dossier import dossier_of
from plans.checking.findings import Severity
from plans.checking.rules import check
from plans.models import Action, Capacity, Kind, RelationKind, Scan, Status

from . import freezing, register, signing
from .act import Act


def complete(act: Act) -> Iterator[Problem]:
    """What the decree asks of every document (NĐ 30/2020, Điều 8.2) is there."""
    plan = act.plan
    if not plan.title.strip():
        yield Problem("Văn bản chưa có trích yếu: ghi nội dung chính trong một câu.", "title", "title")
    if plan.kind != Kind.LETTER and not plan.citations.exists():
        yield Problem("Văn bản chưa có căn cứ: thêm ít nhất một căn cứ.", "citations", "citations")
    if plan.kind == Kind.LETTER and not plan.addressees.strip():
        yield Problem("Công văn chưa có nơi kính gửi.", "addressees", "addressees")
    if not (plan.preamble.strip() or plan.sections.exists()):
        yield Problem("Văn bản chưa có nội dung: thêm phần mở đầu hoặc các phần.", "sections", "sections")
    if not plan.recipients.exists():
        yield Problem("Văn bản chưa có nơi nhận: thêm nơi nhận và dòng lưu.", "recipients", "recipients")
    if not plan.signature_lines.strip():
        yield Problem("Chưa ghi quyền hạn, chức vụ của người ký.", "signature_lines", "signature")
    if not plan.signer.strip():
        yield Problem("Chưa ghi họ và tên người ký.", "signer", "signature")


def nothing_to_mend(act: Act) -> Iterator[Problem]:
    """What the decree asks for, and what the check before submitting calls an error."""
    missing = list(complete(act))
    yield from missing
    said = {problem.anchor for problem in missing}
    for finding in check(dossier_of(act.plan)):
        if finding.severity == Severity.ERROR and finding.anchor not in said:
            yield Problem(finding.message, anchor=finding.anchor)


def reason_given(act: Act) -> Iterator[Problem]:
    if not act.details.reason.strip():
        yield Problem(f"Ghi lý do {act.action_name} để người soạn và hồ sơ cùng biết.", "reason")


def read_as_it_stands(act: Act) -> Iterator[Problem]:
    """The leader approves what he read (NĐ 30/2020, Điều 11.2), not what was handed in meanwhile."""
    latest = act.plan.submissions.order_by("-pk").values_list("pk", flat=True).first()
    if act.details.seen is not None and act.details.seen != latest:
        yield Problem("Văn bản đã được trình lại sau khi anh/chị mở trang này: đọc bản mới rồi duyệt.")


def four_eyes(act: Act) -> Iterator[Problem]:
    """Nobody approves what he laid before himself, unless there is nobody else; then the event says so."""
    submitted = act.last_submission
    if submitted is None or submitted.officer_id != act.officer.pk:
        return
    leaders = serving_as(Role.LEADER, act.plan.unit_id)
    others = [str(officer) for officer in leaders.exclude(pk=act.officer.pk)[:5]]
    if others:
        yield Problem(f"Anh/chị là người trình văn bản này: {', '.join(others)} duyệt thay.")
    else:
        act.exceptions.append("Người trình tự duyệt: cơ quan chỉ có một người có quyền duyệt.")


def number_free(act: Act) -> Iterator[Problem]:
    told = act.details
    if told.day is None:
        yield Problem("Ghi ngày văn bản.", "day")
    else:
        if not act.plan.unit.is_valid_on(told.day):
            act.exceptions.append(_outside_its_time(act.plan.unit, told.day))
        yield from register.problems(act.plan, told.day, told.number, told.reason, told.series)


def _outside_its_time(unit: Unit, day: date) -> str:
    """Offices are merged while their papers are on the way: written down for people to judge, not refused."""
    ended = f" (đến hết ngày {short_date(unit.valid_to)})" if unit.valid_to else ""
    return (
        f"Ngày văn bản {short_date(day)} nằm ngoài thời gian hoạt động của {unit}{ended}: "
        "xem lại ngày, hoặc để cơ quan kế thừa ban hành."
    )


def old_number_free(act: Act) -> Iterator[Problem]:
    told = act.details
    if told.day is None:
        yield Problem("Ghi ngày ban hành in trên văn bản.", "day")
    if told.number is None:
        yield Problem("Ghi số của văn bản.", "number")
    if told.day and told.number is not None:
        yield from register.carried_over_problems(act.plan, told.number, told.day, told.series)


def scan_confirmed(act: Act) -> Iterator[Problem]:
    scan = Scan.objects.filter(plan=act.plan).defer("pdf").first()
    if scan is None:
        yield Problem("Chưa có bản quét của văn bản đã ký, đóng dấu: tải bản quét PDF lên.", "scan")
    elif scan.confirmed_at is None:
        yield Problem(
            "Bản quét chưa được đối chiếu: so từng trang với bản của hệ thống rồi xác nhận.", "scan"
        )


def signed_as_asked(act: Act) -> Iterator[Problem]:
    """The file is our copy with lawful signatures added; one signature when it was made here."""
    added = act.added = signing.added_to(act.plan, act.details.signed)
    yield from added.problems
    if added.problems:
        return
    if act.action != Action.TAKE_BACK and len(added.signatures) != 1:
        yield Problem("Mỗi lần chỉ thêm một chữ ký.")
    if added.doubt and not act.details.same_agency:
        yield Problem(
            f"{added.doubt} Nhầm khóa thì ký lại bằng khóa của cơ quan; đúng là chứng thư của cơ quan, "
            "chỉ khác cách ghi tên, thì đánh dấu xác nhận bên dưới.",
            "same_agency",
        )
    elif added.doubt:
        act.exceptions.append(f"{added.doubt} {act.officer} xác nhận là chứng thư của cơ quan.")


def leader_signs_himself(act: Act) -> Iterator[Problem]:
    """A leader signs with his own key what bears his own name."""
    if search_key(str(act.officer)) != search_key(act.plan.signer):
        yield Problem(f"Văn bản ghi người ký là {act.plan.signer}: chỉ người này ký số được.")


def not_yet_sealed(act: Act) -> Iterator[Problem]:
    if act.plan.signatures.filter(capacity=Capacity.AGENCY).exists():
        yield Problem("Văn bản đã có chữ ký, con dấu của cơ quan: ban hành được rồi.")


def signed_and_sealed(act: Act) -> Iterator[Problem]:
    """An electronic document needs both signatures (NĐ 30/2020, Điều 5.1); a paper one, name and seal."""
    made = set(act.plan.signatures.values_list("capacity", flat=True))
    if Capacity.PERSON not in made:
        yield Problem("Văn bản chưa có chữ ký của người có thẩm quyền.")
    if Capacity.AGENCY not in made:
        yield Problem("Văn bản chưa có chữ ký số của cơ quan: văn thư đóng dấu số trước khi ban hành.")


def unchanged_since_signing(act: Act) -> Iterator[Problem]:
    yield from freezing.drift_problems(act.plan)


def earlier_acts_in_force(act: Act) -> Iterator[Problem]:
    """Only what is in force can be replaced, amended or corrected."""
    changed = act.plan.earlier_relations.exclude(kind=RelationKind.REVOKES).select_related("earlier__unit")
    for relation in changed:
        earlier = relation.earlier
        if earlier.status != Status.ISSUED:
            yield Problem(
                f"{earlier.kind_name} số {earlier.code} {earlier.get_status_display()}: "
                f"không {relation.get_kind_display()} được nữa."
            )


def revoked_by_an_issued_act(act: Act) -> Iterator[Problem]:
    by = act.details.by
    if by is not None and (by.status != Status.ISSUED or by.unit_id != act.plan.unit_id):
        yield Problem("Văn bản thu hồi phải do chính cơ quan này ban hành và đang có hiệu lực.", "by")
