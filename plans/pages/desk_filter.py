"""What the list of all documents of the desk can be narrowed by."""

import django_filters as filters
from django.db.models import TextChoices
from django.http import QueryDict

from childlabour.units.models import Officer
from plans.models import Document, Kind, Status
from plans.models.document import DocumentQuerySet

from .desk import of_the_desk, put_forward_by, waiting_for_me, waiting_for_others
from .filters import DocumentsFilter


class Lying(TextChoices):
    WITH_ME = "toi", "chờ tôi"
    WITH_OTHERS = "nguoi-khac", "ở chỗ người khác"
    PUT_FORWARD = "toi-trinh", "tôi đã trình"


class DeskFilter(DocumentsFilter):
    """Of the documents of one officer's desk; places say nothing there."""

    lying = filters.ChoiceFilter(
        label="Đang ở đâu", choices=Lying, method="where_it_lies", empty_label="Mọi chỗ"
    )
    state = filters.ChoiceFilter(
        label="Trạng thái", field_name="status", choices=Status, empty_label="Mọi trạng thái"
    )
    kind = filters.ChoiceFilter(label="Loại văn bản", choices=Kind, empty_label="Mọi loại")

    class Meta:
        model = Document
        fields = ()

    def __init__(self, asked: QueryDict, officer: Officer):
        super().__init__(asked, of_the_desk(officer))
        self.officer = officer
        del self.filters["place"]
        self.filters["q"].label, self.filters["year"].label = "Tìm", "Năm"

    def where_it_lies(self, documents: DocumentQuerySet, name: str, where: str) -> DocumentQuerySet:
        if where == Lying.PUT_FORWARD:
            return put_forward_by(self.officer, documents)
        lying = waiting_for_me if where == Lying.WITH_ME else waiting_for_others
        return documents.filter(pk__in=lying(self.officer).order_by().values("pk"))
