"""The shop's program as a file: taken out of the shop's file, and published from one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from loyalpos.engine.documents import MOST_BYTES, text_of
from loyalpos.engine.judging import Judged, judged_from_json
from loyalpos.engine.program import Program
from loyalpos.errors import CannotRead, CannotWrite
from loyalpos.services.shop import Shop
from loyalpos.store.file import ShopFile
from loyalpos.store.shop import program_revisions

__all__ = ["judge_document", "last_published", "publish_from", "write_document"]


def last_published(path: Path, key: bytes) -> str | None:
    """Read the document of the last published revision, changing nothing in the shop's file.

    Returns:
        None where none has been published yet.

    Raises:
        Unavailable: There is no file, or it cannot be read.
    """
    file = ShopFile.open(path, key)
    try:
        with file.read() as connection:
            revisions = program_revisions(connection)
    finally:
        file.close()
    return revisions[-1][2] if revisions else None


def publish_from(shop: Shop, program: Program, starts: date | None) -> Program:
    """Publish a program that was read from a file as the next revision.

    Args:
        starts: The first day it rules; where None the file says so, and today if that has passed.

    Raises:
        ProgramUnsound: The program has problems.
    """
    return shop.publish(replace(program, revision=0, starts=starts or program.starts))


def judge_document(path: Path) -> Judged:
    """Read a program from a file, with everything that is wrong with it.

    Raises:
        CannotRead: There is no such file, or it may not be read.
        DocumentUnsound: It is no program at all.
    """
    try:
        with path.open("rb") as file:
            stored = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CannotRead(path) from error
    return judged_from_json(text_of(stored))


def write_document(path: Path, document: str) -> None:
    """Write a program's document to a file.

    Raises:
        CannotWrite: The file cannot be written.
    """
    try:
        path.write_text(document + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise CannotWrite(path) from error
