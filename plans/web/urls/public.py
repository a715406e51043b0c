from django.urls import path

from plans.web.views import papers, public

app_name = "public"

urlpatterns = [
    path("", public.home, name="home"),
    path("favicon.ico", public.favicon),
    path("ke-hoach/", public.plans, name="plans"),
    path("ke-hoach/<int:pk>/", public.plan, name="plan"),
    path("ke-hoach/<int:pk>/ban-in/", papers.sheet, name="sheet"),
    path("ke-hoach/<int:pk>/pdf/", papers.pdf, name="pdf"),
    path("ke-hoach/<int:pk>/word/", papers.word, name="word"),
    path("don-vi/<int:pk>/", public.unit, name="unit"),
    path("chuong-trinh/", public.programmes, name="programmes"),
    path("chuong-trinh/<slug:code>/", public.programme, name="programme"),
]
