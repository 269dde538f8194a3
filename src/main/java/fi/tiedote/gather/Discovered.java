package fi.tiedote.gather;

import java.util.List;

/**
 * What became of a look for sources.
 *
 * @param findings the best first
 * @param failure why the address itself could not be read; empty when it could
 */
public record Discovered(List<Finding> findings, String failure) {}
