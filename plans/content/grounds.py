"""An act that a line names → a ground of a document; parts too long for their columns stay in the words alone. Pure."""

from childlabour.core import lengths
from childlabour.core.lengths import whole
from plans.citing.act import NamedAct

from .values import Ground


def ground_of(act: NamedAct, text: str = "") -> Ground:
    """`text`: the line as printed, where it says more than the act."""
    return Ground(
        text or act.text,
        whole(act.kind, lengths.ACT_TYPE),
        whole(act.number, lengths.ACT_NUMBER),
        act.date,
        whole(act.issuer, lengths.AGENCY),
    )
