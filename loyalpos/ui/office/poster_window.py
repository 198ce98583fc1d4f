"""The poster as it will be printed, in the language chosen for it, and the ways it leaves the PC."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from loyalpos.engine.joining import reach_of
from loyalpos.engine.program import Program
from loyalpos.engine.shop import ShopDescription
from loyalpos.errors import CannotWrite, Refusal, Unavailable
from loyalpos.ui.language import Language, screen_language
from loyalpos.ui.office.choice_box import ChoiceBox
from loyalpos.ui.office.printing_job import open_folder
from loyalpos.ui.office.sentence import Sentence
from loyalpos.ui.widgets.buttons import ActionButton, Look
from loyalpos.ui.widgets.fields import Notice
from loyalpos.ui.widgets.panel import ScrollArea
from loyalpos.ui.widgets.texts import Words
from loyalpos.ui.widgets.theme import Themed, theme
from loyalpos.ui.widgets.translated import Translated
from loyalpos.ui.words.refusals import sentence

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from loyalpos.printing.poster import Poster
    from loyalpos.ui.office.page import Page

__all__ = ["PosterWindow"]

T = TypeVar("T")

_PAGE_PX = 480
_SIDE_PX = 260


class PosterWindow(Translated, QDialog, Themed):
    """The pages at the left, what can be done with them at the right; Esc closes it.

    Everything is drawn and written in the files lane, so that the till stays live.
    """

    def __init__(self, page: Page, shop: ShopDescription, program: Program, items: Mapping[str, str]) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._page = page
        self._shop = shop
        self._program = program
        self._items = dict(items)
        self._printer: QPrinter | None = None
        self.pages: list[QLabel] = []
        self.language = ChoiceBox()
        self.tongue = Sentence({"language": self.language})
        self.scans = Words("", "small", "quiet", wrap=True)
        self.printer = ActionButton("", look=Look.PRIMARY)
        self.pdf = ActionButton("")
        self.web = ActionButton("")
        self.message = ActionButton("")
        self.leave = ActionButton("", "Esc", Look.QUIET)
        self.notice = Notice()
        content = QWidget()
        self._paper = QVBoxLayout(content)
        self._view = ScrollArea(content)
        self._view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._side = QVBoxLayout()
        for control in (self.tongue, self.printer, self.pdf, self.web, self.message, self.scans, self.notice):
            self._side.addWidget(control)
        self._side.addStretch(1)
        self._side.addWidget(self.leave)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._view, 1)
        self._row.addLayout(self._side)
        self.language.chosen.connect(self._draw)
        self.printer.clicked.connect(self._ask_printer)
        self.pdf.clicked.connect(self._ask_pdf)
        self.web.clicked.connect(self._ask_web)
        self.message.clicked.connect(self._copy_message)
        self.leave.clicked.connect(self.close)
        self.retranslate()
        self.language.choose(screen_language())
        self.follow_theme()
        self.resize(self.sizeHint())
        self._draw()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.setWindowTitle(self.tr("What customers read"))
        self.language.setAccessibleName(self.tr("Language of the poster"))
        # Each language by its own name, as its readers look for it.
        self.language.offer([("vi", "Tiếng Việt"), ("en", "English")])
        self.tongue.say(self.tr("In {language}"))
        self.printer.setText(self.tr("Print…"))
        self.pdf.setText(self.tr("Save as PDF"))
        self.web.setText(self.tr("Save as a web page"))
        self.message.setText(self.tr("Copy as a message to customers"))
        self.leave.setText(self.tr("Close"))
        self._view.setAccessibleName(self.tr("The poster"))
        reach = reach_of(self._shop)
        if reach.code:
            self.scans.setText(self.tr("The square code opens: {code}").format(code=reach.code))
        else:
            self.scans.setText(
                self.tr("Type a link, Zalo or phone in the settings, and a square code to scan appears")
            )

    def follow_theme(self) -> None:
        """Take margins from the theme."""
        look = theme()
        self._row.setContentsMargins(look.space, look.space, look.space, look.space)
        self._row.setSpacing(look.space)
        self._side.setSpacing(look.gap)
        self._paper.setContentsMargins(0, 0, look.px(6), 0)
        self._paper.setSpacing(look.space)
        for control in (self.printer, self.pdf, self.web, self.message, self.leave, self.scans):
            control.setMinimumWidth(look.px(_SIDE_PX))
        for words in (self.scans, self.notice, self.tongue):
            words.setMaximumWidth(look.px(_SIDE_PX))

    def sizeHint(self) -> QSize:
        """Room for one page in full, as far as a small screen has it."""
        look = theme()
        return QSize(_PAGE_PX + look.px(_SIDE_PX) + 5 * look.space, min(740, look.px(720)))

    def poster(self) -> Poster:
        """Give what is printed."""
        from loyalpos.printing.customer.program import customer_words  # noqa: PLC0415 - costs start-up time
        from loyalpos.printing.poster import Poster  # noqa: PLC0415 - printing costs start-up time

        shop, language = self._shop, self._language()
        told = customer_words(self._program, language, items=self._items)
        return Poster(shop.name, shop.brand, shop.contact, reach_of(shop), language, told)

    def _language(self) -> Language:
        return "en" if self.language.choice() == "en" else "vi"

    # Drawing ------------------------------------------------------------------------------------------

    def _draw(self, _language: str = "") -> None:
        self._page.workplace.files.run_latest(
            "poster-preview",
            partial(_drawn, self.poster(), round(_PAGE_PX * self.devicePixelRatioF())),
            done=self._show_pages,
            refused=self._refuse,
            unavailable=self._refuse,
        )

    def _show_pages(self, images: tuple[QImage, ...]) -> None:
        for old in self.pages:
            self._paper.removeWidget(old)
            old.deleteLater()
        self.pages = []
        for number, image in enumerate(images, start=1):
            picture = QPixmap.fromImage(image)
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            page = QLabel()
            page.setPixmap(picture)
            page.setAccessibleName(self.tr("Page {number} of the poster").format(number=number))
            self._paper.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            self.pages.append(page)

    # Leaving the PC -----------------------------------------------------------------------------------

    def _ask_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - seldom needed, slow

        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(self._printer, self)
        dialog.accepted.connect(self._print)
        dialog.finished.connect(dialog.deleteLater)
        # The class has an ``open`` of its own, with a slot's name.
        QDialog.open(dialog)

    def _print(self) -> None:
        if self._printer is not None:
            self._work(partial(_printed, self.poster(), self._printer), self._say_sent)

    def _ask_pdf(self) -> None:
        self._ask_file(self.tr("Save the poster"), self.tr("PDF files (*.pdf)"), "pdf", self._write_pdf)

    def _ask_web(self) -> None:
        name = self.tr("Web pages (*.html)")
        self._ask_file(self.tr("Save the web page"), name, "html", self._write_web)

    def _ask_file(self, title: str, names: str, suffix: str, write: Callable[[str], None]) -> None:
        folder = self._page.workplace.folders.cards
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            self._refuse(CannotWrite(folder))
            return
        dialog = QFileDialog(self, title, str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(names)
        dialog.setDefaultSuffix(suffix)
        name = self.tr("points program")
        dialog.selectFile(f"{name}.{suffix}")
        dialog.fileSelected.connect(write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write_pdf(self, chosen: str) -> None:
        self._work(partial(_wrote_pdf, self.poster(), Path(chosen)), self._say_written)

    def _write_web(self, chosen: str) -> None:
        work = partial(_wrote_web, self._shop, self._program, self._items, self._language(), Path(chosen))
        self._work(work, self._say_written)

    def _copy_message(self) -> None:
        from loyalpos.printing.customer.program import introduction  # noqa: PLC0415 - costs start-up time

        text = introduction(self._shop.name, self._program, self._language(), items=self._items)
        QGuiApplication.clipboard().setText(text)
        self._say(self.tr("Copied – paste it into the chat with the customer"))

    def _work(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self.notice.say("")
        self._page.workplace.files.run(
            work, done=done, refused=self._refuse, unavailable=self._refuse, owner=self
        )

    def _say_written(self, out: Path) -> None:
        self._say(self.tr("Written: {file}").format(file=out))
        open_folder(out.parent)

    def _say_sent(self, _pages: object) -> None:
        self._printer = None
        self._say(self.tr("Sent to the printer"))

    def _say(self, words: str) -> None:
        self.notice.say(words, tone="ink", icon="tick")

    def _refuse(self, error: Refusal | Unavailable) -> None:
        self.notice.say(sentence(error))


def _drawn(poster: Poster, width_px: int) -> tuple[QImage, ...]:
    from loyalpos.printing.poster import poster_images  # noqa: PLC0415 - printing costs start-up time

    return poster_images(poster, width_px)


def _printed(poster: Poster, printer: QPrinter) -> int:
    from loyalpos.printing.poster import print_poster  # noqa: PLC0415 - printing costs start-up time

    return print_poster(poster, printer)


def _wrote_pdf(poster: Poster, out: Path) -> Path:
    from loyalpos.printing.poster import poster_pdf  # noqa: PLC0415 - printing costs start-up time

    poster_pdf(poster, out)
    return out


def _wrote_web(
    shop: ShopDescription, program: Program, items: Mapping[str, str], first: Language, out: Path
) -> Path:
    from loyalpos.printing.customer.program import customer_words  # noqa: PLC0415 - costs start-up time
    from loyalpos.printing.web_page import save_web_page, web_page  # noqa: PLC0415 - printing costs start-up time

    languages: tuple[Language, ...] = (first, "vi" if first == "en" else "en")
    told = [(language, customer_words(program, language, items=items)) for language in languages]
    page = web_page(
        shop_name=shop.name, brand=shop.brand, contact=shop.contact, reach=reach_of(shop), sections=told
    )
    save_web_page(page, out)
    return out
