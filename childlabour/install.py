"""Brings a bare Debian to where the app can start: system packages, virtual environment, requirements.

    python3 -m childlabour.install          what `make run` needs
    python3 -m childlabour.install test     and what `make test` needs
    python3 -m childlabour.install lint     what `make lint` and `make messages` need
    python3 -m childlabour.install word     what `make check-word` needs

Standard library only. What is there already is left alone, so a second run takes a fraction of a second.
"""

import fcntl
import hashlib
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from childlabour.core import machine
from childlabour.core.machine import Need

HOME = Path(__file__).resolve().parent.parent
ENVIRONMENT = HOME / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"

PURPOSES: dict[str, tuple[str, tuple[Need, ...]]] = {
    "run": ("requirements.txt", machine.TO_PRINT_PAPERS),
    "test": (
        "requirements-dev.txt",
        (
            *machine.TO_PRINT_PAPERS,
            *machine.TO_DRIVE_A_BROWSER,
            *machine.TO_CHECK_SIGNATURES,
            *machine.TO_READ_OLD_WORD,
            *machine.TO_QUEUE_IN_REDIS,
        ),
    ),
    "lint": ("requirements-dev.txt", ()),
    "word": ("requirements-dev.txt", machine.TO_PRINT_PAPERS + machine.TO_CHECK_WORD),
}


def main(purpose: str) -> None:
    requirements, needs = PURPOSES[purpose]
    with alone():
        if environment_works():
            install_packages(needs)
        else:
            install_packages(machine.TO_MAKE_AN_ENVIRONMENT + needs)
            make_environment()
        install_requirements(HOME / requirements)


@contextmanager
def alone() -> Iterator[None]:
    """Two makes at once in one checkout: the second waits, then finds everything there."""
    with (HOME / "requirements.txt").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def install_packages(needs: tuple[Need, ...]) -> None:
    absent = machine.missing(needs)
    if not absent:
        return
    names = [need.package for need in absent]
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *names]
    reasons = "\n".join(f"  {need.package}: {need.what}" for need in absent)
    as_root = way_to_be_root()
    if as_root is None or not shutil.which("apt-get"):
        stop(
            f"System packages are missing, and this account may not install them:\n{reasons}\n"
            f"Run this, then make again:\n\n  sudo apt-get update && sudo {shlex.join(install)}\n"
        )
    print(f"Installing system packages:\n{reasons}", flush=True)
    quietly = ["env", "DEBIAN_FRONTEND=noninteractive"]
    patiently = ["-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"]
    subprocess.run([*as_root, *quietly, "apt-get", *patiently, "update"], check=False)
    done = subprocess.run(
        [*as_root, *quietly, "apt-get", *patiently, *install[1:]], stdin=subprocess.DEVNULL, check=False
    )
    still_absent = machine.missing(needs)
    if done.returncode or still_absent:
        left = ", ".join(need.package for need in still_absent or absent)
        stop(f"apt-get did not install {left}; its reason is above. Mend it and run make again.")


def way_to_be_root() -> list[str] | None:
    """The words to put before a command: none for root, sudo where it asks for no password."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        trial = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
        if trial.returncode == 0:
            return ["sudo", "-n"]
    return None


def environment_works() -> bool:
    """False too when the Python that made it is gone, or when an earlier run was cut off before pip."""
    if not PYTHON.exists():
        return False
    return subprocess.run([PYTHON, "-c", "import pip"], capture_output=True, check=False).returncode == 0


def make_environment() -> None:
    print("Making the virtual environment in .venv", flush=True)
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", ENVIRONMENT], check=False)
    if made.returncode:
        stop("The virtual environment could not be made; the reason is above.")


def install_requirements(file: Path) -> None:
    stamp = ENVIRONMENT / f"installed-{file.stem}"
    wanted = fingerprint(file)
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"Installing what {file.name} lists (a minute or two the first time)", flush=True)
    stamp.unlink(missing_ok=True)  # an installation that is cut off says nothing
    # Wheels only: a package without one would ask for a compiler half-way through.
    pip: list[str | Path] = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--only-binary",
        ":all:",
    ]
    done = subprocess.run([*pip, "--requirement", file], stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        stop(f"pip did not install {file.name}; its reason is above. Is the network there?")
    stamp.write_text(wanted)


def fingerprint(file: Path) -> str:
    """Changes with the file, with the files that it includes, and with Python."""
    names = sorted({file.name, "requirements.txt"})
    sums = [hashlib.sha256((HOME / name).read_bytes()).hexdigest() for name in names]
    return "\n".join([sys.version, *sums])


def stop(reason: str) -> NoReturn:
    sys.exit(f"\n{reason}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "run")
