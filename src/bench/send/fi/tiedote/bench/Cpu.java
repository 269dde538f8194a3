package fi.tiedote.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time of this process and of its children, PostgreSQL's that have ended included. */
class Cpu {
    private static final double TICK = 0.01;

    private Cpu() {}

    static double own() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    static double postgres() {
        return ProcessHandle.current()
                .descendants()
                .filter(each -> each.info().command().orElse("").endsWith("postgres"))
                .mapToDouble(each -> seconds(each.pid()))
                .sum();
    }

    /** utime, stime and those of its ended children; proc(5). */
    private static double seconds(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            var ticks = 0L;
            for (var i = 11; i <= 14; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks * TICK;
        } catch (IOException ended) {
            return 0;
        }
    }
}
