"""What this app does later; every worker knows it by this module."""

from childlabour.jobs.works import beforehand
from plans.delivery import later as delivery
from plans.followup import later as followup
from plans.issuing import later as issuing
from plans.paper import later as papers
from plans.paper.warming import warm_up
from plans.reading import later as reading

beforehand(warm_up)

__all__ = ["delivery", "followup", "issuing", "papers", "reading"]
