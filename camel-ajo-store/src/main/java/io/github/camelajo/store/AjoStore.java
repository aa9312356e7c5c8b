package io.github.camelajo.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

import io.github.camelajo.spi.OutboxStore;
import io.github.camelajo.spi.SourceState;
import io.github.camelajo.spi.StoreException;
import io.github.camelajo.spi.StoreRefusedException;

/**
 * Keeps the positions of sources and the items of the outbox in a database.
 *
 * <pre>{@code
 * AjoStore store = AjoStore.builder(dataSource).tablePrefix("ajo_").build();
 * SourceState sources = store.sourceState();
 * OutboxStore outbox = store.outbox();
 * }</pre>
 *
 * <p>
 * PostgreSQL 14 or later, or H2 2.x for one machine; which one it is, the connection tells. One object for each process and data
 * source is enough; it is safe for use by several threads, starts none, and holds no connection between calls.
 * </p>
 */
public final class AjoStore implements AutoCloseable {

    private final SourceState sourceState;
    private final OutboxStore outbox;

    private AjoStore(SourceState sourceState, OutboxStore outbox) {
        this.sourceState = sourceState;
        this.outbox = outbox;
    }

    /**
     * Starts a builder. The store takes its own connections from this data source, which must not be a
     * transaction-aware proxy.
     */
    public static Builder builder(DataSource dataSource) {
        return new Builder(Objects.requireNonNull(dataSource, "dataSource"));
    }

    /** Returns the positions of sources. */
    public SourceState sourceState() {
        return sourceState;
    }

    /** Returns the outbox as this process sees it. */
    public OutboxStore outbox() {
        return outbox;
    }

    /** Removes this instance from the outbox. The data source stays open. */
    @Override
    public void close() {
        outbox.close();
        sourceState.close();
    }

    /** Options of a store. Each has a default. */
    public static final class Builder {

        private static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(2);
        private static final int SHORTEST_KEY = 16;
        private static final int LONGEST_LABEL = 200;

        private final DataSource dataSource;
        private DataSource beatDataSource;
        private String tablePrefix = "ajo_";
        private String schema;
        private boolean createTables = true;
        private CallerTransaction callerTransaction = CallerTransaction.NONE;
        private byte[] hashKey;
        private PayloadCipher cipher;
        private Duration lifetime = DEFAULT_LIFETIME;
        private String label = "unnamed";
        private LongSupplier nanoTime = System::nanoTime;
        private CrashPoints crashPoints = CrashPoints.NONE;

        private Builder(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        /**
         * Sets another data source, to the same database, for the heartbeat of this process. A pool that others have
         * used up cannot delay it then. Default: the data source of the store.
         */
        public Builder beatDataSource(DataSource newDataSource) {
            this.beatDataSource = newDataSource;
            return this;
        }

        /** Sets the prefix of the table names: letters, digits and underscores. Default: {@code ajo_}. */
        public Builder tablePrefix(String newPrefix) {
            this.tablePrefix = Sql.checked("table prefix", newPrefix);
            return this;
        }

        /** Sets the schema of the tables. It must exist. Default: the current schema of a connection. */
        public Builder schema(String newSchema) {
            this.schema = newSchema == null ? null : Sql.checked("schema", newSchema);
            return this;
        }

        /** Sets whether the store creates missing tables and migrates old ones. Default: true. */
        public Builder createTables(boolean create) {
            this.createTables = create;
            return this;
        }

        /** Sets how an add joins the transaction of its caller. Default: it never does. */
        public Builder callerTransaction(CallerTransaction newCallers) {
            this.callerTransaction = Objects.requireNonNull(newCallers, "callerTransaction");
            return this;
        }

        /**
         * Sets the key for the hashes of recipients, payloads and hidden identities. It has at least 16 bytes, is the
         * same in all processes, and must never change: with another key the store recognizes nothing that it stored
         * before. Default: a random key, kept in the database.
         */
        public Builder hashKey(byte[] newKey) {
            if (newKey.length < SHORTEST_KEY) {
                throw new IllegalArgumentException(
                        "The hash key has " + newKey.length + " bytes; at least " + SHORTEST_KEY + " are needed");
            }
            this.hashKey = newKey.clone();
            return this;
        }

        /** Sets the cipher for payloads. Default: payloads are stored as plain text. */
        public Builder cipher(PayloadCipher newCipher) {
            this.cipher = newCipher;
            return this;
        }

        /**
         * Sets how long this process counts as alive after a heartbeat; at least one millisecond. It must be longer
         * than the longest call. It also is how long other processes wait before they take over the work of a process
         * that died. A call of the outbox takes half of it at most. Default: 2 minutes.
         */
        public Builder lifetime(Duration newLifetime) {
            if (newLifetime.toMillis() < 1) {
                throw new IllegalArgumentException(
                        "The lifetime is " + newLifetime + "; it must be at least a millisecond");
            }
            this.lifetime = newLifetime;
            return this;
        }

        /** Sets a name by which operators recognize this process, such as its host name. It need not be unique. */
        public Builder label(String newLabel) {
            this.label = newLabel.length() > LONGEST_LABEL ? newLabel.substring(0, LONGEST_LABEL) : newLabel;
            return this;
        }

        /** For tests. */
        Builder nanoTime(LongSupplier newNanoTime) {
            this.nanoTime = newNanoTime;
            return this;
        }

        /** For tests. */
        Builder crashPoints(CrashPoints newCrashPoints) {
            this.crashPoints = newCrashPoints;
            return this;
        }

        /**
         * Connects to the database and makes sure that the tables exist.
         *
         * @throws StoreRefusedException if the store does not support the database, if its tables are newer than this release, if
         *                               they are missing and {@code createTables} is off, or if H2 would forget commits
         * @throws StoreException        if the database cannot be reached
         */
        public AjoStore build() {
            Dialect dialect = detect();
            Sql sql = new Sql(dialect, schema, tablePrefix);
            Transactions transactions = new Transactions(dataSource, dialect);
            Schema tables = new Schema(sql, transactions);
            tables.ensure(createTables);
            KeyedHash hash = new KeyedHash(hashKey == null ? tables.sharedKey() : hashKey);
            StoreContext context = new StoreContext(sql, transactions, hash, nanoTime, crashPoints);
            Transactions beats = beatDataSource == null ? transactions : new Transactions(beatDataSource, dialect);
            Instance instance = new Instance(context, beats, lifetime, label);
            return new AjoStore(
                    new JdbcSourceState(context),
                    new JdbcOutboxStore(context, instance, connections(), callerTransaction, new Payloads(cipher)));
        }

        private OptionalInt connections() {
            OptionalInt size = PoolSize.of(dataSource);
            boolean beatsWithIt = beatDataSource == null || beatDataSource == dataSource;
            return size.isPresent() && beatsWithIt ? OptionalInt.of(size.getAsInt() - 1) : size;
        }

        private Dialect detect() {
            try (Connection connection = dataSource.getConnection()) {
                String product = connection.getMetaData().getDatabaseProductName();
                Dialect dialect =
                        switch (product) {
                            case "PostgreSQL" -> new PostgresDialect();
                            case "H2" -> new H2Dialect();
                            default ->
                                throw new StoreRefusedException(
                                        "The database is " + product + "; the store supports PostgreSQL and H2");
                        };
                dialect.prepare(connection);
                return dialect;
            } catch (SQLException e) {
                throw Transactions.failure("connect", e);
            }
        }
    }
}
