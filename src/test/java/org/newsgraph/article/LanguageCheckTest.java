package org.newsgraph.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageCheckTest {

  private static final String ENGLISH =
      "The yard at the old harbour sold two ferries to a Danish line on Monday. The price was not"
          + " given, but people in the trade speak of 90 million euros. The board will decide on new"
          + " orders in the autumn.";

  private final LanguageCheck check = new LanguageCheck();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de|Die Werft in Rostock hat am Montag zwei Fähren an eine dänische Reederei verkauft. Der Preis wurde nicht genannt, doch in der Branche ist von 90 Millionen Euro die Rede. Der Vorstand will im Herbst über neue Aufträge entscheiden.",
        "nl|De werf in Vlissingen heeft maandag twee veerboten verkocht aan een Deense rederij. De prijs is niet bekend, maar in de sector was er sprake van 90 miljoen euro. We hopen in het najaar over nieuwe orders te beslissen, zei de directeur, die in mei begon.",
        "af|Die werf in Kaapstad het Maandag twee veerbote aan ’n Deense redery verkoop. Die prys is nie bekend nie, maar in die bedryf was daar sprake van 90 miljoen euro. Ons hoop om in die herfs oor nuwe bestellings te besluit.",
        "fr|Le chantier naval de Brest a vendu lundi deux ferries à un armateur danois. Le prix n’a pas été communiqué, mais on parle de 90 millions d’euros dans le secteur. La direction doit se prononcer à l’automne sur de nouvelles commandes.",
        "es|El astillero de Vigo vendió el lunes dos transbordadores a una naviera danesa. No se ha dado a conocer el precio, pero en el sector se habla de 90 millones de euros. La dirección decidirá en otoño sobre nuevos pedidos.",
        "it|Il cantiere di Ancona ha venduto lunedì due traghetti a un armatore danese. Il prezzo non è stato comunicato, ma nel settore si parla di 90 milioni di euro. La direzione deciderà in autunno su nuovi ordini.",
        "pt|O estaleiro de Viana vendeu na segunda-feira dois navios a um armador dinamarquês. O preço não foi divulgado, mas no setor fala-se em 90 milhões de euros. A direção decide no outono sobre novas encomendas.",
        "sv|Varvet i Göteborg sålde i måndags två färjor till ett danskt rederi. Priset är inte känt, men i branschen talas det om 90 miljoner euro. Styrelsen ska i höst besluta om nya order, och hon som leder varvet är hoppfull.",
        "no|Verftet i Bergen solgte mandag to ferger til et dansk rederi. Prisen er ikke kjent, men i bransjen snakkes det om 90 millioner euro. Styret skal i høst ta stilling til nye ordrer, og man er for tiden optimistisk.",
        "da|Værftet i Odense har mandag solgt to færger til et dansk rederi. Prisen er ikke kendt, men i branchen taler man om 90 millioner euro. Bestyrelsen skal til efteråret tage stilling til nye ordrer, for der er mange om buddet.",
        "fi|Rauman telakka myi maanantaina kaksi lauttaa tanskalaiselle varustamolle. Hintaa ei ole kerrottu, mutta alalla puhutaan 90 miljoonasta eurosta. Johto päättää syksyllä uusista tilauksista.",
        "pl|Stocznia w Gdańsku sprzedała w poniedziałek dwa promy duńskiemu armatorowi. Ceny nie podano, ale w branży mówi się o 90 milionach euro. Zarząd zdecyduje jesienią o nowych zamówieniach, a do tego czasu nie ma nic pewnego.",
        "cs|Loděnice v Děčíně prodala v pondělí dva trajekty dánskému rejdaři. Cena nebyla zveřejněna, ale v oboru se mluví o 90 milionech eur. Vedení na podzim rozhodne o nových zakázkách a do té doby je to na nich.",
        "tr|Tersane pazartesi günü iki feribotu Danimarkalı bir armatöre sattı. Fiyat açıklanmadı ama sektörde 90 milyon eurodan söz ediliyor. Yönetim sonbaharda yeni siparişlere karar verecek.",
        "id|Galangan kapal di Surabaya pada hari Senin menjual dua feri kepada perusahaan pelayaran Denmark. Harganya tidak diumumkan, namun di industri disebut 90 juta euro. Direksi akan memutuskan pesanan baru.",
        "ro|Șantierul din Galați a vândut luni două feriboturi unui armator danez. Prețul nu a fost făcut public, dar în industrie se vorbește de 90 de milioane de euro. Conducerea va decide la toamnă, iar me și as sunt rare.",
        "hu|A győri hajógyár hétfőn két kompot adott el egy dán hajózási társaságnak. Az árat nem közölték, de az ágazatban 90 millió euróról beszélnek. A vezetés ősszel dönt az új megrendelésekről, és ha lehet, be is fejezi.",
        "ru|Верфь в Выборге в понедельник продала два парома датскому судовладельцу. Цена не названа, но в отрасли говорят о 90 миллионах евро.",
        "el|Το ναυπηγείο πούλησε τη Δευτέρα δύο πορθμεία σε δανέζικη εταιρεία. Η τιμή δεν ανακοινώθηκε.",
        "zh|星期一，大连的造船厂向一家丹麦航运公司出售了两艘渡轮。价格没有公布，但业内人士说是九千万欧元。",
        "ja|造船所は月曜日、デンマークの船会社にフェリー二隻を売却した。価格は明らかにされていない。",
        "ca|La drassana de Palma va vendre dilluns dos transbordadors a una naviera danesa. El preu no s’ha fet públic, però al sector es parla de 90 milions d’euros. La direcció decidirà a la tardor.",
        "cy|Gwerthodd y iard longau ddydd Llun ddwy fferi i gwmni o Ddenmarc. Nid yw’r pris wedi ei gyhoeddi, ond mae sôn am 90 miliwn ewro yn y diwydiant. Bydd y bwrdd yn penderfynu ar archebion newydd yn yr hydref.",
        "ht|Chantye a te vann de bato bay yon konpayi danwa lendi. Yo pa bay pri a, men nan sektè a y ap pale de 90 milyon ewo. Direksyon an ap deside sou nouvo kòmand yo.",
        "tl|Ibinenta ng pagawaan ng barko noong Lunes ang dalawang barko sa isang kumpanyang Danes. Hindi inihayag ang presyo, at may usap-usapan na 90 milyong euro ito. Nasa Maynila pa rin ang mga may-ari.",
        "sw|Kiwanda cha meli kiliuza feri mbili Jumatatu kwa kampuni ya Denmark. Bei haikutangazwa, lakini katika sekta inasemekana ni euro milioni 90. Bodi itaamua kuhusu maagizo mapya."
      })
  void refusesOtherLanguages(String tag, String text) {
    assertThat(check.objection(text, Optional.empty())).isPresent();
    assertThat(check.objection(text, Optional.of(tag))).isPresent();
    assertThat(check.objection(text, Optional.of("en-US"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "EN_gb", "de", "fr-FR", "x"})
  void takesEnglishWhateverIsDeclared(String tag) {
    assertThat(check.objection(ENGLISH, Optional.of(tag))).isEmpty();
    assertThat(check.objection(ENGLISH.toUpperCase(java.util.Locale.ROOT), Optional.empty()))
        .isEmpty();
  }

  @Test
  void letsWhatIsTooShortToTellPass() {
    assertThat(check.objection("Hackers hit Nostokas, demand $5 million", Optional.empty()))
        .isEmpty();
    assertThat(check.objection("Werft verkauft F\u00E4hren", Optional.of("de"))).isPresent();
    assertThat(check.objection("42", Optional.of("de"))).isEmpty();
  }

  @Test
  void saysWhatItSaw() {
    assertThat(check.objection("Die Werft hat zwei F\u00E4hren verkauft", Optional.of("de-AT")))
        .contains("is not in English (0 of 6 words are English function words, declared 'de')");
  }
}
