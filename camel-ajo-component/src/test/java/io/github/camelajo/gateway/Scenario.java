package io.github.camelajo.gateway;

import io.github.camelajo.gateway.RawServer.Script;

/**
 * One row of the table.
 *
 * @param name    what the server does
 * @param api     how it does that
 * @param login   what the token endpoint does
 * @param warm    whether a good call goes before
 * @param options of the endpoint, beyond the usual ones
 * @param read    how a read ends, which is safe to repeat
 * @param create  how a create ends, which is not
 */
record Scenario(String name, Script api, Script login, boolean warm, String options, Outcome read, Outcome create) {

    static Scenario row(String name, Script api, String read, String create) {
        return new Scenario(name, api, Scripts.login(), false, "", new Outcome(read), new Outcome(create));
    }

    /** Both operations end the same way. */
    static Scenario row(String name, Script api, String both) {
        return row(name, api, both, both);
    }

    /** The login misbehaves, so nothing reaches the API unless there is a token in the end. */
    static Scenario login(String name, Script login, String both) {
        return new Scenario("the login: " + name, Scripts.ok(), login, false, "", new Outcome(both), new Outcome(both));
    }

    /** After a good call on the same connection, with a token that has been accepted. */
    Scenario afterAGoodCall() {
        return new Scenario(name, Scripts.firstThen(Scripts.ok(), api), login, true, options, read, create);
    }

    Scenario with(String more) {
        return new Scenario(name, api, login, warm, options + "&" + more, read, create);
    }

    @Override
    public String toString() {
        return name;
    }
}
