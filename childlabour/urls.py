"""Every address of the site."""

from django.contrib import admin
from django.urls import include, path

from childlabour.accounts.entering import LogOutPage
from childlabour.core.printing import code_of_page

urlpatterns = [
    path("", include("plans.web.urls.public")),
    path("", include("childlabour.accounts.urls")),
    path("", include("childlabour.jobs.urls")),
    path("", include("childlabour.notices.urls")),
    path("ban-lam-viec/doc-tep/", include("plans.web.urls.reading")),
    path("ban-lam-viec/", include("plans.web.urls.desk")),
    path("nhiem-vu/", include("plans.web.urls.tasks")),
    path("so-lieu/", include("plans.web.urls.figures")),
    path("", include("plans.web.urls.issuing")),
    path("", include("plans.web.urls.delivery")),
    path("du-lieu-ca-nhan/", include("plans.web.urls.privacy")),
    path("ma-trang.svg", code_of_page, name="code_of_page"),
    path("api/v1/", include("plans.web.api.urls")),
    path("quan-tri/logout/", LogOutPage.as_view()),
    path("quan-tri/", admin.site.urls),
]
