"""Formats: what a file is that is no plain text, told by the bytes that it begins with, and how to get its text."""

import re

UTF16 = "UTF-16"
SAVED = "save its text as a .txt file, in UTF-8"
WRITTEN = "write its words into a .txt file, in UTF-8"
COPIED = "copy its text into a .txt file, in UTF-8"
# How the bytes begin → what it is, and what to do.
BEGINNINGS = (
    (rb"\s*%PDF-", "a PDF", COPIED),
    (rb"PK\x03\x04", "a file of Word or another office program, or an archive", SAVED),
    (rb"\xd0\xcf\x11\xe0", "a file of Word or another office program", SAVED),
    (rb"\{\\rtf", "a text with formatting (RTF)", SAVED),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|BM..\0\0\0\0|II\*\0|MM\0\*|RIFF....WEBP|....ftyp", "a picture or a film", WRITTEN),
    (rb"\x1f\x8b|BZh|7z\xbc\xaf|\xfd7zXZ|Rar!", "an archive", "unpack it, and add what it holds"),
    (rb"\xff\xfe|\xfe\xff", UTF16, "save the file as UTF-8"),
)  # fmt: skip
LOOKED, NOUGHTS = 4096, 0.02  # bytes that are looked at, and the share of noughts that no text has
# A page as a server sends it; a text with a tag here and there is none.
PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)


def refused(data: bytes) -> str | None:
    """Why the bytes are no document, and what to do; None where they seem to be text."""
    for pattern, kind, remedy in BEGINNINGS:
        if re.match(pattern, data, re.DOTALL):
            return f"is {'not UTF-8' if kind == UTF16 else 'no plain text'}, but {kind}; {remedy}"
    if data[:LOOKED].count(0) > len(data[:LOOKED]) * NOUGHTS:
        return f"is no plain text; {SAVED}"
    return None


def page(data: bytes) -> str | None:
    """Why the source of a web page is no document, and what to do."""
    what = f"is a web page with its mark-up; open it in a browser, and {COPIED}"
    return what if PAGE.match(data[:LOOKED]) else None
