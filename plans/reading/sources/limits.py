"""How much a file may ask of us: more than any plan needs, little enough for a small server."""

from childlabour.core.lengths import PROSE

MEGABYTE = 1024 * 1024

FILE_BYTES = 20 * MEGABYTE
PART_BYTES = 40 * MEGABYTE  # one unpacked part of a .docx: about 4,000 pages of text
PARTS = 5_000  # files inside a .docx; a plan with pictures has some 30
RATIO = 300  # unpacked ÷ packed; Word's own XML stays below 60
NESTED_TABLES = 8
PAGES = 500  # of a PDF
STREAM_BYTES = 32 * MEGABYTE  # one unpacked stream of a PDF: 300 pages of text on one page
PLACES_BYTES = 4 * MEGABYTE  # a table of where things stand in it: hundreds of thousands of things
STREAMS_BYTES = 200 * MEGABYTE  # all of them, without pictures
CELLS = 10_000  # of all tables
CHARACTERS = 3_000_000  # of text, all together: about 1,000 pages
LINES = 60_000
LINE_CHARACTERS = PROSE  # one paragraph: what the text of a whole part may hold
PACKED = 3_000_000  # characters of what was read, with its marks, as its job keeps it
# Of a draft, which a page holds and shows whole; the largest whole plan tried: 250 passages, 24 targets, 15 tasks,
# 107 findings.
PASSAGES = 10_000
TARGETS = 500
TASKS = 1_000
FINDINGS = 2_000
