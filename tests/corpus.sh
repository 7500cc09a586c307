#!/bin/sh
# Reads the whole corpus in one run: without an error, and to the same bytes for one and two threads and each instruction set.
#   tests/corpus.sh PROGRAM CORPUS_FOLDER     exits 77 where the folder is absent
set -eu
[ -d "$2" ] || { echo "skipped: no corpus"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
build() { "$1" build "$2" --quiet --no-text --threads "$3" -o "$work/$4.jsonld"; }
build "$1" "$2" 2 first
count=$(grep -c '"Document"' "$work/first.jsonld")
files=$(find "$2" -name '*.md' -o -name '*.txt' | wc -l)
echo "$count documents of $files files"
[ "$count" = "$files" ]
build "$1" "$2" 1 one-thread
cmp "$work/first.jsonld" "$work/one-thread.jsonld"
# One city is enough to tell the instruction sets apart; portable code is slow.
city=$(find "$2" -mindepth 1 -maxdepth 1 -type d | sort | head -n 1)
build "$1" "$city" 2 city
for set in portable avx2 avx512_vnni amx; do
    if ! GUANXI_INSTRUCTIONS=$set "$1" build "$city" --quiet --no-text -o "$work/$set.jsonld" 2>"$work/message"; then
        grep -q "$set" "$work/message"
        echo "$set: not on this machine"
        continue
    fi
    cmp "$work/city.jsonld" "$work/$set.jsonld"
    echo "$set: the same bytes"
done
