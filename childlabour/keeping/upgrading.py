"""To another commit: backup, check out, install, migrate, collect, check; where anything fails, back to what was.

The code that goes back is the one that started: it is in memory, and its modules are on the disk again before
it touches the data.
"""

import inspect
import subprocess
import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

from django.db import connection
from django.db.migrations.loader import MigrationLoader

from childlabour.core.errors import Problem, Refusal
from childlabour.core.stopping import orderly_stop, undisturbed

from . import checkout, libraries, trying
from .alone import alone, without_service
from .backing_up import make
from .checkout import HOME
from .databases import faults_told
from .restoring import put_back

REQUIREMENTS = "requirements.txt"
COLLECT = ("manage.py", "collectstatic", "--no-input", "--verbosity", "0")
CHECKS = (("manage.py", "check"), ("manage.py", "migrate", "--check"), ("manage.py", "verify_issued"))

Tell = Callable[[str], None]


def upgrade(name: str, backups: Path, tell: Tell) -> Path:
    """Gives the backup made before. Raises Refusal with code, libraries and data as they were."""
    with faults_told(), alone(), without_service(), undisturbed():
        with orderly_stop():
            commit = _commit_to_go_to(name)
            tell("Sao lưu dữ liệu và kiểm tra bản sao lưu")
            backup = _sound_backup(backups)
        way = _Way(checkout.commit(), checkout.place(), commit, backup, tell)
        try:
            with orderly_stop():
                way.go()
        except BaseException as fault:
            way.go_back(fault)
            raise
        libraries.forget()
        return backup


@dataclass
class _Way:
    start: str  # the commit
    start_place: str  # the branch, or the commit
    end: str
    backup: Path
    tell: Tell
    begun: list[str] = field(default_factory=list)

    def go(self) -> None:
        self.tell(f"Nếu máy tắt giữa chừng: {self.by_hand}")
        self._begin("Chuyển mã nguồn sang", self.end[:7])
        checkout.go_to(self.end)
        if checkout.differs(REQUIREMENTS, self.start, self.end):
            self._begin("Cài đặt thư viện")
            libraries.keep()
            self._run("-m", "childlabour.install", "run")
        self._begin("Chuyển đổi cơ sở dữ liệu")
        self._run("manage.py", "migrate", "--no-input", "--verbosity", "0")
        self._begin("Thu thập tệp tĩnh")
        self._run(*COLLECT)
        self._begin("Kiểm tra")
        for words in CHECKS:
            self._run(*words)

    def go_back(self, fault: BaseException) -> None:
        """Raises Refusal that says how to do it by hand, when even that fails."""
        self.tell("Không xong, đang trở lại như trước")
        try:
            checkout.go_to(self.start_place)
            libraries.bring_back()
            if "Chuyển đổi cơ sở dữ liệu" in self.begun:
                put_back(self.backup, replace=True)
            if "Thu thập tệp tĩnh" in self.begun:
                self._run(*COLLECT)
        except BaseException as second:
            raise Refusal(
                Problem(f"Nâng cấp không xong ({fault}), trở lại cũng không xong ({second}): {self.by_hand}")
            ) from fault
        self.tell("Mã nguồn và dữ liệu đã trở lại như trước")

    @property
    def by_hand(self) -> str:
        return (
            f"git checkout {self.start_place} && {sys.executable} manage.py restore {self.backup} --replace"
        )

    def _begin(self, *words: str) -> None:
        self.begun.append(words[0])
        self.tell(" ".join(words))

    def _run(self, *words: str) -> None:
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
                self.tell(f"  {line}")
            raise Refusal(Problem(f"“{' '.join(words)}” không xong: xem các dòng ở trên."))


def _commit_to_go_to(name: str) -> str:
    """Raises Refusal with every reason why one cannot go there."""
    if not checkout.is_checkout():
        raise Refusal(Problem(f"“{HOME}” không phải là bản git của phần mềm, hoặc máy chưa cài git."))
    commit = checkout.found(name)
    problems = [*_unready_code(name, commit), *_unready_database(commit)]
    if problems:
        raise Refusal(*problems)
    return commit


def _unready_code(name: str, commit: str) -> list[Problem]:
    problems = []
    if not commit:
        problems.append(Problem(f"Không có bản “{name}”: chạy git fetch, hoặc xem lại tên."))
    if changed := checkout.changed_files():
        problems.append(
            Problem(
                f"Mã nguồn có {len(changed)} tệp đã sửa mà chưa ghi vào git ({', '.join(changed[:3])}): "
                "ghi lại hoặc bỏ các sửa đổi đó."
            )
        )
    return problems


def _unready_database(commit: str) -> list[Problem]:
    if waiting := trying.waiting_migrations():
        return [Problem(f"Cơ sở dữ liệu chậm hơn mã nguồn {waiting} bước: chạy manage.py migrate trước.")]
    applied = MigrationLoader(connection).applied_migrations
    if newer := trying.foreign_migrations(applied):
        return [Problem(f"Cơ sở dữ liệu mới hơn mã nguồn (có {newer[0]}): dùng đúng bản mã nguồn của nó.")]
    if lost := _migrations_lost_at(commit, applied):
        return [
            Problem(
                f"Bản này cũ hơn cơ sở dữ liệu (không có {', '.join(lost)}), mà dữ liệu không lùi được: "
                "khôi phục bản sao lưu làm lúc đó."
            )
        ]
    return []


def _migrations_lost_at(commit: str, applied: Collection[tuple[str, str]]) -> list[str]:
    """Those applied here whose files in our house the commit does not have."""
    if not commit:
        return []
    there = checkout.files_at(commit)
    files = {
        f"{app}.{name}": Path(inspect.getfile(type(migration)))
        for (app, name), migration in MigrationLoader(None).disk_migrations.items()
        if (app, name) in applied
    }
    return sorted(
        which
        for which, file in files.items()
        if file.is_relative_to(HOME) and not _is_installed(file) and str(file.relative_to(HOME)) not in there
    )


def _is_installed(file: Path) -> bool:
    return libraries.ENVIRONMENT in file.parents


def _sound_backup(folder: Path) -> Path:
    backup = make(folder)
    if backup.faults:  # never None: the database is at the version of the code, or we would not be here
        raise Refusal(
            *(Problem(fault) for fault in backup.faults),
            Problem(
                "Văn bản đã ban hành không còn nguyên vẹn: làm rõ trước khi nâng cấp (manage.py verify_issued)."
            ),
        )
    return backup.path
