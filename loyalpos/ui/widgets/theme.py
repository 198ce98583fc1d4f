"""The one theme: colours, type, spacing and corners, applied to the whole program at run time."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct
from PySide6 import QtCore
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from loyalpos.ui.collecting import uncollected
from loyalpos.ui.widgets.fonts import TYPE, load_fonts, made_font
from loyalpos.ui.widgets.palette import DARK, LIGHT, Palette
from loyalpos.ui.widgets.sheet import style_sheet

__all__ = ["Scheme", "Theme", "Themed", "apply_theme", "theme"]

LEAST_SCALE_PERCENT = 90
MOST_SCALE_PERCENT = 200
_HALF_LIGHT = 128


class Scheme(Enum):
    """Which colour scheme the till wears."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Theme(Struct, frozen=True):
    """What every widget paints with; lengths are logical pixels at 100 % text."""

    palette: Palette = LIGHT
    scale_percent: int = 100

    def px(self, length: int) -> int:
        """Scale a length with the text, so that nothing is clipped when it grows."""
        return (length * self.scale_percent + 50) // 100

    @property
    def corner(self) -> int:
        """Corner radius of cards and buttons."""
        return self.px(10)

    @property
    def gap(self) -> int:
        """Space between neighbours."""
        return self.px(8)

    @property
    def space(self) -> int:
        """Space between cards and inside them."""
        return self.px(16)

    @property
    def target(self) -> int:
        """Least height of what a finger or mouse must hit at the counter."""
        return max(44, self.px(44))

    def font(self, role: str) -> QFont:
        """The font of a step of the type scale (a key of ``TYPE``)."""
        return made_font(TYPE[role], self.scale_percent)

    def colour(self, name: str) -> QColor:
        """A colour of the palette by its name."""
        return QColor(self.palette.colour(name))


class Themed:
    """What a widget inherits (besides its Qt class) to follow changes of the theme."""

    def follow_theme(self) -> None:
        """Take fonts, margins and sizes from the theme; called once per change."""
        raise NotImplementedError


_current = Theme()


def theme() -> Theme:
    """The theme in force."""
    return _current


def _qt_palette(palette: Palette) -> QPalette:
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: palette.paper,
        QPalette.ColorRole.WindowText: palette.ink,
        QPalette.ColorRole.Base: palette.card,
        QPalette.ColorRole.AlternateBase: palette.paper,
        QPalette.ColorRole.Text: palette.ink,
        QPalette.ColorRole.Button: palette.card,
        QPalette.ColorRole.ButtonText: palette.ink,
        QPalette.ColorRole.BrightText: palette.red,
        QPalette.ColorRole.Highlight: palette.brand,
        QPalette.ColorRole.HighlightedText: palette.on_brand,
        QPalette.ColorRole.Accent: palette.brand,
        QPalette.ColorRole.Link: palette.brand,
        QPalette.ColorRole.LinkVisited: palette.brand,
        QPalette.ColorRole.PlaceholderText: palette.quiet,
        QPalette.ColorRole.ToolTipBase: palette.card,
        QPalette.ColorRole.ToolTipText: palette.ink,
        QPalette.ColorRole.Light: palette.card,
        QPalette.ColorRole.Midlight: palette.over,
        QPalette.ColorRole.Mid: palette.line,
        QPalette.ColorRole.Dark: palette.quiet,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.quiet))
    return made


_asked = Scheme.SYSTEM


def _is_dark(app: QApplication, scheme: Scheme) -> bool:
    """Ask Qt for a scheme, and tell what it comes to."""
    global _asked
    if scheme is not _asked:
        # Where nothing was ever asked Qt follows the desktop by itself; see strokes for why that matters.
        wanted = {
            Scheme.LIGHT: QtCore.Qt.ColorScheme.Light,
            Scheme.DARK: QtCore.Qt.ColorScheme.Dark,
            Scheme.SYSTEM: QtCore.Qt.ColorScheme.Unknown,
        }[scheme]
        app.styleHints().setColorScheme(wanted)
        _asked = scheme
    if scheme is Scheme.SYSTEM:
        return app.style().standardPalette().window().color().lightness() < _HALF_LIGHT
    return scheme is Scheme.DARK


@uncollected()
def apply_theme(
    app: QApplication, scheme: Scheme, scale_percent: int = 100, brand: str | None = None
) -> Theme:
    """Dress the whole program; every open window follows at once.

    With ``Scheme.SYSTEM`` the caller connects ``app.styleHints().colorSchemeChanged`` and
    applies the theme again.

    Args:
        app: The running application.
        scheme: Light, dark, or what the desktop wears now.
        scale_percent: Text size, kept within 90–200.
        brand: The shop's own colour ``#rrggbb``; made readable where it is not.

    Returns:
        The theme now in force.
    """
    global _current
    load_fonts()
    palette = DARK if _is_dark(app, scheme) else LIGHT
    if brand is not None and brand.lower() != LIGHT.brand:
        palette = palette.with_brand(brand.lower())
    scale_percent = max(LEAST_SCALE_PERCENT, min(MOST_SCALE_PERCENT, scale_percent))
    wanted = Theme(palette, scale_percent)
    if _is_worn(app) and wanted == _current:
        # To dress every widget anew takes a tenth of a second and more.
        return wanted
    if not _is_worn(app):
        # Once: under a style sheet the style has no name, and set again it polishes every widget twice.
        app.setStyle("Fusion")
    _current = wanted
    app.setPalette(_qt_palette(palette))
    app.setFont(_current.font("base"))
    app.setStyleSheet(style_sheet(palette, scale_percent))
    _follow(app)
    return _current


def _is_worn(app: QApplication) -> bool:
    """Tell whether the application was dressed before."""
    return bool(app.styleSheet())


def _follow(app: QApplication) -> None:
    """Let every widget there is follow the new theme, parts before what holds them: it has the last word."""
    tops = [top for top in app.topLevelWidgets() if top.parentWidget() is None]
    for widget in (one for top in tops for one in (*reversed(top.findChildren(QWidget)), top)):
        if not isValid(widget):
            continue
        if isinstance(widget, Themed):
            widget.follow_theme()
        if isValid(widget):
            _renew_layout(widget)


def _renew_layout(widget: QWidget) -> None:
    layout = widget.layout()
    if layout is not None:
        layout.invalidate()
    widget.update()
