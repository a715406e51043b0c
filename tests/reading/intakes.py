"""Files on their way in, as tests need them: read already, without a worker."""

from childlabour.units.models import Officer, Unit
from plans.content.near import Near
from plans.models import Document, Intake, IntakeFile, IntakeState, Origin
from plans.models.intake import waits_until
from plans.reading import read
from plans.reading.review.readings import as_data, reading_of

from .corpus.as_word import word
from .corpus.communes import LONG_ROAD


def a_reading(
    officer: Officer, unit: Unit, data: bytes = b"", name: str = "ke-hoach.docx", origin: str = Origin.HERE
) -> Intake:
    """A file that `officer` sent for `unit` and a worker read, not yet saved."""
    data = data or word(LONG_ROAD)
    reading = reading_of(read(data, name), Near.to(unit).all_called)
    intake = Intake.objects.create(
        unit=unit,
        officer=officer,
        officer_name=str(officer),
        name=name,
        size=len(data),
        origin=origin,
        state=IntakeState.READ,
        reading=as_data(reading),
        kept_until=waits_until(),
    )
    IntakeFile.objects.create(intake=intake, data=data)
    return intake


def read_from(document: Document, officer: Officer) -> Intake:
    """What a document here was read from, as far as its row goes."""
    intake = a_reading(officer, document.unit)
    intake.document, intake.state = document, IntakeState.LAID
    intake.save()
    return intake
