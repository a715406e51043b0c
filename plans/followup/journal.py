"""What was said and done about a task in the hands of a unit, written once with each step."""

from childlabour.core.clock import now
from childlabour.core.steps import Act
from plans.models import Answer, AnswerFile

from .attachments import Attached
from .days import deadline_moved_by


def write(act: Act) -> None:
    moved = deadline_moved_by(act)
    said = Answer.objects.create(
        assignment=act.row,
        at=now(),
        officer=act.officer,
        officer_name=str(act.officer),
        state=act.row.state,
        move=act.step.name,
        text=" ".join(words for words in (act["text"], act.notes) if words),
        day=moved.after if moved else act["day"],
        due_before=moved.before if moved else None,
        to_unit=act["unit"],
        paper=act["paper"],
    )
    for attachment in act.fact(Attached).files:
        AnswerFile.objects.create(
            answer=said,
            name=str(attachment.upload.name),
            media_type=attachment.media_type,
            size=attachment.upload.size or 0,
            stored=attachment.upload,
        )
