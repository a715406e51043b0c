"""The programmes of the State that everybody carries out, with what they promise."""

from dataclasses import dataclass

from targets.models import ObjectiveGroup, Programme

from .rows import Rows

GROUPS = (
    ("MT1", "Phòng ngừa, phát hiện, hỗ trợ, can thiệp lao động trẻ em"),
    ("MT2", "Truyền thông về phòng ngừa, giảm thiểu lao động trẻ em"),
    ("MT3", "Đào tạo, tập huấn về phòng ngừa, giảm thiểu lao động trẻ em"),
    ("DH2030", "Định hướng đến năm 2030"),
)
AGAINST_LABOUR = "Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật"
FOR_CHILDREN = "Chương trình hành động quốc gia vì trẻ em"
ENDS = 2025  # of the first; plans of later years carry out the second


@dataclass(frozen=True)
class Catalogue:
    against_labour: Programme
    for_children: Programme
    groups: dict[int, list[ObjectiveGroup]]  # by the id of their programme

    def of(self, year: int) -> Programme:
        return self.against_labour if year <= ENDS else self.for_children


def lay_programmes(rows: Rows) -> Catalogue:
    labour = rows.add(
        Programme(
            code="lao-dong-tre-em-2021-2025",
            name=AGAINST_LABOUR,
            decision="Quyết định số 782/QĐ-TTg ngày 27/5/2021 của Thủ tướng Chính phủ",
            period_from=2021,
            period_to=ENDS,
            orientation_year=2030,
        )
    )
    children = rows.add(
        Programme(
            code="vi-tre-em-2021-2030",
            name=FOR_CHILDREN,
            decision="Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ",
            period_from=2021,
            period_to=2030,
        )
    )
    return Catalogue(
        labour, children, {programme.pk: _groups(rows, programme) for programme in (labour, children)}
    )


def _groups(rows: Rows, programme: Programme) -> list[ObjectiveGroup]:
    return [
        rows.add(ObjectiveGroup(programme=programme, code=code, name=name, order=order))
        for order, (code, name) in enumerate(GROUPS)
    ]
