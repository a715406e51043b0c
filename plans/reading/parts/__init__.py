"""Passages → the parts of a document: head, opening, body, foot. Pure."""
