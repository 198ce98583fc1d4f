"""The printed cards of a day: one file that grows, and the codes read from its pages."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from pypdfium2 import PdfDocument

from loyalpos.printing.read_back import codes_in_pdf

__all__ = ["Paper"]


class Paper:
    """What came out of the printer so far; nothing else knows the codes of the cards."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "cards.pdf"
        self._codes: tuple[str, ...] | None = None

    def place_for(self, name: str) -> Path:
        """Say where the next print may go until it is filed."""
        place = self.file.with_name(f"{name}.pdf")
        # Left by a day that was stopped before it was filed.
        place.unlink(missing_ok=True)
        return place

    def file_away(self, printed: Path) -> None:
        """Put a print behind those that are there."""
        self._codes = None
        if not self.file.exists():
            printed.rename(self.file)
            return
        joined = self.file.with_suffix(".half")
        with closing(PdfDocument(self.file)) as pages, closing(PdfDocument(printed)) as more:
            pages.import_pages(more)
            pages.save(joined)
        joined.replace(self.file)
        printed.unlink()

    def codes(self) -> tuple[str, ...]:
        """Read the codes from the rendered pages, each card once though it has two sides."""
        if self._codes is None:
            self._codes = tuple(dict.fromkeys(codes_in_pdf(self.file))) if self.file.exists() else ()
        return self._codes

    def code(self, card: int) -> str:
        """Give the code of a card by its place in the file, from 1."""
        return self.codes()[card - 1]
