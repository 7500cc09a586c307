#!/bin/sh
# The arrows of the design: cli knows all; extract and export know core; core knows itself; Boost.Graph is seen by core's own sources alone.
set -eu
cd "$(dirname "$0")/.."
bad=0
refuse() {  # folder, pattern of includes it may not have, why
    found=$(grep -rnE "#include ($2)" "$1" --include='*.hpp' --include='*.cpp' || true)
    [ -z "$found" ] || { printf '%s\n%s\n' "$3:" "$found"; bad=1; }
}
refuse core '"(extract|export|cli|tests)/' 'core includes a folder above it'
refuse extract '"(export|cli|tests)/' 'extract includes a folder that it may not know'
refuse export '"(extract|cli|tests)/' 'export includes a folder that it may not know'
refuse core '<(rapidjson|graphviz|marisa|CLI)/' 'core includes a library of another folder'
for folder in extract export cli; do
    refuse "$folder" '<boost/|"core/graph_store' 'Boost.Graph is seen outside of core'
done
headers=$(grep -rlE '#include <(boost|rapidjson|graphviz|marisa|CLI|openssl|fontconfig)/' core extract export --include='*.hpp' |
    grep -vE 'core/graph_store.hpp|/detail/' || true)
[ -z "$headers" ] || { printf 'library headers that include third-party headers:\n%s\n' "$headers"; bad=1; }
exit $bad
