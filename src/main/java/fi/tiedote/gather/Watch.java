package fi.tiedote.gather;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices changes in folders by the file system's own messages. A message may be lost, and a folder replaced; the schedule
 * looks, too.
 */
class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final WatchService service;
    private final Map<String, Path> folders;
    private final Map<String, WatchKey> keys = new HashMap<>();

    /** @param folders by source */
    Watch(Map<String, Path> folders) throws IOException {
        this.service = FileSystems.getDefault().newWatchService();
        this.folders = Map.copyOf(folders);
    }

    /** Makes and registers the folders that are not watched yet. */
    Set<String> register() {
        var registered = new HashSet<String>();
        folders.forEach((source, folder) -> {
            var key = keys.get(source);
            if (key == null || !key.isValid() || !Files.isDirectory(folder)) {
                register(source, folder, registered);
            }
        });
        return registered;
    }

    /** The sources that something changed in; waits at most so long for the first change. */
    Collection<String> changes(long milliseconds) throws InterruptedException {
        var changed = new HashSet<String>();
        try {
            for (var key = service.poll(milliseconds, TimeUnit.MILLISECONDS); key != null; key = service.poll()) {
                var signalled = key;
                key.pollEvents();
                key.reset();
                keys.forEach((source, watched) -> {
                    if (watched.equals(signalled)) {
                        changed.add(source);
                    }
                });
            }
        } catch (ClosedWatchServiceException closed) {
            return Set.of();
        }
        return changed;
    }

    @Override
    public void close() throws IOException {
        service.close();
    }

    private void register(String source, Path folder, Set<String> registered) {
        try {
            Files.createDirectories(folder);
            keys.put(
                    source,
                    folder.register(
                            service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY));
            registered.add(source);
        } catch (IOException refused) {
            keys.remove(source);
            LOG.debug("folder {} cannot be watched", folder, refused);
        }
    }
}
