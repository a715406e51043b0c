"""Addresses of tasks: what a unit was given, and what became of it."""

from django.urls import path

from plans.web.views.tasks import assignment, giving, home, work_items

app_name = "tasks"

urlpatterns = [
    path("", home.home, name="home"),
    path("<int:pk>/", assignment.assignment, name="assignment"),
    path("<int:pk>/dau-viec/", work_items.add, name="add_item"),
    path("<int:pk>/dau-viec/<int:item_pk>/", work_items.change, name="change_item"),
    path("tep/<int:pk>/", assignment.file, name="file"),
    path("cho-tra-loi/", giving.waiting, name="waiting"),
    path("da-giao/<int:document_pk>/", giving.given, name="given"),
    path("da-giao/<int:document_pk>/<int:task_pk>/", giving.give_task, name="give"),
]
