"""What is to be done, and who was told to do it."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.timezone import localdate

from childlabour.core import lengths
from childlabour.core.clock import today
from childlabour.core.fields import DayField, LineField, ProseField, SearchKeyField
from childlabour.units.access import Someone, viewer
from childlabour.units.models import Post, Unit
from childlabour.units.naming import in_words
from plans.law.belonging import document_of, to_document
from plans.law.recurring import Recurrence, name_of_turn
from plans.law.seeing import OfDocuments
from plans.law.states import PUBLISHED

from .block import StoredBlock
from .condition import (
    DEADLINE,
    UNANSWERED,
    AssignmentState,
    Condition,
    condition_in_sql,
    condition_of,
)

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
    def printed_assignments(self) -> tuple["Assignment", ...]:
        """As the words give it. Free when `assignments__unit` is prefetched, else one query."""
        return tuple(given for given in self.assignments.all() if given.is_printed)

    @property
    def leads(self) -> tuple[Unit, ...]:
        """Units in the lead, as the words say; same price."""
        return tuple(a.unit for a in self.printed_assignments if a.role == AssignmentRole.LEAD)

    @property
    def partners(self) -> tuple[Unit, ...]:
        """Units that co-operate; same price."""
        return tuple(a.unit for a in self.printed_assignments if a.role == AssignmentRole.PARTNER)

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


class Priority(models.TextChoices):
    """How a task is to be taken before others; most are as usual, and say nothing."""

    URGENT = "urgent", "khẩn"
    AT_ONCE = "at_once", "hỏa tốc"


class AssignmentQuerySet(OfDocuments["Assignment"]):
    def in_force(self) -> Self:
        """Given in earnest: of plans that are issued."""
        return self.filter(**{to_document(self.model, "status__in"): PUBLISHED})

    def as_printed(self) -> Self:
        """Those that the words of the document give, as everyone reads them."""
        return self.filter(given_at=None)

    def with_deadline(self) -> Self:
        """Each with `deadline_on`, as `Assignment.deadline` says it."""
        return self.annotate(deadline_on=DEADLINE)

    def with_condition(self, day: date) -> Self:
        """Each with `deadline_on` and, as it stands on `day`, `condition_now`."""
        return self.with_deadline().annotate(condition_now=condition_in_sql(day))

    def counted(self) -> Self:
        """Without what only says that work comes round again: its turns are counted, each for itself."""
        return self.filter(recurs="")

    def open_until(self, day: date) -> Self:
        """Not answered though their day has come; each with `deadline_on`."""
        return self.with_deadline().filter(state__in=UNANSWERED, deadline_on__lte=day)

    def overdue(self, day: date) -> Self:
        """Not answered, and their day is over; each with `deadline_on`."""
        return self.with_deadline().filter(state__in=UNANSWERED, deadline_on__lt=day)

    def waiting_for_giver(self) -> Self:
        """What the unit has said, and who gave the work has to answer: a report, a request for more time, a refusal."""
        said = Q(state__in=[AssignmentState.REPORTED, AssignmentState.REFUSED]) | Q(asked_until__isnull=False)
        return self.filter(said)

    def given_to(self, user: Someone) -> Self:
        """What the units of this person have to do, and what they took over undone or done."""
        return self.in_force().filter(unit_id__in=viewer(user).seen_unit_ids)


class Assignment(models.Model):
    """One task in the hands of one unit: what the words give, or what was given beside them (`given_at`): passed on,
    given later, one turn of work that comes round again.

    Its days are kept apart; how it stands by them is derived (`condition`), never stored.
    """

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
    added_at = models.DateTimeField("giao sau khi ban hành", null=True, blank=True, editable=False)
    given_at = models.DateTimeField("giao ngoài văn bản lúc", null=True, blank=True, editable=False)
    made_from = models.ForeignKey(
        "self",
        verbose_name="từ lần giao",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        editable=False,
        related_name="made",
    )
    turn = models.CharField("kỳ", max_length=7, blank=True, editable=False)  # "202406", "2024Q2"

    state = models.CharField(
        "tình trạng", max_length=10, choices=AssignmentState, default=AssignmentState.GIVEN, editable=False
    )
    due_on = DayField("thời hạn riêng", null=True, blank=True, help_text="Khi khác thời hạn của nhiệm vụ.")
    extended_to = DayField("gia hạn đến", null=True, blank=True, editable=False)
    asked_until = DayField("xin gia hạn đến", null=True, blank=True, editable=False)  # waits for the giver
    received_on = DayField("ngày tiếp nhận", null=True, blank=True, editable=False)
    reported_on = DayField("ngày báo cáo", null=True, blank=True, editable=False)
    said_done_on = DayField("ngày làm xong (đơn vị ghi)", null=True, blank=True, editable=False)
    accepted_on = DayField("ngày chấp nhận", null=True, blank=True, editable=False)

    post = models.ForeignKey(
        Post,
        verbose_name="chức danh thực hiện",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="assignments",
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="người thực hiện",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="assignments",
    )
    leader = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="lãnh đạo theo dõi",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="followed_assignments",
    )
    product = LineField(
        "sản phẩm phải có", max_length=lengths.PRODUCT, blank=True, help_text="Khi cụ thể hơn văn bản."
    )
    responsibility = ProseField(
        "trách nhiệm", longest=lengths.REASON, blank=True, help_text="Chịu trách nhiệm về điều gì, trước ai."
    )
    authority = ProseField(
        "thẩm quyền", longest=lengths.REASON, blank=True, help_text="Được tự quyết điều gì, điều gì phải xin."
    )
    priority = models.CharField("độ ưu tiên", max_length=8, choices=Priority, blank=True)
    recurs = models.CharField("định kỳ", max_length=11, choices=Recurrence, blank=True)

    objects = AssignmentQuerySet.as_manager()

    deadline_on: date | None  # of rows `with_deadline`

    class Meta:
        verbose_name = "giao nhiệm vụ"
        verbose_name_plural = "giao nhiệm vụ"
        ordering = ["role", "pk"]
        indexes = [models.Index(fields=["unit", "state"])]
        constraints = [
            models.UniqueConstraint(
                fields=["task", "unit", "turn"],
                name="plans_assignment_once",
                violation_error_message="Đơn vị đã được giao nhiệm vụ này.",
            ),
            models.CheckConstraint(
                name="plans_assignment_made_has_its_moment",
                condition=Q(made_from=None, turn="") | Q(given_at__isnull=False),
                violation_error_message="Việc chuyển, việc từng kỳ phải ghi lúc giao.",
            ),
            models.CheckConstraint(
                name="plans_assignment_turn_does_not_recur",
                condition=Q(turn="") | Q(recurs=""),
                violation_error_message="Việc của một kỳ không lặp lại nữa.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.get_role_display()}: {self.task}"

    @property
    def is_printed(self) -> bool:
        return self.given_at is None

    @property
    def is_unanswered(self) -> bool:
        """Nobody has reported, and somebody is to act."""
        return self.state in UNANSWERED

    @property
    def original_due(self) -> date | None:
        """As it was given, whatever was granted since: what everyone may read."""
        return self.due_on or self.task.due_on

    @property
    def deadline(self) -> date | None:
        """As it stands now. A request for more time moves nothing."""
        return self.extended_to or self.original_due

    @property
    def given_on(self) -> date | None:
        """None while its document is not issued."""
        moment = self.given_at or self.added_at
        return localdate(moment) if moment else document_of(self).issued_on

    @property
    def answered_on(self) -> date | None:
        """The day that counts: of the report that waits, or was accepted."""
        return self.reported_on or self.accepted_on

    @property
    def condition(self) -> Condition:
        return self.condition_on(today())

    def condition_on(self, day: date) -> Condition:
        return condition_of(self.state, self.deadline, self.answered_on, day)

    @property
    def turn_name(self) -> str:
        return name_of_turn(self.turn)


class WorkItem(models.Model):
    """One step of the plan that a unit makes for itself of what it was given (đầu việc)."""

    belongs_by = "assignment"
    seen_as = "dealings"

    assignment = models.ForeignKey(
        Assignment, verbose_name="giao nhiệm vụ", on_delete=models.CASCADE, related_name="work_items"
    )
    words = LineField("đầu việc", max_length=lengths.HEADING)
    due_on = DayField("thời hạn", null=True, blank=True)
    post = models.ForeignKey(
        Post,
        verbose_name="chức danh thực hiện",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    done_on = DayField("ngày xong", null=True, blank=True)

    class Meta:
        verbose_name = "đầu việc của đơn vị"
        verbose_name_plural = "các đầu việc của đơn vị"
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.words
