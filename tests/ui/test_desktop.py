from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from loyalpos.ui.desktop.hotkey import NoHotkey, global_hotkey
from loyalpos.ui.desktop.keys import DEFAULT_KEYS
from loyalpos.ui.desktop.raising import raise_window
from loyalpos.ui.desktop.single_instance import SingleInstance
from loyalpos.ui.desktop.sounds import Sounds, Tone, wav_of
from loyalpos.ui.desktop.tray import Tray

START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from loyalpos.ui.desktop.single_instance import SingleInstance
app = QCoreApplication([])
one = SingleInstance(Path(sys.argv[1]))
first = one.claim()
print("first" if first else "second", flush=True)
if first:
    one.raise_asked.connect(lambda: print("raised", flush=True))
    app.exec()
"""


def start(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", START, str(folder)], stdout=subprocess.PIPE, text=True)


def line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    # A line that never comes must be a red test, not one that hangs.
    limit = threading.Timer(20, process.kill)
    limit.start()
    line = process.stdout.readline().strip()
    limit.cancel()
    return line


@pytest.fixture
def running() -> Iterator[list[subprocess.Popen[str]]]:
    made: list[subprocess.Popen[str]] = []
    yield made
    for process in made:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def test_a_second_start_raises_the_first_and_ends(
    tmp_path: Path, running: list[subprocess.Popen[str]]
) -> None:
    running.append(start(tmp_path))
    assert line_of(running[0]) == "first"
    running.append(start(tmp_path))
    assert line_of(running[1]) == "second"
    assert running[1].wait(timeout=30) == 0
    assert line_of(running[0]) == "raised"


def test_a_second_start_is_heard_by_a_first_that_listens_only_later(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim(listen=False)
    assert not second.claim()
    with qtbot.waitSignal(first.raise_asked):
        first.listen()
    first.release()


def test_a_note_to_a_program_that_is_gone_raises_nobody(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim(listen=False)
    assert not second.claim()
    first.release()
    third = SingleInstance(tmp_path)
    raised: list[None] = []
    third.raise_asked.connect(lambda: raised.append(None))
    assert third.claim()
    third.release()
    assert raised == []


def test_another_shops_folder_is_another_program(
    tmp_path: Path, running: list[subprocess.Popen[str]]
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        running.append(start(tmp_path / name))
    assert [line_of(process) for process in running] == ["first", "first"]


def test_of_many_starts_at_once_one_is_first(tmp_path: Path, running: list[subprocess.Popen[str]]) -> None:
    running.extend(start(tmp_path) for _ in range(4))
    assert sorted(line_of(process) for process in running) == ["first", "second", "second", "second"]


def test_a_killed_program_leaves_nothing_in_the_way(
    tmp_path: Path, running: list[subprocess.Popen[str]]
) -> None:
    running.append(start(tmp_path))
    assert line_of(running[0]) == "first"
    running[0].send_signal(signal.SIGKILL)
    running[0].wait(timeout=30)
    running.append(start(tmp_path))
    assert line_of(running[1]) == "first"
    running.append(start(tmp_path))
    assert line_of(running[2]) == "second"
    assert line_of(running[1]) == "raised"


def test_a_released_folder_can_be_claimed_again(qapp: QApplication, tmp_path: Path) -> None:
    one, other = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert one.claim()
    one.release()
    assert other.claim()
    other.release()


def test_a_minimised_window_is_raised(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    raise_window(window)
    assert window.isVisible()
    assert not window.isMinimized()


def test_without_a_tray_the_program_goes_on_without_its_icon(qapp: QApplication) -> None:
    tray = Tray()
    assert tray.show("Quán Cà Phê Mây") is False
    tray.hide()


def test_each_entry_of_the_trays_menu_says_what_was_asked(qtbot: QtBot) -> None:
    tray = Tray()
    entries = [action for action in tray.menu.actions() if not action.isSeparator()]
    assert [action.text() for action in entries] == ["Open the till", "Compact strip", "Quit"]
    for action, asked in zip(entries, (tray.open_asked, tray.strip_asked, tray.quit_asked), strict=True):
        with qtbot.waitSignal(asked):
            action.trigger()


def test_the_trays_menu_follows_a_change_of_language(qapp: QApplication) -> None:
    tray = Tray()
    first = tray.menu.actions()[0]
    first.setText("stale")
    QCoreApplication.sendEvent(tray.menu, QEvent(QEvent.Type.LanguageChange))
    assert first.text() == "Open the till"


def test_all_tones_are_short_and_differ() -> None:
    sounds = {tone: wav_of(tone) for tone in Tone}
    assert len(set(sounds.values())) == len(Tone) >= 3
    for wav in sounds.values():
        assert wav[:4] == b"RIFF"
        assert len(wav) < 22_050 * 2 // 2  # under half a second


@pytest.fixture
def player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A player that notes the file it was given instead of playing it."""
    played = tmp_path / "played"
    shell = shutil.which("sh")
    program = tmp_path / "bin" / "aplay"
    program.parent.mkdir()
    program.write_text(
        f'#!{shell}\nprintf "%s" "$2" > "{played}.part" && {shutil.which("mv")} "{played}.part" "{played}"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    return played


def test_a_tone_is_given_to_the_systems_player(qtbot: QtBot, tmp_path: Path, player: Path) -> None:
    Sounds(tmp_path / "cache").play(Tone.REWARD)
    qtbot.waitUntil(player.exists, timeout=10_000)
    assert Path(player.read_text()).read_bytes() == wav_of(Tone.REWARD)


def test_a_silent_till_writes_and_starts_nothing(qapp: QApplication, tmp_path: Path, player: Path) -> None:
    Sounds(tmp_path / "cache", on=False).play(Tone.OK)
    assert not (tmp_path / "cache").exists()


def test_without_a_player_or_a_folder_the_till_beeps_and_goes_on(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    beeps: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append("beep"))
    Sounds(tmp_path / "cache").play(Tone.ERROR)
    (tmp_path / "file").write_text("in the way")
    Sounds(tmp_path / "file" / "cache").play(Tone.ERROR)
    assert beeps == ["beep", "beep"]


def test_where_no_key_can_be_taken_the_till_says_so(qapp: QApplication) -> None:
    hotkey = global_hotkey(qapp)
    assert isinstance(hotkey, NoHotkey)
    assert hotkey.start() is None
    hotkey.stop()


LISTEN = """
import sys
from PySide6.QtCore import QCoreApplication
from loyalpos.ui.desktop.hotkey_x11 import X11Hotkey
app = QCoreApplication([])
hotkey = X11Hotkey(app)
keys = hotkey.start()
print(keys.name if keys else "none", flush=True)
hotkey.pressed.connect(lambda: print("pressed", flush=True))
app.exec() if keys else None
"""


@pytest.fixture
def display() -> Iterator[str]:
    server = shutil.which("Xvfb")
    if server is None or shutil.which("xdotool") is None:
        pytest.skip("no Xvfb and xdotool here")
    read, write = os.pipe()
    process = subprocess.Popen(
        [server, "-displayfd", str(write), "-screen", "0", "320x240x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    yield f":{number}"
    process.terminate()
    process.wait()


def listener(display: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", LISTEN],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "DISPLAY": display},
    )


def press(display: str, keys: str) -> None:
    subprocess.run(["xdotool", "key", keys], check=True, env={**os.environ, "DISPLAY": display}, timeout=30)


def test_pause_is_heard_from_anywhere_even_with_num_lock(
    display: str, running: list[subprocess.Popen[str]]
) -> None:
    running.append(listener(display))
    assert line_of(running[0]) == "Pause"
    press(display, "a")
    press(display, "Pause")
    assert line_of(running[0]) == "pressed"
    press(display, "Num_Lock")
    press(display, "Pause")
    assert line_of(running[0]) == "pressed"


def test_a_key_that_is_taken_gives_way_to_the_next(
    display: str, running: list[subprocess.Popen[str]]
) -> None:
    for expected in (DEFAULT_KEYS[0].name, DEFAULT_KEYS[1].name, "none"):
        running.append(listener(display))
        assert line_of(running[-1]) == expected
    press(display, "ctrl+alt+space")
    assert line_of(running[1]) == "pressed"


def test_without_an_x11_server_there_is_no_key_and_no_harm(running: list[subprocess.Popen[str]]) -> None:
    running.append(
        subprocess.Popen(
            [sys.executable, "-c", LISTEN + "\n"],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "DISPLAY": ":9999"},
        )
    )
    assert line_of(running[0]) == "none"
    assert running[0].wait(timeout=30) == 0
