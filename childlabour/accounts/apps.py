from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "childlabour.accounts"
    label = "accounts"
    verbose_name = "Tài khoản"
