"""Bytes of unknown origin to text, saying how sure the reading is."""

import codecs
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text with line feeds as line ends; `guessed` when nothing in the bytes says that the encoding is right."""

    text: str
    encoding: str
    guessed: bool = False


def decoded(content: bytes) -> Decoded:
    """Decode by byte-order mark, else as UTF-8, else as Windows-1252 (guessed).

    Raises ValueError when the bytes are no text in any of these.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(text=_lines(content[len(mark) :].decode(encoding)), encoding=encoding)
    if b"\0" in content:
        raise ValueError("a NUL byte: this is no text file, or UTF-16 without a byte-order mark")
    try:
        return Decoded(text=_lines(content.decode("utf-8")), encoding="utf-8")
    except UnicodeDecodeError:
        return Decoded(text=_lines(content.decode("cp1252", "replace")), encoding="windows-1252", guessed=True)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
