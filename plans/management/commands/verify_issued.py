"""`manage.py verify_issued`: every stored paper against its hash and its data; exit code 1 when one differs."""

import sys

from django.core.management.base import BaseCommand

from plans.issuing.checking import faults
from plans.models import Issue


class Command(BaseCommand):
    help = "Đối chiếu mọi văn bản đã ban hành với mã kiểm tra và bản lưu của nó."

    def handle(self, *args, **options):
        found = list(faults())
        for fault in found:
            self.stderr.write(f"{fault.where}: {fault.what}.")
        count = Issue.objects.count()
        if found:
            self.stderr.write(self.style.ERROR(f"{len(found)} điểm sai trong {count} văn bản."))
            sys.exit(1)
        self.stdout.write(self.style.SUCCESS(f"{count} văn bản nguyên vẹn."))
