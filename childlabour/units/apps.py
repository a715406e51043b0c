from django.apps import AppConfig


class UnitsConfig(AppConfig):
    name = "childlabour.units"
    label = "units"
    verbose_name = "Đơn vị và cán bộ"
