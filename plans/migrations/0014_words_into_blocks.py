"""The words of every document, as its paper printed them, become blocks; its targets and tasks hang on them.

A paper that has its number keeps the words that were frozen with it; every other one says what it would have printed.
Assignments stay the rows they were: answers hang on them. There is no way back (0015 says so before it undoes anything).
"""

import sys
from collections.abc import Iterator

from django.db import migrations
from django.db.models import Prefetch, Q

from childlabour.core.vietnamese import search_key, short_date

from .first_shape import placing, printed

AT_ONCE = 20  # documents; with their frozen papers some megabytes
AGENCY = 200  # the longest name of units that a column takes


def lay_words_as_blocks(apps, schema_editor):
    Document = apps.get_model("plans", "Document")
    keys = Document.objects.order_by("pk").values_list("pk", flat=True)
    last = 0
    while chunk := list(keys.filter(pk__gt=last)[:AT_ONCE]):
        last = chunk[-1]
        _Laying(apps).lay(chunk)


class _Laying:
    """One chunk of documents: sixteen queries, and one for a document whose tasks go to all communes."""

    def __init__(self, apps):
        self.apps = apps
        self.model = lambda name, app="plans": apps.get_model(app, name)

    def lay(self, keys):
        documents = self._documents(keys)
        frozen = self._frozen(keys)
        laid = []
        for document in documents:
            naming = _Naming(self.model("Unit", "units"), document)
            paper = frozen.get(document.pk) or printed.paper_of(document, naming)
            found = placing.placed(paper, document)
            laid.append((document, found.blocks))
            for lost in found.lost:
                print(f"\n    Văn bản {document.pk} “{document.title}”: {lost}", file=sys.stderr)
        rows = self._lay_blocks(laid)
        self._hang_targets(laid, rows)
        self._hang_tasks(laid, rows)
        self._hang_charges(laid, rows)

    def _documents(self, keys):
        units = Prefetch("assignments", self.model("Assignment").objects.order_by("role", "pk"))
        sections = Prefetch("sections", self.model("Section").objects.order_by("order", "pk"))
        tasks = Prefetch(
            "sections__tasks", self.model("Task").objects.order_by("order", "pk").prefetch_related(units)
        )
        targets = self.model("Target", "targets").objects.order_by("order", "pk")
        targets = Prefetch("sections__targets", targets.select_related("group", "responsible"))
        documents = self.model("Document").objects.filter(pk__in=keys).select_related("unit__place")
        fetched = documents.prefetch_related(
            sections, targets, tasks, "sections__tasks__assignments__unit__place"
        )
        return list(fetched.order_by("pk"))

    def _frozen(self, keys):
        """By document, the paper that was kept: of what is issued, else of what has its number."""
        papers = {}
        for model in ("SigningCopy", "Issue"):
            kept = self.model(model).objects.filter(document__in=keys).values_list("document", "snapshot")
            papers |= {document: snapshot["paper"] for document, snapshot in kept if "paper" in snapshot}
        return papers

    def _lay_blocks(self, laid):
        model = self.model("StoredBlock")
        rows = [
            model(
                document_id=document.pk,
                key=block.key,
                place=place,
                type=block.type,
                level=block.level,
                marker=block.marker,
                runs=block.runs,
                layout=block.layout,
                made_from=block.made_from,
                folded=search_key(block.printed),
            )
            for document, blocks in laid
            for place, block in enumerate(blocks)
        ]
        model.objects.bulk_create(rows, 500)
        stored = model.objects.filter(document__in=[document.pk for document, _ in laid])
        return {(document, key): pk for pk, document, key in stored.values_list("pk", "document", "key")}

    def _hang_targets(self, laid, rows):
        changed = []
        for document, block, target in _each(laid, "targets"):
            target.block_id = rows[document.pk, block.key]
            target.mark = placing.mark_of(target)
            target.order = block.targets.index(target)
            target.given = sorted(_around(target))
            changed.append(target)
        self.model("Target", "targets").objects.bulk_update(changed, ["block", "mark", "order", "given"], 500)

    def _hang_tasks(self, laid, rows):
        tasks, inherited = [], []
        sections = {section.pk: section for document, _ in laid for section in document.sections.all()}
        for document, blocks in laid:
            charges = {
                task.pk: block.charge for block in blocks if block.charge for task in block.charge.tasks
            }
            for block in blocks:
                if block.task is not None:
                    task = block.task
                    task.block_id = rows[document.pk, block.key]
                    task.name = block.text
                    task.search_key = search_key(block.text)
                    prints = sections[task.section_id].prints_assignments
                    task.due_text = short_date(task.due_on) if task.due_on and prints else ""
                    charge = charges.get(task.pk)
                    task.given = [] if prints else sorted(_beside(task, charge))
                    tasks.append(task)
                    if charge and charge.units and not task.units_said:
                        inherited += [
                            given.pk for given in task.assignments.all() if given.role == printed.LEAD
                        ]
        columns = ["block", "name", "search_key", "due_text", "given"]
        self.model("Task").objects.bulk_update(tasks, columns, 500)
        self.model("Assignment").objects.filter(pk__in=inherited).update(is_inherited=True)

    def _hang_charges(self, laid, rows):
        model = self.model("Charge")
        charged = [
            (rows[document.pk, block.key], block.charge) for document, block in _blocks(laid) if block.charge
        ]
        model.objects.bulk_create(
            [
                model(block_id=row, units_said=charge.label if len(charge.label) <= AGENCY else "")
                for row, charge in charged
            ]
        )
        pks = dict(model.objects.filter(block__in=[row for row, _ in charged]).values_list("block", "pk"))
        through = self.model("ChargedUnit")
        through.objects.bulk_create(
            [
                through(charge_id=pks[row], unit_id=unit)
                for row, charge in charged
                for unit in sorted(charge.units)
            ]
        )


def _blocks(laid):
    return ((document, block) for document, blocks in laid for block in blocks)


def _each(laid, marks) -> Iterator:
    return ((document, block, mark) for document, block in _blocks(laid) for mark in getattr(block, marks))


def _around(target):
    """What its sentence leaves to its surroundings was given beside the words."""
    for name in ("age_from", "age_to", "horizon"):
        value = getattr(target, name)
        if value is not None and str(value) not in target.sentence:
            yield name


def _beside(task, charge):
    """What no line of its part says."""
    roles = {given.role for given in task.assignments.all()}
    if printed.LEAD in roles and charge is None:
        yield "lead"
    if printed.PARTNER in roles:
        yield "partners"
    if task.due_on:
        yield "due"
    if task.product:
        yield "product"


class _Naming:
    """Units as papers named them: all the communes of a territory together were "UBND các xã, thị trấn"."""

    KINDS = ("xã", "phường", "thị trấn", "đặc khu")
    SEVERAL = 3  # a district of two communes named them both

    def __init__(self, units, document):
        self._units, self._document, self._found = units, document, None

    def __call__(self, units):
        communes = self._communes() if len(units) >= self.SEVERAL else []
        there = {unit.pk for unit in units}
        together = communes if len(communes) > 1 and {unit.pk for unit in communes} <= there else []
        apart = {unit.pk for unit in together}
        names = [printed.name_of(unit) for unit in units if unit.pk not in apart]
        if together:
            places = [unit.place.name.lower() for unit in together]
            kinds = [kind for kind in self.KINDS if any(place.startswith(kind) for place in places)]
            names.append(f"UBND các {', '.join(kinds or self.KINDS[:1])}")
        return ", ".join(names)

    def _communes(self):
        if self._found is None:
            day = f"{self._document.period_from:04d}-01-01"
            here = Q(place__path__startswith=self._document.unit.place.path, place__level="commune")
            valid = (Q(valid_from=None) | Q(valid_from__lte=day)) & (Q(valid_to=None) | Q(valid_to__gte=day))
            found = self._units.objects.filter(here & valid, function="committee")
            self._found = list(found.select_related("place"))
        return self._found


class Migration(migrations.Migration):
    dependencies = [("plans", "0013_blocks"), ("targets", "0006_marks")]

    operations = [migrations.RunPython(lay_words_as_blocks, migrations.RunPython.noop)]
