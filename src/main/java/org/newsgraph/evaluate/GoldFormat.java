package org.newsgraph.evaluate;

/** The formats of annotated files that the extractor can be scored against. */
public enum GoldFormat {
  /** KnowledgeNet: a document a line of JSON, fifteen relations. */
  KNOWLEDGENET,
  /** CORE: the relation between two marked companies. */
  CORE,
  /** FIRE: entities and relations of financial news. */
  FIRE,
  /** The format of {@code training/corpus}: every mention, coreference and fact marked. */
  NEWSGRAPH,
  /** CoNLL-U with entities and coreference in {@code Entity=}, as GUM has them. */
  GUM
}
