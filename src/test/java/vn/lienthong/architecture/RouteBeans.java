package vn.lienthong.architecture;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;

/** The beans a route may name: components of this project, by their names, and their public methods. */
final class RouteBeans {
    private static final Map<String, String> CLASSES = scanned();

    private RouteBeans() {}

    static Optional<String> fault(Map<?, ?> step) {
        if (!step.keySet().equals(Set.of("ref", "method"))) {
            return Optional.of("a bean step must say ref and method, nothing else: " + step.keySet());
        }
        String type = CLASSES.get(String.valueOf(step.get("ref")));
        if (type == null) {
            return Optional.of("no bean " + step.get("ref"));
        }
        try {
            return Arrays.stream(Class.forName(type).getMethods())
                            .map(Method::getName)
                            .anyMatch(name -> name.equals(step.get("method")))
                    ? Optional.empty()
                    : Optional.of("no method " + step.get("method") + " of " + step.get("ref"));
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Map<String, String> scanned() {
        Map<String, String> classes = new TreeMap<>();
        AnnotationBeanNameGenerator names = new AnnotationBeanNameGenerator();
        new ClassPathScanningCandidateComponentProvider(true)
                .findCandidateComponents("vn.lienthong").stream()
                        .filter(AnnotatedBeanDefinition.class::isInstance)
                        .forEach(found -> classes.put(
                                names.generateBeanName(found, new SimpleBeanDefinitionRegistry()),
                                found.getBeanClassName()));
        return classes;
    }
}
