"""Addresses of personal data: what is kept, the record of processing, the log of leaks."""

from django.urls import path

from plans.web.views import privacy

app_name = "privacy"

urlpatterns = [
    path("", privacy.kept, name="kept"),
    path("ho-so-xu-ly/", privacy.record, name="record"),
    path("so-vi-pham/", privacy.breaches, name="breaches"),
]
