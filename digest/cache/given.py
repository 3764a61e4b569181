"""What pages were planned from, read again: pages that show articles as they are now."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from struct import error
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from digest.cache.blueprint import PAIR, Data
from digest.cache.values import Plain, Reader, day, marked, sealed
from digest.model.folded import Folded
from digest.model.library import Annotated
from digest.model.marked import Marked
from digest.model.page import Later, Page, Templated


class Given(Reader):
    """Reads what pages were planned from; `piece` and `whole` find what they show of articles."""

    def __init__(
        self,
        makers: Mapping[str, Callable[..., object]],
        piece: Callable[[type[Folded[Any]], int, int], Folded[Any]],
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
            make, body = self._makers[name], msgspec.json.decode(told)
            view = body.get("view", body)
            plain = view.get("given", view)
            kinds = {key: kind for key, kind in get_type_hints(make).items() if key not in ("site", "return")}
            read = {key: self._of(kind)(plain[key]) for key, kind in kinds.items()}
        except (msgspec.MsgspecError, LookupError, TypeError, AttributeError, error) as fault:
            raise ValueError(f"no page: {fault}") from fault
        shown: Any = make(**read) if isinstance(make, type) else Later(make=make, given=read)
        whole = Templated(template=body["template"], view=shown) if "template" in body else shown
        return sealed(Page(permalink=permalink, body=whole, updated=day(updated)), whole)

    def _special(self, kind: Any) -> Callable[[Plain], Any] | None:  # noqa: ANN401 - a type as it stands in an annotation
        if get_origin(kind) is Marked:
            return self._marked(*get_args(kind))
        if isinstance(kind, type) and issubclass(kind, Folded):
            return lambda plain: self._piece(kind, *self._pairs[plain[0]])
        if get_origin(kind) is Union and any(get_origin(one) is Marked for one in get_args(kind)):
            (other,) = (one for one in get_args(kind) if get_origin(one) is not Marked)
            return lambda plain: self._of(other)(plain) if isinstance(plain, dict) else self._whole(self._pairs[plain[0]][0])
        return super()._special(kind)

    def _marked(self, kind: Any) -> Callable[[Plain], Any]:  # noqa: ANN401 - the same
        """Return the function that reads something with its mark: an article, a row of things, or what several pages share."""
        if kind is Annotated:
            return lambda plain: self._whole(self._pairs[plain[0]][0])
        read = self._of(kind)
        if get_origin(kind) is tuple:
            return lambda plain: marked(read(plain))

        @cache
        def several(number: int) -> Marked[Any]:
            content, mark = self._data.of_several(number)
            return Marked(read(msgspec.json.decode(content)), mark)

        return lambda plain: several(self._pairs[plain[0]][0])
