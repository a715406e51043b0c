"""Letters go out by jobs and once a day."""

from childlabour.jobs.chores import daily
from childlabour.jobs.running import Run
from childlabour.jobs.works import work

from .models import ByMail
from .posting import mail_is_set, post


@work("mail_notices", "Gửi thông báo qua thư điện tử")
def mail_notices(run: Run) -> None:
    sent = post(ByMail.EACH)
    with run.finishing() as result:
        result["sent"] = sent


@daily("mail_digests")
def mail_digests() -> None:
    if mail_is_set():
        post(ByMail.DAILY)
