"""Puts the office's own site in the place of Django's default admin site."""

from django.contrib.admin.apps import AdminConfig


class OfficeAdminConfig(AdminConfig):
    default_site = "childlabour.units.backoffice.BackOffice"
