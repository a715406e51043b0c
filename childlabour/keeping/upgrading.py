"""To another commit: backup, check out, install, migrate, collect, check; where anything fails, back to what was.

The code that goes back is the one that started: it is in memory, and its modules are on the disk again before
it touches the data.
"""

import inspect
import subprocess
import sys
from collections.abc import Callable, Collection
from pathlib import Path

from django.db import connection
from django.db.migrations.loader import MigrationLoader

from childlabour.core.errors import Refusal
from childlabour.core.serving import while_nobody_serves
from childlabour.core.stopping import orderly_stop, undisturbed

from . import checkout, libraries, trying
from .alone import alone
from .backing_up import make
from .checkout import HOME
from .databases import faults_told
from .restoring import put_back

REQUIREMENTS = "requirements.txt"
INSTALL = ("-m", "childlabour.install", "run")
MIGRATE = ("manage.py", "migrate", "--no-input", "--verbosity", "0")
LOAD = ("manage.py", "load_catalogue")
COLLECT = ("manage.py", "collectstatic", "--no-input", "--verbosity", "0")
CHECKS = (("manage.py", "check"), ("manage.py", "migrate", "--check"), ("manage.py", "verify_issued"))

Tell = Callable[[str], None]
Act = Callable[[], object]


def upgrade(name: str, backups: Path, tell: Tell) -> Path:
    """Gives the backup made before. Raises Refusal with code, libraries and data as they were."""
    with faults_told(), alone(), while_nobody_serves(), undisturbed():
        with orderly_stop():
            commit = _commit_to_go_to(name)
            tell("Sao lưu dữ liệu và thử bản sao lưu")
            backup = _sound_backup(backups)
        way = Way(commit, backup, tell)
        try:
            with orderly_stop():
                way.go()
        except BaseException as fault:
            way.go_back(fault)
            raise
        libraries.forget()
        return backup


class Way:
    """From the code and the data of now to those of `end`, and back as far as it was gone."""

    def __init__(self, end: str, backup: Path, tell: Tell):
        self._start, self._here, self._end = checkout.commit(), checkout.place(), end
        self._backup, self._tell = backup, tell
        # In the order of the steps: the code is back before it touches the data.
        self._to_undo: list[Act] = []

    def go(self) -> None:
        self._tell(f"Nếu máy tắt giữa chừng thì chạy: {self._by_hand}")
        self._step(
            f"Chuyển mã nguồn sang {self._end[:7]}",
            lambda: checkout.go_to(self._end),
            lambda: checkout.go_to(self._here),
        )
        if checkout.differs(REQUIREMENTS, self._start, self._end):
            self._step("Cài đặt thư viện", self._install, libraries.bring_back)
        self._step("Chuyển đổi cơ sở dữ liệu", self._migrate, lambda: put_back(self._backup, replace=True))
        self._step("Thu thập tệp tĩnh", lambda: self._run(COLLECT), lambda: self._run(COLLECT))
        self._step("Kiểm tra", self._check)

    def go_back(self, fault: BaseException) -> None:
        """Raises Refusal that says how to do it by hand, when even that fails."""
        self._tell("Không xong, đang trở lại như trước")
        try:
            with faults_told():
                for undo in self._to_undo:
                    undo()
        except BaseException as second:
            raise Refusal(
                f"Nâng cấp không xong ({fault}), trở lại cũng không xong ({second}). Chạy bằng tay: {self._by_hand}"
            ) from fault
        self._tell("Mã nguồn và dữ liệu đã trở lại như trước")

    @property
    def _by_hand(self) -> str:
        return f"git checkout {self._here} && {sys.executable} manage.py restore {self._backup} --replace"

    def _step(self, words: str, act: Act, undo: Act | None = None) -> None:
        self._tell(words)
        if undo:
            self._to_undo.append(undo)
        act()

    def _install(self) -> None:
        libraries.keep()
        self._run(INSTALL)

    def _check(self) -> None:
        for words in CHECKS:
            self._run(words)

    def _migrate(self) -> None:
        self._run(MIGRATE)
        self._run(LOAD)

    def _run(self, words: tuple[str, ...]) -> None:
        """With the code that is checked out now. What it says is told only when it fails."""
        command = subprocess.Popen(
            [sys.executable, *words], cwd=HOME, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        try:
            said, _ = command.communicate()
        except BaseException:
            command.terminate()  # and not killed: it may be putting something in order
            command.wait()
            raise
        if command.returncode:
            for line in said.splitlines():
                self._tell(f"  {line}")
            raise Refusal(f"“{' '.join(words)}” không xong: xem các dòng ở trên.")


def _commit_to_go_to(name: str) -> str:
    """Raises Refusal with every reason why one cannot go there."""
    if not checkout.is_checkout():
        raise Refusal(f"“{HOME}” không phải là bản git của phần mềm, hoặc máy chưa cài git.")
    commit = checkout.found(name)
    if problems := [*_unready_code(name, commit), *_unready_database(commit)]:
        raise Refusal(*problems)
    return commit


def _unready_code(name: str, commit: str) -> list[str]:
    problems = []
    if not commit:
        problems.append(f"Không có bản “{name}”: chạy git fetch, hoặc xem lại tên.")
    if changed := checkout.changed_files():
        problems.append(
            f"Mã nguồn có {len(changed)} tệp đã sửa mà chưa ghi vào git ({', '.join(changed[:3])}): "
            "ghi lại hoặc bỏ các sửa đổi đó."
        )
    return problems


def _unready_database(commit: str) -> list[str]:
    if waiting := trying.waiting_migrations():
        return [f"Cơ sở dữ liệu chậm hơn mã nguồn {waiting} bước: chạy manage.py migrate trước."]
    applied = MigrationLoader(connection).applied_migrations
    if newer := trying.foreign_migrations(applied):
        return [f"Cơ sở dữ liệu mới hơn mã nguồn (có {newer[0]}): dùng đúng bản mã nguồn của nó."]
    if lost := _migrations_lost_at(commit, applied):
        return [
            f"Bản này cũ hơn cơ sở dữ liệu (không có {', '.join(lost)}), mà dữ liệu không lùi được: "
            "khôi phục bản sao lưu làm lúc đó."
        ]
    return []


def _migrations_lost_at(commit: str, applied: Collection[tuple[str, str]]) -> list[str]:
    """Those applied here whose files the commit does not have."""
    if not commit:
        return []
    lost = checkout.files_at(checkout.commit()) - checkout.files_at(commit)
    files = {
        f"{app}.{name}": Path(inspect.getfile(type(migration)))
        for (app, name), migration in MigrationLoader(None).disk_migrations.items()
        if (app, name) in applied
    }
    return sorted(
        which
        for which, file in files.items()
        if file.is_relative_to(HOME) and str(file.relative_to(HOME)) in lost
    )


def _sound_backup(folder: Path) -> Path:
    backup = make(folder)
    if backup.faults:  # never None: the database is at the version of the code, or we would not be here
        raise Refusal(
            *backup.faults,
            "Văn bản đã ban hành không còn nguyên vẹn: làm rõ trước khi nâng cấp (manage.py verify_issued).",
        )
    return backup.path
