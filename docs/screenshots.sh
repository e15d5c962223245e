#!/bin/sh
# Takes pictures of every kind of page (desktop and phone, Japanese and English, light and dark) of the demo, and makes a
# sheet of all of them. Needed: /usr/bin/chromium and /usr/bin/chromedriver (Debian: chromium chromium-driver
# fonts-noto-cjk), Maven, a JDK 21 or newer.
#
#   docs/screenshots.sh [FOLDER]     default: target/screenshots; then open FOLDER/index.html
set -eu

for program in chromium chromedriver; do
    if [ ! -x "/usr/bin/$program" ]; then
        echo "/usr/bin/$program がありません / is missing: sudo apt install chromium chromium-driver fonts-noto-cjk" >&2
        exit 2
    fi
done
mkdir -p "${1:-$(dirname "$0")/../target/screenshots}"
folder=$(cd "${1:-$(dirname "$0")/../target/screenshots}" && pwd)
cd "$(dirname "$0")/.."
mvn -q -B test -Dtest=Screenshots -Dscreenshots="$folder"
echo "$folder/index.html"
