from django.urls import path

from . import entering, views

app_name = "accounts"

urlpatterns = [
    path("dang-nhap/", entering.LogInPage.as_view(), name="login"),
    path("dang-nhap/ma/", entering.code, name="code"),
    path("dang-xuat/", entering.LogOutPage.as_view(), name="logout"),
    path("tai-khoan/", views.account, name="account"),
    path("tai-khoan/mat-khau/", views.password, name="password"),
    path("tai-khoan/dang-xuat-noi-khac/", views.leave_elsewhere, name="leave_elsewhere"),
    path("tai-khoan/ma-xac-nhan/", views.second_factor_on, name="second_factor"),
    path("tai-khoan/ma-xac-nhan/ma-du-phong/", views.recovery_codes, name="recovery_codes"),
    path("tai-khoan/ma-xac-nhan/tat/", views.second_factor_off, name="second_factor_off"),
]
