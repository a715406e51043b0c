"""Addresses of reading a file into a draft."""

from django.urls import path

from plans.web.views import reading

app_name = "reading"

urlpatterns = [
    path("", reading.source, name="source"),
    path("van-ban-cu/", reading.old_paper, name="old_paper"),
    path("xem/", reading.latest, name="review"),
    path("xem/<int:number>/", reading.review, name="reviewed"),
]
