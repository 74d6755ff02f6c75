package org.newsgraph.fuzz;

/** The readers that are tried, each by the name of its file. */
enum Format {
  TEXT("case.txt"),
  MARKDOWN("case.md"),
  HTML("case.html"),
  PDF("case.pdf"),
  JSON_LINES("case.jsonl"),
  JSON("case.json"),
  GZIP("case.jsonl.gz"),
  RSS("case.rss"),
  ATOM("case.atom"),
  PATTERNS("case.yaml");

  private final String file;

  Format(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }
}
