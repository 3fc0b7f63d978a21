"""Reads Debian's WordNet (package wordnet-base): which words have a meaning in common, or derive from one another.

WordNet 3.0, Princeton University, 2006; inflected forms are led back as its morphy(7WN) does, by the lists of exceptions
and the endings' rules."""

import collections
import os

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
ENDINGS = {
    "noun": [("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"), ("ies", "y")],
    "verb": [("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")],
    "adj": [("er", ""), ("est", ""), ("er", "e"), ("est", "e")],
    "adv": [],
}


def read_exceptions(folder, part):
    forms = collections.defaultdict(list)
    with open(os.path.join(folder, part + ".exc"), encoding="latin-1") as lines:
        for line in lines:
            form, *bases = line.split()
            forms[form] += bases
    return forms


def read_senses(folder, part):
    """{lemma: sets of synonyms that it is in, or that one of its derived words is in}"""
    senses = collections.defaultdict(set)
    with open(os.path.join(folder, "data." + part), encoding="latin-1") as lines:
        for line in lines:
            if line.startswith("  "):
                continue  # the licence
            fields = line.split(" | ")[0].split()
            n_words = int(fields[3], 16)
            words = [fields[4 + 2 * i].split("(")[0].lower() for i in range(n_words)]
            for word in words:
                senses[word].add(PARTS[part] + fields[0])
            first = 4 + 2 * n_words
            for i in range(int(fields[first])):
                relation, other, other_part, ends = fields[first + 1 + 4 * i:first + 5 + 4 * i]
                word = int(ends[:2], 16)
                if relation == "+" and word > 0:
                    senses[words[word - 1]].add(other_part.replace("s", "a") + other)
    return senses


def find_senses(folder, vocabulary):
    """{word: set of senses}, for the words of the vocabulary that WordNet knows in any form"""
    found = {word: set() for word in vocabulary}
    for part, endings in ENDINGS.items():
        exceptions, senses = read_exceptions(folder, part), read_senses(folder, part)
        for word in vocabulary:
            bases = [word] + exceptions.get(word, [])
            bases += [word[:len(word) - len(old)] + new for old, new in endings if word.endswith(old)]
            for base in bases:
                found[word] |= senses.get(base, set())
    return {word: senses for word, senses in found.items() if senses}
