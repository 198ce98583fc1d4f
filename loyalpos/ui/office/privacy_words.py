"""Words for what members said on their particulars, and for what they ask about them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from loyalpos.engine.birthdays import Birthday
from loyalpos.engine.consents import ConsentWord, Corrected, Privacy, Said
from loyalpos.engine.members import NEVER_OF_THE_UNDER_AGE, Purpose
from loyalpos.engine.requests import PersonalRequest, RequestKind
from loyalpos.services.till import Till
from loyalpos.ui.words import dates
from loyalpos.ui.words.consent import channel_name, purpose_name

__all__ = ["answer_text", "corrected_text", "history_lines", "kind_brief", "kind_name", "said_text"]


def said_text(said: Said, privacy: Privacy, till: Till) -> str:
    """Say where a purpose stands, and since when."""
    if not said.words:
        return QCoreApplication.translate("PrivacyWords", "Never asked, so: no")
    last = said.words[0]
    if not last.given:
        words = QCoreApplication.translate("PrivacyWords", "Taken back: {when}")
        return words.format(when=_when(last, till))
    words = QCoreApplication.translate("PrivacyWords", "Agreed: {when}")
    told = words.format(when=_when(last, till))
    if said.stands or said.purpose is Purpose.PROGRAM:
        return told
    if privacy.under_age and said.purpose in NEVER_OF_THE_UNDER_AGE:
        why = QCoreApplication.translate("PrivacyWords", "not used: under age")
    else:
        why = QCoreApplication.translate("PrivacyWords", "not used: restricted")
    return f"{told} – {why}"


def history_lines(privacy: Privacy, till: Till) -> tuple[str, ...]:
    """Tell everything that was said and changed, the latest first."""
    told = [
        (word.at, _word_line(said.purpose, word, till)) for said in privacy.purposes for word in said.words
    ]
    told += [(one.at, _corrected_line(one, till)) for one in privacy.corrected]
    return tuple(line for _, line in sorted(told, key=lambda one: one[0], reverse=True))


def kind_name(kind: RequestKind) -> str:
    """Name what is asked for."""
    names = {
        RequestKind.SEE: QCoreApplication.translate("PrivacyWords", "See or have a copy of the data"),
        RequestKind.CORRECT: QCoreApplication.translate("PrivacyWords", "Correct the data"),
        RequestKind.WITHDRAW: QCoreApplication.translate("PrivacyWords", "Take a consent back"),
        RequestKind.RESTRICT: QCoreApplication.translate("PrivacyWords", "Restrict what it is used for"),
        RequestKind.OBJECT: QCoreApplication.translate("PrivacyWords", "Object to a use"),
        RequestKind.ERASE: QCoreApplication.translate("PrivacyWords", "Delete the data"),
        RequestKind.COMPLAIN: QCoreApplication.translate("PrivacyWords", "Complaint or claim"),
    }
    return names[kind]


def kind_brief(kind: RequestKind) -> str:
    """Name what is asked for in a word or two, for a list."""
    names = {
        RequestKind.SEE: QCoreApplication.translate("PrivacyWords", "See the data"),
        RequestKind.CORRECT: QCoreApplication.translate("PrivacyWords", "Correct"),
        RequestKind.WITHDRAW: QCoreApplication.translate("PrivacyWords", "Take back"),
        RequestKind.RESTRICT: QCoreApplication.translate("PrivacyWords", "Restrict"),
        RequestKind.OBJECT: QCoreApplication.translate("PrivacyWords", "Object"),
        RequestKind.ERASE: QCoreApplication.translate("PrivacyWords", "Delete"),
        RequestKind.COMPLAIN: QCoreApplication.translate("PrivacyWords", "Complaint"),
    }
    return names[kind]


def answer_text(request: PersonalRequest, till: Till, language: str) -> str:
    """Write the answer to a request, in the language of whoever asked."""
    from loyalpos.printing.customer.answers import answer_letter  # noqa: PLC0415 - seldom wanted

    return answer_letter(request, till.shop.description, "vi" if language == "vi" else "en")


def _when(word: ConsentWord, till: Till) -> str:
    shop = till.shop
    parts = (dates.moment(word.at, shop.time), channel_name(word.said.channel), shop.named(word.who))
    return ", ".join(part for part in parts if part)


def _word_line(purpose: Purpose, word: ConsentWord, till: Till) -> str:
    words = QCoreApplication.translate("PrivacyWords", "{purpose}: taken back (text {version}, {language})")
    if word.given:
        words = QCoreApplication.translate("PrivacyWords", "{purpose}: agreed (text {version}, {language})")
    said = words.format(
        purpose=purpose_name(purpose), version=word.said.wording_version, language=word.said.language
    )
    if word.said.notice_version:
        notice = QCoreApplication.translate("PrivacyWords", "privacy notice {version}")
        said = f"{said} · {notice.format(version=word.said.notice_version)}"
    if word.proof:
        proof = QCoreApplication.translate("PrivacyWords", "proof: {proof}")
        said = f"{said} · {proof.format(proof=word.proof)}"
    return f"{_when(word, till)} · {said}"


def corrected_text(one: Corrected) -> str:
    """Say what was changed, and what stood there before while that is kept."""
    names = {
        "name": QCoreApplication.translate("PrivacyWords", "Name changed"),
        "phone": QCoreApplication.translate("PrivacyWords", "Phone changed"),
        "birthday": QCoreApplication.translate("PrivacyWords", "Birthday changed"),
        "note": QCoreApplication.translate("PrivacyWords", "Note changed"),
        "guardian": QCoreApplication.translate("PrivacyWords", "Guardian changed"),
    }
    # Of what is only on or off, what stood there before says what it became.
    switched = {
        ("restricted", True): QCoreApplication.translate("PrivacyWords", "Restriction turned off"),
        ("restricted", False): QCoreApplication.translate("PrivacyWords", "Restriction turned on"),
        ("under_age", True): QCoreApplication.translate("PrivacyWords", "Under age no more"),
        ("under_age", False): QCoreApplication.translate("PrivacyWords", "Noted as under age"),
    }
    if said := switched.get((one.field, bool(one.before)), ""):
        return said
    said = names.get(one.field, one.field)
    if one.before:
        before = one.before
        if one.field == "birthday":
            before = dates.birthday_text(Birthday.from_iso(before))
        words = QCoreApplication.translate("PrivacyWords", "{change}, before: {before}")
        said = words.format(change=said, before=before)
    return said


def _corrected_line(one: Corrected, till: Till) -> str:
    parts = (dates.moment(one.at, till.shop.time), till.shop.named(one.who))
    return f"{', '.join(part for part in parts if part)} · {corrected_text(one)}"
