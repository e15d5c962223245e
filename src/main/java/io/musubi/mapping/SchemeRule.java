package io.musubi.mapping;

import io.musubi.mapping.normalise.Normaliser;
import io.musubi.mapping.normalise.Normalisers;
import io.musubi.model.Field;
import io.musubi.model.IdentifierScheme;
import io.musubi.model.IdentifierSchemes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which identifier scheme a value is of: always the same, or as a rule says. */
sealed interface SchemeRule {
    /** A scheme with its normaliser. */
    record Checked(IdentifierScheme scheme, Normaliser normaliser) {}

    /** The scheme of {@code value}, if it can be told. */
    Optional<Checked> of(Value value, Scope scope);

    /** All schemes with their normalisers, looked up once. */
    static Map<String, Checked> all(IdentifierSchemes schemes) {
        Map<String, Checked> all = new HashMap<>();
        for (IdentifierScheme scheme : schemes.all()) {
            all.put(scheme.name(), new Checked(scheme, new Remembering(Normalisers.named(scheme.normaliser()))));
        }
        return all;
    }

    /** Always the same. */
    record Fixed(Checked checked) implements SchemeRule {
        @Override
        public Optional<Checked> of(Value value, Scope scope) {
            return Optional.of(checked);
        }
    }

    /**
     * As a rule says, which gives the scheme's name.
     *
     * @param isOfValue whether the rule is seen from the element that gave the value, not from the rule's field
     */
    record Told(ValueRule rule, boolean isOfValue, Map<String, Checked> schemes) implements SchemeRule {
        @Override
        public Optional<Checked> of(Value value, Scope scope) {
            Field at = isOfValue ? value.element() : value.at();
            List<Value> names = rule.values(at, scope);
            return names.isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(schemes.get(names.getFirst().text()));
        }
    }
}
