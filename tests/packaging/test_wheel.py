"""The project can be built, and what is built holds every file of the program."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.packaging.doctored import ROOT

LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.qm", "build", "*.egg-info")


def test_the_wheel_holds_every_file_of_the_program(tmp_path: Path) -> None:
    # A copy, because building leaves its scaffolding in the folder it builds from.
    root = tmp_path / "Cửa hàng Bà Năm"
    for name in ("loyalpos", "resources"):
        shutil.copytree(ROOT / name, root / name, ignore=LEFT_OUT)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, root)
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-index", "--no-deps", "--no-build-isolation"]
    words = [*pip, "--wheel-dir", str(tmp_path), str(root)]
    ran = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        inside = set(wheel.namelist())
    program = {path.relative_to(root).as_posix() for path in (root / "loyalpos").rglob("*") if path.is_file()}
    resources = {
        f"loyalpos/{path.relative_to(root).as_posix()}"
        for path in (root / "resources").rglob("*")
        if path.is_file()
    }
    assert len(program) > 1
    assert len(resources) > 1
    assert (program | resources) - inside == set()
