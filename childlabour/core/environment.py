"""Settings read from the environment, strictly: a value that cannot be meant stops the start.

Every function names the variable it read in what it refuses. An empty value counts as not given.
"""

import os
import re
import secrets
import tempfile
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

YES = frozenset({"1", "on", "true", "yes"})
NO = frozenset({"0", "off", "false", "no"})
LEAST_KEY_LENGTH, LEAST_KEY_VARIETY = 50, 5  # what `check --deploy` asks of a secret key


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def words(name: str, default: list[str]) -> list[str]:
    """A comma-separated list."""
    return [word.strip() for word in text(name).split(",") if word.strip()] or default


def switch(name: str, default: bool) -> bool:
    given = text(name).lower()
    if not given:
        return default
    if given not in YES | NO:
        raise ImproperlyConfigured(f'{name} is "{given}": write on or off.')
    return given in YES


def number(name: str, default: int, least: int = 0, most: int = 10**9) -> int:
    given = text(name)
    if not given:
        return default
    if not re.fullmatch("[0-9]{1,10}", given) or not least <= int(given) <= most:
        raise ImproperlyConfigured(f'{name} is "{given}": write a whole number from {least} to {most}.')
    return int(given)


def folder(name: str, default: Path) -> Path:
    given = text(name)
    if not given:
        return default
    path = Path(given).expanduser()
    if not path.is_absolute():
        raise ImproperlyConfigured(f'{name} is "{given}": write a full path that starts with "/".')
    return path


def address(name: str, default: str = "") -> str:
    """Of a web service: http or https, with a host."""
    given = text(name)
    if given and not re.fullmatch(r"https?://[^/?#@\s]+(/\S*)?", given):
        # It may hold a password: name the variable, never print what it holds.
        raise ImproperlyConfigured(f"{name} must read https://host or https://host/path, without a password.")
    return given or default


def contact(name: str) -> str:
    """Where people can write to, as security.txt wants it (RFC 9116)."""
    given = text(name)
    if given and not re.fullmatch(r"(mailto:[^@\s]+@[^@\s]+|https://\S+|tel:\+?[0-9-]+)", given):
        raise ImproperlyConfigured(f"{name} must read mailto:name@host, https://… or tel:+84…")
    return given


def mail_address(name: str) -> str:
    given = text(name)
    if given and not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+|[^<>\r\n]+<[^@\s<>]+@[^@\s<>]+>", given):
        raise ImproperlyConfigured(f"{name} must read name@host or Name <name@host>.")
    return given


def post_office(name: str) -> dict[str, Any]:
    """Django's settings of the machine that takes mail; a silent one of this machine where none is named."""
    given = text(name)
    if given and not re.fullmatch(r"smtp(\+tls|\+ssl)?://[^/?#\s]+", given):
        # It may hold a password: name the variable, never print what it holds.
        raise ImproperlyConfigured(
            f"{name} must read smtp://host:25, smtp+tls:// or smtp+ssl://user:password@host:465."
        )
    found: dict[str, Any] = environ.Env.email_url_config(given) if given else {}
    return {key: value for key, value in found.items() if key.startswith("EMAIL_")} | {"EMAIL_TIMEOUT": 20}


def redis(name: str) -> str:
    """The address of a Redis, as its own client reads it."""
    given = text(name)
    if given and not re.fullmatch(r"(rediss?://[^/?#\s]+(/[0-9]*)?|unix:///[^?\s]+(\?db=[0-9]+)?)", given):
        raise ImproperlyConfigured(
            f"{name} must read redis://host:6379/0, rediss:// for TLS, or unix:///full/path/of/socket."
        )
    return given


def database(name: str, default_file: Path) -> dict[str, Any]:
    """Django's description of the database, ready for many workers.

    SQLite: readers never wait (WAL), writers queue for up to 20 s instead of failing half-way. Connections are kept for
    a minute, which halves what a small answer costs; those of PostgreSQL, which may be cut, are tried before use.
    """
    given = text(name)
    config: dict[str, Any] = (
        _parsed_database(name, given)
        if given
        else {"ENGINE": "django.db.backends.sqlite3", "NAME": str(default_file)}
    )
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["OPTIONS"] = {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
    else:
        config["CONN_HEALTH_CHECKS"] = True
    return config | {"CONN_MAX_AGE": 60}


def _parsed_database(name: str, url: str) -> dict[str, Any]:
    how = f"{name} must read postgres://user:password@host:5432/name or sqlite:////full/path/to/file"
    scheme, _, rest = url.partition("://")
    if scheme not in {"postgres", "postgresql", "sqlite"} or not rest.strip("/"):
        # The value may hold a password: name the variable, never print what it holds.
        raise ImproperlyConfigured(f"{how}.")
    try:
        config: dict[str, Any] = environ.Env.db_url_config(url)
    except ValueError as fault:
        raise ImproperlyConfigured(f"{how} (a port is a number; write %40 for @ in a password).") from fault
    if not config["NAME"]:
        raise ImproperlyConfigured(f"{how}; the name of the database is missing.")
    return config


def secret_key(name: str, file: Path) -> str:
    """The key given in the environment, or the one in `file`, made on first use and readable by us alone."""
    key = text(name) or _stored_key(name, file)
    if len(key) < LEAST_KEY_LENGTH or len(set(key)) < LEAST_KEY_VARIETY:
        raise ImproperlyConfigured(
            f"{name} is easily guessed: use {LEAST_KEY_LENGTH} or more characters, chosen at random "
            f"(leave {name} out, and one is made and kept in {file})."
        )
    return key


def _stored_key(name: str, file: Path) -> str:
    try:
        if not file.exists():
            _store_new_key(file)
        return file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as fault:
        raise ImproperlyConfigured(
            f"{name} is not given and {file} cannot be read or written ({fault.__class__.__name__}): "
            f"give {name}, or let this account write there."
        ) from fault


def _store_new_key(file: Path) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")  # readable by its owner alone
    own = Path(name)
    with os.fdopen(handle, "w", encoding="ascii") as written:
        written.write(secrets.token_urlsafe(64) + "\n")
    try:
        # A link fails where a rename would overwrite: of two first starts at once, one key wins for both.
        file.hardlink_to(own)
    except FileExistsError:
        pass
    finally:
        own.unlink()
