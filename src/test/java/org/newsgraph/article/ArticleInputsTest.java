package org.newsgraph.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.article.ReadResult.LeftOut;
import org.newsgraph.article.ReadResult.Read;
import org.newsgraph.article.ReadResult.Unreadable;

class ArticleInputsTest {

  @TempDir private Path folder;

  @Test
  void readsFilesDirectoriesAndStandardInputInOrder() throws IOException {
    write("b/two.txt", "Two mills sold\nText two.");
    write("b/a/one.TXT", "One mill sold\nText one.");
    write("b/.hidden/no.txt", "Never read\nText.");
    write("b/three.md", "# Three mills sold\n\nText three.");
    write("b/picture.jpg", "x");
    Path last = write("zürich über alles.txt", "Four mills sold\nText four.");

    List<ReadResult> results =
        inputs("Five mills sold\nText five.")
            .read(List.of("-", folder.resolve("b").toString(), last.toString()))
            .toList();

    assertThat(results)
        .filteredOn(Read.class::isInstance)
        .extracting(result -> ((Read) result).article().headline().orElse(""))
        .containsExactly(
            "Five mills sold",
            "One mill sold",
            "Three mills sold",
            "Two mills sold",
            "Four mills sold");
    assertThat(results)
        .filteredOn(LeftOut.class::isInstance)
        .containsExactly(new LeftOut(folder.resolve("b").toString(), "left out (1 .jpg)"));
    assertThat(results).hasSize(6);
  }

  @Test
  void namesAMissingFile() {
    assertThat(failure(folder.resolve("none.txt")))
        .endsWith("none.txt: does not exist; check the path");
  }

  @Test
  void namesAnEmptyOrBlankFile() throws IOException {
    assertThat(failure(write("empty.txt", ""))).endsWith("empty.txt: is empty");
    assertThat(failure(write("blank.txt", " \n\t\r\n")))
        .endsWith(": holds nothing but white space");
    assertThat(failure(write("links.txt", "No comments:\nPost a comment\n")))
        .endsWith(": holds no article, only links and labels");
  }

  @Test
  void namesADirectoryWithoutArticles() throws IOException {
    assertThat(failure(Files.createDirectory(folder.resolve("bare"))))
        .endsWith("bare: holds no article; " + InputFormat.KNOWN);
    write("pics/a.jpg", "x");
    write("pics/b.jpg", "x");
    assertThat(failure(folder.resolve("pics"))).contains("pics: holds no article (2 .jpg); ");
  }

  @Test
  void namesABinaryFile() throws IOException {
    Path file = folder.resolve("image.txt");
    Files.write(file, new byte[] {'a', '\n', 0, 'b'});
    assertThat(failure(file)).endsWith("image.txt, byte 2 (line 2): is a binary file, not text");

    byte[] controls = new byte[100];
    Arrays.fill(controls, (byte) 7);
    Files.write(file, controls);
    assertThat(failure(file)).endsWith("image.txt: is a binary file, not text");
  }

  @Test
  void saysWhereAnEncodingIsWrong() throws IOException {
    Path file = folder.resolve("old.txt");
    Files.write(file, "Mill sold\nThe mill\u2019s".getBytes(Charset.forName("windows-1252")));

    assertThat(failure(file))
        .endsWith(
            "old.txt, byte 18 (line 2): is not valid UTF-8; convert it first, such as with: iconv -f"
                + " WINDOWS-1252 -t UTF-8");
  }

  @Test
  void readsUtf16WithAByteOrderMark() throws IOException {
    Path file = folder.resolve("wide.txt");
    Files.write(file, "\uFEFFMühle sold\nSo it is.".getBytes(StandardCharsets.UTF_16LE));

    assertThat(inputs("").read(List.of(file.toString())))
        .singleElement()
        .extracting(result -> ((Read) result).article().headline().orElse(""))
        .isEqualTo("Mühle sold");
  }

  @Test
  void refusesAVastFileByItsSize() throws IOException {
    Path file = folder.resolve("vast.txt");
    try (RandomAccessFile vast = new RandomAccessFile(file.toFile(), "rw")) {
      vast.setLength(50L * 1024 * 1024);
    }

    assertThat(failure(file))
        .endsWith(
            "vast.txt: is too large for one article (52428800 bytes); split it into files of at most"
                + " 20 MB");
  }

  @Test
  void refusesVastStandardInputWithoutReadingItAll() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'a';
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            Arrays.fill(bytes, offset, offset + length, (byte) 'a');
            return length;
          }
        };
    ArticleInputs inputs =
        new ArticleInputs(new ArticleIris("https://example.org/"), Optional.empty(), endless);

    assertThat(inputs.read(List.of("-")))
        .singleElement()
        .extracting(result -> ((Unreadable) result).message())
        .asString()
        .startsWith("-: is too large for one article");
  }

  @Test
  void refusesAnEndingItCannotRead() throws IOException {
    assertThat(failure(write("deck.pptx", "x")))
        .endsWith("deck.pptx: .pptx files cannot be read; " + InputFormat.KNOWN);
  }

  @Test
  void goesOnAfterABadInput() throws IOException {
    Path good = write("good.txt", "Mill sold\nSo it is.");

    assertThat(inputs("").read(List.of("nowhere.txt", "bad\u0000path", good.toString())))
        .hasExactlyElementsOfTypes(Unreadable.class, Unreadable.class, Read.class);
  }

  private String failure(Path file) {
    List<ReadResult> results = inputs("").read(List.of(file.toString())).toList();
    assertThat(results).hasSize(1);
    return ((Unreadable) results.getFirst()).message();
  }

  private static ArticleInputs inputs(String standardInput) {
    return new ArticleInputs(
        new ArticleIris("https://example.org/"),
        Optional.empty(),
        new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
