"""This till's settings file."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyalpos.errors import CannotWrite, FolderReadOnly
from loyalpos.settings import TillSettings, folders, load_settings, save_settings, try_folder


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    settings = replace(TillSettings(), language="en", scale_percent=150, cashier="Lan", sounds=False)
    save_settings(tmp_path / "đây" / "till.json", settings)
    assert load_settings(tmp_path / "đây" / "till.json") == settings


@given(text=st.text(max_size=60) | st.just('{"scale_percent": 9000, "language": "xx", "sounds": "yes"}'))
def test_no_text_in_the_file_keeps_the_till_from_starting(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("settings") / "till.json"
    path.write_text(text, encoding="utf-8", errors="ignore")
    settings = load_settings(path)
    assert settings.language in ("vi", "en")
    assert 90 <= settings.scale_percent <= 200
    assert settings.sounds is True


def test_a_folder_that_takes_no_files_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite):
        save_settings(tmp_path / "file" / "till.json", TillSettings())


def test_a_folder_that_cannot_be_made_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FolderReadOnly):
        try_folder(tmp_path / "file" / "shop")
    try_folder(tmp_path / "shop")
    assert list((tmp_path / "shop").iterdir()) == []


def test_everything_lies_below_the_folder_that_was_named(tmp_path: Path) -> None:
    named = folders(tmp_path)
    for path in (named.shop_file, named.backups, named.cards, named.settings_file):
        assert path.is_relative_to(tmp_path)


def test_two_threads_may_save_at_once(tmp_path: Path) -> None:
    path = tmp_path / "till.json"
    wanted = [replace(TillSettings(), cashier=name) for name in ("Lan", "Mai", "Hà", "Vy")]
    with ThreadPoolExecutor(4) as threads:
        for _ in range(200):
            list(threads.map(partial(save_settings, path), wanted))
    assert load_settings(path) in wanted
    assert [kept.name for kept in tmp_path.iterdir()] == ["till.json"]


def test_settings_that_are_a_trap_keep_their_defaults(tmp_path: Path) -> None:
    path = tmp_path / "till.json"
    path.write_text("[" * 100_000, encoding="utf-8")
    assert load_settings(path) == TillSettings()
