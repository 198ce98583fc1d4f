"""Short tones through whatever player the system has; never the only sign of anything."""

from __future__ import annotations

import sys
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QProcess, QStandardPaths
from PySide6.QtWidgets import QApplication

if sys.platform == "win32":
    import winsound

__all__ = ["Sounds", "Tone", "wav_of"]

_RATE_HZ = 22_050
_LOUDNESS = 9_000

# The first that is installed plays; all of them take a file and end by themselves.
_PLAYERS: tuple[tuple[str, ...], ...] = (
    ("canberra-gtk-play", "-f"),
    ("pw-play",),
    ("paplay",),
    ("aplay", "-q"),
    ("afplay",),
)


class Tone(Enum):
    """What happened; the value lists (hertz, milliseconds) of its notes."""

    OK = ((880, 90),)
    REWARD = ((660, 80), (880, 80), (1320, 140))
    ERROR = ((220, 140), (0, 40), (196, 200))
    TICK = ((1320, 25),)


def wav_of(tone: Tone) -> bytes:
    """Make the sound of a tone as a WAV file in memory."""
    # Needed once in a till's life; the first paint waits for what stands at the top.
    import array  # noqa: PLC0415 - as said
    import io  # noqa: PLC0415 - as said
    import math  # noqa: PLC0415 - as said
    import wave  # noqa: PLC0415 - as said

    samples = array.array("h")
    for hertz, length_ms in tone.value:
        count = _RATE_HZ * length_ms // 1000
        fade = max(1, min(count // 4, _RATE_HZ // 100))
        for at in range(count):
            # Faded in and out: a wave cut off in the middle clicks.
            loud = _LOUDNESS * min(at, count - at, fade) // fade
            samples.append(int(loud * math.sin(2 * math.pi * hertz * at / _RATE_HZ)))
    if sys.byteorder == "big":
        samples.byteswap()
    memory = io.BytesIO()
    with wave.open(memory, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(_RATE_HZ)
        file.writeframes(samples.tobytes())
    return memory.getvalue()


class Sounds:
    """Plays tones without waiting for them; falls back to the system's beep.

    The Windows way (``winsound``) is written but was not tried on a Windows machine.
    """

    def __init__(self, folder: Path, *, on: bool = True) -> None:
        """Make a player.

        Args:
            folder: A folder for cached files; the tones are written there when first played.
            on: Whether anything is to be heard.
        """
        self._folder = folder
        self.on = on

    def play(self, tone: Tone) -> None:
        """Play a tone and return at once."""
        if not self.on:
            return
        file = self._file_of(tone)
        if file is None or not _started(file):
            QApplication.beep()

    def _file_of(self, tone: Tone) -> Path | None:
        file = self._folder / f"tone-{tone.name.lower()}.wav"
        try:
            if not file.exists():
                self._folder.mkdir(parents=True, exist_ok=True)
                file.write_bytes(wav_of(tone))
        except OSError:
            return None
        return file


def _started(file: Path) -> bool:
    if sys.platform == "win32":
        try:
            winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
        except RuntimeError:
            return False
        return True
    for player, *options in _PLAYERS:
        program = QStandardPaths.findExecutable(player)
        if program:
            process = QProcess()
            process.setProgram(program)
            process.setArguments([*options, str(file)])
            # A till without a sound card must not fill its log with the player's complaints.
            process.setStandardOutputFile(QProcess.nullDevice())
            process.setStandardErrorFile(QProcess.nullDevice())
            # The stubs promise a tuple, the call gives a bool.
            started: object = process.startDetached()
            return started is True
    return False
