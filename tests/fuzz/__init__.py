"""Mutated files by the thousand, for each door: whatever the bytes, the answer is one that the door declares."""
