"""manage.py forget_second_factor: for whoever has lost telephone and recovery codes, the keeper included."""

from typing import Any

from django.core.management.base import CommandParser

from childlabour.accounts import second_factor
from childlabour.core.commands import PlainCommand
from childlabour.core.errors import Refusal
from childlabour.units.models import Officer


class Command(PlainCommand):
    help = "Tắt mã xác nhận của một cán bộ đã mất cả điện thoại lẫn mã dự phòng."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", help="tên đăng nhập")

    def act(self, *, username: str, **options: Any) -> None:
        officer = Officer.objects.filter(username=username).first()
        if officer is None:
            raise Refusal(f"Không có tài khoản “{username}”: xem tên đăng nhập tại trang quản trị.")
        if not second_factor.is_on(officer):
            raise Refusal(f"Tài khoản “{username}” không bật mã xác nhận: chỉ cần mật khẩu.")
        second_factor.turn_off(officer)
        self.stdout.write(f"Đã tắt mã xác nhận của {officer}. Hỏi cho chắc là chính người đó yêu cầu.")
