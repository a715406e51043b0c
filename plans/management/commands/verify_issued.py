"""`manage.py verify_issued`: every stored paper, and each annex in a file of its own, against its hash, its data, its
words and the signatures on record; exit code 1 when one differs.

Scans against their hashes alone, and it says so.
"""

from typing import Any

from childlabour.core.commands import PlainCommand
from childlabour.core.errors import Refusal
from plans.issuing.checking import copies_with_words_taken_out, faults
from plans.models import Issue, Scan


class Command(PlainCommand):
    help = "Đối chiếu mọi văn bản đã ban hành với mã kiểm tra và bản lưu của nó."

    def act(self, **options: Any) -> None:
        found = [f"{fault.where}: {fault.what}." for fault in faults()]
        count = Issue.objects.count()
        if found:
            raise Refusal(*found, f"{len(found)} điểm sai trong {count} văn bản.")
        self.stdout.write(self.style.SUCCESS(f"{count} văn bản nguyên vẹn."))
        for issue in copies_with_words_taken_out():
            self.stdout.write(f"{issue.document}: là bản lược, bản gốc không còn lưu.")
        if scans := Scan.objects.count():
            self.stdout.write(f"{scans} bản quét: chỉ đối chiếu dấu băm, không đọc chữ trong ảnh.")
