package fi.tiedote.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several ninjs objects in one answer, for which the IPTC has no envelope; the addresses are those of pages. */
record NinjsFeed(
        String title,
        String self,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next,
        List<Ninjs> items) {}
