import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.newsgraph.annotate.DependencyParser;
import org.newsgraph.annotate.TaggedParse;
import org.newsgraph.encoder.SentenceEncoder;

/**
 * Parses with the product's own code, so that {@code training} can score it: reads a sentence a
 * line, words parted by blanks, and writes a line for each word (tag, head from 1 or 0, relation)
 * and an empty one after each sentence. Speed and memory go to standard error.
 */
class ParseWords {

  public static void main(String... args) throws IOException {
    long begin = System.nanoTime();
    try (SentenceEncoder encoder = new SentenceEncoder();
        DependencyParser parser = new DependencyParser()) {
      System.err.printf("loaded in %.2f s%n", (System.nanoTime() - begin) / 1e9);
      List<List<String>> sentences = read();
      sentences.stream().limit(20).forEach(s -> parser.parse(encoder.encode(s)));
      long cpu = cpu();
      List<TaggedParse> parses =
          sentences.stream().map(s -> parser.parse(encoder.encode(s))).toList();
      double seconds = (cpu() - cpu) / 1e9;
      System.err.printf(
          "%d sentences, %.0f a second of processor time%n",
          sentences.size(), sentences.size() / seconds);
      write(parses);
    }
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      Files.readAllLines(status).stream().filter(l -> l.startsWith("VmHWM")).forEach(System.err::println);
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static List<List<String>> read() throws IOException {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      return in.lines().map(line -> List.of(line.split(" "))).toList();
    }
  }

  private static void write(List<TaggedParse> parses) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (TaggedParse parse : parses) {
      for (int i = 0; i < parse.tags().size(); i++) {
        out.println(
            parse.tags().get(i)
                + "\t"
                + (parse.parse().head(i) + 1)
                + "\t"
                + parse.parse().relation(i));
      }
      out.println();
    }
    out.flush();
  }
}
