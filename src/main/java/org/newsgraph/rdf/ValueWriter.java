package org.newsgraph.rdf;

import java.math.BigDecimal;
import java.text.Normalizer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.newsgraph.fact.Money;
import org.newsgraph.fact.PartialDate;
import org.newsgraph.fact.Value;
import org.newsgraph.ontology.Vocabulary;

/** Values as nodes; an amount of money is written to the graph as a node of its own. */
final class ValueWriter {

  private final IriMinter minter;
  private final Graph graph;

  ValueWriter(IriMinter minter, Graph graph) {
    this.minter = minter;
    this.graph = graph;
  }

  Node write(Value value) {
    return switch (value) {
      case Value.OfEntity of -> minter.entity(of.entity());
      case Value.OfText of -> text(of.text());
      case Value.OfDate of -> date(of.date());
      case Value.OfMoney of -> money(of.money());
      case Value.OfNumber of -> decimal(of.number());
    };
  }

  static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  /** A name in Unicode's composed form (NFC), as in the entity's IRI. */
  static Node name(String name) {
    return text(Normalizer.normalize(name, Normalizer.Form.NFC));
  }

  static Node date(PartialDate date) {
    XSDDatatype grain =
        switch (date) {
          case PartialDate.OfYear ignored -> XSDDatatype.XSDgYear;
          case PartialDate.OfMonth ignored -> XSDDatatype.XSDgYearMonth;
          case PartialDate.OfDay ignored -> XSDDatatype.XSDdate;
        };
    return NodeFactory.createLiteralDT(date.iso(), grain);
  }

  /**
   * A decimal in the canonical form of XML Schema 1.0, {@code 17.0} for 17: the form that TDB2
   * gives back whatever was stored.
   */
  static Node decimal(BigDecimal number) {
    String digits = number.toPlainString();
    return NodeFactory.createLiteralDT(
        number.scale() > 0 ? digits : digits + ".0", XSDDatatype.XSDdecimal);
  }

  private Node money(Money money) {
    Node node = minter.money(money);
    add(node, RDF.Nodes.type, Vocabulary.MONETARY_AMOUNT);
    add(node, Vocabulary.CURRENCY, text(money.currency()));
    money
        .max()
        .ifPresentOrElse(
            max -> {
              add(node, Vocabulary.MIN_VALUE, decimal(money.min()));
              add(node, Vocabulary.MAX_VALUE, decimal(max));
            },
            () -> add(node, Vocabulary.VALUE, decimal(money.min())));
    if (money.approximate()) {
      add(
          node,
          Vocabulary.APPROXIMATE,
          NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
    }
    return node;
  }

  private void add(Node subject, Node property, Node object) {
    graph.add(Triple.create(subject, property, object));
  }
}
