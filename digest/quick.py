"""Jinja with what a page does a thousand times made cheap: values escaped, macros called, pieces of text handed up.

What templates mean stays Jinja's own; only the Python that becomes of them differs.
"""

from collections.abc import Mapping
from functools import cache
from types import FunctionType
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from digest.model.html import Html

_NUMBERS = frozenset((int, float))
_PLAIN = _NUMBERS | {str, Markup, Html}  # the types themselves: what is derived from them may be written in another way
_KNOWN_TO_CALLS = ("_block_vars", "_loop_vars")  # for functions that take the context


class _Whole:
    """Stands where Jinja expects a list that pieces of text are added to: makes one piece of them."""

    append = staticmethod(str)
    extend = staticmethod("".join)


class _Generator(CodeGenerator):
    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Hand up what stands side by side as one piece: each generator that it passes through costs as much as making it."""
        if frame.buffer is None and len(node.nodes) > 1:
            frame = frame.copy()
            frame.buffer = "yield environment.whole"
        super().visit_Output(node, frame)

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Hand up a template that is always included as one piece."""
        named = node.template.value if isinstance(node.template, nodes.Const) else None
        if not isinstance(named, str) or node.ignore_missing or not node.with_context:
            super().visit_Include(node, frame)
            return
        self.start_write(frame, node)
        self.write(f"environment.included({named!r}, context, {self.dump_local_context(frame)})")
        self.end_write(frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - private to Jinja
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.shown(")


class _Context(Context):
    environment: "QuickEnvironment"

    def call(self, called: Any, /, *args: Any, **values: Any) -> Any:  # noqa: ANN401 - whatever a template calls
        """Call a macro or a function that takes values alone as it is; leave all else to Jinja."""
        is_macro = type(called) is Macro
        if not is_macro and (type(called) is not FunctionType or hasattr(called, "jinja_pass_arg")):
            return super().call(called, *args, **values)
        if not self.eval_ctx.autoescape and called in self.environment.unescaping:
            return super().call(self.environment.unescaping[called], *args, **values)
        for name in _KNOWN_TO_CALLS:
            values.pop(name, None)
        try:
            return called(self.eval_ctx, *args, **values) if is_macro else called(*args, **values)
        except StopIteration:
            return self.environment.undefined("value was undefined because a callable raised a StopIteration exception")


def shown(value: object) -> str:
    """Write a value into a page, a text character by character and markup as it is."""
    if type(value) is str:
        text = value.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
        return text.replace("'", "&#39;").replace('"', "&#34;")
    if type(value) is Markup or type(value) is Html:
        return value
    return str(value) if type(value) is int else str(escape(value))


def filled(message: Markup, values: Mapping[str, object]) -> Markup:
    """Put values into a message, as `%` does."""
    if not _PLAIN.issuperset(map(type, values.values())):
        return message % values
    written = {name: value if type(value) in _NUMBERS else shown(value) for name, value in values.items()}
    return Markup(str(message) % written)  # noqa: S704 - all that is put in is escaped # nosec B704


class QuickEnvironment(Environment):
    """An environment that compiles templates to quicker Python; all of them stay compiled."""

    code_generator_class = _Generator
    context_class = _Context
    whole = _Whole
    shown = staticmethod(shown)

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - what an environment is given
        super().__init__(cache_size=-1, **options)
        self._template = cache(self.get_template)
        self.unescaping: dict[object, Any] = {}  # what takes a function's place where nothing is escaped

    def included(self, name: str, context: Context, local: Mapping[str, object]) -> str:
        """Render a template within another one, which has these variables beside those of its context."""
        template = self._template(name)
        variables = {**context.parent, **context.vars}
        variables |= {key: value for key, value in local.items() if value is not missing}
        return "".join(template.root_render_func(self.context_class(self, variables, template.name, template.blocks)))
