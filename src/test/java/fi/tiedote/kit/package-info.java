/** The real things that tests run against: a database, a mail server, a source, a browser. */
package fi.tiedote.kit;
