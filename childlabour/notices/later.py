"""Letters go out by jobs and once a day."""

from childlabour.jobs.asking import later
from childlabour.jobs.chores import daily
from childlabour.jobs.running import Run
from childlabour.jobs.works import work

from .models import ByMail
from .posting import mail_is_set, post, waiting


@work("mail_notices", "Gửi thông báo qua thư điện tử")
def mail_notices(run: Run) -> None:
    sent = post(ByMail.EACH)
    with run.finishing() as result:
        result["sent"] = sent


@work("mail_digests", "Gửi thư tổng hợp thông báo trong ngày")
def mail_digests(run: Run) -> None:
    sent = post(ByMail.DAILY)
    with run.finishing() as result:
        result["sent"] = sent


@daily("mail_digests")
def ask_for_digests() -> None:
    """Sent by a job: a chore has its transaction open, and a post office may take its time."""
    if mail_is_set() and waiting(ByMail.DAILY).exists():
        later(mail_digests, None)
