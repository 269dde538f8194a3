package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RCPT | 550 5.1.1 The email account that you tried to reach does not exist           | ADDRESS
            RCPT | 550-5.1.1 first line                                                          | ADDRESS
            RCPT | 550 5.1.2 bad destination system                                              | ADDRESS
            RCPT | 501 5.1.3 bad destination syntax                                              | ADDRESS
            RCPT | 550 5.1.6 moved                                                               | ADDRESS
            RCPT | 550 5.1.10 RESOLVER.ADR.RecipientNotFound                                     | ADDRESS
            DOT  | 550 5.1.1 user unknown                                                        | ADDRESS
            RCPT | 450 4.1.1 unverified recipient                                                | BUSY
            RCPT | 550 No such user here                                                         | ADDRESS
            RCPT | 550 <x@example.org>: Recipient address rejected: User unknown in virtual table | ADDRESS
            RCPT | 550 Requested action not taken: mailbox unavailable                           | ADDRESS
            RCPT | 554 delivery error: This user doesn't have a example.org account              | ADDRESS
            RCPT | 550 5.4.1 Recipient address rejected: Access denied                           | ADDRESS
            RCPT | 550 5.4.1 no answer from host                                                 | OTHER
            DATA | 554 5.5.1 no valid recipients                                                 | OTHER
            RCPT | 550 relaying denied                                                           | OTHER
            RCPT | 552 5.2.2 mailbox full                                                        | MAILBOX
            RCPT | 452 4.2.2 over quota                                                          | MAILBOX
            RCPT | 552 user has exceeded his quota: mailbox is full                              | MAILBOX
            RCPT | 550 5.2.1 mailbox disabled                                                    | MAILBOX
            RCPT | 450 4.2.1 receiving mail at a rate that prevents more                         | MAILBOX
            RCPT | 450 4.2.0 Greylisted, see a page                                              | GREYLISTED
            RCPT | 451 4.7.1 Please try again later                                              | GREYLISTED
            RCPT | 451 4.7.0 rate limit exceeded                                                 | BUSY
            RCPT | 421 4.7.0 too many connections from your host                                 | BUSY
            RCPT | 421 4.3.2 closing                                                             | BUSY
            RCPT | 450 later                                                                     | BUSY
            RCPT | 454 4.3.0 try again                                                           | BUSY
            RCPT | 550 5.7.1 not allowed to write to this group                                  | POLICY
            RCPT | 550 5.7.26 this mail is unauthenticated                                       | SENDER
            RCPT | 550 5.7.606 access denied, banned sending IP                                  | SENDER
            RCPT | 550 5.1.1 blocked using zen.spamhaus.example                                  | SENDER
            RCPT | 554 blocked by our blocklist                                                  | SENDER
            DATA | 554 5.7.1 no                                                                  | SENDER
            DOT  | 550 5.7.1 likely unsolicited mail                                             | SENDER
            DOT  | 554 message looks like spam                                                   | SENDER
            DOT  | 421 4.7.28 unusual rate of unsolicited mail                                   | SENDER
            DOT  | 552 5.3.4 too big                                                             | MESSAGE
            DOT  | 552 message size exceeds fixed limit                                          | MESSAGE
            DOT  | 554 transaction failed                                                        | OTHER
            """)
    void aReplyIsAboutSomebody(String stage, String words, String cause) {
        var reply = new Reply(Integer.parseInt(words.substring(0, 3)), words);

        assertThat(Diagnosis.of(Stage.valueOf(stage), reply)).isEqualTo(Cause.valueOf(cause));
    }
}
