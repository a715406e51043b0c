"""`manage.py import_plan` of whole plans: every word in order and every mark is there again."""

import io
import json

import pytest
from django.core.management import call_command

from plans.content.asking import content_of
from plans.content.values import Content, span_of
from plans.content.words import words_of_content
from plans.models import Document
from plans.paper.files import Format, file_of

pytestmark = pytest.mark.django_db


def marks_of(content: Content) -> list[tuple]:
    """What hangs on the words, without links to other documents."""
    targets = [
        (block.key, span_of(block, mark.id), mark.statement, mark.group) for block, mark in content.targets
    ]
    tasks = [
        (block.key, task.lead, task.partners, task.due, task.units_said) for block, task in content.tasks
    ]
    return [*targets, *tasks]


def test_whole_plans_come_back_word_for_word_and_mark_for_mark(samples, office, tmp_path):
    file = tmp_path / "ke-hoach.json"
    for document in samples.values():
        file.write_bytes(file_of(document, Format.JSON).content)
        out = io.StringIO()
        arguments = (
            "--officer",
            office.son.username,
            "--unit",
            str(document.unit_id),
            "--json",
            "--confirmed",
        )
        call_command("import_plan", str(file), *arguments, stdout=out)
        back = content_of(Document.objects.get(pk=json.loads(out.getvalue())["id"]))
        there = content_of(document)
        assert list(words_of_content(back)) == list(words_of_content(there)), document
        assert marks_of(back) == marks_of(there), document
