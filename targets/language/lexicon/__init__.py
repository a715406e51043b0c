"""The words by which Vietnamese papers are read, a list to a subject: one lexicon for every room that reads.

Lists are data: as offices write them, with a reason where it is not plain. They know nothing of targets or plans;
each room says what its words mean to it. `patterns` makes parts of regular expressions of them, and
`targets.language.phrases` finds them among tokens. Outside this folder no three words stand in one alternation
(`tests/laws/test_words.py`).

To add what an office writes and the reading does not know yet: a phrase in the list of its subject, a line in the
tests of the room, `make bench-reading`.

| subject | lists |
|---|---|
| a target | `comparing`, `moving`, `counting`, `promising`, `reporting`, `predicates`, `people`, `times` |
| a text | `sentences`, `spelling`, `furniture` |
| a paper | `papers`, `acts`, `headings`, `objectives`, `tables`, `duties`, `deadlines` |
| who | `territories`, `agencies`, `signing` |
"""
