"""Everything that is tried, in order. To add an attack: a function and a row in the module of its family."""

from tests.attack import doors, files, insiders, load, records

ATTACKS = (*doors.ATTACKS, *insiders.ATTACKS, *records.ATTACKS, *files.ATTACKS, *load.ATTACKS)
