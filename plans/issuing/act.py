"""One act on its way: what guards look at and what follows work with."""

from dataclasses import dataclass, field
from datetime import date

from plans.models import Action, Event, Plan, Status


@dataclass(frozen=True)
class Details:
    """What an action may need to be told. Unknown names are refused by Python itself."""

    reason: str = ""
    seen: int | None = None  # the submission the leader has read
    day: date | None = None  # the date on the paper
    number: int | None = None  # a kept number to use, or the number of a paper carried over
    series: str = ""  # when not the series that the kind of document goes to
    signed: bytes = b""  # the PDF with one signature more
    same_agency: bool = False  # the clerk has seen that the seal is the agency's, whatever name it bears
    by: Plan | None = None  # the document that revokes


@dataclass
class Act:
    action: Action
    plan: Plan  # locked
    officer: object
    details: Details
    before: Status
    exceptions: list[str] = field(default_factory=list)  # rules that could not be kept, and why
    added: object = None  # `signing.Added`: what a signed file adds
    overtaken: list[Plan] = field(default_factory=list)  # documents that this act puts out of force

    @property
    def action_name(self) -> str:
        return Action(self.action).label

    @property
    def last_submission(self) -> Event | None:
        return self.plan.events.filter(action=Action.SUBMIT).order_by("-at", "-pk").first()
