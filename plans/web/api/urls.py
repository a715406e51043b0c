from django.urls import path, re_path
from drf_spectacular.views import SpectacularJSONAPIView
from rest_framework.routers import SimpleRouter

from childlabour.core.api import PerAddress, nothing_here

from . import views

app_name = "api"

router = SimpleRouter()
router.register("plans", views.Plans, basename="plan")
router.register("targets", views.Targets, basename="target")
router.register("tasks", views.Tasks, basename="task")
router.register("units", views.Units, basename="unit")
router.register("programmes", views.Programmes, basename="programme")

urlpatterns = [
    *router.urls,
    path("schema/", SpectacularJSONAPIView.as_view(throttle_classes=[PerAddress]), name="schema"),
    path("tai-lieu/", views.Manual.as_view(), name="manual"),
    re_path("", nothing_here, name="nothing"),
]
