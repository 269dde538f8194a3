package fi.tiedote.gather;

import fi.tiedote.reading.Row;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A backlog for a single look that leaves no trace. */
class Notepad implements Backlog {
    private final Map<URI, DuePage> open = new LinkedHashMap<>();
    private int size;

    @Override
    public int add(List<Row> rows, Instant now) {
        var before = size;
        rows.forEach(row -> size += open.putIfAbsent(row.url(), DuePage.of(row)) == null ? 1 : 0);
        return size - before;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean hasUnread() {
        return false;
    }

    @Override
    public List<DuePage> due(Instant now, int most) {
        return open.values().stream().limit(most).toList();
    }

    @Override
    public void read(DuePage page, Outcome.Validators validators, @Nullable Instant moment, Checked checked) {
        open.remove(page.url());
    }

    @Override
    public void failed(DuePage page, @Nullable Instant again) {
        open.remove(page.url());
    }

    @Override
    public void postpone(DuePage page, Instant again) {
        open.remove(page.url());
    }

    @Override
    public void reopen(Instant now, int most) {
        // It never knows an earlier look.
    }
}
