package vn.lienthong.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A journey in the shared {@link Sandbox}; one class at a time, for some break its portal or start it anew. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock("sandbox")
@ExtendWith(WithSandbox.class)
@interface InSandbox {}
