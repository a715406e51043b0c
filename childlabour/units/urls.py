from django.urls import path

from .views import LogIn, LogOut

app_name = "units"

urlpatterns = [
    path("dang-nhap/", LogIn.as_view(), name="login"),
    path("dang-xuat/", LogOut.as_view(), name="logout"),
]
