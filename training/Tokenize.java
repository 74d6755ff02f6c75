package org.newsgraph.annotate;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.data.DataTable;

/**
 * Cuts texts into sentences and words with the product's own code, for {@code training}: reads JSON
 * lines with {@code id} and {@code text} and writes for each {@code id} and {@code sentences}, lists
 * of {@code [word, begin, end]} with offsets in UTF-16 units. Stands in the package of what it calls.
 */
final class Tokenize {

  private Tokenize() {}

  public static void main(String... args) throws IOException {
    Abbreviations abbreviations = new Abbreviations();
    Tokenizer tokenizer = new Tokenizer(abbreviations);
    SentenceSplitter splitter = new SentenceSplitter(abbreviations);
    Set<String> legalForms = DataTable.read("legal-forms.txt").words();
    Gson gson = new Gson();
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JsonObject document = gson.fromJson(line, JsonObject.class);
      String text = document.get("text").getAsString();
      String plain = Characters.plain(text);
      List<List<List<Object>>> sentences = new ArrayList<>();
      for (List<Span> sentence :
          splitter.split(text, tokenizer.tokenize(text, new Span(0, text.length())))) {
        List<List<Object>> words = new ArrayList<>();
        for (Span token : sentence) {
          String word = token.of(plain);
          if (word.matches("\\p{Lu}{0,3}\\p{Sc}")) {
            word = "$";
          } else if (legalForms.contains(word)) {
            word = "Corp";
          }
          words.add(List.of(word, token.begin(), token.end()));
        }
        sentences.add(words);
      }
      document.remove("text");
      document.add("sentences", gson.toJsonTree(sentences));
      out.println(gson.toJson(document));
    }
    out.flush();
  }
}
