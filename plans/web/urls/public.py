from django.urls import path

from plans.web.views import archives, papers, public

app_name = "public"

urlpatterns = [
    path("", public.home, name="home"),
    path("favicon.ico", public.favicon),
    path(".well-known/security.txt", public.security_txt, name="security_txt"),
    path("ke-hoach/", public.documents, name="plans"),
    path("ke-hoach/tai-tat-ca/", archives.ask, name="hand_out"),
    path("ke-hoach/tep-nen/<int:number>/", archives.archive, name="archive"),
    path("ke-hoach/tep-nen/<int:number>/tai/", archives.file, name="archive_file"),
    path("ke-hoach/<int:pk>/", public.document, name="document"),
    path("ke-hoach/<int:pk>/ban-in/", papers.sheet, name="sheet"),
    path("ke-hoach/<int:pk>/pdf/", papers.pdf, name="pdf"),
    path("ke-hoach/<int:pk>/phu-luc/<int:place>/", papers.annex, name="annex"),
    path("ke-hoach/<int:pk>/ban-chinh/", papers.authentic_copy, name="authentic"),
    path("ke-hoach/<int:pk>/word/", papers.word, name="word"),
    path("don-vi/<int:pk>/", public.unit, name="unit"),
    path("chuong-trinh/", public.programmes, name="programmes"),
    path("chuong-trinh/<slug:code>/", public.programme, name="programme"),
]
