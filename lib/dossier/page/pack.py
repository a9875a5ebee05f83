"""Data that the page carries folded up: gzip in base64, inert until the script unpacks it."""

import base64
import functools
import gzip


@functools.lru_cache(maxsize=16)
def packed(name: str, data: bytes) -> str:
    """A data block: never run, never fetched; the same bytes in every run."""
    text = base64.b64encode(gzip.compress(data, 9, mtime=0)).decode()
    return f'<script type="text/plain" id="packed-{name}">{text}</script>'
