"""`manage.py load_samples`: five real documents, the cascade above them, and the office around them."""

from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser

from childlabour.core.commands import PlainCommand
from childlabour.samples.loading import load
from childlabour.samples.people import DEMO_ACCOUNTS


class Command(PlainCommand):
    help = "Nạp dữ liệu mẫu: văn bản, đơn vị, địa bàn và tài khoản thử. Chạy lại không làm thay đổi gì."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--accounts",
            action="store_true",
            help="Tạo tài khoản thử cả khi máy khác truy cập được; mật khẩu của chúng ai cũng biết.",
        )

    def act(self, *, accounts: bool, **options: Any) -> None:
        # Their password is public: never on a site that others can reach, unless someone asks for it.
        with_people = accounts or not settings.HTTPS
        new = load(people=with_people)
        self.stdout.write(
            "Đã nạp dữ liệu mẫu: " + ", ".join(f"{count} {what}" for what, count in new.items()) + "."
            if new
            else "Dữ liệu mẫu đã có đủ."
        )
        if with_people:
            self.stdout.write(accounts_table())
        else:
            self.stdout.write("Không tạo tài khoản thử vì máy khác truy cập được (cần thì thêm --accounts).")


def accounts_table() -> str:
    rows = [("Tài khoản", "Mật khẩu", "Là ai", "Làm được gì")]
    rows += [(account.username, account.password, account.who, account.may) for account in DEMO_ACCOUNTS]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )
