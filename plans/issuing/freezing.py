"""What is issued is kept byte for byte: the data, the PDF, its sha256, in the transaction that issues it."""

import hashlib

from childlabour.core.clock import now
from plans.models import Issue, Plan
from plans.paper.compose import paper_of
from plans.paper.pdf import to_pdf


def freeze(plan: Plan, officer=None) -> Issue:
    """Store the issued act of `plan`. The caller holds the transaction; one render, nine queries."""
    paper = paper_of(plan)
    pdf = to_pdf(paper)
    return Issue.objects.create(
        plan=plan,
        number=plan.written_number,
        symbol=plan.written_symbol,
        issued_on=plan.issued_on,
        snapshot=paper.source,
        pdf=pdf,
        sha256=hashlib.sha256(pdf).hexdigest(),
        issued_by=officer,
        issued_by_name=str(officer) if officer else "",
        issued_at=now(),
    )
