package fi.tiedote.kit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The server's half of RFC 5321 on one connection. */
class Conversation {
    private final MailServer server;
    private final InputStream in;
    private final OutputStream out;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";
    private boolean over;

    Conversation(MailServer server, InputStream in, OutputStream out) {
        this.server = server;
        this.in = new BufferedInputStream(in);
        this.out = out;
    }

    void hold() throws IOException {
        reply("220 mail.example.org ESMTP");
        while (!over) {
            obey(new String(line(), StandardCharsets.UTF_8));
        }
    }

    private void obey(String line) throws IOException {
        switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
            case "EHLO" -> greet();
            case "MAIL" -> mail(path(line));
            case "RCPT" -> rcpt(path(line));
            case "DATA" -> data();
            case "RSET" -> {
                forget();
                reply("250 ok");
            }
            case "NOOP" -> reply("250 ok");
            case "QUIT" -> reply("421 bye");
            default -> reply("500 5.5.1 what?");
        }
    }

    private void greet() throws IOException {
        for (var extension : server.extensions) {
            reply("250-" + extension);
        }
        reply("250 HELP");
    }

    private void mail(String path) throws IOException {
        forget();
        sender = path;
        reply(server.mail.apply(path));
    }

    private void rcpt(String path) throws IOException {
        var answer = server.rcpt.apply(path);
        if (answer.startsWith("2")) {
            recipients.add(path);
        }
        reply(answer);
    }

    private void data() throws IOException {
        var answer = recipients.isEmpty() ? "503 5.5.1 nobody to send it to" : server.data.apply(recipients.get(0));
        if (answer.equals(MailServer.CUT_WITHIN)) {
            reply("354 go ahead");
            line();
            over = true;
            return;
        }
        reply(answer);
        if (answer.startsWith("354")) {
            end(new Delivered(sender, List.copyOf(recipients), message()));
        }
    }

    private void end(Delivered message) throws IOException {
        var answer = server.dot.apply(message);
        if (answer.startsWith("2") || answer.equals(MailServer.TAKE_AND_CUT)) {
            server.take(message);
        }
        forget();
        reply(answer);
    }

    private byte[] message() throws IOException {
        var message = new ByteArrayOutputStream();
        for (var line = line(); !(line.length == 1 && line[0] == '.'); line = line()) {
            var stuffed = line.length > 0 && line[0] == '.' ? 1 : 0;
            message.write(line, stuffed, line.length - stuffed);
            message.write('\r');
            message.write('\n');
        }
        return message.toByteArray();
    }

    private void forget() {
        sender = "";
        recipients.clear();
    }

    private void reply(String line) throws IOException {
        if (line.matches("\\d{3}.*")) {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        over = over || line.startsWith("421") || !line.matches("\\d{3}.*");
    }

    /** Up to CRLF, which is not part of it; a bare LF is a fault of the client that nothing may hide. */
    private byte[] line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int each = in.read(), before = 0; ; before = each, each = in.read()) {
            if (each < 0) {
                throw new EOFException();
            }
            if (each == '\n' && before == '\r') {
                return Arrays.copyOf(line.toByteArray(), line.size() - 1);
            }
            if (each == '\n' || before == '\r') {
                throw new IOException("bare CR or LF");
            }
            line.write(each);
        }
    }

    private static String path(String line) {
        return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }
}
