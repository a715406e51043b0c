"""Somebody has said of a document's words that they name no child."""

from childlabour.units.models import Officer
from plans.models import Document
from plans.privacy.asking import assure, open_mentions
from plans.privacy.shown import shown_by


def assured(document: Document, officer: Officer) -> Document:
    assure(open_mentions(shown_by(document)), officer)
    return document
