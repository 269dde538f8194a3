package fi.tiedote.reading;

/** Joins the lines of {@code format=flowed} (RFC 3676 §4). */
class Flowed {
    private Flowed() {}

    /** @param dropsSpace whether the space at the end of a line is not part of the text */
    static String unfolded(String text, boolean dropsSpace) {
        var joined = new StringBuilder(text.length());
        for (var written : text.split("\\R", -1)) {
            // A space was put before what could be taken for something else.
            var line = written.startsWith(" ") ? written.substring(1) : written;
            var flows = line.endsWith(" ") && !line.equals("-- ") && !line.startsWith(">");
            joined.append(flows && dropsSpace ? line.substring(0, line.length() - 1) : line);
            if (!flows) {
                joined.append('\n');
            }
        }
        return joined.toString();
    }
}
