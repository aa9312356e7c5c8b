package io.github.camelajo.benchmarks.client;

import io.github.camelajo.benchmarks.server.ServerProcess;

/** What is compared in the cost of one call. */
public enum Subject {
    APACHE("HttpClient 5 classic, bare") {
        @Override
        public CallClient open(ServerProcess server) {
            return BareClients.apache(server, 0);
        }
    },
    AJO_SYNCHRONOUS("`ajo:` with `synchronous=true`") {
        @Override
        public CallClient open(ServerProcess server) {
            return CamelClients.ajo(server, 0, true);
        }
    },
    AJO("`ajo:`, handed over and waited for") {
        @Override
        public CallClient open(ServerProcess server) {
            return CamelClients.ajo(server, 0, false);
        }
    },
    AJO_DISPATCHED("`ajo:`, off a thread that goes on") {
        @Override
        public CallClient open(ServerProcess server) {
            return CamelClients.ajoDispatched(server, 4);
        }
    },
    AJO_HANDED_BACK("`ajo:`, off a thread that then waits") {
        @Override
        public CallClient open(ServerProcess server) {
            return CamelClients.ajoDispatched(server, 1);
        }
    },
    HTTP("`http:` with OAuth2") {
        @Override
        public CallClient open(ServerProcess server) {
            return CamelClients.http(server, 0);
        }
    },
    APACHE_ASYNC("HttpClient 5 async, bare") {
        @Override
        public CallClient open(ServerProcess server) {
            return BareClients.apacheAsyncWaitedFor(server, 0);
        }
    },
    JAVA("java.net.http, bare") {
        @Override
        public CallClient open(ServerProcess server) {
            return BareClients.java(server, 0);
        }
    },
    VERTX("`vertx-http:`") {
        @Override
        public CallClient open(ServerProcess server) {
            return CamelClients.vertx(server, 0);
        }
    },
    APACHE_MESSAGE("HttpClient 5 classic, bare, body from a Map") {
        @Override
        public CallClient open(ServerProcess server) {
            return BareClients.apacheMessage(server, 0);
        }
    },
    AJO_MESSAGE("`ajo:message`, body from a Map, checked") {
        @Override
        public CallClient open(ServerProcess server) {
            return CamelClients.ajoMessage(server, 0);
        }
    };

    private final String title;

    Subject(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** A client that is ready to call. */
    public abstract CallClient open(ServerProcess server);
}
