"""Plan as a Word file."""

from childlabour.core.errors import Refusal


def to_docx(paper) -> bytes:
    raise Refusal("Chưa xuất được tệp Word.")
