package fi.tiedote;

import java.util.HashSet;
import java.util.LinkedHashSet;
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
    private static final Set<ConfigurationPropertyName> READ_BESIDE_THE_RECORDS = Stream.of(
                    "tiedote.home", "tiedote.data", "tiedote.idle", "tiedote.database", "tiedote.native-signing")
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
        var lists = new HashSet<ConfigurationPropertyName>();
        var unknown = new LinkedHashSet<String>();
        for (var source : sources()) {
            var names = source.stream()
                    .filter(OURS::isAncestorOf)
                    .filter(name -> !lists.contains(list(name)))
                    .toList();
            names.stream()
                    .filter(name -> isWrittenByHand(source) && !read.contains(name) && !isReadEarlier(name))
                    .forEach(name -> unknown.add(name + origin(source.getConfigurationProperty(name))));
            names.forEach(name -> lists.add(list(name)));
        }
        return List.copyOf(unknown);
    }

    /** From the one that wins to the one that loses. */
    private List<IterableConfigurationPropertySource> sources() {
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(context.getEnvironment())
                                .spliterator(),
                        false)
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .map(IterableConfigurationPropertySource.class::cast)
                .toList();
    }

    /** A list that an argument gives replaces that of a file as a whole: the elements there are not unknown, but overruled. */
    private static ConfigurationPropertyName list(ConfigurationPropertyName name) {
        for (var element = 1; element < name.getNumberOfElements(); element++) {
            if (name.isNumericIndex(element)) {
                return name.chop(element);
            }
        }
        return name;
    }

    private static String origin(@Nullable ConfigurationProperty property) {
        return property == null || property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
    }

    private static boolean isReadEarlier(ConfigurationPropertyName name) {
        return READ_BESIDE_THE_RECORDS.stream().anyMatch(early -> early.equals(name) || early.isAncestorOf(name));
    }

    /** Variables of the environment cannot be told apart: {@code TIEDOTE_BASE_URL} may be base-url or base.url. */
    private static boolean isWrittenByHand(IterableConfigurationPropertySource source) {
        return !(source.getUnderlyingSource() instanceof PropertySource<?> named
                && named.getName().contains(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME));
    }
}
