"""The site is attacked, on a copy of it that is thrown away: `make attack`, `python -m tests.attack`.

Everything happens on loopback. What is tried, and how it is judged, is a table (`table.ATTACKS`), a module a family.
"""
