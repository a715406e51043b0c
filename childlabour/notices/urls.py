"""Addresses of notices."""

from django.urls import path

from . import views

app_name = "notices"

urlpatterns = [
    path("thong-bao/", views.notices, name="notices"),
    path("thong-bao/<int:number>/", views.opened, name="opened"),
    path("thong-bao/da-xem/", views.seen, name="seen"),
    path("thong-bao/cach-nhan/", views.wish, name="wish"),
    path("thong-bao/khoa-nguon-tin/", views.feed_key, name="feed_key"),
    path("thong-bao/nguon.atom", views.feed, name="feed"),
]
