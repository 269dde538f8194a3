package fi.tiedote;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.BoundConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/** Stops the start when a setting of ours is given that nobody reads: most often a slip of the pen. */
@Component
class UnknownSettings implements SmartInitializingSingleton {
    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("tiedote");
    private static final Set<ConfigurationPropertyName> READ_BEFORE_THE_RECORDS = Stream.of(
                    "tiedote.home", "tiedote.data", "tiedote.idle", "tiedote.database")
            .map(ConfigurationPropertyName::of)
            .collect(Collectors.toUnmodifiableSet());

    private final ApplicationContext context;

    UnknownSettings(ApplicationContext context) {
        this.context = context;
    }

    /** All settings records have been bound by now. */
    @Override
    public void afterSingletonsInstantiated() {
        var unknown = unknown();
        if (!unknown.isEmpty()) {
            throw new UnknownSettingException(unknown);
        }
    }

    private List<String> unknown() {
        var bound = BoundConfigurationProperties.get(context);
        var read = bound == null
                ? Set.<ConfigurationPropertyName>of()
                : bound.getAll().keySet();
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(context.getEnvironment())
                                .spliterator(),
                        false)
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .map(IterableConfigurationPropertySource.class::cast)
                .filter(UnknownSettings::isWrittenByHand)
                .flatMap(source -> source.stream()
                        .filter(OURS::isAncestorOf)
                        .filter(name -> !read.contains(name) && !isReadEarlier(name))
                        .map(name -> name + origin(source.getConfigurationProperty(name))))
                .distinct()
                .toList();
    }

    private static String origin(@Nullable ConfigurationProperty property) {
        return property == null || property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
    }

    private static boolean isReadEarlier(ConfigurationPropertyName name) {
        return READ_BEFORE_THE_RECORDS.stream().anyMatch(early -> early.equals(name) || early.isAncestorOf(name));
    }

    /** Variables of the environment cannot be told apart: {@code TIEDOTE_BASE_URL} may be base-url or base.url. */
    private static boolean isWrittenByHand(IterableConfigurationPropertySource source) {
        return !(source.getUnderlyingSource() instanceof PropertySource<?> named
                && named.getName().contains(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME));
    }
}
