#!/bin/sh
# Runs every `./guanxi` command of README.md and the pages in docs/ and docs/formats/, as a newcomer would, in a copy of the samples.
#   tests/readme.sh PROGRAM
set -eu
program=$(readlink -f "$1")
root=$(readlink -f "$(dirname "$0")/..")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$root/samples" "$work/samples"
mkdir "$work/my-reports"
cp "$root"/samples/*.txt "$work/my-reports"
cp "$root/samples/district-report.txt" "$work/report.txt"
# The table that docs/lexicon.md shows.
sed -n '/^```tsv$/,/^```$/{/^```/!p;}' "$root/docs/lexicon.md" >"$work/names.tsv"
[ -s "$work/names.tsv" ]
cd "$work"
printf '#!/bin/sh\nexec "%s" "$@"\n' "$program" >guanxi
chmod +x guanxi
count=0
for page in "$root/README.md" "$root"/docs/*.md "$root"/docs/formats/*.md; do
    grep -E '^    (\./guanxi|guanxi) ' "$page" >commands || true
    while IFS= read -r line; do
        count=$((count + 1))
        echo "$(basename "$page"): $line"
        PATH=$work:$PATH sh -c "$line" </dev/null >out 2>err || { cat err; echo "this command failed"; exit 1; }
    done <commands
done
echo "$count commands ran"
[ "$count" -ge 5 ]
