import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Writes invented news for benchmarks: {@code java bench/GenerateNews.java 1000 DIR [SEED]}.
 *
 * <p>The same count and seed give the same files, and the first hundred of a thousand are those of a
 * hundred. People, firms and events are made up; firms and people come back from article to article,
 * as they do in the news, and now and then one article contradicts or denies another. A thousand
 * files a directory.
 */
public final class GenerateNews {

  private static final List<String> GIVEN =
      List.of(
          "Ada", "Amir", "Anna", "Bruno", "Carla", "Daniel", "Elena", "Erik", "Farah", "George",
          "Hanna", "Ivan", "Julia", "Karim", "Laura", "Marcus", "Nadia", "Oscar", "Petra", "Rafael",
          "Sara", "Thomas", "Ursula", "Victor", "Wanda", "Yusuf");
  private static final List<String> FAMILY_HEAD =
      List.of(
          "Ald", "Berg", "Cor", "Dal", "Ess", "Fal", "Gren", "Hol", "Ister", "Jor", "Kel", "Lind",
          "Mar", "Nor", "Ost", "Pel", "Rad", "Sol", "Tarn", "Vel");
  private static final List<String> FAMILY_TAIL =
      List.of("berg", "dale", "ström", "ner", "man", "ovic", "etti", "wood", "field", "haus", "sen");
  private static final List<String> FIRM_HEAD =
      List.of(
          "Aur", "Bri", "Cald", "Dyn", "Elv", "Fen", "Gal", "Hel", "Ind", "Kor", "Lum", "Mer",
          "Nor", "Orb", "Pav", "Quor", "Ril", "Sten", "Tav", "Umb", "Vant", "Wex", "Zel");
  private static final List<String> FIRM_TAIL =
      List.of("ora", "anta", "ix", "eron", "alis", "ova", "entis", "ium", "etra", "olan");
  private static final List<String> FIRM_KIND =
      List.of("Robotics", "Systems", "Energy", "Foods", "Motors", "Bank", "Pharma", "Software");
  private static final List<String> CITY =
      List.of(
          "Berlin", "Boston", "Chicago", "Dublin", "Hamburg", "Lagos", "Lisbon", "London", "Madrid",
          "Nairobi", "Oslo", "Paris", "Prague", "Seattle", "Seoul", "Stockholm", "Tokyo", "Toronto",
          "Vienna", "Zurich");
  private static final List<String> UNIVERSITY =
      List.of("Stanford University", "Oxford University", "Carnegie Mellon University");
  private static final List<String> REGULATOR =
      List.of(
          "The United States Treasury", "The European Commission", "The Securities and Exchange"
              + " Commission", "The Federal Trade Commission");
  private static final List<String> TRADE =
      List.of("batteries", "warehouse robots", "vaccines", "trucks", "frozen meals", "chips");
  private static final List<String> ASIDE =
      List.of(
          "Neither side would say more.",
          "Analysts had expected the news for weeks.",
          "The office did not answer a request for comment.",
          "The news came after the close of trade.",
          "Workers were told on the same day.",
          "It was a cold morning, and few people stood outside the gates.");

  /** Full of function words, so that no article is taken for one in another language. */
  private static final List<String> CLOSE =
      List.of(
          "It is not the first time that the two have been in the news, and it will not be the last.",
          "What this will mean for those who work there was not clear at the end of the day.",
          "Both have been in the trade for years, and both said that they would go on as before.",
          "There had been talk of it for weeks, but nobody would say where it came from.");
  private static final int FIRMS = FIRM_HEAD.size() * FIRM_TAIL.size() * FIRM_KIND.size();
  private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 4);
  private static final int DAYS = 1800;
  private static final int A_DIRECTORY = 1000;

  private record Firm(String name, String founder, String city, int founded) {}

  private record Story(String headline, List<String> sentences) {}

  private final Random random;
  private final long seed;

  private GenerateNews(long seed, int article) {
    this.seed = seed;
    this.random = new Random(seed * 1_000_003 + article);
  }

  public static void main(String... args) throws IOException {
    if (args.length < 2 || !args[0].matches("\\d{1,7}")) {
      System.err.println("usage: java bench/GenerateNews.java COUNT DIR [SEED]");
      System.exit(2);
    }
    int count = Integer.parseInt(args[0]);
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    Path directory = Path.of(args[1]);
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < count; i++) {
      GenerateNews article = new GenerateNews(seed, i);
      Path home =
          Files.createDirectories(
              directory.resolve(String.format(Locale.ROOT, "%03d", i / A_DIRECTORY)));
      Files.writeString(
          home.resolve(String.format(Locale.ROOT, "%06d.txt", i)), article.text(taken));
    }
  }

  private String text(Set<String> taken) {
    LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
    Story story = story();
    // Headline and day make an article's name.
    for (int edition = 2; !taken.add(day + story.headline()); edition++) {
      story = new Story(story.headline() + ", report " + edition, story.sentences());
    }
    String byline =
        String.format(
            Locale.ROOT,
            "%s %d, %d",
            capital(day.getMonth().name()),
            day.getDayOfMonth(),
            day.getYear());
    StringBuilder text = new StringBuilder();
    text.append(story.headline()).append("\n\n").append(byline).append("\n\n");
    List<String> sentences = new ArrayList<>(story.sentences());
    sentences.add(1 + random.nextInt(sentences.size()), pick(ASIDE));
    sentences.add(pick(CLOSE));
    for (int i = 0; i < sentences.size(); i++) {
      text.append(sentences.get(i)).append(i % 3 == 2 ? "\n\n" : " ");
    }
    return text.toString().strip() + "\n";
  }

  private Story story() {
    Firm firm = firm();
    Firm other = firm();
    while (other.name().equals(firm.name())) {
      other = firm();
    }
    String chief = person(random.nextInt(4000));
    List<String> more = new ArrayList<>(background(firm, other, chief));
    String lead;
    String headline;
    int percent = 2 + random.nextInt(17);
    int price = 20 + random.nextInt(900);
    switch (random.nextInt(9)) {
      case 0 -> {
        headline = firm.name() + " buys " + other.name();
        lead =
            "%s has acquired %s for $%d million, the companies said."
                .formatted(firm.name(), other.name(), price);
      }
      case 1 -> {
        headline = firm.name() + " denies it is buying " + other.name();
        lead = "%s denied on Monday that it had acquired %s.".formatted(firm.name(), other.name());
      }
      case 2 -> {
        headline = firm.name() + " names " + chief + " chief executive";
        lead = "%s has appointed %s as its chief executive.".formatted(firm.name(), chief);
      }
      case 3 -> {
        headline = firm.name() + " sues " + other.name();
        lead =
            "%s sued %s in London on Tuesday over a patent for %s."
                .formatted(firm.name(), other.name(), pick(TRADE));
      }
      case 4 -> {
        headline = "Shares of " + firm.name() + " fall";
        lead = "Shares of %s fell %d percent on Wednesday.".formatted(firm.name(), percent);
      }
      case 5 -> {
        headline = firm.name() + " raises money";
        lead =
            "%s has raised $%d million from %s."
                .formatted(firm.name(), price, other.name());
      }
      case 6 -> {
        String regulator = pick(REGULATOR);
        headline = "Sanctions on " + firm.name();
        lead =
            "%s imposed sanctions on %s on Thursday.".formatted(regulator, firm.name());
      }
      case 7 -> {
        headline = other.name() + " accuses " + firm.name();
        lead =
            "%s accused %s of copying its designs for %s."
                .formatted(other.name(), firm.name(), pick(TRADE));
      }
      default -> {
        headline = firm.name() + " may be sold";
        lead = "%s could buy %s next year, people close to both said."
            .formatted(other.name(), firm.name());
      }
    }
    more.add(0, lead);
    return new Story(headline, more);
  }

  private List<String> background(Firm firm, Firm other, String chief) {
    // One article in forty has the year wrong.
    int year = firm.founded() + (random.nextInt(40) == 0 ? 1 : 0);
    List<String> all =
        new ArrayList<>(
            List.of(
                "%s was founded in %d in %s by %s."
                    .formatted(firm.name(), year, firm.city(), firm.founder()),
                "%s is based in %s.".formatted(other.name(), other.city()),
                "\"We have nothing to hide,\" said %s, the chief executive of %s."
                    .formatted(chief, other.name()),
                "%s, who studied at %s, lives in %s."
                    .formatted(firm.founder(), pick(UNIVERSITY), pick(CITY)),
                "%s supplies %s to %s.".formatted(firm.name(), pick(TRADE), other.name()),
                "%s competes with %s.".formatted(firm.name(), other.name()),
                "%s did not found %s, a spokesman said.".formatted(chief, firm.name())));
    List<String> chosen = new ArrayList<>();
    int wanted = 3 + random.nextInt(4);
    while (chosen.size() < wanted) {
      chosen.add(all.remove(random.nextInt(all.size())));
    }
    return chosen;
  }

  /** A firm always has the same founder, city and year. */
  private Firm firm() {
    // The square makes a few firms frequent and many rare.
    int number = (int) (FIRMS * Math.pow(random.nextDouble(), 2));
    Random fixed = new Random(seed * 7_919 + number);
    String name =
        FIRM_HEAD.get(number % FIRM_HEAD.size())
            + FIRM_TAIL.get(number / FIRM_HEAD.size() % FIRM_TAIL.size())
            + " "
            + FIRM_KIND.get(
                number / (FIRM_HEAD.size() * FIRM_TAIL.size()) % FIRM_KIND.size());
    return new Firm(
        name,
        person(fixed.nextInt(4000)),
        CITY.get(fixed.nextInt(CITY.size())),
        1950 + fixed.nextInt(70));
  }

  private static String person(int number) {
    int families = FAMILY_HEAD.size() * FAMILY_TAIL.size();
    int family = number % families;
    return GIVEN.get(number / families % GIVEN.size())
        + " "
        + FAMILY_HEAD.get(family % FAMILY_HEAD.size())
        + FAMILY_TAIL.get(family / FAMILY_HEAD.size());
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static String capital(String word) {
    return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }
}
