"""Universal Dependencies sentences: reading CoNLL-U, joining words split at hyphens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Iterator

TAGS = (
    "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X"
).split()


@dataclass(frozen=True)
class Tree:
    """A sentence with its gold analysis.

    heads holds indices from 0, and -1 for the root; joined[i] is true where no white space stands
    between word i and the next; hyphens[i] is true where word i is a hyphen inside a compound.
    """

    forms: tuple[str, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    joined: tuple[bool, ...]
    hyphens: tuple[bool, ...]
    genre: str = ""

    def __len__(self) -> int:
        return len(self.forms)


def read_folder(folder: Path, genres: set[str] | None = None) -> list[Tree]:
    """The trees of every .conllu file of a folder, files in order of name."""
    trees: list[Tree] = []
    for path in sorted(Path(folder).glob("*.conllu")):
        genre = path.stem.split("_")[1] if "_" in path.stem else path.stem
        if genres is None or genre in genres:
            trees.extend(read(path, genre))
    if not trees:
        raise ValueError(f"no sentence in {folder}/*.conllu")
    return trees


def read(path: Path, genre: str = "") -> Iterator[Tree]:
    """The trees of one CoNLL-U file; multiword tokens' ranges and empty nodes are left out."""
    rows: list[list[str]] = []
    joined_to: set[int] = set()
    last_of_range = 0
    with open(path, encoding="utf-8") as lines:
        for line in list(lines) + ["\n"]:
            line = line.rstrip("\n")
            if line.startswith("#"):
                continue
            if line:
                fields = line.split("\t")
                number = fields[0]
                if "-" in number:
                    first, last_of_range = (int(n) for n in number.split("-"))
                    joined_to.update(range(first, last_of_range))
                    if "SpaceAfter=No" in fields[9]:
                        joined_to.add(last_of_range)
                elif "." not in number:
                    rows.append(fields)
                    if "SpaceAfter=No" in fields[9]:
                        joined_to.add(int(number))
                continue
            if rows:
                yield Tree(
                    forms=tuple(r[1] for r in rows),
                    tags=tuple(r[3] for r in rows),
                    heads=tuple(int(r[6]) - 1 for r in rows),
                    relations=tuple(r[7] for r in rows),
                    joined=tuple(i + 1 in joined_to for i in range(len(rows))),
                    hyphens=tuple(r[4] == "HYPH" for r in rows),
                    genre=genre,
                )
            rows, joined_to = [], set()


def join_hyphenated(tree: Tree) -> Tree:
    """Makes one word of each compound that the treebank splits at its hyphens.

    The reader's tokenizer keeps "state-owned" and "Jean-Luc" whole. A compound whose words depend on
    more than one word outside it stays split.
    """
    n = len(tree)
    groups: list[list[int]] = []
    i = 0
    while i < n:
        group = [i]
        while (
            group[-1] + 2 < n
            and tree.hyphens[group[-1] + 1]
            and tree.joined[group[-1]]
            and tree.joined[group[-1] + 1]
            and not tree.hyphens[group[-1] + 2]
        ):
            group += [group[-1] + 1, group[-1] + 2]
        if len(group) > 1:
            outside = [w for w in group if tree.heads[w] not in group]
            if len(outside) > 1:
                groups.extend([w] for w in group)
            else:
                groups.append(group)
        else:
            groups.append(group)
        i = group[-1] + 1
    group_of = {w: g for g, group in enumerate(groups) for w in group}
    forms, tags, heads, relations, joined, hyphens = [], [], [], [], [], []
    for group in groups:
        top = next(w for w in group if tree.heads[w] not in group)
        forms.append("".join(tree.forms[w] for w in group))
        tag = tree.tags[top]
        if len(group) > 1 and tag == "VERB" and tree.relations[top] == "amod":
            tag = "ADJ"
        tags.append(tag)
        heads.append(-1 if tree.heads[top] < 0 else group_of[tree.heads[top]])
        relations.append(tree.relations[top])
        joined.append(tree.joined[group[-1]])
        hyphens.append(len(group) == 1 and tree.hyphens[top])
    return replace(
        tree,
        forms=tuple(forms),
        tags=tuple(tags),
        heads=tuple(heads),
        relations=tuple(relations),
        joined=tuple(joined),
        hyphens=tuple(hyphens),
    )


def relation_names(trees: list[Tree], at_least: int = 5) -> list[str]:
    """The relations to predict, sorted, "root" left out; rare subtypes fall to their main relation."""
    counts: dict[str, int] = {}
    for tree in trees:
        for relation in tree.relations:
            counts[relation] = counts.get(relation, 0) + 1
    names = {r for r, c in counts.items() if c >= at_least or ":" not in r}
    return sorted(names - {"root"})
