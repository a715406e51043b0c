"""The one way in which a draft comes to say something else: bounded, laid, remembered as a version."""

from childlabour.core.clock import now
from childlabour.core.errors import Refusal
from childlabour.units.models import Officer
from plans.content.laying import lay
from plans.content.values import Content
from plans.models import Document
from plans.paper.extent import too_long

from .versions import keep_version


def lay_change(
    document: Document, officer: Officer, before: Content, after: Content, *, brings_back: int | None = None
) -> None:
    """Makes the draft say `after` where it said `before`; nothing is written when both are the same.

    `before` is what stands now, nothing at all in a draft that is just being begun. The caller holds the transaction
    and the lock of the document, and has seen to rights. Raises Refusal with every reason why not, also when the draft
    has outgrown what can be printed (one that had already may still be shortened); then the caller rolls back.
    `brings_back`: the number of the version that `after` is.
    """
    if after == before:
        return
    if refused := list(too_long(after, before)):
        raise Refusal(*refused)
    lay(after, document, before)
    Document.objects.filter(pk=document.pk).update(updated_at=now())
    keep_version(document, officer, before, after, brings_back=brings_back)
