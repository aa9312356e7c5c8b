package io.github.camelajo.store;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Notifies a hook before each statement, commit and rollback, and after each commit. The hook may wait, count or throw. */
final class HookedDataSource implements DataSource {

    static final String CONNECT = "connect";
    static final String BEFORE_COMMIT = "before commit";
    static final String AFTER_COMMIT = "after commit";
    static final String BEFORE_ROLLBACK = "before rollback";

    private final DataSource delegate;
    private volatile Hook hook = event -> {};
    private volatile Shape shape = connection -> {};

    HookedDataSource(DataSource delegate) {
        this.delegate = delegate;
    }

    void hook(Hook newHook) {
        hook = newHook;
    }

    void unhook() {
        hook = event -> {};
    }

    /** Sets a change that a pool makes to the connections that it hands out. */
    void shape(Shape newShape) {
        shape = newShape;
    }

    @Override
    public Connection getConnection() throws SQLException {
        hook.on(CONNECT);
        Connection connection = delegate.getConnection();
        shape.apply(connection);
        InvocationHandler handler = (proxy, method, arguments) -> call(connection, method, arguments);
        return (Connection)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class}, handler);
    }

    private Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
        boolean commit = "commit".equals(method.getName());
        if ("prepareStatement".equals(method.getName())) {
            hook.on((String) arguments[0]);
        } else if (commit) {
            hook.on(BEFORE_COMMIT);
        } else if ("rollback".equals(method.getName())) {
            hook.on(BEFORE_ROLLBACK);
        }
        Object result;
        try {
            result = method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (commit) {
            hook.on(AFTER_COMMIT);
        }
        return result;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return delegate.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        delegate.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        delegate.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return delegate.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(Logger.GLOBAL_LOGGER_NAME);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return delegate.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return delegate.isWrapperFor(type);
    }

    /** Receives the text of a statement, or one of the constants. */
    @FunctionalInterface
    interface Hook {
        void on(String event) throws SQLException;
    }

    /** Changes a connection. */
    @FunctionalInterface
    interface Shape {
        void apply(Connection connection) throws SQLException;
    }
}
