"""Words of a person that got in after all are taken out again: asked by one, confirmed by another, on record.

What remains says that something was taken out, when and by whom, never what.
"""
