package org.onrecord.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.annotation.DirtiesContext;

/**
 * A test class with Spring that has an archive of its own: a {@link TestDatabase} and an empty home folder. Put it
 * beside {@code @SpringBootTest} or a slice; the context is closed and both are gone after the class.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@DirtiesContext
public @interface ArchiveTest {}
