"""Sentences composed of parts of gold trees: who says what, headlines, prices and market moves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from .treebank import Tree, Word

# Parts of a composed sentence are attached with the relations that the GUM treebank uses there.
_SAY = "said says added announced argued claimed explained insisted noted warned wrote stated".split()
_TELL = "told tells".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_CURRENCIES = ["$", "€", "£", "$", "US$"]
_SCALES = ["million", "billion", "trillion"]
_TITLES = [
    "CEO", "chairman", "President", "Senator", "Prime Minister", "finance minister", "spokeswoman",
    "spokesman", "founder", "Chancellor", "analyst", "lawyer", "Judge", "Minister", "Mr.", "Ms", "Dr",
]
_OCCASIONS = ["in a statement", "in an interview", "at a briefing", "in a memo", "in a report"]
_NEWS_VERBS = (  # base, third person, past participle, preposition of the ground
    "sue sues sued over", "fine fines fined over", "hit hits hit with", "ban bans banned from",
    "sanction sanctions sanctioned over", "charge charges charged with", "back backs backed in",
    "name names named in", "cut cuts cut after", "buy buys bought from", "hire hires hired from",
    "block blocks blocked from", "probe probes probed over", "target targets targeted in",
    "arrest arrests arrested over", "clear clears cleared of", "oust ousts ousted after",
    "eye eyes eyed by", "sell sells sold to", "accuse accuses accused of",
)
_BE_AND_HAVE = {"be", "have", "do"}


@dataclass(frozen=True)
class Part:
    """Words of a sentence under construction; its root hangs on the root of another part."""

    tree: Tree
    head: int = -1
    relation: str = "root"


def word(form: str, tag: str, head: int = -1, relation: str = "root") -> Part:
    return Part(Tree((Word(form, tag, -1, "root"),)), head, relation)


def join(parts: list[Part]) -> Tree:
    """The sentence of the parts in order; a part's head is the index of another part."""
    starts = [sum(len(p.tree) for p in parts[:i]) for i in range(len(parts))]
    words = []
    for part, start in zip(parts, starts):
        for w in part.tree.words:
            if w.head >= 0:
                words.append(replace(w, head=w.head + start))
            elif part.head < 0:
                words.append(replace(w, relation="root"))
            else:
                head = starts[part.head] + parts[part.head].tree.root()
                words.append(replace(w, head=head, relation=part.relation))
    return Tree(tuple(words), "composed")


class Composer:
    """Draws clauses and noun phrases from gold trees and puts them together anew."""

    def __init__(self, trees: list[Tree], random: Random):
        self._random = random
        self._clauses = [c for t in trees if (c := _clause(t)) is not None]
        phrases = [p for t in trees for p in _noun_phrases(t)]
        self._names = [p for p in phrases if p.words[p.root()].tag == "PROPN"]
        self._short_names = [p for p in self._names if len(p) <= 4]
        self._roles = [
            p for p in phrases
            if p.words[p.root()].tag == "NOUN" and p.words[0].tag == "DET" and len(p) <= 8
        ]
        self._phrases = phrases

    def compose(self) -> Tree:
        kinds = [self._quoted, self._quoted, self._reported, self._inserted, self._according,
                 self._headline, self._headline, self._deal, self._move, self._appointment,
                 self._active_headline, self._passive_headline]
        return self._random.choice(kinds)()

    # Who says what.

    def _quoted(self) -> Tree:
        """The words first, then the speaker, before or after the verb."""
        opening, closing = self._random.choice([('"', '"'), ('"', '"'), ("'", "'"), ("", "")])
        clause = self._random.choice(self._clauses)
        parts = [word(opening, "PUNCT", 1, "punct")] if opening else []
        said = len(parts) + (3 if closing else 2)
        content = len(parts)
        parts.append(Part(clause, said, "ccomp"))
        marks = [word(",", "PUNCT", content, "punct")]
        if closing:
            marks.append(word(closing, "PUNCT", content, "punct"))
        if self._random.random() < 0.2:
            marks.reverse()
        parts += marks
        telling = self._random.random() < 0.25
        verb = word(self._random.choice(_TELL if telling else _SAY), "VERB")
        if telling or self._random.random() < 0.4:
            said += 1
            parts[content] = replace(parts[content], head=said)
            parts += [replace(self._speaker(pronouns=True), head=said, relation="nsubj"), verb]
        else:
            parts += [verb, replace(self._speaker(), head=said, relation="nsubj")]
        if telling:
            parts.append(Part(self._random.choice(self._short_names), said, "iobj"))
        parts += self._when(said)
        if self._random.random() < 0.2:
            parts += [word(",", "PUNCT", len(parts) + 1, "punct"), Part(self._adding(), said, "advcl")]
        return join([*parts, word(".", "PUNCT", said, "punct")])

    def _adding(self) -> Tree:
        return join([word("adding", "VERB"), word("that", "SCONJ", 2, "mark"),
                     Part(_small_start(self._random.choice(self._clauses)), 0, "ccomp")])

    def _reported(self) -> Tree:
        """The speaker first, then the words, with or without "that" and quotation marks."""
        parts = [replace(self._speaker(pronouns=True), head=1, relation="nsubj"),
                 word(self._random.choice(_SAY), "VERB")]
        parts += self._when(1)
        kind = self._random.random()
        if kind < 0.3:
            content = len(parts) + 2
            parts += [word(self._random.choice([",", ":"]), "PUNCT", content, "punct"),
                      word('"', "PUNCT", content, "punct"),
                      Part(self._random.choice(self._clauses), 1, "ccomp"),
                      word(".", "PUNCT", 1, "punct"), word('"', "PUNCT", content, "punct")]
            return join(parts)
        content = len(parts)
        if kind < 0.7:
            content += 1
            parts.append(word("that", "SCONJ", content, "mark"))
        parts += [Part(_small_start(self._random.choice(self._clauses)), 1, "ccomp"),
                  word(".", "PUNCT", 1, "punct")]
        return join(parts)

    def _inserted(self) -> Tree:
        """The speaker between subject and predicate of what he says."""
        clause = self._random.choice(self._clauses)
        root = clause.root()
        subjects = [c for c in clause.children(root) if clause.words[c].relation == "nsubj"]
        split = subjects and clause.subtree(subjects[0])
        if not split or split != list(range(len(split))):
            return self._quoted()
        inserted = join([word(",", "PUNCT", 1, "punct"), word(self._random.choice(_SAY), "VERB"),
                         replace(self._speaker(), head=1, relation="nsubj"),
                         word(",", "PUNCT", 1, "punct")])
        at, size = len(split), len(inserted)

        def move(i: int) -> int:
            return i + size if i >= at else i

        moved = [replace(w, head=move(w.head)) for w in clause.words]
        middle = [
            replace(w, head=w.head + at) if w.head >= 0
            else replace(w, head=move(root), relation="parataxis")
            for w in inserted.words
        ]
        words = [*moved[:at], *middle, *moved[at:], Word(".", "PUNCT", move(root), "punct")]
        return Tree(tuple(words), "composed")

    def _according(self) -> Tree:
        clause = self._random.choice(self._clauses)
        source = join([word("According", "VERB", 2, "case"), word("to", "ADP", 0, "fixed"),
                       self._speaker()])
        if self._random.random() < 0.5:
            return join([Part(source, 2, "obl"), word(",", "PUNCT", 0, "punct"),
                         Part(_small_start(clause)), word(".", "PUNCT", 2, "punct")])
        comma = [word(",", "PUNCT", 2, "punct")] if self._random.random() < 0.6 else []
        return join([Part(clause), *comma, Part(_small_start(source), 0, "obl"),
                     word(".", "PUNCT", 0, "punct")])

    def _speaker(self, pronouns: bool = False) -> Part:
        kind = self._random.random()
        if pronouns and kind < 0.25:
            return word(self._random.choice(["he", "she", "He", "She", "they", "it"]), "PRON")
        if kind < 0.45:
            return Part(self._random.choice(self._short_names))
        if kind < 0.55:
            return Part(self._titled())
        if kind < 0.8:
            parts = [Part(self._random.choice(self._short_names)), word(",", "PUNCT", 2, "punct"),
                     Part(self._random.choice(self._roles), 0, "appos")]
            if pronouns:
                parts.append(word(",", "PUNCT", 2, "punct"))
            return Part(join(parts))
        return Part(_small_start(self._random.choice(self._roles)))

    def _titled(self) -> Tree:
        """NAME finance minister NAME, the title a description of the name that follows."""
        title = self._random.choice(_TITLES).split()
        parts = [word(t, "PROPN" if t[0].isupper() else "NOUN", len(title) - 1, "compound")
                 for t in title[:-1]]
        last = "PROPN" if title[-1][0].isupper() else "NOUN"
        described = join([*parts, word(title[-1], last)])
        if self._random.random() < 0.5:
            described = join([Part(self._random.choice(self._short_names), 1, "compound"),
                              Part(described)])
        return join([Part(described, 1, "nmod:desc"),
                     Part(self._random.choice(self._short_names))])

    def _when(self, head: int) -> list[Part]:
        kind = self._random.random()
        day = word(self._random.choice(_DAYS), "PROPN", head, "obl:unmarked")
        if kind < 0.12:
            return [day]
        if kind < 0.3:
            on = join([word("on", "ADP", 1, "case"), replace(day, head=-1)])
            return [Part(on, head, "obl")]
        if kind < 0.4:
            words = self._random.choice(_OCCASIONS).split()
            occasion = join([word(words[0], "ADP", 2, "case"), word(words[1], "DET", 2, "det"),
                             word(words[2], "NOUN")])
            return [Part(occasion, head, "obl")]
        return []

    # Headlines.

    def _headline(self) -> Tree:
        """A clause in the tense of headlines, at times with its speaker."""
        from .augment import telegraphic, title_case

        clause = telegraphic(_small_start(self._random.choice(self._clauses)), self._random)
        clause = self._headline_tense(clause)
        kind = self._random.random()
        name = self._random.choice(self._short_names)
        says = word(self._random.choice(["says", "say", "warns", "claims"]), "VERB")
        if kind < 0.15:
            clause = join([Part(name, 1, "nsubj"), says, Part(clause, 1, "ccomp")])
        elif kind < 0.3:
            clause = join([Part(clause, 2, "ccomp"), word(",", "PUNCT", 0, "punct"), says,
                           Part(name, 2, "nsubj")])
        first = clause.words[0]
        clause = replace(clause, words=(
            replace(first, form=first.form[:1].upper() + first.form[1:]), *clause.words[1:]))
        return title_case(clause, self._random) if self._random.random() < 0.5 else clause

    def _headline_tense(self, clause: Tree) -> Tree:
        """Past to present, or to the infinitive with "to"; "will" to "to"."""
        root = clause.root()
        auxiliaries = [c for c in clause.children(root) if clause.words[c].relation.startswith("aux")]
        top = clause.words[root]
        if len(auxiliaries) == 1 and clause.words[auxiliaries[0]].lemma in ("will", "would"):
            return clause.map(
                lambda i, w: replace(w, form="to", tag="PART", relation="mark")
                if i == auxiliaries[0] else w)
        if auxiliaries or top.fine != "VBD" or top.lemma in _BE_AND_HAVE:
            return clause
        if self._random.random() < 0.6:
            return clause.map(
                lambda i, w: replace(w, form=_present(w.lemma)) if i == root else w)
        words = [replace(w, head=w.head + 1 if w.head >= root else w.head) for w in clause.words]
        words[root] = replace(words[root], form=top.lemma)
        words.insert(root, Word("to", "PART", root + 1, "mark"))
        return replace(clause, words=tuple(words))

    def _active_headline(self) -> Tree:
        """NAME sues NAME over NOUNS."""
        _, verb, _, preposition = self._random.choice(_NEWS_VERBS).split()
        return self._finish_headline([
            Part(self._actor(), 1, "nsubj"), word(verb, "VERB"), Part(self._actor(), 1, "obj"),
            *self._ground(preposition)])

    def _passive_headline(self) -> Tree:
        """NAME fined $ 3m over NOUNS; NAME sued by NAME."""
        verb, _, participle, preposition = self._random.choice(_NEWS_VERBS).split()
        parts = [Part(self._actor(), 1, "nsubj:pass"), word(participle, "VERB")]
        kind = self._random.random()
        if verb == "fine" and kind < 0.6:
            parts.append(Part(self._money(), 1, "obj"))
        elif kind < 0.3:
            parts.append(Part(self._after("by", self._actor()), 1, "obl:agent"))
        # "Firm bought Rival" and "Firm bought" part by what follows: a passive has no bare object.
        return self._finish_headline(parts + (self._ground(preposition) if kind >= 0.2 else []))

    def _actor(self) -> Tree:
        if self._random.random() < 0.6:
            return self._random.choice(self._short_names)
        role = self._random.choice(self._roles)
        without = [i for i in range(len(role)) if role.words[i].tag != "DET"
                   or role.children(i)]
        return role.keep(without)

    def _ground(self, preposition: str) -> list[Part]:
        if self._random.random() < 0.3:
            return []
        return [Part(self._after(preposition, self._actor()), 1, "obl")]

    def _finish_headline(self, parts: list[Part]) -> Tree:
        from .augment import title_case

        tree = join(parts)
        first = tree.words[0]
        tree = replace(tree, words=(
            replace(first, form=first.form[:1].upper() + first.form[1:]), *tree.words[1:]))
        return title_case(tree, self._random) if self._random.random() < 0.5 else tree

    # Appointments, prices and market moves.

    def _appointment(self) -> Tree:
        """The firm appointed NAME as chief; NAME was named chairman by NAME."""
        verb = self._random.choice("appointed named hired elected promoted picked chose".split())
        title = self._random.choice([t for t in _TITLES if t.islower() and " " not in t] + ["CEO"])
        tag = "NOUN" if title.islower() else "PROPN"
        role = join([word(self._random.choice(["its", "their"]), "PRON", 1, "nmod:poss"),
                     word(title, tag)]) if self._random.random() < 0.4 else join([word(title, tag)])
        person = self._titled() if self._random.random() < 0.4 else self._random.choice(
            self._short_names)
        bare = verb in ("appointed", "named", "elected")
        if self._random.random() < 0.6:
            subject = (self._random.choice(self._roles) if self._random.random() < 0.6
                       else self._random.choice(self._names))
            parts = [Part(subject, 1, "nsubj"), word(verb, "VERB"), Part(person, 1, "obj")]
            first = parts[0].tree.words[0]
            parts[0] = replace(parts[0], tree=replace(subject, words=(
                replace(first, form=first.form[:1].upper() + first.form[1:]),
                *subject.words[1:])))
            verb_at = 1
        else:
            parts = [Part(person, 2, "nsubj:pass"), word("was", "AUX", 2, "aux:pass"),
                     word(verb, "VERB")]
            verb_at = 2
        if bare and self._random.random() < 0.5:
            parts.append(Part(role, verb_at, "xcomp"))
        else:
            parts.append(Part(self._after("as", role), verb_at, "obl"))
        if verb_at == 2 and self._random.random() < 0.4:
            agent = self._random.choice(self._names + self._roles)
            parts.append(Part(self._after("by", agent), verb_at, "obl:agent"))
        return join([*parts, *self._when(verb_at), word(".", "PUNCT", verb_at, "punct")])

    def _deal(self) -> Tree:
        verb = self._random.choice(
            "acquired bought sold purchased raised invested borrowed paid spent agreed".split())
        buyer = replace(self._speaker(pronouns=True), head=1, relation="nsubj")
        if verb in ("raised", "invested", "borrowed", "paid", "spent"):
            parts = [buyer, word(verb, "VERB"), Part(self._money(), 1, "obj")]
            if verb == "invested":
                parts.append(Part(self._after("in", self._random.choice(self._names)), 1, "obl"))
            elif verb in ("paid", "spent"):
                preposition = "on" if verb == "spent" else "for"
                parts.append(
                    Part(self._after(preposition, self._random.choice(self._roles)), 1, "obl"))
        elif verb == "agreed":
            to_buy = join([word("to", "PART", 1, "mark"),
                           word(self._random.choice(["buy", "acquire", "sell"]), "VERB"),
                           Part(self._random.choice(self._names), 1, "obj"),
                           Part(self._after("for", self._money()), 1, "obl")])
            parts = [buyer, word(verb, "VERB"), Part(to_buy, 1, "xcomp")]
        else:
            parts = [buyer, word(verb, "VERB"),
                     Part(self._random.choice(self._names + self._roles), 1, "obj"),
                     Part(self._after("for", self._money()), 1, "obl")]
        return join([*parts, *self._when(1), word(".", "PUNCT", 1, "punct")])

    def _move(self) -> Tree:
        """Shares in NAME fell 3.2 % to $ 14."""
        name = self._random.choice(self._short_names)
        subject = self._random.choice([
            join([word("Shares", "NOUN"), Part(self._after(
                self._random.choice(["in", "of"]), name), 0, "nmod")]),
            join([Part(join([Part(name), word("'s", "PART", 0, "case")]), 1, "nmod:poss"),
                  word(self._random.choice(["shares", "revenue", "stock", "profit"]), "NOUN")]),
            join([Part(name, 1, "compound"),
                  word(self._random.choice(["shares", "stock", "sales"]), "NOUN")]),
            name,
        ])
        verb = self._random.choice("fell rose dropped climbed slid jumped gained lost".split())
        amount = self._percent() if self._random.random() < 0.7 else self._money()
        relation = "obj" if verb in ("gained", "lost") else "obl:unmarked"
        parts = [Part(subject, 1, "nsubj"), word(verb, "VERB")]
        if relation != "obj" and self._random.random() < 0.3:
            parts.append(Part(self._after("by", amount), 1, "obl"))
        else:
            parts.append(Part(amount, 1, relation))
        if self._random.random() < 0.4:
            target = self._percent() if self._random.random() < 0.2 else self._money()
            parts.append(Part(self._after("to", target), 1, "obl"))
        return join([*parts, *self._when(1), word(".", "PUNCT", 1, "punct")])

    def _money(self) -> Tree:
        number = self._number()
        kind = self._random.random()
        currency = self._random.choice(_CURRENCIES)
        if kind < 0.45:
            amount = join([word(number, "NUM", 1, "compound"),
                           word(self._random.choice(_SCALES), "NUM")])
            money = join([word(currency, "SYM"), Part(amount, 0, "nummod")])
        elif kind < 0.6:
            amount = join([word(number, "NUM", 1, "compound"),
                           word(self._random.choice(_SCALES), "NUM")])
            money = join([Part(amount, 1, "nummod"),
                          word(self._random.choice(["dollars", "euros", "pounds", "yen"]), "NOUN")])
        else:
            short = number + self._random.choice(["", "", "m", "bn", "M", "B"])
            money = join([word(currency, "SYM"), word(short, "NUM", 0, "nummod")])
        return money

    def _percent(self) -> Tree:
        unit = word("%", "SYM") if self._random.random() < 0.6 else word("percent", "NOUN")
        return join([word(self._number(), "NUM", 1, "nummod"), unit])

    def _number(self) -> str:
        whole = str(self._random.choice([self._random.randint(1, 30), self._random.randint(1, 999)]))
        return whole + (f".{self._random.randint(0, 9)}" if self._random.random() < 0.5 else "")

    def _after(self, preposition: str, phrase: Tree) -> Tree:
        return join([word(preposition, "ADP", 1, "case"), Part(_small_start(phrase))])


def _clause(tree: Tree) -> Tree | None:
    """The tree without its final stop, if it is a plain statement that can be quoted."""
    words = tree.words
    if not 5 <= len(words) <= 24 or words[-1].form != "." or words[-1].relation != "punct":
        return None
    root = tree.root()
    relations = {words[c].relation for c in tree.children(root)}
    spoken = relations & {"discourse", "reparandum", "nsubj:outer", "parataxis", "dep"}
    quotes = any(w.form in "\"'“”‘’:;()[]" for w in words if w.tag == "PUNCT")
    statement = words[root].tag in ("VERB", "ADJ", "NOUN") and relations & {"nsubj", "nsubj:pass"}
    finite = words[root].fine in ("VBD", "VBZ", "VBP") or relations & {"aux", "cop", "aux:pass"}
    if spoken or quotes or not statement or not finite or words[0].tag in ("CCONJ", "PUNCT"):
        return None
    return tree.keep(range(len(words) - 1))


def _noun_phrases(tree: Tree) -> list[Tree]:
    """The short noun phrases of a tree, without prepositions, as trees of their own."""
    found = []
    for i, w in enumerate(tree.words):
        if w.tag not in ("NOUN", "PROPN") or w.relation.split(":")[0] not in ("nsubj", "obj", "obl"):
            continue
        outer = [
            c for c in tree.children(i)
            if tree.words[c].relation in ("case", "mark", "punct", "cc", "advmod")
        ]
        kept = set(tree.subtree(i)) - {d for c in outer for d in tree.subtree(c)}
        if len(kept) > 9 or max(kept) - min(kept) + 1 != len(kept):
            continue
        phrase = tree.keep(kept)
        plain = not any(
            p.relation in ("acl:relcl", "conj", "parataxis", "dep", "ccomp") or p.tag in ("X", "PUNCT")
            for p in phrase.words)
        if plain:
            found.append(phrase)
    return found


def _small_start(tree: Tree) -> Tree:
    """The tree as it looks in the middle of a sentence."""
    first = tree.words[0]
    if first.tag == "PROPN" or first.form == "I" or first.form[1:] != first.form[1:].lower():
        return tree
    small = replace(first, form=first.form[:1].lower() + first.form[1:])
    return replace(tree, words=(small, *tree.words[1:]))


def _present(lemma: str) -> str:
    """The third person singular of a verb."""
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"
