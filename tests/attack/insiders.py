"""What people of the office, or of another one, try with a key of their own: to see, to do, to sign for others."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from itertools import product
from zipfile import ZipFile

from django.contrib import admin
from django.urls import reverse

from childlabour.core import lengths
from childlabour.core.clock import today
from childlabour.core.vietnamese import short_date
from childlabour.units.models import Officer
from plans.content.asking import content_of
from plans.issuing.workflow import perform
from plans.models import Action, Answer, AnswerFile, Document, Event, RegisterEntry, Status, StoredBlock
from tests.attack.browser import Answer as Heard
from tests.attack.browser import Browser, json_body
from tests.attack.judging import Attack
from tests.attack.papers import LATIN_MARK, MARK, open_again
from tests.attack.site import Site
from tests.cast import a_plan, appoint
from tests.issuing.way import approved
from tests.laws.test_addresses import ADDRESSES, OWN, PUBLIC, UNIT, Row

CHILD = "cháu Vàng A Súa"
MARKS = (MARK.encode(), LATIN_MARK.encode())
RACERS = 8


# ── Seeing what is not theirs ────────────────────────────────────────────────────────────────────


def _addresses(site: Site) -> Iterator[tuple[str, str, Row]]:
    """(address, its name, its row), of the draft, of the one with a number and of the issued one."""
    papers = site.papers.world
    for name, row in ADDRESSES.items():
        if (row.args and "document" in name) or row.args[:1] in (("draft",), ("numbered",), ("issued",)):
            for paper in ("draft", "numbered", "issued"):
                yield reverse(name, args=[papers[paper], *(papers[arg] for arg in row.args[1:])]), name, row
        else:
            yield reverse(name, args=[papers[arg] for arg in row.args]), name, row
    for number in (papers["numbered"], papers["issued"]):
        for whose in ("quet", "goc"):
            name = "issuing:page_picture"
            yield reverse(name, args=[number, whose, 1]), name, ADDRESSES[name]


def _seen_by(browser: Browser, site: Site) -> Iterator[str]:
    for address, name, row in _addresses(site):
        if row.post:
            continue
        answer = browser.get(address)
        if any(mark in answer.body for mark in MARKS):
            yield f"{address} cho thấy chữ của hồ sơ"
        if row.who in (UNIT, OWN) and answer.status == 200 and not _is_own(name):
            yield f"{address} mở ra (200)"


def _is_own(name: str) -> bool:
    """The officer's own, whoever it is."""
    return name.startswith("accounts:")


def seen_by_strangers(site: Site) -> Iterator[str]:
    yield from _seen_by(site.stranger(), site)


def seen_by_a_foreign_officer(site: Site) -> Iterator[str]:
    yield from _seen_by(site.officer(site.office.mai), site)


def seen_in_the_admin(site: Site) -> Iterator[str]:
    """A foreign officer who has the key of the admin: lists, searches, and every row by its number."""
    Officer.objects.filter(pk=site.office.mai.pk).update(is_staff=True)
    browser = site.officer(site.office.mai)
    for model in admin.site._registry:
        kind = f"{model._meta.app_label}_{model._meta.model_name}"
        lists = reverse(f"admin:{kind}_changelist")
        shown = [browser.get(lists), browser.get(f"{lists}?q=Bach")]
        for pk in model._default_manager.order_by("-pk").values_list("pk", flat=True)[:2]:
            shown += [
                browser.get(reverse(f"admin:{kind}_{what}", args=[pk]))
                for what in ("change", "history", "delete")
            ]
        for answer in shown:
            if any(mark in answer.body for mark in MARKS):
                yield f"{model._meta.verbose_name}: chữ của hồ sơ"
            if answer.is_fault:
                yield f"{model._meta.verbose_name}: lỗi {answer.status}"


def searched_for(site: Site) -> Iterator[str]:
    """By words, by filters over a relation, by the API, by completing a field."""
    queries = (
        "?q=Bach",
        "?search=Bach",
        "?title=Bach",
        "?unit=1&status=draft",
        "?status=draft",
        "?page_size=500",
    )
    for browser in (site.stranger(), site.officer(site.office.mai)):
        for place in ("/ke-hoach/", *(f"/api/v1/{what}/" for what in ("plans", "targets", "tasks", "units"))):
            for query in queries:
                if any(mark in browser.get(f"{place}{query}").body for mark in MARKS):
                    yield f"{place}{query} cho thấy dự thảo"


def kept_by_browsers(site: Site) -> Iterator[str]:
    """Pages behind the log-in that a browser, or a proxy on the way, would keep."""
    browser = site.officer(site.office.lan)
    for address, _name, row in _addresses(site):
        if not row.post:
            said = browser.get(address).headers.get("Cache-Control", "")
            is_public = row.who == PUBLIC and f"/{site.papers.issued.pk}/" in address
            if "no-store" not in said and not is_public:
                yield f"{address}: “{said}”"


# ── Doing what is not theirs ─────────────────────────────────────────────────────────────────────


def _state_of_papers() -> tuple[object, ...]:
    documents = Document.objects.order_by("pk").values_list("pk", "status", "updated_at", "number")
    return (*documents, Event.objects.count(), Answer.objects.count(), StoredBlock.objects.count())


def posted_by_foreigners(site: Site) -> Iterator[str]:
    before = _state_of_papers()
    for browser in (site.stranger(), site.officer(site.office.mai)):
        for address, name, row in _addresses(site):
            if row.who in (UNIT, OWN) and (row.post or row.form) and not _is_own(name):
                answer = browser.post(address, {**row.data, "reason": "Của tôi.", "title": "Của tôi"})
                if not answer.is_closed and answer.status != 422:  # an issued paper says why it is closed
                    yield f"{address}: {answer.status}"
    if _state_of_papers() != before:
        yield "một văn bản, trả lời hoặc diễn biến đã đổi"


def _acts_of(browser: Browser, document: Document, acts: list[Action]) -> Iterator[tuple[Action, Heard]]:
    told = {
        "reason": "Thử.",
        "day": short_date(today()),
        "number": 41,
        "seen": document.submissions.values_list("pk", flat=True).last() or 1,
        "compared": "0" * 64,
        "confirm": "0" * 64,
        "status": "issued",
        "signed": "x",
    }
    for act in acts:
        yield act, browser.post(reverse("issuing:act", args=[document.pk, act]), told)


def clerk_alone(site: Site) -> Iterator[str]:
    """Every act by the clerk on a draft that nobody has laid before the leader."""
    draft = a_plan(office=site.office, targets=1, tasks=1)
    browser = site.officer(site.office.thu)
    for act, _answer in _acts_of(browser, draft, list(Action)):
        if Document.objects.get(pk=draft.pk).status != Status.DRAFT:
            yield f"văn thư tự {act.label} một dự thảo"
            return
    browser.post(reverse("issuing:scan", args=[draft.pk]), {"confirm": "0" * 64})
    if site.stranger().get(reverse("public:document", args=[draft.pk])).status != 404:
        yield "dự thảo hiện ra với mọi người"


OF_OTHERS = (
    Action.APPROVE,
    Action.SEND_BACK,
    Action.NUMBER,
    Action.SIGN,
    Action.RECORD,
    Action.SEAL,
    Action.TAKE_BACK,
    Action.VOID,
    Action.ISSUE,
    Action.CARRY_OVER,
    Action.REVOKE,
    Action.BECOME_REPLACED,
    Action.TAKE_DOWN,
)


def drafter_for_others(site: Site) -> Iterator[str]:
    """Acts of the leader and of the clerk, sent by the drafter, at every stage of the way."""
    laid = perform(Action.SUBMIT, a_plan(office=site.office, targets=1, tasks=1), site.office.lan)
    accepted = approved(site.office, a_plan(office=site.office, targets=1, tasks=1))
    browser = site.officer(site.office.lan)
    for document in (laid, accepted, site.papers.numbered, site.papers.issued):
        before = Document.objects.get(pk=document.pk).status
        for act, _answer in _acts_of(browser, document, list(OF_OTHERS)):
            if (after := Document.objects.get(pk=document.pk).status) != before:
                yield f"người soạn {act.label} được ({before} → {after})"
                return


def own_approval(site: Site) -> Iterator[str]:
    """Somebody with both hats lays a draft before himself; there is another leader."""
    both = appoint(
        site.second_clerk, site.office.committee, "Chánh Văn phòng", is_drafter=True, is_leader=True
    )
    laid = perform(Action.SUBMIT, a_plan(office=site.office, targets=1, tasks=1), both.officer)
    _acts = list(_acts_of(site.comes_in_anew(both.officer), laid, [Action.APPROVE]))
    if Document.objects.get(pk=laid.pk).status != Status.SUBMITTED:
        yield "người trình tự duyệt"


SMUGGLED = {
    "status": "issued",
    "number": "41",
    "unit": "1",
    "document": "1",
    "origin": "carried_over",
    "verification_code": "AAAA-AAAA-AAAA-AAAA",
    "pk": "1",
    "id": "1",
    "is_superuser": "on",
    "is_keeper": "on",
}


def fields_added_to_a_form(site: Site) -> Iterator[str]:
    """Columns that the form does not show, in a form of one's own."""
    draft, browser = a_plan(office=site.office, targets=1, tasks=1), site.officer(site.office.lan)
    facts = ("unit_id", "number", "status", "origin", "verification_code")
    before = Document.objects.filter(pk=draft.pk).values_list(*facts).get()
    block = draft.blocks.first()
    for key, words in (
        ("body", {"lines": "Lời mới."}),
        ("identity", {"title": "Tên mới"}),
        ("signature", {"signer": "Vi Văn Hùng"}),
        (f"block-{block.key}", {"lines": "Lời mới."}),
    ):
        browser.post(reverse("desk:spot", args=[draft.pk, key]), {**words, "overwrite": "yes", **SMUGGLED})
    browser.post(reverse("accounts:password"), SMUGGLED)
    if "Lời mới." not in [block.text for block in content_of(Document.objects.get(pk=draft.pk)).blocks]:
        yield "không sửa được dự thảo của mình: phép thử chưa thử được gì"
    if Document.objects.filter(pk=draft.pk).values_list(*facts).get() != before:
        yield "dự thảo nhận trường không có trong biểu mẫu"
    if StoredBlock.objects.get(pk=block.pk).document_id != draft.pk:
        yield "một đoạn sang dự thảo khác"
    if Officer.objects.filter(pk=site.office.lan.pk, is_superuser=True).exists():
        yield "cán bộ tự thành người quản trị"


def rows_of_another_draft(site: Site) -> Iterator[str]:
    """The own draft in the address, a row of somebody else's behind it."""
    theirs = a_plan(site.office.other_committee, office=site.office, targets=4, tasks=4)
    own, issued = a_plan(office=site.office, targets=1, tasks=1), site.papers.issued
    browser, before = site.officer(site.office.lan), _state_of_papers()
    for address in _addresses_of_blocks(theirs, own, issued):
        answer = browser.post(address, {"lines": "Của tôi", "do": "task"})
        if not answer.is_closed:
            yield f"{address}, đoạn của dự thảo khác: {answer.status}"
    browser.post(reverse("desk:start"), {"unit": theirs.unit_id, "year": 2024, "way": "blank"})
    if _state_of_papers() != before:
        yield "dự thảo của cơ quan khác bị đổi, hoặc lập được một dự thảo cho họ"
    browser.post(reverse("desk:start"), {"unit": site.office.committee.pk, "year": 2024, "way": "blank"})
    if _state_of_papers() == before:
        yield "cho cơ quan mình cũng không lập được: phép thử chưa thử được gì"


def _addresses_of_blocks(theirs: Document, *own: Document) -> Iterator[str]:
    """A key is of one document alone: those that the own ones do not have."""
    known = set(StoredBlock.objects.filter(document__in=own).values_list("key", flat=True))
    draft, issued = own
    for key in theirs.blocks.exclude(key__in=known).values_list("key", flat=True):
        yield reverse("desk:spot", args=[draft.pk, f"block-{key}"])
        yield reverse("issuing:mark", args=[issued.pk, key])


def written_through_the_api(site: Site) -> Iterator[str]:
    before = _state_of_papers()
    said = {"Content-Type": "application/json", "X-CSRFToken": "a" * 32}
    body = json_body({"status": "issued", "title": "Của tôi", "number": 1})
    for browser in (site.stranger(), site.officer(site.office.lan), site.officer(site.office.son)):
        for place in ("plans", "targets", "tasks", "units", "programmes"):
            for verb in ("POST", "PUT", "PATCH", "DELETE"):
                for row in ("", "1/"):
                    answer = browser.asks(verb, f"/api/v1/{place}/{row}", body, said)
                    if answer.status not in {401, 403, 404, 405}:
                        yield f"{verb} /api/v1/{place}/{row}: {answer.status}"
    if _state_of_papers() != before:
        yield "API đã ghi"


def numbers_raced_for(site: Site) -> Iterator[str]:
    """Eight windows of the clerk give a number to the same paper at the same moment."""
    paper = approved(site.office, a_plan(office=site.office, targets=1, tasks=1))
    address, browser = reverse("issuing:act", args=[paper.pk, "number"]), site.officer(site.office.thu)
    events = Event.objects.filter(document=paper, action=Action.NUMBER)
    with ThreadPoolExecutor(RACERS) as crowd:
        answers = list(
            crowd.map(lambda _: browser.post(address, {"day": short_date(today())}), range(RACERS))
        )
    if faults := [answer.status for answer in answers if answer.is_fault]:
        yield f"lỗi {faults[0]}"
    if RegisterEntry.objects.filter(document=paper).count() != 1 or events.count() != 1:
        yield "một văn bản được cấp nhiều số"


# ── Words ────────────────────────────────────────────────────────────────────────────────────────

SCRIPT = "<script>alert(7741)</script>"
FORMULA = '=HYPERLINK("http://example.org";"7741")'


def words_that_run(site: Site) -> Iterator[str]:
    draft = a_plan(
        office=site.office, title=f"{SCRIPT} '\"><img src=x onerror=alert(7741)>", targets=1, tasks=1
    )
    draft.blocks.exclude(type="table").update(runs=[[SCRIPT, True, False, []]], marker=SCRIPT[:20])
    Officer.objects.filter(pk=site.office.mai.pk).update(full_name=SCRIPT)
    pages: list[tuple[Officer, str]] = [
        (site.office.lan, "/ban-lam-viec/"),
        *(
            (site.office.lan, reverse(name, args=[draft.pk]))
            for name in ("desk:editor", "desk:sheet", "desk:check")
        ),
        (site.office.lan, reverse("issuing:document", args=[draft.pk])),
        (site.office.son, "/quan-tri/plans/document/"),
        (site.office.son, f"/quan-tri/plans/document/{draft.pk}/change/"),
        (site.office.son, "/quan-tri/units/officer/"),
    ]
    for officer, address in pages:
        shown = site.officer(officer).get(address)
        if SCRIPT in shown.text or "<img src=x" in shown.text:
            yield f"{address}: chữ của người dùng thành mã"
        if shown.is_fault:
            yield f"{address}: lỗi {shown.status}"


def formulas_in_a_workbook(site: Site) -> Iterator[str]:
    paper = approved(site.office, a_plan(office=site.office, title=FORMULA, targets=1, tasks=1))
    perform(Action.NUMBER, paper, site.office.thu, day=today())
    book = site.officer(site.office.thu).get(
        reverse("issuing:register_file", args=[site.office.committee.pk, "xlsx"])
    )
    with ZipFile(BytesIO(book.body)) as parts:
        cells = b"".join(
            parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/sheet")
        )
    if b"<f>" in cells or b"<f " in cells:
        yield "trích yếu thành công thức trong sổ Excel"


def long_text_in_a_draft(site: Site) -> Iterator[str]:
    """As many letters, or digits, as a block holds, and five times as many; then every page that shows them."""
    browser = site.officer(site.office.lan)
    for letter, length in product(("a", "1", "1."), (lengths.BLOCK, 5 * lengths.BLOCK)):
        draft = a_plan(office=site.office, targets=1, tasks=1)
        text = (letter * length)[:length]
        answer = browser.post(reverse("desk:spot", args=[draft.pk, "body"]), {"lines": text})
        yield from (f"lưu: lỗi {answer.status}" for _ in range(answer.is_fault))
        for name in ("desk:editor", "desk:sheet", "desk:check", "public:pdf"):
            shown = browser.get(reverse(name, args=[draft.pk]))
            yield from (f"{name}: lỗi {shown.status}" for _ in range(shown.is_fault))


def child_named(site: Site) -> Iterator[str]:
    """In an answer, in the name of a file, in a reason; as a page and as JSON."""
    assignment = reverse("tasks:assignment", args=[site.papers.assignment.pk])
    reason = reverse("issuing:act", args=[site.papers.numbered.pk, "send_back"])
    before = Answer.objects.count(), AnswerFile.objects.count()
    open_again(site.papers.assignment)
    tries: list[tuple[Officer, str, dict[str, object], list[tuple[str, str, bytes]]]] = [
        (site.office.pao, assignment, {"move": "report", "text": f"Đã đưa {CHILD} trở lại trường."}, []),
        (
            site.office.pao,
            assignment,
            {"move": "report", "text": "Đã họp."},
            [("files", "chau-Vang-A-Sua.pdf", b"%PDF-1.4\n")],
        ),
        (site.office.hung, reason, {"reason": f"Bỏ tên {CHILD} sinh ngày 12/3/2012."}, []),
    ]
    for officer, address, fields, files in tries:
        for said, wanted in (({}, {422}), ({"Accept": "application/json"}, {409})):
            answer = site.officer(officer).post(address, fields, files, **said)
            if answer.status not in wanted:
                yield f"{address}: {answer.status} thay vì hỏi lại"
    if (Answer.objects.count(), AnswerFile.objects.count()) != before:
        yield "tên trẻ em được giữ mà chưa hỏi"
    if Document.objects.get(pk=site.papers.numbered.pk).status != Status.NUMBERED:
        yield "văn bản bị trả lại với tên trẻ em trong lý do"


def _row(
    name: str, tries: str, holds: str, act: Callable[[Site], Iterator[str]], seconds: int = 60
) -> Attack:
    return Attack(name, tries, holds, act, seconds)


ATTACKS = (
    _row(
        "Người lạ mở mọi địa chỉ",
        "Từng địa chỉ của dự thảo, văn bản có số, hồ sơ.",
        "Không thấy chữ nào.",
        seen_by_strangers,
        150,
    ),
    _row(
        "Cán bộ huyện khác mở mọi địa chỉ",
        "Như người lạ, với tài khoản thật.",
        "Không thấy chữ nào của hồ sơ.",
        seen_by_a_foreign_officer,
        150,
    ),
    _row(
        "Cán bộ huyện khác vào trang quản trị",
        "Danh sách, tìm, từng dòng.",
        "Không thấy chữ nào.",
        seen_in_the_admin,
        120,
    ),
    _row("Tìm cho ra dự thảo", "Tìm, lọc ở trang công khai và API.", "Không ra dự thảo nào.", searched_for),
    _row(
        "Trang còn lại trong trình duyệt",
        "Mọi trang sau đăng nhập.",
        "Trang nào cũng no-store.",
        kept_by_browsers,
    ),
    _row(
        "Người ngoài gửi mọi biểu mẫu",
        "POST giả tới từng địa chỉ.",
        "Không gì thay đổi.",
        posted_by_foreigners,
    ),
    _row("Văn thư một mình công bố", "Mọi việc trên một dự thảo.", "Vẫn là dự thảo.", clerk_alone),
    _row(
        "Người soạn làm thay",
        "Duyệt, cấp số, ký, ban hành bằng POST giả.",
        "Không việc nào được làm.",
        drafter_for_others,
        90,
    ),
    _row("Tự trình tự duyệt", "Một người đội hai mũ.", "Người khác phải duyệt.", own_approval),
    _row(
        "Thêm trường vào biểu mẫu",
        "Gửi kèm status, number, unit, is_keeper.",
        "Bị bỏ qua.",
        fields_added_to_a_form,
    ),
    _row(
        "Đổi số trong địa chỉ",
        "Dòng của dự thảo khác, cơ quan khác.",
        "404, không lập được.",
        rows_of_another_draft,
    ),
    _row("Ghi qua API", "POST, PUT, PATCH, DELETE.", "401, 403 hoặc 405.", written_through_the_api),
    _row("Tranh nhau cấp số", "Tám cửa sổ cùng lúc.", "Một số, một diễn biến.", numbers_raced_for),
    _row("Chữ chạy được", "Mã HTML trong trích yếu, tên người.", "Chỉ là chữ.", words_that_run),
    _row("Công thức trong sổ Excel", "Trích yếu bắt đầu bằng dấu bằng.", "Ô chữ.", formulas_in_a_workbook),
    _row(
        "99.000 chữ không dấu cách",
        "Trong một phần của dự thảo.",
        "Lưu hoặc từ chối, trang mở được.",
        long_text_in_a_draft,
        120,
    ),
    _row("Tên trẻ em", "Trong trả lời, tên tệp, lý do.", "Hỏi lại (422, 409), chưa giữ gì.", child_named),
)
