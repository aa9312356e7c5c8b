#!/usr/bin/env bash
# Everything about designers: builds the catalogs, tests them with Kaoto's and Karavan's own code and in a browser.
# Needs Node.js 20 or newer, npm and the network; installs below node_modules, about 1.7 GB.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# npm ci begins with an empty node_modules; that is for when something changed.
install() {
    local stamp="node_modules/.installed-from"
    if ! cmp -s package-lock.json "$stamp"; then
        npm ci --no-audit --no-fund --loglevel=error "$@"
        cp package-lock.json "$stamp"
    fi
}

has_chromium() {
    [[ -n "${CHROMIUM:-}" ]] || command -v chromium chromium-browser google-chrome >/dev/null
}

if [[ ! -e node_modules/.installed-from ]] && ! npm view --silent @kaoto/camel-catalog name >/dev/null; then
    echo "Skipped: the npm registry does not answer, and the packages of the designers are not installed."
    exit
fi

# A system that has no Chromium may get it, if that is a package away.
provide_chromium() {
    if ! has_chromium && [[ "$(id -u)" == 0 ]] && command -v apt-get >/dev/null; then
        { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1 || true
    fi
    has_chromium
}

install
npm run --silent build
node --test --test-reporter=dot test/

(cd karavan && install && npx tsx --test --test-reporter=dot test/*.test.ts)

# The editor's packages name peers that older tools of the same authors want; the versions here are the ones it takes.
(cd kaoto && install --legacy-peer-deps && npm test --silent -- --reporter=dot)

if provide_chromium; then
    npm run --silent pictures --prefix kaoto -- --check
else
    echo "Skipped the browser: there is no Chromium, and no way to install it here."
fi
