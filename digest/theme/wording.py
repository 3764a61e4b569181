"""The catalogues of a theme to the words of the interface: ours, and a project's own over them."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from digest.errors import ConfigError
from digest.model.site import Wording
from digest.theme.files import default_folder

_FOLDER = "locales"
_SOURCE = "en"  # the language of the messages themselves
_NEVER = datetime.fromtimestamp(0, UTC)  # a catalogue's bytes change with its messages alone
_PLACEHOLDER = re.compile(r"%\(\w+\)s|%%")


def wording(language: str, project: Path) -> Wording:
    """Read the words of a language: for `de-AT` those of `de`, and over them its own; a language without any gets English.

    A message in the folder `locales/` of the project goes before ours in the same language.

    Raises ConfigError when a catalogue is faulty.
    """
    tags = _tags(language)
    files = [path for tag in tags for folder in (default_folder(), project) if (path := _file(folder, tag)).is_file()]
    if not files and tags[0] != _SOURCE:
        return wording(_SOURCE, project)
    catalog = Catalog(locale=tags[0], creation_date=_NEVER, revision_date=_NEVER)
    for path in reversed(files):  # a catalog keeps the first translation that it is given
        for message in _messages(path, catalog):
            catalog[message.id] = message
    compiled = BytesIO()
    write_mo(compiled, catalog)
    return Wording(language=tags[-1], catalogue=compiled.getvalue())


def _tags(language: str) -> list[str]:
    """Return the tags that a language has catalogues under, the broadest first: `zh`, `zh-Hant`, `zh-Hant-TW`."""
    subtags = str(Locale.parse(language.replace("-", "_"))).split("_")
    return ["-".join(subtags[:count]) for count in range(1, len(subtags) + 1)]


def _file(folder: Path, tag: str) -> Path:
    return folder / _FOLDER / f"{tag}.po"


def _messages(path: Path, catalog: Catalog) -> Iterator[Message]:
    """Read what is translated in a file; each message must fit the catalogue and the values that it will be given."""
    name = f"templates/{_FOLDER}/{path.name}"
    try:
        found = read_po(BytesIO(path.read_bytes()), locale=catalog.locale, abort_invalid=True)
    except PoFileError as error:
        what = str(error).rpartition(" on ")[0]
        raise ConfigError(what, path=name, line=error.lineno + 1, hint="mend the catalogue") from error
    except UnicodeDecodeError as error:
        raise ConfigError("not UTF-8 text", path=name, hint="save the catalogue as UTF-8") from error
    for message in found:
        if not message.id or not all(_texts(message.string)) or message.fuzzy:
            continue
        fault = _misplaced(message) or next((str(error) for error in message.check(catalog)), "")
        if fault:
            raise ConfigError(
                f"“{_texts(message.id)[0]}”: {fault}", path=name, line=message.lineno or 0, hint="mend the translation"
            )
        yield message


def _misplaced(message: Message) -> str:
    """Say which placeholder or percent sign of a translation its message does not have."""
    known = {"%%", *(part for text in _texts(message.id) for part in _PLACEHOLDER.findall(text))}
    for text in _texts(message.string):
        strange = [part for part in _PLACEHOLDER.findall(text) if part not in known]
        if strange or "%" in _PLACEHOLDER.sub("", text):
            return f"{strange[0]} is not in the message" if strange else "a percent sign is written %%"
    return ""


def _texts(one_or_more: str | Iterable[str] | None) -> list[str]:
    return [one_or_more] if isinstance(one_or_more, str) else list(one_or_more or [""])
