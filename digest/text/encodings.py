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
    mark, encoding = next(((mark, name) for mark, name in _MARKS if content.startswith(mark)), (b"", "utf-8"))
    try:
        return Decoded(text=_lines(content[len(mark) :].decode(encoding)), encoding=encoding)
    except UnicodeDecodeError as error:
        if mark:
            raise ValueError(f"begins as {encoding}, but goes on as something else") from error
        return Decoded(text=_lines(content.decode("cp1252", "replace")), encoding="windows-1252", guessed=True)


def _lines(text: str) -> str:
    if "\0" in text:
        raise ValueError("a NUL character: this is no text file, or UTF-16 without a byte-order mark")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
