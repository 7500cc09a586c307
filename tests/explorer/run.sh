#!/bin/sh
# Checks the types of the explorer's sources and walks through its pages in a browser.
#   tests/explorer/run.sh PROGRAM FOLDER     FOLDER: where the packages for the tests go
set -eu
program=$(readlink -f "$1")
mkdir -p "$2"
packages=$(readlink -f "$2")
here=$(readlink -f "$(dirname "$0")")
sources=$(readlink -f "$here/../../export/explorer")
CHROMIUM=${CHROMIUM:-$(command -v chromium || true)}
if [ -z "$CHROMIUM" ]; then
    echo "skipped: there is no chromium"
    exit 77
fi
export CHROMIUM
if ! cmp -s "$sources/package-lock.json" "$packages/fetched.json"; then
    "$sources/fetch.sh" "$sources" "$packages" npm
    cp "$sources/package-lock.json" "$packages/fetched.json"
fi
cat >"$packages/tsconfig.json" <<END
{"extends": "$sources/tsconfig.json", "compilerOptions": {"paths": {"*": ["$packages/node_modules/*"]}}, "include": ["$sources/src"]}
END
node "$packages/node_modules/typescript/bin/tsc" -p "$packages/tsconfig.json"
echo "types checked"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A graph that was read once from samples/district-report.txt: what the page shows must not hang on how texts are read.
cp "$here/district.jsonld" "$work/sample.jsonld"
cp "$here/../golden/rich.jsonld" "$work"
python3 "$here/generate.py" 5000 10000 7 >"$work/seeded-5000.jsonld"
python3 "$here/generate.py" 100000 200000 7 >"$work/seeded-100000.jsonld"
# A name of the same length that would do something if it were read as markup.
sed 's|</script><!-- \]\]> &amp; -->|<img src onerror=alert(12)>|g' "$work/rich.jsonld" >"$work/image.jsonld"
! cmp -s "$work/rich.jsonld" "$work/image.jsonld"
cd "$work"
"$program" convert sample.jsonld -o sample.html
"$program" convert sample.jsonld --no-text -o no-text.html
for graph in rich image seeded-5000 seeded-100000; do "$program" convert $graph.jsonld -o $graph.html; done
"$program" convert rich.jsonld -o again.html
cmp rich.html again.html
FOLDER=$work PACKAGES=$packages node --test "$here/explorer.test.mjs"
