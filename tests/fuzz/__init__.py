"""Mutated files by the thousand, for each door: whatever the bytes, the answer is one that the door declares."""

import os

import django

os.environ.setdefault(
    "DJANGO_SETTINGS_MODULE", "tests.settings"
)  # certificates look at the clock, drafts are saved
django.setup()
