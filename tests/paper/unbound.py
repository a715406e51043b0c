"""What is printed, as it was typed: no-break blanks are blanks to who reads."""

from plans.paper.binding import NBSP


def unbound(text: str) -> str:
    return text.replace(NBSP, " ")
