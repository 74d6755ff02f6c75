package org.newsgraph.diff;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.diff.Difference.Change;
import org.newsgraph.diff.Difference.Topic;
import org.newsgraph.diff.GraphContent.Said;

/** Compares what two graphs say. */
public final class GraphDiff {

  private static final Pattern SUBJECT = Pattern.compile("fact <([^>]*)> ");

  private GraphDiff() {}

  /**
   * Everything that is different, sorted. Where an entity has only another name or address, what is
   * said of it is compared all the same.
   */
  public static List<Difference> between(GraphContent before, GraphContent after) {
    SortedSet<Difference> found = new TreeSet<>();
    SortedMap<String, String> articles = before.articles();
    SortedMap<String, String> articlesNow = after.articles();
    articles.forEach(
        (iri, title) -> {
          if (!articlesNow.containsKey(iri)) {
            found.add(new Difference(Topic.ARTICLE, Change.REMOVED, title, iri, "", ""));
          }
        });
    articlesNow.forEach(
        (iri, title) -> {
          if (!articles.containsKey(iri)) {
            found.add(new Difference(Topic.ARTICLE, Change.ADDED, title, iri, "", ""));
          }
        });
    EntityMatch entities = new EntityMatch(before.entities(), after.entities());
    found.addAll(entities.differences());
    SortedMap<String, Said> said = before.said(entities::renamed);
    SortedMap<String, Said> saidNow = after.said(UnaryOperator.identity());
    // Headline and date of an article that is missing on one side go without saying.
    said.keySet().removeIf(key -> isAboutOneOf(key, articles, articlesNow));
    saidNow.keySet().removeIf(key -> isAboutOneOf(key, articlesNow, articles));
    addSaid(found, said, saidNow);
    return List.copyOf(found);
  }

  private static boolean isAboutOneOf(
      String key, SortedMap<String, String> articles, SortedMap<String, String> others) {
    Matcher subject = SUBJECT.matcher(key);
    return subject.lookingAt()
        && articles.containsKey(subject.group(1))
        && !others.containsKey(subject.group(1));
  }

  private static void addSaid(
      SortedSet<Difference> found, SortedMap<String, Said> before, SortedMap<String, Said> after) {
    before.forEach(
        (key, old) -> {
          Said now = after.get(key);
          if (now == null) {
            found.add(difference(Change.REMOVED, old, Certainty.words(old.certainties()), ""));
          } else if (!Certainty.same(old.certainties(), now.certainties())) {
            found.add(
                difference(
                    Change.CERTAINTY,
                    now,
                    Certainty.words(old.certainties()),
                    Certainty.words(now.certainties())));
          }
        });
    after.forEach(
        (key, now) -> {
          if (!before.containsKey(key)) {
            found.add(difference(Change.ADDED, now, "", Certainty.words(now.certainties())));
          }
        });
  }

  private static Difference difference(Change change, Said said, String before, String after) {
    return new Difference(
        said.isEvent() ? Topic.EVENT : Topic.FACT,
        change,
        said.about(),
        said.text(),
        before,
        after);
  }
}
