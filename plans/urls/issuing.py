from django.urls import path

from plans.views import issuing

app_name = "issuing"

urlpatterns = [
    path("xac-thuc/<str:code>/", issuing.verify, name="verify"),
]
