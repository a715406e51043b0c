"""Addresses of review, number, signature, register and verification."""

from django.urls import path

from plans.web.views.issuing import copies, handling, marking, registers, signatures, take_downs, verification

app_name = "issuing"

PLAN = "van-ban/<int:pk>/"

urlpatterns = [
    path(f"{PLAN}xu-ly/", handling.document, name="document"),
    path(f"{PLAN}xu-ly/<slug:action>/", handling.act, name="act"),
    path(f"{PLAN}danh-dau/", marking.marking, name="marking"),
    path(f"{PLAN}danh-dau/<slug:key>/", marking.mark, name="mark"),
    path(f"{PLAN}luoc-du-lieu/", take_downs.take_downs, name="take_downs"),
    path(f"{PLAN}luoc-du-lieu/<int:take_down_pk>/<slug:name>/", take_downs.settle, name="settle"),
    path(f"{PLAN}ban-trinh-ky/", signatures.copy, name="copy"),
    path(f"{PLAN}ban-trinh-ky/phu-luc/<int:place>/", signatures.annex_copy, name="annex_copy"),
    path(f"{PLAN}ky-so/", signatures.sign, name="sign"),
    path(f"{PLAN}nhan-ban-ky-so/", signatures.take_back, name="take_back"),
    path(f"{PLAN}ban-quet/", signatures.scan, name="scan"),
    path(f"{PLAN}ban-quet/tep/", signatures.scan_file, name="scan_file"),
    path(f"{PLAN}ban-quet/<str:whose>/<int:page>/", signatures.page_picture, name="page_picture"),
    path(f"{PLAN}ban-sao/<int:copy>/", copies.certified_copy, name="certified_copy"),
    path("so-ban-sao/", copies.copies, name="copies"),
    path("so-van-ban-di/", registers.register, name="register"),
    path("so-van-ban-di/<int:unit_pk>/so-dang-ky.<str:form>", registers.printed, name="register_file"),
    path("so-van-ban-di/<int:unit_pk>/de-danh/", registers.reserve, name="reserve"),
    path("so-van-ban-di/<int:unit_pk>/so-giay/", registers.paper_book, name="paper_book"),
    path("so-van-ban-di/so/<int:entry_pk>/", registers.entry, name="entry"),
    path("so-van-ban-di/so/<int:entry_pk>/chuyen/", registers.sending, name="sending"),
    path("xac-thuc/", verification.ask, name="ask"),
    path("xac-thuc/<str:code>/", verification.verify, name="verify"),
    path("xac-thuc/<str:code>/trang-1.png", verification.first_page, name="first_page"),
]
