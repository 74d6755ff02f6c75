package org.newsgraph.identity;

import org.apache.jena.graph.Node;

/**
 * Which entity an article's own entity is.
 *
 * @param own the IRI that follows from the name in the article
 * @param linked the IRI of the entity that evidence says it is
 * @param standsFor the IRI that it has in the dataset once users' decisions are taken in
 */
record Assignment(Node own, Node linked, Node standsFor) {

  boolean isPlain() {
    return own.equals(linked) && own.equals(standsFor);
  }
}
