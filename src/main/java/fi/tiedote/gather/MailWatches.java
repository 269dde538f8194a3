package fi.tiedote.gather;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens to every mailbox while the service runs. */
@Component
class MailWatches implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MailWatches.class);

    private final Turns turns;
    private final Crew crew;
    private final boolean idle;
    private final SourceList list;
    private final GatherSettings limits;
    private volatile List<MailWatch> watches = List.of();
    private volatile boolean isRunning;

    MailWatches(
            SourceList list,
            GatherSettings limits,
            Turns turns,
            Crew crew,
            @Value("${tiedote.idle:false}") boolean idle) {
        this.list = list;
        this.limits = limits;
        this.turns = turns;
        this.crew = crew;
        this.idle = idle;
    }

    @Override
    public boolean isAutoStartup() {
        return !idle;
    }

    @Override
    public void start() {
        isRunning = true;
        watches = MailWatch.all(list, limits, this::look);
        for (var watch : watches) {
            var thread = new Thread(watch, "mail-watch");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void stop() {
        isRunning = false;
        watches.forEach(MailWatch::end);
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    private void look(String source) {
        try {
            turns.hurry(source);
            crew.gatherDue();
        } catch (RuntimeException away) {
            LOG.warn("source {}: it will be looked at when it is due: {}", source, away.getMessage());
        }
    }
}
