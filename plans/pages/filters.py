"""What lists can be narrowed by: one set for a page and for its twin in the API.

Words of the address: q (text without tone marks), programme (code), place (id: the place and all below it),
issuer or unit (id), year, kind, level, parent (id). A value that means nothing narrows nothing and is named
in `errors`.
"""

from typing import TypeVar

import django_filters as filters
from django.db.models import Model, QuerySet
from django.http import QueryDict
from drf_spectacular.utils import extend_schema_field

from childlabour.core.errors import Problem, Refusal
from childlabour.core.fields import FIRST_YEAR, LAST_YEAR
from childlabour.core.search import matches
from childlabour.units.models import Place, Unit, UnitFunction
from childlabour.units.models.place import PlaceLevel
from plans.law.belonging import to_document
from plans.models import Assignment, Document, Kind, Task
from plans.models.document import DocumentQuerySet
from targets.models import Programme, Target
from targets.models.target import ComparatorChoice

LONGEST_SEARCH = 100  # characters; every word of it is one more condition on every row


Narrowed = TypeVar("Narrowed", bound=filters.Filter)


def taking(filter_: Narrowed, type_: str, **limits: int) -> Narrowed:
    """Tells the schema of the API what a filter takes, where it cannot tell by itself."""
    return extend_schema_field({"type": type_, "description": filter_.label, **limits})(filter_)


def _words(label: str, longest: int, **how: str) -> filters.CharFilter:
    return taking(filters.CharFilter(label=label, max_length=longest, **how), "string", maxLength=longest)


def _search() -> filters.CharFilter:
    return _words("Tìm (có dấu hay không dấu)", LONGEST_SEARCH, method="search")


def _programme(of: type[Model]) -> filters.ModelChoiceFilter:
    return filters.ModelChoiceFilter(
        label="Chương trình",
        field_name=to_document(of, "programme"),
        to_field_name="code",
        queryset=Programme.objects.all(),
        error_messages={"invalid_choice": "Không có chương trình mang mã này. Chọn lại chương trình."},
    )


def _place(method: str = "within") -> filters.ModelChoiceFilter:
    return taking(
        filters.ModelChoiceFilter(
            label="Địa bàn (và các cấp dưới)",
            method=method,
            queryset=Place.objects.all(),
            error_messages={"invalid_choice": "Không có địa bàn này. Chọn lại địa bàn."},
        ),
        "integer",
    )


def _unit(column: str, label: str) -> filters.ModelChoiceFilter:
    return filters.ModelChoiceFilter(
        label=label,
        field_name=column,
        queryset=Unit.objects.all(),
        error_messages={"invalid_choice": "Không có đơn vị này. Chọn lại đơn vị."},
    )


def _year(method: str) -> filters.NumberFilter:
    year = filters.NumberFilter(
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
    return taking(year, "integer", minimum=FIRST_YEAR, maximum=LAST_YEAR)


def _document(column: str, label: str = "Văn bản (id)") -> filters.NumberFilter:
    not_whole = "Ghi id của văn bản bằng chữ số, như trong địa chỉ /ke-hoach/12/."
    document = filters.NumberFilter(
        label=label,
        field_name=column,
        decimal_places=0,
        error_messages={"invalid": not_whole, "max_decimal_places": not_whole},
    )
    return taking(document, "integer")


class DocumentsFilter(filters.FilterSet):
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


class DocumentFilter(DocumentsFilter):
    programme = _programme(Document)
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
    parent = _document("parent_id", "Triển khai văn bản cấp trên (id)")

    class Meta:
        model = Document
        fields = ()


IN_VIETNAMESE = {
    "tim": "q",
    "nam": "year",
    "loai": "kind",
    "chuong_trinh": "programme",
    "dia_ban": "place",
    "co_quan": "issuer",
    "cap": "level",
}


def narrowed_by(query: str, documents: DocumentQuerySet) -> DocumentQuerySet:
    """Those that the list shows at an address with this query ("year=2026&kind=KH", "nam=2026&loai=KH").

    Raises Refusal: a script that narrows by nothing would hand out everything.
    """
    given = QueryDict(query.removeprefix("?"), mutable=True)
    for name in list(given):
        given.setlist(IN_VIETNAMESE.get(name, name), given.pop(name))
    given.pop("page", None)
    strange = [name for name in given if name not in DocumentFilter.base_filters]
    known = ", ".join(sorted({*IN_VIETNAMESE, *DocumentFilter.base_filters}))
    problems = [Problem(f"Danh sách không lọc theo “{name}”. Lọc được theo: {known}.") for name in strange]
    narrowed = DocumentFilter(given, documents)
    problems += [Problem(message) for messages in narrowed.form.errors.values() for message in messages]
    if problems:
        raise Refusal(*problems)
    found: DocumentQuerySet = narrowed.qs
    return found


class TargetFilter(DocumentsFilter):
    plan = _document(to_document(Target))
    programme = _programme(Target)
    unit = _unit("responsible", "Đơn vị chịu trách nhiệm")
    group = _words("Mã nhóm mục tiêu", 20, field_name="group__code")
    comparator = filters.ChoiceFilter(label="Mức", choices=ComparatorChoice.choices)

    class Meta:
        model = Target
        fields = ()


class TaskFilter(DocumentsFilter):
    plan = _document(to_document(Task))
    programme = _programme(Task)
    year = None
    unit = taking(
        filters.ModelChoiceFilter(
            label="Đơn vị được giao",
            method="given_to",
            queryset=Unit.objects.all(),
            error_messages={"invalid_choice": "Không có đơn vị này. Chọn lại đơn vị."},
        ),
        "integer",
    )
    due_before = filters.DateFilter(label="Thời hạn đến hết ngày", field_name="due_on", lookup_expr="lte")

    class Meta:
        model = Task
        fields = ()

    def given_to(self, tasks: QuerySet, name: str, unit: Unit) -> QuerySet:
        return tasks.filter(assignments__in=Assignment.objects.as_printed().filter(unit=unit))


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
