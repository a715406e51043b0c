"""Pages of files on their way in: sending them, what is on its way, the review of one, and its source."""
