package fi.tiedote.delivery;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecord;
import org.apache.james.jdkim.tagvalue.PublicKeyRecordImpl;

/** jDKIM 0.5 knows of Ed25519, but takes each key for one of RSA. */
class DkimVerifier extends DKIMVerifier {
    DkimVerifier(List<String> zone) {
        super((methods, selector, domain) -> zone.stream()
                .filter(record -> record.startsWith(selector + "._domainkey." + domain + "."))
                .map(record -> record.replaceAll(".*\\( \"|\" \\)", "").replace("\" \"", ""))
                .toList());
    }

    @Override
    protected PublicKeyRecord newPublicKeyRecord(String record) {
        return record.contains("k=ed25519") ? new BareKey(record) : super.newPublicKeyRecord(record);
    }

    /** RFC 8463 §4: the 32 bytes of the key and nothing else. */
    private static class BareKey extends PublicKeyRecordImpl {
        private final String record;

        BareKey(String record) {
            super(record);
            this.record = record;
        }

        @Override
        public PublicKey getPublicKey() {
            var bytes = Base64.getDecoder().decode(record.substring(record.indexOf("p=") + 2));
            var wrapped = HexFormat.of()
                    .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(bytes));
            try {
                return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(wrapped));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
