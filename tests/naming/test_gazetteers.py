"""What is known beforehand."""

from importlib.resources import files

from babel import Locale

from digest.naming.gazetteers import gazetteer, is_everyday, is_given_name, is_organization, surnames

NO_COUNTRY = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}


def test_every_country_of_cldr_is_known() -> None:
    entries = gazetteer().entries
    known = {name.replace("&", "and") for name in entries}
    territories = Locale("en").territories
    names = [name for code, name in territories.items() if code.isalpha() and code not in NO_COUNTRY]
    plain = [name.replace("’", "'").replace("-", " - ").replace("St.", "St .").replace("&", "and") for name in names]
    assert [name for name in plain if name not in known and "(" not in name and "  " not in name and "U.S." not in name] == []


def test_the_data_is_small() -> None:
    data = files("digest.naming").joinpath("data")
    assert sum(len(path.read_bytes()) for path in data.iterdir()) < 3_000_000


def test_what_is_told_to_be_an_organisation_is_one_in_all_that_is_known() -> None:
    known = gazetteer().entries
    assert [name for name, entry in known.items() if is_organization(name) != (entry.type == "organization")] == []
    assert not is_organization("Nils Lopez")


def test_a_province_of_the_world_that_people_or_things_are_called_like_is_doubtful_and_stands_once() -> None:
    rows = files("digest.naming").joinpath("data", "regions.txt").read_text("utf-8").split("\n")
    world = rows[next(at for at, row in enumerate(rows) if row.startswith("# Counties")) + 1 :]
    listed = [
        [form.strip() for column in row.split("|")[:2] for form in column.split(";")] for row in rows if row and row[0] != "#"
    ]
    forms = [form.removeprefix("? ") for row in listed for form in row if form]
    assert [form for form in forms if forms.count(form) > 1] == []
    sure = [form.strip() for row in world for column in row.split("|")[:2] for form in column.split(";") if "?" not in form]
    plural = {"Cotswolds", "Midlands"}  # they bear an article, as no person does
    called = [name for name in sure if name in surnames() or is_given_name(name) or (is_everyday(name) and name not in plural)]
    assert called == []
