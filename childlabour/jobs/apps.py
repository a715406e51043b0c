from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    name = "childlabour.jobs"
    label = "jobs"
    verbose_name = "Việc chạy nền"

    def ready(self) -> None:
        """Every room says in a module `later` what it does later; a worker must know all of it."""
        autodiscover_modules("later")
