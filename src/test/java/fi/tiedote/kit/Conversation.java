package fi.tiedote.kit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** The server's half of RFC 5321 on one connection. */
class Conversation {
    private final MailServer server;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";
    private boolean begun;
    private boolean over;

    Conversation(MailServer server, Socket socket) throws IOException {
        this.server = server;
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    void hold() throws IOException {
        reply(server.greeting.get());
        while (!over) {
            obey(new String(line(), StandardCharsets.UTF_8));
        }
    }

    private void obey(String line) throws IOException {
        var name = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        var scripted = server.command.apply(name);
        if (scripted.isEmpty()) {
            obey(name, line);
        } else {
            reply(scripted);
        }
    }

    private void obey(String name, String line) throws IOException {
        switch (name) {
            case "EHLO" -> greet();
            case "MAIL" -> mail(path(line));
            case "RCPT" -> rcpt(path(line));
            case "DATA" -> data();
            case "RSET" -> {
                forget();
                reply("250 ok");
            }
            case "STARTTLS" -> secure();
            case "AUTH" -> authenticate(line.split(" "));
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

    /** RFC 4954: what the client says of itself, at once or when it is asked. */
    private void authenticate(String[] words) throws IOException {
        var said = words.length > 2 ? decoded(words[2]) : ask("");
        var more = words[1].equalsIgnoreCase("LOGIN") ? " " + ask("Password:") : "";
        server.logins.add(words[1] + " " + said.replace('\0', '|').replace('\1', '|') + more);
        reply("235 2.7.0 welcome");
    }

    private String ask(String question) throws IOException {
        reply("334 " + Base64.getEncoder().encodeToString(question.getBytes(StandardCharsets.US_ASCII)));
        return decoded(new String(line(), StandardCharsets.US_ASCII));
    }

    private static String decoded(String word) {
        return new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8);
    }

    private void secure() throws IOException {
        reply("220 go ahead");
        socket = server.secured(socket);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    private void mail(String path) throws IOException {
        forget();
        sender = path;
        var answer = inTurn(server.mail.apply(path), false);
        begun = answer.matches("(?s)(drip |as is )?2.*");
        reply(answer);
    }

    private void rcpt(String path) throws IOException {
        var answer = inTurn(begun ? server.rcpt.apply(path) : "503 5.5.1 from whom?", false);
        if (answer.matches("(?s)(drip |as is )?2.*")) {
            recipients.add(path);
        }
        reply(answer);
    }

    private void data() throws IOException {
        var answer = !recipients.isEmpty()
                ? server.data.apply(recipients.get(0))
                : server.asksAnybody ? "354 go ahead" : "503 5.5.1 nobody to send it to";
        if (answer.equals(MailServer.CUT_WITHIN) || answer.equals(MailServer.CUT_IN_DOT)) {
            reply("354 go ahead");
            breakOff(answer.equals(MailServer.CUT_IN_DOT) ? "\r\n." : "\r\n");
            return;
        }
        reply(answer);
        if (answer.contains("354 ")) {
            end(new Delivered(sender, List.copyOf(recipients), message()));
        }
    }

    private void end(Delivered message) throws IOException {
        var answer = inTurn(server.dot.apply(message), true);
        var takes = answer.matches("(drip )?2.*") || answer.startsWith(MailServer.TAKE);
        if (takes && !message.recipients().isEmpty()) {
            server.take(message);
        }
        forget();
        reply(answer.startsWith(MailServer.TAKE) ? answer.substring(MailServer.TAKE.length()) : answer);
    }

    /** What has come and is not read makes an abrupt end of it. */
    private void breakOff(String where) throws IOException {
        var last = "   ";
        for (var each = in.read(); each >= 0 && !last.endsWith(where); each = last.endsWith(where) ? each : in.read()) {
            last = last.substring(1) + (char) each;
        }
        over = true;
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

    /** A group is one write, so that what came early is there when its first line is read. */
    private String inTurn(String answer, boolean atTheDot) throws IOException {
        if (server.early.isEmpty() || in.available() == 0 || (server.onlyAfterTheDot && !atTheDot)) {
            return answer;
        }
        in.skipNBytes(in.available());
        return server.early.equals(MailServer.LOSE) ? answer : server.early;
    }

    private void forget() {
        sender = "";
        begun = false;
        recipients.clear();
    }

    private void reply(String answer) throws IOException {
        if (answer.startsWith(MailServer.DRIP)) {
            for (var each : (answer.substring(MailServer.DRIP.length()) + "\r\n").getBytes(StandardCharsets.UTF_8)) {
                out.write(each);
                out.flush();
            }
        } else if (answer.startsWith(MailServer.AS_IS)) {
            write(answer.substring(MailServer.AS_IS.length()));
        } else if (answer.equals(MailServer.HALF_CLOSE)) {
            socket.shutdownOutput();
        } else if (answer.matches("\\d{3}.*")) {
            write(answer + "\r\n");
            over = over || answer.startsWith("421");
        } else {
            over = true;
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
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
