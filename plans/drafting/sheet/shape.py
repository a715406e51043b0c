"""The shape of what sheet and server say to each other: one more whenever a page of before would be misread."""

SHAPE = 1  # the same as in static/js/sheet/schema.js
