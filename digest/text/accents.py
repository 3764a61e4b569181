"""Accents as word lists have them: in one character with their letter, Unicode's form C."""

from unicodedata import normalize


def with_accents(text: str) -> str:
    """Write each letter and its accents as one character where there is one."""
    return text if text.isascii() else normalize("NFC", text)
