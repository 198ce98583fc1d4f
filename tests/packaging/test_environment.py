"""The environment is made once, noticed when it no longer fits, and its failures are said in a sentence."""

from __future__ import annotations

import os
import sysconfig
import venv
from importlib import metadata
from pathlib import Path

import environment
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.packaging.doctored import ROOT, python, skeleton


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A project whose environment holds the packages of the one these tests run in."""
    root = skeleton(tmp_path)
    venv.create(root / ".venv", symlinks=os.name != "nt", with_pip=False)
    real = sysconfig.get_path("purelib")
    own = next((root / ".venv").rglob("site-packages"))
    (own / "real.pth").write_text(f"import site; site.addsitedir({real!r})\n", encoding="utf-8")
    environment.mark(root)
    return root


def test_an_environment_that_was_marked_is_left_alone(made: Path) -> None:
    assert environment.up_to_date(made)


@pytest.mark.parametrize("name", ["pyproject.toml", "packaging/constraints.txt"])
def test_another_pin_or_need_is_noticed(made: Path, name: str) -> None:
    with (made / name).open("a", encoding="utf-8") as file:
        file.write("# another need\n")
    assert not environment.up_to_date(made)


def test_a_moved_project_is_noticed(made: Path) -> None:
    moved = made.rename(made.with_name("Cửa hàng khác"))
    assert not environment.up_to_date(moved)


def test_an_environment_whose_python_is_gone_is_noticed(made: Path) -> None:
    environment.python_of(made / ".venv").unlink()
    assert not environment.up_to_date(made)


def test_an_environment_whose_packages_are_gone_is_noticed(made: Path) -> None:
    next((made / ".venv").rglob("real.pth")).unlink()
    assert not environment.up_to_date(made)


def test_an_unfinished_set_up_is_noticed(made: Path) -> None:
    (made / ".venv" / environment.STAMP).write_text("{", encoding="utf-8")
    assert not environment.up_to_date(made)
    (made / ".venv" / environment.STAMP).unlink()
    assert not environment.up_to_date(made)


def test_nothing_leaks_in_from_another_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PYTHONHOME", "/elsewhere")
    inside = environment.child_environment(QT_QPA_PLATFORM="offscreen")
    assert "/elsewhere" not in inside.values()
    assert inside["QT_QPA_PLATFORM"] == "offscreen"
    assert inside["PATH"] == os.environ["PATH"]


def test_without_a_network_one_sentence_says_so(tmp_path: Path) -> None:
    # Port 9 of this machine answers nobody.
    alone = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_CONFIG_FILE": os.devnull, "PIP_RETRIES": "1"}
    code = "import dev; sys.exit(dev.main(['translate']))"
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    root = skeleton(tmp_path)
    # A pin that no Python brings along, so that pip has to ask for it.
    (root / "packaging" / "constraints.txt").write_text("setuptools==84.2.1\n", encoding="utf-8")
    ran = python(code, root=root, path=nothing, **alone)
    assert ran.returncode == 2, ran.stdout + ran.stderr
    assert ran.stderr.strip().endswith("no connection. Check the network, then call this again.")
    assert "Traceback" not in ran.stdout + ran.stderr
    assert not environment.up_to_date(root)


def test_every_need_and_nothing_else_is_pinned() -> None:
    lines = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line) for line in lines if not line.startswith("#")]
    here = {canonicalize_name(pin.name): pin for pin in pins if pin.marker is None or pin.marker.evaluate()}
    needed = _needs({"loyalpos": {"dev"}})
    assert set(here) == needed - {"loyalpos"}
    for name, pin in here.items():
        assert pin.url is None
        assert pin.specifier.contains(metadata.version(name)), (name, metadata.version(name))
        assert str(pin.specifier).startswith("==")


def _needs(extras: dict[str, set[str]]) -> set[str]:
    """Follow what packages need, and what those need, on this system."""
    found: set[str] = set()
    todo = [(name, extra) for name, wanted in extras.items() for extra in ("", *wanted)]
    while todo:
        name, extra = todo.pop()
        found.add(name)
        for need in map(Requirement, metadata.requires(name) or []):
            if need.marker is not None and not need.marker.evaluate({"extra": extra}):
                continue
            wanted = [(canonicalize_name(need.name), each) for each in ("", *need.extras)]
            todo += [each for each in wanted if each[0] not in found or each[1]]
    return found
