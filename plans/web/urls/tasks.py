"""Addresses of tasks: what a unit was given, and what became of it."""

from django.urls import path

from plans.web.views import task_calendar, tasks

app_name = "tasks"

urlpatterns = [
    path("", tasks.home, name="home"),
    path("<int:pk>/", tasks.assignment, name="assignment"),
    path("tep/<int:pk>/", tasks.file, name="file"),
    path("da-giao/<int:document_pk>/", tasks.given, name="given"),
    path("lich.ics", task_calendar.calendar, name="calendar"),
    path("lich/<int:unit_pk>.ics", task_calendar.calendar, name="unit_calendar"),
]
