from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QDir,
    QEvent,
    QFileInfo,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
)
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileIconProvider, QLabel

from loyalpos.engine.money import group_digits
from loyalpos.settings import resource
from loyalpos.ui.language import Language, install_language

QT_WORDS = resource("translations", "qtbase_vi.ts")


def messages() -> list[tuple[str, ...]]:
    """Context, source, what tells it from others, translation."""
    return [
        (
            context.findtext("name") or "",
            *(one.findtext(part) or "" for part in ("source", "comment", "translation")),
        )
        for context in ET.parse(QT_WORDS).getroot()
        for one in context.findall("message")
    ]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    compiled = tmp_path_factory.mktemp("qm") / "loyalpos_vi.qm"
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([lrelease, "-silent", QT_WORDS, "-qm", compiled], check=True, timeout=60)
    return compiled


@pytest.fixture
def vietnamese(
    qapp: QApplication, catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[QApplication]:
    # The set-up compiles the real catalogue; a checkout without it must be testable too.
    monkeypatch.setattr("loyalpos.ui.language.resource", lambda *_parts: catalogue)
    yield qapp
    monkeypatch.setattr("loyalpos.ui.language.resource", lambda *_parts: catalogue.with_name("none.qm"))
    install_language(qapp, "en")


def test_qts_own_words_are_named_as_qt_names_them(qapp: QApplication) -> None:
    german = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    assert german.load("qtbase_de", folder)
    unknown = [
        (context, source)
        for context, source, which, _ in messages()
        if not german.translate(context, source, which or None)  # Qt's German knows every name Qt asks for
    ]
    assert unknown == []


def test_qts_own_words_keep_their_places_for_values(qapp: QApplication) -> None:
    assert len(messages()) > 60
    for context, source, _, translation in messages():
        assert translation, (context, source)
        for place in ("%1", "%2"):
            assert (place in source) == (place in translation), (context, source)


def test_buttons_of_qts_dialogs_speak_vietnamese(vietnamese: QApplication) -> None:
    assert install_language(vietnamese, "vi")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Huỷ"
    assert box.button(QDialogButtonBox.StandardButton.Save).text().replace("&", "") == "Lưu"


def test_folders_in_qts_file_dialog_are_called_so(vietnamese: QApplication, tmp_path: Path) -> None:
    assert install_language(vietnamese, "vi")
    assert QFileIconProvider().type(QFileInfo(str(tmp_path))) == "Thư mục"
    assert QFileIconProvider().type(QFileInfo(QDir.rootPath())) == "Ổ đĩa"


def test_an_open_window_hears_of_another_language(vietnamese: QApplication) -> None:
    class Watch(QObject):
        heard = 0

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            self.heard += event.type() == QEvent.Type.LanguageChange
            return False

    label, watch = QLabel("x"), Watch()
    label.installEventFilter(watch)
    install_language(vietnamese, "vi")
    vietnamese.sendPostedEvents()
    assert watch.heard > 0
    assert QCoreApplication.translate("QLineEdit", "Select All") == "Chọn tất cả"


def test_switching_back_leaves_no_vietnamese_behind(
    vietnamese: QApplication, monkeypatch: pytest.MonkeyPatch, catalogue: Path
) -> None:
    install_language(vietnamese, "vi")
    monkeypatch.setattr("loyalpos.ui.language.resource", lambda *_parts: catalogue.with_name("none.qm"))
    assert not install_language(vietnamese, "en")
    assert QCoreApplication.translate("QLineEdit", "Select All") == "Select All"


@pytest.mark.parametrize(("language", "name"), [("vi", "vi_VN"), ("en", "en_DE")])
def test_dates_stand_day_first_in_both_languages(vietnamese: QApplication, language: str, name: str) -> None:
    install_language(vietnamese, "vi" if language == "vi" else "en")
    assert QLocale().name() == name
    assert QLocale().dateFormat(QLocale.FormatType.ShortFormat).lower().startswith("d")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_counted_number_is_grouped_as_every_other(qapp: QApplication, language: Language) -> None:
    install_language(qapp, language)
    try:
        assert QLocale().toString(1_234_567) == group_digits(1_234_567)
    finally:
        install_language(qapp, "en")
