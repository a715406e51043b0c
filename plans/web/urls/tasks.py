"""Addresses of tasks: what a unit was given, and what became of it."""

from django.urls import path

from plans.web.views.tasks import assignment, calendar, giving, home

app_name = "tasks"

urlpatterns = [
    path("", home.home, name="home"),
    path("<int:pk>/", assignment.assignment, name="assignment"),
    path("tep/<int:pk>/", assignment.file, name="file"),
    path("da-giao/<int:document_pk>/", giving.given, name="given"),
    path("lich.ics", calendar.calendar, name="calendar"),
    path("lich/<int:unit_pk>.ics", calendar.calendar, name="unit_calendar"),
]
