"""Checks the annotated articles of this folder: usage: python check.py FILE...

Prints a line for each mistake and the counts of articles, sentences, mentions and facts; exits 1 if there is a mistake.
"""
import collections
import re
import sys

TYPES = set(
    "Person Organization Corporation GovernmentOrganization NewsMediaOrganization StockExchange PoliticalParty "
    "EducationalOrganization Place Country City AdministrativeArea Product Chip SoftwareApplication AIModel "
    "MarketIndex Legislation Date Money Percent JobTitle Nationality".split()
)
VALUES = {"Date", "Money", "Percent", "JobTitle", "Nationality"}
PROPERTIES = set(
    "schema:founder schema:foundingDate schema:foundingLocation ng:headquarters ng:leader ng:chiefExecutive "
    "schema:affiliation schema:jobTitle ng:advises schema:parentOrganization ng:owner ng:shareholder ng:acquiredBy "
    "ng:customer ng:listedOn schema:birthDate schema:deathDate schema:birthPlace schema:homeLocation "
    "schema:nationality schema:alumniOf schema:spouse schema:parent ng:politicalParty schema:containedInPlace "
    "ng:developer ng:developmentCost ng:competitor ng:partner ng:regulatedBy schema:funder".split()
)
MODALITIES = {"negated", "alleged", "planned", "possible", "former"}
MENTION = re.compile(r"\[([ev]\d+)(?::(\w+))?\|([^\[\]]+)\]")


def check(path):
    mistakes, counts = [], collections.Counter()
    types, sentence = {}, False
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.rstrip("\n")

        def wrong(problem):
            mistakes.append(f"{path}:{number}: {problem}")

        if not line.strip():
            continue
        if line.startswith("#article"):
            types, sentence = {}, False
            counts["articles"] += 1
            if not re.fullmatch(r"#article id=\S+ published=\d{4}-\d\d-\d\d domain=\S+", line):
                wrong("a header is '#article id=ID published=YYYY-MM-DD domain=WORD'")
        elif line.startswith(">"):
            parts = line[1:].split()
            counts["facts"] += 1
            if not sentence or len(parts) not in (3, 4):
                wrong("a fact is '> SUBJECT PROPERTY OBJECT [MODALITY]' below its sentence")
                continue
            for mention in (parts[0], parts[2]):
                if mention not in types:
                    wrong(f"{mention} is not marked in the article so far")
            if parts[1] not in PROPERTIES:
                wrong(f"no property {parts[1]}")
            else:
                counts[parts[1]] += 1
            if len(parts) == 4:
                counts[parts[3]] += 1
                if parts[3] not in MODALITIES:
                    wrong(f"no modality {parts[3]}")
        else:
            sentence = True
            counts["sentences"] += 1
            for mention, kind, _ in MENTION.findall(line):
                counts["mentions"] += 1
                if kind:
                    if kind not in TYPES:
                        wrong(f"no type {kind}")
                    if (kind in VALUES) != mention.startswith("v"):
                        wrong(f"{mention} is a {kind}")
                    if types.setdefault(mention, kind) != kind:
                        wrong(f"{mention} is both {types[mention]} and {kind}")
                elif mention not in types:
                    wrong(f"{mention} has no type at its first mention")
            if re.search(r"[\[\]|]", MENTION.sub("", line)):
                wrong("a bracket or bar outside a mention")
    return mistakes, counts


def main(paths):
    total, failed = collections.Counter(), False
    for path in paths:
        mistakes, counts = check(path)
        total += counts
        failed = failed or bool(mistakes)
        print("\n".join(mistakes), end="\n" if mistakes else "")
    print(", ".join(f"{count} {name}" for name, count in total.most_common()))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
