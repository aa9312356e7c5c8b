package io.github.camelajo;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.GeneratedPropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;

/**
 * Sets options of the component as the generated configurer does, but tells what is allowed where Camel would tell the name of
 * a Java class.
 */
final class CheckedConfigurer implements GeneratedPropertyConfigurer, PropertyConfigurerGetter {

    private final AjoComponentConfigurer generated = new AjoComponentConfigurer();

    @Override
    public boolean configure(CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
        Class<?> type = generated.getOptionType(name, ignoreCase);
        if (value instanceof String text && type != null && !text.startsWith("#")) {
            WrittenOptions.checkChoice(name, text.trim(), type);
        }
        return generated.configure(context, target, name, value, ignoreCase);
    }

    @Override
    public Class<?> getOptionType(String name, boolean ignoreCase) {
        return generated.getOptionType(name, ignoreCase);
    }

    @Override
    public Object getOptionValue(Object target, String name, boolean ignoreCase) {
        return generated.getOptionValue(target, name, ignoreCase);
    }

    @Override
    public Object getCollectionValueType(Object target, String name, boolean ignoreCase) {
        return generated.getCollectionValueType(target, name, ignoreCase);
    }

    @Override
    public String[] getAutowiredNames() {
        return generated.getAutowiredNames();
    }
}
