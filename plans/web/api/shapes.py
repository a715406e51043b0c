"""Documents and tasks as the API shows them.

Whatever points at another document (`parent`, `cited_plan`, `upper`) comes from an annotation that asks
`visible_to` again: a draft is not betrayed by the plan that carries it out.
"""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.reverse import reverse

from childlabour.units.api import UnitName
from plans.models import Assignment, Citation, Document, Origin, Recipient, Relation, Section, Task
from plans.pages.changes import changes_of
from plans.pages.old_papers import old_paper_of
from targets.api import TargetShape


class AssignmentShape(serializers.ModelSerializer):
    unit = UnitName()
    due_on = serializers.DateField(source="deadline", allow_null=True)

    class Meta:
        model = Assignment
        fields = ("unit", "role", "due_on")


class TaskShape(serializers.ModelSerializer):
    plan = serializers.IntegerField(source="section.document_id", help_text="id của văn bản.")
    assignments = AssignmentShape(many=True)

    class Meta:
        model = Task
        fields = (
            "id",
            "plan",
            "order",
            "heading",
            "details",
            "units_as_printed",
            "due_on",
            "product",
            "assignments",
        )


class DocumentRow(serializers.ModelSerializer):  # a document in a list
    kind_name = serializers.CharField()
    symbol = serializers.CharField(source="written_symbol")
    code = serializers.CharField(help_text="Số, ký hiệu như in: “05/KH-UBND”; trống khi chưa có số.")
    title = serializers.SerializerMethodField()
    issuer = UnitName(source="unit")
    programme = serializers.SlugRelatedField("code", read_only=True, allow_null=True)
    parent = serializers.IntegerField(
        source="visible_parent", allow_null=True, help_text="id của văn bản mà văn bản này triển khai."
    )
    origin = serializers.ChoiceField(
        Origin.choices,
        help_text="here: lập trên hệ thống; carried_over: ban hành trước khi dùng hệ thống, nhập lại từ bản giấy.",
    )
    page = serializers.SerializerMethodField(help_text="Trang để đọc.")
    pdf = serializers.SerializerMethodField(help_text="Tệp PDF.")

    class Meta:
        model = Document
        fields = (
            "id",
            "kind",
            "kind_name",
            "number",
            "symbol",
            "code",
            "title",
            "issuer",
            "issued_on",
            "period_from",
            "period_to",
            "orientation_year",
            "programme",
            "parent",
            "status",
            "origin",
            "page",
            "pdf",
        )

    def get_title(self, document) -> str:
        return " ".join(document.title.split())

    @extend_schema_field(serializers.URLField())
    def get_page(self, document) -> str:
        return reverse("public:document", args=[document.pk], request=self.context.get("request"))

    @extend_schema_field(serializers.URLField())
    def get_pdf(self, document) -> str:
        return reverse("public:pdf", args=[document.pk], request=self.context.get("request"))


class CitationShape(serializers.ModelSerializer):
    cited_plan = serializers.IntegerField(source="visible_cited_document", allow_null=True)

    class Meta:
        model = Citation
        fields = ("text", "act_type", "act_number", "act_date", "act_issuer", "cited_plan")


class SectionShape(serializers.ModelSerializer):
    targets = TargetShape(many=True)
    tasks = TaskShape(many=True)

    class Meta:
        model = Section
        fields = ("heading", "kind", "body", "targets", "tasks")


class RecipientShape(serializers.ModelSerializer):
    unit = UnitName(allow_null=True)

    class Meta:
        model = Recipient
        fields = ("text", "purpose", "unit")


class ChangeShape(serializers.ModelSerializer):  # one act replaces, amends, corrects or revokes another
    kind_name = serializers.CharField(source="get_kind_display")

    class Meta:
        model = Relation
        fields = ("kind", "kind_name", "earlier", "later")


class DocumentShape(DocumentRow):  # a whole document, in the order of its paper
    seat = serializers.CharField(source="written_seat")
    addressees = serializers.SerializerMethodField()
    citations = CitationShape(many=True)
    sections = SectionShape(many=True)
    recipients = RecipientShape(many=True)
    signature_lines = serializers.SerializerMethodField()
    children = serializers.PrimaryKeyRelatedField(
        many=True, read_only=True, help_text="id của các văn bản triển khai văn bản này."
    )
    origin_note = serializers.SerializerMethodField(
        help_text="Của văn bản nhập lại: nhập ngày nào, đã đối chiếu với gì, bản gốc ở đâu; văn bản lập ở đây để trống."
    )
    changes = serializers.SerializerMethodField(
        help_text="Văn bản thay thế, sửa đổi, đính chính, thu hồi: nó làm với văn bản trước, văn bản sau làm với nó."
    )

    class Meta(DocumentRow.Meta):
        fields = (
            *DocumentRow.Meta.fields,
            "seat",
            "addressees",
            "citations",
            "preamble",
            "sections",
            "closing",
            "recipients",
            "signature_lines",
            "signer",
            "children",
            "changes",
            "origin_note",
        )

    def get_origin_note(self, document) -> str:
        """Three queries of a paper of old times, none of others."""
        old_paper = old_paper_of(document)
        return old_paper.words if old_paper else ""

    def get_addressees(self, document) -> list[str]:
        return document.addressees.splitlines()

    def get_signature_lines(self, document) -> list[str]:
        return document.signature_lines.splitlines()

    @extend_schema_field(ChangeShape(many=True))
    def get_changes(self, document) -> list[dict]:
        """Two queries."""
        changes = changes_of(document)
        return ChangeShape([*changes.by_later, *changes.to_earlier], many=True).data
