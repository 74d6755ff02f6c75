"""Universal Dependencies sentences: reading CoNLL-U, joining words split at hyphens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Callable, Iterable, Iterator

TAGS = (
    "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X"
).split()


@dataclass(frozen=True)
class Word:
    """A word with its gold analysis.

    head is the index of its head in the tree, from 0, and -1 for the root; fine is the treebank's
    finer tag (Penn Treebank); joined tells that no white space stands after it.
    """

    form: str
    tag: str
    head: int
    relation: str
    lemma: str = "_"
    fine: str = "_"
    joined: bool = False


@dataclass(frozen=True)
class Tree:
    words: tuple[Word, ...]
    genre: str = ""

    def __len__(self) -> int:
        return len(self.words)

    @property
    def forms(self) -> list[str]:
        return [w.form for w in self.words]

    @property
    def tags(self) -> list[str]:
        return [w.tag for w in self.words]

    @property
    def heads(self) -> list[int]:
        return [w.head for w in self.words]

    @property
    def relations(self) -> list[str]:
        return [w.relation for w in self.words]

    def root(self) -> int:
        return self.heads.index(-1)

    def children(self, word: int) -> list[int]:
        return [i for i, w in enumerate(self.words) if w.head == word]

    def subtree(self, word: int) -> list[int]:
        """The word and all below it, in order."""
        found, new = {word}, {word}
        while new:
            new = {i for i, w in enumerate(self.words) if w.head in new} - found
            found |= new
        return sorted(found)

    def keep(self, kept: Iterable[int]) -> Tree:
        """The tree of some of the words, closed under heads but for the one that becomes the root."""
        kept = sorted(kept)
        place = {old: new for new, old in enumerate(kept)}
        words = tuple(replace(self.words[i], head=place.get(self.words[i].head, -1)) for i in kept)
        if sum(w.head < 0 for w in words) != 1:
            raise ValueError("the words kept are no tree")
        return replace(
            self,
            words=tuple(replace(w, relation="root") if w.head < 0 else w for w in words),
        )

    def map(self, change: Callable[[int, Word], Word]) -> Tree:
        return replace(self, words=tuple(change(i, w) for i, w in enumerate(self.words)))


def read_folder(folder: Path) -> list[Tree]:
    """The trees of every .conllu file of a folder, files in order of name."""
    trees: list[Tree] = []
    for path in sorted(Path(folder).glob("*.conllu")):
        trees.extend(read(path, path.stem.split("_")[1] if "_" in path.stem else path.stem))
    if not trees:
        raise ValueError(f"no sentence in {folder}/*.conllu")
    return trees


def read(path: Path, genre: str = "") -> Iterator[Tree]:
    """The trees of one CoNLL-U file; multiword tokens' ranges and empty nodes are left out.

    GUM tags the adjectives and participles of names as such ("United" in "United Nations" as VERB);
    here every word whose finer tag is a proper noun's is one, so that a name's words look alike.
    """
    words: list[Word] = []
    inside_range = 0
    with open(path, encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            line = line.rstrip("\n")
            if line.startswith("#"):
                continue
            if not line:
                if words:
                    yield Tree(tuple(words), genre)
                words, inside_range = [], 0
                continue
            number, form, lemma, tag, fine, _, head, relation, _, misc = line.split("\t")
            if "-" in number:
                inside_range = int(number.split("-")[1])
            elif "." not in number:
                words.append(
                    Word(
                        form=form,
                        tag="PROPN" if fine.startswith("NNP") else tag,
                        head=int(head) - 1,
                        relation=relation,
                        lemma=lemma,
                        fine=fine,
                        joined="SpaceAfter=No" in misc or int(number) < inside_range,
                    )
                )


def join_hyphenated(tree: Tree) -> Tree:
    """Makes one word of each compound that the treebank splits at its hyphens.

    The reader's tokenizer keeps "state-owned" and "Jean-Luc" whole. A compound of which several words
    depend on words outside it stays split.
    """
    groups: list[list[int]] = []
    while not groups or groups[-1][-1] + 1 < len(tree):
        group = [groups[-1][-1] + 1 if groups else 0]
        while _hyphen_after(tree, group[-1]):
            group += [group[-1] + 1, group[-1] + 2]
        outside = [i for i in group if tree.words[i].head not in group]
        groups.extend([group] if len(outside) == 1 else [[i] for i in group])
    group_of = {i: g for g, group in enumerate(groups) for i in group}
    words = []
    for group in groups:
        top = next(tree.words[i] for i in group if tree.words[i].head not in group)
        if len(group) > 1:
            top = replace(
                top,
                form="".join(tree.words[i].form for i in group),
                lemma="".join(tree.words[i].lemma for i in group),
                tag="ADJ" if top.tag == "VERB" and top.relation == "amod" else top.tag,
                joined=tree.words[group[-1]].joined,
            )
        words.append(replace(top, head=group_of.get(top.head, -1)))
    return replace(tree, words=tuple(words))


def _hyphen_after(tree: Tree, i: int) -> bool:
    words = tree.words[i : i + 3]
    return (
        len(words) == 3
        and words[1].fine == "HYPH"
        and words[2].fine != "HYPH"
        and words[0].joined
        and words[1].joined
    )


def relation_names(trees: list[Tree], at_least: int = 5) -> list[str]:
    """The relations to predict, sorted, "root" left out; rare subtypes fall to their main relation."""
    counts: dict[str, int] = {}
    for tree in trees:
        for relation in tree.relations:
            counts[relation] = counts.get(relation, 0) + 1
    names = {r for r, c in counts.items() if c >= at_least or ":" not in r}
    return sorted(names - {"root"})
