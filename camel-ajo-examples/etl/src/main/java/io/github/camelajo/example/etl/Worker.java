package io.github.camelajo.example.etl;

import org.apache.camel.main.Main;

/**
 * One of any number of equal processes: the routes in {@code camel/}, over one database and one broker. It ends with SIGTERM; when it
 * is killed instead, the others go on with its work.
 */
public final class Worker {

    private Worker() {}

    public static void main(String... arguments) throws Exception {
        // Finds WorkerParts in this package.
        System.exit(new Main(Worker.class).run(arguments));
    }
}
