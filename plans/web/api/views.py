"""The addresses of the API. Filters are those of the pages; what is shown is what the asker may see."""

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.views.generic import TemplateView
from drf_spectacular.utils import extend_schema, extend_schema_view

from childlabour.core.api import ReadOnly, RefusalShape
from childlabour.units.api import UnitShape, units_to_show
from plans.law.belonging import to_document
from plans.law.seeing import visible
from plans.models import Citation, Document, StoredBlock, Task, without_words
from plans.pages.filters import DocumentFilter, TargetFilter, TaskFilter, UnitFilter
from plans.pages.outline import below
from plans.paper.authentic import with_authentic
from targets.api import ProgrammeShape, TargetShape, programmes_to_show, targets_to_show
from targets.models import Target

from .sections import body_of
from .shapes import DocumentRow, DocumentShape, TaskShape


def described(what: str, shape, row=None):
    """The two operations of a read-only room, in the words of the schema."""
    return extend_schema_view(
        list=extend_schema(
            summary=f"Danh sách {what}",
            tags=[what.capitalize()],
            auth=[],
            description=f"Những {what} mà người hỏi được xem; không đăng nhập thì chỉ văn bản đã ban hành.",
            responses={
                200: (row or shape)(many=True),
                400: RefusalShape,
                404: RefusalShape,
                429: RefusalShape,
            },
        ),
        retrieve=extend_schema(
            summary=f"Một {what}",
            tags=[what.capitalize()],
            auth=[],
            description=f"Toàn bộ dữ liệu của một {what}.",
            responses={200: shape, 404: RefusalShape, 429: RefusalShape},
        ),
    )


# Of targets and tasks: document by document, each as it is printed.
IN_THE_ORDER_OF_THE_PAPER = (to_document(Task, "pk"), "block__place")


def seen(user, column: str) -> Subquery:
    """The id of the plan in `column` when `user` may see it, else null."""
    return Subquery(Document.objects.visible_to(user).filter(pk=OuterRef(column)).order_by().values("pk"))


def targets_seen_by(user) -> QuerySet[Target]:
    """Targets with their upper one named only where its plan may be seen."""
    upper = visible(Target.objects.all(), user).filter(pk=OuterRef("upper_id")).order_by().values("pk")
    return without_words(targets_to_show(Target.objects.annotate(visible_upper=Subquery(upper))))


def with_words_below(tasks: list[Task]) -> list[Task]:
    under = below(tasks)
    for task in tasks:
        task.words_below = under[task.pk]  # type: ignore[attr-defined] # for the shape alone
    return tasks


@described("văn bản", DocumentShape, DocumentRow)
class Documents(ReadOnly):
    filterset_class = DocumentFilter

    def get_serializer_class(self):
        return DocumentShape if self.action == "retrieve" else DocumentRow

    def get_queryset(self):
        """A list costs two queries, one document twelve, however long."""
        user = self.request.user
        documents = Document.objects.visible_to(user).select_related("unit", "programme")
        documents = with_authentic(documents.annotate(visible_parent=seen(user, "parent_id")))
        return self._whole(documents, user) if self.action == "retrieve" else documents

    def get_object(self):
        document = super().get_object()
        document.body = body_of(document.standing_blocks)
        return document

    def _whole(self, documents, user):
        return documents.prefetch_related(
            Prefetch(
                "citations", Citation.objects.annotate(visible_cited_document=seen(user, "cited_document_id"))
            ),
            Prefetch(
                "blocks", StoredBlock.objects.standing().select_related("charge"), to_attr="standing_blocks"
            ),
            Prefetch("standing_blocks__targets", targets_seen_by(user)),
            Prefetch("standing_blocks__task", Task.objects.all()),
            "standing_blocks__task__assignments__unit",
            "standing_blocks__charge__units",
            "recipients__unit",
            Prefetch("children", Document.objects.visible_to(user).only("pk", "parent_id")),
        )


@described("chỉ tiêu", TargetShape)
class Targets(ReadOnly):
    serializer_class = TargetShape
    filterset_class = TargetFilter

    def get_queryset(self):
        """Two queries a list."""
        user = self.request.user
        rows = visible(targets_seen_by(user), user)
        return rows.order_by(*IN_THE_ORDER_OF_THE_PAPER, "order", "pk")


@described("nhiệm vụ", TaskShape)
class Tasks(ReadOnly):
    serializer_class = TaskShape
    filterset_class = TaskFilter

    def get_queryset(self):
        """Six queries a list."""
        rows = without_words(Task.objects.visible_to(self.request.user).select_related("block"))
        return rows.prefetch_related("assignments__unit").order_by(*IN_THE_ORDER_OF_THE_PAPER, "pk")

    def paginate_queryset(self, queryset):
        return with_words_below(super().paginate_queryset(queryset))

    def get_object(self):
        return with_words_below([super().get_object()])[0]


@described("đơn vị", UnitShape)
class Units(ReadOnly):
    serializer_class = UnitShape
    filterset_class = UnitFilter
    queryset = units_to_show().order_by("place__path", "name", "pk")


@described("chương trình", ProgrammeShape)
class Programmes(ReadOnly):
    serializer_class = ProgrammeShape
    lookup_field = "code"
    lookup_value_regex = "[-a-zA-Z0-9_]{1,40}"
    queryset = programmes_to_show().order_by("-period_from", "code")


class Manual(TemplateView):
    """The schema to read and to try, without the network."""

    template_name = "api/manual.html"
