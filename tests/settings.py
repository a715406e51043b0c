"""The settings of the tests: the project's own, in a state of their own, deaf to what this machine sets."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_STATE = Path(tempfile.mkdtemp(prefix="childlabour-tests-"))
atexit.register(shutil.rmtree, _STATE, ignore_errors=True)

# Set, so that a developer's .env does not set them; empty, so that the defaults hold.
for _name in (
    "DEBUG",
    "SECRET_KEY",
    "ALLOWED_HOSTS",
    "HTTPS",
    "BEHIND_PROXY",
    "HSTS_SECONDS",
    "SITE_ADDRESS",
    "SIGNATURE_TRUST_ROOTS",
    "TIMESTAMP_URL",
    "PKCS11_MODULE",
    "LOGIN_FAILURES",
    "IDLE_MINUTES",
    "SOURCE_DAYS",
    "SECOND_FACTOR_FOR_KEEPERS",
    "SECURITY_CONTACT",
    "SERVED_DIR",
):
    os.environ[_name] = ""
for _name in ("DATABASE_URL", "JOBS_QUEUE"):
    os.environ.setdefault(_name, "")
os.environ["STATE_DIR"] = str(_STATE)

from childlabour.settings import *  # noqa: E402, F403
from childlabour.settings import ALLOWED_HOSTS, DATABASES, STATIC_PLAIN, STORAGES  # noqa: E402

ALLOWED_HOSTS = [*ALLOWED_HOSTS, "testserver"]

# Argon2 is slow on purpose; people of the tests need no protection.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Static files straight from their sources; one test collects and hashes them as production does.
STORAGES = STORAGES | {"staticfiles": {"BACKEND": STATIC_PLAIN}}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
(_STATE / "static").mkdir()

# A file, so that the running app of the journeys and the test each have a connection of their own, as in an
# office: one in memory is shared by all threads, and two requests at once trip over each other.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(_STATE / "test.sqlite3")}
