package vn.lienthong.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** A test that knocks from outside: the doors on a free port, the sandbox's clients, one database for all of them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = AccessWorld.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("sandbox")
@ContextConfiguration(initializers = AccessDatabase.class)
@interface AccessHttpTest {}
