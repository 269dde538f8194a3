package fi.tiedote.release;

/**
 * Why a release has a topic or an area.
 *
 * @param slug of the topic or area
 * @param said the source's key, the category, or the word of the text, as the release has it
 */
public record Match(Vocabularies vocabulary, String slug, Rule rule, String said) {
    private static final int LONGEST = 100;

    public Match {
        said = Legible.line(said);
        said = said.length() <= LONGEST ? said : said.substring(0, LONGEST);
    }

    public enum Vocabularies {
        TOPIC,
        AREA
    }

    public enum Rule {
        SOURCE,
        CATEGORY,
        WORD
    }
}
