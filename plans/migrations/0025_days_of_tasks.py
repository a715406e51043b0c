"""Work that was reported or done before its days were kept has them from its journal; the journal names its steps."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F, Max, Min, OuterRef, Subquery
from django.db.models.functions import Coalesce, Now, TruncDate

MOVES = {
    "received": "receive",
    "under_way": "report",
    "reported": "finish",
    "done": "accept",
    "sent_back": "send_back",
}


def take_days_from_the_journal(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Of a row whose journal says nothing of it, the day of the last thing said; else the day of this upgrade.

    Each statement costs one search in the journal a row that is reported or done, by its index.
    """
    alias = schema_editor.connection.alias
    answers = apps.get_model("plans", "Answer").objects.using(alias)
    assignments = apps.get_model("plans", "Assignment").objects.using(alias)
    for state, move in MOVES.items():
        answers.filter(state=state, move="").update(move=move)

    def day(which, **said):
        of_the_row = answers.filter(assignment=OuterRef("pk"), **said).order_by().values("assignment")
        return Subquery(of_the_row.annotate(found=TruncDate(which("at"))).values("found"))

    touched = assignments.exclude(state="given")
    touched.update(received_on=day(Min, state__in=["received", "under_way", "reported"]))
    finished = assignments.filter(state__in=["reported", "done"])
    finished.update(reported_on=Coalesce(day(Max, state="reported"), day(Max), TruncDate(Now())))
    done = assignments.filter(state="done")
    done.update(accepted_on=Coalesce(day(Max, state="done"), F("reported_on")))


class Migration(migrations.Migration):
    dependencies = [("plans", "0024_tasks_to_their_end")]

    operations = [migrations.RunPython(take_days_from_the_journal, migrations.RunPython.noop)]
