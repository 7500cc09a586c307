#!/bin/sh
# Reads the whole corpus in one run: without an error, and to the same bytes for one and two threads and each instruction set.
#   tests/corpus.sh PROGRAM CORPUS_FOLDER     exits 77 where the folder is absent
set -eu
[ -d "$2" ] || { echo "skipped: no corpus"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
build() { "$1" build "$2" --quiet --no-text --threads "$3" -o "$work/$4.jsonld"; }
build "$1" "$2" 2 first
count=$(grep -c '"@type": "Document"' "$work/first.jsonld")
files=$(find "$2" -name '*.md' -o -name '*.txt' | wc -l)
echo "$count documents of $files files"
[ "$count" = "$files" ]
build "$1" "$2" 1 one-thread
cmp "$work/first.jsonld" "$work/one-thread.jsonld"
# Portable code takes minutes for all; the reports of one year in a few cities are enough for it.
few=$(find "$2" -name '2023.md' | sort | head -n 4)
for set in amx avx512_vnni avx2 portable; do
    inputs=$2 expected=$work/first.jsonld
    if [ $set = portable ]; then
        inputs=$few expected=$work/few.jsonld
        # shellcheck disable=SC2086  # a list of files
        "$1" build $few --quiet --no-text -o "$expected"
    fi
    # shellcheck disable=SC2086
    if ! GUANXI_INSTRUCTIONS=$set "$1" build $inputs --quiet --no-text -o "$work/set.jsonld" 2>"$work/message"; then
        grep -q "$set" "$work/message"
        echo "$set: not on this machine"
        continue
    fi
    cmp "$expected" "$work/set.jsonld"
    echo "$set: the same bytes"
done
