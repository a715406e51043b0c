"""Every address of the site."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("plans.urls.public")),
    path("", include("childlabour.units.urls")),
    path("ban-lam-viec/doc-tep/", include("plans.urls.reading")),
    path("ban-lam-viec/", include("plans.urls.desk")),
    path("nhiem-vu/", include("plans.urls.tasks")),
    path("", include("plans.urls.issuing")),
    path("api/v1/", include("plans.api.urls")),
    path("quan-tri/", admin.site.urls),
]
