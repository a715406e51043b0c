"""Addresses of the desk."""

from django.urls import path, register_converter

from plans.drafting.spots import KEY
from plans.web.views.desk import (
    editor,
    history,
    home,
    leave,
    meaning,
    mending,
    old_papers,
    sheet,
    starting,
    units,
)

app_name = "desk"


class SpotConverter:
    """A key of `plans.drafting.spots`."""

    regex = KEY.pattern

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(SpotConverter, "spot")

DRAFT = "van-ban/<int:pk>/"

urlpatterns = [
    path("", home.home, name="home"),
    path("van-ban/", home.documents, name="documents"),
    path("nghi/", leave.leave, name="leave"),
    path("nghi/<int:pk>/thoi/", leave.back_again, name="back_again"),
    path("lap-moi/", starting.start, name="start"),
    path("lap-moi/tu-ban-quet/", old_papers.from_scan, name="from_scan"),
    path("don-doan-dan/", editor.pasted, name="mend"),
    path(DRAFT, sheet.sheet_editor, name="editor"),
    path(f"{DRAFT}ghi/", sheet.save, name="sheet_save"),
    path(f"{DRAFT}tin/", sheet.news, name="sheet_news"),
    path(f"{DRAFT}to-giay/", editor.sheet, name="sheet"),
    path(f"{DRAFT}y-nghia/", meaning.proposals, name="proposals"),
    path(f"{DRAFT}ben-le/", meaning.margin, name="margin"),
    path(f"{DRAFT}don-vi/", units.units, name="units"),
    path(f"{DRAFT}kiem-tra/", editor.checked, name="check"),
    path(f"{DRAFT}kiem-tra/<slug:key>/<slug:what>/", mending.mended, name="put_right"),
    path(f"{DRAFT}lich-su/", history.history, name="history"),
    path(f"{DRAFT}ghi-moc/", history.milestone, name="milestone"),
    path(f"{DRAFT}lich-su/<int:number>/", history.version, name="version"),
    path(f"{DRAFT}so-sanh/", history.comparison, name="comparison"),
    path(f"{DRAFT}lap-noi-nhan/", editor.recipients_drafted, name="draft_recipients"),
    path(f"{DRAFT}lap-to-chuc/", editor.organisation_drafted, name="draft_organisation"),
    path(f"{DRAFT}<spot:key>/", editor.spot, name="spot"),
]
