"""The catalogue that the product brings, and the programme that every document carries out."""

from dataclasses import dataclass

from django.apps import apps

from targets.catalogue.loading import load
from targets.models import ObjectiveGroup, Programme

from .rows import restart_numbers

CODE = "lao-dong-tre-em-2021-2025"


@dataclass(frozen=True)
class Carried:
    programme: Programme
    groups: list[ObjectiveGroup]


def lay_programmes() -> Carried:
    restart_numbers(apps.get_app_config("targets").get_models())
    load()
    programme = Programme.objects.get(code=CODE)
    return Carried(programme, list(programme.groups.all()))
