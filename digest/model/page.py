"""What is to be written: pages with their views, and the bytes that become of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from digest.model.article import Day
from digest.model.folded import Folded
from digest.model.marked import Marked
from digest.model.passed_on import PassedOn
from digest.model.site import Site

Made_co = TypeVar("Made_co", covariant=True)


class View(Protocol):
    """What a template is shown: frozen plain values; `permalink` is the page's own."""

    @property
    def permalink(self) -> str:
        """The page's address below the site's root, such as `/entities/`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Later(Generic[Made_co]):
    """A view, or a page of data, that is made where pages are rendered; what is `given` for it tells it from others."""

    make: Callable[..., Made_co]
    given: Mapping[str, object]

    def made(self, site: Site) -> Made_co:
        """Make it."""
        return self.make(site=site, **self.given)


@dataclass(frozen=True, slots=True, kw_only=True)
class Templated:
    """A page that a template makes of a view."""

    template: str
    view: View | Later[View]

    def shown(self, site: Site) -> View:
        """Return the view, as it is or made now."""
        return self.view.made(site) if isinstance(self.view, Later) else self.view


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbatim:
    """A page that is its bytes."""

    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A page that a function makes, such as the sitemap, when it is written."""

    compose: Callable[[], bytes]


class Sealed(Marked["Templated | Later[bytes]"]):
    """A body with its mark; `content` tells it apart together with the marks of `pieces`, which stand in it as their places."""

    __slots__ = ("content", "pieces")

    def __init__(
        self,
        value: "Templated | Later[bytes]",
        mark: bytes,
        content: bytes,
        pieces: Sequence[PassedOn | Folded[Any] | Marked[Any]],
    ) -> None:
        super().__init__(value, mark)
        self.content, self.pieces = content, pieces

    def rest(self) -> None:
        """Hold no longer what it was told apart by."""
        self.content, self.pieces = b"", ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One file of the site; `path` is relative to the output folder and uses `/`."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Summed(Output):
    """A file with the checksum of its content."""

    checksum: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored(Summed):
    """A file that was written where it was made, without its content; it waits at `place` until the site takes it."""

    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing(Summed):
    """A file that stands in the site already, without its content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One address of the site; one that ends in `/` is a folder with an `index.html`.

    `updated` is the newest date of what it shows. Machines are not led to one that is not `listed`. One that gives way is
    left out where another one stands. Pages of one `group` are planned together.
    """

    permalink: str
    body: Templated | Later[bytes] | Verbatim | Composed | Sealed | Standing
    updated: Day = None
    listed: bool = True
    gives_way: bool = False
    group: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Pages that are planned together; a `key` of all that they are planned from, which is empty where nothing tells it apart."""

    key: bytes
    pages: Callable[[], Iterable[Page]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a list of pages is told of one: where it stands, and whether machines are led to it."""

    permalink: str
    updated: Day = None
    listed: bool = True
