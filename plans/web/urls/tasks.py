"""Addresses of tasks: what a unit was given, and what became of it."""

from django.urls import path

from plans.web.views.tasks import assignment, board, calendar, giving, home, urging, work_items

app_name = "tasks"

urlpatterns = [
    path("", home.home, name="home"),
    path("<int:pk>/", assignment.assignment, name="assignment"),
    path("<int:pk>/dau-viec/<int:item_pk>/", work_items.change, name="change_item"),
    path("tep/<int:pk>/", assignment.file, name="file"),
    path("cho-tra-loi/", giving.waiting, name="waiting"),
    path("da-giao/<int:document_pk>/", giving.given, name="given"),
    path("da-giao/<int:document_pk>/<int:task_pk>/", giving.give_task, name="give"),
    path("bang/", board.board, name="board"),
    path("bang/in/", board.report, name="report"),
    path("bang/danh-sach/", board.rows, name="rows"),
    path("bang/danh-sach.xlsx", board.book, name="book"),
    path("nhac/", urging.remind, name="remind"),
    path("cong-van-don-doc/", urging.letter, name="letter"),
    path("lich.ics", calendar.calendar, name="calendar"),
    path("lich/<int:unit_pk>.ics", calendar.calendar, name="unit_calendar"),
]
