package org.newsgraph.backup;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.export.ExportFormat;
import org.newsgraph.export.GraphExport;
import org.newsgraph.export.GraphFormat;
import org.newsgraph.export.GraphNames;
import org.newsgraph.export.Provenance;
import org.newsgraph.export.WholeFile;
import org.newsgraph.load.RdfFile;
import org.newsgraph.store.Store;

/**
 * A backup: all graphs of a dataset as N-Quads, sorted and packed with gzip. Its last line, a
 * comment, says how many quads come before it and their digest, so that a file that was cut short
 * or changed is known for what it is. Every reader of N-Quads can read it.
 *
 * @param file where it lies or is to lie
 */
public record Backup(Path file) {

  /** What the name of a backup ends with. */
  public static final String ENDING = ".nq.gz";

  private static final byte[] TITLE =
      "# newsgraph backup 1: all graphs of a dataset\n".getBytes(StandardCharsets.UTF_8);

  private static final GraphExport NQUADS =
      new GraphExport(new ExportFormat(GraphFormat.NQUADS, false), Provenance.FULL, Map.of());

  /**
   * Writes the file, whole or not at all, from one read transaction.
   *
   * @return the number of quads
   * @throws IOException if it cannot be written
   */
  public long write(Store store) throws IOException {
    long[] quads = {0};
    WholeFile.write(file, out -> quads[0] = store.read(dataset -> write(dataset, out)));
    return quads[0];
  }

  private static long write(DatasetGraph dataset, OutputStream to) {
    try {
      GZIPOutputStream packed = new GZIPOutputStream(to);
      Sealing out = new Sealing(packed);
      out.write(TITLE);
      NQUADS.write(dataset, GraphNames.of(dataset), out);
      Seal seal = out.seal(1);
      packed.write(seal.line());
      packed.finish();
      return seal.quads();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /**
   * Makes sure that the file is a whole backup.
   *
   * @return the number of quads in it
   * @throws BackupFailure if it is not
   */
  public long check() {
    try (InputStream in =
        new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file)), 1 << 16)) {
      MessageDigest digest = Sealing.sha256();
      long quads = 0;
      byte[] line = line(in);
      while (line.length > 0) {
        Optional<Seal> seal = Seal.parse(new String(line, StandardCharsets.UTF_8));
        if (seal.isPresent()) {
          if (line(in).length > 0) {
            throw new BackupFailure(file, "goes on after its last line; it was changed");
          }
          compare(seal.get(), quads, HexFormat.of().formatHex(digest.digest()));
          return quads;
        }
        digest.update(line);
        quads += line[0] == '#' ? 0 : 1;
        line = line(in);
      }
      throw new BackupFailure(
          file, "has no last line that tells its length: it was cut short or is no backup");
    } catch (EOFException | ZipException e) {
      throw new BackupFailure(file, "is no whole gzip file; take another backup", e);
    } catch (NoSuchFileException e) {
      throw new BackupFailure(file, "does not exist; check the path", e);
    } catch (IOException e) {
      throw new BackupFailure(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  private void compare(Seal seal, long quads, String sha256) {
    if (seal.quads() != quads || !seal.sha256().equals(sha256)) {
      throw new BackupFailure(
          file,
          "was changed: it holds %d quads and should hold %d, or others; take another backup"
              .formatted(quads, seal.quads()));
    }
  }

  /** A line with the character that ends it; nothing at the end of the file. */
  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      line.write(b);
      if (b == '\n') {
        break;
      }
    }
    return line.toByteArray();
  }

  /**
   * Brings the dataset back as it was, in one transaction.
   *
   * @param store an empty dataset
   * @param quads how many there have to be, as {@link #check} gives it
   * @throws BackupFailure if the file is not what it was when it was checked; the dataset is empty
   * @throws org.newsgraph.store.StoreException if the dataset cannot be written
   */
  public void restore(Store store, long quads) {
    RdfFile source = RdfFile.of(file, file.toString(), Optional.of("nq.gz"));
    store.update(
        dataset -> {
          // Blank nodes get the names back that they had.
          source.parse(
              "urn:x-none:/", LabelToNode.createUseLabelEncoded(), StreamRDFLib.dataset(dataset));
          long restored = dataset.stream().count();
          if (restored != quads) {
            throw new BackupFailure(
                file, "gave %d quads and not %d; nothing restored".formatted(restored, quads));
          }
        });
  }
}
