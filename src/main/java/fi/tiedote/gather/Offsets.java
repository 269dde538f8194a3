package fi.tiedote.gather;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The zones of dates: numbers, names of zones, and the military letters as RFC 822 §5.1 has them. */
class Offsets {
    private static final Pattern NUMERIC = Pattern.compile(
            "(?:[a-z]{1,5} ?)?-?([+-])(?:0(?=\\d\\d:))?(\\d{1,2}):?(\\d{2})?(?::?00)?(?:z| [a-z]{1,5}(?: .*)?)?");
    private static final Pattern NAME = Pattern.compile("[a-z]{1,5}");
    private static final String HOURS = "ut=0 utc=0 gmt=0 z=0 wet=0 west=1 bst=1 cet=1 cest=2 met=1 mest=2 mez=1 mesz=2"
            + " eet=2 eest=3 msk=3 at=-4 ast=-4 adt=-3 est=-5 edt=-4 et=-5 cst=-6 cdt=-5 ct=-6 mst=-7 mdt=-6 mt=-7 pst=-8"
            + " pdt=-7 pt=-8 akst=-9 akdt=-8 hst=-10 sast=2 sgt=8 hkt=8 awst=8 jst=9 kst=9 aest=10 aedt=11 nzst=12 nzdt=13"
            + " a=-1 b=-2 c=-3 d=-4 e=-5 f=-6 g=-7 h=-8 i=-9 k=-10 l=-11 m=-12"
            + " 00=0 000=0 0000=0 n=1 o=2 p=3 q=4 r=5 s=6 t=7 u=8 v=9 w=10 x=11 y=12";
    private static final Map<String, ZoneId> NAMED = Stream.of(HOURS.split(" "))
            .map(entry -> entry.split("="))
            .collect(Collectors.toUnmodifiableMap(
                    entry -> entry[0], entry -> ZoneOffset.ofHours(Integer.parseInt(entry[1]))));
    private static final Map<String, ZoneId> REGIONS = ZoneId.getAvailableZoneIds().stream()
            .collect(Collectors.toUnmodifiableMap(id -> id.toLowerCase(Locale.ROOT), ZoneId::of, (one, same) -> one));

    private Offsets() {}

    /**
     * @param text in lower case
     * @return null where none is named; UTC for a name that nobody knows, as RFC 5322 §4.3 has it
     * @throws DateTimeException when it cannot be a zone
     */
    static @Nullable ZoneId zone(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var numeric = NUMERIC.matcher(text);
        if (numeric.matches()) {
            var sign = numeric.group(1).equals("-") ? -1 : 1;
            var minutes = numeric.group(3) == null ? 0 : Integer.parseInt(numeric.group(3));
            return ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(numeric.group(2)), sign * minutes);
        }
        return named(text);
    }

    private static ZoneId named(String text) {
        var known = NAMED.getOrDefault(text, REGIONS.get(text));
        if (known == null && !NAME.matcher(text).matches()) {
            throw new DateTimeException("no zone: " + text);
        }
        return known == null ? ZoneOffset.UTC : known;
    }
}
