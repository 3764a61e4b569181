"""Which codes name a language."""

from babel import Locale, UnknownLocaleError

UNDETERMINED = "und"  # BCP 47: words that are of no language, or of one that nobody told


def is_language(code: str) -> bool:
    """Say whether a code such as `en` or `pt-BR` names a language that dates can be written in."""
    try:
        Locale.parse(code, sep="-" if "-" in code else "_")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def as_tag(code: str) -> str:
    """Write a code as pages and feeds do: `pt_BR` is `pt-BR`."""
    return code.replace("_", "-")
