"""Files that go with an answer: small, of a few kinds, known by their content and not by their name."""

from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat

from childlabour.core.errors import Problem

LARGEST = 10 * 1024 * 1024
MOST = 5

# Media type → (endings, first bytes). Macro-enabled Office files have endings of their own and are not here.
KINDS = {
    "application/pdf": ((".pdf",), (b"%PDF-",)),
    "image/jpeg": ((".jpg", ".jpeg"), (b"\xff\xd8\xff",)),
    "image/png": ((".png",), (b"\x89PNG\r\n\x1a\n",)),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ((".docx",), (b"PK\x03\x04",)),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ((".xlsx",), (b"PK\x03\x04",)),
}
ACCEPTED = ", ".join(ending for endings, _ in KINDS.values() for ending in endings)


@dataclass(frozen=True)
class Attachment:
    upload: "UploadedFile[bytes]"
    media_type: str


@dataclass(frozen=True)
class Attached:
    """A fact: the files of an answer that may be kept."""

    files: tuple[Attachment, ...]


def attachments_of(uploads: list["UploadedFile[bytes]"]) -> tuple[list[Attachment], list[Problem]]:
    """What may be kept, and every reason why something may not."""
    problems = []
    if len(uploads) > MOST:
        problems.append(Problem(f"Mỗi lần gửi nhiều nhất {MOST} tệp; đang có {len(uploads)} tệp.", "files"))
    accepted = []
    for upload in uploads:
        kind = _kind_of(upload)
        size = upload.size or 0
        if size > LARGEST:
            problems.append(
                Problem(
                    f"Tệp “{upload.name}” nặng {filesizeformat(size)}; nhiều nhất {filesizeformat(LARGEST)}.",
                    "files",
                )
            )
        elif kind is None:
            problems.append(
                Problem(
                    f"Tệp “{upload.name}” không phải PDF, ảnh (JPG, PNG), Word (.docx) hay Excel (.xlsx).",
                    "files",
                )
            )
        else:
            accepted.append(Attachment(upload, kind))
    return accepted, problems


def _kind_of(upload: "UploadedFile[bytes]") -> str | None:
    start = upload.read(16)
    upload.seek(0)
    name = str(upload.name).lower()
    for media_type, (endings, signatures) in KINDS.items():
        if name.endswith(endings) and start.startswith(signatures):
            return media_type
    return None
