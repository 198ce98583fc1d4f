"""The script of a whole day at the counter, with every balance worked out by hand.

It knows nothing of the program that plays it: no rule, no table, no window. The shop of the day gives
1 point for each whole 1.000 ₫ that is paid in money and 20 points to who joins; 200 points take 10.000 ₫
off a bill, 150 points buy a milk coffee.

Words of a step's ``keys``: ``type …`` types what follows; ``phone A``, ``last digits A``, ``name A`` and
``plain name A`` type what customer A has; ``scan card 3`` scans the third card of the printed file, ``scan
half of card 3`` only its beginning, ``scan card 3 at once`` within a second, ``scan text …`` any code,
``scan test code`` the one the first start shows; ``tab …`` presses Tab until a place has the focus;
``save …`` answers the question for a file's name; ``picture …`` keeps what the window shows; ``wait for the
power cut`` ends the process without a word. Anything else is a key's name.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct, field

__all__ = ["CARDS", "DATE", "PARTS", "POWER_CUT", "PREPRINTED", "SHOP", "WITHOUT_NAME", "Part", "Step"]

DATE: Final = "2026-11-22"
SHOP: Final = "Quán Cà Phê Mây"
PREPRINTED: Final = 10
CARDS: Final = {"A": 1, "B": 11, "C": 12, "D": 2, "E": 3}
"""Whose card is which of the printed file: ten blanks, then those printed for members."""

WITHOUT_NAME: Final = ("C",)

POWER_CUT: Final = "wait for the power cut"
OLD_CARD: Final = "KH-000123"
GOODS: Final = "8934588012228"


class Step(Struct, frozen=True):
    """One thing that happens.

    Attributes:
        name: Names its pictures.
        title: What happens, in plain words.
        at: The shop's clock when it happens.
        keys: What is pressed and scanned, in the words above.
        balances: The balances that are others afterwards, by customer; all others must be as before.
        banner: How the window answers: ``success``, ``error``, ``question``, or not at all.
        says: Figures that must stand in the answer.
        any_order: Steps in a row with the same word here may come in any order.
    """

    name: str
    title: str
    at: str
    keys: tuple[str, ...]
    balances: dict[str, int] = field(default_factory=dict)
    banner: str = ""
    says: tuple[str, ...] = ()
    any_order: str = ""


class Part(Struct, frozen=True):
    """What one process lives through; it ends by closing the window, or by ``kill`` without a word."""

    title: str
    steps: tuple[Step, ...]
    ends: str = "close"


MORNING: Final = Part(
    "The first start and the morning",
    (
        Step(
            "first-start",
            "An empty machine becomes an open till",
            "07:40",
            (
                "picture language",
                "Enter",
                f"type {SHOP}",
                "Tab",
                "type 12 Hàng Bài, Hà Nội · 024 3936 0188",
                "picture shop",
                "Enter",
                "Ctrl+A",
                "type 1000",
                *("Tab",) * 5,
                "Ctrl+A",
                "type 20",
                "picture earning",
                "Enter",
                "tab reward's points",
                "Ctrl+A",
                "type 200",
                "tab reward's worth",
                "Ctrl+A",
                "type 10000",
                "tab reward's least bill",
                "Ctrl+A",
                "type 50000",
                "picture reward",
                "Enter",
                "scan test code",
                "picture scanner",
                "Enter",
            ),
        ),
        Step(
            "program",
            "The owner adds a milk coffee for 150 points, fourteen of them, and publishes",
            "07:46",
            (
                "F10",
                "page program",
                "tab new gift",
                "Space",
                "type Tặng 1 bạc xỉu",
                "tab gift's points",
                "Ctrl+A",
                "type 150",
                "tab gift's stock",
                "type 14",
                "tab publish today",
                "Space",
                "picture published",
                "F10",
            ),
        ),
        Step(
            "blank-cards",
            "Ten blank cards are printed",
            "07:52",
            (
                "F10",
                "page cards",
                "tab how many cards",
                "Ctrl+A",
                f"type {PREPRINTED}",
                "Enter",
                "save blank cards",
                "picture printed",
                "F10",
            ),
        ),
        Step(
            "join-with-card",
            "A joins with the first blank card",
            "08:05",
            (
                "scan card 1",
                "phone A",
                "Tab",
                "name A",
                "Enter",
                "picture consent",
                "Space",
                "picture welcome",
                "Esc",
            ),
            {"A": 20},
        ),
        Step(
            "first-bill",
            "A's first bill, 125.000 ₫: 125 points",
            "08:07",
            ("scan card 1", "type 125", "picture bill", "Enter"),
            {"A": 145},
            "success",
            ("+125", "145", "125.000"),
        ),
        Step(
            "join-with-birthday",
            "B joins by phone, with a name and a birthday in two days",
            "08:16",
            (
                "F4",
                "phone B",
                "Tab",
                "name B",
                "Tab",
                "type 24/11",
                "Tab",
                "type Ít đường",
                "Enter",
                "Space",
                "picture welcome",
                "Esc",
            ),
            {"B": 20},
        ),
        Step(
            "join-by-phone",
            "C is not found by phone and joins with it, Enter and the spoken yes",
            "08:20",
            ("phone C", "picture not-found", "Enter", "Space", "Esc"),
            {"C": 20},
        ),
        Step(
            "card-of-B",
            "B's own card is printed",
            "08:24",
            (
                "last digits B",
                "Enter",
                "tab member's card",
                "Space",
                "tab card as PDF",
                "picture member",
                "Space",
                "save the card of B",
                "picture printed",
                "F10",
                "Esc",
            ),
        ),
        Step(
            "card-of-C",
            "C's own card is printed",
            "08:27",
            (
                "last digits C",
                "Enter",
                "tab member's card",
                "Space",
                "tab card as PDF",
                "Space",
                "save the card of C",
                "F10",
                "Esc",
            ),
        ),
        Step(
            "D-joins",
            "D joins with the second blank card",
            "08:31",
            ("scan card 2", "phone D", "Tab", "name D", "Enter", "Space", "Esc"),
            {"D": 20},
            any_order="more members",
        ),
        Step(
            "E-joins",
            "E joins with the third blank card",
            "08:34",
            ("scan card 3", "phone E", "Tab", "name E", "Enter", "Space", "Esc"),
            {"E": 20},
            any_order="more members",
        ),
        Step(
            "by-scan",
            "B's printed card is scanned: receipt 10231, 89.000 ₫",
            "08:40",
            ("scan card 11", "type 89", "Tab", "type 10231", "picture bill", "Enter"),
            {"B": 109},
            "success",
            ("+89", "109", "10231", "89.000"),
            any_order="bills",
        ),
        Step(
            "by-last-digits",
            "C gives the last four digits of the phone: 46.000 ₫",
            "08:46",
            ("last digits C", "picture found", "Enter", "type 46", "Enter"),
            {"C": 66},
            "success",
            ("+46", "66", "46.000"),
            any_order="bills",
        ),
        Step(
            "by-name",
            "D is found by name without marks: a party's 1.250.000 ₫",
            "08:51",
            ("plain name D", "picture found", "Enter", "type 1250", "Enter"),
            {"D": 1270},
            "success",
            ("+1.250", "1.270", "1.250.000"),
            any_order="bills",
        ),
        Step(
            "without-member",
            "A bill of nobody, 35.000 ₫",
            "08:55",
            ("F5", "type 35", "picture bill", "Enter"),
            {},
            "success",
            ("35.000",),
            any_order="bills",
        ),
        Step(
            "second-bill",
            "A's receipt 10240, 185.000 ₫",
            "09:10",
            ("scan card 1", "type 185", "Tab", "type 10240", "Enter"),
            {"A": 330},
            "success",
            ("+185", "330", "10240", "185.000"),
        ),
        Step(
            "number-taken",
            "Receipt 10240 a second time is refused, and the bill thrown away",
            "09:14",
            ("scan card 11", "type 60", "Tab", "type 10240", "Enter", "picture refused", "Esc", "Esc"),
        ),
        Step(
            "redeem",
            "A takes 10.000 ₫ off a bill of 120.000 ₫: pays 110.000 ₫, 330 − 200 + 110",
            "09:22",
            ("scan card 1", "type 120", "F6", "picture rewards", "type 1", "picture taken", "Enter"),
            {"A": 240},
            "success",
            ("+110", "240", "−200", "110.000"),
        ),
        Step(
            "gift",
            "D takes a milk coffee with a bill of 55.000 ₫: 1270 − 150 + 55",
            "09:30",
            ("scan card 2", "type 55", "F6", "type 2", "picture taken", "Enter"),
            {"D": 1175},
            "success",
            ("+55", "1.175", "−150", "55.000"),
        ),
        Step(
            "gift-alone",
            "D takes another one and buys nothing: 1175 − 150",
            "09:33",
            ("scan card 2", "F6", "type 2", "picture taken", "Enter"),
            {"D": 1025},
            "success",
            ("1.025", "−150"),
        ),
        Step(
            "undo",
            "That was a mistake: one chord takes it back",
            "09:34",
            ("Ctrl+Z",),
            {"D": 1175},
            "success",
            ("1.175",),
        ),
    ),
)

NOON: Final = Part(
    "After a restart: returns, wrong scans, an old card, moves",
    (
        Step("restarted", "The till is opened again; everything is as it was", "11:30", ()),
        Step(
            "part-returned",
            "35.000 ₫ of A's receipt 10240 come back: 150 points of its 185 stay",
            "11:42",
            ("F8", "type 10240", "Enter", "type 35", "picture return", "Enter"),
            {"A": 205},
            "success",
            ("35.000", "−35", "205"),
        ),
        Step(
            "whole-returned",
            "All of B's receipt 10231 comes back",
            "11:47",
            ("F8", "type 10231", "Enter", "picture return", "Enter"),
            {"B": 20},
            "success",
            ("89.000", "−89", "20"),
        ),
        Step(
            "half-scan",
            "Half a card is read: nothing happens, and the window says so",
            "11:52",
            ("scan half of card 3",),
            banner="error",
        ),
        Step("goods", "A bag of crisps is scanned", "11:53", (f"scan text {GOODS}",), banner="error"),
        Step(
            "double-scan",
            "The scanner reads E's card twice: one bill, 72.000 ₫",
            "11:55",
            ("scan card 3", "scan card 3 at once", "type 72", "Enter"),
            {"E": 92},
            "success",
            ("+72", "92", "72.000"),
        ),
        Step(
            "old-card-linked",
            "C's old card of another system is linked",
            "12:04",
            (
                "last digits C",
                "Enter",
                f"scan text {OLD_CARD}",
                "picture question",
                "Enter",
                "picture linked",
                "Esc",
            ),
        ),
        Step(
            "old-card",
            "C's old card finds C: 30.000 ₫",
            "12:06",
            (f"scan text {OLD_CARD}", "type 30", "Enter"),
            {"C": 96},
            "success",
            ("+30", "96", "30.000"),
        ),
        Step(
            "undo-from-list",
            "E's bill was a mistake: it is undone from today's list",
            "12:10",
            ("F9", "Down", "Enter", "picture choices", "type 1"),
            {"E": 20},
            "success",
            ("72.000", "20"),
        ),
        Step(
            "back-dated",
            "D's bill of yesterday, 200.000 ₫, written on paper in the blackout",
            "12:18",
            ("scan card 2", "type 200", "F7", "type hôm qua 15:00", "picture bill", "Enter"),
            {"D": 1375},
            "success",
            ("+200", "1.375", "200.000"),
        ),
        Step(
            "wrong-person",
            "64.000 ₫ go to E",
            "12:25",
            ("scan card 3", "type 64", "Enter"),
            {"E": 84},
            "success",
            ("+64", "84", "64.000"),
        ),
        Step(
            "moved",
            "They were B's: the bill is moved",
            "12:27",
            ("F9", "Enter", "type 3", "scan card 11", "picture question", "Enter"),
            {"E": 20, "B": 84},
            "success",
            ("+64", "84", "64.000"),
        ),
        Step(
            "before-the-cut",
            "A's 98.000 ₫ are recorded",
            "12:34",
            ("scan card 1", "type 98", "Enter"),
            {"A": 303},
            "success",
            ("+98", "303", "98.000"),
        ),
        Step(
            "power-cut",
            "E's 47.000 ₫ are typed when the power fails",
            "12:36",
            ("scan card 3", "type 47", "picture typed", POWER_CUT),
        ),
    ),
    ends="kill",
)

AFTERNOON: Final = Part(
    "After the power cut",
    (
        Step("power-back", "Nothing recorded is lost, nothing half is there", "12:40", ()),
        Step(
            "asked-again",
            "The cashier is not sure and types A's bill again: asked, it is the same",
            "12:41",
            ("scan card 1", "type 98", "Enter", "picture question", "Enter"),
            banner="success",
            says=("+98",),
        ),
        Step(
            "typed-again",
            "E's 47.000 ₫ once more",
            "12:43",
            ("scan card 3", "type 47", "Enter"),
            {"E": 67},
            "success",
            ("+47", "67", "47.000"),
        ),
        Step(
            "phone-taken",
            "A's phone is typed for a new customer: the window knows whose it is",
            "13:05",
            ("F4", "phone A", "Enter", "Space", "picture question", "Enter", "Esc"),
        ),
        Step(
            "strip",
            "The narrow strip beside the shop's own till: E's 21.000 ₫",
            "13:20",
            ("F11", "picture idle", "scan card 3", "type 21", "picture bill", "Enter", "picture done", "F11"),
            {"E": 88},
        ),
        Step(
            "dark",
            "The owner tries the dark colours",
            "15:00",
            (
                "F10",
                "page settings",
                "tab colours",
                "Down",
                "picture settings",
                "F10",
                "scan card 2",
                "type 125",
                "picture bill",
                "Esc",
                "Esc",
                "F10",
                "page settings",
                "tab colours",
                "Up",
                "F10",
            ),
        ),
        Step(
            "large",
            "Text at 150 %",
            "15:05",
            (
                "F10",
                "page settings",
                "tab text size",
                "Down",
                "Down",
                "Down",
                "picture settings",
                "F10",
                "scan card 1",
                "type 125",
                "picture bill",
                "Esc",
                "Esc",
                "F10",
                "page settings",
                "tab text size",
                "Up",
                "Up",
                "Up",
                "F10",
            ),
        ),
        Step(
            "english",
            "An English guest looks over the shoulder",
            "15:10",
            (
                "F10",
                "page settings",
                "tab language",
                "Down",
                "picture settings",
                "F10",
                "picture idle",
                "scan card 11",
                "type 125",
                "picture bill",
                "Esc",
                "Esc",
                "F10",
                "page settings",
                "tab language",
                "Up",
                "F10",
            ),
        ),
        Step(
            "office",
            "The owner looks at the members, the backups and an old list",
            "17:30",
            (
                "F10",
                "page members",
                "picture members",
                "page list",
                "picture list",
                "page backups",
                "picture backups",
                "F10",
            ),
        ),
        Step("evening", "The day as it stands before it is closed", "18:00", ()),
    ),
)

NIGHT: Final = Part(
    "A fresh process reads every balance again",
    (
        Step(
            "read-again",
            "Every member is called up once more",
            "18:30",
            (),
            {"A": 303, "B": 84, "C": 96, "D": 1375, "E": 88},
        ),
    ),
)

PARTS: Final = (MORNING, NOON, AFTERNOON, NIGHT)
