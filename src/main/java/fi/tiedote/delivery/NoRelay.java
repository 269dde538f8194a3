package fi.tiedote.delivery;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds where the settings name no relay. */
public class NoRelay implements Condition {
    private static final ResolvableType ANY_RELAYS = ResolvableType.forClassWithGenerics(
            List.class, ResolvableType.forClassWithGenerics(Map.class, String.class, String.class));

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Binder.get(context.getEnvironment())
                .bind("tiedote.relays", Bindable.<List<Map<String, String>>>of(ANY_RELAYS))
                .orElseGet(List::of)
                .isEmpty();
    }
}
