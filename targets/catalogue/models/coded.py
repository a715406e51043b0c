"""Rows that the papers of offices call by a code: a version, an export, what was issued."""

from typing import Any

from django.db import models

from childlabour.core.rules import Rule, Ruled, rule


def code_stays(used: str, code: str) -> str:
    if used in ("", code):
        return ""
    return f"Đã có chỉ tiêu của văn bản ghi mã “{used}”: giữ nguyên mã này, chỉ đổi tên."


class Coded(Ruled, models.Model):
    rules: tuple[Rule, ...] = (rule(code_stays, "code_in_use", "code"),)

    class Meta:
        abstract = True

    @property
    def code_in_use(self) -> str:
        """As targets have it so far; "" where none has. One query."""
        rows: Any = type(self)._default_manager  # of a model that has `code` and `targets`
        used = rows.filter(pk=self.pk, targets__isnull=False)
        return used.values_list("code", flat=True).first() or ""
