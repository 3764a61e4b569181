"""Jinja with what a page does a thousand times made cheap: fields read, values escaped, parts included, messages called.

What templates mean stays Jinja's own. Here they are compiled for what pages usually do and hold; a page that does or holds
anything else, or is faulty, is made by Jinja as it is, which gives what is right or says what is wrong.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from keyword import iskeyword
from types import BuiltinMethodType, FunctionType
from typing import Any, NoReturn, cast

import markupsafe
from jinja2 import BaseLoader, Environment, TemplateError, UndefinedError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro, markup_join
from jinja2.utils import missing
from markupsafe import Markup, escape

from digest.model.html import Html
from digest.model.passed_on import PassedOn

SLIPS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)  # of an expression in a template
# The types themselves: of what is derived from them, and of others, equal values may be written in different ways.
_PLAIN = frozenset({int, str, Markup, Html})
_CALLED_AT_ONCE = frozenset({Macro, FunctionType, BuiltinMethodType})
_DEPTH = 8  # of templates written in each other: what is included twice is written twice
_ASKING = frozenset({"d", "default", "defined", "undefined"})  # filters and tests that take what is not there
# What only a template by itself has: those that have it are included as they are.
_ALONE = (nodes.Extends, nodes.Block, nodes.Macro, nodes.CallBlock, nodes.Import)
# What `escape` does to a text, where it has that by itself: ten times as quick as with a Markup of it.
_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", lambda text: str(escape(text)))


class _UnusualError(TemplateError):
    """A template has something that is left to Jinja."""


class _LookedUp(dict[str, str]):
    """Stands where Jinja expects the variables of filters or tests: names each as an entry of all of them."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind

    def __missing__(self, name: str) -> str:
        return f"{self._kind}[{name!r}]"


class _Generator(CodeGenerator):
    environment: "QuickEnvironment"

    def __init__(self, *given: Any, **options: Any) -> None:  # noqa: ANN401 - what a generator is given
        super().__init__(*given, **options)
        self.filters, self.tests = _LookedUp("filters"), _LookedUp("tests")
        self._including = [self.name]
        self._asked: nodes.Expr | None = None
        self._printed: set[int] = set()  # the calls that stand where a page shows what they give

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("undefined = environment.absent")
        for name in ("escaped", "filters", "joined", "shown", "tests"):
            self.writeline(f"{name} = environment.{name}")

    def pull_dependencies(self, nodes: Any) -> None:  # noqa: ANN401 - private to Jinja
        """Leave filters and tests where they are."""

    def enter_frame(self, frame: Frame) -> None:
        """Gather what a function writes, which is quicker than to hand up each piece, and look up once what all of them use."""
        if not self.environment.messages.keys().isdisjoint(frame.symbols.stores):
            raise _UnusualError("the name of a message function means something else")
        if frame.symbols.parent is None:
            for name in self.environment.everywhere if frame.symbols.loads else ():  # it may be empty, as many blocks are
                frame.symbols.load(name)
            self.buffer(frame)
        super().enter_frame(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:  # noqa: FBT001, FBT002 - Jinja's
        super().leave_frame(frame, with_python_scope)
        if frame.symbols.parent is None:
            self.writeline(f"yield concat({frame.buffer})")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        shown = [_shown(child) for child in node.nodes]
        self._printed.update(id(case) for one in shown if _is_written(one) for case in _cases(one))
        super().visit_Output(nodes.Output(shown, lineno=node.lineno), frame)

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:  # noqa: ANN401 - private to Jinja
        message = self.environment.message(node)
        return str(message) if message is not None else super()._output_child_to_const(node, frame, finalize)

    def _output_child_pre(self, node: nodes.Expr, *_: Any) -> None:  # noqa: ANN401 - private to Jinja
        if not _is_written(node):
            self.write("(escaped(it) if (it := ")

    def _output_child_post(self, node: nodes.Expr, *_: Any) -> None:  # noqa: ANN401 - private to Jinja
        if not _is_written(node):
            self.write(").__class__ is str else shown(it))")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write a template that is always included in its place, or else as one piece."""
        if not node.with_context:
            raise _UnusualError("something is included without context")
        named = node.template.value if isinstance(node.template, nodes.Const) else None
        if not isinstance(named, str) or node.ignore_missing:
            super().visit_Include(node, frame)
            return
        is_far_in = named in self._including or len(self._including) > _DEPTH
        body = None if is_far_in else self.environment.part(named)
        if body is None:
            self.environment.apart.add(named)
            self.start_write(frame, node)
            self.write(f"environment.included({named!r}, context, {self.dump_local_context(frame)})")
            self.end_write(frame)
            return
        self._including.append(named)
        self.visit(nodes.Scope(body, lineno=node.lineno), frame)
        self._including.pop()

    def _import_common(self, node: Any, frame: Frame) -> None:  # noqa: ANN401 - private to Jinja
        if node.with_context or not isinstance(node.template, nodes.Const):
            super()._import_common(node, frame)
        else:
            self.environment.apart.add(node.template.value)
            self.write(f"environment.module({node.template.value!r})")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802 - Jinja's
        """Call a message function as it is, and all else without what is told to functions of the context alone."""
        named = isinstance(node.node, nodes.Name) and node.node.name in self.environment.messages
        if named and not (node.dyn_args or node.dyn_kwargs or any(iskeyword(one.key) for one in node.kwargs)):
            self.visit(node.node, frame)
            self.write("(")
            for one in (*node.args, *node.kwargs):
                self.visit(one, frame)
                self.write(", ")
        else:
            self.write("context.printed(" if id(node) in self._printed else "context.call(")
            self.visit(node.node, frame)
            self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        is_block = isinstance(node.node, nodes.Name) and node.node.name == "self"
        if is_block or node is self._asked or iskeyword(node.attr) or node.attr.startswith("_") or not node.attr.isascii():
            super().visit_Getattr(node, frame)
        else:
            self._read(node.node, frame)
            self.write(f".{node.attr}")

    def _read(self, node: nodes.Expr, frame: Frame) -> None:
        """Write what a field is read of; what is missing has no fields, so there is no need to look whether it is there."""
        if isinstance(node, nodes.Name):
            self.write(frame.symbols.ref(node.name))
        else:
            self.write("(")
            self.visit(node, frame)
            self.write(")")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Take the entry at a place at once; where there is none, the page is left to Jinja."""
        place = node.arg.node if isinstance(node.arg, nodes.Neg) else node.arg
        if isinstance(place, nodes.Const) and type(place.value) is int and node is not self._asked:
            self.write("(")
            self.visit(node.node, frame)
            self.write(")[")
            self.visit(node.arg, frame)
            self.write("]")
        else:
            super().visit_Getitem(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self.write("joined((")
        for one in node.nodes:
            self.visit(one, frame)
            self.write(", ")
        self.write("))")

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        if node is self._asked:
            ref = frame.symbols.ref(node.name)
            self.write(f"(environment.undefined(name={node.name!r}) if {ref} is missing else {ref})")
        else:
            super().visit_Name(node, frame)

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self._asked = node.node if node.name in _ASKING else None
        super().visit_Test(node, frame)

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self._asked = node.node if node.name in _ASKING else None
        super().visit_Filter(node, frame)

    def visit_EvalContextModifier(self, *_: object) -> NoReturn:  # noqa: N802 - Jinja's name
        raise _UnusualError("not everything is escaped")


class _Context(Context):
    def call(self, called: Any, /, *args: Any, **values: Any) -> Any:  # noqa: ANN401 - whatever a template calls
        """Call a macro or a function that takes values alone as it is; leave all else to Jinja."""
        kind = type(called)
        if kind is Macro and not values and _takes(called, args):
            return Markup(called._func(*args))  # noqa: S704, SLF001 - the macro's own work # nosec B704
        if kind not in _CALLED_AT_ONCE or (kind is FunctionType and hasattr(called, "jinja_pass_arg")):
            return super().call(called, *args, **values)
        try:
            return called(self.eval_ctx, *args, **values) if kind is Macro else called(*args, **values)
        except StopIteration:
            return self.environment.undefined("value was undefined because a callable raised a StopIteration exception")

    def printed(self, called: Any, /, *args: Any, **values: Any) -> str:  # noqa: ANN401 - whatever a template calls
        """Call something and write what it gives."""
        if type(called) is Macro and not values and _takes(called, args):
            return called._func(*args)  # noqa: SLF001 - it has escaped what it shows
        return shown(self.call(called, *args, **values))


def _takes(macro: Macro, args: Sequence[object]) -> bool:
    """Say whether a macro has all that it needs with these values, and nothing to sort out."""
    return len(args) == macro._argument_count and not (macro.caller or macro.catch_kwargs or macro.catch_varargs)  # noqa: SLF001


def shown(value: Any) -> str:  # noqa: ANN401 - whatever a template shows
    """Write a value into a page, a text character by character and markup as it is."""
    kind = type(value)
    if kind is Markup or kind is Html:
        return value  # type: ignore[no-any-return] # which is a text
    if kind is str or kind is PassedOn:
        return _escaped(value)
    return str(value) if kind is int or kind is float else str(escape(value))


def joined(values: Sequence[object]) -> str:
    """Join values as `~` does: to markup where one of them is."""
    for value in values:
        if type(value) is not str:
            return markup_join(values)
    return "".join(cast("Sequence[str]", values))


def filled(message: Markup, values: Mapping[str, object]) -> Markup:
    """Put values into a message, as `%` does."""
    for value in values.values():
        if type(value) not in _PLAIN:
            return message % values
    return _filled(message, **values)


@lru_cache(maxsize=1 << 12, typed=True)
def _filled(message: Markup, /, **values: object) -> Markup:
    written = {name: value if type(value) is int else shown(value) for name, value in values.items()}
    return Markup(str(message) % written)  # noqa: S704 - all that is put in is escaped # nosec B704


def _is_written(node: nodes.Expr) -> bool:
    """Say whether an expression gives what a page shows of it: messages, what is called to be printed, and nothing do."""
    return all(isinstance(one, nodes.Call) or (isinstance(one, nodes.Const) and one.value == "") for one in _cases(node))


def _cases(node: nodes.Expr) -> Iterator[nodes.Expr]:
    """Yield the expressions of which one is taken, by conditions."""
    if isinstance(node, nodes.CondExpr) and node.expr2:
        yield from _cases(node.expr1)
        yield from _cases(node.expr2)
    else:
        yield node


def _shown(node: nodes.Expr) -> nodes.Expr:
    """Return an expression that prints the same; what is shown on a condition alone is else nothing."""
    if isinstance(node, nodes.CondExpr) and node.expr2 is None:
        return nodes.CondExpr(node.test, node.expr1, nodes.Const(""), lineno=node.lineno, environment=node.environment)
    return node


class QuickEnvironment(Environment):
    """An environment that compiles templates to quicker Python, beside the `plain` one; all of them stay compiled.

    Everything is escaped. The functions in `messages`, which the plain one has too in Jinja's manner, give the same for the same
    text; `given` are the names of what pages are made of.
    """

    code_generator_class = _Generator
    context_class = _Context
    escaped = staticmethod(_escaped)
    joined = staticmethod(joined)
    shown = staticmethod(shown)

    def __init__(self, messages: Mapping[str, Callable[..., Markup]], given: Sequence[str] = (), **options: Any) -> None:  # noqa: ANN401 - what an environment is given
        super().__init__(cache_size=-1, optimized=False, autoescape=True, **options)
        self.plain = Environment(autoescape=True, **options)  # nosec B701 - it is true
        self.globals |= messages
        self.messages, self.everywhere = messages, (*given, *messages)
        self.part = cache(self._part)
        self.module = cache(self._module)
        self._template = cache(self.get_template)
        self.unusual: set[str] = set()  # the templates that are left to Jinja
        self.apart: set[str] = set()  # those that others, of what was compiled, have as a piece of their own

    def rendered(self, name: str, values: Mapping[str, object]) -> str:
        """Render a template.

        Raises what Jinja raises.
        """
        if name not in self.unusual:
            try:
                return self._made(name, {**self.globals, **values})
            except (TemplateError, RecursionError, SyntaxError, *SLIPS):
                pass  # if it is a fault, it will be Jinja's to say where it is
        text = self.plain.get_template(name).render(values)
        self.unusual.add(name)
        return text

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - any value
        """Read a field of a view at once; Jinja tries it as an item first."""
        if type(argument) is str and not hasattr(obj, "__getitem__"):
            return getattr(obj, argument)
        return super().getitem(obj, argument)

    def absent(self, *told: object, name: str = "", **others: object) -> NoReturn:
        """Stand where Jinja makes a value of what is not there."""
        del told, others
        raise UndefinedError(name)

    def is_message(self, node: nodes.Expr) -> bool:
        """Say whether an expression is a message, which is markup."""
        return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in self.messages

    def message(self, node: nodes.Expr) -> Markup | None:
        """Return what is always shown of a message that nothing is put into."""
        if isinstance(node, nodes.Call) and self.is_message(node):
            text = node.args[0] if len(node.args) == 1 else None
            if isinstance(text, nodes.Const) and not (node.kwargs or node.dyn_args or node.dyn_kwargs):
                return self.messages[cast("nodes.Name", node.node).name](text.value)
        return None

    def _part(self, name: str) -> list[nodes.Node] | None:
        """Return the body of a template that can be written where it is included."""
        try:
            source, *_ = cast("BaseLoader", self.loader).get_source(self, name)
            template = self.parse(source, name)
        except TemplateError:
            return None
        return None if any(map(_is_apart, template.find_all(nodes.Node))) else template.body

    def _module(self, name: str) -> TemplateModule:
        return self._template(name).make_module()

    def included(self, name: str, context: Context, local: Mapping[str, object]) -> str:
        """Render a template within another one, which has these variables beside those of its context."""
        given = {key: value for key, value in local.items() if value is not missing}
        return self._made(name, {**context.parent, **context.vars, **given})

    def _made(self, name: str, variables: dict[str, Any]) -> str:
        template = self._template(name)
        return "".join(template.root_render_func(self.context_class(self, variables, template.name, template.blocks)))


def _is_apart(node: nodes.Node) -> bool:
    """Say whether a template that has this cannot be written where it is included."""
    if isinstance(node, nodes.Filter | nodes.Test):
        return node.name in _ASKING and isinstance(node.node, nodes.Name)
    return isinstance(node, _ALONE) or (isinstance(node, nodes.Name) and node.name == "self")
