from django.apps import AppConfig
from django.core.checks import register

from childlabour.core import checks


class CoreConfig(AppConfig):
    name = "childlabour.core"
    label = "core"
    verbose_name = "Nền tảng"

    def ready(self) -> None:
        for check in checks.BEFORE_COMMANDS:
            register(check, checks.START)
