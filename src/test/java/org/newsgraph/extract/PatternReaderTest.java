package org.newsgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.extract.Pattern.Filler;
import org.newsgraph.extract.Pattern.Role;
import org.newsgraph.extract.Pattern.Step;
import org.newsgraph.extract.Pattern.Trigger;
import org.newsgraph.fact.Modality;
import org.newsgraph.fact.Term;
import org.newsgraph.ontology.SchemaReader;

class PatternReaderTest {

  private static final String RIGHT =
      """
      patterns:
        - name: mooring
          verb: [moor]
          confidence: 0.8
          roles:
            owner: {at: ['subject[ship|boat]/owner', subject], is: schema:Organization}
            port: {at: in, is: schema:Place}
          facts:
            - owner ng:headquarters port
          event:
            class: ng:ExportRestriction
            requires: [owner]
            any-of: [port]
            each: port
            roles: {ng:imposedBy: owner, ng:destination: port}
      """;

  private final PatternReader reader = new PatternReader(SchemaReader.read());

  @Test
  void readsWhatAFileSays() {
    PatternReader.Patterns read = read(RIGHT);

    assertThat(read.problems()).isEmpty();
    Pattern pattern = read.patterns().getFirst();
    assertThat(pattern.name()).isEqualTo("mooring");
    assertThat(pattern.trigger()).isEqualTo(new Trigger.OfVerb(Set.of("moor")));
    assertThat(pattern.confidence()).isEqualTo(new BigDecimal("0.8"));
    assertThat(pattern.state()).isFalse();
    assertThat(pattern.facts().getFirst().property()).isEqualTo(Term.of("ng:headquarters"));
    assertThat(pattern.event().orElseThrow().each()).contains("port");
    assertThat(pattern.roles()).containsOnlyKeys("owner", "port");
    Role owner = pattern.roles().values().iterator().next();
    assertThat(owner.filler())
        .isEqualTo(new Filler.OfClass(Set.of(Term.of("schema:Organization"))));
    assertThat(owner.paths().getFirst().steps())
        .containsExactly(new Step("subject", Set.of("ship", "boat")), new Step("owner", Set.of()));
  }

  @Test
  void readsWhatATriggerMakesOfIt() {
    String offer =
        RIGHT.replace(
            "    confidence: 0.8", "    modality: planned\n    made: true\n    confidence: 0.8");
    Pattern pattern = read(offer).patterns().getFirst();
    assertThat(pattern.modality()).isEqualTo(Modality.PLANNED);
    assertThat(pattern.made()).isTrue();
    assertThat(read(offer.replace("planned", "likely")).problems())
        .singleElement()
        .asString()
        .contains("no modality 'likely'");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          confidence: 0.8              | trust: 0.8            | unknown field 'trust' | 4: | use confidence,
          verb: [moor]                 |                       | 0 triggers            | 2:5  | give exactly one of
          confidence: 0.8              | noun: [quay]          | 2 triggers     | 2:5  | give exactly one of
          is: schema:Place}            | is: schema:Harbour}   | no class schema:Harbour in the ontology   | 7:26 | correct the name
          class: ng:ExportRestriction           | class: ng:Mooring     | no class ng:Mooring in the ontology       | 11:14 | correct the name
          owner ng:headquarters port   | owner ng:moors port   | no property ng:moors in the ontology      | 9:9  | correct the name
          {ng:imposedBy: owner             | {ng:moors: owner      | no property ng:moors in the ontology      | 15: | correct the name
          owner ng:headquarters port   | owner ng:headquarters quay | no role 'quay' in the pattern        | 9:9  | name one of owner, port
          ng:destination: port                | ng:destination: quay         | no role 'quay' in the pattern             | 15:52 | name one of owner, port
          requires: [owner]            | requires: [quay]      | no role 'quay' in the pattern             | 12:18 | name one of owner, port
          each: port                   | each: quay            | no role 'quay' in the pattern             | 14:13 | name one of owner, port
          owner ng:headquarters port   | owner port            | 'owner port' is no fact                   | 9:9  | write ROLE PROPERTY ROLE
          at: in,                      | at: in//of,           | '' is no step of a path                   | 7:18 | such as subject
          confidence: 0.8              | confidence: 1.5       | a confidence of 1.5                       | 4:17 | above 0 and up to 1
          confidence: 0.8              | confidence: high      | 'high' is no number                       | 4:17 | write a number
          confidence: 0.8              | state: perhaps        | 'perhaps' is neither true nor false       | 4:12 | write true or false
          name: mooring                | state: false          | no 'name'                                 | 2:5  | add the field 'name'
          at: in,                      | at: 'in[@good]',      | no list '@good'                           | 7:18 | use one of @goods
          at: in,                      | at: inn,              | 'inn' is neither a grammatical function nor a preposition | 7:18 | did you mean 'in'
          at: in,                      | at: objekt/of,        | 'objekt' is neither a grammatical function nor a preposition | 7:18 | did you mean 'object'
          at: in,                      | at: 'in[]',           | an empty word in 'in[]'                   | 7:18 | write words
          verb: [moor]                 | verb: [moor, moor]    | 'moor' is there twice                     | 3:18 | take one of them out
          verb: [moor]                 | verb: []              | an empty list                             | 3:11 | name one at least
          verb: [moor]                 | verb: ['']            | an empty word                             | 3:12 | write a word
          verb: [moor]                 | verb: [tie up to it]  | 'tie up to it' never occurs               | 3:12 | at most 2 words
          verb: [moor]                 | title: [leeder]       | no kind of title 'leeder'                 | 3:13 | did you mean 'leader'
          confidence: 0.8              | verb: [dock]          | 'verb' is there twice                     | 4:5  | keep one of the two
          confidence: 0.8              | confidense: 0.8       | unknown field 'confidense'                | 4:17 | did you mean 'confidence'
          class: ng:ExportRestriction  | class: schema:Person  | schema:Person is no class of events       | 11:14 | below ng:Event
          owner ng:headquarters port   | port ng:headquarters owner | the role 'port' is schema:Place, but ng:headquarters leads from schema:Organization | 9:9 | correct its 'is'
          owner ng:headquarters port   | owner schema:founder port  | the role 'port' is schema:Place, but schema:founder leads to schema:Organization or schema:Person | 9:9 | correct its 'is'
          {ng:imposedBy: owner         | {ng:acquirer: owner   | ng:acquirer is no role of ng:ExportRestriction: it leads from ng:Acquisition | 15: | name a role of the class
          is: schema:Place}            | is: schema:Plaice}    | no class schema:Plaice in the ontology    | 7:26 | did you mean 'schema:Place'
          is: schema:Place}            | is: Place}            | 'Place' has no prefix; write prefix:name  | 7:26 | write a name such as
          """)
  void saysWhatIsWrongAndWhereAndReadsTheOthers(
      String right, @Nullable String wrong, String problem, String place, String mend) {
    String changed = RIGHT.replace(right, wrong == null ? "" : wrong);
    PatternReader.Patterns read =
        read(changed + RIGHT.substring(RIGHT.indexOf('\n') + 1).replace("mooring", "other"));

    assertThat(read.patterns()).extracting(Pattern::name).containsExactly("other");
    assertThat(read.problems())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.file()).isEqualTo("ports.yaml");
              assertThat(found.problem()).isEqualTo(problem);
              assertThat(found.line() + ":" + found.column()).startsWith(place);
              assertThat(found.mend()).contains(mend);
            });
  }

  @Test
  void tellsEveryMistakeOfAFileInItsOrder() {
    String wrong =
        RIGHT
            .replace("confidence: 0.8", "confidence: high")
            .replace("at: in,", "at: inn,")
            .replace("is: schema:Organization", "is: schema:Firm")
            .replace("each: port", "each: quay");
    PatternReader.Patterns read =
        read(
            wrong + RIGHT.substring(RIGHT.indexOf('\n') + 1).replace("verb: [moor]", "verb: ['']"));

    assertThat(read.patterns()).isEmpty();
    assertThat(read.problems()).extracting(PatternProblem::line).containsExactly(4, 6, 7, 14, 17);
  }

  @Test
  void wantsNoPatternTwice() {
    String second = RIGHT.substring(RIGHT.indexOf('\n') + 1);

    assertThat(read(RIGHT + second).problems())
        .extracting(PatternProblem::problem)
        .containsExactly("a second pattern named 'mooring'");
    assertThat(read(RIGHT + second.replace("mooring", "berthing")).problems())
        .extracting(PatternProblem::problem)
        .containsExactly("'berthing' has the trigger and all else of 'mooring'");
  }

  @Test
  void wantsEveryRoleUsed() {
    assertThat(
            read(RIGHT
                    .replace("each: port\n", "each: port\n")
                    .replace("    facts:", "      quay: {at: at, is: text}\n    facts:"))
                .problems())
        .extracting(PatternProblem::toString)
        .containsExactly(
            "ports.yaml:8:13: no fact, no event and no 'unless' uses the role 'quay'; use it, or take it out");
  }

  @Test
  void unlessNamesRolesThatThereAre() {
    String without = RIGHT.replace("confidence: 0.8\n", "confidence: 0.8\n    unless: [quay]\n");
    assertThat(read(without).problems())
        .extracting(PatternProblem::problem)
        .containsExactly("no role 'quay' in the pattern");
    assertThat(
            read(without.replace("    facts:", "      quay: {at: at, is: text}\n    facts:"))
                .problems())
        .isEmpty();
  }

  @Test
  void survivesWhatIsNoTextAndWhatIsNestedWithoutEnd() {
    byte[] noText = {'p', (byte) 0xC3, (byte) 0x28, 0, 1};
    assertThat(reader.read("ports.yaml", new ByteArrayInputStream(noText)).problems())
        .singleElement()
        .satisfies(found -> assertThat(found.toString()).startsWith("ports.yaml:1:1: no YAML: "));
    assertThat(read("patterns: " + "[".repeat(200_000)).problems()).hasSize(1);
  }

  @Test
  void wantsSomethingToFollowFromAPattern() {
    PatternReader.Patterns read = read(RIGHT.substring(0, RIGHT.indexOf("    facts:")));

    assertThat(read.problems())
        .extracting(PatternProblem::toString)
        .containsExactly(
            "ports.yaml:2:5: nothing follows from the pattern; add 'facts' or an 'event'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                            | 1:1 | an empty file
          patterns: [                   | 2:1 | no YAML:
          templates: []                 | 1:   | unknown field 'templates'
          just words                    | 1:1 | a value where a mapping is expected
          """)
  void refusesAFileThatIsNoPatternFile(String text, String place, String problem) {
    PatternReader.Patterns read = read(text + "\n");

    assertThat(read.patterns()).isEmpty();
    assertThat(read.problems())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.toString())
                  .startsWith("ports.yaml:" + place)
                  .contains(": " + problem);
              assertThat(found.mend()).isNotBlank();
            });
  }

  @Test
  void findsNothingWrongWithTheFilesOfTheProgram() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of("ontology/patterns"))) {
      files = all.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    }
    int patterns = 0;
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        PatternReader.Patterns read = reader.read(file.toString(), in);
        assertThat(read.problems()).isEmpty();
        patterns += read.patterns().size();
      }
    }
    assertThat(BuiltInPatterns.read(reader))
        .as("every file is among those that the program reads")
        .isNotEmpty()
        .hasSize(patterns);
  }

  private PatternReader.Patterns read(String text) {
    return reader.read(
        "ports.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
