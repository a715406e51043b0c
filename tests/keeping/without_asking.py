"""`python -m tests.keeping.without_asking backup …`: the command, but nobody asks whether there is room."""

import sys

import django
from django.core.management import execute_from_command_line

django.setup()

from childlabour.keeping import backing_up  # noqa: E402

if __name__ == "__main__":
    backing_up.refuse_without_room = lambda *_: None
    execute_from_command_line(["manage.py", *sys.argv[1:]])
