"""What somebody with the file of the database in hand does to issued papers, and whether it is refused or noticed."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from io import StringIO

from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from plans.content.values import Block, TextRun
from plans.issuing import triggers
from plans.issuing.freezing import sha256
from plans.models import Issue, Scan
from plans.paper.frozen import from_data
from plans.paper.pdf import to_pdf
from tests.attack.judging import Attack
from tests.attack.site import Site
from tests.issuing.papers import a_scan


def _by_hand(issued: int) -> tuple[str, ...]:
    of_it = f"WHERE document_id = {issued}"
    return (
        f"UPDATE plans_issue SET sha256 = '0' {of_it}",
        f"UPDATE plans_issue SET pdf = x'00' {of_it}",
        f"DELETE FROM plans_issue {of_it}",
        f"REPLACE INTO plans_issue SELECT * FROM plans_issue {of_it}",
        f"INSERT OR REPLACE INTO plans_issue SELECT * FROM plans_issue {of_it}",
        f"UPDATE plans_document SET title = 'khác' WHERE id = {issued}",
        f"UPDATE plans_document SET number = 99 WHERE id = {issued}",
        f"UPDATE plans_document SET origin = 'carried_over' WHERE id = {issued}",
        f"UPDATE plans_document SET status = 'draft' WHERE id = {issued}",
        f"DELETE FROM plans_document WHERE id = {issued}",
        f"REPLACE INTO plans_document SELECT * FROM plans_document WHERE id = {issued}",
        f"UPDATE plans_block SET runs = '[]' {of_it}",
        f"UPDATE plans_block SET marker = '9.' {of_it}",
        f"DELETE FROM plans_block {of_it}",
        f"UPDATE plans_task SET added_at = '2026-01-01' WHERE block_id IN (SELECT id FROM plans_block {of_it})",
        f"DELETE FROM plans_task WHERE block_id IN (SELECT id FROM plans_block {of_it})",
        f"UPDATE targets_target SET value = 1 WHERE block_id IN (SELECT id FROM plans_block {of_it})",
        "UPDATE plans_assignment SET unit_id = unit_id + 1",
        f"UPDATE plans_scan SET pdf = x'00' {of_it}",
        f"DELETE FROM plans_event {of_it}",
        f"UPDATE plans_event SET reason = 'khác' {of_it}",
        f"UPDATE plans_registerentry SET number = 99 {of_it}",
        f"DELETE FROM plans_registerentry {of_it}",
        f"UPDATE OR REPLACE plans_registerentry SET id = id + 1 {of_it}",
        "UPDATE plans_answer SET text = 'khác'",
        "DELETE FROM plans_answer",
        "REPLACE INTO plans_answer SELECT * FROM plans_answer",
        "UPDATE plans_answerfile SET name = 'khác'",
        "DELETE FROM plans_answerfile",
    )


def written_by_hand(site: Site) -> Iterator[str]:
    """By a connection that knows nothing of ours; nothing is kept, whatever goes through."""
    with closing(sqlite3.connect(settings.DATABASES["default"]["NAME"], timeout=20)) as outsider:
        for line in _by_hand(site.papers.issued.pk):
            try:
                changed = outsider.execute(line).rowcount
            except sqlite3.IntegrityError:
                continue  # refused
            finally:
                outsider.rollback()
            yield f"“{line[:70]}” đi qua ({changed} dòng)"


@contextmanager
def _locks_off() -> Iterator[None]:
    triggers.lift(connection)
    try:
        yield
    finally:
        triggers.lay(connection)


def _verified() -> tuple[int, str]:
    out = StringIO()
    try:
        call_command("verify_issued", stdout=out)
    except CommandError as no:
        return no.returncode, str(no)
    return 0, out.getvalue()


def _other_words(issue: Issue) -> bytes:
    """The pages with other words, the attached data as they were."""
    paper = from_data(issue.snapshot["paper"])
    other = replace(paper, blocks=(*paper.blocks[:-1], _reworded(paper.blocks[-1])))
    return to_pdf(
        replace(other, source={key: value for key, value in issue.snapshot.items() if key != "paper"})
    )


def _reworded(block: Block) -> Block:
    return replace(block, runs=(TextRun("Bỏ hết nhiệm vụ."),))


def _other_attachment(issue: Issue) -> bytes:
    paper = from_data(issue.snapshot["paper"])
    data = {key: value for key, value in issue.snapshot.items() if key != "paper"}
    return to_pdf(replace(paper, source=data | {"title": "Khác"}))


def _with_its_hash(pdf: bytes) -> dict[str, object]:
    return {"pdf": pdf, "sha256": sha256(pdf)}


SWAPS: dict[str, Callable[[Issue], dict[str, object]]] = {
    "trang bị thay": lambda issue: _with_its_hash(_other_words(issue)),
    "dữ liệu kèm bị thay": lambda issue: _with_its_hash(_other_attachment(issue)),
    "trang thành ảnh": lambda issue: _with_its_hash(a_scan(bytes(issue.pdf), dpi=100)),
    "một byte thêm vào": lambda issue: {"pdf": bytes(issue.pdf) + b" "},
    "số bị dời": lambda issue: {"number": "99"},
    "bản lưu bị thay": lambda issue: {"snapshot": issue.snapshot | {"title": "Khác"}},
}


def swapped_with_the_locks_off(site: Site) -> Iterator[str]:
    """With hash and locks mended behind them: `verify_issued` must end with 1 and name it."""
    issue = Issue.objects.get(document=site.papers.issued)
    code, said = _verified()
    if code:
        yield f"trước khi tấn công đã có điểm sai: {said[:200]}"
        return
    as_it_was = {name: getattr(issue, name) for name in ("pdf", "sha256", "number", "snapshot")}
    for name, change in SWAPS.items():
        changed = change(issue)
        yield from _unnoticed(name, issue, changed, {field: as_it_was[field] for field in changed})
    scan = Scan.objects.get(document=site.papers.issued)
    yield from _unnoticed("bản quét bị thay", scan, {"pdf": b"%PDF-1.7 khac"}, {"pdf": scan.pdf})


def _unnoticed(
    name: str, row: Issue | Scan, changed: dict[str, object], back: dict[str, object]
) -> Iterator[str]:
    rows = type(row).objects.filter(pk=row.pk)
    with _locks_off():
        rows.update(**changed)
    try:
        if _verified()[0] != 1:
            yield f"{name}: verify_issued không thấy"
    finally:
        with _locks_off():
            rows.update(**back)


def locks_taken_off(site: Site) -> Iterator[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name = 'plans_frozen_plans_issue_update'"
        )
        name, sql = cursor.fetchone()
        cursor.execute(f"DROP TRIGGER {name}")
        try:
            if _verified()[0] != 1:
                yield "khóa bị tháo mà verify_issued không thấy"
        finally:
            cursor.execute(sql)


ATTACKS = (
    Attack(
        "Sửa tay dòng đã ban hành",
        "UPDATE, DELETE, REPLACE INTO, UPDATE OR REPLACE trên bản lưu, sổ, diễn biến, trả lời.",
        "Cơ sở dữ liệu từ chối từng lệnh.",
        written_by_hand,
        60,
    ),
    Attack(
        "Thay bản lưu khi đã tháo khóa",
        "Thay trang, dữ liệu kèm, số, bản quét; sửa cả mã kiểm tra.",
        "verify_issued kết thúc với 1.",
        swapped_with_the_locks_off,
        120,
    ),
    Attack(
        "Tháo khóa", "Bỏ một khóa của cơ sở dữ liệu.", "verify_issued kết thúc với 1.", locks_taken_off, 60
    ),
)
