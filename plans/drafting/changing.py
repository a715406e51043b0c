"""The one way in which a draft comes to say something else: bounded, laid by the one writer, remembered as a version."""

from childlabour.core.clock import now
from childlabour.units.models import Officer
from plans.content.laying import lay
from plans.content.values import Content
from plans.models import Document

from .versions import keep_version


def lay_change(document: Document, officer: Officer, before: Content, after: Content) -> None:
    """Makes the draft say `after` where it said `before`; nothing is written when both are the same.

    The caller holds the transaction and the lock of the document, and has seen to rights. Raises Refusal with every
    reason why not; then the caller rolls back.
    """
    if after == before:
        return
    lay(after, document)
    Document.objects.filter(pk=document.pk).update(updated_at=now())
    keep_version(document, officer)
