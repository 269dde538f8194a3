package fi.tiedote;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.util.unit.DataSize;

/** What a setting of some type may be, in words. */
class Allowed {
    private static final Map<Class<?>, String> FORMS = Map.of(
            ZoneId.class, "a time zone's IANA name such as Europe/Helsinki",
            Duration.class, "a duration such as 30s, 10m, 2h or 4d",
            LocalTime.class, "a time of day such as 07:00",
            DataSize.class, "a size such as 512KB or 2MB",
            URI.class, "an address such as https://tiedote.example.fi",
            Integer.class, "a whole number",
            int.class, "a whole number",
            Long.class, "a whole number",
            long.class, "a whole number",
            boolean.class, "true or false");

    private Allowed() {}

    static Optional<String> in(Bindable<?> target) {
        var type = target.getType().resolve();
        return Optional.ofNullable(type == null ? null : form(type)).map(form -> "it must be " + form);
    }

    private static @Nullable String form(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + constants(type);
        }
        return FORMS.get(type);
    }

    private static String constants(Class<?> type) {
        var names = Stream.of(type.getEnumConstants()).map(Object::toString);
        return (type == DayOfWeek.class
                        ? names
                        : names.map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-')))
                .collect(Collectors.joining(", "));
    }

    /** A record component's name as the key in a file: {@code giveUpAfter} is {@code give-up-after}. */
    static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
