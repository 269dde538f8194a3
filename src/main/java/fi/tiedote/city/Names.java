package fi.tiedote.city;

/** One thing's name in each language of the city; none may be blank. */
public record Names(String fi, String sv, String en) {
    public Names {
        if (fi.isBlank() || sv.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException(
                    "a name is needed in each of fi, sv and en: " + fi + " / " + sv + " / " + en);
        }
    }

    public String in(Language language) {
        return switch (language) {
            case FI -> fi;
            case SV -> sv;
            case EN -> en;
        };
    }
}
