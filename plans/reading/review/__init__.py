"""What a person decides about what was read, and the draft that comes of it."""
