"""The way back: an archive is laid beside what is there, looked at, and then takes its place wholly or not at all."""

from pathlib import Path

from django.conf import settings

from childlabour.core.errors import Refusal
from childlabour.core.serving import while_nobody_serves
from childlabour.core.stopping import orderly_stop, undisturbed

from . import state, trying
from .alone import alone
from .archive import Manifest, Reader, opened
from .databases import Database, faults_told, is_used, ours
from .room import refuse_without_room, workspace

VENDORS = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def restore(path: Path, *, replace: bool) -> list[str] | None:
    """What is wrong with the papers in it (`trying.faults_of_papers`).

    Raises Refusal with everything as it was, when the archive does not hold or may not take the place.
    """
    with faults_told(), alone(), while_nobody_serves(), orderly_stop():
        return put_back(path, replace=replace)


def put_back(path: Path, *, replace: bool) -> list[str] | None:
    """The caller is alone, and nobody serves."""
    database = ours()
    with opened(path) as archive:
        _refuse_other_kinds(archive.manifest, database, path)
        if not replace:
            _refuse_over_what_is_used()
        _refuse_without_room(archive, database)
        with workspace(Path(settings.STATE_DIR)) as work:
            state.unpack(archive, work)
            with database.laid_beside(archive, work, for_good=True) as beside:
                faults = trying.faults_of_papers(database, beside)
                with undisturbed(), state.put_in_place(work):
                    database.put_back(beside)
    return faults


def _refuse_other_kinds(manifest: Manifest, database: Database, path: Path) -> None:
    if manifest.vendor != database.vendor:
        theirs, here = VENDORS.get(manifest.vendor, manifest.vendor), VENDORS[database.vendor]
        raise Refusal(f"“{path}” là bản sao lưu của {theirs}, ở đây dùng {here}: xem lại DATABASE_URL.")
    if newer := trying.foreign_migrations(manifest.migrations):
        commit = manifest.commit[:7] or "đã tạo ra nó"
        raise Refusal(
            f"“{path}” mới hơn mã nguồn đang dùng (có {newer[0]}): chuyển mã nguồn sang bản {commit} trước."
        )


def _refuse_over_what_is_used() -> None:
    if is_used() or state.has_uploads():
        raise Refusal("Ở đây đã có dữ liệu: sao lưu nó trước, rồi thêm --replace để thay bằng bản sao lưu.")


def _refuse_without_room(archive: Reader, database: Database) -> None:
    needed = archive.manifest.size + database.size_of_copies()  # and the journal of what is replaced
    refuse_without_room(Path(settings.STATE_DIR), needed, "dọn bớt rồi chạy lại")
    database.refuse_without_room(archive.manifest.size)
