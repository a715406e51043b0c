"""Mutated papers by the thousand: whatever the bytes, the reader answers with a draft or a declared refusal."""
