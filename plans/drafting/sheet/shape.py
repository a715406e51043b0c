"""The shape of the editor's schema: a save names the one it was typed in (static/js/sheet/schema.js has the same)."""

SHAPE = 1
