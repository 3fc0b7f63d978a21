#!/usr/bin/env python3
"""Packs the word tables of data/tables, and which words share a meaning in WordNet, into one binary that syn-tables.c reads in place, and an assembly file that
makes it part of the program.

usage: pack-tables.py FREQUENCIES WORDS VECTORS WORDNET-FOLDER OUTPUT.bin OUTPUT.S

Words stand by how often they are used, those with a vector first, so that the pages of the common ones lie together
and the others are never read from disk. The layout is told at the struct in syn-tables.c; numbers are in the
machine's own byte order."""

import array
import collections
import math
import os
import sys

import wordnet

N_ARTICLES = 37554  # of the collection that the counts were made from, see data/tables/README.md
N_DIMENSIONS = 64
ALIGNMENT = 64
NONE = 0xFFFFFFFF


def fnv1a(word):
    value = 0x811C9DC5
    for byte in word:
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def read_frequencies(path):
    frequencies = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                word, count = line.rstrip("\n").split("\t")
                frequencies[word] = int(count)
    return frequencies


def pack_senses(words, folder):
    """offsets into the list of senses, a word each and one more; the senses, sorted, those that several words have"""
    senses = wordnet.find_senses(folder, words)
    counts = collections.Counter(sense for found in senses.values() for sense in found)
    numbers = {sense: number for number, sense in enumerate(sorted(s for s, n in counts.items() if n > 1))}
    offsets, packed = array.array("I", [0]), array.array("I")
    for word in words:
        packed.extend(sorted(numbers[s] for s in senses.get(word, ()) if s in numbers))
        offsets.append(len(packed))
    return offsets, packed


def main(frequencies_path, words_path, vectors_path, wordnet_path, binary_path, assembly_path):
    frequencies = read_frequencies(frequencies_path)
    with open(words_path, encoding="utf-8") as lines:
        rows = {word.rstrip("\n"): row for row, word in enumerate(lines)}
    with open(vectors_path, "rb") as file:
        vectors = file.read()
    assert len(vectors) == len(rows) * N_DIMENSIONS

    words = sorted(set(frequencies) | set(rows), key=lambda word: (word not in rows, -frequencies.get(word, 1), word))
    n_slots = 1 << (2 * len(words)).bit_length()

    pool = bytearray()
    offsets = array.array("I")
    rarities = array.array("f")
    slots = array.array("I", [NONE]) * n_slots
    norms = array.array("f")
    packed = bytearray()

    for index, word in enumerate(words):
        encoded = word.encode("utf-8")
        offsets.append(len(pool))
        pool += encoded
        rarities.append(math.log(N_ARTICLES / min(max(frequencies.get(word, 1), 1), N_ARTICLES)))

        slot = fnv1a(encoded) & (n_slots - 1)
        while slots[slot] != NONE:
            slot = (slot + 1) & (n_slots - 1)
        slots[slot] = index

        if word in rows:
            row = vectors[rows[word] * N_DIMENSIONS:(rows[word] + 1) * N_DIMENSIONS]
            packed += row
            norm = math.sqrt(sum((byte - 256 if byte > 127 else byte) ** 2 for byte in row))
            norms.append(1 / norm if norm else 0)
    offsets.append(len(pool))

    sense_offsets, senses = pack_senses(words, wordnet_path)
    sections = [offsets.tobytes(), rarities.tobytes(), slots.tobytes(), norms.tobytes(), bytes(packed), bytes(pool),
                sense_offsets.tobytes(), senses.tobytes()]
    header = array.array("I", [len(words), len(rows), n_slots, N_DIMENSIONS])
    position = ALIGNMENT
    body = bytearray()
    for section in sections:
        header.append(position)
        section += bytes(-len(section) % ALIGNMENT)
        body += section
        position += len(section)
    maximum = array.array("f", [math.log(N_ARTICLES)])
    head = header.tobytes() + maximum.tobytes()
    head += bytes(ALIGNMENT - len(head))

    with open(binary_path, "wb") as file:
        file.write(head + body)
    with open(assembly_path, "w", encoding="utf-8") as file:
        file.write(f"""\
  .section .rodata
  .balign {ALIGNMENT}
  .globl syn_tables_data
  .type syn_tables_data, %object
syn_tables_data:
  .incbin "{os.path.abspath(binary_path)}"
  .size syn_tables_data, . - syn_tables_data
  .section .note.GNU-stack, "", %progbits
""")


main(*sys.argv[1:])
