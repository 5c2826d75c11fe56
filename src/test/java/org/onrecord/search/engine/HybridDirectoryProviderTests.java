package org.onrecord.search.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.LockFactory;
import org.hibernate.search.backend.lucene.lowlevel.directory.spi.DirectoryCreationContext;
import org.hibernate.search.engine.cfg.ConfigurationPropertySource;
import org.hibernate.search.engine.environment.bean.BeanResolver;
import org.hibernate.search.util.common.reporting.EventContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HybridDirectoryProviderTests {

    private static final Path MAPS = Path.of("/proc/self/maps");

    @TempDir
    private Path root;

    @Test
    @EnabledOnOs(OS.LINUX)
    void readsPostingsWithoutMappingThemAndMapsTheRest() throws Exception {
        try (var holder = new HybridDirectoryProvider(root.toRealPath()).createDirectoryHolder(new Named("article"))) {
            holder.start();
            write(holder.get(), false);
            write(holder.get(), true);
            try (var reader = DirectoryReader.open(holder.get())) {
                var searcher = new IndexSearcher(reader);
                assertThat(searcher.count(new PhraseQuery("text", "crane", "fell")))
                        .isEqualTo(200);
                assertThat(searcher.count(new PhraseQuery("text", "fell", "crane")))
                        .isZero();
                assertThat(endings(List.of(holder.get().listAll()))).contains("doc", "pos", "tim", "cfs");
                assertThat(endings(mapped())).contains("tim").doesNotContain("doc", "pos");
                assertThat(howIsRead("_1_Lucene_0.doc", holder.get())).contains("NIOFS");
                assertThat(howIsRead("_1_Lucene_0.tim", holder.get())).doesNotContain("NIOFS");
            }
        }
        assertThat(mapped()).isEmpty();
    }

    /** @param oneFile whether the part that is added to the index is to be one file */
    private static void write(Directory directory, boolean oneFile) throws Exception {
        var config = new IndexWriterConfig().setUseCompoundFile(oneFile).setMergePolicy(NoMergePolicy.INSTANCE);
        try (var writer = new IndexWriter(directory, config)) {
            for (int i = 0; i < 200; i++) {
                var document = new Document();
                document.add(new TextField(
                        "text", i % 2 == 0 ? "The crane fell." : "Somebody saw the crane.", Field.Store.NO));
                writer.addDocument(document);
            }
        }
    }

    /** @param file that a compound file might hold */
    private static String howIsRead(String file, Directory directory) throws Exception {
        String compound = Arrays.stream(directory.listAll())
                .filter(name -> name.endsWith(".cfs"))
                .findFirst()
                .orElseThrow();
        try (var opened = directory.openInput(compound, IOContext.READ)) {
            return opened.slice(file, 0, 1).toString();
        }
    }

    private List<String> mapped() throws Exception {
        String folder = root.toRealPath().resolve("article").toString();
        return Files.readAllLines(MAPS).stream()
                .filter(line -> line.contains(folder))
                .toList();
    }

    private static List<String> endings(List<String> files) {
        return files.stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .toList();
    }

    /** An index of that name, in one folder. */
    private record Named(String indexName) implements DirectoryCreationContext {

        @Override
        public EventContext eventContext() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> shardId() {
            return Optional.empty();
        }

        @Override
        public BeanResolver beanResolver() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ConfigurationPropertySource configurationPropertySource() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Supplier<LockFactory>> createConfiguredLockFactorySupplier() {
            return Optional.empty();
        }
    }
}
