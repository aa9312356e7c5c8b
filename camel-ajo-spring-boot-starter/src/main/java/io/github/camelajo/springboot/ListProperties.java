package io.github.camelajo.springboot;

import java.beans.PropertyDescriptor;
import java.util.List;
import java.util.Set;

import org.springframework.beans.BeanWrapper;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.env.Environment;

/**
 * Joins properties that are written as a list, which YAML invites. Spring Boot does not bind a list to a text and
 * reports nothing: the component would use its default.
 */
final class ListProperties {

    /** The options with several values, separated by commas. */
    private static final Set<String> SEVERAL = Set.of("scopes", "allowedHosts", "fields", "sort", "include");

    private ListProperties() {}

    /**
     * Joins the values of a list for an option that takes several values.
     *
     * @param  prefix                   where the properties stand, for example {@code camel.component.ajo}
     * @throws IllegalArgumentException when a list is given for an option that takes one value
     */
    static void join(Environment environment, String prefix, AjoComponentConfiguration properties) {
        Binder binder = Binder.get(environment);
        BeanWrapper bean = PropertyAccessorFactory.forBeanPropertyAccess(properties);
        for (PropertyDescriptor property : bean.getPropertyDescriptors()) {
            String name = property.getName();
            if (property.getPropertyType() != String.class || bean.getPropertyValue(name) != null) {
                continue;
            }
            String key = prefix + "." + DataObjectPropertyName.toDashedForm(name);
            BindResult<List<String>> values = binder.bind(key, Bindable.listOf(String.class));
            if (!values.isBound() || values.get().isEmpty()) {
                continue;
            }
            if (!SEVERAL.contains(name)) {
                throw new IllegalArgumentException(key + " takes one value, and not a list");
            }
            bean.setPropertyValue(name, String.join(",", values.get()));
        }
    }
}
