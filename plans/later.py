"""What this app does later; every worker knows it by this module."""

from childlabour.jobs.works import beforehand
from plans.paper.warming import warm_up
from plans.reading import later

beforehand(warm_up)

__all__ = ["later"]
