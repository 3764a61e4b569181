"""The cast of an invented article: people, places and organisations that its headings and sentences share."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_ONSETS = "B Br C Ch D Dr F G Gr H J K Kr L M N P Pr R S Sh St T Tr V W Y Z".split()
_NUCLEI = "a e i o u ai ei ia io ou aa oo".split()
_CODAS = "n r l s m k t d rn nd ll v sh th z x ck".split()
_SURNAME_ENDS = (
    "ov ova ski sen son man ez es ini elli etti ic icz enko adze ian yan oğlu kamp berg stein wood ley ton ford ara amu "
    "ika oto ura ashi eda ani awi dar heim dal vik nen ain eau ard"
).split()
_PLACE_ENDS = (
    "ia ar burg stadt ville ton ham mouth grad ovo ava ana ora and land stan polis port wick feld mark by fjord shire "
    "mar oss eta isk"
).split()
_GIVEN = (
    "Ana Anna Maria Elena Olga Irina Ingrid Astrid Freya Karin Petra Lena Sofia Clara Lucia Carla Rosa Marta Ines Paula "
    "Julia Emma Grace Sarah Ruth Alice Helen Fiona Nora Amina Fatima Leila Zainab Aisha Ngozi Chidi Kwame Abena Thandi "
    "Sipho Wei Li Mei Hiro Kenji Yuki Sachi Priya Anil Ravi Sunita Arjun Omar Ali Hassan Yusuf Karim Ahmed Ivan Petr "
    "Pavel Dmitri Oleg Boris Viktor Marek Jan Tomas Milan Luka Nikola Erik Lars Anders Jonas Sven Henrik Hans Karl Otto "
    "Franz Pieter Joost Pierre Jean Luc Marc Paul Antoine Carlos Juan Pedro Diego Miguel Rafael Andre Joao Davi Tiago "
    "Marco Luca Paolo Giulia Chiara John James Robert David Daniel Peter Simon Thomas George Edward Dean Carl Samir "
    "Tariq Nadia Yara Mehmet Elif Deniz Tamar Giorgi Levan Aroha Tane Mateo Camila Valentina Santiago Gabriel Beatriz"
).split()
_SURNAMES = (
    "Smith Jones Taylor Brown Clark Young King Hill Green Baker Cooper Ward Price Stone Marsh West Reed Fox Page Rice "
    "Bell Wood Banks Field Okafor Adeyemi Mensah Banda Moyo Dlamini Kamau Otieno Haddad Nasser Khalil Rahman Khan Sharma "
    "Gupta Patel Rao Chen Wang Zhang Liu Kim Park Tanaka Sato Suzuki Nguyen Tran Garcia Lopez Martinez Ruiz Torres Silva "
    "Santos Costa Pereira Rossi Ferrari Conti Moreau Dubois Laurent Martin Muller Weber Fischer Schmidt Novak Horvat "
    "Kovac Petrov Ivanova Kowalski Nowak Lindqvist Holm Berg Dahl Virtanen Jansen Visser Papadakis Demir Yilmaz Aslan "
    "Farrow Delmar Holt Renn Strand Vale Cross Marin Duarte Quiroga Mbeki Traore Diallo Keita"
).split()
_PLACES = (
    "Ukraine Russia Poland Germany France Spain Portugal Italy Greece Turkey Egypt Kenya Nigeria Ghana Senegal Ethiopia "
    "Sudan Chad Mali Morocco Israel Gaza Lebanon Syria Iraq Iran Yemen Qatar India Pakistan Nepal China Taiwan Japan "
    "Korea Vietnam Thailand Indonesia Australia Fiji Canada Mexico Cuba Haiti Brazil Chile Peru Bolivia Argentina "
    "Colombia Ecuador Norway Sweden Finland Denmark Iceland Ireland Scotland Wales England Austria Hungary Romania "
    "Serbia Kosovo Georgia Armenia Moldova Kyiv Moscow Warsaw Berlin Paris Madrid Lisbon Rome Athens Ankara Cairo "
    "Nairobi Lagos Accra Dakar Jerusalem Beirut Baghdad Tehran Delhi Mumbai Beijing Shanghai Tokyo Seoul Hanoi Bangkok "
    "Jakarta Sydney Toronto Ottawa Havana Lima Bogota Oslo Stockholm Helsinki Dublin London Geneva Vienna Brussels "
    "Washington Texas California Florida Ohio Congress Parliament Europe Africa Asia America Britain Kharkiv Odesa "
    "Aleppo Mosul Lyon Porto Naples Hamburg Bremen Gdansk Crimea Siberia Catalonia Bavaria"
).split()
_DEMONYMS = (
    "Ukrainian Russian Polish German French Spanish Portuguese Italian Greek Turkish Egyptian Kenyan Nigerian Israeli "
    "Palestinian Syrian Iraqi Iranian Indian Pakistani Chinese Japanese Korean Vietnamese Australian Canadian Mexican "
    "Cuban Brazilian Chilean Peruvian Colombian Norwegian Swedish Finnish Danish Irish Scottish British American "
    "European African Asian Western Eastern Nordic Baltic Balkan Arab Latin Pacific Atlantic Democratic Republican"
).split()
_GROUPS = (
    "US U.S. EU UN NATO WHO OPEC ASEAN UK G7 G20 IMF ECB FBI NASA UEFA FIFA WTO OSCE NGO BRICS Pentagon Kremlin Senate House"
).split()
_ORGANISATION = (
    "{n} Energy", "{n} Motors", "{n} Bank", "Bank of {p}", "University of {p}", "{p} University", "{n} Institute", "{p} United",
    "{n} Rovers", "{n} Air", "{n} Group", "{n} Steel", "{n} Semiconductor", "{n} Biologics", "Central Bank of {p}",
    "Supreme Court", "High Court", "Red Cross", "Labour Party", "Green Party", "National Front", "People's Party",
    "Farmers' League", "European Commission", "European Union", "United Nations", "World Bank", "Security Council",
    "Senate Panel", "Election Commission", "Port Authority", "{p} Port Authority", "Ministry of Health", "Defense Ministry",
    "{n} and {m}", "{n} Securities", "{n} Robotics", "{p} City Council", "{d} Parliament", "{d} Central Bank", "{n} Foundation",
    "{n} Orbital", "{p} Dockworkers Union", "Teachers' Union", "{n}", "{n}tech", "{p} Airways", "{d} Football Federation",
    "Doctors Without Limits", "Open {n}", "Court of Appeal", "Treasury", "White House", "Justice Department",
    "State Department", "Coast Guard", "{p} Police", "Central Bank", "City Hall",
)  # fmt: skip
_COMPASS = "North South East West Upper Lower New Port Saint San Santa El Mount Lake Fort".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who and what an article is about."""

    people: tuple[tuple[str, str], ...]
    places: tuple[str, ...]
    demonyms: tuple[str, ...]
    organisations: tuple[str, ...]
    groups: tuple[str, ...]

    def drawn(self, symbol: str, chance: random.Random) -> str:
        """Return a name for a symbol of the grammar, or nothing when it stands for no name."""
        if symbol == "person":
            return " ".join(chance.choice(self.people))
        if symbol == "surname":
            return chance.choice(self.people)[1]
        if symbol == "number":
            return chance.choice(
                ("12", "40", "71", "2.5", "9.1", "340", "1,200", "14,000", "400,000", str(chance.randint(2, 99)))
            )
        if symbol == "year":
            return str(chance.randint(1961, 2035))
        names = {"place": self.places, "demonym": self.demonyms, "org": self.organisations, "group": self.groups}.get(symbol, ())
        return chance.choice(names) if names else ""


def invented_cast(chance: random.Random) -> Cast:
    """Draw the names of an article, half of them invented."""
    places = tuple(_place(chance) for _ in range(4))
    return Cast(
        people=tuple(_person(chance) for _ in range(4)),
        places=places,
        demonyms=tuple(chance.choice(_DEMONYMS) if _happens(0.6, chance) else _stem(chance) + "ian" for _ in range(3)),
        organisations=tuple(_organisation(places, chance) for _ in range(4)),
        groups=tuple(chance.sample(_GROUPS, 3)),
    )


def foreign_cast(rules: Mapping[str, Sequence[str]], chance: random.Random) -> Cast:
    """Draw the names of an article in another language from its grammar's lists, some surnames and places invented."""

    def drawn(symbol: str, endings: str, known: float) -> str:
        return chance.choice(rules[symbol]) if _happens(known, chance) else _stem(chance) + chance.choice(rules[endings])

    places = tuple(drawn("cast.place", "cast.place.end", 0.7) for _ in range(4))
    return Cast(
        people=tuple((chance.choice(rules["cast.given"]), drawn("cast.surname", "cast.surname.end", 0.6)) for _ in range(4)),
        places=places,
        demonyms=(),
        organisations=tuple(chance.choice(rules["cast.org"]).format(p=chance.choice(places), n=_name(chance)) for _ in range(4)),
        groups=(),
    )


def _person(chance: random.Random) -> tuple[str, str]:
    given = chance.choice(_GIVEN) if _happens(0.6, chance) else _stem(chance) + chance.choice("aioe")
    surname = chance.choice(_SURNAMES) if _happens(0.5, chance) else _stem(chance) + chance.choice(_SURNAME_ENDS)
    if _happens(0.04, chance):
        surname = chance.choice(("van ", "de ", "al-", "O'", "Mc", "El ", "Da ")) + surname
    return given, surname


def _place(chance: random.Random) -> str:
    name = chance.choice(_PLACES) if _happens(0.5, chance) else _stem(chance) + chance.choice(_PLACE_ENDS)
    if _happens(0.12, chance):
        return f"{chance.choice(_COMPASS)} {name}"
    if _happens(0.05, chance):
        return f"{name} {chance.choice(('Valley', 'Bay', 'Islands', 'City', 'Province', 'Strait'))}"
    return name


def _organisation(places: tuple[str, ...], chance: random.Random) -> str:
    pattern = chance.choice(_ORGANISATION)
    return pattern.format(p=chance.choice(places), n=_name(chance), m=_name(chance), d=chance.choice(_DEMONYMS))


def _name(chance: random.Random) -> str:
    return _stem(chance) + chance.choice(("", "a", "is", "on", "ex", "um", "or", "ia"))


def _stem(chance: random.Random) -> str:
    syllables = chance.choice(_ONSETS) + chance.choice(_NUCLEI) + chance.choice(_CODAS)
    if _happens(0.4, chance):
        syllables += chance.choice(_NUCLEI[:5]) + chance.choice(_CODAS)
    return syllables


def _happens(share: float, chance: random.Random) -> bool:
    return chance.random() < share
