"""Makes the project's own Python environment: `.venv` with the pinned packages and the project itself."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import time
from pathlib import Path

import catalogues
from surroundings import Missing, base_python, bring_venv, last_lines

STAMP = "set-up.json"
NO_NETWORK = re.compile(
    r"NewConnectionError|Failed to establish a new connection|Temporary failure in name resolution"
    r"|getaddrinfo failed|nodename nor servname|Name or service not known|Network is unreachable"
    r"|Connection refused|ConnectTimeoutError|ReadTimeoutError|Read timed out|ProxyError"
)
DISK_FULL = re.compile(r"No space left on device|There is not enough space on the disk|\[Errno 28\]")


def ready(root: Path) -> Path:
    """Make the environment complete and up to date.

    When nothing changed since the last time this only compares a stamp.

    Args:
        root: The folder of the project.

    Returns:
        The environment's Python.

    Raises:
        Missing: Something is not here that the person at the machine must bring.
    """
    python = python_of(root / ".venv")
    if not up_to_date(root):
        _install(root, python)
        mark(root)
    catalogues.compile_stale(root, script_of(root / ".venv", "pyside6-lrelease"))
    return python


def up_to_date(root: Path) -> bool:
    """Tell whether the environment works and is as it was marked, with the same needs and folder."""
    return _stamp(root) == _wanted(root) and _starts(
        python_of(root / ".venv"), "loyalpos", "PySide6", "pytest"
    )


def mark(root: Path) -> None:
    """Note down beside the environment what was installed into it."""
    (root / ".venv" / STAMP).write_text(json.dumps(_wanted(root)), encoding="utf-8")


def python_of(venv: Path) -> Path:
    """Name the Python of a virtual environment on this system."""
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def script_of(venv: Path, name: str) -> Path:
    """Name a command that a package put into a virtual environment."""
    return venv / "Scripts" / f"{name}.exe" if os.name == "nt" else venv / "bin" / name


def child_environment(**more: str) -> dict[str, str]:
    """Build the variables for programs of the environment: nothing leaks in from another Python.

    Args:
        more: Variables set on top.
    """
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    return {**kept, "PYTHONNOUSERSITE": "1", "PYTHONUTF8": "1", **more}


def _wanted(root: Path) -> dict[str, str]:
    digest = hashlib.sha256()
    for name in ("pyproject.toml", "packaging/constraints.txt", "packaging/environment.py"):
        digest.update((root / name).read_bytes())
    try:
        base = (root / ".venv" / "pyvenv.cfg").read_text(encoding="utf-8")
    except FileNotFoundError:
        base = ""
    # The folder belongs to it: the commands of an environment, and the editable project, hold full paths.
    return {"needs": digest.hexdigest(), "base": base, "folder": str(root)}


def _stamp(root: Path) -> dict[str, str]:
    try:
        read: dict[str, str] = json.loads((root / ".venv" / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return read


def _starts(python: Path, *packages: str) -> bool:
    asking = (
        "import sys; from importlib.util import find_spec; "
        "sys.exit(not ((3, 11) <= sys.version_info[:2] <= (3, 13) and all(map(find_spec, sys.argv[1:]))))"
    )
    words = [str(python), "-I", "-c", asking, "pip", *packages]
    try:
        return subprocess.run(words, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _install(root: Path, python: Path) -> None:
    started = time.monotonic()
    moved = _stamp(root).get("folder", str(root)) != str(root)
    if moved or not _starts(python):
        bring_venv()
        print("Making .venv …", flush=True)
        # The base Python, because this one may be the .venv's own, which is about to be emptied.
        made = _logged([base_python(), "-m", "venv", "--clear", str(root / ".venv")], root)
        if made is not None:
            raise Missing(f"The virtual environment could not be made in {root}:\n{made}")
    print("Installing the pinned packages (a few minutes the first time) …", flush=True)
    pip = [str(python), "-m", "pip", "install", "--no-input", "-c", "packaging/constraints.txt"]
    for words in (["setuptools"], ["--no-build-isolation", "--editable", ".[dev]"]):
        failed = _logged([*pip, *words], root)
        if failed is not None:
            raise Missing(_why_not_installed(failed))
    print(f"Installed in {time.monotonic() - started:.0f} s.", flush=True)


def _why_not_installed(output: str) -> str:
    if NO_NETWORK.search(output):
        return "The packages could not be fetched: no connection. Check the network, then call this again."
    if DISK_FULL.search(output):
        return "The packages could not be installed: the disk is full. Make room and call this again."
    return f"The packages could not be installed. What pip said last:\n{last_lines(output)}"


def _logged(words: list[str], root: Path) -> str | None:
    """Run a program quietly; give back what it printed if it failed."""
    ran = subprocess.run(
        words,
        cwd=root,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
        env=child_environment(),
    )
    return None if ran.returncode == 0 else ran.stdout
