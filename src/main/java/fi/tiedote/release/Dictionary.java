package fi.tiedote.release;

import fi.tiedote.city.Language;

/** The configurations by which PostgreSQL knows the stems of words. */
class Dictionary {
    private Dictionary() {}

    static String of(Language language) {
        return switch (language) {
            case FI -> "finnish";
            case SV -> "swedish";
            case EN -> "english";
        };
    }
}
