package fi.tiedote;

import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasSourceCodeLocation;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** ArchUnit's conditions from predicates. */
class Conditions {
    private Conditions() {}

    static <T extends HasName.AndFullName & HasSourceCodeLocation> ArchCondition<T> be(
            String description, Predicate<T> predicate) {
        return new ArchCondition<>("be " + description) {
            @Override
            public void check(T item, ConditionEvents events) {
                var message = item.getFullName() + " is " + (predicate.test(item) ? "" : "not ") + description;
                events.add(new SimpleConditionEvent(item, predicate.test(item), message));
            }
        };
    }
}
