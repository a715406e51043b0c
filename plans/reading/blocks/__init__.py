"""What was read → `Content`: every passage a block with its own words, what was recognised as marks on them. Pure."""
