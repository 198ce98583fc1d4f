"""The set-up says in clear words what a machine lacks, and brings it where it may."""

from __future__ import annotations

import ast
import runpy
import struct
import sys
from pathlib import Path

import PySide6
import pytest
import surroundings
import tasks

from tests.packaging.doctored import ROOT, calls, program, python, skeleton

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="Debian's packages, Linux's loader"
)

NOT_ROOT = "import os; os.geteuid = lambda: 1000"
AS_ROOT = "import os; os.geteuid = lambda: 0"
BRING_EGL = """
import surroundings
try:
    surroundings.bring_libraries({"libEGL.so.1": "libegl1"})
except surroundings.Missing as said:
    print(said)
else:
    print("brought")
"""
NO_ENSUREPIP = "sys.modules['ensurepip'] = None; sys._base_executable = '/usr/bin/python3'"
MAKE = "import dev; sys.exit(dev.main(['test']))"


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder that is the whole search path."""
    made = tmp_path / "bin"
    made.mkdir()
    return made


@pytest.fixture
def no_egl(tmp_path: Path) -> Path:
    """A folder that hides libEGL from the loader, as if it were not installed."""
    made = tmp_path / "lib"
    made.mkdir()
    (made / "libEGL.so.1").write_bytes(b"")
    return made


@pytest.mark.parametrize("version", [(3, 8), (3, 10), (3, 14), (4, 0)])
def test_an_unfit_python_reads_which_one_to_call(
    version: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", (*version, 0, "final", 0))
    with pytest.raises(SystemExit) as stopped:
        runpy.run_path(str(ROOT / "packaging" / "dev.py"), run_name="__main__")
    assert "needs Python 3.11, 3.12 or 3.13" in str(stopped.value)
    assert f"this is {version[0]}.{version[1]} " in str(stopped.value)


def test_an_old_python_can_parse_the_file_that_turns_it_away() -> None:
    ast.parse((ROOT / "packaging" / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_without_root_the_exact_command_for_a_missing_library_is_said(
    tmp_path: Path, shelf: Path, no_egl: Path
) -> None:
    program(shelf, "apt-get", "exit 0")
    ran = python(f"{NOT_ROOT}{BRING_EGL}", root=skeleton(tmp_path), path=shelf, LD_LIBRARY_PATH=str(no_egl))
    assert "sudo apt-get install libegl1" in ran.stdout
    assert calls(shelf, "apt-get") == []
    assert ran.stderr == ""


def test_outside_debian_the_missing_libraries_are_named(tmp_path: Path, shelf: Path, no_egl: Path) -> None:
    ran = python(f"{AS_ROOT}{BRING_EGL}", root=skeleton(tmp_path), path=shelf, LD_LIBRARY_PATH=str(no_egl))
    assert "libegl1 (names as in Debian)" in ran.stdout


def test_root_gets_the_missing_library_even_with_stale_package_lists(
    tmp_path: Path, shelf: Path, no_egl: Path
) -> None:
    # The first install finds no lists; after the update it "installs": the loader finds the library again.
    lists, hidden = shelf / "lists", no_egl / "libEGL.so.1"
    program(
        shelf,
        "apt-get",
        f'if [ "$1" = update ]; then : > "{lists}"; exit 0; fi\n'
        f'[ -e "{lists}" ] || exit 100\n/bin/rm "{hidden}"',
    )
    ran = python(f"{AS_ROOT}{BRING_EGL}", root=skeleton(tmp_path), path=shelf, LD_LIBRARY_PATH=str(no_egl))
    assert ran.stdout.endswith("brought\n"), ran.stdout + ran.stderr
    install = "install -y --no-install-recommends libegl1"
    assert calls(shelf, "apt-get") == [install, "update", install]


def test_what_apt_get_said_is_shown_when_it_fails(tmp_path: Path, shelf: Path, no_egl: Path) -> None:
    program(shelf, "apt-get", "echo 'E: Could not get lock'; exit 100")
    ran = python(f"{AS_ROOT}{BRING_EGL}", root=skeleton(tmp_path), path=shelf, LD_LIBRARY_PATH=str(no_egl))
    assert "E: Could not get lock" in ran.stdout
    assert "sudo apt-get install libegl1" in ran.stdout


def test_sudo_without_a_password_installs(tmp_path: Path, shelf: Path, no_egl: Path) -> None:
    program(shelf, "apt-get", "exit 1")
    program(shelf, "sudo", f'[ "$2" = true ] || /bin/rm "{no_egl}/libEGL.so.1"')
    ran = python(f"{NOT_ROOT}{BRING_EGL}", root=skeleton(tmp_path), path=shelf, LD_LIBRARY_PATH=str(no_egl))
    assert ran.stdout.endswith("brought\n"), ran.stdout + ran.stderr
    assert calls(shelf, "sudo")[1].endswith("apt-get install -y --no-install-recommends libegl1")


def test_missing_test_programs_are_said_and_stop_nothing(tmp_path: Path, shelf: Path) -> None:
    program(shelf, "apt-get", "exit 0")
    program(shelf, "Xvfb", "exit 0")
    code = f"{NOT_ROOT}\nimport surroundings; surroundings.bring_test_programs()"
    ran = python(code, root=skeleton(tmp_path), path=shelf)
    assert ran.returncode == 0, ran.stderr
    assert "sudo apt-get install mount openbox poppler-utils strace xdotool" in ran.stdout


def test_a_debian_python_without_venv_names_its_package(tmp_path: Path, shelf: Path) -> None:
    program(shelf, "apt-get", "exit 0")
    for name in surroundings.TEST_PROGRAMS:
        program(shelf, name, "exit 0")
    ran = python(f"{NO_ENSUREPIP}\n{NOT_ROOT}\n{MAKE}", root=skeleton(tmp_path), path=shelf)
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    assert ran.returncode == 2
    assert f"sudo apt-get install {package}" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_root_gets_debians_venv_package(tmp_path: Path, shelf: Path) -> None:
    program(shelf, "apt-get", "exit 0")
    for name in surroundings.TEST_PROGRAMS:
        program(shelf, name, "exit 0")
    ran = python(f"{NO_ENSUREPIP}\n{AS_ROOT}\n{MAKE}", root=skeleton(tmp_path), path=shelf)
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    assert calls(shelf, "apt-get") == [f"install -y --no-install-recommends {package}"]
    assert "was installed, yet /usr/bin/python3 cannot make a virtual environment" in ran.stderr


def test_another_python_without_venv_is_told_apart_from_debians(tmp_path: Path, shelf: Path) -> None:
    code = "sys.modules['ensurepip'] = None; sys._base_executable = '/opt/python/bin/python3'"
    for name in surroundings.TEST_PROGRAMS:
        program(shelf, name, "exit 0")
    ran = python(f"{code}\n{MAKE}", root=skeleton(tmp_path), path=shelf)
    assert ran.returncode == 2
    assert "/opt/python/bin/python3 was built without venv" in ran.stderr


def test_the_till_opens_on_a_display_and_plays_unseen_without_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":7")
    assert tasks.has_display()
    monkeypatch.setenv("DISPLAY", "")
    assert not tasks.has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert tasks.has_display()
    assert "--headless" not in tasks.till_words(display=True, words=[])
    assert tasks.till_words(display=False, words=["--seed", "3"])[-3:] == ["--headless", "--seed", "3"]


def test_every_system_library_qt_links_to_is_on_the_list() -> None:
    folder = Path(PySide6.__file__).parent
    plugins = folder / "Qt" / "plugins"
    todo = [
        *(
            folder / f"Qt{name}.abi3.so"
            for name in ("Core", "Gui", "Widgets", "PrintSupport", "Svg", "Network")
        ),
        *(plugins / "platforms" / f"libq{name}.so" for name in ("xcb", "offscreen", "wayland")),
        plugins / "printsupport" / "libcupsprintersupport.so",
        folder / "lrelease",
        folder / "lupdate",
    ]
    seen: set[Path] = set()
    needed: set[str] = set()
    while todo:
        file = todo.pop()
        if file in seen:
            continue
        seen.add(file)
        for library in _needed(file.read_bytes()):
            own = folder / "Qt" / "lib" / library
            if own.exists():
                todo.append(own)
            elif not (folder / library).exists():
                needed.add(library)
    # The C library and the compiler's come with every Python, shiboken with Qt's own wheels.
    always = (
        "libc.",
        "libm.",
        "libdl.",
        "libpthread.",
        "librt.",
        "libresolv.",
        "ld-linux",
        "libstdc++",
        "libgcc_s",
    )
    needed = {name for name in needed if not name.startswith((*always, "libshiboken6"))}
    listed = set(surroundings.QT_LIBRARIES) | set(surroundings.WINDOW_LIBRARIES)
    assert needed - listed == set()
    assert listed - needed == set()


def _needed(elf: bytes) -> list[str]:
    """Read the libraries a 64-bit little-endian ELF file links to (DT_NEEDED of its dynamic section)."""
    offset, size, count = struct.unpack_from("<Q10xHH", elf, 0x28)[0], *struct.unpack_from("<HH", elf, 0x3A)
    sections = [struct.unpack_from("<IIQQQQII", elf, offset + at * size) for at in range(count)]
    dynamic = next(section for section in sections if section[1] == 6)
    names_at = sections[dynamic[6]][4]
    entries = struct.iter_unpack("<QQ", elf[dynamic[4] : dynamic[4] + dynamic[5]])
    starts = [names_at + value for tag, value in entries if tag == 1]
    return [elf[start : elf.index(b"\0", start)].decode() for start in starts]
