"""Documents of offices that do not exist, as messy as real ones, each with the truth about it."""
