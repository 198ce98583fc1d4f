"""The language of the screens, Vietnamese or English, switched while the program runs."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from loyalpos.settings import resource
from loyalpos.ui.collecting import uncollected

__all__ = ["Language", "install_language", "screen_language"]

Language = Literal["vi", "en"]

# English as in Britain: day before month and A4 paper, as in Viet Nam; the American locale
# would offer Letter in every print dialog.
_LOCALES = {
    "vi": QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam),
    # Where English is written with the points and commas of this country: 1.742 members, 1.742.000 ₫.
    "en": QLocale(QLocale.Language.English, QLocale.Country.Germany),
}

_installed: list[QTranslator] = []


@uncollected()
def install_language(app: QApplication, language: Language) -> bool:
    """Speak a language from now on; every open window gets a LanguageChange event.

    The source text is English, so English works without a catalogue; its own one only holds
    plural forms.

    Returns:
        Whether the catalogue was found; without it the screens stay English.
    """
    QLocale.setDefault(_LOCALES[language])
    catalogue = str(resource("translations", f"loyalpos_{language}.qm"))
    if any(spoken.filePath() == catalogue for spoken in _installed):
        # Every widget there is would say everything again.
        return True
    for old in _installed:
        app.removeTranslator(old)
    _installed.clear()
    translator = QTranslator(app)
    found = translator.load(catalogue)
    if found:
        app.installTranslator(translator)
        _installed.append(translator)
    return found


def screen_language() -> Language:
    """Tell which language the screens speak."""
    return "vi" if QLocale().language() is QLocale.Language.Vietnamese else "en"
