"""A country to measure on: places old and new, offices, people, documents and the work they cause, from a seed.

    python -m tests.bench.country --documents 50000 --units 11500 --tasks 1000000 --output FOLDER [--postgres]

`size` says how large, `names` how things are called; `places`, `units` and `people` lay the ground once;
`documents`, `writing`, `work` and `papers` add one document after the other, whatever their number, in constant
memory; `rows` brings all of it into the database, `building` holds the order, `folder` what is left behind.

Everything follows from the size and the seed: built twice, two databases hold the same rows, the same bytes.
"""
