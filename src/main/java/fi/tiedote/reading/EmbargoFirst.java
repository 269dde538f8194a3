package fi.tiedote.reading;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Puts an embargo that stands above or below the title behind the date, where the text begins. */
class EmbargoFirst {
    private static final int NEAR = 3;
    private static final int TITLE_AND_DATE = 2;

    private EmbargoFirst() {}

    static List<Line> moved(List<Line> lines) {
        var first = lines.subList(0, Math.min(NEAR, lines.size()));
        var embargoes = first.stream().filter(EmbargoFirst::isOne).toList();
        if (embargoes.isEmpty()) {
            return lines;
        }
        var moved = new ArrayList<>(lines);
        moved.removeAll(embargoes);
        moved.addAll(Math.min(TITLE_AND_DATE, moved.size()), embargoes);
        return moved;
    }

    private static boolean isOne(Line line) {
        return Embargo.of(line.text(), Instant.EPOCH, ZoneOffset.UTC).isPresent();
    }
}
