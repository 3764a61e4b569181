"""Accents as word lists have them: in one character with their letter, Unicode's form C."""

from unicodedata import combining, normalize


def with_accents(text: str) -> str:
    """Write each letter and its accents as one character where there is one."""
    return text if text.isascii() else normalize("NFC", text)


def without_accents(text: str) -> str:
    """Leave the accents of letters out, of those that have one by Unicode's form D."""
    return "".join(letter for letter in normalize("NFD", text) if not combining(letter))
