package org.newsgraph.doctor;

import java.util.List;
import org.newsgraph.doctor.Finding.Severity;

/**
 * What came of all checks.
 *
 * @param outcome in one word
 * @param findings in order; one of severity {@link Severity#OK} for each check that found nothing
 * @param unchecked what could not be looked at for what was found before
 */
public record Diagnosis(Outcome outcome, List<Finding> findings, List<Check> unchecked) {

  /** Where the checks came to. */
  public enum Outcome {
    /** Nothing is wrong; there may be warnings. */
    HEALTHY,
    /** Something is wrong with the dataset. */
    ILL,
    /** Another process has the dataset. */
    IN_USE,
    /** There is no dataset that could be looked at. */
    NO_PATIENT
  }

  /** Copies the lists. */
  public Diagnosis {
    findings = List.copyOf(findings);
    unchecked = List.copyOf(unchecked);
  }

  /** How many findings are that grave. */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
