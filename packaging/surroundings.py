"""What the machine must bring: Python's own venv, the libraries Qt links to, the programs tests call."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping

QT_LIBRARIES: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
    "libbrotlidec.so.1": "libbrotli1",
    "libbrotlicommon.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
"""Shared libraries without which not even an unseen window opens, each with its Debian package."""

WINDOW_LIBRARIES: Mapping[str, str] = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libcups.so.2": "libcups2",
}
"""Shared libraries of visible windows and of the printer list, each with its Debian package."""

TEST_PROGRAMS: Mapping[str, str] = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "mount": "mount",
    "pdftotext": "poppler-utils",
    "strace": "strace",
    "xdotool": "xdotool",
}
"""Programs the tests call, each with its Debian package."""


class Missing(Exception):
    """Something is missing that only the person at the machine can bring; says what, and what to type."""


def missing_libraries(libraries: Mapping[str, str]) -> list[str]:
    """Name the packages of those libraries that this system cannot load; none outside Linux."""
    if not sys.platform.startswith("linux"):
        return []
    return sorted({package for library, package in libraries.items() if not _loads(library)})


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_programs(programs: Mapping[str, str]) -> list[str]:
    """Name the packages of those programs that are not on the search path; none outside Linux."""
    if not sys.platform.startswith("linux"):
        return []
    return sorted({package for program, package in programs.items() if shutil.which(program) is None})


def bring_libraries(libraries: Mapping[str, str]) -> None:
    """Install the system libraries that are missing, or say which command does.

    Raises:
        Missing: A library is missing and this user may not install it.
    """
    packages = missing_libraries(libraries)
    if not packages:
        return
    _bring(packages, "Qt needs system libraries that are not here")
    still = missing_libraries(libraries)
    if still:
        raise Missing(f"These were installed, yet cannot be loaded: {' '.join(still)}.")


def bring_test_programs() -> None:
    """Install the programs the tests call; where that is not allowed, say so and go on without."""
    packages = missing_programs(TEST_PROGRAMS)
    if not packages:
        return
    try:
        _bring(packages, "Some tests need programs that are not here and are left out without them")
    except Missing as missing:
        print(missing, flush=True)


def bring_venv() -> None:
    """Make sure that this Python can make a virtual environment with pip in it.

    Raises:
        Missing: Debian keeps these parts of Python in a package of their own, which is not here.
    """
    if _can_make_venv():
        return
    if not base_python().startswith("/usr/bin/"):
        raise Missing(f"{base_python()} was built without venv or ensurepip: call this with another Python.")
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    _bring([package], "This Python cannot make a virtual environment (its venv or ensurepip is missing)")
    importlib.invalidate_caches()
    if not _can_make_venv():
        raise Missing(f"{package} was installed, yet {base_python()} cannot make a virtual environment.")


def base_python() -> str:
    """Name the Python this process runs on: behind a virtual environment, the one that made it."""
    return str(getattr(sys, "_base_executable", sys.executable))


def _can_make_venv() -> bool:
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def _bring(packages: list[str], complaint: str) -> None:
    if shutil.which("apt-get") is None:
        raise Missing(
            f"{complaint}: {' '.join(packages)} (names as in Debian).\n"
            "Install them with this system's own tools, then call this again."
        )
    installing = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    by_hand = shlex.join(["sudo", "apt-get", "install", *packages])
    before = _words_before_apt()
    if before is None:
        raise Missing(f"{complaint}. Install them with:\n    {by_hand}\nthen call this again.")
    print(f"Installing for the system: {' '.join(packages)}", flush=True)
    # A fresh image has no package lists: the first try fails at once, the second stands on fresh lists.
    tried = _quietly([*before, *installing])
    if tried.returncode != 0:
        _quietly([*before, "apt-get", "update"])
        tried = _quietly([*before, *installing])
    if tried.returncode != 0:
        raise Missing(
            f"{complaint}, and apt-get could not install them:\n{last_lines(tried.stdout)}\n"
            f"Try by hand:\n    {by_hand}\nthen call this again."
        )


def _words_before_apt() -> list[str] | None:
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is not None and _quietly(["sudo", "-n", "true"]).returncode == 0:
        # sudo drops the environment, so the answer "ask nothing" goes along by name.
        return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"]
    return None


def _quietly(words: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    )


def last_lines(text: str, count: int = 6) -> str:
    """Cut a long output down to its last lines that are not empty, indented."""
    lines: Iterable[str] = [line for line in text.splitlines() if line.strip()][-count:]
    return "\n".join(f"    {line}" for line in lines)
