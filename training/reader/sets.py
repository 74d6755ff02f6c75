"""Reads every set into documents. Which words a text has, the product's own tokenizer tells (Tokenize.java)."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import tempfile
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from .documents import Document, Mention, Relation, Sentence
from .labels import PROPERTIES, TYPES

PRONOUNS = set(
    "he him his himself she her hers herself it its itself they them their theirs themselves i me my mine we us our "
    "ours you your yours who whom whose which that this these those one where".split())
SYMMETRIC = {"schema:spouse", "ng:competitor", "ng:partner"}


def share(identifier: str) -> int:
    """A number from 0 to 99 that hangs on the id alone: which part of a split a document falls to."""
    return hashlib.sha256(identifier.encode("utf-8")).digest()[0] % 100


def own_part(identifier: str) -> str:
    number = share(identifier)
    return "train" if number < 70 else "development" if number < 85 else "test"


class Cutter:
    """Calls Tokenize.java with the product's classes on its class path."""

    def __init__(self, class_path: str, java: str):
        self._folder = tempfile.mkdtemp()
        self._class_path, self._java = class_path, java
        source = Path(__file__).parent.parent / "Tokenize.java"
        subprocess.run([str(Path(java).with_name("javac")), "-cp", class_path, "-d", self._folder, str(source)],
                       check=True)

    def cut(self, texts: list[str]) -> list[list[list[tuple[str, int, int]]]]:
        """For each text its sentences, for each sentence its words with begin and end in characters."""
        lines = "".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in enumerate(texts))
        done = subprocess.run(
            [self._java, "-cp", f"{self._class_path}:{self._folder}", "org.newsgraph.annotate.Tokenize"],
            input=lines.encode(), stdout=subprocess.PIPE, check=True)
        result = []
        for text, line in zip(texts, done.stdout.decode().splitlines(), strict=True):
            places = _code_points(text)
            result.append([[(w, places[b], places[e]) for w, b, e in s] for s in json.loads(line)["sentences"]])
        return result


def _code_points(text: str) -> list[int]:
    """For each UTF-16 offset the offset in code points."""
    places, at = [], 0
    for c in text:
        places.append(at)
        if ord(c) > 0xFFFF:
            places.append(at)
        at += 1
    return [*places, at]


def _span(words: list[tuple[str, int, int]], begin: int, end: int) -> tuple[int, int] | None:
    """The words that the characters from begin to end touch."""
    touched = [i for i, (_, b, e) in enumerate(words) if b < end and begin < e]
    return (touched[0], touched[-1] + 1) if touched else None


def demonyms(ontology: Path) -> frozenset[str]:
    """The adjectives of countries, "Danish": values to us, names to others."""
    rows = [line.split("\t") for line in (ontology / "names" / "countries.tsv").read_text(encoding="utf-8").splitlines()
            if line and not line.startswith("#")]
    column = rows[0].index("adjectives")
    names = {row[0] for row in rows}
    return frozenset(a for row in rows[1:] for a in row[column].split("|") if a and a not in names)


# Our own corpus

_MENTION = re.compile(r"\[([ev]\d+)(?::(\w+))?\|([^\[\]]+)\]")


@dataclass
class _Line:
    text: str
    spans: list[tuple[int, int, str, str | None]]
    facts: list[tuple[str, str, str, str]]


def own(folder: Path, cutter: Cutter) -> list[tuple[str, Document]]:
    """Our articles with the part of the split that each belongs to."""
    articles: list[tuple[str, list[_Line], dict[str, str]]] = []
    for file in sorted(folder.glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("#article"):
                articles.append((re.search(r"id=(\S+)", line).group(1), [], {}))
            elif line.startswith(">"):
                parts = line[1:].split()
                articles[-1][1][-1].facts.append((*parts[:3], parts[3] if len(parts) > 3 else "asserted"))
            elif line.strip():
                text, spans, at = "", [], 0
                for m in _MENTION.finditer(line):
                    text += line[at:m.start()]
                    spans.append((len(text), len(text) + len(m[3]), m[1], m[2]))
                    text += m[3]
                    at = m.end()
                    if m[2]:
                        articles[-1][2][m[1]] = m[2]
                articles[-1][1].append(_Line(text + line[at:], spans, []))
    cut = iter(cutter.cut([line.text for _, lines, _ in articles for line in lines]))
    result = []
    for identifier, lines, types in articles:
        names: dict[str, str] = {}
        sentences = []
        for line in lines:
            for b, e, entity, kind in line.spans:
                if kind and entity.startswith("e"):
                    names[entity] = line.text[b:e]
            words = [w for s in next(cut) for w in s]
            sentences.append(_own_sentence(line, words, types, names))
        result.append((own_part(identifier), Document(
            identifier, "own", tuple(s for s in sentences if s), frozenset(PROPERTIES), True, True, True, True, True,
            frozenset())))
    return result


def _own_sentence(line: _Line, words, types, names) -> Sentence | None:
    if not words:
        return None
    mentions, entities = [], []
    for begin, end, entity, first in line.spans:
        text = line.text[begin:end]
        kind = "value" if entity.startswith("v") else _kind(text, names[entity], bool(first))
        if kind == "name" and re.match(r"(?i)the ", text) and not (
                text.startswith("The ") and types[entity] == "NewsMediaOrganization"):
            begin += 4
        span = _span(words, begin, end)
        if not span or (mentions and span[0] < mentions[-1].end):
            continue
        mentions.append(Mention(*span, kind, types[entity], None, None if kind == "value" else entity))
        entities.append(entity)
    relations = []
    for subject, label, obj, modality in line.facts:
        # A fact of the sentence holds between all mentions of the two in it.
        pairs = [(i, j) for i, a in enumerate(entities) for j, b in enumerate(entities)
                 if a == subject and b == obj and i != j]
        for i, j in pairs:
            relations.append(Relation(i, j, label, modality))
            if label in SYMMETRIC:
                relations.append(Relation(j, i, label, modality))
    return Sentence(tuple(w for w, _, _ in words), tuple(mentions), tuple(dict.fromkeys(relations)))


def _kind(text: str, name: str, first: bool) -> str:
    words = text.split()
    if len(words) == 1 and text.lower() in PRONOUNS:
        return "pronoun"
    capitals = [w for w in words if w[:1].isupper() or any(c.isdigit() or c.isupper() for c in w)]
    if first:
        content = [w for i, w in enumerate(words) if w in capitals and not (i == 0 and w.lower() in
                   ("a", "an", "the", "one", "two", "three", "its", "his", "her", "their"))]
        article = words[0].lower() in ("a", "an", "one", "its", "his", "her", "their")
        return "name" if content and not article else "nominal"
    known = {w.strip("'’s.,").lower() for w in name.split()}
    shared = [w for w in capitals if w.lower().strip("'’s.,") in known and w.lower() not in ("the", "a", "of")]
    if shared:
        return "name"
    inner = capitals[1:] if capitals and capitals[0] == words[0] else capitals
    if words[0].lower() in ("the", "a", "an", "this", "that", "its", "his", "her", "their", "both", "our"):
        # "the Danish bank" describes; "the Fed" names.
        return "name" if len(words) == 2 and words[1][:1].isupper() and len(inner) == 1 and (
            words[1].isupper() or not words[1].endswith(("an", "ese", "ish", "ch"))) else "nominal"
    return "name" if capitals else "nominal"


# KnowledgeNet

KN_ENDS = {  # coarse types of subject and object
    "FOUNDED_BY": ("ORG", None), "CEO": ("ORG", "PER"), "HEADQUARTERS": ("ORG", "LOC"),
    "DATE_FOUNDED": ("ORG", "VALUE"), "SUBSIDIARY_OF": ("ORG", "ORG"), "EMPLOYEE_OR_MEMBER_OF": ("PER", "ORG"),
    "POLITICAL_AFFILIATION": ("PER", "ORG"), "NATIONALITY": ("PER", None), "DATE_OF_BIRTH": ("PER", "VALUE"),
    "DATE_OF_DEATH": ("PER", "VALUE"), "PLACE_OF_BIRTH": ("PER", "LOC"), "PLACE_OF_RESIDENCE": ("PER", "LOC"),
    "SPOUSE": ("PER", "PER"), "CHILD_OF": ("PER", "PER"), "EDUCATED_AT": ("PER", "ORG"),
}


def knowledgenet(file: Path, cutter: Cutter) -> list[tuple[int, Document]]:
    """A document a passage, with its fold."""
    passages = []
    for line in file.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        for passage in document["passages"]:
            passages.append((int(document["fold"]), passage))
    cut = cutter.cut([p["passageText"] for _, p in passages])
    result = []
    for (fold, passage), sentences in zip(passages, cut, strict=True):
        start = passage["passageStart"]
        made = []
        for words in sentences:
            spans: dict[tuple[int, int], list] = {}
            facts = []
            for fact in passage["facts"]:
                name = fact["propertyId"]
                s = _span_whole(words, fact["subjectStart"] - start, fact["subjectEnd"] - start)
                o = _span_whole(words, fact["objectStart"] - start, fact["objectEnd"] - start)
                if s and o:
                    for span, coarse in zip((s, o), KN_ENDS[name]):
                        if coarse or span not in spans:
                            spans[span] = [coarse] if coarse else spans.get(span, [None])
                    facts.append((s, o, f"kn:{name}"))
            kept: list[tuple[int, int]] = []
            for span in sorted(spans):
                if not kept or span[0] >= kept[-1][1]:
                    kept.append(span)
            mentions = []
            for b, e in kept:
                coarse = spans[b, e][0]
                texts = [w for w, _, _ in words[b:e]]
                kind = ("value" if coarse == "VALUE" else "pronoun" if e - b == 1 and texts[0].lower() in PRONOUNS
                        else "name" if any(t[:1].isupper() for t in texts[(texts[0].lower() in ("the", "a")):])
                        else "nominal")
                mentions.append(Mention(b, e, kind, "Person" if coarse == "PER" else None, coarse, None))
            place = {span: i for i, span in enumerate(kept)}
            relations = [Relation(place[s], place[o], label) for s, o, label in facts
                         if s in place and o in place and s != o]
            made.append(Sentence(tuple(w for w, _, _ in words), tuple(mentions), tuple(dict.fromkeys(relations))))
        labels = frozenset(f"kn:{p['propertyId']}" for p in passage["exhaustivelyAnnotatedProperties"])
        result.append((fold, Document(passage["passageId"], "knowledgenet", tuple(made), labels, False, False, False,
                                      False, False, frozenset())))
    return result


def _span_whole(words, begin: int, end: int) -> tuple[int, int] | None:
    """The words of a span, if the sentence holds all of it."""
    if not words or begin < words[0][1] or end > words[-1][2]:
        return None
    return _span(words, begin, end)


# CORE and FIRE


def core(file: Path) -> list[Document]:
    documents = []
    for e in json.loads(file.read_text(encoding="utf-8")):
        one, two = ((e[f"e{i}_start"], e[f"e{i}_end"] + 1) for i in (1, 2))
        if one[0] < two[1] and two[0] < one[1]:
            continue
        spans = sorted([one, two])
        subject, obj = spans.index(one), spans.index(two)
        if str(e["invert_relation"]) == "1":
            subject, obj = obj, subject
        label = "core:none" if e["relation"] == "undefined" else f"core:{e['relation']}"
        mentions = tuple(Mention(b, x, "name", None, None, None) for b, x in spans)
        relations = [Relation(subject, obj, label), Relation(obj, subject, "core:none")]
        documents.append(Document(
            e["id"], "core", (Sentence(tuple(e["context"]), mentions, tuple(relations)),), frozenset(), False, False,
            False, False, False, frozenset()))
    return documents


_FIRE_COARSE = {"Company": "ORG", "Person": "PER", "Location": "LOC", "GeopoliticalEntity": "LOC",
                "Product": "PRODUCT", "Date": "VALUE", "Money": "VALUE", "Designation": "VALUE", "Quantity": "VALUE"}


def fire(file: Path, source: str) -> list[Document]:
    data = json.loads(file.read_text(encoding="utf-8"))
    documents = []
    labels = frozenset(f"fire:{r['type']}" for x in data for r in x["relations"])
    for number, x in enumerate(data):
        entities = sorted(range(len(x["entities"])), key=lambda i: x["entities"][i]["start"])
        kept, place, mentions = [], {}, []
        for i in entities:
            e = x["entities"][i]
            if mentions and e["start"] < mentions[-1].end or e["start"] >= e["end"]:
                continue
            place[i] = len(mentions)
            kept.append(i)
            mentions.append(Mention(e["start"], e["end"], "value", None, _FIRE_COARSE.get(e["type"], "VALUE"), None,
                                    e["type"]))
        relations = [Relation(place[r["head"]], place[r["tail"]], f"fire:{r['type']}") for r in x["relations"]
                     if r["head"] in place and r["tail"] in place and r["head"] != r["tail"]]
        documents.append(Document(
            f"{source}-{number}", source, (Sentence(tuple(x["tokens"]), tuple(mentions), tuple(relations)),), labels,
            False, False, False, False, False, frozenset()))
    return documents


# Re-DocRED

_WIKIDATA = {  # property: (ours, whether subject and object change places)
    "P112": ("schema:founder", False), "P571": ("schema:foundingDate", False), "P740": ("schema:foundingLocation", False),
    "P159": ("ng:headquarters", False), "P169": ("ng:chiefExecutive", False), "P488": ("ng:leader", False),
    "P35": ("ng:leader", False), "P6": ("ng:leader", False), "P108": ("schema:affiliation", False),
    "P463": ("schema:affiliation", False), "P102": ("ng:politicalParty", False), "P27": ("schema:nationality", False),
    "P569": ("schema:birthDate", False), "P570": ("schema:deathDate", False), "P19": ("schema:birthPlace", False),
    "P551": ("schema:homeLocation", False), "P69": ("schema:alumniOf", False), "P26": ("schema:spouse", False),
    "P22": ("schema:parent", False), "P25": ("schema:parent", False), "P40": ("schema:parent", True),
    "P127": ("ng:owner", False), "P749": ("schema:parentOrganization", False),
    "P355": ("schema:parentOrganization", True), "P178": ("ng:developer", False), "P176": ("ng:developer", False),
    "P131": ("schema:containedInPlace", False), "P17": ("schema:containedInPlace", False),
}
_REDOCRED_COARSE = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "OTHER", "TIME": "VALUE", "NUM": "VALUE"}


_AMOUNT = re.compile(r"[$€£¥]|(?i:\b(?:dollars?|euros?|pounds?|yen)\b)")


def redocred(file: Path, adjectives: frozenset[str]) -> list[Document]:
    """Mere numbers are left out; a nationality is a value."""
    labels = frozenset(f"rd:{p}" for p, _ in _WIKIDATA.values())
    documents = []
    for number, x in enumerate(json.loads(file.read_text(encoding="utf-8"))):
        by_sentence: dict[int, list] = defaultdict(list)
        for entity, mentions in enumerate(x["vertexSet"]):
            for m in mentions:
                by_sentence[m["sent_id"]].append((m["pos"][0], m["pos"][1], entity, m["type"]))
        facts = defaultdict(set)
        for r in x["labels"]:
            if r["r"] in _WIKIDATA:
                ours, swap = _WIKIDATA[r["r"]]
                pair = (r["t"], r["h"]) if swap else (r["h"], r["t"])
                place = x["vertexSet"][pair[0]][0]["type"] == "LOC"
                if ours != "schema:containedInPlace" or place:
                    facts[pair].add((f"rd:{ours}", tuple(r["evidence"])))
        sentences = []
        for index, words in enumerate(x["sents"]):
            words, places = _rejoined(words)
            mentions, entities = [], []
            for b, e, entity, kind in sorted(by_sentence[index], key=lambda m: (m[0], -m[1])):
                begin, end = places[b], places[e - 1] + 1
                if mentions and begin < mentions[-1].end:
                    continue
                text = " ".join(words[begin:end])
                fine = {"TIME": "Date", "PER": "Person"}.get(kind)
                if text in adjectives:
                    fine = "Nationality"
                elif kind == "NUM":
                    fine = "Percent" if re.search(r"%|per ?cent", text) else "Money" if _AMOUNT.search(text) else None
                    if not fine:
                        continue
                value = fine in ("Date", "Money", "Percent", "Nationality")
                mentions.append(Mention(begin, end, "value" if value else "name", fine,
                                        "VALUE" if value else _REDOCRED_COARSE[kind], None if value else f"e{entity}"))
                entities.append(entity)
            relations = [
                Relation(i, j, label) for i, a in enumerate(entities) for j, b in enumerate(entities) if a != b
                for label, evidence in sorted(facts.get((a, b), ())) if index in evidence or not evidence]
            sentences.append(Sentence(words, tuple(mentions), tuple(relations)))
        documents.append(Document(f"{file.stem}-{number}", "redocred", tuple(sentences), labels, True, False, False,
                                  True, False, frozenset()))
    return documents


def _rejoined(words: list[str]) -> tuple[tuple[str, ...], list[int]]:
    """Words with "a - b" made one, and for each old word the place of its new one."""
    joined: list[str] = []
    places = []
    for i, w in enumerate(words):
        after_hyphen = i > 1 and words[i - 1] == "-" and words[i - 2][-1:].isalnum() and w[:1].isalnum()
        hyphen = w == "-" and 0 < i < len(words) - 1 and words[i - 1][-1:].isalnum() and words[i + 1][:1].isalnum()
        if (hyphen or after_hyphen) and joined:
            joined[-1] += w
        else:
            joined.append(w if w.strip() else "_")
        places.append(len(joined) - 1)
    return tuple(joined), places


# GUM

_GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "object": None, "event": "OTHER",
              "abstract": "OTHER"}
_GUM_NAMES_ALONE = ("event", "abstract")
_MOST_WORDS = 8


def gum(folder: Path) -> list[Document]:
    """Names, pronouns and descriptions of people, organizations, places and things; nested ones: the outermost name,
    else the innermost that is no longer than eight words."""
    documents = []
    for file in sorted(folder.glob("*.conllu")):
        sentences, words, raw, open_, inside = [], [], [], [], 0
        for line in [*file.read_text(encoding="utf-8").splitlines(), ""]:
            if line.startswith("#"):
                continue
            if not line:
                if words:
                    sentences.append(_gum_sentence(words, raw))
                words, raw, open_ = [], [], []
                continue
            number, form, _, tag, fine, _, head, _, _, misc = line.split("\t")
            if "-" in number or "." in number:
                continue
            words.append((form, tag, fine, int(head) - 1, "SpaceAfter=No" in misc))
            entity = re.search(r"Entity=([^|]*)", misc)
            at = len(words) - 1
            for part in re.findall(r"\([^()]+\)|\([^()]+|[^()]+\)", entity[1] if entity else ""):
                identifier = part.strip("()").split("-")
                if part.startswith("("):
                    open_.append((identifier[0], identifier[1], at))
                if part.endswith(")"):
                    for k in range(len(open_) - 1, -1, -1):
                        if open_[k][0] == identifier[0]:
                            raw.append((open_[k][2], at + 1, open_[k][1], open_[k][0]))
                            del open_[k]
                            break
        documents.append(Document(file.stem, "gum", tuple(sentences), frozenset(), True, True, False, True, False,
                                  frozenset()))
    return documents


def _gum_name(words, begin: int, end: int, head: int) -> tuple[int, int]:
    """A name without its article and without what follows it: "Ada Byron (born 1815)", "Zurich, where he lived"."""
    while begin < head and words[begin][0].lower() in ("the", "a", "an"):
        begin += 1
    for i in range(head + 1, end):
        if words[i][0] in ("(", "[", ",", ":", ";", "-", "–", "—") or words[i][2].startswith(("VB", "W", "POS")):
            return begin, i
    return begin, end


def _gum_sentence(words, raw) -> Sentence:
    candidates = []
    for begin, end, kind, entity in raw:
        if kind not in _GUM_TYPES:
            continue
        heads = [i for i in range(begin, end) if not begin <= words[i][3] < end]
        head = heads[0] if heads else begin
        if end - begin > 1 and words[end - 1][2] == "POS":
            end -= 1
        tag = words[head][1]
        if tag == "PRON" or words[head][0].lower() in PRONOUNS and end - begin == 1:
            form, rank = "pronoun", 0
        elif words[head][2].startswith("NNP"):
            form, rank = "name", 1.5 if kind in _GUM_NAMES_ALONE else 1
            begin, end = _gum_name(words, begin, end, head)
        elif words[head][1] == "NOUN" and head + 1 < end and all(
                w[2].startswith("NNP") for w in words[head + 1:end]):
            # "music journalist Stanley Mitchell": the title stays outside.
            form, rank, begin = "name", 1, head + 1
        else:
            form, rank = "nominal", 2
        if words[begin][0].startswith("http"):
            continue
        if end - begin > _MOST_WORDS or kind in _GUM_NAMES_ALONE and form != "name":
            continue
        candidates.append((rank, -(end - begin) if form == "name" else end - begin, begin, end, form, kind, entity))
    kept = []
    for _, _, begin, end, form, kind, entity in sorted(candidates):
        if all(end <= b or begin >= e for b, e, *_ in kept):
            kept.append((begin, end, form, kind, entity))
    joined, places = [], []
    for i, (form, _, fine, _, _) in enumerate(words):
        hyphen = fine == "HYPH" and i and words[i - 1][4] and words[i][4]
        after = i > 1 and words[i - 1][2] == "HYPH" and words[i - 1][4] and words[i - 2][4]
        if joined and (hyphen or after):
            joined[-1] += form
        else:
            joined.append(form)
        places.append(len(joined) - 1)
    mentions = []
    for begin, end, form, kind, entity in sorted(kept):
        b, e = places[begin], places[end - 1] + 1
        if mentions and b < mentions[-1].end:
            continue
        coarse = _GUM_TYPES[kind]
        mentions.append(Mention(b, e, form, "Person" if coarse == "PER" else None, coarse, entity, kind))
    return Sentence(tuple(joined), tuple(mentions), ())


# Names alone

_CONLL = {"PER": "PER", "person": "PER", "ORG": "ORG", "corporation": "ORG", "group": "ORG", "LOC": "LOC",
          "location": "LOC", "product": "PRODUCT", "creative-work": "OTHER", "MISC": "OTHER"}


_PARTIES = {"Lender", "Lenders", "Borrower", "Borrowers", "Agent", "Tenant", "Landlord", "Guarantor", "Bank", "Parent"}


def conll(file: Path, source: str, adjectives: frozenset[str]) -> list[Document]:
    """Word and tag in the first and last column; without sentences on "Lender" and "Borrower" as names."""
    sentences, words, tags = [], [], []
    for line in [*file.read_text(encoding="utf-8").splitlines(), ""]:
        parts = line.split()
        if parts and parts[0] != "-DOCSTART-":
            words.append(parts[0])
            tags.append(parts[-1])
        elif words:
            mentions, at = [], 0
            while at < len(words):
                if tags[at] == "O":
                    at += 1
                    continue
                end = at + 1
                while end < len(words) and tags[end] == "I" + tags[at][1:]:
                    end += 1
                # The filings call every party to a contract a person.
                coarse = None if source == "sec" else _CONLL.get(tags[at][2:])
                if end == at + 1 and words[at] in adjectives:
                    mentions.append(Mention(at, end, "value", "Nationality", "VALUE", None))
                else:
                    mentions.append(Mention(at, end, "name", "Person" if coarse == "PER" else None, coarse, None))
                at = end
            if mentions and not any(m.end == m.begin + 1 and words[m.begin] in _PARTIES for m in mentions):
                sentences.append(Sentence(tuple(words), tuple(mentions), ()))
            words, tags = [], []
    return [Document(f"{source}-{n}", source, tuple(sentences[n:n + 14]), frozenset(), True, False, False, False,
                     False, frozenset()) for n in range(0, len(sentences), 14)]


def everything(data: Path, project: Path, cutter: Cutter) -> list[tuple[str, Document]]:
    """All sets with the part that each document is for: "train", "development", "fold3" or "test".

    data holds the public sets, project is the root of this repository.
    """
    from .events import events

    adjectives = demonyms(project / "ontology")
    result = own(project / "training" / "corpus", cutter)
    snippets, _ = events(project / "src" / "test" / "corpus" / "development", project / "ontology", cutter)
    result += [("train", d) for d in snippets]
    result += [("fold3" if fold == 3 else "train", d) for fold, d in
               knowledgenet(data / "knowledgenet" / "folds-1-3.jsonl", cutter)]
    result += [("development" if share(d.id) < 15 else "train", d) for d in core(data / "core" / "train.json")]
    result += [("development" if share(d.id) < 25 else "train", d) for d in fire(data / "fire" / "dev.json", "fire")]
    result += [("train", d) for d in fire(data / "fire" / "train-old-decontaminated.json", "fire-old")]
    for name in ("dev", "test"):
        result += [("train", d) for d in redocred(data / "redocred" / f"{name}_revised.json", adjectives)]
    result += [("train", d) for d in gum(data / "gum" / "train")]
    result += [("development", d) for d in gum(data / "gum" / "dev")]
    for source, name in (("wnut", "wnut17-train"), ("wnut", "wnut17-dev"), ("wikigold", "wikigold"),
                         ("sec", "sec-filings-train"), ("sec", "sec-filings-dev")):
        result += [("train", d) for d in conll(data / "ner" / f"{name}.conll", source, adjectives)]
    return result


