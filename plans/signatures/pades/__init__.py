"""Signatures in PDF files (PAdES, ETSI EN 319 142): made and judged. The only room that knows pyHanko.

The site asks through two doors: `asking.signatures_in` says of each signature what could be checked,
`asking.taken_back` whether a file is ours with signatures added and nothing else, `making.sign` adds one.
`judging`, `additions`, `taking_back` and `preparing` open files, and run behind the airlock alone.
"""
