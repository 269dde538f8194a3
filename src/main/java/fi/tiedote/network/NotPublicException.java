package fi.tiedote.network;

import java.net.UnknownHostException;

/** A name means an address that is not on the public internet. */
public class NotPublicException extends UnknownHostException {
    NotPublicException(String host) {
        super(host + " is not on the public internet");
    }
}
