package org.newsgraph.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;
import org.newsgraph.extract.ReadArticle;
import org.newsgraph.extract.ReadArticle.Kind;
import org.newsgraph.extract.ReadArticle.ReadMention;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.Value;

/** Finds the words of a sentence that stand for an argument of a fact that was found in it. */
final class FactSpans {

  private final ReadArticle reading;

  FactSpans(ReadArticle reading) {
    this.reading = reading;
  }

  /** The mentions of an entity in a sentence. */
  List<Span> of(EntityKey entity, Span sentence) {
    return reading.mentions().stream()
        .filter(m -> sentence.contains(m.span()))
        .filter(m -> m.entity().filter(entity::equals).isPresent())
        .map(ReadMention::span)
        .toList();
  }

  /** The mentions of a value in a sentence; a date by its year, else the only one. */
  List<Span> of(Value value, Span sentence) {
    return switch (value) {
      case Value.OfEntity(EntityKey entity) -> of(entity, sentence);
      case Value.OfDate date -> dates(date.date().iso(), sentence);
      case Value.OfText text -> words(text.text(), sentence);
      case Value.OfMoney money -> values("Money", sentence);
      case Value.OfNumber number -> values("Percent", sentence);
    };
  }

  private List<Span> dates(String iso, Span sentence) {
    List<Span> all = values("Date", sentence);
    List<Span> named = new ArrayList<>();
    for (Span span : all) {
      if (span.of(reading.article().text()).contains(iso.substring(0, 4))) {
        named.add(span);
      }
    }
    return named.isEmpty() && all.size() == 1 ? all : named;
  }

  private List<Span> values(String type, Span sentence) {
    return reading.mentions().stream()
        .filter(m -> m.kind() == Kind.VALUE && m.type().equals(type))
        .map(ReadMention::span)
        .filter(sentence::contains)
        .toList();
  }

  private List<Span> words(String text, Span sentence) {
    return Pattern.compile(Pattern.quote(text), Pattern.CASE_INSENSITIVE)
        .matcher(sentence.of(reading.article().text()))
        .results()
        .limit(1)
        .map(m -> new Span(sentence.begin() + m.start(), sentence.begin() + m.end()))
        .toList();
  }
}
