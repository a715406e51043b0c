"""What the list of all documents of the desk can be narrowed by."""

from typing import Any

import django_filters as filters
from django.db.models import QuerySet, TextChoices

from plans.models import Document, Kind, Status

from .desk import put_forward_by, waiting_for_me, waiting_for_others
from .filters import DocumentsFilter


class Lying(TextChoices):
    WITH_ME = "toi", "chờ tôi"
    WITH_OTHERS = "nguoi-khac", "ở chỗ người khác"
    PUT_FORWARD = "toi-trinh", "tôi đã trình"


class DeskFilter(DocumentsFilter):
    place = None
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

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.filters["q"].label, self.filters["year"].label = "Tìm", "Năm"

    def where_it_lies(self, documents: QuerySet, name: str, where: str) -> QuerySet:
        officer = self.request.user
        if where == Lying.PUT_FORWARD:
            return put_forward_by(officer, documents)
        lying = waiting_for_me(officer) if where == Lying.WITH_ME else waiting_for_others(officer)
        return documents.filter(pk__in=lying.order_by().values("pk"))
