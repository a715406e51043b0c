"""Issued documents go out by mail as work done later."""

from childlabour.jobs.running import Run
from childlabour.jobs.works import work
from plans.models import Document

from .mailing import mail


@work("mail_document", "Gửi văn bản qua thư điện tử")
def mail_document(run: Run) -> None:
    document = Document.objects.select_related("unit", "issue").get(pk=run.job.what["document"])
    sent = mail(document)
    with run.finishing() as result:
        result["sent"] = sent
