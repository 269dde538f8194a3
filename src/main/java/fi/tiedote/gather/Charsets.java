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

    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("mac", "x-macroman"),
            Map.entry("macintosh", "x-macroman"),
            Map.entry("maclatin2", "x-maccentraleurope"),
            Map.entry("mac-centeuro", "x-maccentraleurope"),
            Map.entry("ms-ansi", "windows-1252"),
            Map.entry("ms-cyrl", "windows-1251"),
            Map.entry("ms-ee", "windows-1250"),
            Map.entry("ms-greek", "windows-1253"),
            Map.entry("ms-turk", "windows-1254"),
            Map.entry("pc775baltic", "ibm775"),
            Map.entry("unicode-1-1-utf-8", "utf-8"),
            Map.entry("x-user-defined", "windows-1252"));

    private Charsets() {}

    /** Empty for a name that nobody knows. */
    static Optional<Charset> named(String name) {
        var written = name.strip().toLowerCase(Locale.ROOT);
        return spelled(written).or(() -> written.startsWith("cs") ? spelled(written.substring(2)) : Optional.empty());
    }

    private static Optional<Charset> spelled(String name) {
        var plain = OTHER_NAMES.getOrDefault(name, name);
        return Stream.of(
                        plain,
                        plain.replace('_', '-'),
                        plain.replace("windows_", "windows-"),
                        "x-" + plain,
                        "x-" + plain.replace("-", ""),
                        plain.replaceFirst("^cp", "x-ibm"),
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
