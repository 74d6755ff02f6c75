package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsgraph.query.NamedQueries;

class NamedQueriesTest extends CommandLineTest {

  private String named(String name, String... parameters) {
    List<String> args =
        new java.util.ArrayList<>(List.of("query", "--results", "csv", "--loc", loc()));
    args.addAll(List.of("--named", name));
    for (String parameter : parameters) {
      args.addAll(List.of("--param", parameter));
    }
    return run(args.toArray(String[]::new)).done().out().replace("\r\n", "\n");
  }

  @Test
  void allAreListedAndAnswered() {
    buildTwo();
    String list = run("query", "--list").done().out();
    List<String> names = new NamedQueries().names();

    assertThat(names).hasSizeGreaterThan(10);
    for (String name : names) {
      assertThat(list).containsPattern("(?m)^" + name + " ");
      assertThat(named(name, name.equals("about") ? new String[] {"name=Vance"} : new String[0]))
          .contains("\n");
    }
  }

  @Test
  void answerWhatAnAnalystAsks() {
    buildTwo();

    assertThat(named("founders"))
        .isEqualTo(
            "organization,founder,since\nEnginery,Ada Byron,\nOrbweaver,Mara Lindqvist,2019\n");
    assertThat(named("founders", "name=orb"))
        .isEqualTo("organization,founder,since\nOrbweaver,Mara Lindqvist,2019\n");
    assertThat(named("chief-executives"))
        .isEqualTo("organization,chiefExecutive\nOrbweaver,Mara Lindqvist\n");
    assertThat(named("falls"))
        .isEqualTo(
            "who,percent,currency,value,when,certainty\nOrbweaver,-12.5,EUR,-1500000000.0,,Asserted\n");
    assertThat(named("accusations"))
        .isEqualTo(
            "accuser,accused,allegation,when,certainty\nOrbweaver,Vance,over a patent,2024-03-12,Asserted\n");
    assertThat(named("only-alleged"))
        .isEqualTo(
            "how,what,saidBy,sentence\nDenied,Orbweaver owner Vance,Vance,Mr Vance denied that he owns Orbweaver.\n");
    assertThat(named("only-alleged", "certainty=planned")).isEqualTo("how,what,saidBy,sentence\n");
    assertThat(named("timeline", "from=2020"))
        .isEqualTo("date,what,who,certainty\n2024-03-12,Lawsuit,\"Orbweaver, Vance\",Asserted\n");
    assertThat(named("sources", "property=founder", "object=ada"))
        .contains("Enginery founder Ada Byron,Asserted,0.9,,")
        .contains(",Ada Byron founded Enginery.\n");
    assertThat(named("money"))
        .contains("EUR,-1500000000.0,-1200000000.0,true,valueChange,Orbweaver\n");
    assertThat(named("most-mentioned", "type=person"))
        .isEqualTo("entity,articles,facts\nMara Lindqvist,1,3\nAda Byron,1,1\nVance,1,1\n");
    assertThat(named("about", "name=lindqvist").lines().map(line -> line.split(",")[0]).distinct())
        .containsExactly(
            "what",
            "Mara Lindqvist jobTitle chief executive",
            "Orbweaver chiefExecutive Mara Lindqvist",
            "Orbweaver founder Mara Lindqvist");
  }
}
