"""What this app does later; every worker knows it by this module."""

from plans.reading import later

__all__ = ["later"]
