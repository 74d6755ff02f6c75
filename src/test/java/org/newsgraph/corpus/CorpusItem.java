package org.newsgraph.corpus;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Term;

/**
 * A snippet of news with everything that it says.
 *
 * <p>An expected value is written as text; {@code |} parts alternatives, any of which will do.
 *
 * @param id unique in the corpus
 * @param published the anchor of relative dates
 * @param tags what is hard about it, such as {@code passive}
 * @param text one to three sentences
 * @param facts what is required and what is merely acceptable
 * @param events likewise
 */
record CorpusItem(
    String id,
    LocalDate published,
    Set<String> tags,
    String text,
    List<ExpectedFact> facts,
    List<ExpectedEvent> events) {

  /**
   * A fact that the text states.
   *
   * @param modalities any of which will do
   * @param attributedTo who says so, where that is to be found too
   * @param optional whether it is acceptable rather than required
   */
  record ExpectedFact(
      String subject,
      Term property,
      String object,
      Set<Modality> modalities,
      Optional<String> attributedTo,
      boolean optional) {

    @Override
    public String toString() {
      return subject + " " + property + " " + object + " " + modalities;
    }
  }

  /**
   * An event that the text tells of.
   *
   * @param types any of which will do
   * @param roles required fillers by role
   * @param acceptable fillers that are neither required nor wrong
   */
  record ExpectedEvent(
      Set<Term> types,
      Map<Term, List<String>> roles,
      Map<Term, List<String>> acceptable,
      Set<Modality> modalities,
      Optional<String> attributedTo,
      boolean optional) {

    @Override
    public String toString() {
      return types + " " + roles + " " + modalities;
    }
  }
}
