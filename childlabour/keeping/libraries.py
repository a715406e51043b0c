"""The virtual environment of the code: kept aside while another commit's libraries go in, so that it can come back.

The copy is made of hard links: pip never writes into a file, it puts a new one in its place.
"""

import os
import shutil

from .checkout import HOME

ENVIRONMENT, ASIDE = HOME / ".venv", HOME / ".venv.before"


def keep() -> None:
    forget()
    shutil.copytree(ENVIRONMENT, ASIDE, symlinks=True, copy_function=os.link)


def bring_back() -> None:
    """Nothing where none was kept."""
    if ASIDE.exists():
        failed = HOME / ".venv.failed"
        ENVIRONMENT.rename(failed)
        ASIDE.rename(ENVIRONMENT)
        shutil.rmtree(failed)


def forget() -> None:
    shutil.rmtree(ASIDE, ignore_errors=True)
