package vn.lienthong.architecture;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Every setting that a configuration record reads, with its default; {@code []} and {@code <id>} stand for many. */
final class CodeSettings {
    private CodeSettings() {}

    /** Those of the whole program. */
    static Map<String, String> all() {
        Map<String, String> found = new TreeMap<>();
        configurationRecords().forEach(type -> read(prefix(type), type, found));
        return found;
    }

    /** The records that settings are bound to. */
    static Stream<Class<?>> configurationRecords() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("vn.lienthong").stream()
                .<Class<?>>map(bean -> ClassUtils.resolveClassName(bean.getBeanClassName(), null));
    }

    static void read(String prefix, Class<?> type, Map<String, String> found) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("Settings are records, which cannot be changed: " + type);
        }
        RecordComponent[] components = type.getRecordComponents();
        for (int place = 0; place < components.length; place++) {
            RecordComponent component = components[place];
            String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            found.put(name, defaultOf(type, place));
            Class<?> many = lastArgument(component.getGenericType());
            if (component.getType().isRecord()) {
                read(name, component.getType(), found);
            } else if (many.isRecord()) {
                read(name + (component.getType() == Map.class ? ".<id>" : "[]"), many, found);
            }
        }
    }

    private static String prefix(Class<?> type) {
        return type.getAnnotation(ConfigurationProperties.class).value();
    }

    private static String defaultOf(Class<?> type, int place) {
        Class<?>[] types = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            DefaultValue value =
                    type.getDeclaredConstructor(types).getParameters()[place].getAnnotation(DefaultValue.class);
            return value == null ? "" : String.join(", ", value.value());
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("Every record has its canonical constructor", impossible);
        }
    }

    private static Class<?> lastArgument(Type type) {
        if (type instanceof ParameterizedType many
                && many.getActualTypeArguments()[many.getActualTypeArguments().length - 1] instanceof Class<?> last) {
            return last;
        }
        return Object.class;
    }
}
