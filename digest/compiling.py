"""The templates of a site, compiled while the program loads what else a build needs: both take a fifth of a second."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from digest.config import Config
from digest.engines.ahead import ahead
from digest.render import compiled
from digest.theme import theme
from digest.wording import wording


@contextmanager
def compiling(config: Config) -> Iterator[Callable[[], bytes]]:
    """Begin to compile the templates of a site in a process of its own; yield what waits for them."""

    def make() -> bytes:
        look = theme(config.templates, search=config.search)
        return compiled(look.templates, wording(config.language, config.templates))

    with ahead(make) as made:
        yield made
