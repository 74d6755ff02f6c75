"""Run with: python -m pytest training/tests. Words are cut here by a plain rule; Tokenize.java needs the classes."""

import json
import re
from pathlib import Path

import pytest

from training.reader import sets
from training.reader.documents import Mention
from training.reader.events import events
from training.reader.labels import PROPERTIES

PROJECT = Path(__file__).parents[2]


class PlainCutter:
    def cut(self, texts):
        result = []
        for text in texts:
            sentences = [[]]
            for m in re.finditer(r"\d[\d.,]*\d|[\w-]+(?='s)|'s|[\w-]+|[^\w\s]", text):
                sentences[-1].append((m[0], m.start(), m.end()))
                if m[0] == ".":
                    sentences.append([])
            result.append([s for s in sentences if s])
        return result


def shown(sentence):
    return [(" ".join(sentence.words[m.begin:m.end]), m.kind, m.type or m.coarse) for m in sentence.mentions]


def related(sentence):
    names = [" ".join(sentence.words[m.begin:m.end]) for m in sentence.mentions]
    return {(names[r.subject], r.label, names[r.object], r.modality) for r in sentence.relations}


def triggered(sentence):
    names = [" ".join(sentence.words[m.begin:m.end]) for m in sentence.mentions]
    return [(sentence.words[t.begin], t.type, t.modality, {(r.label, names[r.mention]) for r in t.roles})
            for t in sentence.triggers]


# Our own corpus

ARTICLE = """#article id=test-1 published=2026-03-11 domain=energy
[e1:Corporation|Harbor Loom] and [e2:Corporation|Borel Systems] are rivals in [e3:City|Tallinn].
> e1 ng:competitor e2
[e1|The company] fired [e4:Person|Olev Tamm], [e1|its] former [v1:JobTitle|head], as [e5:NewsMediaOrganization|The Sentinel] and [e6:StockExchange|the Riga Stock Exchange] know.
> e4 schema:affiliation e1 former
"""


@pytest.fixture
def own(tmp_path):
    (tmp_path / "one.txt").write_text(ARTICLE, encoding="utf-8")
    [(part, document)] = sets.own(tmp_path, PlainCutter())
    assert part in ("train", "development", "test")
    return document


def test_own_mentions_have_kind_type_and_entity(own):
    assert shown(own.sentences[1]) == [
        ("The company", "nominal", "Corporation"), ("Olev Tamm", "name", "Person"), ("its", "pronoun", "Corporation"),
        ("head", "value", "JobTitle"), ("The Sentinel", "name", "NewsMediaOrganization"),
        ("Riga Stock Exchange", "name", "StockExchange")]
    assert [m.entity for m in own.sentences[1].mentions] == ["e1", "e4", "e1", None, "e5", "e6"]
    assert own.labels == frozenset(PROPERTIES)


def test_own_facts_hold_between_all_mentions_of_the_two(own):
    assert related(own.sentences[1]) == {
        ("Olev Tamm", "schema:affiliation", "The company", "former"),
        ("Olev Tamm", "schema:affiliation", "its", "former")}


def test_symmetric_facts_are_given_both_ways(own):
    assert related(own.sentences[0]) == {
        ("Harbor Loom", "ng:competitor", "Borel Systems", "asserted"),
        ("Borel Systems", "ng:competitor", "Harbor Loom", "asserted")}


@pytest.mark.parametrize("text, name, first, kind", [
    ("He", "Ola Tamm", False, "pronoun"), ("Tamm", "Ola Tamm", False, "name"), ("the Danish bank", "Nordea", False, "nominal"),
    ("a rival bank", "a rival bank", True, "nominal"), ("the Fed", "Federal Reserve", False, "name"),
    ("UBS", "Union Bank", False, "name")])
def test_kinds(text, name, first, kind):
    assert sets._kind(text, name, first) == kind


def test_splits_hang_on_the_id_alone():
    parts = [sets.own_part(f"id-{i}") for i in range(400)]
    assert parts == [sets.own_part(f"id-{i}") for i in range(400)]
    assert 0.6 < parts.count("train") / 400 < 0.8 and parts.count("test") > 30


# Public sets


def test_knowledgenet_keeps_direction_fold_and_what_is_exhaustive(tmp_path):
    text = "Ada Quist leads Lumo."
    file = tmp_path / "kn.jsonl"
    file.write_text(json.dumps({"fold": "2", "documentId": "7", "passages": [{
        "passageId": "7:10:31", "passageStart": 10, "passageEnd": 31, "passageText": text,
        "exhaustivelyAnnotatedProperties": [{"propertyId": "CEO", "propertyName": "CEO"}],
        "facts": [{"propertyId": "CEO", "subjectStart": 26, "subjectEnd": 30, "objectStart": 10, "objectEnd": 19}],
    }]}) + "\n", encoding="utf-8")
    [(fold, document)] = sets.knowledgenet(file, PlainCutter())
    assert fold == 2 and document.labels == {"kn:CEO"}
    assert related(document.sentences[0]) == {("Lumo", "kn:CEO", "Ada Quist", "asserted")}
    assert shown(document.sentences[0]) == [("Ada Quist", "name", "Person"), ("Lumo", "name", "ORG")]


def test_core_marks_the_annotated_pair_alone(tmp_path):
    file = tmp_path / "core.json"
    file.write_text(json.dumps([{
        "id": "E1", "context": ["Lumo", "owns", "Borel", "."], "e1_start": 2, "e1_end": 2, "e2_start": 0, "e2_end": 0,
        "relation": "subsidiary_of", "invert_relation": "0"}]), encoding="utf-8")
    [document] = sets.core(file)
    assert document.labels == frozenset()
    assert related(document.sentences[0]) == {
        ("Borel", "core:subsidiary_of", "Lumo", "asserted"), ("Lumo", "core:none", "Borel", "asserted")}


def test_redocred_joins_hyphens_and_makes_nationalities_values(tmp_path):
    file = tmp_path / "x_revised.json"
    sentence = ["Ann", "Lee", ",", "a", "British", "-", "born", "painter", ",", "sold", "six", "works", "to", "Bob", "Lee", "."]

    def vertex(begin, end, kind):
        return [{"pos": [begin, end], "sent_id": 0, "type": kind, "name": " ".join(sentence[begin:end])}]

    file.write_text(json.dumps([{
        "title": "t", "sents": [sentence],
        "vertexSet": [vertex(0, 2, "PER"), vertex(10, 11, "NUM"), vertex(13, 15, "PER")],
        "labels": [{"h": 0, "t": 2, "r": "P40", "evidence": [0]}]}]), encoding="utf-8")
    [document] = sets.redocred(file, frozenset({"British"}))
    assert "British-born" in document.sentences[0].words
    assert shown(document.sentences[0]) == [("Ann Lee", "name", "Person"), ("Bob Lee", "name", "Person")]
    assert related(document.sentences[0]) == {("Bob Lee", "rd:schema:parent", "Ann Lee", "asserted")}


GUM = """1\tAda\tAda\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-giv:act-1-coref
2\tByron\tByron\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
4\ther\ther\tPRON\tPRP$\t_\t5\tnmod:poss\t_\tEntity=(2-place-new-2-coref(1-person-giv:act-1-ana)
5\thome\thome\tNOUN\tNN\t_\t3\tobj\t_\t_
6\tin\tin\tADP\tIN\t_\t7\tcase\t_\t_
7\tZurich\tZurich\tPROPN\tNNP\t_\t5\tnmod\t_\tEntity=(3-place-new-3-sgl(4-abstract-new-1-sgl)
8\t,\t,\tPUNCT\t,\t_\t7\tpunct\t_\t_
9\twhere\twhere\tADV\tWRB\t_\t11\tadvmod\t_\t_
10\tit\tit\tPRON\tPRP\t_\t11\tnsubj\t_\t_
11\trained\train\tVERB\tVBD\t_\t7\tacl:relcl\t_\tEntity=3)2)

"""


def test_gum_prefers_names_and_cuts_what_follows_them(tmp_path):
    (tmp_path / "GUM_bio_byron.conllu").write_text(GUM, encoding="utf-8")
    [document] = sets.gum(tmp_path)
    mentions = document.sentences[0].mentions
    assert [(m.begin, m.end, m.kind, m.entity) for m in mentions] == [
        (0, 2, "name", "1"), (3, 4, "pronoun", "1"), (6, 7, "name", "3")]


def test_a_mention_has_words():
    with pytest.raises(ValueError):
        Mention(2, 2, "name", None, None, None)


# Snippets


def snippet(tmp_path, body):
    text = "published: \"2026-03-11\"\nitems:\n" + body
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    documents, counts = events(tmp_path, PROJECT / "ontology", PlainCutter())
    return documents[0], counts


def test_events_find_trigger_roles_and_values(tmp_path):
    document, counts = snippet(tmp_path, """
  - id: a
    text: On Monday the Dutch firm Lumo agreed to buy Borel Systems for $2.5 million, said Ada Quist.
    facts: [{subject: Borel Systems, property: ng:acquiredBy, object: Lumo, modality: planned}]
    also: [{subject: Borel Systems, property: ng:owner, object: Lumo}]
    events:
      - type: ng:Acquisition
        modality: planned
        roles: {ng:acquirer: Lumo, ng:acquired: Borel Systems, ng:price: USD 2500000, ng:time: "2026-03-09"}
""")
    [sentence] = document.sentences
    assert triggered(sentence) == [("buy", "ng:Acquisition", "planned", {
        ("ng:acquirer", "Lumo"), ("ng:acquired", "Borel Systems"), ("ng:price", "$ 2.5 million"), ("ng:time", "Monday")})]
    assert related(sentence) == {("Borel Systems", "ng:acquiredBy", "Lumo", "planned")}
    assert ("Dutch", "value", "Nationality") in shown(sentence)
    assert document.events and "ng:acquiredBy" in document.labels
    assert "ng:owner" not in document.labels, "what is merely acceptable is neither right nor wrong"
    assert not counts.missed


def test_events_without_a_trigger_leave_the_document_open(tmp_path):
    document, counts = snippet(tmp_path, """
  - id: a
    text: Olev Tamm and Lumo were like ships in the night.
    facts: [{subject: Lumo, property: schema:founder, object: Kersti Maasik}]
    events: [{type: ng:Departure, roles: {ng:person: Olev Tamm, ng:organization: Lumo}}]
""")
    assert document.events == frozenset() and not document.sentences[0].triggers
    assert "schema:founder" not in document.labels
    assert counts.events == {"ng:Departure missed": 1} and counts.facts == {"missed": 1}


def test_a_pronoun_stands_for_a_filler_of_the_sentence_before(tmp_path):
    document, _ = snippet(tmp_path, """
  - id: a
    text: Olev Tamm runs Lumo. He denied that "the lights went out".
    facts: [{subject: Lumo, property: ng:leader, object: Olev Tamm}]
    events: [{type: ng:Statement, roles: {ng:speaker: Olev Tamm, "schema:text": the lights went out}}]
""")
    assert triggered(document.sentences[1]) == [("denied", "ng:Statement", "asserted", {("ng:speaker", "He")})]


def test_denied_is_negated_and_surnames_are_found(tmp_path):
    document, _ = snippet(tmp_path, """
  - id: a
    text: Olev Tamm sings. Tamm did not found Lumo in 2019.
    facts: [{subject: Lumo, property: schema:founder, object: Olev Tamm, modality: denied, optional: true}]
    events: []
""")
    assert related(document.sentences[1]) == {("Lumo", "schema:founder", "Tamm", "negated")}


def test_the_development_snippets_are_aligned():
    documents, counts = events(PROJECT / "src/test/corpus/development", PROJECT / "ontology", PlainCutter())
    assert len({d.id for d in documents}) == len(documents)
    found, missed = (sum(n for k, n in counts.events.items() if k.endswith(end)) for end in ("found", "missed"))
    assert found / (found + missed) > 0.97
    assert counts.facts["found"] / (counts.facts["found"] + counts.facts["missed"]) > 0.97
    for document in documents:
        for sentence in document.sentences:
            for before, after in zip(sentence.mentions, sentence.mentions[1:]):
                assert before.end <= after.begin
