"""What is to be done, and who was told to do it."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from childlabour.core import lengths
from childlabour.core.fields import DayField, LineField, ProseField, SearchKeyField
from childlabour.core.rules import Ruled
from childlabour.units.access import Someone, viewer
from childlabour.units.models import Unit
from childlabour.units.naming import in_words
from plans.law.belonging import document_of, to_document
from plans.law.rules import TASK_RULES
from plans.law.seeing import OfDocuments
from plans.law.states import PUBLISHED

from .section import Section

SEVERAL = 3  # a district of two communes names them both


class Task(Ruled, models.Model):
    belongs_by = "section"
    seen_as = "words"
    rules = TASK_RULES

    section = models.ForeignKey(Section, verbose_name="phần", on_delete=models.CASCADE, related_name="tasks")
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    heading = ProseField("tên nhiệm vụ", blank=True)
    details = ProseField("nội dung", blank=True, help_text="Mỗi dòng một đoạn.")
    units_as_printed = LineField(
        "tên đơn vị khi in",
        max_length=lengths.AGENCY,
        blank=True,
        help_text="Ví dụ “Các trường học trên địa bàn”; để trống thì in tên các đơn vị chủ trì.",
    )
    due_on = DayField("thời hạn", null=True, blank=True)
    product = LineField("sản phẩm", max_length=lengths.PRODUCT, blank=True)
    units = models.ManyToManyField(Unit, through="Assignment", related_name="tasks")
    search_key = SearchKeyField(of=["heading", "details"])

    objects = OfDocuments.as_manager()

    class Meta:
        verbose_name = "nhiệm vụ"
        verbose_name_plural = "nhiệm vụ"
        ordering = ["order", "pk"]
        indexes = [models.Index(fields=["section", "order"])]
        constraints = [
            models.CheckConstraint(
                name="plans_task_says_something",
                condition=~Q(heading="", details=""),
                violation_error_message="Nhiệm vụ phải có tên hoặc nội dung.",
            ),
        ]

    def __str__(self) -> str:
        return self.heading or self.details.split("\n", 1)[0]

    @property
    def leads(self) -> tuple[Unit, ...]:
        """Units in the lead. Free when `assignments__unit` is prefetched, else one query."""
        return tuple(a.unit for a in self.assignments.all() if a.role == AssignmentRole.LEAD)

    @property
    def partners(self) -> tuple[Unit, ...]:
        """Units that co-operate; same price as `leads`."""
        return tuple(a.unit for a in self.assignments.all() if a.role == AssignmentRole.PARTNER)

    @property
    def responsible_label(self) -> str:
        """Who does it, as the paper names them; all communes together by one name."""
        return self.units_as_printed or self._in_words(self.leads)

    @property
    def partners_label(self) -> str:
        """Who co-operates, as the paper names them."""
        return self._in_words(self.partners)

    def _in_words(self, units: tuple[Unit, ...]) -> str:
        """Few units are never all the communes: only a longer list costs the one query of `Document.communes`."""
        return in_words(units, document_of(self).communes if len(units) >= SEVERAL else ())


class AssignmentRole(models.TextChoices):
    LEAD = "lead", "chủ trì"
    PARTNER = "partner", "phối hợp"


class AssignmentState(models.TextChoices):
    GIVEN = "given", "đã giao"
    RECEIVED = "received", "đã tiếp nhận"
    UNDER_WAY = "under_way", "đang thực hiện"
    REPORTED = "reported", "chờ duyệt"
    DONE = "done", "hoàn thành"
    SENT_BACK = "sent_back", "thực hiện lại"


class AssignmentQuerySet(OfDocuments["Assignment"]):
    def in_force(self) -> Self:
        """Given in earnest: of plans that are issued."""
        return self.filter(**{to_document(self.model, "status__in"): PUBLISHED})

    def open_until(self, day: date) -> Self:
        """Not finished though their day has come: the unit's own deadline, else the task's."""
        unfinished = self.exclude(state__in=[AssignmentState.DONE, AssignmentState.REPORTED])
        return unfinished.annotate(deadline_on=Coalesce("due_on", "task__due_on")).filter(
            deadline_on__lte=day
        )

    def given_to(self, user: Someone) -> Self:
        """What the units of this person have to do, and what they took over undone or done."""
        return self.in_force().filter(unit_id__in=viewer(user).seen_unit_ids)


class Assignment(models.Model):
    """One task in the hands of one unit. Lateness is derived from the dates, never stored."""

    belongs_by = "task"
    seen_as = "dealings"  # how far the work is; what is printed of it is told by its task
    given_to = "unit"

    task = models.ForeignKey(
        Task, verbose_name="nhiệm vụ", on_delete=models.CASCADE, related_name="assignments"
    )
    unit = models.ForeignKey(
        Unit, verbose_name="đơn vị", on_delete=models.PROTECT, related_name="assignments"
    )
    role = models.CharField("vai trò", max_length=8, choices=AssignmentRole, default=AssignmentRole.LEAD)
    due_on = DayField("thời hạn riêng", null=True, blank=True, help_text="Khi khác thời hạn của nhiệm vụ.")
    state = models.CharField(
        "tình trạng", max_length=10, choices=AssignmentState, default=AssignmentState.GIVEN, editable=False
    )

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = "giao nhiệm vụ"
        verbose_name_plural = "giao nhiệm vụ"
        ordering = ["role", "pk"]
        indexes = [models.Index(fields=["unit", "state"])]
        constraints = [
            models.UniqueConstraint(
                fields=["task", "unit"],
                name="plans_assignment_once",
                violation_error_message="Đơn vị đã được giao nhiệm vụ này.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.get_role_display()}: {self.task}"

    @property
    def deadline(self) -> date | None:
        return self.due_on or self.task.due_on
