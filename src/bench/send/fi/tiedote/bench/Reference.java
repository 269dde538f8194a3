package fi.tiedote.bench;

import java.io.IOException;

/** Postfix's smtp-source: one fixed message, again and again. */
record Reference(int port, int sessions, int size) {
    Round send(int letters) throws IOException, InterruptedException {
        var command = "TIMEFORMAT='%%R %%U %%S'; time smtp-source -s %d -l %d -m %d -f tiedotteet@example.fi -t aino@example.org 127.0.0.1:%d"
                .formatted(sessions, size, letters, port);
        var process = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
        var words = new String(process.getInputStream().readAllBytes()).strip().split("\\s+");
        if (process.waitFor() != 0) {
            throw new IOException("smtp-source: " + String.join(" ", words));
        }
        var seconds = Double.parseDouble(words[0]);
        var cpu = Double.parseDouble(words[1]) + Double.parseDouble(words[2]);
        return new Round("smtp-source", letters / seconds, cpu / letters * 1e6);
    }
}
