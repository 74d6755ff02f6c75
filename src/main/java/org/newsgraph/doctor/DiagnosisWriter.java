package org.newsgraph.doctor;

import java.io.PrintStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.newsgraph.doctor.Finding.Severity;

/**
 * Prints a diagnosis, for people or as JSON.
 *
 * @param out left open
 */
public record DiagnosisWriter(PrintStream out) {

  /** Prints for people, a line a finding. */
  public void text(Diagnosis diagnosis) {
    for (Finding one : diagnosis.findings()) {
      out.printf(
          "%-7s  %-9s  %s: %s%s%n",
          one.severity(),
          one.check(),
          one.where(),
          one.what(),
          one.mend().map(mend -> "; mend: " + mend).orElse(""));
    }
  }

  /** Prints as one JSON object. */
  public void json(Diagnosis diagnosis) {
    JsonObject object = new JsonObject();
    object.put("outcome", diagnosis.outcome().name().toLowerCase(java.util.Locale.ROOT));
    object.put("errors", diagnosis.count(Severity.ERROR));
    object.put("warnings", diagnosis.count(Severity.WARNING));
    JsonArray findings = new JsonArray();
    for (Finding one : diagnosis.findings()) {
      JsonObject finding = new JsonObject();
      finding.put("severity", one.severity().toString());
      finding.put("check", one.check().toString());
      finding.put("where", one.where());
      finding.put("what", one.what());
      one.mend().ifPresent(mend -> finding.put("mend", mend));
      findings.add(finding);
    }
    object.put("findings", findings);
    JsonArray unchecked = new JsonArray();
    diagnosis.unchecked().forEach(check -> unchecked.add(check.toString()));
    object.put("unchecked", unchecked);
    JSON.write(out, object);
  }
}
