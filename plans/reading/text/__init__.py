"""Lines → passages: paragraphs made whole, each with its marker. Pure."""
