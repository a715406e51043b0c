"""manage.py db_worker: does the jobs that wait, on any number of machines; in the place of django-tasks-db's own."""

import gc
from typing import Any

from django.core.management.base import CommandParser

from childlabour.core.commands import PlainCommand
from childlabour.core.errors import Refusal
from childlabour.core.serving import begin_to_serve
from childlabour.jobs.queues import hands, hear_endings
from childlabour.jobs.watching import on_watch
from childlabour.jobs.works import BEFOREHAND


class Command(PlainCommand):
    help = "Làm các việc chạy nền, lần lượt từng việc, cho đến khi được bảo dừng (Ctrl-C, SIGTERM)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--batch", action="store_true", help="làm hết các việc đang đợi rồi dừng")
        parser.add_argument(
            "--interval", type=float, default=0.5, help="số giây giữa hai lần xem hàng đợi (0,5)"
        )

    def act(self, *, batch: bool, interval: float, **options: Any) -> None:
        hear_endings()
        if not begin_to_serve():
            raise Refusal("Đang khôi phục dữ liệu hoặc nâng cấp: chờ xong rồi khởi động lại.")
        worker = hands(batch=batch, interval=interval)
        if not batch:
            for do in BEFOREHAND:
                do()
            gc.freeze()
        with on_watch(worker.is_idle):
            worker.run()
