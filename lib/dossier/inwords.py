"""What the house calls by names of its own, said as a reader would; and the signs of its typography.

`typeset` knows no subject: sums, percents, ISO dates, minus signs and apostrophes in house style. It is for our
own words alone: a document's exact words are never touched. `Plain` also knows the subject's measures and roles.
"""

import re

from countryinfo._cache import load_countries

from .wording import SCALES, date_in_words, money

_SCALES = {word: scale for scale, word in SCALES}
_SUM = re.compile(rf"(?<![\w.,−-])(-?\d[\d,]*(?:\.\d+)?) ([A-Z]{{3}}) ({'|'.join(_SCALES)})\b")
_PERCENT = re.compile(r"(?<=\d) percent\b")
_ISO = re.compile(r"(?<![\w/-])\d{4}-[01]\d(?:-[0-3]\d)?(?:/\d{4}-[01]\d(?:-[0-3]\d)?)?(?![\w/-])")
_YEARS = re.compile(r"(?<![\w/-])((?:19|20)\d\d)-((?:19|20)\d\d|[1-9]\d)(?![\w/-])")
_MINUS = re.compile(r"(?<![\w.)–-])-(?=\d)")
_DASH = re.compile(r"(?<=\d) - (?=\w)")
_OPENS = re.compile(r"(?<![\w.,;:!?)\]’”])(['\"])(?=\S)")
_QUOTES = str.maketrans({"'": "’", '"': "”"})
_MEASURE = re.compile(r"\b[a-z0-9]+(?:_[a-z0-9]+)+\b")
_FILE = re.compile(r"\b([a-z_]+)\.csv\b")


def typeset(text: object) -> str:
    """`30,600 USD million` → `$30.6 billion`, `-15.5 percent` → `−15.5%`, `2023-01` → `January 2023`."""
    said = _SUM.sub(lambda m: money(float(m[1].replace(",", "")) * _SCALES[m[3]], m[2]), str(text))
    said = _ISO.sub(lambda m: _date(m[0]), _PERCENT.sub("%", said))
    said = _MINUS.sub("−", _DASH.sub(" – ", _YEARS.sub(r"\1–\2", said)))
    return _OPENS.sub(lambda m: "‘" if m[1] == "'" else "“", said).translate(_QUOTES)


def _date(iso: str) -> str:
    try:
        return date_in_words(iso)
    except (ValueError, IndexError):
        return iso


def country(code: str) -> str:
    """A country by its plain English name; its code where there is none."""
    entries = load_countries()["countries"].values()
    return next((one["name"] for one in entries if (one.get("ISO") or {}).get("alpha2") == code), code)


class Plain:
    """The words of one subject: names of measures, of the sectors by role, of the country of comparison."""

    def __init__(self, subject) -> None:
        self.measures = subject.money.words if subject.money else {}
        twin = subject.record.twin.country if subject.record and subject.record.twin else None
        self.roles = {
            r"(?:the )?challenger\b": subject.challenger.label.lower(), r"the base\b": subject.base.label.lower(),
            r"the turn\b": str(subject.turn),
        } | ({r"the twin country\b": country(twin)} if twin else {})  # fmt: skip

    def words(self, text: str | None) -> str | None:
        """A note, an account or a label: measures by their words, files of the record by what they hold."""
        if not text:
            return text
        named = _MEASURE.sub(lambda m: self.measures.get(m[0]) or m[0].replace("_", " "), text)
        return typeset(_FILE.sub(lambda m: f"the record’s {m[1].replace('_', ' ')}", named))

    def formula(self, text: str | None) -> str | None:
        """A formula, which speaks of roles: each by its sector."""
        for role, name in self.roles.items() if text else ():
            text = re.sub(role, name, text)
        return self.words(text)

    def claim(self, claim: dict) -> dict:
        """The claim with label, note and formula as a reader would say them."""
        said = {part: self.words(claim[part]) for part in ("label", "note")}
        return claim | said | {"formula": self.formula(claim["formula"])}

    def evidence(self, one: dict) -> dict:
        """A row of the record with our account and note so said; a document's words stay as they are."""
        if one["support"] != "record":
            return one
        return one | {part: self.words(one.get(part)) for part in ("account", "note")}
