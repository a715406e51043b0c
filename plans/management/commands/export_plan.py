"""`manage.py export_plan ID --format pdf --output FILE`: one document as a file; FILE "-" is standard output.

`manage.py export_plan --query "nam=2026&loai=KH" --output FOLDER|FILE.zip`: all issued ones that the list shows at such
an address, with `manifest.csv` beside them (id, name, sha256, error); exit code 1 when one of them could not be made.
"""

import os
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from childlabour.core.commands import STANDARD_OUTPUT, PlainCommand
from childlabour.core.errors import Problem, Refusal
from childlabour.core.files import why_no_file, why_no_folder, write_whole, written_whole
from plans.models import Document
from plans.pages.filters import narrowed_by
from plans.paper.files import Format, file_of
from plans.paper.many import (
    MANIFEST,
    MANIFEST_HEAD,
    Handed,
    handed_out,
    manifest_line,
    wanted,
    zip_into,
)
from plans.privacy.asking import CONFIRMED, refuse_unless
from plans.privacy.shown import shown_by

FORMATS = ", ".join(Format)


class Command(PlainCommand):
    help = (
        "Xuất một văn bản, hoặc mọi văn bản đã ban hành theo điều kiện lọc, ra tệp. "
        "Văn bản đã ban hành: đúng tệp PDF đã lưu."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("id", nargs="?", default="", help="mã của văn bản (xem list_plans)")
        parser.add_argument("--format", default="", help=f"một trong: {FORMATS}; để trống thì theo đuôi tệp")
        parser.add_argument("--output", default="", help="tệp kết quả; “-”: ghi ra đầu ra chuẩn")
        parser.add_argument("--confirmed", action="store_true", help=CONFIRMED)
        parser.add_argument(
            "--query",
            help="thay cho mã: điều kiện như trên địa chỉ của danh sách (nam=2026&loai=KH); “”: tất cả",
        )
        parser.add_argument(
            "--jobs", type=int, default=os.cpu_count() or 1, help="với --query: số tiến trình (mỗi lõi một)"
        )

    def act(self, *, id: str, query: str | None, **options: Any) -> None:
        if query is None:
            self._put_one(id=id, **options)
        elif id:
            self.not_understood("Ghi mã của một văn bản hoặc --query, không ghi cả hai.")
        else:
            self._put_many(query, **options)

    def _put_one(self, *, id: str, format: str, output: str, confirmed: bool, **options: Any) -> None:
        form, problems = _asked_form(format, output)
        document = _asked_document(str(id), problems)
        target = _asked_file(output, problems)
        if problems or document is None or form is None:
            raise Refusal(*problems)
        if not document.is_issued:  # what is issued was asked about before, and is public
            refuse_unless(confirmed, shown_by(document))
        self.put(file_of(document, form).content, target)
        if target:
            self.stdout.write(f"Đã ghi {target}")

    _annexes = 0  # beside what was asked for

    def _put_many(self, query: str, *, format: str, output: str, jobs: int, **options: Any) -> None:
        form, problems = _asked_form(format or Format.PDF, output)
        target = _asked_place(output, problems)
        documents = Document.objects.issued().order_by("pk")
        if not 1 <= jobs <= MOST_JOBS:
            problems.append(Problem(f"Số tiến trình từ 1 đến {MOST_JOBS}; đang ghi {jobs}."))
        try:
            documents = narrowed_by(query, documents)
        except Refusal as refusal:
            problems += refusal.problems
        if problems or target is None or form is None:
            raise Refusal(*problems)
        asked = wanted(documents, form)
        processes = min(jobs, len(asked) or 1)
        if target.suffix.lower() == ZIP:
            failed = _zipped(target, self._told(handed_out(asked, form, processes), len(asked)), form)
        else:
            target.mkdir(exist_ok=True)
            files = handed_out(asked, form, processes, partial(_into, target))
            failed = _listed(target, self._told(files, len(asked)))
        self.stdout.write(f"Đã ghi {len(asked) + self._annexes - len(failed)} tệp vào {target}")
        if failed:
            raise Refusal(*(Problem(f"Văn bản {one.document}: {one.error}") for one in failed))

    def _told(self, files: Iterable[Handed], total: int) -> Iterable[Handed]:
        """How far it is, at every tenth part."""
        done = 0
        for one in files:
            yield one
            if one.is_annex:
                self._annexes += 1
                continue
            done += 1
            if done * 10 // total > (done - 1) * 10 // total:
                self.stdout.write(f"Đã lập {done}/{total}")
                self.stdout.flush()


MOST_JOBS = 64
ZIP = ".zip"


def _into(folder: Path, one: Handed) -> Handed:
    """The file, whole or not at all, by the process that made it: its bytes need not travel to another."""
    if not one.error:
        write_whole(folder / one.name, one.content, to_the_disk=False)
    return replace(one, content=b"")


def _listed(folder: Path, files: Iterable[Handed]) -> list[Handed]:
    """The manifest, after all of the files; those that could not be made."""
    failed, lines = [], [MANIFEST_HEAD]
    for one in files:
        lines.append(manifest_line(one))
        if one.error:
            failed.append(one)
    write_whole(folder / MANIFEST, "".join(lines).encode())
    return failed


def _zipped(target: Path, files: Iterable[Handed], form: Format) -> list[Handed]:
    failed: list[Handed] = []
    with written_whole(target) as file:
        zip_into(file, files, form, lambda one: failed.append(one) if one.error else None)
    return failed


def _asked_form(form: str, output: str) -> tuple[Format | None, list[Problem]]:
    asked = (form or Path(output).suffix.lstrip(".")).lower()
    if known := Format.called(asked):
        return known, []
    said = f"“{form}” không phải là định dạng xuất được" if form else "Chưa biết xuất ra định dạng nào"
    return None, [Problem(f"{said}. Chọn một trong: {FORMATS}.")]


def _asked_document(pk: str, problems: list[Problem]) -> Document | None:
    known = pk.isascii() and pk.isdecimal() and len(pk) < 19
    document = Document.objects.select_related("unit__place").filter(pk=pk).first() if known else None
    if not pk:
        problems.append(Problem("Thiếu mã văn bản. Xem mã bằng: manage.py list_plans."))
    elif document is None:
        problems.append(Problem(f"Không có văn bản mang mã “{pk[:40]}”. Xem mã bằng: manage.py list_plans."))
    return document


def _asked_file(output: str, problems: list[Problem]) -> Path | None:
    """Where to write, symbolic links followed; None for standard output, and for what is no place for a file."""
    if output == STANDARD_OUTPUT:
        return None
    if not output:
        problems.append(Problem("Thiếu tệp kết quả. Thêm: --output TỆP."))
        return None
    path = Path(os.path.realpath(output))
    if why_not := why_no_file(path):
        problems.append(Problem(f"Không ghi được {output}: {why_not}. Chọn tệp khác."))
    return path


def _asked_place(output: str, problems: list[Problem]) -> Path | None:
    """A folder, there or to be made, or a file for an archive."""
    if output.lower().endswith(ZIP):
        return _asked_file(output, problems)
    path = Path(os.path.realpath(output)) if output not in ("", STANDARD_OUTPUT) else None
    if path is None:
        problems.append(Problem("Thiếu nơi ghi kết quả. Thêm: --output THƯ-MỤC hoặc --output TỆP.zip."))
    elif why_not := why_no_folder(path):
        problems.append(Problem(f"Không ghi được vào {output}: {why_not}. Chọn nơi khác."))
    return path
