"""Keeps the translation files: collects sentences, finds the untranslated, compiles them for the program."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from surroundings import Missing, last_lines

PARTS = {
    "counter": ("loyalpos/ui/counter/**/*.py",),
    "customer": ("loyalpos/ui/customer/**/*.py",),
    "office": ("loyalpos/ui/office/**/*.py",),
    "start": ("loyalpos/ui/start/**/*.py",),
    "words": (
        "loyalpos/ui/words/**/*.py",
        "loyalpos/ui/widgets/**/*.py",
        "loyalpos/ui/desktop/**/*.py",
        "loyalpos/ui/*.py",
        "loyalpos/app.py",
    ),
    "printing": ("loyalpos/printing/**/*.py",),
}
"""One translation file per part of the program and language, and the source it is collected from."""

LANGUAGES = {"vi": "vi_VN", "en": "en_US"}
FOLDER = Path("resources") / "translations"


def compile_stale(root: Path, lrelease: Path) -> None:
    """Compile the translations of each language if one of their files is newer than the compiled one.

    Raises:
        Missing: A translation file cannot be read.
    """
    for language in LANGUAGES:
        sources = sorted((root / FOLDER).glob(f"*_{language}.ts"))
        compiled = root / FOLDER / f"loyalpos_{language}.qm"
        if not sources:
            compiled.unlink(missing_ok=True)
            continue
        if compiled.exists() and compiled.stat().st_mtime >= max(each.stat().st_mtime for each in sources):
            continue
        _run([lrelease, "-silent", *sources, "-qm", compiled], root)


def refresh(root: Path, lupdate: Path, into: Path) -> list[str]:
    """Bring the translation files up to date with the sentences in the source.

    Args:
        root: The folder of the project.
        lupdate: Qt's collector of sentences.
        into: The folder whose files are brought up to date.

    Returns:
        One line for each sentence that has no finished translation.
    """
    for part, patterns in PARTS.items():
        files = sorted({path for pattern in patterns for path in root.glob(pattern)})
        if not files:
            continue
        for language, locale in LANGUAGES.items():
            catalogue = into / f"{part}_{language}.ts"
            # English is the source: only its plural forms are worth a file.
            plurals = ["-pluralonly"] if language == "en" else []
            words = [
                "-locations",
                "none",
                "-no-obsolete",
                "-source-language",
                "en_US",
                "-target-language",
                locale,
            ]
            _run([lupdate, "-silent", *files, *words, *plurals, "-ts", catalogue], root)
            if catalogue.exists() and ET.parse(catalogue).find(".//message") is None:
                catalogue.unlink()
    return unfinished(into)


def compare(root: Path, lupdate: Path) -> list[str]:
    """Find the sentences without a finished translation, and leave the files as they are."""
    with tempfile.TemporaryDirectory() as folder:
        for path in (root / FOLDER).glob("*.ts"):
            shutil.copy(path, folder)
        return refresh(root, lupdate, Path(folder))


def unfinished(folder: Path) -> list[str]:
    """List the sentences in the translation files of a folder that have no finished translation."""
    lines = []
    for path in sorted(folder.glob("*.ts")):
        for message in ET.parse(path).iterfind(".//message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished" or not _complete(translation):
                lines.append(f"{path.name}: {message.findtext('source')}")
            elif "%n" in message.findtext("source", "") and message.get("numerus") != "yes":
                # Qt's collector sees plural forms in self.tr() alone, not in QCoreApplication.translate().
                lines.append(f"{path.name}: not collected as a plural form: {message.findtext('source')}")
    return lines


def _complete(translation: ET.Element) -> bool:
    forms = translation.findall("numerusform") or [translation]
    return all(form.text and form.text.strip() for form in forms)


def _run(words: list[Path | str], root: Path) -> None:
    ran = subprocess.run(
        [str(word) for word in words],
        cwd=root,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if ran.returncode != 0:
        raise Missing(f"{Path(str(words[0])).name} failed:\n{last_lines(ran.stdout)}")
