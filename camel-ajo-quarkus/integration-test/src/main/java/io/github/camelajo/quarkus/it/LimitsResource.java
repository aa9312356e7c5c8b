package io.github.camelajo.quarkus.it;

import io.github.camelajo.AjoConstants;
import io.github.camelajo.exception.AjoException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;

/** Lets tests reach the routes over HTTP, which also works with a native executable. */
@Path("/limits")
public class LimitsResource {

    private final ProducerTemplate template;

    /** @param template sends to the routes */
    public LimitsResource(ProducerTemplate template) {
        this.template = template;
    }

    /** @return the id that Adobe gave to the configuration */
    @POST
    public String create(String configuration) {
        return template.requestBody("direct:create", configuration, String.class);
    }

    /** @return address and limit of a configuration, or the exception and its status */
    @GET
    @Path("{id}")
    public String get(@PathParam("id") String id) {
        try {
            return template.requestBodyAndHeader("direct:get", null, AjoConstants.ID, id, String.class);
        } catch (CamelExecutionException e) {
            AjoException cause = (AjoException) e.getCause();
            return cause.getClass().getSimpleName() + " " + cause.getStatusCode();
        }
    }

    /** @return what a route that names an exception of the component makes of it */
    @GET
    @Path("{id}/handled")
    public String handled(@PathParam("id") String id) {
        return template.requestBodyAndHeader("direct:handled", null, AjoConstants.ID, id, String.class);
    }

    /** @return addresses of all configurations, one a line */
    @GET
    public String list() {
        return template.requestBody("direct:list", null, String.class);
    }
}
