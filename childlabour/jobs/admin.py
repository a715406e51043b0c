"""What runs, what waits, what went wrong, for the keeper to read; what was read out of a file is not shown."""

from typing import cast

import django_tasks_db.admin  # noqa: F401 - registers the queue, which is then taken out again
from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django_tasks_db.models import DBTaskResult

from childlabour.units.access import Someone, viewer
from childlabour.units.backoffice import OfficeAdmin

from .models import Job, JobQuerySet, Worker

admin.site.unregister(DBTaskResult)  # the queue's own rows, in English: the job says more


class ForTheKeeper(OfficeAdmin):
    def may_view(self, user: Someone, row: Model | None) -> bool:
        return viewer(user).is_keeper

    def may_change(self, user: Someone, row: Model | None) -> bool:
        return False


@admin.register(Job)
class JobAdmin(ForTheKeeper):
    list_display = ("__str__", "officer", "state", "attempts", "asked_at", "started_at", "ended_at")
    list_select_related = ("officer",)
    list_filter = ("state",)
    search_fields = ("officer__search_key",)
    fields = (
        ("in_words", "officer"),
        ("state", "attempts", "reasons_in_words"),
        ("done", "total", "word"),
        ("asked_at", "queued_at", "started_at"),
        ("beaten_at", "asked_to_stop_at", "ended_at"),
    )
    readonly_fields = ("in_words", "reasons_in_words")

    def get_queryset(self, request: HttpRequest) -> JobQuerySet:
        return cast(JobQuerySet, super().get_queryset(request)).without_results()

    @admin.display(description="việc")
    def in_words(self, job: Job) -> str:
        return str(job)

    @admin.display(description="lý do")
    def reasons_in_words(self, job: Job) -> str:
        return " ".join(job.problems)


@admin.register(Worker)
class WorkerAdmin(ForTheKeeper):
    list_display = ("name", "started_at", "beaten_at")
    search_fields = ("name",)
    fields = ("name", "started_at", "beaten_at")
