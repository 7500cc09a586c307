#!/bin/sh
# Fetches the packages of the lock file into a folder of the build.
#   fetch.sh SOURCES FOLDER NPM [OPTION...]
set -eu
sources=$1
folder=$2
npm=$3
shift 3
mkdir -p "$folder"
cp "$sources/package.json" "$sources/package-lock.json" "$folder"
log=$folder/npm.log
if ! (cd "$folder" && "$npm" ci --ignore-scripts --no-audit --no-fund "$@") >"$log" 2>&1; then
    echo "guanxi: error: npm could not fetch the packages of export/explorer (the whole output is in $log);" \
        "try again, or build without the explorer: cmake --preset release -DGUANXI_EXPLORER=OFF" >&2
    exit 1
fi
