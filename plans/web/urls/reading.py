"""Addresses of files on their way in."""

from django.urls import path

from plans.web.views.reading import reviewing, sending

app_name = "reading"

urlpatterns = [
    path("", sending.source, name="source"),
    path("van-ban-cu/", sending.old_paper, name="old_paper"),
    path("dang-doc/", sending.listed, name="intakes"),
    path("viec/<int:number>/", sending.of_job, name="of_job"),
    path("xem/", sending.latest, name="review"),
    path("xem/<int:number>/", reviewing.review, name="reviewed"),
    path("xem/<int:number>/tep/", reviewing.source_file, name="source_file"),
    path("nguon/<int:number>/", reviewing.kept, name="kept"),
]
