"""The acts that texts name: found, taken apart, and linked to the documents kept here."""
