"""The code of this installation: a checkout of git, and the way from one commit to another."""

import subprocess
from pathlib import Path

from django.conf import settings

from childlabour.core.errors import Refusal

HOME = Path(settings.BASE_DIR)


def commit() -> str:
    """The commit that the checkout stands at; "" where this is no checkout."""
    return _said("rev-parse", "HEAD") if is_checkout() else ""


def is_checkout() -> bool:
    top = _said("rev-parse", "--show-toplevel")
    return bool(top) and Path(top).samefile(HOME)


def place() -> str:
    """What to check out to be here again: the branch, or the commit where there is none."""
    return _said("symbolic-ref", "--quiet", "--short", "HEAD") or commit()


def found(name: str) -> str:
    """The commit that `name` (a tag, a branch, some digits) means; "" when there is none."""
    return _said("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")


def changed_files() -> list[str]:
    """Those of git's that were changed by hand."""
    return _said("diff", "--name-only", "HEAD").splitlines()


def files_at(of_commit: str) -> set[str]:
    return set(_said("ls-tree", "-r", "--name-only", "--full-tree", of_commit).splitlines())


def differs(file: str, one: str, other: str) -> bool:
    return bool(_said("diff", "--name-only", one, other, "--", file))


def go_to(name: str) -> None:
    """Raises Refusal with what git says, and the checkout as it was, when a file of nobody's stands in the way."""
    done = _git("checkout", "--quiet", *(() if _is_branch(name) else ("--detach",)), name)
    if done.returncode:
        raise Refusal(f"git không chuyển được sang {name}: {' '.join(done.stderr.split())}")


def _is_branch(name: str) -> bool:
    return _git("show-ref", "--verify", "--quiet", f"refs/heads/{name}").returncode == 0


def _said(*words: str) -> str:
    try:
        done = _git(*words)
    except FileNotFoundError:  # no git on this machine
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _git(*words: str) -> subprocess.CompletedProcess[str]:
    quoted = ("-c", "core.quotePath=false")
    return subprocess.run(["git", *quoted, *words], cwd=HOME, capture_output=True, text=True, check=False)
