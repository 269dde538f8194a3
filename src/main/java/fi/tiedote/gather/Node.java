package fi.tiedote.gather;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What this node is called in leases: the same after a restart, so that it can free what it held when it was killed. */
@Component
class Node {
    private final String name;

    Node(@Value("${tiedote.data}") Path data) {
        var machine = ManagementFactory.getRuntimeMXBean().getName().replaceFirst("^\\d+@", "");
        this.name = machine + ":" + data.toAbsolutePath().normalize();
    }

    String name() {
        return name;
    }
}
