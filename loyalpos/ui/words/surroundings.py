"""One sentence for what fails around the till – disk, file, printer, list – and what to do about it."""

from __future__ import annotations

from functools import singledispatch

from PySide6.QtCore import QCoreApplication

from loyalpos.errors import (
    ActsMissing,
    BackupFailed,
    BackupUnusable,
    CannotPrint,
    CannotRead,
    CannotWrite,
    DiskFails,
    DiskFull,
    FileClosed,
    FileDamaged,
    FileLocked,
    FileMissing,
    FileNewer,
    FileOlder,
    FolderReadOnly,
    FolderUnfit,
    LayoutUnsound,
    ListCutOff,
    ListUnreadable,
    LogoUnreadable,
    NotAShopFile,
    PictureUnreadable,
    SecondFolderAway,
    ShopExportUnsound,
    TemplateUnsound,
    TrialCutOff,
    Unavailable,
    UnfitDatabase,
    UnsafePlace,
)

__all__ = ["failure"]


@singledispatch
def failure(error: Unavailable) -> str:
    """Say what failed, in the language of the moment; what is not said here is about the file's key."""
    from loyalpos.ui.words.keys import key_failure  # noqa: PLC0415 - protected shops alone

    return key_failure(error)


@failure.register
def _(error: CannotWrite) -> str:
    words = QCoreApplication.translate(
        "Surroundings", "Cannot write {path} – choose another folder, or make room on the disk"
    )
    return words.format(path=error.path)


@failure.register
def _(error: CannotRead) -> str:
    if isinstance(error.__cause__, FileNotFoundError):
        words = QCoreApplication.translate("Surroundings", "There is no file {path} – look at its name again")
        return words.format(path=error.path)
    words = QCoreApplication.translate(
        "Surroundings", "{path} may not be read – ask for the right to read it"
    )
    return words.format(path=error.path)


@failure.register
def _(error: PictureUnreadable) -> str:
    words = QCoreApplication.translate(
        "Surroundings", "{path} is no picture that can be shown – choose a JPEG or PNG photo"
    )
    return words.format(path=error.path)


@failure.register
def _(error: LogoUnreadable) -> str:
    match error.why:
        case "missing":
            words = QCoreApplication.translate("Surroundings", "{file} is no longer there – choose it again")
        case "drawing":
            words = QCoreApplication.translate(
                "Surroundings",
                "{file} is a drawing for a printing house – save it as PNG, then choose that file",
            )
        case "broken":
            words = QCoreApplication.translate(
                "Surroundings", "{file} is broken or not whole – copy it again, or choose another file"
            )
        case "large" | "pixels":
            words = QCoreApplication.translate(
                "Surroundings", "{file} is far too large – save it smaller, 2000 × 2000 dots are plenty"
            )
        case "empty":
            words = QCoreApplication.translate(
                "Surroundings", "Nothing is to be seen on {file}: it is all white or transparent"
            )
        case _:
            words = QCoreApplication.translate(
                "Surroundings", "{file} is no picture – choose a JPEG or PNG file of the logo"
            )
    return words.format(file=error.path.name)


@failure.register
def _(error: TemplateUnsound) -> str:
    words = QCoreApplication.translate(
        "Surroundings",
        "The card template “{name}” is damaged ({place}) – choose another one, or install LoyalPOS again",
    )
    return words.format(name=error.name, place=error.place)


@failure.register
def _(_error: TrialCutOff) -> str:
    return QCoreApplication.translate(
        "Surroundings", "The PC ended the trial, perhaps for want of memory – try fewer days"
    )


@failure.register
def _(_error: ListCutOff) -> str:
    return QCoreApplication.translate(
        "Surroundings",
        "The PC ended the work on the list, perhaps for want of memory – begin again: whoever has come in "
        "already comes in once only",
    )


@failure.register
def _(error: CannotPrint) -> str:
    return _not_printed(error.why).format(printer=error.printer or "–")


def _not_printed(why: str) -> str:
    match why:
        case "address":
            return QCoreApplication.translate(
                "Surroundings", "“{printer}” is no address of a printer – look at it in the settings"
            )
        case "unknown_host":
            return QCoreApplication.translate(
                "Surroundings", "Nobody on the network is called {printer} – check the printer's address"
            )
        case "unreachable":
            return QCoreApplication.translate(
                "Surroundings", "There is no way to the printer {printer} – check the network and its cable"
            )
        case "refused":
            return QCoreApplication.translate(
                "Surroundings", "The printer {printer} takes nothing – check that it is on, and its port"
            )
        case "hung_up":
            return QCoreApplication.translate(
                "Surroundings", "The printer {printer} broke off – check cable and paper"
            )
        case "no_device":
            return QCoreApplication.translate(
                "Surroundings", "There is no printer at {printer} – check that it is on and plugged in"
            )
        case "no_right":
            return QCoreApplication.translate(
                "Surroundings", "This PC may not write to {printer} – ask for the right to use the printer"
            )
        case "busy":
            return QCoreApplication.translate(
                "Surroundings", "Another program has the printer {printer} – close that one"
            )
        case "no_driver":
            return QCoreApplication.translate(
                "Surroundings", "This PC has no driver for {printer} – connect the printer by network instead"
            )
        case _:
            return QCoreApplication.translate(
                "Surroundings", "The printer {printer} does not answer – check that it is on and has paper"
            )


@failure.register
def _(error: LayoutUnsound) -> str:
    from loyalpos.ui.words.layouts import layout_unsound  # noqa: PLC0415 - few owners write any

    return layout_unsound(error)


@failure.register
def _(error: ListUnreadable) -> str:
    match error.why:
        case "missing":
            words = QCoreApplication.translate("Surroundings", "{file} is no longer there – choose it again")
        case "folder":
            words = QCoreApplication.translate(
                "Surroundings", "{file} is a folder – choose an Excel or CSV file"
            )
        case "locked":
            words = QCoreApplication.translate(
                "Surroundings", "{file} may not be read – close it in Excel, then choose it again"
            )
        case "forbidden":
            words = QCoreApplication.translate(
                "Surroundings", "{file} cannot be read – ask for the right to read it, or copy it again"
            )
        case "password":
            words = QCoreApplication.translate(
                "Surroundings", "{file} has a password – save it without one, then choose it again"
            )
        case "damaged":
            words = QCoreApplication.translate(
                "Surroundings", "{file} is damaged – open it in Excel and save it as a new file"
            )
        case "empty":
            words = QCoreApplication.translate("Surroundings", "{file} is empty – choose another file")
        case _:
            words = QCoreApplication.translate(
                "Surroundings", "{file} is no customer list – choose an Excel or CSV file"
            )
    return words.format(file=error.path.name or error.path)


@failure.register
def _(error: FileMissing) -> str:
    words = QCoreApplication.translate(
        "Surroundings", "The shop's file {path} is missing – plug the drive in, or restore a backup"
    )
    return words.format(path=error.path)


@failure.register
def _(error: FolderReadOnly) -> str:
    words = QCoreApplication.translate(
        "Surroundings", "The till may not write {path} – ask for the right to write to this folder"
    )
    return words.format(path=error.path)


@failure.register
def _(error: FolderUnfit) -> str:
    if error.why == "file":
        words = QCoreApplication.translate("Surroundings", "{path} is a file – name a folder")
    else:
        words = QCoreApplication.translate(
            "Surroundings", "The folder {path} cannot be made there – name another one"
        )
    return words.format(path=error.path)


@failure.register
def _(_error: DiskFull) -> str:
    return QCoreApplication.translate(
        "Surroundings",
        "The disk is full: the last step was not recorded, all before it is safe – "
        "make room, then do it again",
    )


@failure.register
def _(_error: DiskFails) -> str:
    return QCoreApplication.translate(
        "Surroundings",
        "The disk does not answer properly: the last step was not recorded – try again, "
        "and copy the backups to another disk today",
    )


@failure.register
def _(_error: FileClosed) -> str:
    return QCoreApplication.translate(
        "Surroundings",
        "The books were put away meanwhile, so this was broken off; what was done before that is kept",
    )


@failure.register
def _(_error: FileLocked) -> str:
    return QCoreApplication.translate(
        "Surroundings",
        "Another program holds the shop's file – close it (backup, virus scanner), then try again",
    )


@failure.register
def _(_error: FileNewer) -> str:
    return QCoreApplication.translate(
        "Surroundings",
        "This file is from a newer LoyalPOS – update the program; the file is untouched",
    )


@failure.register
def _(_error: FileOlder) -> str:
    return QCoreApplication.translate(
        "Surroundings", "This file was written by an older LoyalPOS – open it once to bring it up to date"
    )


@failure.register
def _(_error: FileDamaged) -> str:
    return QCoreApplication.translate(
        "Surroundings", "The shop's file is damaged – restore the last backup; the damaged file is kept"
    )


@failure.register
def _(error: ActsMissing) -> str:
    from loyalpos.ui.words.losses import missing_text  # noqa: PLC0415 - never needed on a good day

    return missing_text(error)


@failure.register
def _(error: NotAShopFile) -> str:
    words = QCoreApplication.translate(
        "Surroundings",
        "{path} cannot be opened: its beginning is damaged, it has another key, or it is no file of this "
        "shop – bring a backup back, or put the right file there",
    )
    return words.format(path=error.path)


@failure.register
def _(error: UnfitDatabase) -> str:
    words = QCoreApplication.translate(
        "Surroundings",
        "The database on this PC (SQLite {version}) can damage files – install LoyalPOS again",
    )
    return words.format(version=error.version)


@failure.register
def _(_error: BackupFailed) -> str:
    return QCoreApplication.translate(
        "Surroundings", "The backup is not good and was not kept – make another one, on another disk"
    )


@failure.register
def _(error: UnsafePlace) -> str:
    if error.why == "network":
        words = QCoreApplication.translate(
            "Surroundings",
            "{path} is on a network drive, where the shop's file could break – choose a folder of this PC",
        )
        return words.format(path=error.path)
    names = {"onedrive": "OneDrive", "dropbox": "Dropbox", "google": "Google Drive", "icloud": "iCloud"}
    name = names.get(error.why, QCoreApplication.translate("Surroundings", "a cloud program"))
    words = QCoreApplication.translate(
        "Surroundings",
        "{name} copies {path}, and the shop's file could break – choose another folder of this PC",
    )
    return words.format(name=name, path=error.path)


@failure.register
def _(error: SecondFolderAway) -> str:
    words = QCoreApplication.translate(
        "Surroundings", "The second folder {path} is not there – plug the stick in, or choose another folder"
    )
    return words.format(path=error.path)


@failure.register
def _(error: BackupUnusable) -> str:
    from loyalpos.ui.words.going_back import unusable_text  # noqa: PLC0415 - needed once in a bad year

    return unusable_text(error)


@failure.register
def _(error: ShopExportUnsound) -> str:
    match error.why:
        case "missing":
            words = QCoreApplication.translate(
                "Surroundings",
                "{file} is missing – name the whole folder of an export; nothing was written",
            )
        case "newer":
            words = QCoreApplication.translate(
                "Surroundings",
                "{file}, line {line}, is from a newer LoyalPOS – update the program; nothing was written",
            )
        case "differs":
            words = QCoreApplication.translate(
                "Surroundings",
                "{file}, line {line}: the journal says something else – export again; nothing was written",
            )
        case _:
            words = QCoreApplication.translate(
                "Surroundings",
                "{file}, line {line}: this is not what was exported – export again; nothing was written",
            )
    return words.format(file=error.path.name, line=error.line)
