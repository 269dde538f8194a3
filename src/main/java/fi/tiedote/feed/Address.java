package fi.tiedote.feed;

/** Where one page of one feed is found within this installation, one way only. */
record Address(Format format, Subject subject) {
    static final String FOLDER = "/feeds/";

    String path() {
        return FOLDER + subject.file(format);
    }

    /** From another address of the same feed: installations may stand below a path that a proxy takes away. */
    String relative() {
        var file = subject.file(format);
        return file.substring(file.indexOf('/') + 1);
    }
}
