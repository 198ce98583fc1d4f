"""A machine with something missing: dev.py's own files run in a process whose surroundings were changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def skeleton(folder: Path) -> Path:
    """Copy the few files the set-up reads into a folder whose name is as awkward as a shop's."""
    root = folder / "Cửa hàng Bà Năm"
    shutil.copytree(ROOT / "packaging", root / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", root)
    return root


def python(code: str, *, root: Path, path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run lines of Python beside the set-up's files, with nothing but `path` on the search path."""
    kept = {name: value for name, value in os.environ.items() if name in ("SYSTEMROOT", "LANG", "TMPDIR")}
    return subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, 'packaging')\n{code}"],
        cwd=root,
        env={**kept, "PATH": str(path), "HOME": str(path), "PYTHONUTF8": "1", **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def program(folder: Path, name: str, lines: str) -> None:
    """Write a small program of that name, which notes the words it was called with."""
    file = folder / name
    noted = f"{folder}/{name}.called"
    file.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$*\" >> {noted}\n{lines}\n", encoding="utf-8")
    file.chmod(0o755)


def calls(folder: Path, name: str) -> list[str]:
    """Read how a small program was called, one line each time."""
    noted = folder / f"{name}.called"
    return noted.read_text(encoding="utf-8").splitlines() if noted.exists() else []
