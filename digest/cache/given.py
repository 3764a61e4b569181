"""What pages were planned from, read again: pages that show articles as they are now."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from struct import error
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from digest.cache.blueprint import PAIR, Data
from digest.cache.values import Form, Reader, as_it_is, day, marked, sealed
from digest.model.folded import Folded
from digest.model.library import Annotated
from digest.model.marked import Marked
from digest.model.page import Later, Page, Templated
from digest.model.passed_on import PassedOn

_Place = tuple[int]  # in the page, of a piece that it shows
_ROW = msgspec.json.Decoder(dict[str, msgspec.Raw])


class Given(Reader):
    """Reads what pages were planned from; `piece` and `whole` find what they show of articles."""

    _decoder = msgspec.json.Decoder

    def __init__(
        self,
        makers: Mapping[str, Callable[..., object]],
        piece: Callable[[type[PassedOn | Folded[Any]], int, int], PassedOn | Folded[Any]],
        whole: Callable[[int], Marked[Annotated]],
        data: Data,
    ) -> None:
        super().__init__(())
        self._makers, self._piece, self._whole, self._data = makers, piece, whole, data
        self._pairs: Sequence[tuple[int, int]] = ()

    def page(self, number: int) -> Page:
        """Read a page.

        Raises ValueError when it is none.
        """
        try:
            permalink, updated, name, pairs, told = msgspec.msgpack.decode(self._data.of_page(number))
            self._pairs = list(PAIR.iter_unpack(pairs))
            make, body = self._makers[name], _ROW.decode(told)
            view = _ROW.decode(body["view"]) if "view" in body else body
            plain = _ROW.decode(view["given"]) if "given" in view else view
            kinds = {key: kind for key, kind in get_type_hints(make).items() if key not in ("site", "return")}
            read = {key: self._of(kind)(plain[key]) for key, kind in kinds.items()}
        except (msgspec.MsgspecError, LookupError, TypeError, AttributeError, error) as fault:
            raise ValueError(f"no page: {fault}") from fault
        shown: Any = make(**read) if isinstance(make, type) else Later(make=make, given=read)
        whole = Templated(template=msgspec.json.decode(body["template"], type=str), view=shown) if "template" in body else shown
        return sealed(Page(permalink=permalink, body=whole, updated=day(updated)), whole)

    def _special(self, kind: Any) -> Form | None:  # noqa: ANN401 - a type as it stands in an annotation
        if get_origin(kind) is Marked:
            return self._marked(*get_args(kind))
        if isinstance(kind, type) and issubclass(kind, PassedOn | Folded):
            return Form(_Place, lambda place: self._piece(kind, *self._pairs[place[0]]))
        if kind == PassedOn | str:
            return Form(_Place | str, lambda one: one if isinstance(one, str) else self._piece(PassedOn, *self._pairs[one[0]]))
        if get_origin(kind) is Union and any(get_origin(one) is Marked for one in get_args(kind)):
            (other,) = (one for one in get_args(kind) if get_origin(one) is not Marked)
            plain, make = self._form(other)
            as_it_was = make or as_it_is
            return Form(_Place | plain, lambda one: self._article(one) if isinstance(one, tuple) else as_it_was(one))
        return super()._special(kind)

    def _marked(self, kind: Any) -> Form:  # noqa: ANN401 - the same
        """Tell how something with its mark is read: an article, a row of things, or what several pages share."""
        if kind is Annotated:
            return Form(_Place, self._article)
        if get_origin(kind) is tuple:
            plain, make = self._form(kind)
            row = make or as_it_is
            return Form(plain, lambda one: marked(row(one)))
        read = self._of(kind)

        @cache
        def several(number: int) -> Marked[Any]:
            content, mark = self._data.of_several(number)
            return Marked(read(content), mark)

        return Form(_Place, lambda place: several(self._pairs[place[0]][0]))

    def _article(self, place: tuple[int]) -> Marked[Annotated]:
        return self._whole(self._pairs[place[0]][0])
