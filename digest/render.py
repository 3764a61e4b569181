"""A page to the bytes of its file: a template sees the page's view and the site, and nothing else."""

import marshal
import re
from collections.abc import Callable
from contextlib import suppress
from functools import cache, lru_cache
from traceback import walk_tb
from types import CodeType

from jinja2 import (
    BytecodeCache,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from markupsafe import Markup

from digest import filters, permalinks
from digest.errors import ConfigError
from digest.model.page import Composed, Later, Output, Page, Sealed, Standing, Verbatim
from digest.model.site import Site, Wording
from digest.quick import SLIPS, QuickEnvironment, filled
from digest.text.composing import composed
from digest.text.marking import translations

Templates = tuple[tuple[str, str], ...]
_FOLDER = "templates/"  # where a template is, for whoever must mend it
_RUNNING = ("jinja2.", "markupsafe", __name__)  # the modules that stand between a template and what it calls
# What HTML forbids is shown as a replacement character: line feeds, carriage returns and tabs alone are allowed.
_NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_UNSHOWABLE = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_NO_CHARACTERS}]")
# The same in UTF-8, where most pages have none: all bytes that are no control character of ASCII, and the later ones.
_NO_CONTROL = re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", b"", bytes(range(256)))
_LATE_CONTROL = re.compile(rb"\xc2[\x80-\x9f]")
_MAY_BE_NONE = (b"\xbf\xbe", b"\xbf\xbf", b"\xef\xb7")  # what stands in each number that is no character, and in a few that are
# Most pages have no signs from U+0300 on, where those begin that are composed, but for dashes, arrows and the like.
_USUAL = re.sub(rb"[\xcc-\xe1\xe3-\xff]", b"", _NO_CONTROL)
_UNUSUAL = re.compile(rb"\xe2(?!\x80[\x82-\xbf]|[\x82\x86-\x8b\x94-\x9f])")
_COUNTED = 4096  # messages with their counts
_FILTERS: dict[str, Callable[..., object]] = {
    "relative": filters.relative,
    "absolute": filters.absolute,
    "without": filters.without,
    "website": filters.website,
    "asset": filters.asset,
    "og_locale": filters.og_locale,
    "long_date": filters.long_date,
    "full_date": filters.full_date,
    "short_date": filters.short_date,
    "month": filters.month,
    "month_name": filters.month_name,
    "direction": filters.direction,
    "number": filters.number,
    "percent": filters.percent,
    "listed": filters.listed,
}


def render(page: Page, site: Site, templates: Templates) -> Output:
    """Make the file of a page.

    Raises ConfigError when its template is missing or faulty.
    """
    path = permalinks.file(page.permalink)
    body = page.body.value if isinstance(page.body, Sealed) else page.body
    if isinstance(body, Standing):
        return body
    if isinstance(body, Verbatim):
        return Output(path=path, content=body.content)
    if isinstance(body, Composed):
        return Output(path=path, content=body.compose())
    if isinstance(body, Later):
        return Output(path=path, content=body.made(site))
    name, view = body.template, body.shown(site)
    try:
        text = environment(templates, site.wording).rendered(name, {"view": view, "site": site})
    except TemplateSyntaxError as error:
        hint = "mend the template; https://jinja.palletsprojects.com/templates/ describes its language"
        raise ConfigError(
            error.message or "faulty template", path=f"{_FOLDER}{error.name}", line=error.lineno, hint=hint
        ) from error
    except TemplateError as error:
        file, line = _place(error, name)
        message = f"there is no template '{error.message}'" if isinstance(error, TemplateNotFound) else error.message
        hint = "compare it with the default template"
        raise ConfigError(f"{message} (for {page.permalink})", path=file, line=line, hint=hint) from error
    except (RecursionError, *SLIPS) as error:
        if not (isinstance(error, RecursionError) or _is_of_a_template(error)):
            raise
        file, line = _place(error, name)
        message = f"{type(error).__name__}: {error} (for {page.permalink})"
        raise ConfigError(message, path=file, line=line, hint="mend the template's expression") from error
    return Output(path=path, content=_content(text))


def _content(text: str) -> bytes:
    """Write a page in UTF-8, composed, and with what cannot be shown replaced."""
    content = text.encode("utf-8", "replace")
    is_usual = not content.translate(None, _USUAL)
    if not is_usual or _UNUSUAL.search(content):
        text = composed(text)
        content = text.encode("utf-8", "replace")
    is_doubtful = not is_usual and (content.translate(None, _NO_CONTROL) or any(part in content for part in _MAY_BE_NONE))
    if is_doubtful or (b"\xc2" in content and _LATE_CONTROL.search(content)):
        content = _UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", text).encode("utf-8", "replace")
    return content


def _place(error: Exception, name: str) -> tuple[str, int]:
    """Return the file and line of the innermost template that was at work; without any, the file that was to be."""
    places = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    return next((place for place in reversed(places) if place[0].startswith(_FOLDER)), (_FOLDER + name, 0))


def _is_of_a_template(error: Exception) -> bool:
    """Say whether an expression of a template, or what runs it, raised an error itself, and not our code that it called."""
    frames = reversed([frame for frame, _ in walk_tb(error.__traceback__)])
    ours = (frame for frame in frames if not str(frame.f_globals.get("__name__")).startswith(_RUNNING))
    return next((frame.f_code.co_filename.startswith(_FOLDER) for frame in ours), False)


class _Compiled(BytecodeCache):
    """Templates that are compiled already."""

    def __init__(self) -> None:
        self.code: dict[str, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.code.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self.code[bucket.key] = bucket.code


@lru_cache(maxsize=1)
def _compiled(templates: Templates, wording: Wording) -> _Compiled:
    del templates, wording
    return _Compiled()


def compiled(templates: Templates, wording: Wording) -> bytes:
    """Compile the templates of pages, but for faulty ones, for a process of this program that is to `take` them.

    Most of their parts are written in them already.
    """
    quick = environment(templates, wording)
    pending, done = {name for name, _ in templates if "/" not in name}, set[str]()
    while pending:
        for name in sorted(pending):
            with suppress(TemplateError):
                quick.get_template(name)
        done |= pending
        pending = quick.apart - done
    return marshal.dumps((templates, wording.language, wording.catalogue, _compiled(templates, wording).code))


def take(code: bytes, templates: Templates, wording: Wording) -> None:
    """Take templates as compiled, if another process of this program could compile these very ones."""
    with suppress(EOFError):
        *made_from, compiled = marshal.loads(code)  # noqa: S302 - by a process of ours # nosec B302
        if made_from == [templates, wording.language, wording.catalogue]:
            _compiled(templates, wording).code.update(compiled)


@lru_cache(maxsize=1)
def environment(templates: Templates, wording: Wording) -> QuickEnvironment:
    """Return what renders these templates with these words."""
    words = translations(wording.catalogue)

    def counted(one: str, many: str, count: int) -> str:
        """Choose the form that fits a count, and write the count in the manner of the language."""
        return words.ngettext(one, many, count).replace("%(num)s", filters.number(count, wording.language))

    # The functions of the extension, but once for each message and count: a page has a hundred.
    marked = cache(lambda message: Markup(words.gettext(message)))  # noqa: S704 - of our catalogue # nosec B704
    alone = cache(lambda message: marked(message) % {})
    many_marked = lru_cache(_COUNTED)(lambda one, many, count: Markup(counted(one, many, count)))  # noqa: S704 - the same # nosec B704
    many_alone = lru_cache(_COUNTED)(lambda one, many, count: many_marked(one, many, count) % {"num": count})

    def translated(message: str, /, **values: object) -> Markup:
        return filled(marked(message), values) if values else alone(message)

    def translated_many(one: str, many: str, count: int, /, **values: object) -> Markup:
        return filled(many_marked(one, many, count), {"num": count, **values}) if values else many_alone(one, many, count)

    quick = QuickEnvironment(
        messages={"gettext": translated, "_": translated, "ngettext": translated_many},
        given=("view", "site"),
        loader=FunctionLoader({name: (source, _FOLDER + name, None) for name, source in templates}.get),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    for one in (quick, quick.plain):
        one.filters.update(_FILTERS)
    quick.newstyle_gettext = True  # type: ignore[attr-defined] # the extension adds it
    quick.plain.install_gettext_callables(words.gettext, counted, newstyle=True)  # type: ignore[attr-defined] # the same
    quick.bytecode_cache = _compiled(templates, wording)
    return quick
