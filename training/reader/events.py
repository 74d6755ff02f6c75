"""Reads the snippets of src/test/corpus/development, which tell facts and events but not where they stand.

Fillers are found by their names, dates, amounts and percentages by their value; an event's trigger is the word of its
class that stands nearest to them. What is not found is left out, and its label with it: a document counts as complete
only in what was found whole.
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml

from .documents import Document, Mention, Relation, Role, Sentence, Trigger
from .labels import EVENTS, PROPERTIES
from .sets import PRONOUNS, SYMMETRIC, Cutter

# Classes' words beyond those of ontology/patterns: nouns, and verbs that a pattern would find too loose.
TRIGGERS = {
    "ng:ExportRestriction": "ban embargo export restriction control curb limit halt suspend cut off licence license "
                            "cap quota let list stop block blocklist withhold deny outlaw",
    "ng:TradeRestriction": "tariff duty import ban levy quota embargo restriction surcharge blacklist bar block lift "
                           "licence shut close exclude prohibit restrict halt suspend curb forbid tax boycott",
    "ng:Sanction": "sanction sanctions freeze blacklist list designation blacklisting delist lift embargo ban punish penalty",
    "ng:MarketMovement": "fall rise drop gain loss decline slide rally surge jump double halve triple quadruple slump "
                         "tumble plunge move up down lower higher edge creep inch firm weaken strengthen lift drag push "
                         "send cost swing collapse recover rebound steady worth evaporate melt shrink bounce settle",
    "ng:Accusation": "accusation allege allegation charge claim blame indict denounce suspect complain complaint "
                     "arraign implicate hold case investigate say fault prosecute clear call",
    "ng:Lawsuit": "lawsuit suit sue class-action action claim case complaint litigation countersue petition court "
                  "proceeding settle plaintiff take",
    "ng:CyberAttack": "attack ransomware breach intrusion hacker malware break-in infiltrate knock disable cyber-attack "
                      "encrypt freeze lock intruder raid outage worm virus theft get steal into disrupt deface scramble penetrate",
    "ng:Acquisition": "acquire acquisition takeover bid offer merger merge deal sale owner absorb pick up gobble bag "
                      "snap up complete swoop purchaser approach bidder table change hands belong",
    "ng:Investment": "investment stake round funding back backing backer inject injection invest fund financing "
                     "finance capital commit take raise pump sink plough channel stump participate investor go buy shareholder",
    "ng:Purchase": "order purchase buy contract deal sale acquire procure sign for take delivery shell out pick up "
                   "spend snap up cost pay agree offload buyer",
    "ng:Appointment": "appointment appoint successor succeed replace join take over election choose select install "
                      "recruit promotion hiring take name swear in sworn return tap bring in start run move elevate head make nomination nominate "
                      "unveil sign serve receive",
    "ng:Departure": "departure resignation retirement exit leave quit step stand down aside ouster removal dismissal "
                    "go sacking bow give up firing sack exit depart force out stay hand over drop oust suspend until join "
                    "recruit succeed defect recall survive time",
    "ng:ProductRelease": "launch release debut unveil ship show introduction arrive rollout sell come out available "
                         "roll introduce start open sale reach appear present premiere",
    "ng:Listing": "list listing float flotation ipo debut offering trade delist go public floated trading "
                  "share market ring shares return strike leave",
    "ng:Statement": "according statement post tweet quote put remark interview think believe reckon promise vow pledge "
                    "boast joke complain contend assert hint allege argue blame tell denial deny report repeat shout maintain stand hope expect "
                    "point find rule swear calculate fear verdict read",
}
# Words that stand for many things: taken only where no better one stands near.
VAGUE = set(
    "until into make let get hold buy reach leave strike list join go case take quota cap licence table put go make start place add announce impose introduce take give open close end lead land move come claim say deal "
    "case court action share market shares trade stay run head return for in up down off out on over aside step join "
    "back offer cost pay spend worth order list show sell ship sale export import stop get charge public trading limit "
    "control change hands owner purchaser bidder investor fight face deny dismiss reject raise sign agree drop cut lower higher send push lift settle "
    "hand give report stand hope expect begin bring file tap name pick choose post quote part find read "
    "time call sign serve receive belong clear".split())
# Words that no event hangs on alone.
PARTICLES = set("for in up down off out on over aside public delivery hands back aside".split())

VALUE_ROLES = {
    "ng:time": "Date", "ng:startTime": "Date", "ng:endTime": "Date", "ng:price": "Money", "ng:amount": "Money",
    "ng:valuation": "Money", "ng:valueChange": "Money", "ng:percentChange": "Percent", "ng:role": "JobTitle",
}
TEXT_ROLES = {"ng:allegation", "ng:reason", "schema:text"}  # clauses, no mentions
ROLE_COARSE = {
    "ng:person": "PER", "ng:acquired": "ORG", "ng:investee": "ORG", "ng:exchange": "ORG",
    "ng:product": "PRODUCT",
}
ENDS = {  # coarse or fine types of subject and object
    "schema:founder": ("ORG", None), "schema:foundingDate": ("ORG", "Date"), "schema:foundingLocation": ("ORG", "LOC"),
    "ng:headquarters": ("ORG", "LOC"), "ng:leader": (None, "PER"), "ng:chiefExecutive": ("ORG", "PER"),
    "schema:affiliation": ("PER", None), "schema:jobTitle": ("PER", "JobTitle"), "ng:advises": ("PER", None),
    "schema:parentOrganization": ("ORG", "ORG"), "ng:acquiredBy": ("ORG", None), "ng:customer": ("ORG", None),
    "ng:listedOn": ("ORG", "ORG"), "schema:birthDate": ("PER", "Date"), "schema:deathDate": ("PER", "Date"),
    "schema:birthPlace": ("PER", "LOC"), "schema:homeLocation": ("PER", "LOC"),
    "schema:nationality": ("PER", "Nationality"), "schema:alumniOf": ("PER", "ORG"), "schema:spouse": ("PER", "PER"),
    "schema:parent": ("PER", "PER"), "ng:politicalParty": ("PER", "ORG"), "schema:containedInPlace": ("LOC", "LOC"),
    "ng:developer": (None, None), "ng:developmentCost": (None, "Money"), "ng:regulatedBy": (None, "ORG"),
}
# Facts that the snippets hold merely acceptable and our own articles state.
OURS_TOO = {"schema:affiliation", "schema:jobTitle", "schema:nationality"}
POSTS = {"schema:affiliation", "schema:jobTitle", "ng:leader", "ng:chiefExecutive"}
_FORMER = re.compile(r"(?i)\b(former|formerly|ex-\w+|once|previously|used to|then|late|served as|was)\b")
_NO_SHORT = set(
    "Bank Group Royal United New National Central First The South North East West Great High Mount Port San Saint Air "
    "Stock Exchange Company Corporation Court Ministry Department University House Party Union Federal European Old "
    "Institute Office Agency Council Commission Authority City Airlines Airways Capital Partners Holdings".split())

_PERSONAL = set("he him his she her it its they them their".split())
_OF_PERSON = set("he him his she her".split())
_BEFORE_SHORT = set("Mr Ms Mrs Dr Lord Sir Mr. Ms. Mrs. Dr. But And When While If After".split())


@dataclass
class _Names:
    """Data of ontology/: what the words of values mean."""

    months: dict[str, int]
    numbers: dict[str, float]
    magnitudes: dict[str, int]
    currency_words: list[str]
    lemmas: dict[str, set[str]]
    countries: dict[str, list[str]]
    adjectives: dict[str, list[str]]
    triggers: dict[str, set[str]]
    common: set[str]  # words that stand in lower case somewhere

    @staticmethod
    def read(ontology: Path) -> _Names:
        names = ontology / "names"
        lemmas: dict[str, set[str]] = defaultdict(set)
        for row in _rows(names / "lemmas.tsv"):
            for form in row["forms"].split():
                lemmas[form].add(row["lemma"])
        triggers = {c: set(w.split()) for c, w in TRIGGERS.items()}
        for file in sorted((ontology / "patterns").glob("*.yaml")):
            for pattern in yaml.safe_load(file.read_text(encoding="utf-8"))["patterns"]:
                if "event" in pattern:
                    for key in ("verb", "noun"):
                        words = pattern.get(key, [])
                        for word in [words] if isinstance(words, str) else words:
                            triggers[pattern["event"]["class"]].add(word.split()[0])
        triggers["ng:Statement"] |= {row["word"] for row in _rows(names / "speech.tsv")}
        countries, adjectives = {}, {}
        for row in _rows(names / "countries.tsv"):
            countries[row["name"]] = [row["name"], *_parts(row["aliases"]), *_parts(row["metonyms"])]
            adjectives[row["name"]] = _parts(row["adjectives"])
        return _Names(
            {m: i for i, m in enumerate("January February March April May June July August September October November "
                                        "December".split(), 1)},
            {r["word"]: float(r["value"]) for r in _rows(names / "number-words.tsv")},
            {r["written"]: int(r["power"]) for r in _rows(names / "magnitudes.tsv")},
            sorted({r["written"].split()[-1] for r in _rows(names / "currencies.tsv")
                    if re.fullmatch(r"[a-z]{4,}", r["written"].split()[-1])} | {"guilders", "kroner", "kronor"}),
            lemmas, countries, adjectives, triggers, set())

    def lemmas_of(self, word: str) -> set[str]:
        word = word.lower()
        found = {word} | self.lemmas.get(word, set())
        for ending, instead in (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"),
                                ("ing", ""), ("ing", "e")):
            if word.endswith(ending) and len(word) - len(ending) >= 2:
                stem = word[:-len(ending)] + instead
                found.add(stem)
                if len(stem) > 3 and not instead and stem[-1] == stem[-2]:
                    found.add(stem[:-1])
        return found


def _rows(file: Path) -> list[dict[str, str]]:
    lines = [x for x in file.read_text(encoding="utf-8").splitlines() if x.strip() and not x.startswith("#")]
    return [{k: v or "" for k, v in r.items() if k} for r in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def _parts(cell: str) -> list[str]:
    return [p for p in cell.split("|") if p]


# Values in the text

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_DATE = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTH})(?:,? (?P<year>(?:1[0-9]|20)\d\d))?\b"
    rf"|(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:, (?P<year2>(?:1[0-9]|20)\d\d))?\b"
    rf"|(?:(?:next|last|this) )?(?P<month3>{_MONTH})(?: (?:of )?(?P<year3>(?:1[0-9]|20)\d\d))?\b"
    rf"|(?:(?:next|last|this) )?(?P<weekday>{_DAY})(?: (?:morning|evening|night|afternoon))?\b"
    r"|\b(?:last|this|next|the same|that|earlier this|later this) (?:week|month|year|quarter|spring|summer|autumn|winter|season)\b"
    r"|\b(?:yesterday|today|tonight|tomorrow|overnight)\b"
    r"|\b(?:\w+ )(?:days|weeks|months|years|decades) (?:ago|earlier|later)\b|\ba (?:day|week|month|year|decade) (?:ago|earlier|later)\b"
    r"|\bthe (?:spring|summer|autumn|winter)(?: of (?P<year5>(?:1[0-9]|20)\d\d))?\b"
    r"|\b(?P<year4>(?:1[0-9]|20)\d\d)(?:s\b|\b)")
_PERCENT = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)(?: ?%| per cent\b| percent\b)(?:age points?)?|"
                      r"(?P<words>\w+(?: and a half)?) (?:per cent|percent|percentage points?)\b")
_SIGN = r"(?:[A-Z]{1,3}\.?)?[$€£¥₹₩₺₦₽฿₫]"


def _money_pattern(names: _Names) -> re.Pattern:
    number = r"(?:\d[\d,]*(?:\.\d+)?|(?:a |one )?(?:half|quarter) (?:a |of a )?|\b(?:an?|" + "|".join(names.numbers) + r")\b)"
    magnitude = r"(?:[ -]?(?:" + "|".join(sorted(map(re.escape, names.magnitudes), key=len, reverse=True)) + r")\b)"
    words = "|".join(sorted(map(re.escape, names.currency_words), key=len, reverse=True))
    return re.compile(
        rf"(?:{_SIGN} ?|\b(?:[A-Z]{{3}}) )(?P<a>\d[\d,]*(?:\.\d+)?){magnitude}?(?:(?: to |-){_SIGN}?\d[\d,.]*{magnitude}?)?"
        rf"|(?P<b>(?i:{number})){magnitude}?(?: [A-Z][a-z]+)? (?i:{words})\b")


@dataclass
class _Value:
    begin: int
    end: int
    type: str
    text: str
    match: re.Match


class _Snippet:
    """One item with the places that were found in it."""

    def __init__(self, item: dict, published: date, sentences, names: _Names, money: re.Pattern):
        self.item, self.published, self.names = item, published, names
        self.text: str = item["text"].strip()
        self.sentences = sentences
        self.values = [
            _Value(m.start(), m.end(), kind, m[0], m)
            for kind, pattern in (("Percent", _PERCENT), ("Money", money), ("Date", _DATE))
            for m in pattern.finditer(self.text) if self._likely(kind, m)
        ]
        self.places: dict[tuple[int, int], _Place] = {}

    def _likely(self, kind: str, m: re.Match) -> bool:
        if kind == "Date" and m["month3"] in ("May", "March") and not m["year3"] and not re.search(
                r"(?i)\b(in|last|next|this|since|until|by|of|from|to|before|after|early|late|mid)[ -]$",
                self.text[:m.start()]) and not m[0].lower().startswith(("next", "last", "this")):
            return False
        if kind == "Date" and m["year4"] and re.match(r" ?(%|per cent|[a-z]+s\b)", self.text[m.end():]) and not \
                re.search(r"(?i)\b(in|since|from|of|until|by|to)$", self.text[:m.start()].rstrip()):
            return False
        if kind == "Date" and re.search(r"[$€£\d,.]$", self.text[:m.start()]):
            return False
        return True

    def value(self, kind: str, expected: str) -> list[tuple[int, int]]:
        """The places of a date, amount or percentage: those of that value, else the only one there is."""
        of_kind = [v for v in self.values if v.type == kind]
        same = [v for v in of_kind if any(self._is(kind, v, e.strip()) for e in str(expected).split("|"))]
        found = same or ([v for v in of_kind if self._open(v)] if len(of_kind) == 1 else [])
        return [(v.begin, v.end) for v in found]

    def _open(self, v: _Value) -> bool:
        """Whether what the words mean was not worked out, so that they may mean anything."""
        return v.type == "Money" or v.type == "Date" and not any(
            g for k, g in v.match.groupdict().items() if k.startswith(("year", "month", "day")) and g)

    def _is(self, kind: str, v: _Value, expected: str) -> bool:
        if kind == "Date":
            g = v.match.groupdict()
            month = g["month"] or g["month2"] or g["month3"]
            year = next((g[k] for k in ("year", "year2", "year3", "year4", "year5") if g[k]), None)
            day = g["day"] or g["day2"]
            parts = expected.split("-")
            if not parts[0].isdigit():
                return False
            if year:
                if parts[0] != year:
                    return False
                return (len(parts) == 1 and not month) or bool(
                    month and len(parts) > 1 and int(parts[1]) == self.names.months[month]
                    and (not day or len(parts) < 3 or int(parts[2]) == int(day)))
            if month:
                return len(parts) > 1 and int(parts[1]) == self.names.months[month] and (
                    (len(parts) < 3) == (not day)) and (not day or int(parts[2]) == int(day))
            if g["weekday"]:
                return len(parts) == 3 and date.fromisoformat(expected).strftime("%A") == g["weekday"]
            lowered = v.text.lower()
            if lowered in ("yesterday", "today", "tonight", "tomorrow", "overnight"):
                return len(parts) == 3
            if lowered in ("last year", "this year", "next year", "earlier this year", "later this year"):
                shift = {"last": -1, "next": 1}.get(lowered.split()[0], 0)
                return len(parts) == 1 and int(parts[0]) == self.published.year + shift
            if lowered.endswith("month"):
                return len(parts) == 2
            return False
        if kind == "Percent":
            number = v.match["number"] or v.match["words"]
            number = number.replace(",", "")
            got = float(number) if re.match(r"\d", number) else self.names.numbers.get(number)
            try:
                return got is not None and abs(abs(float(expected)) - got) < 1e-9
            except ValueError:
                return False
        numbers = [float(n) for n in re.findall(r"\d+(?:\.\d+)?", expected)]
        return any(abs(self._amount(v) - n) <= 1e-6 * max(n, 1) for n in numbers)

    def _amount(self, v: _Value) -> float:
        number = re.search(r"\d[\d,]*(?:\.\d+)?", v.text)
        words = re.findall(r"[A-Za-z]+", v.text)
        amount = float(number[0].replace(",", "")) if number else next(
            (self.names.numbers[w.lower()] for w in words if w.lower() in self.names.numbers), 1.0)
        for w in words:
            if w in self.names.magnitudes:
                amount *= 10 ** self.names.magnitudes[w]
        return amount

    def pronouns(self) -> list[tuple[int, int]]:
        """Those of every sentence but the first, which may stand for someone named before."""
        return [
            (b, e) for words in self.sentences[1:] for number, (w, b, e) in enumerate(words)
            if w.lower() in _PERSONAL and not (w.lower() == "it" and number + 1 < len(words)
                                               and words[number + 1][0].lower() in ("is", "was", "'s", "has", "will"))]

    def nationalities(self) -> list[tuple[int, int]]:
        adjectives = {a for x in self.names.adjectives.values() for a in x}
        return [(m.start(), m.end()) for m in re.finditer(r"(?<!\w)[A-Z][a-z]+(?![\w-])(?! [A-Z])", self.text)
                if m[0] in adjectives and m[0] not in self.names.countries]

    def name(self, filler: str, coarse: str | None = None, nationality: bool = False) -> list[tuple[int, int]]:
        """The places of a name or description, by any of its alternatives, its surname or short form."""
        alternatives = [a.strip() for a in filler.split("|")]
        alternatives.sort(key=lambda a: (not any(c.isupper() for c in a), a.lower().startswith("former ")))
        groups = []
        for a in alternatives:
            adjectives = self.names.adjectives.get(a, [])
            groups.append([a, *(adjectives if nationality else self.names.countries.get(a, []) + adjectives)])
        found: list[tuple[int, int]] = []
        # The alternatives need not mean one thing ("PKL", "its computers"): the first that stands there is taken.
        for group in groups:
            for a in group:
                a = re.sub(r"(?i)^(the|an?) (?=\w)", "", a)
                flags = 0 if any(c.isupper() for c in a) else re.I
                hits = [(m.start(), m.end()) for m in re.finditer(rf"(?<!\w){re.escape(a)}(?!\w)", self.text, flags)]
                if not hits and flags and " " not in a:
                    hits = [(m.start(), m.end()) for m in re.finditer(rf"(?<!\w){re.escape(a)}s(?!\w)", self.text, flags)]
                found += [h for h in hits if all(h[1] <= b or h[0] >= e for b, e in found)]
            if found:
                alternatives = group
                break
        for a in alternatives:
            words = a.split()
            if len(words) < 2 or not all(w[:1].isupper() for w in (words[0], words[-1])):
                continue
            for short in {words[-1]} if coarse == "PER" else {words[0]} if coarse else {words[0], words[-1]}:
                if short in _NO_SHORT or len(short) < 3:
                    continue
                for m in re.finditer(rf"(?<!\w)(?<!\w[-’']){re.escape(short)}(?![\w-])", self.text):
                    before = re.search(r"([\w.]+)$", self.text[:m.start()].rstrip())
                    alone = not re.match(r" (?:(?:&|of|and) )?[A-Z]", self.text[m.end():]) and not (
                        before and before[1][:1].isupper() and before[1] not in _BEFORE_SHORT)
                    if alone and all(m.end() <= b or m.start() >= e for b, e in found):
                        found.append((m.start(), m.end()))
        return sorted(found)


@dataclass
class _Place:
    begin: int
    end: int
    value: str | None = None
    coarse: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)


@dataclass
class Counts:
    facts: Counter = field(default_factory=Counter)
    events: Counter = field(default_factory=Counter)
    roles: Counter = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)


def _first(text: str) -> str:
    return text.split("|")[0].strip()


def _modality(entry: dict) -> str:
    first = _first(entry.get("modality", "asserted"))
    return "negated" if first == "denied" else first


def events(folder: Path, ontology: Path, cutter: Cutter) -> tuple[list[Document], Counts]:
    """A document a snippet, and counts of what was found and missed in them."""
    names, counts = _Names.read(ontology), Counts()
    money = _money_pattern(names)
    items = []
    for file in sorted(folder.glob("*.yaml")):
        read = yaml.safe_load(file.read_text(encoding="utf-8"))
        items += [(date.fromisoformat(str(x.get("published", read["published"]))), x) for x in read["items"]]
    names.common.update(w for _, x in items for w in re.findall(r"\b[a-z]+", x["text"]))
    cut = cutter.cut([x["text"].strip() for _, x in items])
    documents = []
    for (published, item), sentences in zip(items, cut, strict=True):
        documents.append(_Alignment(_Snippet(item, published, sentences, names, money), counts).document())
    return documents, counts


class _Alignment:
    def __init__(self, snippet: _Snippet, counts: Counts):
        self.snippet, self.counts, self.names = snippet, counts, snippet.names
        self.item = snippet.item
        # (begin, end) in characters of everything wanted, with what is known of it
        self.wanted: dict[tuple[int, int], _Place] = {}
        self.facts: list[tuple[str, str, list, list]] = []  # label, modality, places of subject and object
        self.unsure: set[str] = set()
        self.events: list[tuple[dict, str, dict[str, list[list]]]] = []

    def document(self) -> Document:
        self._find_facts()
        self._find_events()
        for v in self.snippet.values:
            self._want([(v.begin, v.end)], v.type)
        self._want(self.snippet.nationalities(), "Nationality")
        self._want(self.snippet.pronouns())
        spans = self._spans()
        labels = set(PROPERTIES)
        sentences: list[Sentence] = []
        made = []
        for index, words in enumerate(self.snippet.sentences):
            mentions = sorted(s for s in spans if s[0] == index)
            made.append((words, mentions, [], []))
        place = {}
        for index, (_, mentions, _, _) in enumerate(made):
            for number, m in enumerate(mentions):
                place[m] = (index, number)
        for label, modality, subjects, objects, required in self.facts:
            pairs = {(place[a], place[b]) for s in subjects for o in objects
                     for a in [self._span_of(s, spans)] for b in [self._span_of(o, spans)]
                     if a and b and a != b and a[0] == b[0]}
            if required:
                self.counts.facts["found" if pairs else "missed"] += 1
            if not pairs:
                self.unsure.add(label)
                if required:
                    self.counts.missed.append(f"{self.item['id']}: fact {label} {modality}")
            for (index, a), (_, b) in sorted(pairs):
                if any((r.subject, r.object, r.label) == (a, b, label) for r in made[index][2]):
                    continue
                made[index][2].append(Relation(a, b, label, modality))
                if label in SYMMETRIC:
                    made[index][2].append(Relation(b, a, label, modality))
        whole = self._place_events(made, spans, place)
        labels -= self.unsure
        if _FORMER.search(self.snippet.text) or any(e[1] == "ng:Departure" for e in self.events):
            labels -= POSTS
        for words, mentions, relations, triggers in made:
            sentences.append(Sentence(
                tuple(w for w, _, _ in words),
                tuple(self._mention(m, spans[m]) for m in mentions) + (),
                tuple(dict.fromkeys(r for r in relations)), tuple(triggers)))
        return Document(
            f"events/{self.item['id']}", "events", tuple(sentences), frozenset(labels), False, False, False, False,
            True, frozenset(EVENTS[1:]) if whole else frozenset())

    def _want(self, places, kind: str | None = None, coarse: str | None = None):
        for p in places:
            place = self.wanted.setdefault(p, _Place(*p))
            if kind in ("Date", "Money", "Percent", "JobTitle", "Nationality"):
                place.value = kind
            elif kind:
                place.types.add(kind)
            if coarse:
                place.coarse.add(coarse)
        return places

    def _find(self, filler, kind: str | None) -> list[tuple[int, int]]:
        filler = str(filler)
        if kind in ("Date", "Money", "Percent"):
            return self._want(self.snippet.value(kind, filler), kind)
        coarse = kind if kind in ("PER", "ORG", "LOC", "PRODUCT") else None
        places = self.snippet.name(filler, coarse, kind == "Nationality")
        if kind == "JobTitle":
            return self._want(places, kind)
        for p in places:
            adjective = any(self.snippet.text[p[0]:p[1]] in a for a in self.names.adjectives.values())
            self._want([p], "Nationality" if adjective else None,
                       None if adjective else coarse)
        return places

    def _find_facts(self):
        entries = [(f, True) for f in self.item.get("facts") or []]
        for f in self.item.get("also") or []:
            if f["property"] in OURS_TOO:
                entries.append((f, False))
            else:
                self.unsure |= set(_parts(f["property"]))
        for fact, required in entries:
            label = _first(fact["property"])
            if label not in PROPERTIES:
                continue
            subject, obj = ENDS.get(label, (None, None))
            self.facts.append((label, _modality(fact), self._find(fact["subject"], subject),
                               self._find(fact["object"], obj), required))

    def _find_events(self):
        for event in self.item.get("events") or []:
            fillers: dict[str, list[list[tuple[int, int]]]] = {}
            for key in ("roles", "also"):
                for role, given in (event.get(key) or {}).items():
                    if role in TEXT_ROLES or role in fillers:
                        continue
                    kind = VALUE_ROLES.get(role) or (None if event.get("optional") else ROLE_COARSE.get(role))
                    found = [self._find(f, kind) for f in (given if isinstance(given, list) else [given])]
                    if key == "roles":
                        fillers[role] = found
                        for f, places in zip(given if isinstance(given, list) else [given], found):
                            self.counts.roles["found" if places else "missed"] += 1
                            if not places:
                                self.counts.missed.append(f"{self.item['id']}: {role} {f}")
                    elif any(found):
                        fillers[role] = [f for f in found if f]
            self.events.append((event, _first(event["type"]), fillers))

    def _spans(self) -> dict[tuple[int, int, int], _Place]:
        """Sentence, first word and end of what is wanted, none overlapping: names before values before phrases."""

        def rank(place: _Place):
            text = self.snippet.text[place.begin:place.end]
            name = any(c.isupper() for c in text[:1]) and not place.value
            return (0 if name else 1 if place.value else 2, place.begin - place.end, place.begin)

        kept: dict[tuple[int, int, int], _Place] = {}
        for place in sorted(self.wanted.values(), key=rank):
            for index, words in enumerate(self.snippet.sentences):
                touched = [i for i, (_, b, e) in enumerate(words) if b < place.end and place.begin < e]
                if not touched:
                    continue
                begin, end = touched[0], touched[-1] + 1
                if any(i == index and b <= begin and end <= e for i, b, e in kept) and not any(
                        (i, b, e) == (index, begin, end) for i, b, e in kept):
                    break
                # A phrase around a name is cut to what stands before it: "40% stake in Brisa".
                inside = [(b, e) for i, b, e in kept if i == index and b < end and begin < e]
                if inside and (index, begin, end) not in kept:
                    if rank(place)[0] == 0:
                        break
                    end = min(b for b, _ in inside)
                    while end > begin and words[end - 1][0].lower() in (
                            "in", "of", "from", "for", "the", "a", "an", "by", "at", "'s", "on", "to", "its", ","):
                        end -= 1
                    if end <= begin:
                        break
                old = kept.get((index, begin, end))
                if old:
                    old.coarse |= place.coarse
                    old.types |= place.types
                    old.value = old.value or place.value
                else:
                    kept[index, begin, end] = _Place(place.begin, place.end, place.value, set(place.coarse),
                                                     set(place.types))
                break
        return kept

    def _span_of(self, place: tuple[int, int], spans) -> tuple[int, int, int] | None:
        """The kept span that best covers the characters."""
        best = None
        for index, begin, end in spans:
            words = self.snippet.sentences[index]
            b, e = words[begin][1], words[end - 1][2]
            if b < place[1] and place[0] < e and place[0] - 1 <= b:
                if best is None or end - begin > best[2] - best[1]:
                    best = (index, begin, end)
        return best

    def _mention(self, span: tuple[int, int, int], place: _Place) -> Mention:
        index, begin, end = span
        words = [w for w, _, _ in self.snippet.sentences[index][begin:end]]
        coarse = next(iter(place.coarse)) if len(place.coarse) == 1 else None
        if place.value:
            return Mention(begin, end, "value", place.value, "VALUE", None)
        if len(words) == 1 and words[0].lower() in PRONOUNS:
            return Mention(begin, end, "pronoun", "Person" if coarse == "PER" else None, coarse, None)
        adjectives = {a for x in self.names.adjectives.values() for a in x}
        capital = words[0][:1].isupper() and not (words[0] in adjectives and not (
            len(words) > 1 and words[1][:1].isupper()))
        if begin == 0 and self.names.lemmas_of(words[0]) & self.names.common and not (
                len(words) > 1 and words[1][:1].isupper()):
            capital = False
        if capital:
            return Mention(begin, end, "name", "Person" if coarse == "PER" else None, coarse, None)
        return Mention(begin, end, "nominal", "Person" if coarse == "PER" else None, coarse, None, "phrase")

    def _pronoun(self, sentence, trigger: int, fillers, taken: dict[int, Role]) -> int | None:
        """The pronoun nearest to the trigger that may stand for a filler named in a sentence before."""
        person = any("PER" in self.wanted[p].coarse for places in fillers for p in places if p in self.wanted)
        words, mentions = sentence[0], sentence[1]
        fitting = [
            n for n, (_, b, e) in enumerate(mentions) if n not in taken and e == b + 1
            and words[b][0].lower() in _PERSONAL - {"his", "its", "their"} and (not person or words[b][0].lower() in _OF_PERSON)]
        return min(fitting, key=lambda n: abs(mentions[n][1] - trigger), default=None)

    def _governs(self, after: list, kind: str) -> bool:
        """Whether an infinitive comes after that is the event itself: "agreed" in "agreed to buy"."""
        forms = [self.snippet.text[b:e] for _, b, e in after]
        return len(forms) == 2 and forms[0] == "to" and bool(
            self.names.lemmas_of(forms[1]) & self.names.triggers.get(kind, set()))

    def _place_events(self, made, spans, place) -> bool:
        """Adds the events' triggers to the sentences; whether all were found."""
        whole, taken = True, {}
        # Events with the more fillers choose first.
        for event, kind, fillers in sorted(self.events, key=lambda e: -sum(len(f) for f in e[2].values())):
            filled: dict[int, list[tuple[str, tuple[int, int, int]]]] = defaultdict(list)
            for role, alternatives in fillers.items():
                for places in alternatives:
                    for s in {self._span_of(p, spans) for p in places} - {None}:
                        filled[s[0]].append((role, s))
            best = None
            for index, (words, mentions, _, _) in enumerate(made):
                here = filled.get(index, [])
                roles_here = {r for r, _ in here}
                inside = {i for _, b, e in mentions for i in range(b, e)
                          if not spans[next(m for m in mentions if m[1] == b)].value or e - b > 2}
                for i, (_, b, e) in enumerate(words):
                    form = self.snippet.text[b:e]
                    hit = self.names.lemmas_of(form) & self.names.triggers.get(kind, set())
                    if not hit or i in inside or hit <= PARTICLES or (i > 0 and form[:1].isupper()
                                                                     and not form.isupper()):
                        continue
                    distance = sum(min(abs(i - x) for x in (s[1], s[2] - 1)) for _, s in here) / max(len(here), 1)
                    cost = distance - 4 * len(roles_here) + (5 if hit <= VAGUE else 0)
                    if self._governs(words[i + 1:i + 3], kind):
                        cost += 4
                    if not here and filled:
                        cost += 15
                    if taken.get((index, i)) == kind and kind != "ng:Statement":
                        cost += 1
                    elif (index, i) in taken:
                        cost += 12
                    if best is None or cost < best[0]:
                        best = (cost, index, i)
            if best is None:
                self.counts.events[f"{kind} missed"] += 1
                self.counts.missed.append(f"{self.item['id']}: trigger of {kind}")
                whole = False
                continue
            _, index, i = best
            self.counts.events[f"{kind} found"] += 1
            taken[index, i] = kind
            one_each: dict[int, Role] = {}
            for role, s in filled.get(index, []):
                one_each.setdefault(place[s][1], Role(role, place[s][1]))
            for role in event.get("roles") or {}:
                if role in fillers and any(fillers[role]) and role not in {r for r, _ in filled.get(index, [])}:
                    mention = None if role in VALUE_ROLES else self._pronoun(made[index], i, fillers[role], one_each)
                    if mention is not None:
                        one_each[mention] = Role(role, mention)
                    self.counts.roles["missed" if mention is None else "found by pronoun"] += 1
                    if mention is None:
                        self.counts.missed.append(f"{self.item['id']}: {role} of {kind} stands in another sentence")
            triggers = made[index][3]
            same = next((t for t in triggers if t.begin == i and t.type == kind), None)
            if same:
                triggers.remove(same)
                for r in same.roles:
                    one_each.setdefault(r.mention, r)
            elif any(t.begin == i for t in triggers):
                whole = False
                continue
            triggers.append(Trigger(i, i + 1, kind, tuple(one_each[m] for m in sorted(one_each)), _modality(event)))
            triggers.sort(key=lambda t: t.begin)
        return whole
