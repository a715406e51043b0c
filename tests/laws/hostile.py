"""Words that a browser, a template engine or a spreadsheet might obey, in every text of every row there is."""

from collections.abc import Iterator
from html.parser import HTMLParser

from django.apps import apps
from django.db import connection, models, transaction

from childlabour.core.fields import SearchKeyField
from childlabour.core.vietnamese import search_key
from plans.content.asking import content_of
from plans.content.shapes import content_as_data
from plans.issuing import freezing, triggers
from plans.models import Document, Issue, StoredBlock, Submission, Version
from plans.paper.compose import paper_of
from plans.paper.frozen import to_data

OURS = ("units", "jobs", "targets", "measuring", "plans")
MARK = "hiem"  # of every element, attribute and function that nobody may ever meet as such
OBEYED = "qx1xq"  # what is left when a template engine has obeyed; long enough to be in no random token
ARMOURED = f"""<{MARK} {MARK}="1">&"'qx{{{{ 1 }}}}xq{{% {MARK} %}}</script><{MARK}>"""
AS_FORMULA = f"""=1+1&"'<{MARK}>qx{{{{ 1 }}}}xq"""

# What the program reads, and no person writes: states, addresses, names of files and of kinds.
NOT_WORDS = {
    "units_place.path",
    "units_officer.password",
    "jobs_job.work_name",
    "jobs_job.token",
    "targets_programme.code",
    "plans_document.series",
    "plans_document.verification_code",
    "plans_numberseries.name",
    "plans_numberseries.kinds",
    "plans_issue.sha256",
    "plans_signingcopy.sha256",
    "plans_scan.sha256",
    "plans_assignment.turn",
    "plans_answerfile.media_type",
    "plans_answerfile.stored",
    "plans_event.action",
    "plans_presence.spot",
    "plans_assurance.digest",
    "plans_block.key",
    "plans_block.made_from",
    "plans_block.source_key",
    "targets_target.mark",
    "measuring_reportperiod.code",
    "plans_takedown.sha256_before",
    "plans_takedown.scan_sha256_before",
    "plans_takedown.sha256_after",
    "plans_takedown.words",  # gone when it is settled, and the database sees to it
}


def words_of(model: type[models.Model]) -> list[models.Field]:
    """The columns of a table in which people write."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not isinstance(field, SearchKeyField)
        and not field.choices
        and f"{model._meta.db_table}.{field.name}" not in NOT_WORDS
    ]


def written_everywhere(words: str) -> int:
    """Lays `words` into every column that takes words, of every row; what was printed is printed anew."""
    changed = 0
    triggers.lift(connection)
    for label in OURS:
        for model in apps.get_app_config(label).get_models():
            changed += sum(_write(row, words) for row in model._base_manager.all())
    _print_anew()
    triggers.lay(connection)
    return changed


def _write(row: models.Model, words: str) -> int:
    """Each row ends in its own number, so that what may stand once stands once."""
    fields = words_of(type(row))
    told = {field.name: f"{words[: (field.max_length or 2000) - 8]}{row.pk}" for field in fields}
    told |= {
        field.name: search_key(words)
        for field in row._meta.concrete_fields
        if isinstance(field, SearchKeyField)
    }
    if isinstance(row, StoredBlock):
        told |= {"runs": _runs(row.runs, words), "layout": _layout(row.layout, words)}
    if told:
        with transaction.atomic():
            type(row)._base_manager.filter(pk=row.pk).update(**told)
    return len(fields)


def _runs(runs: list[list], words: str) -> list[list]:
    """The same looks and marks on other words."""
    return [[words, *look] for _, *look in runs]


def _layout(layout: dict, words: str) -> dict:
    cells = [
        cell | {"paragraphs": [_runs(runs, words) for runs in cell["paragraphs"]]}
        for cell in layout.get("cells", ())
    ]
    return layout | ({"cells": cells} if cells else {})


def _print_anew() -> None:
    for issue in Issue.objects.select_related("document"):
        document = Document.objects.get(pk=issue.document_id)
        issue.delete()
        freezing.freeze_as_found(document)
    for version in Version.objects.all():
        data = content_as_data(content_of(Document.objects.get(pk=version.document_id)))
        Version.objects.filter(pk=version.pk).update(content=data)
    for row in Submission.objects.all():
        data = to_data(paper_of(Document.objects.get(pk=row.document_id)))
        Submission.objects.filter(pk=row.pk).update(paper=data)


class Obeyed(HTMLParser):
    """What a browser makes of a page: elements and attributes that people smuggled in, and the text it shows."""

    def __init__(self, page: str):
        super().__init__()
        self.found: list[str] = []
        self.shown: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag == MARK:
            self.found.append(self.get_starttag_text() or tag)
        self.found += [f"{tag} {name}" for name, _ in attributes if MARK in name]
        self.shown += [value or "" for _, value in attributes]

    def handle_data(self, data):
        self.shown.append(data)

    @property
    def text(self) -> str:
        return "\n".join(self.shown)


def faults_in(page: str) -> Iterator[str]:
    """What went wrong with the words on an HTML page."""
    read = Obeyed(page)
    yield from read.found
    if OBEYED in read.text:
        yield "a template engine obeyed"
    if "&lt;" in read.text or "&amp;" in read.text or "&#x27;" in read.text:
        yield "shown escaped, not as written"
