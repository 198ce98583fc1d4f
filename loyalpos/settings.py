"""This till's own settings and folders, and the files that come with the program.

What belongs to the shop (its name, its program) is in the shop's file; what belongs to this PC (its
language, its screen) is here.
"""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from threading import get_ident
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, fields, replace

__all__ = [
    "Folders",
    "TillSettings",
    "folders",
    "load_settings",
    "point_to",
    "resource",
    "save_settings",
    "try_folder",
]


_MOVED = "moved-to.txt"


class Folders(Struct, frozen=True):
    """Where this till keeps things: everything lies below one folder that may be moved as a whole."""

    data: Path
    moved: bool = False
    """Whether the folder that was asked for says that the shop was moved to this one."""

    @property
    def shop_file(self) -> Path:
        """The shop's database."""
        return self.data / "shop.loyalpos"

    @property
    def backups(self) -> Path:
        """Verified backups."""
        return self.data / "backups"

    @property
    def cards(self) -> Path:
        """Cards printed to files."""
        return self.data / "cards"

    @property
    def layouts(self) -> Path:
        """Layouts of cards on paper that the owner wrote."""
        return self.data / "layouts"

    @property
    def printers_file(self) -> Path:
        """How far each printer is off, as it was measured."""
        return self.data / "printers.json"

    @property
    def draws(self) -> Path:
        """Papers of lucky draws, and the files with which anyone checks them."""
        return self.data / "draws"

    @property
    def partners(self) -> Path:
        """Settlements with partners, month by month."""
        return self.data / "partners"

    @property
    def causes(self) -> Path:
        """Posters of what good causes were given."""
        return self.data / "causes"

    @property
    def settings_file(self) -> Path:
        """This till's settings."""
        return self.data / "till.json"


def folders(data_dir: Path | None = None) -> Folders:
    """Name this till's folders: the given one, or the place the system has for a program's data."""
    if data_dir is None:
        import platformdirs  # noqa: PLC0415 - 4 ms of the first paint, where the folder is named

        data_dir = Path(platformdirs.user_data_dir("LoyalPOS", appauthor=False))
    try:
        moved_to = (data_dir / _MOVED).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        moved_to = ""
    return Folders(Path(moved_to), moved=True) if moved_to else Folders(data_dir)


def point_to(old: Path, new: Path) -> None:
    """Let every later start that asks for the old folder use the new one.

    Raises:
        CannotWrite: The old folder takes no files.
    """
    half = old / f"{_MOVED}.half"
    try:
        old.mkdir(parents=True, exist_ok=True)
        half.write_text(f"{new.absolute()}\n", encoding="utf-8")
        half.replace(old / _MOVED)
    except OSError as error:
        from loyalpos.errors import CannotWrite  # noqa: PLC0415 - 4 ms of the first paint

        raise CannotWrite(old) from error


class TillSettings(Struct, frozen=True):
    """Settings of one till.

    Attributes:
        language: ``vi`` or ``en``.
        scheme: ``light``, ``dark`` or ``system``.
        scale_percent: Size of text, 90 … 200.
        sounds: Whether short sounds go with what the screen shows.
        hotkey: The key that raises the window from anywhere, or ``""``.
        compact: Whether the till opens as the narrow strip.
        cashier: Who works here, written into every record.
        till: This till's short name.
        shop_name: What the window is called before the shop's file is open.
        brand: The shop's colour, for the same reason.
        demo: A demo shop wears a coloured frame.
        customer_screen: Whether customers see their points on a second monitor.
        customer_monitor: Which one, by its name; ``""`` is any but the counter's.
        customer_words: The owner's own words on it while nobody is served.
        slip_printer: How the receipt printer is connected: ``network``, ``usb``, ``serial``, ``file`` or
            ``windows``; ``""`` is none.
        slip_address: Where it is.
        slip_width: Its paper's, 58 or 80 mm.
        slip_cut: Whether it cuts.
        slip_timeout_s: How long it may take to answer.
        slip_auto: Whether every bill of a member is printed at once; otherwise only those asked for.
        slip_code: Whether slips bear the code of the member's card.
        slip_program: Whether they tell the program in few lines.
        slip_language: ``vi`` or ``en``; ``""`` is that of the screen.
    """

    language: str = "vi"
    scheme: str = "system"
    scale_percent: int = 100
    sounds: bool = True
    hotkey: str = "Pause"
    compact: bool = False
    cashier: str = ""
    till: str = "1"
    shop_name: str = ""
    brand: str = "#0f6e5f"
    demo: bool = False
    customer_screen: bool = False
    customer_monitor: str = ""
    customer_words: str = ""
    slip_printer: str = ""
    slip_address: str = ""
    slip_width: int = 80
    slip_cut: bool = True
    slip_timeout_s: int = 5
    slip_auto: bool = True
    slip_code: bool = False
    slip_program: bool = True
    slip_language: str = ""


_LARGEST_FILE = 1_000_000

_BOUNDS: dict[str, tuple[str | int, ...]] = {
    "language": ("vi", "en"),
    "scheme": ("light", "dark", "system"),
    "slip_printer": ("", "network", "usb", "serial", "file", "windows"),
    "slip_width": (58, 80),
    "slip_language": ("", "vi", "en"),
}


def load_settings(path: Path) -> TillSettings:
    """Read this till's settings; what is missing, unreadable or out of bounds keeps its default."""
    try:
        with path.open("rb") as file:
            read: Any = json.loads(file.read(_LARGEST_FILE).decode())
    except (OSError, ValueError, RecursionError):
        return TillSettings()
    if not isinstance(read, dict):
        return TillSettings()
    default = TillSettings()
    known = {
        field.name: read[field.name]
        for field in fields(TillSettings)
        if isinstance(read.get(field.name), type(getattr(default, field.name)))
        and read[field.name] in _BOUNDS.get(field.name, (read[field.name],))
    }
    settings = replace(default, **known)
    return replace(
        settings,
        scale_percent=min(200, max(90, settings.scale_percent)),
        slip_timeout_s=min(60, max(1, settings.slip_timeout_s)),
    )


def save_settings(path: Path, settings: TillSettings) -> None:
    """Write this till's settings, whole or not at all.

    Raises:
        CannotWrite: The folder takes no files.
    """
    # Two threads may save at once; each writes a file of its own, and the last one holds.
    half = path.with_suffix(f".{get_ident()}.half")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
        half.replace(path)
    except OSError as error:
        from loyalpos.errors import CannotWrite  # noqa: PLC0415 - 4 ms of the first paint

        raise CannotWrite(path) from error


def try_folder(folder: Path) -> None:
    """Make sure that a folder is there and takes files.

    Raises:
        FolderReadOnly: It does not.
    """
    trial = folder / ".trial"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        trial.touch()
        trial.unlink()
    except OSError as error:
        from loyalpos.errors import FolderReadOnly  # noqa: PLC0415 - 4 ms of the first paint

        raise FolderReadOnly(folder) from error


def resource(*parts: str) -> Path:
    """Find a file that comes with the program.

    Args:
        parts: Path below ``resources/``, e.g. ``("icons", "loyalpos.svg")``.

    Returns:
        The file's path on disk; it may not exist.
    """
    # Where the package lies, and nothing more: importlib.resources costs the first paint 4 ms.
    spec = find_spec("loyalpos.resources")
    assert spec is not None
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0], *parts)
