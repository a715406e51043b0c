"""Names of the first shape, until the rooms that speak of them know blocks."""

from django.db import models


class SectionKind(models.TextChoices):
    PROSE = "prose", "văn xuôi"
    OBJECTIVES = "objectives", "mục tiêu"
    TASKS = "tasks", "nhiệm vụ"
    ORGANISATION = "organisation", "tổ chức thực hiện"


class Section:
    pass
