"""Databases of earlier code, brought to this code: nothing that an office had may be lost on the way."""
