"""Files that a stranger or an officer sends to take the site down, to hide something in, or to get something out."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from io import BytesIO

from django.urls import reverse

from childlabour.jobs.models import Job, State
from plans.issuing import signing
from plans.models import AnswerFile, Document, Scan, Status
from plans.signatures.keys import FileKey
from tests.airlock import attacks
from tests.attack.browser import Answer, Browser
from tests.attack.judging import Attack
from tests.attack.papers import open_again
from tests.attack.site import Site
from tests.issuing import tampering
from tests.issuing.certificates import PASS_PHRASE, given_to
from tests.reading.test_hostile import FLAT, LAUGHS, OUTSIDE, docx

CROWD = 10
LEADER = "Vi Văn Hùng"
ASK, READ = "/xac-thuc/", "/ban-lam-viec/doc-tep/"


def _fault(what: str, answer: Answer) -> Iterator[str]:
    if answer.is_fault:
        yield f"{what}: lỗi {answer.status}"


# ── Shown to the page of verification ────────────────────────────────────────────────────────────


def exploding_pdf(site: Site) -> Iterator[str]:
    answer = site.stranger().post(ASK, files=[("file", "a.pdf", attacks.exploding_table_of_places())])
    if answer.status not in {200, 503}:
        yield f"trả lời {answer.status}"


def crowd_of_exploding_pdfs(site: Site) -> Iterator[str]:
    data = attacks.exploding_table_of_places()
    with ThreadPoolExecutor(CROWD) as crowd:
        answers = list(
            crowd.map(lambda _: site.stranger().post(ASK, files=[("file", "a.pdf", data)]), range(CROWD))
        )
    for answer in answers:
        if answer.status not in {200, 503}:
            yield f"trả lời {answer.status}"
        if answer.status == 503 and not answer.headers.get("Retry-After"):
            yield "trả lời 503 mà không nói chờ bao lâu"


# ── Brought by officers ──────────────────────────────────────────────────────────────────────────


def exploding_scan(site: Site) -> Iterator[str]:
    document = site.papers.numbered
    address = reverse("issuing:scan", args=[document.pk])
    answer = site.officer(site.office.thu).post(address, files=[("file", "a.pdf", attacks.exploding_scan())])
    if answer.status not in {422, 503}:
        yield f"trả lời {answer.status}"
    if Scan.objects.filter(document=document).exists():
        yield "bản quét được nhận"


def exploding_picture(site: Site) -> Iterator[str]:
    document = site.papers.numbered
    answer = site.officer(site.office.hung).post(
        reverse("issuing:sign", args=[document.pk]),
        {"pass_phrase": PASS_PHRASE},
        files=[
            ("key_file", "a.p12", given_to(LEADER).file),
            ("image", "a.png", attacks.exploding_picture()),
        ],
    )
    if answer.status not in {422, 503}:
        yield f"trả lời {answer.status}"
    if Document.objects.get(pk=document.pk).status != Status.NUMBERED:
        yield "văn bản đã được ký"


def _signed(site: Site) -> bytes:
    return signing.signed_by_leader(site.papers.numbered, FileKey(given_to(LEADER).file, PASS_PHRASE))


FORGED: tuple[Callable[[bytes], bytes], ...] = (
    tampering.drawn_over,
    tampering.page_added,
    tampering.attachment_replaced,
    tampering.given_a_script,
    tampering.page_rewritten,
    tampering.wrapped,
)


def forged_file_taken_back(site: Site) -> Iterator[str]:
    document = site.papers.numbered
    address, genuine = reverse("issuing:take_back", args=[document.pk]), _signed(site)
    for forge in FORGED:
        forged = forge(genuine)
        answer = site.officer(site.office.thu).post(address, files=[("file", "a.pdf", forged)])
        if answer.status != 422:
            yield f"{forge.__name__}: trả lời {answer.status}"
        if Document.objects.get(pk=document.pk).status != Status.NUMBERED:
            yield f"{forge.__name__}: tệp được nhận"
            return


# ── Sent to be read ──────────────────────────────────────────────────────────────────────────────


def _read(browser: Browser, unit: int, name: str, data: bytes) -> Job | None:
    """The job that came of it, ended; None when it was refused at the counter."""
    answer = browser.post(READ, {"unit": unit, "text": ""}, files=[("file", name, data)])
    return _ended(answer)


def _ended(answer: Answer) -> Job | None:
    if answer.status != 302:
        return None
    number = int(answer.location.rstrip("/").rpartition("/")[2])
    ends_at = time.monotonic() + 45
    while time.monotonic() < ends_at:
        job = Job.objects.get(pk=number)
        if job.ended_at:
            return job
        time.sleep(0.2)
    raise TimeoutError("không ai đọc tệp")


def percentages_pasted(site: Site) -> Iterator[str]:
    browser = site.officer(site.office.lan)
    answer = browser.post(READ, {"unit": site.office.committee.pk, "text": attacks.percentages()})
    job = _ended(answer)
    if job and job.state == State.FAILED:
        yield "việc đọc hỏng thay vì bị từ chối"
    if job:
        begun = time.monotonic()
        shown = browser.get(answer.location)
        yield from _fault("trang kết quả", shown)
        if time.monotonic() - begun > 5:
            yield "trang kết quả mất hơn 5 giây"


@cache
def bait() -> tuple[str, str]:
    """(path, words) of a file on this machine that no paper may bring out."""
    return "/etc/passwd", "root:"


HOSTILE_WORD: dict[str, Callable[[], bytes]] = {
    "bom nén": lambda: docx(FLAT),
    "thực thể nhân lên": lambda: docx(LAUGHS),
    "thực thể trỏ ra ngoài": lambda: docx(OUTSIDE),
    "phần tử mang tên đi ra khỏi thư mục": lambda: docx(OUTSIDE, **{"..__..__..__thoat_dot_txt": b"x"}),
    "tài liệu thiếu ruột": lambda: docx(b"<x/>"),
}


def hostile_word_files(site: Site) -> Iterator[str]:
    _path, words = bait()
    for name, made in HOSTILE_WORD.items():
        job = _read(site.officer(site.office.lan), site.office.committee.pk, "a.docx", made())
        if job and job.state not in {State.REFUSED, State.DONE}:
            yield f"{name}: việc đọc {job.state}"
        if job and words in str(job.result):
            yield f"{name}: tệp của máy chủ lọt vào dự thảo"
    if list(site.log.parent.rglob("thoat.txt")):
        yield "một tệp được ghi ra ngoài"


# ── Sent along with an answer ────────────────────────────────────────────────────────────────────


def _reports(site: Site, *files: tuple[str, bytes]) -> Answer:
    open_again(site.papers.assignment)
    return site.officer(site.office.pao).post(
        reverse("tasks:assignment", args=[site.papers.assignment.pk]),
        {"move": "report", "text": "Đã họp với các hộ trong xã."},
        files=[("files", name, data) for name, data in files],
    )


ACTIVE = (
    ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
    ("a.html", b"<script>alert(1)</script>"),
    ("a.pdf", b"<script>alert(1)</script>%PDF-"),
    ("a.jpg", b"GIF89a<script>alert(1)</script>"),
    ("a.docm", b"PK\x03\x04 macro"),
    ("a.pdf.exe", b"%PDF-1.4\n"),
)


def active_attachments(site: Site) -> Iterator[str]:
    if (sound := _reports(site, ("a.pdf", b"%PDF-1.4\n"))).status != 302:
        yield f"tệp lành cũng không được nhận ({sound.status})"
    before = AnswerFile.objects.count()
    for name, data in ACTIVE:
        answer = _reports(site, (name, data))
        if answer.status != 422:
            yield f"{name}: trả lời {answer.status}"
    if AnswerFile.objects.count() != before:
        yield "một tệp trong số đó được giữ"


NAMES = (
    "..%2f..%2f7741.pdf",
    "../../../7741.pdf",
    "..\\..\\7741.pdf",
    'a\\"; filename=\\"7741.html',
    "a%0d%0aX-Evil: 7741.pdf",
    "a\u202efdp.7741.pdf",
    "<img src=x onerror=alert(7741)>.pdf",
    f"{'a' * 300}7741.pdf",
)


def names_of_attachments(site: Site) -> Iterator[str]:
    before = set(AnswerFile.objects.values_list("pk", flat=True))
    for name in NAMES:
        yield from _fault(name, _reports(site, (name, b"%PDF-1.4\n7741\n")))
    media = site.log.parent / "files"
    outside = [path for path in site.log.parent.rglob("*7741*") if not path.is_relative_to(media)]
    if outside:
        yield f"tệp nằm ngoài chỗ của nó: {outside[0].name}"
    browser = site.officer(site.office.pao)
    accepted = AnswerFile.objects.exclude(pk__in=before)
    if not accepted:
        yield "không tệp nào được nhận nên chưa thử được"
    for kept in accepted:
        answer = browser.get(reverse("tasks:file", args=[kept.pk]))
        if answer.headers.get("X-Evil") or "attachment" not in answer.headers.get("Content-Disposition", ""):
            yield f"{kept.name}: được trả về như một trang"
        if answer.headers.get("X-Content-Type-Options") != "nosniff":
            yield f"{kept.name}: trình duyệt được phép đoán loại tệp"
    shown = browser.get(reverse("tasks:assignment", args=[site.papers.assignment.pk]))
    if "<img src=x" in shown.text:
        yield "tên tệp thành thẻ HTML trên trang"


def endless_fields(site: Site) -> Iterator[str]:
    """As many parts as fit into the limit, and files without end in one form."""
    many = {f"truong{number}": "x" for number in range(6_000)}
    yield from _fault("6.000 trường", site.stranger().post(ASK, many))
    parts = [("file", f"{number}.pdf", b"%PDF-1.4") for number in range(200)]
    yield from _fault("200 tệp", site.stranger().post(ASK, files=parts))


def files_too_large(site: Site) -> Iterator[str]:
    padded = BytesIO(b"%PDF-1.4\n" + bytes(12_000_000)).getvalue()
    answer = site.stranger().post(ASK, files=[("file", "a.pdf", padded)])
    if answer.status not in {200, 413, 422, 503}:
        yield f"trang xác thực: trả lời {answer.status}"
    yield from _fault("đọc tệp", _sent_to_read(site, bytes(22_000_000)))


def _sent_to_read(site: Site, data: bytes) -> Answer:
    fields = {"unit": site.office.committee.pk, "text": ""}
    return site.officer(site.office.lan).post(READ, fields, files=[("file", "a.docx", data)])


ATTACKS = (
    Attack(
        "PDF nổ ở trang xác thực",
        "Người lạ gửi tệp 20 kB bung ra hàng gigabyte.",
        "Có câu trả lời, trang chủ vẫn mở nhanh.",
        exploding_pdf,
        40,
    ),
    Attack(
        "Mười PDF nổ cùng lúc",
        "Mười người lạ gửi cùng tệp ấy một lúc.",
        "Người đến sau được mời chờ (503, Retry-After); bộ nhớ có trần.",
        crowd_of_exploding_pdfs,
        80,
    ),
    Attack(
        "Bản quét nổ",
        "Văn thư nộp bản quét vẽ hàng chục triệu nét.",
        "Không nhận, có lý do.",
        exploding_scan,
        60,
    ),
    Attack(
        "Ảnh chữ ký nổ",
        "Lãnh đạo ký với ảnh 161 triệu điểm.",
        "Không nhận, văn bản chưa ký.",
        exploding_picture,
        40,
    ),
    Attack(
        "Tệp đã ký bị chèn thêm",
        "Nộp lại bản ký thật đã bị vẽ đè, thêm trang, thay dữ liệu, gài mã, bọc chữ ký.",
        "Không tệp nào được nhận.",
        forged_file_taken_back,
        60,
    ),
    Attack(
        "834 kB phần trăm dán vào",
        "Dán một văn bản toàn chỉ tiêu.",
        "Bị từ chối bằng lời, không giữ máy.",
        percentages_pasted,
        60,
    ),
    Attack(
        "Tệp Word độc",
        "Bom nén, thực thể XML nhân lên hoặc trỏ ra ngoài, tên phần đi ra khỏi thư mục.",
        "Đọc xong hoặc bị từ chối; không có gì của máy chủ lọt ra, không ghi tệp nào.",
        hostile_word_files,
        90,
    ),
    Attack(
        "Tệp kèm chạy được",
        "Gửi SVG, HTML, tệp giả PDF, macro kèm trả lời.",
        "Không tệp nào được giữ.",
        active_attachments,
        30,
    ),
    Attack(
        "Tên tệp kèm",
        "Tên tệp đi ra khỏi thư mục, chèn tiêu đề, đảo chiều chữ, chứa thẻ HTML.",
        "Tệp ở đúng chỗ, tải về như tệp, tên chỉ là chữ.",
        names_of_attachments,
        40,
    ),
    Attack(
        "Biểu mẫu không cùng",
        "6.000 trường, 200 tệp trong một lần gửi.",
        "Bị từ chối, không lỗi máy chủ.",
        endless_fields,
    ),
    Attack("Tệp quá lớn", "12 MB cho trang xác thực, 22 MB cho đọc tệp.", "Bị từ chối.", files_too_large, 40),
)
