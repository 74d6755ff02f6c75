package org.newsgraph.rdf;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.newsgraph.fact.Event;
import org.newsgraph.fact.Fact;
import org.newsgraph.fact.Value;

/**
 * The IRIs of one article's sentences, events and reifiers, all fragments of the article's own.
 *
 * <p>Where two events or reifiers would get one IRI, the second gets {@code ;2} and so on, in the
 * order of asking.
 */
final class FragmentIris {

  /** Entities beyond these add length to an event's IRI and little to its meaning. */
  private static final int FILLERS = 3;

  /** Code points of a text that an IRI shows. */
  private static final int TEXT_LENGTH = 40;

  private final String prefix;
  private final Map<String, Integer> taken = new HashMap<>();

  FragmentIris(Node article) {
    String iri = article.getURI();
    this.prefix = iri.contains("#") ? iri + "/" : iri + "#";
  }

  /** {@code <article>#char=12,80}, RFC 5147, here in Unicode code points. */
  Node span(int begin, int end) {
    return NodeFactory.createURI(prefix + "char=" + begin + "," + end);
  }

  /** {@code <article>#fact/DeepSeek/founder/Liang_Wenfeng}. */
  Node reifier(Fact fact) {
    return unique(
        Stream.of(
            "fact",
            IriMinter.slug(fact.subject().name()),
            fact.property().name(),
            slug(fact.object())));
  }

  /** {@code <article>#event/ExportRestriction/H100/China}. */
  Node event(Event event) {
    Stream<String> fillers =
        event.roles().stream()
            .map(Event.Role::value)
            .filter(Value.OfEntity.class::isInstance)
            .map(Value.OfEntity.class::cast)
            .map(of -> of.entity().name())
            .distinct()
            .limit(FILLERS)
            .map(IriMinter::slug);
    return unique(Stream.concat(Stream.of("event", event.type().name()), fillers));
  }

  private Node unique(Stream<String> segments) {
    String iri = prefix + segments.collect(Collectors.joining("/"));
    int uses = taken.merge(iri, 1, Integer::sum);
    return NodeFactory.createURI(uses == 1 ? iri : iri + ";" + uses);
  }

  private static String slug(Value value) {
    return switch (value) {
      case Value.OfEntity of -> IriMinter.slug(of.entity().name());
      case Value.OfText of -> IriMinter.slug(shortened(of.text()));
      case Value.OfDate of -> of.date().iso();
      case Value.OfMoney of -> IriMinter.amount(of.money());
      case Value.OfNumber of -> of.number().toPlainString();
    };
  }

  private static String shortened(String text) {
    return text.codePoints()
        .limit(TEXT_LENGTH)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
