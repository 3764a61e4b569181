from digest.cache.latest import Latest

RAN = list[str]()


def twice(text: str) -> str:
    RAN.append(text)
    return 2 * text


def ran(latest: Latest[str], **texts: str) -> list[str]:
    """Ask for some results, and return for which of them the function ran."""
    RAN.clear()
    assert list(latest.of({name: (text,) for name, text in texts.items()})) == [2 * text for text in texts.values()]
    return list(RAN)


def test_a_function_runs_on_what_is_new_or_changed_alone() -> None:
    latest = Latest(twice)
    assert ran(latest, a="x", b="y") == ["x", "y"]
    assert ran(latest, b="y", a="x") == []
    assert ran(latest, a="z", b="y") == ["z"]


def test_one_alone_in_between_makes_the_others_no_news() -> None:
    latest = Latest(twice)
    ran(latest, a="x", b="y")
    assert ran(latest, a="z") == ["z"]
    assert ran(latest, a="z", b="y") == []


def test_what_is_long_gone_is_forgotten() -> None:
    latest = Latest(twice)
    ran(latest, a="x")
    ran(latest, b="y")
    ran(latest, b="y")
    assert ran(latest, a="x") == ["x"]
