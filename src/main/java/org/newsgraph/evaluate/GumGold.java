package org.newsgraph.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsgraph.article.Article;
import org.newsgraph.evaluate.MentionScores.Found;
import org.newsgraph.extract.ReadArticle;
import org.newsgraph.extract.ReadArticle.Kind;
import org.newsgraph.extract.ReadArticle.ReadMention;
import org.newsgraph.fact.Schema;
import org.newsgraph.fact.Term;

/**
 * Names, descriptions and pronouns of people, organisations and places in documents of many kinds,
 * and, in those that are news, which of them are the same.
 */
public final class GumGold implements GoldSet {

  private static final List<String> TYPES = List.of("person", "organization", "place");
  private static final List<Term> CLASSES =
      List.of(Term.of("schema:Person"), Term.of("schema:Organization"), Term.of("schema:Place"));

  private final Schema schema;
  private final List<GumReader.Document> documents;

  private GumGold(Schema schema, List<GumReader.Document> documents) {
    this.schema = schema;
    this.documents = documents;
  }

  /**
   * Reads a file, or each {@code .conllu} file of a folder.
   *
   * @throws GoldException if a file does not keep to the format
   */
  public static GumGold read(Path gold, Schema schema) {
    List<GumReader.Document> documents = new ArrayList<>();
    for (Path file : GoldFiles.of(gold, ".conllu")) {
      documents.addAll(GumReader.read(file));
    }
    return new GumGold(schema, documents);
  }

  @Override
  public List<Article> articles() {
    return documents.stream().map(GumReader.Document::article).toList();
  }

  @Override
  public Report score(List<ReadArticle> readings) {
    MentionScores all = new MentionScores();
    MentionScores news = new MentionScores();
    for (int i = 0; i < documents.size(); i++) {
      GumReader.Document document = documents.get(i);
      String text = document.article().text();
      List<GoldMention> expected =
          document.mentions().stream().filter(m -> TYPES.contains(m.type())).toList();
      List<Found> found = new ArrayList<>();
      for (ReadMention mention : readings.get(i).mentions()) {
        type(mention)
            .ifPresent(
                type ->
                    found.add(new Found(mention.span(), mention.kind(), type, mention.cluster())));
      }
      all.addMentions(expected, found, text);
      if (document.news()) {
        news.addClusters(expected, found, text);
      }
    }
    return new Report(
        GoldFormat.GUM,
        documents.size(),
        List.of(all.types(), all.kinds(), news.coreference("coreference in news")));
  }

  private Optional<String> type(ReadMention mention) {
    if (mention.kind() == Kind.VALUE || mention.type().indexOf(':') < 0) {
      return Optional.empty();
    }
    Term type = Term.of(mention.type());
    for (int i = 0; i < CLASSES.size(); i++) {
      if (schema.superclasses().containsKey(type) && schema.isA(type, CLASSES.get(i))) {
        return Optional.of(TYPES.get(i));
      }
    }
    return Optional.empty();
  }
}
