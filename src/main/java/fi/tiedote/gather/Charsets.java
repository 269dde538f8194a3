package fi.tiedote.gather;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of charsets as documents write them; where browsers read more into a name, so is it done here. */
class Charsets {
    private static final Map<String, String> WIDER = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("big5", "big5-hkscs"));

    /** A charset and the names that the JDK does not know: those of browsers, and some that older software writes. */
    private static final Map<String, String> OTHER_NAMES = otherNames("""
            utf-8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8
            iso-8859-6 csiso88596e csiso88596i iso-8859-6-e iso-8859-6-i
            iso-8859-8 csiso88598e csiso88598i iso-8859-8-e iso-8859-8-i logical visual
            iso-8859-10 csisolatin6 iso-ir-157 l6 latin6
            iso-8859-15 csisolatin9
            koi8-r koi
            koi8-u koi8-ru
            ibm775 pc775baltic
            x-macroman mac macintosh x-mac-roman
            x-macukraine x-mac-cyrillic x-mac-ukrainian
            x-maccentraleurope maclatin2 mac-centeuro
            x-windows-874 dos-874 iso-8859-11 iso8859-11 iso885911
            windows-1250 ms-ee
            windows-1251 ms-cyrl
            windows-1252 ms-ansi x-user-defined
            windows-1253 ms-greek
            windows-1254 ms-turk
            gbk chinese csiso58gb231280 gb_2312 gb_2312-80 iso-ir-58 x-gbk
            big5 cn-big5 x-x-big5
            euc-kr csksc56011987 iso-ir-149 korean ks_c_5601-1989
            """);

    private static final Pattern ISO_8859 = Pattern.compile("iso[-_]?8859[-_]?(\\d{1,2})(?::\\d{4})?$");

    private static final Map<String, Charset> OWN =
            Map.of("iso-8859-10", OneByte.LATIN_6, "iso-8859-14", OneByte.LATIN_8);

    private Charsets() {}

    /** Empty for a name that nobody knows. */
    static Optional<Charset> named(String name) {
        var written = name.strip().toLowerCase(Locale.ROOT);
        return spelled(written).or(() -> written.startsWith("cs") ? spelled(written.substring(2)) : Optional.empty());
    }

    private static Optional<Charset> spelled(String name) {
        var plain = OTHER_NAMES.getOrDefault(name, ISO_8859.matcher(name).replaceFirst("iso-8859-$1"));
        return Stream.of(
                        plain,
                        plain.replace('_', '-'),
                        plain.replace("windows_", "windows-"),
                        "x-" + plain,
                        "x-" + plain.replace("-", ""),
                        plain.replaceFirst("^cp", "x-ibm"),
                        plain.replaceFirst("^x-cp", "windows-"),
                        "ibm" + plain)
                .flatMap(spelling -> known(spelling).stream())
                .findFirst()
                .map(charset -> wider(charset));
    }

    private static Map<String, String> otherNames(String lines) {
        return lines.lines()
                .map(line -> line.split(" "))
                .flatMap(names -> Stream.of(names).skip(1).map(name -> Map.entry(name, names[0])))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Charset wider(Charset charset) {
        var name = WIDER.get(charset.name().toLowerCase(Locale.ROOT));
        return name == null ? charset : known(name).orElse(charset);
    }

    private static Optional<Charset> known(String name) {
        if (OWN.containsKey(name)) {
            return Optional.of(OWN.get(name));
        }
        try {
            return Optional.of(Charset.forName(name))
                    .filter(charset -> !charset.name().startsWith("UTF-7"));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }
}
