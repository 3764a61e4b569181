"""The names that invented news draws on: the gazetteers' and made-up ones of the same patterns."""

import random
from functools import cached_property

from digest.naming.gazetteers import first_names, gazetteer, surnames

_PEOPLE = """
James John Robert Michael William David Richard Joseph Thomas Charles Daniel Matthew Anthony Mark Paul Steven Andrew Kevin Brian
George Edward Peter Simon Alan Neil Graham Mary Patricia Jennifer Linda Elizabeth Susan Jessica Sarah Karen Nancy Lisa Emma
Olivia Sophie Laura Rachel Hannah Mohammed Ahmed Ali Hassan Omar Ibrahim Abdul Fatima Aisha Vladimir Sergei Dmitry Alexander
Andrei Olga Natalia Ivan Igor Jean Pierre François Michel Marie Claire Hans Karl Jürgen Angela Ursula Giovanni Marco Luca Giulia
José Juan Carlos Luis Miguel María Ana Pedro João Rafael Wei Ming Xin Li Yang Kim Lee Park Hiroshi Kenji Yuki Shinzo Narendra
Rahul Amit Priya Anil Rajesh Recep Mehmet Mustafa Kwame Chidi Ngozi Nelson Cyril Boris Jacinda Justin Emmanuel Viktor Andrzej
""".split()
_ONSETS = "B Br C Ch D Dr F G Gr H J K Kr L M N P Pr R S Sh St T Tr V W Y Z".split()
_NUCLEI = "a e i o u ai ei ia io ou".split()
_CODAS = "n r l s m k t d rn nd ll v sh th z x ck".split()
_SURNAME_ENDS = "ov ova ski sen son man ez es ini elli ic enko adze ian yan kamp berg stein wood ley ford ara ura ashi eda ani awi dal nen eau".split()
_TOWN_ENDS = "ton ham mouth grad ovo ava burg stadt ville polis wick ford by shire abad pur sk ivka field land berg dorf ina ara ou".split()
_TEAM_ENDS = "United|City|Rovers|Town|FC|Athletic|Wanderers|Albion|County".split("|")
_NICKNAMES = "Bears Tigers Lions Eagles Hawks Giants Kings Sharks Wolves Bulls Rangers Royals Pirates Raiders Knights Jets Sox Warriors Hornets Panthers Falcons Cubs Rockets Suns Stars Devils Blues Braves Saints".split()
_CLUBS = """Liverpool|Chelsea|Arsenal|Everton|Barcelona|Juventus|Bayern Munich|Ajax|Benfica|Porto|Celtic|Marseille|Lyon|Sevilla|Valencia
|Napoli|Roma|Lazio|Inter Milan|AC Milan|Real Madrid|Atletico Madrid|Borussia Dortmund|Manchester United|Manchester City|Tottenham|Leeds
|Newcastle|Southampton|West Ham|Fenerbahce|Galatasaray|PSV Eindhoven|Feyenoord|Anderlecht|Schalke|Werder Bremen|Hertha Berlin|Toronto
|Boston|Chicago|Montreal|Dallas|Houston|Denver|Buffalo|Seattle|Atlanta|Cleveland|Detroit|Oakland|Kansas City|Green Bay|Essendon
|Carlton|Collingwood|Hawthorn|Geelong|Surrey|Essex|Kent|Lancashire|Yorkshire|Sussex|Warwickshire|Leicestershire""".replace(
    "\n", ""
).split("|")
_PAPERS = """The New York Times|The Washington Post|The Guardian|Le Monde|Der Spiegel|Bild|El Pais|BBC|CNN|Fox News|Sky News|NHK|Al Jazeera|Kommersant
|Haaretz|Corriere della Sera|the Daily Mail|The Times|the Financial Times|The Wall Street Journal|Die Welt|{city} Times|{city} Post|the {city} Herald
|The {city} Tribune|the Daily {stem}|{stem} TV|Radio {stem}|Politico|Axios|Bloomberg News""".replace("\n", "").split("|")
_PATTERNS: dict[str, list[str]] = {
    "company": "{stem}|{stem}|{stem} {stem}|{stem} Inc|{stem} Corp|{stem} Ltd|{stem} Group|{stem} Energy|{stem} Holdings|{stem} Motors|{surname} & {surname}|{surname} Brothers|{stem}tech|{stem} Pharmaceuticals|{stem} Co|{stem} AG|{stem} SA|{stem} Plc|{surname}'s|{acronym}|{city} Steel|{stem} Airlines|{stem} Capital|{stem} Partners".split("|"),
    "bank": "{surname} Bank|Bank of {city}|{stem} Securities|{surname} Capital|{stem} Asset Management|Goldman Sachs|JP Morgan|Morgan Stanley|Citigroup|Barclays|UBS|Credit Suisse|Deutsche Bank|HSBC|Nomura|ING|Jefferies|Commerzbank|BNP Paribas|Wells Fargo".split("|"),
    "centralbank": "the Federal Reserve|the Fed|the European Central Bank|the ECB|the Bank of England|the Bank of Japan|Bank of {country}|the Central Bank of {country}|the Reserve Bank of {country}".split("|"),
    "exchange": "New York Stock Exchange|Nasdaq|London Stock Exchange|{city} Stock Exchange".split("|"),
    "university": "{city} University|University of {city}|the University of {city}|{surname} University|{surname} College|{city} Institute of Technology|{stem} Institute|{state} State University|University of {state}|Oxford University|Harvard|Stanford|Yale|MIT|Cambridge University|the {city} School of Economics".split("|"),
    "hospital": "{surname} Hospital|{city} General Hospital|St {first}'s Hospital|{city} Medical Center|{surname} Memorial Hospital".split("|"),
    "party": "the {stem} Party|the Labour Party|Labour|the Conservatives|the Greens|the Social Democrats|the National Party|the {country} Party|Forward {country}|{acronym}|the Liberal Party|the Workers' Party|New Democracy|the People's Party|Fidesz|Likud|Syriza|the Christian Democratic Union|the Democratic Party|the Republican Party|the National Front|Podemos|Sinn Fein".split("|"),
    "parliament": "parliament|Congress|the Senate|the House of Representatives|the House of Commons|the Bundestag|the Knesset|the State Duma|the National Assembly|the European Parliament".split("|")[1:],
    "ministry": "the Foreign Ministry|the Ministry of Health|the Defence Ministry|the Ministry of Defence|the Finance Ministry|the Interior Ministry|the State Department|the Justice Department|the Department of Energy|the Treasury|the Home Office|the Department of Homeland Security|the Ministry of Foreign Affairs|the Foreign Office|the Pentagon|the Department for International Development".split("|"),
    "committee": "the Senate Intelligence Committee|the House Judiciary Committee|the Foreign Affairs Committee|the {city} City Council|the Budget Committee|the Electoral Commission".split("|"),
    "thinktank": "the {surname} Institute|the {stem} Foundation|the Brookings Institution|Chatham House|the Center for {city} Studies|the Council on Foreign Relations|the RAND Corporation|the {city} Institute|Human Rights Watch|Amnesty International".split("|"),
    "agency": "Reuters|the Associated Press|AFP|Xinhua|Interfax|the FBI|the CIA|NASA|the U.S. Geological Survey|the {city} Police Department|{acronym}|the Environmental Protection Agency|the SEC|the FDA|the {stem} Authority|the National Weather Service|Europol|Interpol|the Coast Guard|the Red Cross|the Federal Trade Commission|the Met Office|the World Health Organization|the {country} Statistics Bureau".split("|"),
    "union": "the {stem} Workers Union|Unison|the {country} Farmers' Union|the Teamsters|{acronym}|the National Union of Teachers|Verdi|IG Metall".split("|"),
    "federation": "FIFA|UEFA|the {country} Football Association|the {country} Olympic Committee|the IOC|the International Olympic Committee|the {country} Cricket Board|the ATP|the NFL|the NBA|World Athletics|the FA|the ICC|{acronym}".split("|"),
    "airline": "{stem} Air|{country} Airlines|{stem} Airways|Air {country}|Lufthansa|Ryanair|Delta|EasyJet|British Airways|Qantas|Emirates|Aeroflot".split("|"),
    "court": "the Supreme Court|the High Court in {city}|{city} Crown Court|the International Criminal Court|the Constitutional Court|the {city} District Court".split("|"),
    "charity": "Oxfam|UNICEF|the Red Cross|the {surname} Foundation|Save the Children|{stem} Aid|Doctors Without Borders|Greenpeace|the World Food Programme|the UNHCR|Friends of {region}".split("|"),
    "militants": "Hamas|Hezbollah|the Taliban|Boko Haram|al-Qaeda|al-Shabaab|Islamic State|ISIL|ISIS|Daesh|the {stem} Liberation Front|the {stem} Brigade|the {stem} Army|the Houthis|the Peshmerga|Jaish al-{stem}|Da'esh|the Free {country} Army|{acronym}".split("|"),
    "museum": "the {surname} Museum|the {city} Museum of Art|the Louvre|the National Gallery|the British Museum|the {stem} Gallery|the {city} Opera".split("|"),
    "band": "The {stem}s|{stem}|the {city} Symphony Orchestra|{stem} and the {stem}s|Coldplay|U2".split("|"),
    "photo": "AP|Getty Images|AFP|Reuters|EPA".split("|"),
    "hq": "the White House|the Kremlin|the {company} headquarters|the Pentagon|Downing Street".split("|")[:2],
    "stadium": "{city} Stadium|{surname} Park|{surname} Arena|Old Trafford|Wembley|Anfield|Camp Nou|the {stem} Stadium|Madison Square Garden|Stamford Bridge".split("|"),
    "park": "{surname} Park|{stem} National Park|Mount {stem}|Lake {stem}|the {stem} Forest|{stem} Beach|{surname} Street|{stem} Airport|{surname} Bridge|Fort {surname}|Cape {stem}".split("|"),
    "river": "the {stem} River|the {stem}|the Danube|the Rhine|the River {stem}".split("|"),
    "statesenate": "{state} Senate|{state} House|{state} Supreme Court|{state} Department of Health|{state} Legislature".split("|"),
    "acronym.org": ["{acronym}"],
    "stemorg": "{stem} Society|{stem} Association|{stem} Club|{city} Academy|{stem} Institute|{surname} School|{city} Philharmonic|{stem} Church".split("|"),
    "product": "{stem} {number}|F-{number}|iPhone|Boeing 737|Airbus A320|Kalashnikov|{stem} GT|Windows {number}|PlayStation|Patriot".split("|"),
    "event": "{city} Marathon|World Cup|{city} Summit|Olympic Games|{stem} Festival|Treaty of {city}|{stem} Prize|World War II|{country} Open|Champions League|Premier League|Brexit|{stem} Cup|G20 Summit".split("|"),
}  # fmt: skip


class Lists:
    """Names by kind; what is drawn depends on the chance given alone."""

    @cached_property
    def _by_rank(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for entry in dict.fromkeys(gazetteer().entries.values()):
            found.setdefault(entry.rank, []).append(entry.name)
        return {rank: sorted(names) for rank, names in found.items()}

    @cached_property
    def _given(self) -> list[str]:
        return sorted(name for name in first_names() if name.isalpha())

    @cached_property
    def _families(self) -> list[str]:
        return sorted(surnames())

    def person(self, chance: random.Random) -> tuple[str, str]:
        """Draw a given and a family name."""
        given = (
            chance.choice(_PEOPLE)
            if chance.random() < 0.6
            else chance.choice(self._given)
            if chance.random() < 0.7
            else stem(chance)
        )
        family = chance.choice(self._families) if chance.random() < 0.6 else stem(chance) + chance.choice(_SURNAME_ENDS)
        if chance.random() < 0.05:
            family = chance.choice(("van ", "de ", "al-", "O'", "Mc", "El ", "von der ", "bin ")) + family
        if chance.random() < 0.05:
            given = f"{given} {chance.choice('ABCDEFGHJKLMPRSTW')}."
        if chance.random() < 0.04:
            family += f"-{chance.choice(self._families)}"
        return given, family

    def drawn(self, kind: str, chance: random.Random) -> str:
        """Draw a name of a kind."""
        match kind:
            case "city":
                return chance.choice(self._by_rank["city"]) if chance.random() < 0.8 else self.drawn("town", chance)
            case "town":
                return stem(chance) + chance.choice(_TOWN_ENDS) if chance.random() < 0.6 else chance.choice(self._by_rank["city"])
            case "country":
                return chance.choice(self._by_rank["country"])
            case "region" | "state":
                return (
                    chance.choice(self._by_rank["region"])
                    if chance.random() < 0.8
                    else f"{chance.choice(('North', 'South', 'West', 'Eastern'))} {stem(chance)}ia"
                )
            case "natl":
                return chance.choice(self._by_rank["people"])
            case "surname":
                return chance.choice(self._families)
            case "first":
                return chance.choice(_PEOPLE)
            case "stem":
                return stem(chance)
            case "number":
                return str(chance.randint(1, 99))
            case "acronym":
                return "".join(chance.choice("ABCDEFGHIKLMNOPRSTUVW") for _ in range(chance.randint(3, 4)))
            case "org":
                return chance.choice(self._by_rank["organization"])
            case "team":
                return self._team(chance)
            case "paper":
                return self._filled(chance.choice(_PAPERS), chance)
        if kind == "company" and chance.random() < 0.5:
            return chance.choice(self._by_rank["company"])
        return self._filled(chance.choice(_PATTERNS[kind]), chance)

    def _team(self, chance: random.Random) -> str:
        place = self.drawn("city", chance)
        return chance.choice(
            (
                place,
                f"{place} {chance.choice(_TEAM_ENDS)}",
                f"{place} {chance.choice(_NICKNAMES)}",
                chance.choice(_CLUBS),
                chance.choice(_CLUBS),
                f"FC {place}",
                f"{stem(chance)} {place}",
            )
        )

    def _filled(self, pattern: str, chance: random.Random) -> str:
        while "{" in pattern:
            start, end = pattern.index("{"), pattern.index("}")
            pattern = pattern[:start] + self.drawn(pattern[start + 1 : end], chance) + pattern[end + 1 :]
        return pattern


def stem(chance: random.Random) -> str:
    """Make up a word that could be a name."""
    syllables = chance.choice(_ONSETS) + chance.choice(_NUCLEI) + chance.choice(_CODAS)
    if chance.random() < 0.5:
        syllables += chance.choice(_NUCLEI[:5]) + chance.choice(_CODAS)
    return syllables
