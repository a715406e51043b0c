"""Addresses of what was delivered: to us, and by us."""

from django.urls import path

from plans.web.views import incoming, outgoing

app_name = "delivery"

PLAN = "van-ban/<int:pk>/"

urlpatterns = [
    path("van-ban-den/", incoming.home, name="home"),
    path("van-ban-den/<int:number>/", incoming.delivery, name="delivery"),
    path("van-ban-den/<int:number>/nhan/", incoming.received, name="receive"),
    path("van-ban-den/<int:number>/lap-ke-hoach/", incoming.own_plan, name="own_plan"),
    path(f"{PLAN}da-gui/", outgoing.sent, name="sent"),
    path(f"{PLAN}da-gui/don-doc/", outgoing.reminded, name="remind"),
    path(f"{PLAN}da-gui/<int:number>/<slug:how>/", outgoing.sent_by_hand, name="send"),
    path(f"{PLAN}edxml/", outgoing.edxml, name="edxml"),
]
