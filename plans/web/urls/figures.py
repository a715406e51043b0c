"""Addresses of figures: what a unit answers, what came from below, what a plan has come to."""

from django.urls import path

from plans.web.views import figures

app_name = "figures"

urlpatterns = [
    path("", figures.home, name="home"),
    path("<int:period>/<int:unit>/", figures.unit, name="unit"),
    path("<int:period>/<int:unit>/cap-duoi/", figures.below, name="below"),
    path("<int:period>/<int:unit>/<slug:key>/", figures.figure, name="figure"),
    path("<int:period>/nhap-tep/", figures.take_in, name="take_in"),
    path("<int:period>/ky/", figures.period, name="period"),
    path("van-ban/<int:pk>/", figures.plan, name="plan"),
    path("van-ban/<int:pk>/bieu/<int:period>/", figures.workbook, name="workbook"),
]
