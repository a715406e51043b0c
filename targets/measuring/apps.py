from django.apps import AppConfig


class MeasuringConfig(AppConfig):
    name = "targets.measuring"
    verbose_name = "Số liệu"
