"""Figures of the units that carry out what was issued: who owes which, how they come in, what they come to.

`owing` says who owes what; `periods` opens and closes; `replying` and `steps` are what units and offices above do;
`sheets` writes a workbook and takes it back; `results` judges every target of a document.
"""
