"""Uploads: a name in application.json in, a regular file inside the application folder out, or a problem that says why not.

Nothing outside the folder is ever opened: names with ``..``, absolute names and symbolic links that leave it are refused.
"""

from __future__ import annotations

import stat
from pathlib import Path, PurePosixPath, PureWindowsPath

from models.records import Record
from pipeline.documents import Problem

SLOTS = (
    "business_license",
    "commitment_letter",
    "bank_account",
    "skill_certificate",
    "award_certificate",
    "management_rules",
    "patent_certificate",
    "site_photos",
    "labor_contract",
)

PATH_REFUSED = (
    "申报表所列文件名指向申报文件夹以外或不是普通文件，系统不予读取，请将文件放在申报文件夹内、改用普通文件名后重新上传"
)
FILE_MISSING = "申报表列出了该文件，但未收到文件本身，请补充上传"
UNKNOWN_SLOT = "上传栏目不在本项目的材料清单之内，请改传到对应的材料栏目"


class Upload(Record):
    """One line of the form's list of materials. ``path`` None: ``problem`` says why there is nothing to read."""

    file: str
    path: Path | None
    slot: str
    person: str | None = None
    problem: Problem | None = None


def resolve_upload(folder: Path, *, file: str, slot: str, person: str | None = None) -> Upload:
    """``file`` as a path inside ``folder``; never raises, never follows a way out."""
    path = _safe_path(folder, file)
    problem = None if slot in SLOTS else Problem(code="unknown_slot", message=UNKNOWN_SLOT)
    if path is None:
        problem = Problem(code="path_refused", message=PATH_REFUSED)
    elif not path.exists():
        path, problem = None, Problem(code="file_missing", message=FILE_MISSING)
    return Upload(file=file, path=path, slot=slot, person=person, problem=problem)


def _safe_path(folder: Path, name: str) -> Path | None:
    """Where ``name`` lies when it is inside ``folder`` (it need not exist), else None."""
    if not _is_plain(name):
        return None
    try:
        home = folder.resolve()
        path = (home / name).resolve()
        if not path.is_relative_to(home):
            return None
        return path if not path.exists() or stat.S_ISREG(path.stat().st_mode) else None
    except (OSError, RuntimeError):  # a loop of links, a name longer than the file system allows
        return None


def _is_plain(name: str) -> bool:
    """A relative name, with forward slashes only, that stays below where it starts on Linux and on Windows."""
    path = PurePosixPath(name)
    tricks = "\\" in name or any(ord(character) < 32 for character in name) or PureWindowsPath(name).drive
    return bool(name.strip()) and not tricks and not path.is_absolute() and ".." not in path.parts
