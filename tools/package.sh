#!/usr/bin/env bash
# The release package: the program, its web pages, the example and the documents. No data without a licence.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(sed -n 's/^project(waystation VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
folder=waystation-$version
rm -rf "build/$folder"
mkdir -p "build/$folder/web"
cp build/release/waystation "build/$folder/"
strip "build/$folder/waystation"
cp -r web/dist "build/$folder/web/"
cp -r examples docs LICENSE README.md README.zh-CN.md CHANGELOG.md "build/$folder/"
tar -C build -czf "build/$folder.tar.gz" "$folder"
echo "build/$folder.tar.gz"
