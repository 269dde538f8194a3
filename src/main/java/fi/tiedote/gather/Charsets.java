package fi.tiedote.gather;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    private Charsets() {}

    /** Empty for a name that nobody knows. */
    static Optional<Charset> named(String name) {
        var plain = name.strip().toLowerCase(Locale.ROOT);
        return Stream.of(
                        plain,
                        plain.replace('_', '-'),
                        plain.replace("windows_", "windows-"),
                        "x-" + plain,
                        "ibm" + plain)
                .flatMap(spelling -> known(spelling).stream())
                .findFirst()
                .map(charset -> wider(charset));
    }

    private static Charset wider(Charset charset) {
        var name = WIDER.get(charset.name().toLowerCase(Locale.ROOT));
        return name == null ? charset : known(name).orElse(charset);
    }

    private static Optional<Charset> known(String name) {
        try {
            return Optional.of(Charset.forName(name))
                    .filter(charset -> !charset.name().startsWith("UTF-7"));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }
}
