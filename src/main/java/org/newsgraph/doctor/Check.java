package org.newsgraph.doctor;

import java.util.Locale;

/** What is looked at, in this order. */
public enum Check {
  /** Whether there is a dataset. */
  DIRECTORY,
  /** Whether its files may be read and written. */
  ACCESS,
  /** Whether a process has it. */
  LOCK,
  /** What compactions have left that were killed. */
  LEFTOVERS,
  /** Whether all files are there, and whole. */
  FILES,
  /** Whether the disk has room for a compaction. */
  ROOM,
  /** Whether each entry of each index and each term can be read, and indexes agree. */
  INDEXES,
  /** Whether each graph is one of an article, and holds the article. */
  GRAPHS,
  /** Whether the articles are those that the log of builds tells of. */
  LOG,
  /** Whether each fact and event has its evidence. */
  EVIDENCE,
  /** Whether decisions are on entities that there are. */
  DECISIONS,
  /** Whether the graphs have the shapes that the ontology asks for. */
  SHAPES;

  /** In small letters. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
