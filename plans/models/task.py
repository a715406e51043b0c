"""What is to be done, and who was told to do it."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models.functions import Coalesce

from childlabour.core import lengths
from childlabour.core.fields import DayField, LineField, ProseField, SearchKeyField
from childlabour.units.access import Someone, viewer
from childlabour.units.models import Unit
from childlabour.units.naming import in_words
from plans.law.belonging import document_of, to_document
from plans.law.seeing import OfDocuments
from plans.law.states import PUBLISHED

from .block import StoredBlock

SEVERAL = 3  # a district of two communes names them both


class Task(models.Model):
    """What is to be done, as the words of a block say; everything below that block belongs to it."""

    belongs_by = "block"
    seen_as = "words"

    block = models.OneToOneField(
        StoredBlock, verbose_name="khối", on_delete=models.CASCADE, related_name="task"
    )
    name = ProseField("tên nhiệm vụ", help_text="Chữ của khối, để đọc trong danh sách.")
    units_said = LineField(
        "tên đơn vị trong văn bản",
        max_length=lengths.AGENCY,
        blank=True,
        help_text="Ví dụ “Các trường học trên địa bàn”.",
    )
    due_on = DayField("thời hạn", null=True, blank=True, help_text="Ngày để tính trễ hạn.")
    due_text = LineField(
        "thời hạn như đã viết", max_length=lengths.DUE, blank=True, help_text="“Quý II/2026”, “hằng tháng”."
    )
    product = LineField("sản phẩm", max_length=lengths.PRODUCT, blank=True)
    given = models.JSONField("phần ghi thêm bên cạnh chữ", default=list, blank=True)
    added_at = models.DateTimeField("đánh dấu sau khi ban hành", null=True, blank=True)
    units = models.ManyToManyField(Unit, through="Assignment", related_name="tasks")
    search_key = SearchKeyField(of=["name"])

    objects = OfDocuments.as_manager()

    class Meta:
        verbose_name = "nhiệm vụ"
        verbose_name_plural = "nhiệm vụ"
        ordering = ["block__place", "pk"]

    def __str__(self) -> str:
        return self.name

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
        return self.units_said or self._in_words(self.leads)

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

    def with_deadline(self) -> Self:
        """Each with its `deadline_on`: the unit's own deadline, else the task's."""
        return self.annotate(deadline_on=Coalesce("due_on", "task__due_on"))

    def open_until(self, day: date) -> Self:
        """Not finished though their day has come."""
        unfinished = self.exclude(state__in=[AssignmentState.DONE, AssignmentState.REPORTED])
        return unfinished.with_deadline().filter(deadline_on__lte=day)

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
    is_inherited = models.BooleanField("theo tên đơn vị ở đề mục trên", default=False)
    role = models.CharField("vai trò", max_length=8, choices=AssignmentRole, default=AssignmentRole.LEAD)
    due_on = DayField("thời hạn riêng", null=True, blank=True, help_text="Khi khác thời hạn của nhiệm vụ.")
    state = models.CharField(
        "tình trạng", max_length=10, choices=AssignmentState, default=AssignmentState.GIVEN, editable=False
    )
    added_at = models.DateTimeField("giao sau khi ban hành", null=True, blank=True, editable=False)

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
