import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.newsgraph.annotate.DependencyParser;
import org.newsgraph.annotate.Sentence;
import org.newsgraph.annotate.SentenceEncoder;
import org.newsgraph.annotate.TaggedParse;
import org.newsgraph.annotate.Token;
import org.newsgraph.article.Article.Role;
import org.newsgraph.article.Span;

/**
 * Parses with the product's own code, so that {@code training} can score it: reads a sentence a
 * line, words parted by blanks, and writes a line for each word (tag, head from 1 or 0, relation)
 * and an empty one after each sentence. Speed and memory go to standard error.
 */
class ParseWords {

  public static void main(String... args) throws IOException {
    long begin = System.nanoTime();
    try (SentenceEncoder encoder = new SentenceEncoder();
        DependencyParser parser = new DependencyParser(encoder)) {
      System.err.printf("loaded in %.2f s%n", (System.nanoTime() - begin) / 1e9);
      List<Sentence> sentences = read();
      parser.parse(sentences.subList(0, Math.min(20, sentences.size())));
      long cpu = cpu();
      List<TaggedParse> parses = parser.parse(sentences);
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

  private static List<Sentence> read() throws IOException {
    List<Sentence> sentences = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        for (String word : line.split(" ")) {
          tokens.add(new Token(new Span(at, at + word.length()), word, "X", word));
          at += word.length() + 1;
        }
        sentences.add(
            new Sentence(sentences.size(), new Span(0, line.length()), Role.BODY, tokens));
      }
    }
    return sentences;
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
