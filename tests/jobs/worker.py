"""`python -m tests.jobs.worker`: manage.py db_worker, which also knows the works of the tests."""

import sys

import django
from django.core.management import execute_from_command_line

django.setup()

import tests.jobs.works  # noqa: E402, F401

if __name__ == "__main__":
    execute_from_command_line(["manage.py", "db_worker", *sys.argv[1:]])
