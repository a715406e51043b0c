"""The admin of the documents: scoped by `plans.law.seeing`, changed by leave of `plans.law.rights`.

Imported in the order in which the index lists them.
"""

from . import document, marks, rows, register, records, privacy  # noqa: F401, I001
