from django.apps import AppConfig
from django.core.checks import register

from childlabour.core import checks
from childlabour.core.private_files import make_private


class CoreConfig(AppConfig):
    name = "childlabour.core"
    label = "core"
    verbose_name = "Nền tảng"

    def ready(self) -> None:
        make_private()
        for check in checks.BEFORE_COMMANDS:
            register(check, checks.START)
        register(checks.private_files, checks.START, deploy=True)
