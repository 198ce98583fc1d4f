"""What stands beside a backup: when and why it was made, what is in it, and a hash of every byte of it."""

from __future__ import annotations

import json
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from loyalpos.store.key_source import Lock
from loyalpos.store.record import canonical

__all__ = ["HALF", "SUFFIX", "Backup", "manifest_of", "manifests", "read_manifest", "written"]

_LARGEST = 100_000
"""Anybody may put files into a folder of backups; a manifest has some hundred bytes."""

SUFFIX = ".loyalpos"
HALF = ".half"
"""Ends the name of what is still being written; left over, it is worth nothing."""

_MANIFEST = ".json"


class Backup(Struct, frozen=True):
    """A verified copy of a shop's file, as its manifest describes it.

    Attributes:
        at: When it was made.
        version: Schema of the file.
        origin: The life of the file it was made of.
        seq: Number of the last link of that life, 0 for none.
        hash: Hash the chain ends with.
        records: Records in the journal.
        sha256: Of the copy's bytes, as hex.
        why: ``closing``, ``quiet``, ``asked``, ``upgrade``, ``import`` or ``restore``; ``""`` where an
            earlier program did not say.
        bills: Bills recorded up to then.
        members: Members who had joined up to then.
        lock: What opens it, where it is not keyed with the published key.
    """

    path: Path
    at: datetime
    version: int
    origin: bytes
    seq: int
    hash: bytes
    records: int
    size_bytes: int
    sha256: str
    why: str = ""
    bills: int = 0
    members: int = 0
    lock: Lock | None = None


def manifest_of(path: Path) -> Path:
    """Name the manifest of a copy."""
    return path.with_name(f"{path.name}{_MANIFEST}")


def manifests(folder: Path) -> tuple[Backup, ...]:
    """Read the manifests of a folder whose copies are there, newest first; no copy is read.

    Raises:
        OSError: The folder or one of its manifests cannot be read.
    """
    found = (read_manifest(each) for each in folder.glob(f"*{SUFFIX}{_MANIFEST}"))
    there = [made for made in found if made is not None and made.path.is_file()]
    return tuple(sorted(there, key=lambda made: (made.at, made.path.name), reverse=True))


def written(made: Backup) -> bytes:
    """Describe a backup, sealed by a hash of the description."""
    described: dict[str, object] = {
        "at": made.at.isoformat(),
        "version": made.version,
        "origin": made.origin.hex(),
        "seq": made.seq,
        "hash": made.hash.hex(),
        "records": made.records,
        "size_bytes": made.size_bytes,
        "sha256": made.sha256,
        "why": made.why,
        "bills": made.bills,
        "members": made.members,
    }
    if made.lock is not None:
        # With it the copy opens on another PC, by the recovery code.
        described["lock"] = msgspec.to_builtins(made.lock)
    return canonical({**described, "seal": sha256(canonical(described)).hexdigest()})


def read_manifest(manifest: Path) -> Backup | None:
    """Read what a manifest says, or None if it is not as it was written."""
    try:
        with manifest.open("rb") as file:
            read = json.loads(file.read(_LARGEST))
        seal = read.pop("seal")
        if sha256(canonical(read)).hexdigest() != seal:
            return None
        return Backup(
            manifest.with_name(manifest.name.removesuffix(_MANIFEST)),
            datetime.fromisoformat(read["at"]),
            read["version"],
            bytes.fromhex(read["origin"]),
            read["seq"],
            bytes.fromhex(read["hash"]),
            read["records"],
            read["size_bytes"],
            read["sha256"],
            # Earlier programs said no more than the above.
            read.get("why", ""),
            read.get("bills", 0),
            read.get("members", 0),
            None if read.get("lock") is None else msgspec.convert(read["lock"], Lock),
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
