"""Documents and tasks as the API shows them.

Whatever points at another document (`parent`, `cited_plan`, `upper`) comes from an annotation that asks
`visible_to` again: a draft is not betrayed by the plan that carries it out.
"""

from dataclasses import replace

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.reverse import reverse

from childlabour.units.api import UnitName
from plans.content.shapes import VERSION, block_as_data
from plans.content.values import Block
from plans.law.blocks import BlockType
from plans.models import Assignment, Citation, Document, Origin, Recipient, Relation, Task
from plans.pages.changes import changes_of
from plans.pages.old_papers import old_paper_of
from plans.paper.authentic import Authentic, address_of, authentic_of
from targets.api import ADDED, TargetShape

from .sections import lines_of


class AssignmentShape(serializers.ModelSerializer):
    unit = UnitName()
    due_on = serializers.DateField(
        source="original_due", allow_null=True, help_text="Như đã giao; gia hạn không công bố."
    )
    is_inherited = serializers.BooleanField(
        help_text="Theo tên đơn vị ở đề mục trên, không nêu lại ở nhiệm vụ."
    )

    class Meta:
        model = Assignment
        fields = ("unit", "role", "is_inherited", "due_on", "added_at")


# `words_below` is put on each task by who fetched it (`plans.pages.outline.below`).
class TaskShape(serializers.ModelSerializer):
    plan = serializers.IntegerField(source="block.document_id", help_text="id của văn bản.")
    block = serializers.CharField(
        source="block.key", help_text="Khóa của khối mang nhiệm vụ, trong `blocks`."
    )
    order = serializers.IntegerField(source="block.place", help_text="Thứ tự của khối trong văn bản.")
    heading = serializers.CharField(source="name", help_text="Chữ của khối mang nhiệm vụ.")
    details = serializers.SerializerMethodField(help_text="Chữ của các khối ở dưới, mỗi khối một dòng.")
    units_as_printed = serializers.CharField(source="units_said")
    due_text = serializers.CharField(help_text="Thời hạn như cơ quan viết: “Quý II/2026”, “hằng tháng”.")
    assignments = AssignmentShape(source="printed_assignments", many=True)
    added_at = serializers.DateTimeField(allow_null=True, help_text=ADDED)

    class Meta:
        model = Task
        fields = (
            "id",
            "plan",
            "block",
            "order",
            "heading",
            "details",
            "units_as_printed",
            "due_on",
            "due_text",
            "product",
            "assignments",
            "added_at",
        )

    def get_details(self, task) -> str:
        return lines_of(task.words_below)


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
    authentic = serializers.SerializerMethodField(
        help_text="Bản chính: signed_pdf, tệp `pdf` đã ký số; scan, bản quét có chữ ký, dấu ở `authentic_copy`, còn "
        "`pdf` là bản điện tử của hệ thống; để trống: không có bản chính ở đây."
    )
    authentic_copy = serializers.SerializerMethodField(help_text="Tệp bản chính, hoặc null.")

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
            "authentic",
            "authentic_copy",
        )

    def get_title(self, document) -> str:
        return " ".join(document.title.split())

    @extend_schema_field(serializers.URLField())
    def get_page(self, document) -> str:
        return reverse("public:document", args=[document.pk], request=self.context.get("request"))

    @extend_schema_field(serializers.URLField())
    def get_pdf(self, document) -> str:
        return reverse("public:pdf", args=[document.pk], request=self.context.get("request"))

    @extend_schema_field(serializers.ChoiceField([kind.value for kind in Authentic], allow_blank=True))
    def get_authentic(self, document) -> str:
        return authentic_of(document).value

    @extend_schema_field(serializers.URLField(allow_null=True))
    def get_authentic_copy(self, document) -> str | None:
        address = address_of(document)
        request = self.context.get("request")
        return request.build_absolute_uri(address) if address and request else address or None


class CitationShape(serializers.ModelSerializer):
    cited_plan = serializers.IntegerField(source="visible_cited_document", allow_null=True)

    class Meta:
        model = Citation
        fields = ("text", "act_type", "act_number", "act_date", "act_issuer", "cited_plan")


class SectionShape(
    serializers.Serializer
):  # a part, chapter or annex: a view of the blocks, kept for older callers
    heading = serializers.CharField()
    kind = serializers.ChoiceField(
        ("prose", "objectives", "tasks", "organisation"),
        help_text="Suy từ những gì được đánh dấu: có chỉ tiêu, có tên đơn vị ở đề mục, có nhiệm vụ, hoặc chỉ có chữ.",
    )
    body = serializers.CharField(
        help_text="Toàn bộ chữ dưới đề mục, mỗi khối một dòng; ô của bảng cách nhau “ | ”."
    )
    targets = TargetShape(many=True)
    tasks = TaskShape(many=True)


RUNS = {
    "type": "array",
    "description": "Chữ, từng đoạn một kiểu: [chữ, đậm, nghiêng, [dấu]].",
    "items": {"type": "array", "items": {}, "minItems": 4, "maxItems": 4},
}
MARK = {"type": "object", "additionalProperties": True}
CELL = {
    "type": "object",
    "properties": {
        "paragraphs": {"type": "array", "items": RUNS},
        "across": {"type": "integer", "description": "Số cột; không ghi là 1."},
        "down": {"type": "integer", "description": "Số hàng; không ghi là 1."},
        "align": {"type": "string"},
    },
}
BLOCKS = {
    "type": "array",
    "description": "Nội dung theo thứ tự bản in; phần trống không ghi. Dấu của chỉ tiêu nằm trên đúng chữ của nó.",
    "items": {
        "type": "object",
        "required": ["key", "type", "level"],
        "properties": {
            "key": {"type": "string", "description": "Khóa, không đổi khi chữ đổi; riêng trong một văn bản."},
            "type": {"type": "string", "enum": BlockType.values},
            "level": {"type": "integer", "description": "Bậc, 0 đến 6."},
            "marker": {"type": "string", "description": "Dấu đầu dòng như in: “I.”, “a)”, “-”."},
            "runs": RUNS,
            "cells": {"type": "array", "items": CELL, "description": "Của một hàng."},
            "columns": {
                "type": "array",
                "items": {},
                "description": "Của một bảng: [phần trăm bề rộng, căn].",
            },
            "head_rows": {"type": "integer", "description": "Của một bảng: số hàng đầu in lại ở mỗi trang."},
            "centred": {"type": "boolean"},
            "landscape": {"type": "boolean", "description": "Của một phụ lục: trang nằm ngang."},
            "made_from": {"type": "string", "enum": ["targets", "tasks"]},
            "targets": {"type": "array", "items": MARK},
            "task": MARK,
            "charge": MARK,
        },
    },
}


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


# `body` is put on the document by who fetched it (`sections.body_of`).
class DocumentShape(DocumentRow):  # a whole document, in the order of its paper
    seat = serializers.CharField(source="written_seat")
    addressees = serializers.SerializerMethodField()
    version = serializers.SerializerMethodField(help_text="Dạng của nội dung; từ 2 có `blocks`.")
    citations = CitationShape(many=True)
    blocks = serializers.SerializerMethodField()
    preamble = serializers.CharField(source="body.preamble", help_text="Suy từ `blocks`: chữ trước phần đầu.")
    sections = SectionShape(source="body.sections", many=True, help_text="Suy từ `blocks`.")
    closing = serializers.CharField(source="body.closing", help_text="Suy từ `blocks`: câu kết.")
    recipients = RecipientShape(many=True)
    deciding = serializers.CharField(help_text="Của quyết định: thẩm quyền ban hành, in dưới trích yếu.")
    signature_lines = serializers.SerializerMethodField()
    beside_lines = serializers.SerializerMethodField(help_text="Của biên bản: chức danh người ký bên trái.")
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
            "version",
            "citations",
            "blocks",
            "preamble",
            "sections",
            "closing",
            "recipients",
            "competence",
            "deciding",
            "signature_lines",
            "signer",
            "beside_lines",
            "beside_signer",
            "children",
            "changes",
            "origin_note",
        )

    def get_version(self, document) -> int:
        return VERSION

    @extend_schema_field(BLOCKS)
    def get_blocks(self, document) -> list[dict]:
        return [block_as_data(_told(block)) for block in document.body.blocks]

    def get_origin_note(self, document) -> str:
        """Three queries of a paper of old times, none of others."""
        old_paper = old_paper_of(document)
        return old_paper.words if old_paper else ""

    def get_addressees(self, document) -> list[str]:
        return document.addressees.splitlines()

    def get_signature_lines(self, document) -> list[str]:
        return document.signature_lines.splitlines()

    def get_beside_lines(self, document) -> list[str]:
        return document.beside_lines.splitlines()

    @extend_schema_field(ChangeShape(many=True))
    def get_changes(self, document) -> list[dict]:
        """Two queries."""
        changes = changes_of(document)
        return ChangeShape([*changes.by_later, *changes.to_earlier], many=True).data


def _told(block: Block) -> Block:
    """Without what points at another document, which this reader may not see."""
    targets = tuple(replace(mark, upper=None) for mark in block.targets)
    return replace(block, source=None, targets=targets)
