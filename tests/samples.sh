#!/bin/sh
# Builds every sample text and compares its JSON-LD and DOT with what is committed beside it.
#   tests/samples.sh PROGRAM [--update]
set -eu
program=$(readlink -f "$1")
cd "$(dirname "$0")/../samples"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
for text in *.txt; do
    name=${text%.txt}
    "$program" build "$text" --quiet -o "$work/$name.jsonld" -o "$work/$name.dot"
    for form in jsonld dot; do
        if [ "${2-}" = --update ]; then
            cp "$work/$name.$form" "$name.$form"
        elif ! diff -u "$name.$form" "$work/$name.$form" >"$work/diff"; then
            echo "samples/$name.$form is no longer what the program writes; if the change is meant: tests/samples.sh PROGRAM --update"
            head -n 20 "$work/diff"
            status=1
        fi
    done
done
exit $status
