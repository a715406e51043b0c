from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "childlabour.notices"
    label = "notices"
    verbose_name = "Thông báo"
