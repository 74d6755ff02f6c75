package org.newsgraph.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.extract.LoadedExtractor;
import org.newsgraph.extract.Told;
import org.newsgraph.fact.EntityKey;
import org.newsgraph.fact.EntityKey.Kind;

/** What a name of an article stands for. */
class EntityTyperTest {

  @RegisterExtension static final LoadedExtractor extractor = new LoadedExtractor();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Liverpool beat Leeds 2-0 on Sunday. | Liverpool | ORGANIZATION
          Liverpool kept their hopes alive with a 2-0 win over Leeds. | Leeds | ORGANIZATION
          Two men were arrested in Liverpool on Sunday. | Liverpool | PLACE
          Norway beat Denmark 2-0 on Sunday. | Norway | PLACE
          The engineers Delling & Sons put the price at 61 million euros. | Delling & Sons | ORGANIZATION
          Senator John Smith of Ohio spoke on Monday. | John Smith | PERSON
          """)
  void tellsTheKind(String text, String name, Kind kind) {
    assertThat(extractor.extract(Told.article(text)).entities())
        .extracting(entity -> entity.key())
        .contains(new EntityKey(kind, name));
  }
}
