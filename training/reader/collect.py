"""Gathers all sets into one file, and tells how many documents, sentences, mentions and labels each has.

Needs the project compiled (target/classes).
"""

from __future__ import annotations

import pickle
import subprocess
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from .documents import Document
from .sets import Cutter, everything

PROJECT = Path(__file__).parents[2]


def cutter(project: Path = PROJECT) -> Cutter:
    """One on the project's own classes and what Maven has of its dependencies."""
    home = subprocess.run([str(project / "newsgraph"), "--java-home"], check=True, capture_output=True, text=True)
    with tempfile.NamedTemporaryFile("r", suffix=".cp") as file:
        subprocess.run(["mvn", "-o", "-q", "-f", str(project / "pom.xml"), "dependency:build-classpath",
                        f"-Dmdep.outputFile={file.name}"], check=True, cwd=project)
        libraries = file.read().strip()
    return Cutter(f"{project / 'target' / 'classes'}:{libraries}", f"{home.stdout.strip()}/bin/java")


def counts(documents: list[tuple[str, Document]]) -> str:
    """A line for each set and part, and one below it with its labels."""
    groups: dict[tuple[str, str], list[Document]] = defaultdict(list)
    for part, document in documents:
        groups[document.source, part].append(document)
    lines = []
    for (source, part), members in sorted(groups.items()):
        sentences = [s for d in members for s in d.sentences]
        kinds = Counter(m.kind for s in sentences for m in s.mentions)
        labels = Counter(r.label for s in sentences for r in s.relations)
        labels.update(t.type for s in sentences for t in s.triggers)
        lines.append(f"{source} {part}: {len(members)} documents, {len(sentences)} sentences, "
                     + ", ".join(f"{n} {k}" for k, n in sorted(kinds.items())))
        if labels:
            lines.append("  " + ", ".join(f"{label} {n}" for label, n in labels.most_common()))
    return "\n".join(lines)


def collect(data: Path, out: Path) -> None:
    """Writes pickled pairs of part and document of the sets in the folder data."""
    documents = everything(data, PROJECT, cutter())
    out.write_bytes(pickle.dumps(documents))
    print(counts(documents))
