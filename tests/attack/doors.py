"""What is tried at the doors: passwords, verbs, addresses, headers, bytes that are no request."""

import re
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from urllib.parse import quote

from django.contrib.sessions.models import Session
from django.db.models import Sum
from django.urls import reverse

from childlabour.units.models import KeptForm
from childlabour.units.models.kept_form import MOST_OF_AN_ADDRESS
from plans.models import Document
from tests.attack.browser import HERE, TOKEN, Browser, json_body, raw, status_of
from tests.attack.judging import Attack
from tests.attack.papers import MARK
from tests.attack.site import Site
from tests.cast import PASSWORD, a_plan

LOG_IN, DESK = "/dang-nhap/", "/ban-lam-viec/"
GUESSER, NEIGHBOUR, FLOODERS = "127.0.0.3", "127.0.0.2", ("127.0.0.4", "127.0.0.5")
SCRIPT_AS_HOST = '"><script>7741</script>'
EACH_TIME = re.compile(r'(?:value|nonce|content)="[^"]*"')
GUESSES = 24  # a few more than the limit of an address


# ── Passwords and sessions ───────────────────────────────────────────────────────────────────────


def guessing(site: Site) -> Iterator[str]:
    """Each time another name, another client said to be behind a proxy, another browser."""
    answers = [
        Browser(site.port, GUESSER).post(
            LOG_IN,
            {"username": f"ten{number}", "password": "12345678"},
            X_Real_IP=f"10.0.0.{number}",
            X_Forwarded_For=f"10.0.1.{number}",
        )
        for number in range(GUESSES)
    ]
    if answers[-1].status != 429 or not answers[-1].headers.get("Retry-After", "").isdigit():
        yield f"sau {GUESSES} lần sai vẫn được thử tiếp ({answers[-1].status})"
    _browser, answer = site.comes_in(site.office.thu, source=GUESSER)
    if answer.status != 429:
        yield "đoán trúng thì vào được dù đã quá số lần"
    _browser, answer = site.comes_in(site.office.thu, source=NEIGHBOUR)
    if answer.status != 302:
        yield f"văn thư ở địa chỉ khác cũng không vào được ({answer.status})"


def names_given_away(site: Site) -> Iterator[str]:
    """What differs from answer to answer anyhow, token, nonce and the name itself, is taken out first."""
    answers = {}
    for name in ("hung", "vong"):
        answer = site.stranger(NEIGHBOUR).post(LOG_IN, {"username": name, "password": "sai-mat-khau"})
        answers[name] = answer.status, EACH_TIME.sub("", answer.text)
    if answers["hung"] != answers["vong"]:
        yield "trang đăng nhập nói tên nào có thật"


def sessions_elsewhere(site: Site) -> Iterator[str]:
    officer = site.second_clerk
    stays, leaves = site.comes_in(officer)[0], site.comes_in(officer, source=NEIGHBOUR)[0]
    stays.post(reverse("accounts:leave_elsewhere"), {"which": "all"})
    if leaves.get(DESK).status == 200:
        yield "“đăng xuất nơi khác” mà nơi kia vẫn vào được"
    thief = site.comes_in(officer, source=NEIGHBOUR)[0]
    new = f"{PASSWORD}-moi"
    changed = stays.post(
        reverse("accounts:password"), {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    )
    if changed.status != 302:
        yield f"không đổi được mật khẩu ({changed.status})"
    if thief.get(DESK).status == 200:
        yield "đổi mật khẩu mà phiên cũ vẫn vào được"
    if site.comes_in(officer, source=NEIGHBOUR)[1].status == 302:
        yield "mật khẩu cũ vẫn dùng được"
    taken = Browser(site.port, NEIGHBOUR, dict(stays.cookies))
    stays.post(reverse("accounts:logout"))
    if taken.get(DESK).status == 200:
        yield "đăng xuất mà cookie cũ vẫn vào được"


def fixed_session(site: Site) -> Iterator[str]:
    """A key that the attacker knows is put into the victim's browser before the log-in."""
    browser = Browser(site.port, NEIGHBOUR)
    browser.cookies["sessionid"] = "7741" * 8
    browser.post(LOG_IN, {"username": site.office.hung.username, "password": PASSWORD})
    if browser.cookies["sessionid"] == "7741" * 8:
        yield "khóa phiên đặt trước được giữ nguyên sau khi đăng nhập"


def sent_elsewhere(site: Site) -> Iterator[str]:
    foreign = (
        "https://example.org/",
        "//example.org/",
        "/\\example.org",
        "javascript:alert(1)",
        "https:example.org",
    )
    foreign += ("\thttps://example.org", "//127.0.0.1@example.org/", "http:///example.org", "/%0d%0aX-Evil:1")
    for wanted in foreign:
        browser = Browser(site.port, NEIGHBOUR)
        fields = {"username": site.office.hung.username, "password": PASSWORD, "next": wanted}
        answer = browser.post(f"{LOG_IN}?next={quote(wanted)}", fields)
        where = answer.location
        if answer.status != 302 or not where.startswith("/") or where.startswith(("//", "/\\")):
            yield f"“{wanted}” dẫn tới “{where}”"
        if answer.headers.get("X-Evil"):
            yield f"“{wanted}” chèn được tiêu đề"


# ── What anonymous visitors leave behind ─────────────────────────────────────────────────────────


def kept_typing(site: Site) -> Iterator[str]:
    address = reverse("desk:spot", args=[site.papers.draft.pk, "identity"])
    sessions = Session.objects.count()
    for source in FLOODERS:
        for number in range(MOST_OF_AN_ADDRESS[0] + 6):
            site.stranger(source).post(address, {"title": f"{number} " + "chữ " * 10_000})
    for source in FLOODERS:
        kept = KeptForm.objects.filter(network=source)
        size = kept.aggregate(all=Sum("size", default=0))["all"]
        if kept.count() > MOST_OF_AN_ADDRESS[0] or size > MOST_OF_AN_ADDRESS[1]:
            yield f"một địa chỉ để lại {kept.count()} bài, {size} ký tự"
    if Session.objects.count() > sessions:
        yield "mỗi lần gửi để lại một phiên"


# ── Requests that are none ───────────────────────────────────────────────────────────────────────


def odd_verbs(site: Site) -> Iterator[str]:
    places = ("/", DESK, LOG_IN, "/api/v1/plans/", "/quan-tri/", f"{DESK}van-ban/{site.papers.draft.pk}/")
    for verb in ("PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "CONNECT", "BREW"):
        for place in places:
            for browser in (site.stranger(), site.officer(site.office.lan)):
                answer = browser.asks(verb, place)
                if answer.status not in {400, 403, 404, 405, 501}:
                    yield f"{verb} {place}: {answer.status}"
                if verb == "TRACE" and TOKEN in answer.text:
                    yield f"TRACE {place} trả lại cookie"


def bodies_over_the_limit(site: Site) -> Iterator[str]:
    """Refused, or hung up on: what is not read to its end may lose its answer on the way."""
    kind = "Content-Type: application/x-www-form-urlencoded"
    head = f"HTTP/1.1\r\nHost: {HERE}\r\nCookie: csrftoken={TOKEN}\r\n{kind}\r\n"
    for place in ("/xac-thuc/", LOG_IN):
        for name, size, body in (("6 MB chữ", 6_000_000, b"a" * 6_000_000), ("hứa 100 GB", 10**11, b"a=b")):
            said = f"POST {place} {head}Content-Length: {size}\r\n\r\n".encode() + body
            if status_of(raw(site.port, said)) not in {0, 400, 403, 413, 422}:
                yield f"{place}: {name} được nhận"


def long_lines(site: Site) -> Iterator[str]:
    heads = {
        "dòng đầu 10 kB": b"GET /" + b"a" * 10_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "tiêu đề 100 kB": b"GET / HTTP/1.1\r\nHost: localhost\r\nX-A: " + b"a" * 100_000 + b"\r\n\r\n",
        "2.000 tiêu đề": b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X-A: b\r\n" * 2_000 + b"\r\n",
    }
    for name, said in heads.items():
        if status_of(raw(site.port, said)) not in {400, 414, 431}:
            yield f"{name} được nhận"


def smuggled(site: Site) -> Iterator[str]:
    """A second request hidden in the first one, as a proxy and a server may disagree about."""
    hidden = b"GET /quan-tri/ HTTP/1.1\r\nHost: localhost\r\n\r\n"
    head = b"POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    for name, framing in {
        "hai cách đo": b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "hai độ dài": b"Content-Length: 0\r\nContent-Length: %d\r\n\r\n" % len(hidden),
        "kiểu lạ": b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "độ dài âm": b"Content-Length: -5\r\n\r\n",
        "độ dài có dấu cộng": b"Content-Length: +5\r\n\r\nabcde",
    }.items():
        heard = raw(site.port, head + framing + hidden, patience=3)
        if heard.count(b"HTTP/1.1 ") > 1 or status_of(heard) not in {0, 400, 501}:
            yield f"{name}: {status_of(heard)}"


def half_open(site: Site) -> Iterator[str]:
    """Two hundred lines on which nothing is said; what counts is how long the neighbour waits."""
    with ExitStack() as lines:
        for _ in range(200):
            lines.enter_context(socket.create_connection((HERE, site.port), timeout=5))
        for _ in range(5):
            if site.stranger(NEIGHBOUR).get("/").status != 200:
                yield "trang chủ không trả lời"


def half_said(site: Site) -> Iterator[str]:
    """As many lines as a machine of two cores has threads: on each a request is begun and never ended."""
    with ExitStack() as lines:
        for _ in range(12):
            line = lines.enter_context(socket.create_connection((HERE, site.port), timeout=5))
            line.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ")
        for _ in range(5):
            if site.stranger(NEIGHBOUR).get("/").status != 200:
                yield "trang chủ không trả lời"


# ── Forms of others ──────────────────────────────────────────────────────────────────────────────


def forms_without_a_token(site: Site) -> Iterator[str]:
    draft = a_plan(office=site.office, targets=1, tasks=1)
    address = reverse("issuing:act", args=[draft.pk, "submit"])
    browser = site.officer(site.office.lan)
    for name, fields, said in (
        ("không có mã", {"csrfmiddlewaretoken": ""}, {}),
        ("mã lạ", {"csrfmiddlewaretoken": "b" * 32 + "c" * 32}, {}),
        ("trang khác gửi", {}, {"Origin": "https://example.org"}),
        ("trang giấu tên gửi", {}, {"Origin": "null"}),
    ):
        answer = browser.post(address, fields, **said)
        if answer.status != 403:
            yield f"{name}: {answer.status}"
        if Document.objects.get(pk=draft.pk).status != "draft":
            yield f"{name}: dự thảo đã được trình"
    browser.post(address)
    if Document.objects.get(pk=draft.pk).status != "submitted":
        yield "có mã đúng mà không trình được: phép thử chưa thử được gì"


def foreign_hosts(site: Site) -> Iterator[str]:
    for host in (
        "example.org",
        "127.0.0.1.example.org",
        "localhost:80@example.org",
        "a b",
        "[::1",
        SCRIPT_AS_HOST,
    ):
        said = f"GET {LOG_IN} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()
        if status_of(raw(site.port, said)) != 400:
            yield f"Host: {host} được nhận"
    answer = site.stranger().get("/", X_Forwarded_Host="example.org", X_Forwarded_Proto="https")
    if "example.org" in answer.text:
        yield "X-Forwarded-Host hiện trên trang"


# ── Addresses ────────────────────────────────────────────────────────────────────────────────────

ODD_ADDRESSES = (
    f"/ke-hoach/{10**30}/",
    f"/ke-hoach/{2**63}/pdf/",
    "/ke-hoach/-1/",
    f"/ke-hoach/{quote('١٢٣')}/",
    f"/ke-hoach/{quote('１')}/",
    "/ke-hoach/1%00/",
    "/ke-hoach/?page=99999999999999999999",
    "/ke-hoach/?page=-1",
    "/ke-hoach/?page=%00",
    f"/ke-hoach/?q={'a' * 3_000}",
    "/ke-hoach/?q=%00%ff%fe",
    "/ke-hoach/?year=99999999999999999999&unit=abc&kind=%27",
    f"/api/v1/plans/?page={10**25}",
    "/api/v1/plans/?page_size=100000000",
    "/api/v1/plans/?year=1e309&unit=NaN",
    "/api/v1/targets/?search=%00",
    f"/api/v1/plans/{10**30}/",
    "/api/v1/plans/%2e%2e/",
    f"/don-vi/{2**70}/",
    "/chuong-trinh/..%2f..%2f/",
    "/xac-thuc/%00/",
    f"/xac-thuc/{'9' * 4_000}/",
    f"/xac-thuc/{quote('Ａ' * 16)}/",
    "/xac-thuc/?code=%00%00",
    f"/nhiem-vu/{10**30}/",
    f"/nhiem-vu/lich/{10**30}.ics",
    "/nhiem-vu/bang/danh-sach/?theo=thang&cua=%00&nhom=%27&page=-1",
    f"/nhiem-vu/bang/danh-sach.xlsx?theo=don-vi&cua={'9' * 30}",
    f"{DESK}van-ban/{10**30}/block-khong-co/",
    "/so-van-ban-di/?since=99/99/9999&until=%00&unit=1%27",
    "/quan-tri/plans/document/?q=%00&o=-99999999999999999999",
    f"/quan-tri/plans/document/{10**30}/change/",
    "/quan-tri/plans/document/?unit__officers__password__startswith=a",
    "/static/%00",
    "/.git/config",
    "/.env",
)


def odd_addresses(site: Site) -> Iterator[str]:
    for browser in (site.stranger(), site.officer(site.office.lan), site.officer(site.office.son)):
        for address in ODD_ADDRESSES:
            answer = browser.get(address)
            if answer.is_fault:
                yield f"{address[:60]}: lỗi {answer.status}"
            if "Traceback" in answer.text:
                yield f"{address[:60]}: trang lỗi của lập trình viên"


UP = ("..", "%2e%2e", "..%2f..", "%252e%252e", "....//")
SECRETS = ("secret-key", "database.sqlite3", "etc/passwd")


def files_of_the_server(site: Site) -> Iterator[str]:
    key = (site.log.parent / "secret-key").read_bytes().strip()
    for up in UP:
        for times in (1, 2, 3, 8):
            for secret in SECRETS:
                way = "/".join([up] * times)
                said = f"GET /static/{way}/{secret} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                heard = raw(site.port, said.encode())
                if key in heard or b"SQLite format 3" in heard or b"root:" in heard:
                    yield f"/static/{up}…/{secret} được trả về"


def bodies_of_another_kind(site: Site) -> Iterator[str]:
    draft = site.papers.draft.pk
    places = (LOG_IN, "/xac-thuc/", f"{DESK}van-ban/{draft}/identity/", f"/van-ban/{draft}/xu-ly/approve/")
    bodies = {
        "application/json": json_body(
            {"username": {"$gt": ""}, "csrfmiddlewaretoken": TOKEN, "title": ["x"]}
        ),
        "multipart/form-data": b"--x\r\n\r\n",
        "multipart/form-data; boundary=" + "x" * 500: b"x",
        "application/x-www-form-urlencoded; charset=nope": b"username=a",
        "text/xml": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        "image/png": b"\x89PNG",
    }
    for place in places:
        for kind, body in bodies.items():
            for browser in (site.stranger(), site.officer(site.office.lan)):
                answer = browser.asks("POST", place, body, {"Content-Type": kind, "X-CSRFToken": TOKEN})
                if answer.is_fault:
                    yield f"{kind[:50]} tới {place}: lỗi {answer.status}"
                if b"root:" in answer.body:
                    yield f"{kind[:50]} tới {place}: tệp của máy chủ"


def headers_of_every_answer(site: Site) -> Iterator[str]:
    wanted = {"X-Content-Type-Options", "X-Frame-Options", "Content-Security-Policy", "Referrer-Policy"}
    for place in ("/", LOG_IN, "/ke-hoach/", "/khong-co/", "/xac-thuc/", DESK):
        answer = site.stranger().get(place)
        if missing := wanted - set(answer.headers):
            yield f"{place}: thiếu {', '.join(sorted(missing))}"
        if "unsafe" in answer.headers.get("Content-Security-Policy", ""):
            yield f"{place}: cho chạy mã viết thẳng trong trang"
    if MARK in site.stranger().get(f"/khong-co-{quote(MARK)}/").text:
        yield "trang 404 nhắc lại địa chỉ"


ATTACKS = (
    Attack(
        "Đoán mật khẩu",
        f"{GUESSES} lần sai từ một địa chỉ, mỗi lần một tên, giả nhiều địa chỉ sau proxy.",
        "429 có Retry-After; văn thư ở địa chỉ khác vẫn vào được.",
        guessing,
        60,
    ),
    Attack("Dò tên tài khoản", "Tên có thật và tên bịa.", "Hai câu trả lời như nhau.", names_given_away),
    Attack(
        "Phiên cũ",
        "Dùng tiếp phiên sau “đăng xuất nơi khác”, đổi mật khẩu, đăng xuất.",
        "Phiên cũ và mật khẩu cũ hết dùng được.",
        sessions_elsewhere,
        40,
    ),
    Attack(
        "Phiên đặt trước",
        "Gài khóa phiên trước khi đăng nhập.",
        "Đăng nhập xong là khóa khác.",
        fixed_session,
    ),
    Attack("Chuyển hướng ra ngoài", "next trỏ sang trang khác.", "Luôn ở lại đây.", sent_elsewhere, 40),
    Attack(
        "Gửi chữ không cùng khi chưa đăng nhập",
        "Hai địa chỉ, mỗi địa chỉ 36 bài.",
        "Số bài, số chữ, số phiên có trần.",
        kept_typing,
        60,
    ),
    Attack("Động từ lạ", "PUT, TRACE, CONNECT… tới các trang.", "Bị từ chối.", odd_verbs, 40),
    Attack("Nội dung quá lớn", "6 MB chữ, hứa 100 GB.", "Bị từ chối.", bodies_over_the_limit),
    Attack("Dòng quá dài", "Dòng đầu 10 kB, tiêu đề 100 kB.", "400, 414 hoặc 431.", long_lines),
    Attack(
        "Giấu lời gọi trong lời gọi",
        "Hai cách đo độ dài.",
        "Chỉ một câu trả lời, là lời từ chối.",
        smuggled,
        30,
    ),
    Attack("200 đường nối bỏ lửng", "Nối mà không nói gì.", "Người bên cạnh không phải chờ.", half_open, 40),
    Attack("12 lời gọi nói dở", "Nói nửa lời gọi rồi im.", "Người bên cạnh không phải chờ.", half_said, 60),
    Attack(
        "Biểu mẫu không mã hoặc mã lạ",
        "Trang khác gửi thay.",
        "403, không việc gì được làm.",
        forms_without_a_token,
    ),
    Attack("Tên máy chủ lạ", "Host và X-Forwarded-Host giả.", "400; không hiện trên trang.", foreign_hosts),
    Attack(
        "Địa chỉ lạ", "Số khổng lồ, chữ số Ả Rập, byte 0, trang âm.", "Không lỗi máy chủ.", odd_addresses, 60
    ),
    Attack(
        "Tệp của máy chủ",
        "/static/ đi ngược lên.",
        "Không có khóa, cơ sở dữ liệu, tệp hệ thống.",
        files_of_the_server,
        40,
    ),
    Attack(
        "Nội dung khác kiểu",
        "JSON, XML, multipart hỏng tới biểu mẫu.",
        "Không lỗi máy chủ.",
        bodies_of_another_kind,
        40,
    ),
    Attack(
        "Tiêu đề bảo vệ",
        "Đọc tiêu đề của các trang.",
        "Đủ CSP, nosniff, chống khung.",
        headers_of_every_answer,
    ),
)
