package org.newsgraph.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleAddressTest {

  @ParameterizedTest
  @CsvSource({
    "HTTPS://News.Example.org:443/A/b?x=1&utm_source=feed#top, https://news.example.org/A/b?x=1",
    "http://example.org:8080/a?fbclid=1, http://example.org:8080/a",
    "//example.org/a, https://example.org/a",
    "https://user:word@example.org/a, https://example.org/a",
    "https://example.org/caf\u00E9/a b, https://example.org/caf\u00E9/a%20b",
    "https://example.org/100%/%7Ea%zz, https://example.org/100%25/%7Ea%25zz",
    "https://example.org/<a>\"|^`{}, https://example.org/%3Ca%3E%22%7C%5E%60%7B%7D",
    "https://example.org?id=7, https://example.org/?id=7",
  })
  void givesOneForm(String raw, String address) {
    assertThat(ArticleAddress.of(raw)).contains(address);
    assertThat(ArticleAddress.of(address)).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/news/1",
        "news/1",
        "ftp://example.org/a",
        "urn:uuid:1",
        "mailto:a@example.org",
        "javascript:alert(1)",
        "https://",
        "https:///a",
        "https://example.org",
        "https://example.org/",
        "https://example.org/index.html",
        "https://[::1]/a",
        "https://exa mple.org/a"
      })
  void takesNothingElse(String raw) {
    assertThat(ArticleAddress.of(raw)).isEmpty();
  }

  @Test
  void takesNoEndlessAddress() {
    assertThat(ArticleAddress.of("https://example.org/" + "a".repeat(5000))).isEmpty();
  }
}
