#!/bin/sh
# Installs what the JavaScript examples need and runs all examples against a broker and our registry server.
# The Python examples need Debian's python3-confluent-kafka and python3-avro; without them they are skipped.
set -eu
cd "$(dirname "$0")/.."
(cd examples/consumers/javascript && npm install --no-audit --no-fund --ignore-scripts --silent)
exec mvn -B -q verify -pl end-to-end -am -Dtest=NoUnitTests -Dit.test=ForeignClientsIT \
  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
