package io.github.camelajo.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How to reach Query Service (query-connection API). The token is the password of the connection: it is left out of {@link #toString()}.
 *
 * @param host            host of Query Service
 * @param port            port, with TLS on it
 * @param dbName          database: the sandbox and {@code :all}
 * @param username        organization
 * @param token           password: the access token of the call
 * @param compressedToken a shorter form of it
 * @param version         version of the service
 * @param websocketHost   host for web sockets
 * @param other           fields that have no component here
 */
public record QueryConnection(
        @JsonProperty("host") String host,
        @JsonProperty("port") Integer port,
        @JsonProperty("dbName") String dbName,
        @JsonProperty("username") String username,
        @JsonProperty("token") String token,
        @JsonProperty("compressedToken") String compressedToken,
        @JsonProperty("version") String version,
        @JsonProperty("websocketHost") String websocketHost,
        @OtherFields Map<String, Object> other)
        implements AjoModel {

    public QueryConnection {
        other = Copies.ofOther(other);
    }

    @Override
    public String toString() {
        return "QueryConnection[host=" + host + ", port=" + port + ", dbName=" + dbName + ", username=" + username
                + ", token=xxxxxx]";
    }
}
