"""What every part of the API shares: reading only, pages, numbers as text, refusals in Vietnamese.

A refusal is `{"problems": [{"message": "…", "field": "year"}]}`, every problem at once.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from math import ceil
from typing import Any, NoReturn

from django.core.exceptions import PermissionDenied
from django.db import DataError
from django.http import Http404
from django_filters.rest_framework import DjangoFilterBackend
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import exceptions, serializers, viewsets
from rest_framework.decorators import api_view, throttle_classes
from rest_framework.pagination import PageNumberPagination
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import SimpleRateThrottle
from rest_framework.views import APIView

from childlabour.core.errors import Refusal, as_data
from childlabour.core.proxy import client_address


class Pages(PageNumberPagination):
    page_size = 50
    max_page_size = 200
    page_size_query_param = "page_size"
    invalid_page_message = "Không có trang này."
    page_query_description = "Số thứ tự của trang, từ 1."
    page_size_query_description = "Số dòng mỗi trang, nhiều nhất 200."

    def get_page_size(self, request: Request) -> int:
        """What is no number is refused; more than a page holds is cut."""
        asked = request.query_params.get(self.page_size_query_param) or str(self.page_size)
        if not re.fullmatch("0*[1-9][0-9]{0,999}", asked):
            raise exceptions.ValidationError(
                {
                    self.page_size_query_param: f"Số dòng mỗi trang ghi bằng chữ số, từ 1 đến {self.max_page_size}."
                }
            )
        return min(int(asked), self.max_page_size)

    def get_schema_operation_parameters(self, view: APIView) -> list[dict[str, Any]]:
        parameters = super().get_schema_operation_parameters(view)
        for parameter in parameters:
            parameter["schema"]["minimum"] = 1
        return parameters


class PerAddress(SimpleRateThrottle):
    """A reader that fetches everything in pages of 200 never meets this; a loop gone wild does.

    Counted in the cache of one worker process, so the real limit is this times the workers.
    """

    scope = "address"
    rate = "300/min"

    def get_cache_key(self, request: Request, view: APIView) -> str:
        return self.cache_format % {"scope": self.scope, "ident": client_address(request)}


class ReadOnly(viewsets.ReadOnlyModelViewSet):
    """Lists and single rows of what the asker may see (`visible_to`); nothing is ever written here."""

    http_method_names = ("get", "head")
    permission_classes = (AllowAny,)
    throttle_classes = (PerAddress,)
    filter_backends = (DjangoFilterBackend,)
    pagination_class = Pages
    lookup_value_regex = "[0-9]{1,18}"

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """A wrong verb is told so before anyone is asked who they are."""
        method = request.method or ""
        if method.lower() not in self.http_method_names:
            raise exceptions.MethodNotAllowed(method)
        super().initial(request, *args, **kwargs)


@extend_schema_field({"type": "string", "format": "decimal", "example": "4.9"})
class PlainDecimal(serializers.Field):
    """A decimal as text with a point, without idle zeros: "4.9", "72", never 4.9000 or 7.2E+1."""

    def to_representation(self, value: Decimal) -> str:
        return format(value.normalize(), "f")


class ProblemShape(serializers.Serializer):
    message = serializers.CharField(help_text="Một câu tiếng Việt: sai gì, làm gì tiếp.")
    field = serializers.CharField(help_text="Tham số sai; trống khi không riêng tham số nào.")


class RefusalShape(serializers.Serializer):
    problems = ProblemShape(many=True)


def refuse(fault: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler; what is no refusal (a fault of ours) stays one, with its page and its log."""
    if isinstance(fault, OverflowError | DataError):  # ?plan=99999999999999999999
        fault = exceptions.ValidationError("Có tham số là một số quá lớn. Xem lại các số đã ghi.")
    if isinstance(fault, Refusal):
        return Response(as_data(fault.problems), status=422)
    status = getattr(fault, "status_code", {Http404: 404, PermissionDenied: 403}.get(type(fault)))
    if status is None:
        return None
    answer = Response({"problems": list(_problems(fault, context))}, status=status)
    if wait := _seconds_to_wait(fault):
        answer["Retry-After"] = str(wait)
    return answer


def _problems(fault: Exception, context: dict[str, Any]) -> Iterator[dict[str, str]]:
    match fault:
        case exceptions.ValidationError(detail=dict() as fields):
            for field, said in fields.items():
                for message in said if isinstance(said, list) else [said]:
                    yield {"message": str(message), "field": field}
        case exceptions.ValidationError(detail=said):
            for message in said:
                yield {"message": str(message), "field": ""}
        case _:
            yield {"message": _sentence(fault, context), "field": ""}


def _sentence(fault: Exception, context: dict[str, Any]) -> str:
    match fault:
        case exceptions.MethodNotAllowed():
            return f"Ở đây chỉ đọc được dữ liệu (GET); không nhận {context['request'].method}."
        case exceptions.Throttled():
            return f"Gọi quá dày. Thử lại sau {_seconds_to_wait(fault) or 60} giây."
        case exceptions.NotAcceptable():
            return "Ở đây chỉ trả lời bằng JSON. Bỏ tham số format hoặc sửa Accept."
        case exceptions.NotFound() if str(fault.detail) == Pages.invalid_page_message:
            return Pages.invalid_page_message
        case exceptions.NotFound() | Http404():
            return "Không có dữ liệu này, hoặc chưa công khai."
        case _:
            return "Không làm được điều này. Xem tài liệu tại /api/v1/tai-lieu/."


def _seconds_to_wait(fault: Exception) -> int:
    """0 when the one who asks may ask again at once."""
    return ceil(getattr(fault, "wait", None) or 0)


@extend_schema(exclude=True)
@api_view(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
@throttle_classes([PerAddress])
def nothing_here(request: Request, /, **_: object) -> NoReturn:
    raise exceptions.NotFound
