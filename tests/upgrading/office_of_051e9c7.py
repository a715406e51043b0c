"""An office at work with the code of 051e9c7: a document in every status, brought there by its own people.

`make_fixture.py` runs this file inside the tree of that commit, on an empty database. It speaks the names of
that code for ever: what is renamed later is not renamed here. Prints what the office has at the end, as JSON.
"""

import json
import random
import secrets
import sys
from collections import Counter
from datetime import date, datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import django
from django.utils import timezone

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


class Clock:
    """The time of the office: it starts at eight, and whoever looks at it finds it a second later."""

    def __init__(self):
        self.moment = datetime.min

    def open(self, day: date) -> date:
        self.moment = datetime(day.year, day.month, day.day, 8, tzinfo=HANOI)
        return day

    def now(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment.astimezone(ZoneInfo("UTC"))


CLOCK = Clock()
CLOCK.open(date(2023, 5, 22))
timezone.now = CLOCK.now
secrets.choice = random.Random(782).choice  # codes on papers, the same ones each time
django.setup()

from django.apps import apps  # noqa: E402
from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: E402
from PIL import Image  # noqa: E402

from childlabour.units.models import Place, PlaceSuccession, Unit, UnitSuccession  # noqa: E402
from plans.drafting import arranging, saving  # noqa: E402
from plans.drafting.starting import Start, start_blank, start_from_upper  # noqa: E402
from plans.followup.answering import answer  # noqa: E402
from plans.followup.steps import Move  # noqa: E402
from plans.issuing import register, scans, signing  # noqa: E402
from plans.issuing.checking import faults  # noqa: E402
from plans.issuing.keys import FileKey  # noqa: E402
from plans.issuing.pades import sign  # noqa: E402
from plans.issuing.pdf_files import pages_of, picture_of  # noqa: E402
from plans.issuing.workflow import keep_as_found, perform  # noqa: E402
from plans.models import (  # noqa: E402
    Action,
    Assignment,
    AssignmentRole,
    Kind,
    NumberSeries,
    Plan,
    RegisterEntry,
    RelationKind,
    SectionKind,
    Status,
)
from targets.models import Indicator, Target  # noqa: E402
from tests.cast import Office, a_letter, a_plan, add_tasks, an_office, with_password  # noqa: E402
from tests.issuing.certificates import PASS_PHRASE, given_to  # noqa: E402

NOT_THIS_OFFICE_S = ("admin", "auth", "axes", "contenttypes", "sessions")  # apps whose tables may be empty
DPI = 200


def main() -> None:
    office = an_office()
    with_password(office.lan)
    look_after_the_catalogue(office)
    CLOCK.open(date(2023, 5, 23))
    upper = work_given_out_and_answered(office)
    drafts(office, upper)
    on_their_way(office)
    CLOCK.open(date(2023, 5, 24))
    taken_off_and_kept(office)
    changed_later(office)
    carried_over(office)
    assert not list(faults())
    assert_nothing_is_empty()
    json.dump(what_there_is(), sys.stdout, ensure_ascii=False, indent=1)


def look_after_the_catalogue(office: Office) -> None:
    """An indicator, a series of its own for reports, and the reform that ends the district."""
    Indicator.objects.create(
        group=office.programme.groups.get(code="MT1"),
        code="MT1.1",
        name="Tỷ lệ trẻ em có nguy cơ được hỗ trợ",
        numerator="số trẻ em được hỗ trợ",
        denominator="số trẻ em có nguy cơ",
    )
    NumberSeries.objects.create(unit=office.committee, name="báo cáo", kinds="BC")
    reform = date(2025, 7, 1)
    new_commune = Place.objects.create(
        code="06442", level="commune", name="xã Tân Thành", parent=office.province, valid_from=reform
    )
    PlaceSuccession.objects.create(
        old=office.commune, new=new_commune, kind="merged", legal_basis="Nghị quyết số 1672/NQ-UBTVQH15"
    )
    new_committee = Unit.objects.create(
        name="Ủy ban nhân dân xã Tân Thành",
        short_name="UBND xã Tân Thành",
        symbol="UBND",
        seat="Tân Thành",
        place=new_commune,
        function="committee",
        valid_from=reform,
    )
    UnitSuccession.objects.create(old=office.people_of_tan_thanh, new=new_committee, kind="merged")


# ── The ways of a document, each step by who takes it ───────────────────────────────────────────


def submitted(office: Office, plan: Plan) -> Plan:
    return perform(Action.SUBMIT, plan, office.lan)


def approved(office: Office, plan: Plan) -> Plan:
    return perform(Action.APPROVE, submitted(office, plan), office.hung)


def numbered(office: Office, plan: Plan) -> Plan:
    return perform(Action.NUMBER, approved(office, plan), office.thu, day=timezone.localdate())


def scanned(office: Office, plan: Plan) -> Plan:
    scans.bring(plan, a_scan(plan.signing_copy.current), office.thu)
    return plan


def signed_by_hand(office: Office, plan: Plan) -> Plan:
    plan = scanned(office, numbered(office, plan))
    scans.confirm(plan, plan.scan.sha256, office.thu)
    return perform(Action.RECORD, plan, office.thu)


def signed_here(office: Office, plan: Plan) -> Plan:
    plan = numbered(office, plan)
    return perform(
        Action.SIGN, plan, office.hung, signed=signing.signed_by_leader(plan, key_of("Vi Văn Hùng"))
    )


def signed_elsewhere(office: Office, plan: Plan) -> Plan:
    plan = numbered(office, plan)
    brought = sign(plan.signing_copy.current, key_of("Vi Văn Hùng"), "Signature1", None)
    return perform(Action.TAKE_BACK, plan, office.thu, signed=brought)


def sealed(office: Office, plan: Plan) -> Plan:
    seal = signing.sealed_by_agency(plan, key_of(office.committee.name))
    return perform(Action.SEAL, plan, office.thu, signed=seal)


def issued(office: Office, plan: Plan) -> Plan:
    return perform(Action.ISSUE, signed_by_hand(office, plan), office.thu)


def later(old: Plan, kind: RelationKind) -> Plan:
    return old.later_relations.get(kind=kind).later


def key_of(name: str) -> FileKey:
    return FileKey(given_to(name).file, PASS_PHRASE)


def a_scan(pdf: bytes) -> bytes:
    """In black and white, which takes a tenth of the room of colour."""
    across, down = (round(side / 25.4 * DPI) for side in (210, 297))
    pages = [
        Image.open(BytesIO(picture_of(pdf, number)))
        .convert("L")
        .resize((across, down))
        .convert("1", dither=0)
        for number in range(len(pages_of(pdf)))
    ]
    written = BytesIO()
    when = timezone.now().timetuple()
    pages[0].save(
        written,
        "PDF",
        resolution=DPI,
        save_all=True,
        append_images=pages[1:],
        creationDate=when,
        modDate=when,
    )
    return written.getvalue()


# ── What the office has ─────────────────────────────────────────────────────────────────────────


def work_given_out_and_answered(office: Office) -> Plan:
    """Signed and sealed with keys; the commune has its six tasks in the six states, with answers and a picture."""
    plan = a_plan(office=office, tasks=0, title="Thực hiện Chương trình năm 2023")
    Target.objects.filter(section__plan=plan, order=0).update(indicator=Indicator.objects.get())
    tasks = add_tasks(plan.sections.get(kind=SectionKind.ORGANISATION), 6, (office.people_of_tan_thanh,))
    Assignment.objects.create(
        task=tasks[0], unit=office.police, role=AssignmentRole.PARTNER, due_on=date(2023, 10, 31)
    )
    plan = perform(Action.ISSUE, sealed(office, signed_here(office, plan)), office.thu)
    _given, received, under_way, reported, done, sent_back = (
        task.assignments.get(unit=office.people_of_tan_thanh).pk for task in tasks
    )
    for pk in (received, under_way, reported, done, sent_back):
        answer(Move.RECEIVE, pk, office.pao)
    answer(Move.REPORT, under_way, office.pao, text="Đã lập danh sách 12 hộ.", uploads=[a_picture()])
    for pk in (reported, done, sent_back):
        answer(Move.FINISH, pk, office.pao, text="Đã thăm đủ 12 hộ, không có trẻ em bỏ học.")
    answer(Move.ACCEPT, done, office.lan)
    answer(Move.SEND_BACK, sent_back, office.lan, text="Bổ sung danh sách có xác nhận của trường.")
    return plan


def a_picture() -> SimpleUploadedFile:
    written = BytesIO()
    Image.new("RGB", (2, 2), "white").save(written, "PNG")
    return SimpleUploadedFile("danh-sach.png", written.getvalue())


def drafts(office: Office, upper: Plan) -> None:
    """Written spot by spot by two people, from the plan above, and sent back once."""
    plan = start_blank(Start(office.committee, 2024, office.lan))
    typed = {"preamble": "Thực hiện Chương trình, Ủy ban nhân dân huyện ban hành Kế hoạch như sau:"}
    assert isinstance(saving.save_spot(plan.pk, "preamble", typed, office.lan), saving.Saved)
    objectives = plan.sections.get(kind=SectionKind.OBJECTIVES)
    sentences = "Trên 90% trẻ em có nguy cơ được hỗ trợ.\nGiảm tối đa số trẻ em lao động trái pháp luật."
    arranging.add_targets(plan.pk, f"section-{objectives.pk}", sentences, office.lan)
    tasks = plan.sections.get(kind=SectionKind.TASKS)
    arranging.add_tasks(plan.pk, f"section-{tasks.pk}", "Truyền thông\n- Phát 500 tờ rơi.", office.son)
    start_from_upper(Start(office.people_of_tan_thanh, 2023, office.pao), upper)
    plan = submitted(office, a_plan(office=office, title="Bị trả lại để bổ sung kinh phí"))
    perform(Action.SEND_BACK, plan, office.hung, reason="Bổ sung kinh phí.")


def on_their_way(office: Office) -> None:
    submitted(office, a_plan(office=office, title="Đã trình"))
    approved(office, a_plan(office=office, title="Đã duyệt"))
    numbered(office, a_plan(office=office, title="Đã cấp số, chờ ký"))
    scanned(office, numbered(office, a_letter(office=office, title="đã quét, chờ đối chiếu")))
    signed_by_hand(office, a_plan(office=office, title="Đã ký tay"))
    signed_here(office, a_plan(office=office, title="Đã ký số, chờ đóng dấu"))
    sealed(office, signed_elsewhere(office, a_plan(office=office, title="Ký số bằng công cụ ngoài")))
    cancelled = submitted(office, a_plan(office=office, title="Gộp vào kế hoạch chung"))
    perform(Action.CANCEL, cancelled, office.lan, reason="Gộp vào kế hoạch chung.")


def taken_off_and_kept(office: Office) -> None:
    """A number taken off and another given, two kept ones (one given up), a report in a series of its own."""
    plan = numbered(office, a_plan(office=office, title="Bị hủy số rồi trình lại"))
    plan = perform(Action.VOID, plan, office.thu, reason="Sai thể thức.")
    submitted(office, plan)
    series = register.common_series(office.committee)
    kept, given_up = register.reserve(series, office.thu, timezone.localdate(), "Chờ văn bản liên ngành.", 2)
    register.void_kept(given_up, office.thu, "Không ban hành nữa.")
    assert kept.state == "reserved"
    issued(office, a_plan(office=office, kind=Kind.REPORT, title="Kết quả 6 tháng đầu năm 2023"))


def changed_later(office: Office) -> None:
    """One amended, one replaced, one revoked by a decision, one being corrected."""
    amended = issued(office, a_plan(office=office, title="Sẽ được sửa đổi"))
    perform(Action.AMEND, amended, office.lan)
    amendment = later(amended, RelationKind.AMENDS)
    amendment.preamble = "Ủy ban nhân dân huyện sửa đổi, bổ sung mục II như sau:"
    amendment.save()
    issued(office, amendment)
    replaced = issued(office, a_plan(office=office, title="Sẽ được thay thế"))
    perform(Action.REPLACE, replaced, office.lan)
    issued(office, later(replaced, RelationKind.REPLACES))
    revoked = issued(office, a_plan(office=office, title="Sẽ bị thu hồi"))
    decision = issued(office, a_plan(office=office, kind=Kind.DECISION, title="Thu hồi một kế hoạch"))
    perform(Action.REVOKE, revoked, office.hung, reason="Trái thẩm quyền.", by=decision)
    perform(Action.CORRECT, amended, office.lan)
    RegisterEntry.objects.filter(plan=amended).update(copies=12, sent_on=timezone.localdate())


def carried_over(office: Office) -> None:
    """From the paper book of the year before, and one of which nobody knows number and date."""
    before = {"period_from": 2022, "period_to": 2022, "office": office}
    plan = a_plan(**before, title="Kế hoạch năm 2022, nhập lại từ sổ giấy")
    perform(Action.CARRY_OVER, plan, office.thu, number=10, day=date(2022, 5, 26))
    keep_as_found(a_plan(**before, title="Kế hoạch năm 2022, không rõ số"))


# ── What is told about it ───────────────────────────────────────────────────────────────────────


def assert_nothing_is_empty() -> None:
    ours = [model for model in apps.get_models() if model._meta.app_label not in NOT_THIS_OFFICE_S]
    empty = {model._meta.label for model in ours if not model._base_manager.exists()}
    assert not empty, empty
    missing = set(Status) - set(Plan.objects.values_list("status", flat=True))
    assert not missing, missing


def what_there_is() -> dict:
    return {
        "documents": [facts_of(plan) for plan in Plan.objects.order_by("pk")],
        "book": [
            [entry.number, entry.state, entry.book.series.name, entry.book.year]
            for entry in RegisterEntry.objects.order_by("pk")
        ],
        "assignments": Counter(Assignment.objects.values_list("state", flat=True)),
    }


def facts_of(plan: Plan) -> dict:
    return {
        "pk": plan.pk,
        "kind": plan.kind,
        "status": plan.status,
        "origin": plan.origin,
        "title": plan.title,
        "code": plan.code,
        "says": list(words_of(plan)),
        "acts": list(plan.events.values_list("action", flat=True)),
        "versions": plan.versions.count(),
        "submissions": plan.submissions.count(),
        "signatures": list(plan.signatures.values_list("signer", flat=True)),
        "changes": [[r.kind, r.earlier_id] for r in plan.earlier_relations.all()],
        "copy": plan.signing_copy.sha256 if hasattr(plan, "signing_copy") else None,
        "scan": plan.scan.sha256 if hasattr(plan, "scan") else None,
        "issue": plan.issue.sha256 if hasattr(plan, "issue") else None,
    }


def words_of(plan: Plan):
    """Every sentence of the document, wherever it is kept."""
    yield from (plan.title, plan.signer, *plan.preamble.splitlines(), *plan.closing.splitlines())
    yield from plan.citations.values_list("text", flat=True)
    yield from plan.recipients.values_list("text", flat=True)
    for section in plan.sections.all():
        yield from (section.heading, *section.body.splitlines())
        yield from section.targets.values_list("sentence", flat=True)
        for task in section.tasks.all():
            yield from (task.heading, *task.details.splitlines())


if __name__ == "__main__":
    main()
