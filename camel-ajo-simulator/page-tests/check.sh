#!/usr/bin/env bash
# The page of the simulator in a browser: tests, and the pictures of the docs. Needs Node.js 20 or newer, npm, Maven and a Chromium.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

has_chromium() {
    [[ -n "${CHROMIUM:-}" ]] || command -v chromium chromium-browser google-chrome >/dev/null
}

# A system that has no Chromium may get it, if that is a package away.
provide_chromium() {
    if ! has_chromium && [[ "$(id -u)" == 0 ]] && command -v apt-get >/dev/null; then
        { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1 || true
    fi
    has_chromium
}

if ! provide_chromium; then
    echo "Skipped the page of the simulator: there is no Chromium, and no way to install it here."
    exit
fi

stamp="node_modules/.installed-from"
if [[ ! -e "$stamp" ]] && ! npm view --silent playwright-core name >/dev/null; then
    echo "Skipped the page of the simulator: the npm registry does not answer, and its packages are not installed."
    exit
fi
if ! cmp -s package-lock.json "$stamp"; then
    npm ci --no-audit --no-fund --loglevel=error
    cp package-lock.json "$stamp"
fi

# What Java needs to run it: the classes as they are now, and their libraries.
(cd ../.. && mvn -B -q -pl camel-ajo-simulator compile dependency:build-classpath \
    -Dmdep.outputFile=target/page-tests.classpath -Dmdep.includeScope=test -Dspotless.check.skip)

npm test --silent
npm run --silent pictures -- --check
