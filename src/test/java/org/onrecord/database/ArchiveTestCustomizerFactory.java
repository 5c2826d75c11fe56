package org.onrecord.database;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.SearchBackend;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Gives classes marked {@link ArchiveTest} their database and home. */
class ArchiveTestCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return AnnotatedElementUtils.hasAnnotation(testClass, ArchiveTest.class)
                ? new OwnArchive(testClass.getName())
                : null;
    }

    /** @param testClass part of the context's identity, so that no two classes share an archive */
    private record OwnArchive(String testClass) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            Path home = TestHome.create();
            SearchBackend search = SearchBackend.fresh();
            TestPropertyValues.of("onrecord.home=" + home, "spring.datasource.hikari.minimum-idle=1")
                    .and(search.properties())
                    .applyTo(context);
            ((GenericApplicationContext) context)
                    .registerBean("testDatabase", TestDatabase.class, TestDatabase::create);
            ((GenericApplicationContext) context).registerBean("testHome", TestHome.class, () -> new TestHome(home));
            ((GenericApplicationContext) context).registerBean("searchBackend", SearchBackend.class, () -> search);
            // What is made first is closed last: nothing still works in the home when it is deleted.
            context.addBeanFactoryPostProcessor(beans -> beans.getBean("testHome"));
        }
    }
}
