package io.github.camelajo.springboot;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelajo.AjoConfiguration;
import io.github.camelajo.spi.OutboxStore;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;

/**
 * Lets properties of the ajo component name beans of the application.
 *
 * <p>Generated from the component's descriptor: do not edit.
 */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesBinding
public class AjoComponentConverter implements ConditionalGenericConverter {

    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("io.github.camelajo.AjoConfiguration", AjoConfiguration.class),
            Map.entry("org.apache.camel.component.http.HttpComponent", HttpComponent.class),
            Map.entry("com.fasterxml.jackson.databind.ObjectMapper", ObjectMapper.class),
            Map.entry("io.github.camelajo.spi.OutboxStore", OutboxStore.class),
            Map.entry("org.apache.camel.support.jsse.SSLContextParameters", SSLContextParameters.class),
            Map.entry("java.util.function.Supplier<java.lang.String>", Supplier.class));

    private final ApplicationContext applicationContext;

    public AjoComponentConverter(ApplicationContext applicationContext) {
        this.applicationContext = applicationContext;
    }

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return TYPES.values().stream()
                .map(type -> new ConvertiblePair(String.class, type))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean matches(TypeDescriptor sourceType, TypeDescriptor targetType) {
        return TYPES.containsKey(targetType.getResolvableType().toString());
    }

    @Override
    public Object convert(Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
        if (source == null || source.toString().isBlank()) {
            return null;
        }
        String reference = source.toString().strip();
        if (!reference.startsWith("#")) {
            throw new IllegalArgumentException("Write #bean: and the name of a bean of type "
                    + targetType.getType().getName());
        }
        String bean = reference.startsWith("#bean:") ? reference.substring(6) : reference.substring(1);
        return applicationContext.getBean(bean, targetType.getType());
    }
}
