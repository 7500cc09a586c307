#!/bin/sh
# Holds the quality on the annotated development documents above its floors (docs/quality.md). A floor only moves up.
#   tests/quality.sh PROGRAM GOLD_FOLDER      exits 77 where the folder is absent
set -eu
[ -d "$2/docs" ] || { echo "skipped: no annotated documents"; exit 77; }
python3 "$2/score_set.py" "$2/docs" --program "$1" | tee /dev/stderr | awk '
    $1 == "mean" { grounded = $8; evidence = $9; score = $10 }
    END {
        bad = 0
        if (score < 0.78)     { print "mean score " score " is below 0.78"; bad = 1 }
        if (grounded < 1)     { print "grounded " grounded " is below 1.000"; bad = 1 }
        if (evidence < 0.97)  { print "evidence_right " evidence " is below 0.97"; bad = 1 }
        exit bad
    }'
