"""What hangs on the words of documents: targets, tasks, charges; and the blocks that they hang on.

Found and read here; a mark lies on words, so it is changed where the words are: each page leads there.
"""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator

from childlabour.units.access import Someone
from childlabour.units.backoffice import day
from plans.content.asking import bare_block_of
from plans.drafting.spots import spot_of
from plans.law.belonging import document_of, to_document
from plans.models import Assignment, Charge, StoredBlock, Task
from plans.pages.outline import anchor_of
from targets.models import Target

from .rights import OfDocumentInline
from .rows import RowAdmin

SHOWN = 160  # characters of words in a list


def where_it_stands(block: StoredBlock) -> str:
    """A link to the words: at the desk as long as they are written, else on the page of the document."""
    document = document_of(block)
    if document.is_editable:
        address, words = reverse("desk:spot", args=[document.pk, spot_of(block.key)]), "Mở ở bàn soạn thảo"
    else:
        address, words = f"{document.get_absolute_url()}#{anchor_of(block.key)}", "Đọc trong văn bản"
    return format_html('<a class="open-row" href="{}">{}</a>', address, words)


class MarkAdmin(RowAdmin):
    ordering = ("-pk",)  # the order of the paper would sort every mark of the country
    readonly_fields: ClassVar[tuple[str, ...]] = ("of_document", "where")

    @admin.display(description="chữ")
    def where(self, row: Model) -> str:
        return where_it_stands(row.block)  # type: ignore[attr-defined]


@admin.register(Target)
class TargetAdmin(MarkAdmin):
    list_display = ("sentence", "measure", "horizon", "group_code", "responsible", "of_document")
    list_filter = (
        "comparator",
        (to_document(Target, "programme"), admin.RelatedOnlyFieldListFilter),
        to_document(Target, "status"),
        "horizon",
    )
    search_fields = ("search_key", "responsible__search_key")
    fieldsets = (
        (None, {"fields": ("of_document", "where", "sentence")}),
        (
            "Phần đo được",
            {
                "fields": (
                    ("comparator", "value", "unit", "wording"),
                    "population",
                    ("age_from", "age_to"),
                    "condition",
                    "outcome",
                    ("direction", "horizon"),
                ),
            },
        ),
        ("Ai chịu trách nhiệm, đo bằng gì", {"fields": ("responsible", "group", "indicator")}),
        ("So với cấp trên", {"fields": ("upper", "weaker_reason")}),
        ("Đánh dấu", {"fields": ("added_at",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = (
            super().get_queryset(request).select_related("group", "responsible", "upper", "indicator")
        )
        return rows

    @admin.display(description="nhóm", ordering="group__order")
    def group_code(self, target: Target) -> str:
        return target.group.code if target.group else "–"

    @admin.display(description="mức")
    def measure(self, target: Target) -> str:
        return target.measure or "định tính"


class AssignmentInline(OfDocumentInline):
    model = Assignment
    fields = ("unit", "role", "is_inherited", "due_on", "state")
    readonly_fields = fields
    show_change_link = True

    def may_change(self, user: Someone, row: Model | None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request).select_related("unit", "task")
        return rows


@admin.register(Task)
class TaskAdmin(MarkAdmin):
    list_display = ("short_name", day("due_on", "thời hạn"), "due_text", "responsible", "of_document")
    list_filter = (
        to_document(Task, "status"),
        (to_document(Task, "programme"), admin.RelatedOnlyFieldListFilter),
    )
    date_hierarchy = "due_on"
    search_fields = ("search_key",)
    readonly_fields = ("of_document", "where", "responsible")
    fields = (
        "of_document",
        "where",
        "name",
        ("units_said", "responsible"),
        ("due_on", "due_text"),
        "product",
        "added_at",
    )
    inlines = (AssignmentInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request).prefetch_related("assignments__unit")
        return rows

    @admin.display(description="nhiệm vụ", ordering="name")
    def short_name(self, task: Task) -> str:
        return Truncator(task.name).chars(SHOWN) or "–"

    @admin.display(description="chủ trì")
    def responsible(self, task: Task) -> str:
        return task.responsible_label or "–"


@admin.register(Charge)
class ChargeAdmin(MarkAdmin):
    list_display = ("units_said", "charged", "of_document")
    list_filter = (to_document(Charge, "status"),)
    search_fields = ("block__folded",)
    readonly_fields = ("of_document", "where", "charged")
    fields = ("of_document", "where", "units_said", "charged", "added_at")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request).prefetch_related("units")
        return rows

    @admin.display(description="đơn vị")
    def charged(self, charge: Charge) -> str:
        return ", ".join(str(unit) for unit in charge.units.all()) or "–"


@admin.register(StoredBlock)
class BlockAdmin(RowAdmin):
    ordering = ("-document", "place")
    list_display = ("shortened", "type", "level", "of_document")
    list_filter = ("type", to_document(StoredBlock, "status"))
    search_fields = ("folded",)
    readonly_fields = ("of_document", "where", "words")
    fields = ("of_document", "where", ("type", "level", "place"), "words", "key")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request).defer(None).standing()
        return rows

    @admin.display(description="chữ", ordering="place")
    def shortened(self, block: StoredBlock) -> str:
        return Truncator(self.words(block)).chars(SHOWN) or "–"

    @admin.display(description="chữ")
    def words(self, block: StoredBlock) -> str:
        return bare_block_of(block).printed

    @admin.display(description="chỗ")
    def where(self, block: StoredBlock) -> str:
        return where_it_stands(block)
