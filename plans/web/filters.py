"""What lists can be narrowed by: one set for a page and for its twin in the API.

Words of the address: q (text without tone marks), programme (code), place (id: the place and all below it),
issuer or unit (id), year, kind, level, parent (id). A value that means nothing narrows nothing and is named
in `errors`.
"""

import django_filters as filters
from django.db.models import Model, QuerySet
from drf_spectacular.utils import extend_schema_field

from childlabour.core.fields import FIRST_YEAR, LAST_YEAR
from childlabour.core.search import matches
from childlabour.units.models import Place, Unit, UnitFunction
from childlabour.units.models.place import PlaceLevel
from plans.law.belonging import to_document
from plans.models import Kind, Plan, Task
from targets.models import Programme, Target
from targets.models.target import ComparatorChoice

LONGEST_SEARCH = 100  # characters; every word of it is one more condition on every row


def by_id(filter_: filters.ModelChoiceFilter) -> filters.ModelChoiceFilter:
    """Tells the schema of the API what a filter by a method of ours takes."""
    return extend_schema_field({"type": "integer", "description": filter_.label})(filter_)


def _search() -> filters.CharFilter:
    return filters.CharFilter(label="Tìm (có dấu hay không dấu)", method="search", max_length=LONGEST_SEARCH)


def _document(of: type[Model]) -> filters.NumberFilter:
    return filters.NumberFilter(label="Văn bản (id)", field_name=to_document(of))


def _programme(of: type[Model]) -> filters.ModelChoiceFilter:
    return filters.ModelChoiceFilter(
        label="Chương trình",
        field_name=to_document(of, "programme"),
        to_field_name="code",
        queryset=Programme.objects.all(),
        error_messages={"invalid_choice": "Không có chương trình mang mã này. Chọn lại chương trình."},
    )


def _place(method: str = "within") -> filters.ModelChoiceFilter:
    return by_id(
        filters.ModelChoiceFilter(
            label="Địa bàn (và các cấp dưới)",
            method=method,
            queryset=Place.objects.all(),
            error_messages={"invalid_choice": "Không có địa bàn này. Chọn lại địa bàn."},
        )
    )


def _unit(column: str, label: str) -> filters.ModelChoiceFilter:
    return filters.ModelChoiceFilter(
        label=label,
        field_name=column,
        queryset=Unit.objects.all(),
        error_messages={"invalid_choice": "Không có đơn vị này. Chọn lại đơn vị."},
    )


def _year(method: str) -> filters.NumberFilter:
    return filters.NumberFilter(
        label="Năm (thuộc kỳ của văn bản)",
        method=method,
        decimal_places=0,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        error_messages={
            "invalid": "Năm ghi bằng bốn chữ số.",
            "max_decimal_places": "Năm ghi bằng bốn chữ số.",
            "min_value": f"Năm phải từ {FIRST_YEAR} trở đi.",
            "max_value": f"Năm phải đến {LAST_YEAR} là cùng.",
        },
    )


class OfDocuments(filters.FilterSet):
    """What every list of documents, or of rows that belong to one, is narrowed by."""

    q = _search()
    place = _place()
    year = _year("of_year")

    def search(self, rows: QuerySet, name: str, text: str) -> QuerySet:
        return rows.filter(matches(text))

    def within(self, rows: QuerySet, name: str, place: Place) -> QuerySet:
        return rows.filter(**{to_document(rows.model, "unit__place__path__startswith"): place.path})

    def of_year(self, rows: QuerySet, name: str, year) -> QuerySet:
        first, last = to_document(rows.model, "period_from__lte"), to_document(rows.model, "period_to__gte")
        return rows.filter(**{first: int(year), last: int(year)})


class PlanFilter(OfDocuments):
    programme = _programme(Plan)
    issuer = _unit("unit", "Cơ quan ban hành")
    kind = filters.ChoiceFilter(
        label="Loại văn bản",
        choices=Kind.choices,
        error_messages={"invalid_choice": "Không có loại văn bản này. Chọn lại loại."},
    )
    level = filters.ChoiceFilter(
        label="Cấp",
        field_name="unit__place__level",
        choices=PlaceLevel.choices,
        error_messages={"invalid_choice": "Không có cấp này. Chọn lại cấp."},
    )
    parent = filters.NumberFilter(label="Thực hiện văn bản (id)", field_name="parent_id", decimal_places=0)

    class Meta:
        model = Plan
        fields = ()


class TargetFilter(OfDocuments):
    plan = _document(Target)
    programme = _programme(Target)
    unit = _unit("responsible", "Đơn vị chịu trách nhiệm")
    group = filters.CharFilter(label="Mã nhóm mục tiêu", field_name="group__code", max_length=20)
    comparator = filters.ChoiceFilter(label="So sánh", choices=ComparatorChoice.choices)

    class Meta:
        model = Target
        fields = ()


class TaskFilter(OfDocuments):
    plan = _document(Task)
    programme = _programme(Task)
    year = None
    unit = by_id(
        filters.ModelChoiceFilter(
            label="Đơn vị được giao",
            method="given_to",
            queryset=Unit.objects.all(),
            error_messages={"invalid_choice": "Không có đơn vị này. Chọn lại đơn vị."},
        )
    )
    due_before = filters.DateFilter(label="Thời hạn đến hết ngày", field_name="due_on", lookup_expr="lte")

    class Meta:
        model = Task
        fields = ()

    def given_to(self, tasks: QuerySet, name: str, unit: Unit) -> QuerySet:
        return tasks.filter(assignments__unit=unit)


class UnitFilter(filters.FilterSet):
    q = _search()
    place = _place()
    function = filters.ChoiceFilter(label="Chức năng", choices=UnitFunction.choices)

    class Meta:
        model = Unit
        fields = ()

    def search(self, units: QuerySet, name: str, text: str) -> QuerySet:
        return units.filter(matches(text))

    def within(self, units: QuerySet, name: str, place: Place) -> QuerySet:
        return units.within(place)
