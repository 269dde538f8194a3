package fi.tiedote;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Lets in who is at this machine: on the loopback interface, with no proxy between, and by a name of our own. A page from
 * elsewhere that makes its host name point here (DNS rebinding) comes by another.
 */
class FromItsBrowser implements AuthorizationManager<RequestAuthorizationContext> {
    private static final List<String> SIGNS_OF_A_PROXY =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

    private final Set<String> names;

    /** @param ownName the host of our public address */
    FromItsBrowser(String ownName) {
        this.names = Set.copyOf(Stream.of("localhost", "127.0.0.1", "[::1]", "::1", ownName.toLowerCase(Locale.ROOT))
                .distinct()
                .toList());
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> nobody, RequestAuthorizationContext context) {
        return new AuthorizationDecision(isDirect(context.getRequest()));
    }

    private boolean isDirect(HttpServletRequest request) {
        return FromThisMachine.isLoopback(request.getRemoteAddr())
                && names.contains(request.getServerName().toLowerCase(Locale.ROOT))
                && SIGNS_OF_A_PROXY.stream().allMatch(sign -> request.getHeader(sign) == null);
    }
}
