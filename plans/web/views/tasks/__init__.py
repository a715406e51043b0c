"""Nhiệm vụ: what a unit was given, and what became of what it gave."""
