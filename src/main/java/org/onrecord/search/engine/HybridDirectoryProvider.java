package org.onrecord.search.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSLockFactory;
import org.apache.lucene.store.FileSwitchDirectory;
import org.apache.lucene.store.FilterIndexInput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.LockFactory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.IOUtils;
import org.hibernate.search.backend.lucene.lowlevel.directory.spi.DirectoryCreationContext;
import org.hibernate.search.backend.lucene.lowlevel.directory.spi.DirectoryHolder;
import org.hibernate.search.backend.lucene.lowlevel.directory.spi.DirectoryProvider;
import org.jspecify.annotations.Nullable;

/**
 * Index folders whose files are mapped into memory, except for the postings: which documents a term is in, and where.
 * Postings are the larger half of an index. They are read block by block in order, so copying them instead of mapping
 * them costs little, and mapped pages count as the process's memory in some containers.
 *
 * @param root holds a folder for each index
 */
record HybridDirectoryProvider(Path root) implements DirectoryProvider {

    /** Lucene's file extensions for postings: documents and positions. */
    private static final Set<String> POSTINGS = Set.of("doc", "pos");

    /** Its extension for a compound file, which holds all files of a small segment. */
    private static final String COMPOUND = "cfs";

    @Override
    public DirectoryHolder createDirectoryHolder(DirectoryCreationContext context) {
        LockFactory locks =
                context.createConfiguredLockFactorySupplier().map(Supplier::get).orElseGet(FSLockFactory::getDefault);
        return new Holder(root.resolve(context.indexName()), locks);
    }

    private static final class Holder implements DirectoryHolder {

        private final Path folder;
        private final LockFactory locks;
        private @Nullable Directory opened;

        Holder(Path folder, LockFactory locks) {
            this.folder = folder;
            this.locks = locks;
        }

        @Override
        public void start() throws IOException {
            opened = new Switch(new NIOFSDirectory(folder, locks), new MMapDirectory(folder, locks));
        }

        @Override
        public Directory get() {
            return Objects.requireNonNull(opened, "not started");
        }

        @Override
        public void close() throws IOException {
            if (opened != null) {
                opened.close();
            }
        }
    }

    /** Opens each file in one of two ways, also inside of compound files. */
    private static final class Switch extends FileSwitchDirectory {

        Switch(Directory unmapped, Directory mapped) {
            super(POSTINGS, unmapped, mapped, true);
        }

        @Override
        public IndexInput openInput(String name, IOContext context) throws IOException {
            IndexInput opened = super.openInput(name, context);
            if (!COMPOUND.equals(getExtension(name))) {
                return opened;
            }
            try {
                return new CompoundInput(opened, getPrimaryDir().openInput(name, context));
            } catch (IOException e) {
                IOUtils.closeWhileHandlingException(opened);
                throw e;
            }
        }
    }

    /** A compound file whose files are read as each would be by itself. */
    private static final class CompoundInput extends FilterIndexInput {

        private final IndexInput unmapped;

        CompoundInput(IndexInput mapped, IndexInput unmapped) {
            super(mapped.toString(), mapped);
            this.unmapped = unmapped;
        }

        /** @param file in the compound file */
        @Override
        public IndexInput slice(String file, long offset, long length) throws IOException {
            boolean postings = POSTINGS.contains(FileSwitchDirectory.getExtension(file));
            return (postings ? unmapped : in).slice(file, offset, length);
        }

        @Override
        public IndexInput clone() {
            return in.clone();
        }

        @Override
        public void close() throws IOException {
            IOUtils.close(in, unmapped);
        }
    }
}
