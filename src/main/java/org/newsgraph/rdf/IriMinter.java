package org.newsgraph.rdf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.newsgraph.article.Article;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Money;

/**
 * Mints IRIs that people can read, that the same input always gets, and that every syntax of RDF
 * gives back as written.
 *
 * <p>Two names get one IRI only if they are canonically equivalent in Unicode.
 */
public final class IriMinter {

  /** The base where the user names none. */
  public static final String DEFAULT_BASE = "https://w3id.org/newsgraph/id/";

  private final String base;

  /** What the IRIs of those whom only one article describes begin with; empty outside articles. */
  private final Optional<String> described;

  /**
   * @param base what the IRIs of entities and amounts begin with, such as {@link #DEFAULT_BASE}; a
   *     slash is added where it ends in neither {@code /} nor {@code #} nor {@code :}
   * @throws IllegalArgumentException if no IRI can begin with it
   */
  public IriMinter(String base) {
    this.base = base.matches(".*[/#:]") ? base : base + "/";
    requireIri(base, this.base + "entity", "base");
    this.described = Optional.empty();
  }

  private IriMinter(String base, String described) {
    this.base = base;
    this.described = Optional.of(described);
  }

  /**
   * What mints for one article: people and organizations without a name, "two shareholders", are
   * its own, since those of another article are others.
   */
  IriMinter within(Node article) {
    String iri = article.getURI();
    return new IriMinter(base, iri.contains("#") ? iri + "/" : iri + "#");
  }

  /**
   * The IRI of an entity, such as {@code <base>entity/person/Liang_Wenfeng}. Articles that give an
   * entity the same kind and name share it.
   */
  public Node entity(EntityKey key) {
    String kind =
        switch (key.kind()) {
          case PERSON -> "person";
          case ORGANIZATION -> "organization";
          case PLACE -> "place";
          case PRODUCT -> "product";
          case SOFTWARE -> "software";
          case MARKET_INDEX -> "market-index";
          case LEGISLATION -> "legislation";
          case THING -> "thing";
        };
    String prefix = isDescription(key) ? described.orElse(base + "entity/") : base + "entity/";
    return NodeFactory.createURI(prefix + kind + "/" + slug(key.name()));
  }

  private static boolean isDescription(EntityKey key) {
    return switch (key.kind()) {
      case PERSON, ORGANIZATION ->
          key.name().codePoints().anyMatch(Character::isLowerCase)
              && key.name().codePoints().noneMatch(Character::isUpperCase);
      default -> false;
    };
  }

  /**
   * The IRI of an amount, made of its content alone, such as {@code <base>money/USD/6000000} or
   * {@code <base>money/USD/about/5..7}.
   */
  public Node money(Money money) {
    return NodeFactory.createURI(base + "money/" + amount(money));
  }

  /**
   * The IRI of an article, which is also the name of its graph.
   *
   * @throws IllegalArgumentException if the article's IRI has no scheme or has a character that no
   *     IRI has
   */
  public Node article(Article article) {
    requireIri(article.iri(), article.iri(), "article");
    return NodeFactory.createURI(article.iri());
  }

  /** The IRI of a graph that is no article's, such as {@code <base>graph/people}. */
  public Node graph(String name) {
    return NodeFactory.createURI(base + "graph/" + slug(name));
  }

  /**
   * Makes sure that a text is an absolute IRI.
   *
   * @throws IllegalArgumentException if it has no scheme or has a character that no IRI has
   */
  public static void requireIri(String iri) {
    requireIri(iri, iri, "graph");
  }

  /** A readable form of an amount: currency, "about" where approximate, value or range. */
  static String amount(Money money) {
    return money.currency()
        + (money.approximate() ? "/about/" : "/")
        + money.min().toPlainString()
        + money.max().map(BigDecimal::toPlainString).map(max -> ".." + max).orElse("");
  }

  /**
   * A name as one segment of an IRI: in Unicode's composed form (NFC), letters, marks and digits of
   * any script, {@code -} and {@code .} as they are, a space as {@code _}, everything else
   * percent-encoded in UTF-8.
   */
  static String slug(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    if (composed.equals(".") || composed.equals("..")) {
      // A reader that resolves IRIs would take these for steps of a path.
      return composed.replace(".", "%2E");
    }
    StringBuilder slug = new StringBuilder();
    composed
        .codePoints()
        .forEach(
            c -> {
              if (c == ' ') {
                slug.append('_');
              } else if (isKept(c)) {
                slug.appendCodePoint(c);
              } else {
                percentEncode(slug, c);
              }
            });
    return slug.toString();
  }

  private static boolean isKept(int c) {
    if (c < 0x80) {
      return Character.isLetterOrDigit(c) || c == '-' || c == '.';
    }
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER ->
          // Compatibility forms ("ﬁ", "Ａ") are legal, but readers warn of them.
          Normalizer.isNormalized(Character.toString(c), Normalizer.Form.NFKC);
      default -> false;
    };
  }

  private static void percentEncode(StringBuilder slug, int c) {
    if (Character.getType(c) == Character.SURROGATE) {
      // Half of a pair has no UTF-8; its number after a sign that no other slug has keeps names
      // apart.
      percentEncode(slug, 0xFFFD);
      slug.append('!').append(Integer.toHexString(c));
      return;
    }
    for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
      slug.append(String.format("%%%02X", b));
    }
  }

  /** Readers pass over what is no more than a warning, such as a default port, and so does this. */
  private static void requireIri(String iri, String sample, String what) {
    List<String> errors = new ArrayList<>();
    try {
      IRIx parsed = IRIx.create(sample);
      if (!parsed.isReference()) {
        errors.add("it has no scheme");
      }
      parsed.handleViolations(
          (isError, message) -> {
            if (isError) {
              errors.add(message);
            }
          });
    } catch (IRIException e) {
      errors.add(e.getMessage());
    }
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' is no IRI for the %s (%s); write one such as %s"
              .formatted(iri, what, errors.getFirst(), DEFAULT_BASE));
    }
  }
}
